/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-medicines.h"

G_BEGIN_DECLS

/**
 * TendStock:
 *
 * What there should be of a medicine: brought forward + received - given - returned -
 * destroyed, from the last count on (domain.md 2.2).  In thousandths.
 */
typedef struct
{
  gboolean known;          /* whether anything was ever counted, received or brought forward */
  gint64   expected;       /* by the records, at the end of the day asked about; where nothing
                              has come or gone since the last count, as it was before that */
  gboolean has_count;
  gint64   counted;        /* at the last count */
  TendDate counted_on;
  gint64   discrepancy;    /* at the last count: counted less expected then */
  gint64   left;           /* what there should be now: from the last count on */
  int      days_left;      /* how many days that lasts by the schedule; -1: cannot be told */
} TendStock;

/**
 * tend_stock_load:
 *
 * On one day what is brought forward comes first, then what came in, the doses and what
 * went out, and a count without a time last.
 */
gboolean   tend_stock_load  (TendVault     *vault,
                             TendMedicine  *medicine,
                             TendDate       on,
                             TendStock     *stock,
                             GError       **error);

/**
 * TendStockSum:
 *
 * What came and went in some days, as it is set out on paper: @brought_forward + @received -
 * @given - @returned - @destroyed + @put_right is what a TendStock of the last day
 * expects.  In thousandths.
 */
typedef struct
{
  gint64 brought_forward;  /* what there was before the first day, or as written on it */
  gint64 received;
  gint64 given;            /* taken, or put ready */
  gint64 returned;
  gint64 destroyed;        /* what was dropped at a dose among it */
  gint64 put_right;        /* by counts that more came or went after */
} TendStockSum;

/* Both inclusive. */
gboolean   tend_stock_sum   (TendVault      *vault,
                             TendMedicine   *medicine,
                             TendDate        from,
                             TendDate        to,
                             TendStockSum   *sum,
                             GError        **error);
/* Saves what came, went or was counted, signed by the carer where nobody else is named. */
gboolean   tend_stock_write (TendVault      *vault,
                             TendRecord     *record,
                             GError        **error);
/* (element-type TendRecord): what was written of it on those days, both inclusive, by day. */
GPtrArray *tend_stock_records (TendVault    *vault,
                             const char     *medication,
                             TendDate        from,
                             TendDate        to,
                             GError        **error);

G_END_DECLS
