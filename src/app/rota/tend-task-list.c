/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-task-list.h"

#include "tend-entry-row.h"
#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

struct _TendTaskList
{
  AdwPreferencesGroup  parent_instance;

  GPtrArray           *tasks;    /* TendRecord */
  GPtrArray           *rows;     /* of them, in order */
  GtkWidget           *all_button;
  GtkWidget           *add_row;
  GtkWidget           *add_button;
  gboolean             happened;
  gboolean             showing;  /* changes are ours */
};

G_DEFINE_FINAL_TYPE (TendTaskList, tend_task_list, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A row's parts, by the row. */
typedef struct
{
  TendRecord     *task; /* borrowed from the list */
  GtkCheckButton *check;
  GtkWidget      *reason;
} TaskRow;

static TaskRow *
get_parts (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "tend-task");
}

/* Nobody is asked why not before anything has been ticked. */
static gboolean
has_begun (TendTaskList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      TaskRow *parts = get_parts (self->rows->pdata[i]);

      if (gtk_check_button_get_active (parts->check) ||
          *gtk_editable_get_text (GTK_EDITABLE (parts->reason)) != '\0')
        return TRUE;
    }

  return FALSE;
}

static void
update_row (TendTaskList *self,
            GtkWidget    *row,
            gboolean      begun)
{
  TaskRow *parts = get_parts (row);
  gboolean done = gtk_check_button_get_active (parts->check);

  gtk_widget_set_visible (GTK_WIDGET (parts->check), self->happened);
  gtk_widget_set_visible (parts->reason, self->happened && begun && !done);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row),
                                         self->happened ? GTK_WIDGET (parts->check) : NULL);
}

static void
update (TendTaskList *self)
{
  gboolean begun = has_begun (self);

  for (guint i = 0; i < self->rows->len; i++)
    update_row (self, self->rows->pdata[i], begun);

  gtk_widget_set_visible (self->all_button, self->happened && self->rows->len > 1);
}

static void
toggled_cb (GtkWidget      *row,
            GtkCheckButton *check)
{
  TendTaskList *self = TEND_TASK_LIST (gtk_widget_get_ancestor (row, TEND_TYPE_TASK_LIST));
  TaskRow *parts = get_parts (row);

  if (self == NULL || self->showing)
    return;

  tend_record_set_int (parts->task, "done", gtk_check_button_get_active (check));
  if (gtk_check_button_get_active (check))
    {
      tend_record_clear (parts->task, "reason");
      gtk_editable_set_text (GTK_EDITABLE (parts->reason), "");
    }
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
reason_cb (GtkWidget   *row,
           GtkEditable *reason)
{
  TendTaskList *self = TEND_TASK_LIST (gtk_widget_get_ancestor (row, TEND_TYPE_TASK_LIST));

  if (self == NULL || self->showing)
    return;

  tend_record_set_text (get_parts (row)->task, "reason", gtk_editable_get_text (reason));
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_reason (const char *title)
{
  GtkWidget *reason = gtk_entry_new ();
  g_autofree char *label = g_strdup_printf (_("Why not: %s"), title);

  gtk_entry_set_placeholder_text (GTK_ENTRY (reason), _("Why not?"));
  gtk_entry_set_activates_default (GTK_ENTRY (reason), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (reason), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (reason), 22);
  gtk_widget_set_valign (reason, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (reason),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return reason;
}

static GtkWidget *
make_row (TendTaskList *self,
          TendRecord   *task)
{
  GtkWidget *row = adw_action_row_new ();
  TaskRow *parts = g_new0 (TaskRow, 1);
  const char *title = tend_record_get_text (task, "title");
  const char *reason = tend_record_get_text (task, "reason");

  parts->task = task;
  parts->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  parts->reason = make_reason (title);
  g_object_set_data_full (G_OBJECT (row), "tend-task", parts, g_free);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_focusable (row, FALSE); /* its tick is enough to stop at */
  gtk_check_button_set_active (parts->check, tend_record_get_int (task, "done") != 0);
  gtk_editable_set_text (GTK_EDITABLE (parts->reason), reason != NULL ? reason : "");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (parts->check));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), parts->reason);

  g_signal_connect_object (parts->check, "toggled", G_CALLBACK (toggled_cb), row,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->reason, "changed", G_CALLBACK (reason_cb), row,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
append_row (TendTaskList *self,
            TendRecord   *task)
{
  GtkWidget *row = make_row (self, task);
  GtkWidget *list = gtk_widget_get_parent (self->add_row);

  /* The row to add one stays the last, and keeps the focus: another may follow. */
  gtk_list_box_insert (GTK_LIST_BOX (list), row, self->rows->len);
  g_ptr_array_add (self->rows, row);
}

static void
add_cb (TendTaskList *self)
{
  g_autofree char *title =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_row))));
  TendRecord *task;

  if (*title == '\0' || self->tasks == NULL)
    return;

  task = tend_record_new (&tend_visit_task_kind);
  tend_record_set_text (task, "title", title);
  tend_record_set_int (task, "done", self->happened);
  g_ptr_array_add (self->tasks, task);

  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
  append_row (self, task);
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
all_cb (TendTaskList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_check_button_set_active (get_parts (self->rows->pdata[i])->check, TRUE);
}

static void
typed_cb (TendTaskList *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->add_row));

  gtk_widget_set_visible (self->add_button, *typed != '\0');
}

static void
tend_task_list_finalize (GObject *object)
{
  TendTaskList *self = TEND_TASK_LIST (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);

  G_OBJECT_CLASS (tend_task_list_parent_class)->finalize (object);
}

static void
tend_task_list_class_init (TendTaskListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_task_list_finalize;

  signals[CHANGED] = g_signal_new ("changed", TEND_TYPE_TASK_LIST, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
make_add_row (TendTaskList *self)
{
  self->add_row = tend_entry_row_new (_("Add a task"));
  self->add_button = gtk_button_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_tooltip_text (self->add_button, _("Add"));
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->add_button, FALSE);
  gtk_widget_add_css_class (self->add_button, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add the task"), -1);
  tend_entry_row_add_suffix (TEND_ENTRY_ROW (self->add_row), self->add_button);

  g_signal_connect_swapped (self->add_row, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->add_row, "entry-activated", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
}

static void
tend_task_list_init (TendTaskList *self)
{
  self->rows = g_ptr_array_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Tasks"));
  self->all_button = gtk_button_new_with_mnemonic (_("All _Done"));
  gtk_widget_add_css_class (self->all_button, "flat");
  gtk_widget_set_valign (self->all_button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->all_button, "clicked", G_CALLBACK (all_cb), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->all_button);
  make_add_row (self);
}

GtkWidget *
tend_task_list_new (void)
{
  return g_object_new (TEND_TYPE_TASK_LIST, NULL);
}

void
tend_task_list_set_tasks (TendTaskList *self,
                          GPtrArray    *tasks)
{
  g_return_if_fail (TEND_IS_TASK_LIST (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  self->tasks = g_ptr_array_ref (tasks);
  for (guint i = 0; i < tasks->len; i++)
    append_row (self, tasks->pdata[i]);
  update (self);
}

void
tend_task_list_set_done (TendTaskList *self,
                         gboolean      happened)
{
  g_return_if_fail (TEND_IS_TASK_LIST (self));

  self->happened = happened;
  update (self);
}

void
tend_task_list_finish (TendTaskList *self)
{
  g_return_if_fail (TEND_IS_TASK_LIST (self));

  add_cb (self);
}
