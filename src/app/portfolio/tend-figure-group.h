/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendFigureGroup:
 *
 * Every figure of the carer's schemes: what it is, its value, where it is from, and what the
 * carer corrected; pressing one corrects it.
 */
#define TEND_TYPE_FIGURE_GROUP (tend_figure_group_get_type ())
G_DECLARE_FINAL_TYPE (TendFigureGroup, tend_figure_group, TEND, FIGURE_GROUP, AdwPreferencesGroup)

GtkWidget *tend_figure_group_new  (TendSession     *session);
/* @schemes: (element-type TendScheme): those of the carer
 * @corrections: (element-type TendRecord): every scheme_figure */
void       tend_figure_group_show (TendFigureGroup *self,
                                   GPtrArray       *schemes,
                                   GPtrArray       *corrections);

G_END_DECLS
