/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-page.h"

G_BEGIN_DECLS

/**
 * TendLearningView:
 *
 * What the carer learnt and for how long, and which courses the schemes ask for.
 */
#define TEND_TYPE_LEARNING_VIEW (tend_learning_view_get_type ())
G_DECLARE_FINAL_TYPE (TendLearningView, tend_learning_view, TEND, LEARNING_VIEW, TendPage)

GtkWidget *tend_learning_view_new (TendSession *session);

G_END_DECLS
