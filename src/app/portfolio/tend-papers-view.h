/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-page.h"

G_BEGIN_DECLS

/**
 * TendPapersView:
 *
 * The carer's own papers: what the schemes ask for and how each stands, the policies, who
 * is in the team, and every other paper that is kept.
 */
#define TEND_TYPE_PAPERS_VIEW (tend_papers_view_get_type ())
G_DECLARE_FINAL_TYPE (TendPapersView, tend_papers_view, TEND, PAPERS_VIEW, TendPage)

GtkWidget *tend_papers_view_new (TendSession *session);

G_END_DECLS
