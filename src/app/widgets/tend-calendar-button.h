/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendCalendarButton:
 *
 * Opens a calendar to choose a day from.  Signals: "chosen" (int date) for each day that
 * the arrow keys walk over, too; "settled" (int date) once the calendar closes on one.
 */
#define TEND_TYPE_CALENDAR_BUTTON (tend_calendar_button_get_type ())
G_DECLARE_FINAL_TYPE (TendCalendarButton, tend_calendar_button, TEND, CALENDAR_BUTTON, AdwBin)

/* The day to open at; TEND_DATE_NONE for today. */
typedef int (*TendCalendarFunc) (gpointer data);

/* @current: called when the calendar opens, as long as @data, an object, lives */
GtkWidget *tend_calendar_button_new (TendDate          today,
                                     TendCalendarFunc  current,
                                     gpointer          data);

/* Says which day it is for, to be heard: "Choose from a calendar: Review on". */
void       tend_calendar_button_name (GtkWidget        *button,
                                      const char       *what);

G_END_DECLS
