/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-portfolio-lists.h"

G_BEGIN_DECLS

/**
 * TendTrainingGroup:
 *
 * The courses that the schemes ask for, as a chart of what is in date and as rows that
 * say the same and lead to the certificate.
 */
#define TEND_TYPE_TRAINING_GROUP (tend_training_group_get_type ())
G_DECLARE_FINAL_TYPE (TendTrainingGroup, tend_training_group, TEND, TRAINING_GROUP,
                      AdwPreferencesGroup)

GtkWidget *tend_training_group_new  (TendSession       *session);
/* @papers: TendPaper, of all sorts; @schemes: TendScheme, those of the carer */
void       tend_training_group_show (TendTrainingGroup *self,
                                     GPtrArray         *papers,
                                     GPtrArray         *schemes);

G_END_DECLS
