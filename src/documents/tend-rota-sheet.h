/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-document.h"
#include "tend-rota-chart.h"

G_BEGIN_DECLS

typedef struct
{
  const char            *provider;
  TendDate               week;         /* its Monday */
  const TendRotaVisit   *visits;
  gsize                  n_visits;
  const TendRotaTimeOff *time_off;
  gsize                  n_time_off;
  gint64                 minutes;      /* the week's totals, as the caller counts them */
  gint64                 income_pence; /* 0: not shown, for a copy that others may see */
  gint64                 miles_tenths; /* 0: not shown */
  const char            *language;
} TendRotaSheet;

/* The week's chart on landscape A4, then a table of the same visits and of days off. */
TendDocument *tend_document_new_rota (const TendRotaSheet *sheet);

G_END_DECLS
