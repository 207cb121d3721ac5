/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-section.h"

G_BEGIN_DECLS

/* For the section of incidents: what to do about a safeguarding concern, in order, as soon
 * as the record is one. */
void tend_safeguarding_prepare (TendForm     *form,
                                GtkWindow    *dialog,
                                TendCareEdit *edit);

G_END_DECLS
