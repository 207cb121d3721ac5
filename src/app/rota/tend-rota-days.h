/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TendRotaDays:
 *
 * The seven days over the rota, as buttons: each stands over its column, or, with
 * one day on view, they share the room and choose the day.
 *
 * Signal: "chosen" (int date).
 */
#define TEND_TYPE_ROTA_DAYS (tend_rota_days_get_type ())
G_DECLARE_FINAL_TYPE (TendRotaDays, tend_rota_days, TEND, ROTA_DAYS, GtkWidget)

GtkWidget *tend_rota_days_new      (void);
/**
 * tend_rota_days_show:
 * @details: (array fixed-size=7): "4 visits" or "Holiday", each nullable
 * @chosen: the one day on view, or TEND_DATE_NONE for the week
 * @gutter: how far from the left the first column begins
 */
void       tend_rota_days_show     (TendRotaDays       *self,
                                    TendDate            monday,
                                    TendDate            today,
                                    const char * const *details,
                                    TendDate            chosen,
                                    int                 gutter);

G_END_DECLS
