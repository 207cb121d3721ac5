/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-policy-form.h"

#include "tend-attachment-list.h"
#include "tend-care-form.h"
#include "tend-compose-policy.h"
#include "tend-document-dialog.h"
#include "tend-kinds.h"
#include "tend-page.h"
#include "tend-policies.h"
#include "tend-policy-wording.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

/* What is asked for, until the answer has come. */
typedef struct
{
  GtkWidget   *parent;  /* weak */
  TendSession *session;
  char        *kind;
  TendRecord  *policy;  /* (nullable): while its window is open */
  TendDate     today;
} Asking;

static Asking *
asking_new (GtkWidget   *parent,
            TendSession *session,
            const char  *kind)
{
  Asking *asking = g_new0 (Asking, 1);

  g_set_weak_pointer (&asking->parent, parent);
  asking->session = g_object_ref (session);
  asking->kind = g_strdup (kind);
  asking->today = tend_session_get_today (session);
  return asking;
}

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_clear_weak_pointer (&asking->parent);
  g_clear_object (&asking->policy);
  g_object_unref (asking->session);
  g_free (asking->kind);
  g_free (asking);
}

/* As pages */

static gpointer
load_values (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  const Asking *asking = data;

  return tend_compose_policy_load (vault, asking->kind, asking->today, error);
}

static void
values_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Asking *asking = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendPolicyValues) values =
    tend_session_finish (TEND_SESSION (source), result, &error);
  g_autoptr(TendDocument) document =
    values != NULL ? tend_compose_policy_document (values, &error) : NULL;
  const char *name = tend_field_choice_label (tend_kind_field (&tend_policy_kind, "kind"),
                                              asking->kind);

  if (asking->parent != NULL && document == NULL)
    tend_toast (asking->parent, error->message);
  else if (asking->parent != NULL)
    tend_document_dialog_present (asking->parent, document, name,
                                  _("how you work, with your name and how to reach you"),
                                  NULL, NULL, NULL);

  asking_free (asking);
}

void
tend_policy_print (GtkWidget   *parent,
                   TendSession *session,
                   const char  *kind)
{
  Asking *asking = asking_new (parent, session, kind);

  tend_session_query (session, load_values, asking, NULL, (GDestroyNotify) tend_policy_values_free,
                      NULL, values_cb, asking);
}

/* Its window */

static void
print_cb (GtkWidget *row,
          Asking    *asking)
{
  tend_policy_print (row, asking->session, asking->kind);
}

static void
wording_cb (GtkWidget *row,
            Asking    *asking)
{
  g_autoptr(TendSession) session = g_object_ref (asking->session);
  g_autoptr(TendRecord) policy = g_object_ref (asking->policy);
  GtkWidget *parent = asking->parent;

  /* Other words make another version: this window is of the one before. */
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (row)));
  if (parent != NULL)
    tend_policy_wording_present (parent, session, policy);
}

static void
read_cb (GtkWidget *row,
         TendForm  *form)
{
  TendRecord *policy = tend_form_get_record (form);
  Asking *asking = g_object_get_data (G_OBJECT (row), "asking");

  tend_record_set_int (policy, "reviewed_on", asking->today);
  tend_record_set_int (policy, "review_on", tend_date_add_years (asking->today, 1));
  tend_form_show (form, "reviewed_on");
  tend_form_show (form, "review_on");
  g_signal_emit_by_name (form, "changed");
}

static void
prepare (TendForm  *form,
         GtkWindow *dialog,
         gpointer   data)
{
  Asking *asking = data;
  gboolean stored = tend_record_is_stored (asking->policy);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *list = tend_attachment_list_new ();
  GtkWidget *row = tend_row_link (_("View and Print…"), NULL);

  g_signal_connect (row, "activated", G_CALLBACK (print_cb), asking);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  if (stored)
    {
      row = tend_row_link (_("Wording…"), tend_record_is_set (asking->policy, "text")
                                          ? _("Your own") : _("Tend’s; change it as you like"));
      g_signal_connect (row, "activated", G_CALLBACK (wording_cb), asking);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

      row = tend_row_link (_("I Have Read It Through"),
                           _("Today, and again in a year"));
      g_object_set_data (G_OBJECT (row), "asking", asking);
      g_signal_connect_object (row, "activated", G_CALLBACK (read_cb), form, 0);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  tend_care_insert_group (form, "title", group);

  tend_attachment_list_show (TEND_ATTACHMENT_LIST (list), asking->session, &tend_policy_kind,
                             stored ? tend_record_get_id (asking->policy) : NULL);
  gtk_box_append (GTK_BOX (tend_care_form_box (form)), list);
}

static void
present (Asking *asking)
{
  static const char *const fields[] = {
    "title", "starts_on", "reviewed_on", "review_on", "note", NULL
  };
  gboolean stored = tend_record_is_stored (asking->policy);
  TendRecordDialogOptions options = {
    .title = tend_field_choice_label (tend_kind_field (&tend_policy_kind, "kind"), asking->kind),
    .text = stored
            ? _("If you have a paper of your own instead, keep it with this below.")
            : _("Tend has words for this, with your details in them. Read them, and keep them as "
                "yours; then you can change what is different with you."),
    .accept = stored ? NULL : _("_Keep"),
    .fields = fields,
    .prepare = prepare,
    .user_data = asking,
    .free_user_data = asking_free,
  };

  tend_record_dialog_present_full (asking->parent, asking->session, asking->policy, &options);
}

static gpointer
load_policy (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  const Asking *asking = data;
  g_autoptr(GError) failure = NULL;
  TendRecord *policy = tend_policy_on (vault, asking->kind, asking->today, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return policy != NULL ? policy : tend_policy_draft (vault, asking->kind, asking->today, error);
}

static void
policy_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Asking *asking = data;
  g_autoptr(GError) error = NULL;

  asking->policy = tend_session_finish (TEND_SESSION (source), result, &error);
  if (asking->parent != NULL && asking->policy != NULL)
    {
      present (asking);
      return;
    }

  if (asking->parent != NULL)
    tend_toast (asking->parent, error->message);
  asking_free (asking);
}

void
tend_policy_present (GtkWidget   *parent,
                     TendSession *session,
                     const char  *kind)
{
  Asking *asking = asking_new (parent, session, kind);

  tend_session_query (session, load_policy, asking, NULL, g_object_unref, NULL, policy_cb, asking);
}
