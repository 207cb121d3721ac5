/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-form-private.h"

#include "tend-clients.h"
#include "tend-dialog.h"
#include "tend-draft-store.h"
#include "tend-draft.h"
#include "tend-progress.h"

#include <glib/gi18n-lib.h>

/* How long after the last change the draft is written, in milliseconds. */
#define DRAFT_DELAY 1500

/**
 * TendRecordDialog:
 *
 * A window around a form: saves a copy of a record, and keeps what was typed
 * as a draft until it has been saved.
 */
#define TEND_TYPE_RECORD_DIALOG (tend_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendRecordDialog, tend_record_dialog, TEND, RECORD_DIALOG, AdwWindow)

struct _TendRecordDialog
{
  AdwWindow              parent_instance;

  TendSession           *session;
  TendRecord            *original;
  TendRecord            *record;    /* the copy that is edited */
  TendForm              *form;
  char                  *draft_key;
  guint                  draft_timeout;
  gboolean               had_draft;
  gboolean               saving;
  gboolean               late_draft; /* kept after the save that forgets it was asked for */
  TendRecordSaveFunc     save;
  gpointer               save_data;
  GDestroyNotify         free_save_data;
  TendChangeFunc         change;    /* NULL: nothing holds it back */
  TendAct                act;
  TendRecordCollectFunc  collect;
  TendRecordRefusedFunc  refused;
  TendRecordSavedFunc    on_saved;
  gpointer               user_data;
  GDestroyNotify         free_user_data;

  GtkRevealer           *draft_bar;
  GtkLabel              *text_label;
  GtkLabel              *fault_label;
  GtkBox                *groups;
  GtkButton             *save_button;
};

G_DEFINE_FINAL_TYPE (TendRecordDialog, tend_record_dialog, ADW_TYPE_WINDOW)

static void
write_draft (TendRecordDialog *self)
{
  g_auto(GStrv) typed = tend_form_dup_typed (self->form);
  g_autofree char *draft = tend_draft_make (self->original, self->record,
                                            (const char *const *) typed);

  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  if (self->draft_key == NULL || (draft == NULL && !self->had_draft))
    return;

  self->had_draft = draft != NULL;
  self->late_draft |= self->saving;
  tend_draft_keep (self->session, self->draft_key, draft);
}

static gboolean
draft_timeout_cb (gpointer data)
{
  TendRecordDialog *self = data;

  self->draft_timeout = 0;
  write_draft (self);

  return G_SOURCE_REMOVE;
}

static void
draft_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(TendRecordDialog) self = data;
  g_autofree char *draft = tend_draft_read_finish (TEND_SESSION (source), result);
  g_auto(GStrv) typed = NULL;

  if (draft == NULL || self->form == NULL || !tend_record_equal (self->original, self->record))
    return;

  self->had_draft = TRUE;
  typed = tend_draft_dup_typed (draft);
  if (!tend_draft_apply (draft, self->record) && *typed == NULL)
    return;

  tend_form_show_all (self->form);
  tend_form_type (self->form, (const char *const *) typed);
  gtk_revealer_set_reveal_child (self->draft_bar, TRUE);
}

static void
start_over_cb (TendRecordDialog *self)
{
  tend_draft_reset (self->record, self->original);
  tend_form_reset_parts (self->form);
  tend_form_show_all (self->form);
  gtk_revealer_set_reveal_child (self->draft_bar, FALSE);
  write_draft (self);
  tend_draft_forget (self->session, self->draft_key);
  tend_form_begin (self->form);
}

static void
show_fault (TendRecordDialog *self,
            const char       *message)
{
  GtkWidget *scroller =
    gtk_widget_get_ancestor (GTK_WIDGET (self->fault_label), GTK_TYPE_SCROLLED_WINDOW);

  gtk_label_set_label (self->fault_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), message != NULL);

  /* It stands at the head, and a long form may be far down. */
  if (message != NULL)
    gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), 0);
}

static void
form_changed_cb (TendRecordDialog *self)
{
  show_fault (self, NULL);
  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  self->draft_timeout = g_timeout_add (DRAFT_DELAY, draft_timeout_cb, self);
}

/* Saving the record and forgetting its draft are one change. */
typedef struct
{
  TendRecordDialog   *dialog;
  TendSession        *session;
  GtkWindow          *main;      /* weak: below all, to tell in it what the closed dialog cannot */
  TendRecord         *record;
  TendRecord         *saved;
  char               *draft_key;
  TendRecordSaveFunc  func;
  gpointer            data;      /* the dialog's, which is kept until the answer */
  GDestroyNotify      free_data; /* (nullable): the data are the save's own */
  gboolean            may_wait;  /* a scheme may hold @act back */
  TendAct             act;
  TendDate            today;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  if (save->free_data != NULL)
    save->free_data (save->data);
  g_object_unref (save->dialog);
  g_object_unref (save->session);
  g_clear_weak_pointer (&save->main);
  g_object_unref (save->record);
  g_clear_object (&save->saved);
  g_free (save->draft_key);
  g_free (save);
}

/* Of a copy: what is taken back has to be as it was when it is tried again. */
static TendRecord *
save_copy (TendVault   *vault,
           const Save  *save,
           GError     **error)
{
  g_autoptr(TendRecord) copy = tend_record_copy (save->record);

  if (save->func != NULL)
    return save->func (vault, copy, save->data, error);

  return tend_record_save (vault, copy, NULL, error) ? g_steal_pointer (&copy) : NULL;
}

/* Worker.  What a scheme says is asked of the vault as it would be. */
static gboolean
save_record (TendVault   *vault,
             gpointer     data,
             const char  *reason,
             GPtrArray  **held,
             GError     **error)
{
  Save *save = data;

  g_clear_object (&save->saved);
  save->saved = save_copy (vault, save, error);

  return save->saved != NULL &&
         (!save->may_wait ||
          tend_hold (vault, save->act, tend_record_get_text (save->saved, "client"), save->today,
                     save->today, reason, save->today, held, error)) &&
         (save->draft_key == NULL || tend_setting_forget (vault, save->draft_key, error));
}

static void
show_refusal (TendRecordDialog *self,
              const GError     *error)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      (self->refused != NULL &&
       self->refused (GTK_WINDOW (self), self->record, error, self->user_data)))
    return;

  show_fault (self, error->message);
}

/* The dialog was closed before the answer came: nothing of it is lost, and that is said. */
static void
tell_refusal (const Save   *save,
              const GError *error)
{
  g_autofree char *text = save->draft_key == NULL ? NULL
    : g_strdup_printf (_("%s\nWhat you typed is kept: open it again to put it right."),
                       error->message);
  TendProgress *notice;

  if (save->main == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  notice = tend_progress_present (GTK_WIDGET (save->main), _("Not Saved"), error->message);
  tend_progress_finish (notice, _("Not Saved"), text != NULL ? text : error->message);
}

static void
saved_cb (const GError *error,
          gpointer      data)
{
  const Save *save = data;
  TendRecordDialog *self = save->dialog;

  self->saving = FALSE;
  /* One that is closed lives on, unseen, until this answer. */
  if (error != NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      show_refusal (self, error);
      return;
    }

  if (error != NULL)
    tell_refusal (save, error);
  else if (self->late_draft && save->draft_key != NULL)
    tend_draft_forget (save->session, save->draft_key);

  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  g_clear_pointer (&self->draft_key, g_free);
  gtk_window_close (GTK_WINDOW (self));
  if (error == NULL && self->on_saved != NULL)
    self->on_saved (save->saved, self->user_data);
}

static GtkWindow *
main_window (GtkWindow *window)
{
  GtkWindow *below = gtk_window_get_transient_for (window);

  return below != NULL ? main_window (below) : window;
}

static void
save_cb (TendRecordDialog *self)
{
  Save *save;

  if (self->saving)
    return;
  if (!tend_form_check (self->form))
    {
      show_fault (self, tend_form_get_other_fault (self->form));
      return;
    }

  save = g_new0 (Save, 1);
  save->dialog = g_object_ref (self);
  save->session = g_object_ref (self->session);
  g_set_weak_pointer (&save->main, main_window (GTK_WINDOW (self)));
  save->record = tend_record_copy (self->record);
  save->draft_key = g_strdup (self->draft_key);
  save->func = self->save;
  save->data = self->collect != NULL ? self->collect (self->user_data) : self->save_data;
  save->free_data = self->collect != NULL ? self->free_save_data : NULL;
  save->may_wait = self->change != NULL;
  save->act = self->act;
  save->today = tend_session_get_today (self->session);
  self->saving = TRUE;
  self->late_draft = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  (self->change != NULL ? self->change : tend_change) (GTK_WIDGET (self), self->session,
                                                       save_record, saved_cb, save, save_free);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  save_cb (TEND_RECORD_DIALOG (widget));
}

static gboolean
tend_record_dialog_close_request (GtkWindow *window)
{
  /* Also while it is being saved: that may be refused, with nobody there to read why. */
  write_draft (TEND_RECORD_DIALOG (window));

  return GTK_WINDOW_CLASS (tend_record_dialog_parent_class)->close_request (window);
}

static void
tend_record_dialog_dispose (GObject *object)
{
  TendRecordDialog *self = TEND_RECORD_DIALOG (object);

  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_RECORD_DIALOG);
  g_clear_object (&self->form);
  g_clear_object (&self->record);
  g_clear_object (&self->original);
  g_clear_object (&self->session);
  g_clear_pointer (&self->draft_key, g_free);

  G_OBJECT_CLASS (tend_record_dialog_parent_class)->dispose (object);
}

static void
tend_record_dialog_finalize (GObject *object)
{
  TendRecordDialog *self = TEND_RECORD_DIALOG (object);

  if (self->free_save_data != NULL && self->collect == NULL)
    self->free_save_data (self->save_data);
  if (self->free_user_data != NULL)
    self->free_user_data (self->user_data);

  G_OBJECT_CLASS (tend_record_dialog_parent_class)->finalize (object);
}

static void
tend_record_dialog_class_init (TendRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_record_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tend_record_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tend_record_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TendRecordDialog, draft_bar);
  gtk_widget_class_bind_template_child (widget_class, TendRecordDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, TendRecordDialog, fault_label);
  gtk_widget_class_bind_template_child (widget_class, TendRecordDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, TendRecordDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_over_cb);

  gtk_widget_class_install_action (widget_class, "record.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "record.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tend_record_dialog_init (TendRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "" in @fields starts a new group. */
static void
add_groups (TendRecordDialog   *self,
            const char *const  *fields)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; fields[i] != NULL; i++)
    {
      if (group == NULL || *fields[i] == '\0')
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          gtk_box_append (self->groups, GTK_WIDGET (group));
        }
      if (*fields[i] != '\0')
        adw_preferences_group_add (group, tend_form_row (self->form, fields[i]));
    }
}

static void
take_options (TendRecordDialog              *self,
              const TendRecordDialogOptions *options)
{
  self->save = options->save;
  self->save_data = options->save_data;
  self->free_save_data = options->free_save_data;
  self->collect = options->collect;
  self->refused = options->refused;
  self->change = options->change;
  self->act = options->act;
  self->on_saved = options->on_saved;
  self->user_data = options->user_data;
  self->free_user_data = options->free_user_data;

  gtk_label_set_label (self->text_label, options->text != NULL ? options->text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), options->text != NULL);
  if (options->accept != NULL)
    gtk_button_set_label (self->save_button, options->accept);
  if (options->destructive)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->save_button), "suggested-action");
      gtk_widget_add_css_class (GTK_WIDGET (self->save_button), "destructive-action");
    }

  tend_form_set_client (self->form, options->client);
  add_groups (self, options->fields);
  if (options->check != NULL)
    tend_form_set_check (self->form, options->check, options->user_data);
  if (options->client_label != NULL)
    tend_form_set_choices (self->form, "client", NULL, options->client_label);
  if (options->service_label != NULL)
    tend_form_set_choices (self->form, "service", NULL, options->service_label);
}

/* A rate for one day of the year alone needs that day: it is not asked otherwise. */
static void
show_rows_in_use (TendForm *form)
{
  GtkWidget *row = tend_form_find_row (form, "fixed_date");
  TendRecord *record = tend_form_get_record (form);

  if (row != NULL)
    gtk_widget_set_visible (row, g_strcmp0 (tend_record_get_text (record, "applies"),
                                            "fixed_date") == 0);
}

void
tend_record_dialog_present_full (GtkWidget                     *parent,
                                 TendSession                   *session,
                                 TendRecord                    *record,
                                 const TendRecordDialogOptions *options)
{
  TendRecordDialog *self;
  GtkRoot *root;

  g_return_if_fail (TEND_IS_SESSION (session));
  g_return_if_fail (TEND_IS_RECORD (record));

  root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  self =
    g_object_new (TEND_TYPE_RECORD_DIALOG, "title", options->title, "transient-for", root, NULL);
  self->session = g_object_ref (session);
  self->original = tend_record_copy (record);
  self->record = tend_record_copy (record);
  self->form = tend_form_new (session, self->record);
  take_options (self, options);

  show_rows_in_use (self->form);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (show_rows_in_use), self->form, 0);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (form_changed_cb),
                           self, G_CONNECT_SWAPPED);
  if (options->prepare != NULL)
    options->prepare (self->form, GTK_WINDOW (self), options->user_data);
  if (self->save == NULL || options->keeps_drafts || options->draft_key != NULL)
    {
      /* What a new record begins with was not typed. */
      g_set_object (&self->original, NULL);
      self->original = tend_record_copy (self->record);
      self->draft_key = options->draft_key != NULL ? g_strdup (options->draft_key)
                                                   : tend_draft_key (record);
      tend_draft_read (session, self->draft_key, draft_read_cb, g_object_ref (self));
    }

  tend_dialog_fit (GTK_WINDOW (self), root);
  gtk_window_present (GTK_WINDOW (self));
  tend_form_begin (self->form);
}

void
tend_record_dialog_present (GtkWidget           *parent,
                            TendSession         *session,
                            TendRecord          *record,
                            const char          *title,
                            const char *const   *fields,
                            TendRecordSavedFunc  on_saved,
                            gpointer             user_data)
{
  TendRecordDialogOptions options = {
    .title = title, .fields = fields, .on_saved = on_saved, .user_data = user_data,
  };

  tend_record_dialog_present_full (parent, session, record, &options);
}
