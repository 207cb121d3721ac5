/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-attachment-list.h"

#include "tend-attachment-form.h"
#include "tend-attachments.h"
#include "tend-compat.h"
#include "tend-intake-row.h"
#include "tend-page.h"
#include "tend-record-words.h"
#include "tend-rows.h"
#include "tend-scan-dialog.h"

#include <glib/gi18n-lib.h>

struct _TendAttachmentList
{
  AdwPreferencesGroup  parent_instance;

  TendSession         *session;
  const TendKind      *kind;
  char                *subject;   /* NULL: not saved yet */
  gulong               handler;   /* of the session's news */
  guint                question;  /* the last that was asked */
  GPtrArray           *records;   /* as last loaded */
  TendRecord          *removing;  /* while it is asked whether it is to go */

  GtkWidget           *add_button;
};

G_DEFINE_FINAL_TYPE (TendAttachmentList, tend_attachment_list, ADW_TYPE_PREFERENCES_GROUP)

static TendRecord *
find (TendAttachmentList *self,
      const char         *id)
{
  for (guint i = 0; self->records != NULL && i < self->records->len; i++)
    if (g_str_equal (tend_record_get_id (self->records->pdata[i]), id))
      return self->records->pdata[i];

  return NULL;
}

/* Rows. */

static const char *
title_of (TendRecord *attachment)
{
  const char *title = tend_record_get_text (attachment, "title");

  return title != NULL ? title : tend_record_get_text (attachment, "name");
}

static void
add_words (GString    *text,
           const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
}

static void
add_labelled (GString    *text,
              const char *format,
              const char *word)
{
  g_autofree char *words = g_strdup_printf (format, word);

  add_words (text, words);
}

/* "PDF · 2.4 MB · Kept with: Risk · Date of the document 3 May 2026" */
static char *
describe (TendAttachmentList *self,
          TendRecord         *attachment)
{
  static const char *const dated[] = { "dated_on", "note", NULL };
  static const char *const undated[] = { "added_on", "note", NULL };
  const TendField *paper = tend_kind_field (tend_record_get_kind (attachment), "paper");
  TendMedia media = tend_media_from_type (tend_record_get_text (attachment, "media_type"));
  const char *kind = tend_record_get_text (attachment, "subject_kind");
  g_autofree char *size = g_format_size (tend_record_get_int (attachment, "size"));
  g_autofree char *words =
    tend_record_words (attachment, tend_record_is_set (attachment, "dated_on") ? dated : undated,
                       " · ", NULL);
  GString *text = g_string_new (NULL);

  add_words (text, tend_media_name (media));
  add_words (text, size);
  if (!g_str_equal (kind, self->kind->name))
    add_labelled (text, _("Kept with: %s"), _(tend_kind_by_name (kind)->label));
  add_words (text, words);
  if (tend_record_is_set (attachment, "paper"))
    add_labelled (text, _("Signed copy of: %s"),
                  tend_field_choice_label (paper, tend_record_get_text (attachment, "paper")));

  return g_string_free (text, FALSE);
}

static GtkWidget *
make_menu_button (TendRecord *attachment)
{
  static const struct { const char *label; const char *action; } items[] = {
    { N_("_Open"), "attachment.open" },
    { N_("_Change…"), "attachment.change" },
    { N_("_Save a Copy…"), "attachment.save" },
    { N_("_Remove…"), "attachment.remove" },
  };
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autofree char *name = g_strdup_printf (_("More about %s"), title_of (attachment));

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "s",
                                         tend_record_get_id (attachment));
      g_menu_append_item (menu, item);
    }

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
activated_cb (GtkWidget *row)
{
  gtk_widget_activate_action (row, "attachment.open", "s", gtk_widget_get_name (row));
}

static void
add_row (TendAttachmentList *self,
         TendRecord         *attachment)
{
  g_autofree char *detail = describe (self, attachment);
  GtkWidget *row = tend_row_link (title_of (attachment), detail);

  tend_row_add_suffix (row, make_menu_button (attachment));
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), NULL);
  tend_rows_add (ADW_PREFERENCES_GROUP (self), row, tend_record_get_id (attachment));
}

static void
show_records (TendAttachmentList *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  guint n = self->records != NULL ? self->records->len : 0;

  tend_rows_begin (group);
  for (guint i = 0; i < n; i++)
    add_row (self, self->records->pdata[i]);
  if (self->subject == NULL)
    tend_rows_add (group, tend_row_nothing (_("Scans and photographs can be added once this is "
                                              "saved.")), NULL);
  else if (n == 0)
    tend_rows_add (group, tend_row_nothing (_("None yet. Add the scan of a signed paper, a letter "
                                              "or a photograph: it is kept locked.")), NULL);
  tend_rows_end (group);
}

/* Asking the vault. */

typedef struct
{
  const TendKind *kind;
  char           *id;
} Subject;

static void
subject_free (gpointer data)
{
  g_free (((Subject *) data)->id);
  g_free (data);
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  const Subject *subject = data;
  g_autoptr(TendRecord) record = NULL;

  if (g_str_equal (subject->kind->name, "client"))
    return tend_attachments_about (vault, subject->id, error);

  record = tend_record_load (vault, subject->kind, subject->id, error);
  return record != NULL ? tend_attachments_of (vault, record, error) : NULL;
}

/* What has not changed keeps its rows, and a menu that is open in one. */
static gboolean
is_on_view (TendAttachmentList *self,
            GPtrArray          *records)
{
  if (self->records == NULL || self->records->len != records->len)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    if (!tend_record_equal (self->records->pdata[i], records->pdata[i]))
      return FALSE;

  return TRUE;
}

typedef struct
{
  TendAttachmentList *self;
  guint               question;
} Asking;

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autofree Asking *asking = data;
  g_autoptr(TendAttachmentList) self = asking->self;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records = tend_session_finish (TEND_SESSION (source), result, &error);

  if (self->subject == NULL || asking->question != self->question)
    return;
  if (records == NULL)
    {
      tend_toast (GTK_WIDGET (self), error->message);
      return;
    }

  if (is_on_view (self, records))
    return;

  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = g_steal_pointer (&records);
  show_records (self);
}

static void
reload (TendAttachmentList *self)
{
  Asking *asking;
  Subject *subject;

  if (self->subject == NULL)
    {
      show_records (self);
      return;
    }

  asking = g_new (Asking, 1);
  asking->self = g_object_ref (self);
  asking->question = ++self->question;
  subject = g_new (Subject, 1);
  subject->kind = self->kind;
  subject->id = g_strdup (self->subject);
  tend_session_query (self->session, load, subject, subject_free,
                      (GDestroyNotify) g_ptr_array_unref, NULL, loaded_cb, asking);
}

/* Adding. */

static void
add_file (TendAttachmentList *self,
          GFile              *file)
{
  tend_attachment_form_add (GTK_WIDGET (self), self->session, self->kind, self->subject, file);
}

static void
chosen_cb (GFile    *file,
           gpointer  data)
{
  TendAttachmentList *self = data;

  if (self->subject != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    add_file (self, file);
}

static void
add_cb (TendAttachmentList *self)
{
  tend_intake_choose (GTK_WIDGET (self), chosen_cb, g_object_ref (self), g_object_unref);
}

static gboolean
drop_cb (TendAttachmentList *self,
         const GValue       *value)
{
  g_autoptr(GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (self->subject == NULL || files == NULL)
    return FALSE;

  if (files->next != NULL)
    {
      tend_toast (GTK_WIDGET (self), _("Drop one file at a time, so that each gets its title."));
      return FALSE;
    }

  add_file (self, files->data);
  return TRUE;
}

/* What can be done with one. */

static gpointer
remove_attachment (TendVault  *vault,
                   gpointer    data,
                   GError    **error)
{
  tend_attachment_remove (vault, data, NULL, error);
  return NULL;
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(TendAttachmentList) self = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (source), result, &error);
  if (self->subject != NULL)
    tend_toast (GTK_WIDGET (self), error != NULL ? error->message : _("The document is removed."));
}

static void
remove_accepted_cb (gpointer data)
{
  TendAttachmentList *self = data;

  if (self->removing != NULL)
    tend_session_change (self->session, remove_attachment, g_steal_pointer (&self->removing),
                         g_object_unref, NULL, removed_cb, g_object_ref (self));
}

static void
ask_to_remove (TendAttachmentList *self,
               TendRecord         *attachment)
{
  g_autofree char *body =
    g_strdup_printf (_("“%s” goes from the records and cannot be brought back here. Snapshots and "
                       "backups that were made before still have it."), title_of (attachment));

  g_clear_object (&self->removing);
  self->removing = tend_record_copy (attachment);
  tend_compat_confirm (GTK_WIDGET (self), _("Remove This Document?"), body, _("_Remove"), TRUE,
                       remove_accepted_cb, self);
}

static void
attachment_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  TendAttachmentList *self = TEND_ATTACHMENT_LIST (widget);
  TendRecord *attachment = find (self, g_variant_get_string (parameter, NULL));

  if (attachment == NULL)
    return;

  if (g_str_equal (action, "attachment.open"))
    tend_scan_dialog_present (widget, self->session, attachment);
  else if (g_str_equal (action, "attachment.change"))
    tend_attachment_form_change (widget, self->session, attachment);
  else if (g_str_equal (action, "attachment.save"))
    tend_scan_save_copy (widget, self->session, attachment);
  else
    ask_to_remove (self, attachment);
}

static void
tend_attachment_list_dispose (GObject *object)
{
  TendAttachmentList *self = TEND_ATTACHMENT_LIST (object);

  if (self->session != NULL)
    g_clear_signal_handler (&self->handler, self->session);
  g_clear_object (&self->session);
  g_clear_pointer (&self->subject, g_free);
  g_clear_object (&self->removing);
  g_clear_pointer (&self->records, g_ptr_array_unref);

  G_OBJECT_CLASS (tend_attachment_list_parent_class)->dispose (object);
}

static void
tend_attachment_list_class_init (TendAttachmentListClass *klass)
{
  static const char *const actions[] = {
    "attachment.open", "attachment.change", "attachment.save", "attachment.remove",
  };

  G_OBJECT_CLASS (klass)->dispose = tend_attachment_list_dispose;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), actions[i], "s", attachment_action);
}

static void
tend_attachment_list_init (TendAttachmentList *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->add_button = tend_head_button (_("_Add…"), _("Add a Document"));
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (group, _("Documents"));
  adw_preferences_group_set_header_suffix (group, self->add_button);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
tend_attachment_list_new (void)
{
  return g_object_new (TEND_TYPE_ATTACHMENT_LIST, NULL);
}

void
tend_attachment_list_show (TendAttachmentList *self,
                           TendSession        *session,
                           const TendKind     *kind,
                           const char         *subject)
{
  g_return_if_fail (TEND_IS_ATTACHMENT_LIST (self));
  g_return_if_fail (TEND_IS_SESSION (session));
  g_return_if_fail (kind != NULL);

  /* The same again: the session's news has been heard already. */
  if (self->session == session && self->kind == kind && g_strcmp0 (self->subject, subject) == 0)
    return;

  if (self->session != NULL)
    g_clear_signal_handler (&self->handler, self->session);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_set_object (&self->session, session);
  self->kind = kind;
  g_free (self->subject);
  self->subject = g_strdup (subject);

  gtk_widget_set_visible (self->add_button, subject != NULL);
  self->handler = g_signal_connect_object (session, "changed", G_CALLBACK (reload), self,
                                           G_CONNECT_SWAPPED);
  reload (self);
}
