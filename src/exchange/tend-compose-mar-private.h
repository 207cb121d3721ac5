/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that read the MAR chart for paper share. */

#pragma once

#include "tend-compose-care-private.h"
#include "tend-compose-mar-cell.h"
#include "tend-compose-mar.h"
#include "tend-mar-chart-sheet.h"
#include "tend-mar.h"

G_BEGIN_DECLS

/* The reading of one line of a chart, while it lasts. */
typedef struct
{
  TendCareSource        *source;
  const TendMarRequest  *request;
  const TendMarChart    *chart;
  TendMarLine           *line;
  const char            *usual_asked;  /* who asks for most of its doses; NULL: not written */
  const char            *usual_support; /* the same of how the carer helps */
  GHashTable            *initials;     /* of the chart: initials of the carer, and the tick */
  GHashTable            *others;       /* of the chart: initials of anybody else */
  GHashTable            *noted;        /* TendMarSlot of which the back tells more */
} TendMarReading;

/* What the pages are laid out from; borrowed. */
const TendMarChartSheet *tend_compose_mar_sheet (const TendMarValues *values);

/* Kept with the pages; hands @text over. */
const char *tend_mar_take          (TendMarReading        *self,
                                    char                  *text);
/* (nullable): a field of the line's medicine. */
const char *tend_mar_text          (TendMarReading        *self,
                                    const char            *field);
/* (transfer full): "1.5"; NULL where nothing is written. */
char       *tend_mar_quantity      (TendRecord            *entry,
                                    const char            *field);
/* What stands in the square of a dose. */
void        tend_mar_read_cell     (TendMarReading        *self,
                                    const TendMarSlot     *slot,
                                    TendMarCell           *cell);
/* When a dose was given, else due. */
TendInstant tend_mar_entry_time    (TendRecord            *entry);
/* When a dose was due, else given. */
TendInstant tend_mar_slot_time     (const TendMarSlot     *slot);
/* Puts whoever signed in @entry into the key; @entry may be of stock as well. */
void        tend_mar_add_signer    (TendMarReading        *self,
                                    TendRecord            *entry);

gboolean    tend_mar_read_line     (TendMarReading        *self,
                                    TendMarMedicine       *medicine,
                                    GError               **error);
/* What was set of a dose by day for the days of the chart, on whose word. */
void        tend_mar_read_by_day   (TendMarReading        *self,
                                    TendMarMedicine       *medicine);
void        tend_mar_read_times    (TendMarReading        *self,
                                    TendMarMedicine       *medicine);
gboolean    tend_mar_read_doses    (TendMarReading        *self,
                                    TendMarMedicine       *medicine,
                                    GError               **error);
/* Where the patches were, and the square of each day that somebody looked for one. */
gboolean    tend_mar_read_patches  (TendMarReading        *self,
                                    TendMarMedicine       *medicine,
                                    GError               **error);
/* Whether a note on a dose is a look that has a square. */
gboolean    tend_mar_has_square    (TendMarReading        *self,
                                    TendRecord            *note);
gboolean    tend_mar_read_stock    (TendMarReading        *self,
                                    TendMarMedicine       *medicine,
                                    GError               **error);

G_END_DECLS
