/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-compat.h"
#include "tend-intake.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendIntakeRow:
 *
 * A file that is being taken in: its name, how far it is, then what it is or what is wrong
 * with it; and a button to choose another.
 */
#define TEND_TYPE_INTAKE_ROW (tend_intake_row_get_type ())
G_DECLARE_FINAL_TYPE (TendIntakeRow, tend_intake_row, TEND, INTAKE_ROW, AdwPreferencesRow)

GtkWidget *tend_intake_row_new    (TendIntake     *intake);

/* Asks for a scan or a photograph. */
void       tend_intake_choose     (GtkWidget      *parent,
                                   TendFileFunc    on_chosen,
                                   gpointer        user_data,
                                   GDestroyNotify  free_user_data);

G_END_DECLS
