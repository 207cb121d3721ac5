/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* One client as the list shows them. */
typedef struct
{
  char        *id;
  char        *name;
  char        *status;       /* "active" and so on */
  char        *search;       /* what the search box looks through */
  TendInstant  next_visit;   /* within four weeks, or TEND_INSTANT_NONE */
  gint64       owed_pence;
  gint64       overdue_pence; /* of that, what is late */
  gboolean     died;
} TendClientSummary;

void       tend_client_summary_free  (TendClientSummary *self);

/* For the worker: every client, by name. (element-type TendClientSummary) */
GPtrArray *tend_client_summaries_load (TendVault    *vault,
                                       TendInstant   now,
                                       GError      **error);

/* (transfer full): "Tue 2 Jun, 09:00" */
char      *tend_client_format_moment (TendInstant    moment);

G_END_DECLS
