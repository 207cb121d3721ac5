/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"
#include "tend-vault.h"

G_BEGIN_DECLS

/* The sample years in data/demo, for looking round. */

typedef enum
{
  TEND_DEMO_SAMPLE,     /* a carer's year in Staffordshire */
  TEND_DEMO_FLINTSHIRE, /* a Welsh carer with four of four clients */
} TendDemo;

/* Fills an empty vault; TEND_ERROR_FAILED when there is anything in it. */
gboolean  tend_demo_load   (TendVault  *vault,
                            TendDemo    demo,
                            GError    **error);
/* The day at which the clock of the samples stands: a Tuesday in November 2026. */
TendDate  tend_demo_today  (void);

G_END_DECLS
