/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Quantities of medicine, in thousandths of a dose unit (a tablet, a millilitre, a puff):
 * half a tablet is 500.
 */
#define TEND_QUANTITY_UNIT 1000
#define TEND_QUANTITY_MOST (999999 * (gint64) TEND_QUANTITY_UNIT)

/**
 * tend_quantity_parse:
 * @text: "2", "1.5", "0.125"
 *
 * Strict: digits and a point, with at most three decimals; nothing below zero.  A comma is
 * refused with a sentence of its own, since "1,5" and "1,500" are read differently.
 */
gboolean  tend_quantity_parse      (const char  *text,
                                    gint64      *quantity,
                                    GError     **error);
/* The same for what a person types: also "½", "1½" and "1/2". */
gboolean  tend_quantity_parse_typed (const char *text,
                                    gint64      *quantity,
                                    GError     **error);
/* "1.5": as short as it can be written; "-1" for a quantity that is missing. */
char     *tend_quantity_format     (gint64       quantity);

/**
 * TendDoseText:
 *
 * What the words of a dose say: "1 tablet", "1–2 tablets", "Take TWO daily", "5 ml".
 */
typedef struct
{
  gint64  least;  /* thousandths */
  gint64  most;   /* the same as @least for a fixed dose */
  char   *unit;   /* (nullable) the first word after the number: "tablets", "ml" */
} TendDoseText;

void      tend_dose_text_clear     (TendDoseText *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TendDoseText, tend_dose_text_clear)

/**
 * tend_dose_text_read:
 * @text: (nullable): the dose as the label has it
 *
 * Reads the first number of @text, in figures or in words up to ten, and a second one
 * that makes a range of it.
 *
 * Returns: whether there is a number; "as directed" has none
 */
gboolean  tend_dose_text_read      (const char   *text,
                                    TendDoseText *dose);

/* The amount in one unit of a medicine, in micrograms, by its strength: "500 mg" is
 * 500000, "250 mg/5 ml" 50000; 0 where the text is of another sort. */
gint64    tend_strength_micrograms (const char  *text);

G_END_DECLS
