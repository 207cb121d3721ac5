/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar-sheet.h"
#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendMarForm:
 *
 * The form for what became of one dose, with the guard's answer beside the time and the
 * quantity as they are typed.  It writes nothing before it is signed.
 *
 * Signals: "changed"; "signed" (entry), once it is written down; "dropped", when it is not to
 * be written.
 */
#define TEND_TYPE_MAR_FORM (tend_mar_form_get_type ())
G_DECLARE_FINAL_TYPE (TendMarForm, tend_mar_form, TEND, MAR_FORM, AdwBin)

/**
 * tend_mar_form_new:
 * @line: belongs to @sheet, which is kept
 * @draft: edited in place
 */
GtkWidget  *tend_mar_form_new      (TendSession   *session,
                                     TendMarSheet  *sheet,
                                     TendMarLine   *line,
                                     TendRecord    *draft);
TendRecord *tend_mar_form_get_draft (TendMarForm *self);
/* Moves the focus to the first row. */
void        tend_mar_form_begin    (TendMarForm  *self);
/* Signs, or shows what is wrong beside its field and moves the focus there. */
void        tend_mar_form_sign     (TendMarForm  *self);

G_END_DECLS
