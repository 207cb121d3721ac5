/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-undo.h"

G_BEGIN_DECLS

/* What the window does to journeys, as plain functions for the worker. */

/**
 * TendTripSheet:
 *
 * A journey and what helps to fill it in.
 */
typedef struct
{
  TendRecord *trip;     /* stored, or a new one */
  GPtrArray  *places;   /* (element-type utf8): named before, the most frequent first */
  char       *invoice;  /* the number of the invoice that charges for it, or NULL */
} TendTripSheet;

/* @id: (nullable): %NULL for a new journey, in the vehicle used last */
TendTripSheet *tend_trip_sheet_load    (TendVault      *vault,
                                        const char     *id,
                                        TendDate        today,
                                        GError        **error);
void           tend_trip_sheet_free    (TendTripSheet  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendTripSheet, tend_trip_sheet_free)

/* Saves a journey, and with @back the same way back; %NULL on error. */
TendUndo      *tend_trip_edit_save     (TendVault      *vault,
                                        TendRecord     *trip,
                                        gboolean        back,
                                        GError        **error);
TendUndo      *tend_trip_edit_remove   (TendVault      *vault,
                                        const char     *id,
                                        GError        **error);
/* (transfer full): the journey the other way: from and to change places, and
 * "home to a client" becomes "a client to home". */
TendRecord    *tend_trip_way_back      (TendRecord     *trip);

G_END_DECLS
