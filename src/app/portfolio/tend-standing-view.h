/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-page.h"

G_BEGIN_DECLS

/**
 * TendStandingView:
 *
 * Where the carer stands with the schemes they are in: what the checks found, the gravest
 * first and said kindly, each a press away from being put right.
 */
#define TEND_TYPE_STANDING_VIEW (tend_standing_view_get_type ())
G_DECLARE_FINAL_TYPE (TendStandingView, tend_standing_view, TEND, STANDING_VIEW, TendPage)

GtkWidget *tend_standing_view_new (TendSession *session);

G_END_DECLS
