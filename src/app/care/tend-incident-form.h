/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-section.h"

G_BEGIN_DECLS

/* What to do first about a safeguarding concern; and of a data breach how long there is to
 * tell the ICO, with a way into the log of breaches. */
void tend_incident_form_prepare (TendForm     *form,
                                 GtkWindow    *dialog,
                                 TendCareEdit *edit);

G_END_DECLS
