/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page on how the carer works, while it is made. */

#pragma once

#include "tend-portfolio-private.h"

G_BEGIN_DECLS

typedef struct
{
  TendPortfolioPlan  *self;
  TendVault          *vault;
  GArray             *rows;    /* TendPortfolioRow */
  GArray             *fields;  /* TendPortfolioField */
  GString            *lines;   /* of the field at work */
  TendDate            from;    /* what is older is not told */
  GError            **error;
} TendBusinessPage;

/* A line of the field at work. */
void        tend_business_add      (TendBusinessPage *page,
                                    const char       *format,
                                    ...) G_GNUC_PRINTF (2, 3);
/* Ends the field at work; @otherwise is said where nothing was: NULL: no field at all. */
void        tend_business_end      (TendBusinessPage *page,
                                    const char       *label,
                                    const char       *otherwise);
/* (nullable): all of a kind. */
GPtrArray  *tend_business_records  (TendBusinessPage *page,
                                    const TendKind   *kind);
const char *tend_business_day      (TendBusinessPage *page,
                                    TendDate          date);
/* Whether it happened in the year that is told. */
gboolean    tend_business_is_told  (TendBusinessPage *page,
                                    TendDate          date);
/* Whether a client, whom a record may name, is helped under the scheme; TRUE for none. */
gboolean    tend_business_concerns (TendBusinessPage *page,
                                    const char       *client);
/* Bills, miles and payments. */
gboolean    tend_business_add_accounts (TendBusinessPage *page);
/* What was told, offered, asked and sent. */
gboolean    tend_business_add_dealings (TendBusinessPage *page);

G_END_DECLS
