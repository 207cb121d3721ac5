/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a carer should not keep: a person's card number or PIN.  There is no field
 * for either; this finds them in what is typed elsewhere, so that the form can
 * warn (Cambridgeshire MoU, A2.3.2).  It only warns: a code of a key safe or a
 * reference may look the same.
 */
typedef enum
{
  TEND_BANK_SECRET_NONE,
  TEND_BANK_SECRET_CARD, /* 13 to 19 digits in groups, whose check digit is right */
  TEND_BANK_SECRET_PIN,  /* "PIN" with exactly four digits close by */
} TendBankSecret;

/* @text: (nullable): UTF-8 */
TendBankSecret tend_bank_secret_find (const char *text);

G_END_DECLS
