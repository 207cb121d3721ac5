/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar-sheet.h"
#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendMarHead:
 *
 * The head of a chart: allergies in words that cannot be overlooked, the GP, and what is to
 * be done about a medicine.
 *
 * Signal "go" (char *): to the dose of that key, which nobody has written down.
 */
#define TEND_TYPE_MAR_HEAD (tend_mar_head_get_type ())
G_DECLARE_FINAL_TYPE (TendMarHead, tend_mar_head, TEND, MAR_HEAD, GtkBox)

GtkWidget *tend_mar_head_new  (TendSession  *session);
void       tend_mar_head_show (TendMarHead  *self,
                               TendMarSheet *sheet);

/* The letters that draft and what each means, for the foot of a chart. */
GtkWidget *tend_mar_key_new   (void);

G_END_DECLS
