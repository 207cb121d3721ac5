/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendTaskList:
 *
 * The tasks of a visit: ticked when done, with a word on why not where they were
 * not.  Tasks can be added, and all ticked at once.
 *
 * Signal: "changed".
 */
#define TEND_TYPE_TASK_LIST (tend_task_list_get_type ())
G_DECLARE_FINAL_TYPE (TendTaskList, tend_task_list, TEND, TASK_LIST, AdwPreferencesGroup)

GtkWidget *tend_task_list_new       (void);
/* @tasks: (element-type TendRecord): edited in place */
void       tend_task_list_set_tasks (TendTaskList *self,
                                     GPtrArray    *tasks);
/* Whether the visit happened: then they are ticked, else they are only named. */
void       tend_task_list_set_done  (TendTaskList *self,
                                     gboolean      happened);
/* Adds a task that has been typed and not added yet. */
void       tend_task_list_finish    (TendTaskList *self);

G_END_DECLS
