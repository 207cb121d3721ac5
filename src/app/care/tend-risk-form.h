/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-section.h"

G_BEGIN_DECLS

/* For the section of risks: the matrix, and for a new one the common hazards. */
void tend_risk_form_prepare (TendForm     *form,
                             GtkWindow    *dialog,
                             TendCareEdit *edit);

G_END_DECLS
