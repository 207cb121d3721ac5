/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"
#include "tend-document.h"

G_BEGIN_DECLS

typedef struct
{
  TendDate    date;
  const char *from;
  const char *to;
  const char *purpose;      /* the kind of trip, and for whom; shown */
  const char *vehicle;
  gint64      miles_tenths;
  gboolean    business;     /* counts for the allowance */
  gint64      charged_pence; /* to a client; 0: not charged */
} TendMileageTrip;

/* "Cars and vans, first 10,000 miles at 45p" */
typedef struct
{
  const char *label;
  gint64      miles_tenths;
  gint64      amount_pence;
} TendMileageClaimLine;

typedef struct
{
  const char                 *provider;
  TendDate                    from;        /* the tax year, or what has passed of it */
  TendDate                    to;
  const TendMileageTrip      *trips;       /* in order of date */
  gsize                       n_trips;
  const TendMileageClaimLine *claims;      /* how the allowance comes about */
  gsize                       n_claims;
  gint64                      claim_pence; /* worked out on total miles (domain.md 4.1) */
  gboolean                    home_journeys; /* counted as business */
  const char                 *unconfirmed; /* which rates of those above may change; NULL: none */
  const char                 *language;
} TendMileageSheet;

/* The log of a tax year on landscape A4: trips and miles by month, and how the
 * allowance comes about. */
TendDocument *tend_document_new_mileage (const TendMileageSheet *sheet);

G_END_DECLS
