/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-time.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TendRotaSlot:
 *
 * The free time that the keyboard stands on in the rota.  A view has two, and
 * moves the focus from one to the other as it goes from slot to slot: so a
 * screen reader is told of a new place each time.  Its action "slot.new" emits
 * "activate".
 */
#define TEND_TYPE_ROTA_SLOT (tend_rota_slot_get_type ())
G_DECLARE_FINAL_TYPE (TendRotaSlot, tend_rota_slot, TEND, ROTA_SLOT, GtkWidget)

GtkWidget *tend_rota_slot_new       (void);
/* @off: (nullable): "Holiday", when the day is time off */
void       tend_rota_slot_set_place (TendRotaSlot *self,
                                     TendDate      date,
                                     TendClock     clock,
                                     const char   *off);
TendDate   tend_rota_slot_get_date  (TendRotaSlot *self);
TendClock  tend_rota_slot_get_clock (TendRotaSlot *self);

G_END_DECLS
