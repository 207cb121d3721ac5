/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-file.h"

G_BEGIN_DECLS

/* What can be done with the plans of a person's care. */

/* The draft there is, else one made of the last version. */
void tend_care_plan_write         (GtkWidget    *parent,
                                   TendSession  *session,
                                   TendCareFile *file);
/* Asks who agreed it, on whose word and when, and makes it the plan in force. */
void tend_care_plan_agree_present (GtkWidget    *parent,
                                   TendSession  *session,
                                   TendCareFile *file,
                                   TendRecord   *draft);
/* The version in force on @date, or says that there was none. */
void tend_care_plan_read_on       (GtkWidget    *parent,
                                   TendSession  *session,
                                   TendCareFile *file,
                                   TendDate      date);
/* @plan itself: a draft to write on, any other to read. */
void tend_care_plan_open          (GtkWidget    *parent,
                                   TendSession  *session,
                                   TendCareFile *file,
                                   TendRecord   *plan);
/* For the section: a draft can be put away again. */
void tend_care_plan_prepare       (TendForm     *form,
                                   GtkWindow    *dialog,
                                   TendCareEdit *edit);

G_END_DECLS
