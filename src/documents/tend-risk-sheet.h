/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-head.h"
#include "tend-risk.h"

G_BEGIN_DECLS

typedef struct
{
  const char *hazard;
  const char *who;
  const char *controls;
  int         likelihood_before; /* 0: not scored */
  int         severity_before;
  const char *further;
  int         likelihood_after;
  int         severity_after;
  const char *owner;
  TendDate    assessed_on;
  TendDate    review_on;
  TendDate    closed_on;
} TendRiskLine;

typedef struct
{
  TendCareHead        head;
  TendDate            on;      /* the day for which it holds */
  const TendRiskBand *bands;   /* by from */
  gsize               n_bands;
  const TendRiskLine *lines;   /* their number is their place */
  gsize               n_lines;
} TendRiskSheet;

/* The matrix with every risk in it, the same as a table, then each risk in full. */
TendDocument *tend_document_new_risks (const TendRiskSheet *sheet);

G_END_DECLS
