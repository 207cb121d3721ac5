/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"
#include "tend-vault.h"

G_BEGIN_DECLS

/* The heavy load: ten years of twelve clients at a time, sixty ever, with 140 visits
 * of half an hour each week, ten journeys a day and an invoice for each client and
 * week.  What lies where is drawn by lot, always the same.
 */

#define LOAD_DAYS 3640
/* Clients at a time, and for how many days each stays. */
#define LOAD_SLOTS 12
#define LOAD_TENURE 728
/* Invoices of this many lines, for measuring. */
#define LOAD_LONG_INVOICES 24
#define LOAD_LONG_LINES 60
/* The first client's last five weeks, sixty visits, are not billed yet. */
#define LOAD_UNBILLED_DAYS 36

typedef struct
{
  guint n_clients;
  guint n_visits;
  guint n_trips;
  guint n_invoices;
  guint n_lines;
  guint n_records; /* of every kind */
} LoadCounts;

/**
 * load_fill:
 * @today: the load ends the day before
 * @percent: how many of its days; 100 for all
 *
 * Fills a new vault, straight through records, a week in each transaction.
 */
gboolean            load_fill        (TendVault   *vault,
                                      TendDate     today,
                                      int          percent,
                                      LoadCounts  *counts,
                                      GError     **error);
/* (transfer full): the number of long invoice @index. */
char               *load_long_number (int          index);
/* (transfer full): the id of the client whose last weeks are not billed. */
char               *load_unbilled    (int          percent);
/* The words of the notes, the commonest first. (array zero-terminated=1) */
const char * const *load_words       (void);

G_END_DECLS
