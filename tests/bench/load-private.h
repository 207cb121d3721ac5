/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "load.h"

#include "tend-kinds.h"

G_BEGIN_DECLS

typedef struct
{
  TendVault  *vault;
  TendDate    today;
  TendDate    first;
  GRand      *chance;
  GPtrArray  *pending[LOAD_SLOTS]; /* invoice lines of the week, without an invoice yet */
  TendDate    monday;              /* of the week being written */
  LoadCounts *counts;
} Load;

/* The client who has a place on a day; the last one stays. */
int         load_client_at (Load         *load,
                            int           slot,
                            TendDate      date);
char       *load_client_id (int           client);
/* The price of an hour on a day: it rises each April. */
gint64      load_rate      (Load         *load,
                            TendDate      date);
/* A new record with this id and "client" set where there is one. */
TendRecord *load_record    (const TendKind *kind,
                            const char   *id,
                            const char   *client);
gboolean    load_save      (Load         *load,
                            TendRecord   *record,
                            GError      **error);
/* (transfer full): a note as somebody writes it. */
char       *load_note      (Load         *load);

/* Everything that is there before the first visit. */
gboolean    load_cast      (Load         *load,
                            GError      **error);
/* A week of visits, journeys and invoices. */
gboolean    load_week      (TendVault    *vault,
                            gpointer      load,
                            GError      **error);
gboolean    load_long      (TendVault    *vault,
                            gpointer      load,
                            GError      **error);

G_END_DECLS
