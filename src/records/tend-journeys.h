/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mileage.h"
#include "tend-record.h"

G_BEGIN_DECLS

/* The mileage book of one tax year. */
typedef struct
{
  TendDate   start;            /* 6 April */
  gint64     miles_tenths;     /* that count as business */
  gint64     private_tenths;   /* logged, but not claimed */
  gint64     claim_pence;      /* the allowance, on total miles */
  gint64     charged_pence;    /* what clients are charged for chargeable journeys */
  GArray    *rates;            /* TendMileageRate in force, those used and the car's */
} TendMileageYear;

void             tend_mileage_year_free (TendMileageYear *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendMileageYear, tend_mileage_year_free)

TendMileageYear *tend_mileage_year_load (TendVault   *vault,
                                         TendDate     start,
                                         GError     **error);
/* Trips of a period, newest first. (element-type TendRecord) */
GPtrArray       *tend_trips_between     (TendVault   *vault,
                                         TendDate     from,
                                         TendDate     to,
                                         GError     **error);
/* Whether a kind of journey counts as business (domain.md 4.1). */
gboolean         tend_trip_is_business  (const char  *kind,
                                         gboolean     home_journeys);
/* Places and miles used lately, to offer when logging: (element-type utf8) */
GPtrArray       *tend_trips_places      (TendVault   *vault,
                                         GError     **error);
/* The miles last logged between two places, or 0. */
gint64           tend_trips_last_miles  (TendVault   *vault,
                                         const char  *from,
                                         const char  *to);

/* Journeys of a period that are on an invoice which stands: id → its number.
 * (element-type utf8 utf8) */
GHashTable      *tend_trips_billed      (TendVault   *vault,
                                         TendDate     from,
                                         TendDate     to,
                                         GError     **error);
/* (transfer full) (nullable): the number of that invoice for one journey. */
char            *tend_trip_invoice      (TendVault   *vault,
                                         const char  *trip);
/* Saves a journey.  TEND_ERROR_STOPPED when it is on an invoice that stands and its
 * day, miles, client or charge would no longer be what the invoice says. */
gboolean         tend_trip_save         (TendVault   *vault,
                                         TendRecord  *trip,
                                         GError     **error);
/* TEND_ERROR_STOPPED when an invoice names it. */
gboolean         tend_trip_remove       (TendVault   *vault,
                                         TendRecord  *trip,
                                         GError     **error);

G_END_DECLS
