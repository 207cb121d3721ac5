/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-page.h"

G_BEGIN_DECLS

/**
 * TendCouncilView:
 *
 * What goes to and fro with a council: the quarterly return, requests for help with their
 * clock, whom one asked for feedback, and what was handed over.
 */
#define TEND_TYPE_COUNCIL_VIEW (tend_council_view_get_type ())
G_DECLARE_FINAL_TYPE (TendCouncilView, tend_council_view, TEND, COUNCIL_VIEW, TendPage)

GtkWidget *tend_council_view_new (TendSession *session);

G_END_DECLS
