/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-journeys.h"

G_BEGIN_DECLS

/**
 * TendMileageBook:
 *
 * What the Mileage page shows, from one question: a tax year, and the journeys of
 * some of its days.
 */
typedef struct
{
  TendMileageYear *year;
  TendDate         from;
  TendDate         to;
  GPtrArray       *trips;         /* TendRecord, newest first */
  GHashTable      *billed;        /* trip id → number of the invoice */
  GHashTable      *clients;       /* id → name, of those the trips are for */
  GHashTable      *vehicles;      /* id → name */
  GPtrArray       *own_rates;     /* TendRecord mileage_rate: the carer's corrections */
  gboolean         home_journeys; /* count */
} TendMileageBook;

/* @year_start: its 6 April */
TendMileageBook *tend_mileage_book_load (TendVault        *vault,
                                         TendDate          year_start,
                                         TendDate          from,
                                         TendDate          to,
                                         GError          **error);
void             tend_mileage_book_free (TendMileageBook  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendMileageBook, tend_mileage_book_free)

/* The words of a journey.  (transfer full) */

/* "Home to Leek", or what it was for where no place is named */
char            *tend_mileage_book_title    (TendMileageBook  *self,
                                             TendRecord       *trip);
/* "Tue 3 Nov, between clients, Rose Hartley, Fiesta" */
char            *tend_mileage_book_subtitle (TendMileageBook  *self,
                                             TendRecord       *trip);
/* "not counted", "on invoice 0012", "to be charged"; NULL for nothing to say */
char            *tend_mileage_book_state    (TendMileageBook  *self,
                                             TendRecord       *trip);
/* "55p a mile for the first 10,000 miles, then 25p" */
char            *tend_mileage_rate_describe (const TendMileageRate *rate);

G_END_DECLS
