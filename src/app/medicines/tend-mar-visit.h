/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendMarVisit:
 *
 * The doses that fall in a visit, to be signed from its record: as given with one press, or in
 * the window of the dose.  It hides itself while there are none.
 */
#define TEND_TYPE_MAR_VISIT (tend_mar_visit_get_type ())
G_DECLARE_FINAL_TYPE (TendMarVisit, tend_mar_visit, TEND, MAR_VISIT, AdwPreferencesGroup)

GtkWidget *tend_mar_visit_new (TendSession *session,
                               const char  *client,
                               TendInstant  from,
                               TendInstant  to);

G_END_DECLS
