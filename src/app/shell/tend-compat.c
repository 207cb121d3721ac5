/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The only file that looks at the versions of GTK and libadwaita, and the only
 * one that may name newer symbols than the baseline's: elsewhere the project's
 * MAX_ALLOWED macros forbid them.
 */

#undef GDK_VERSION_MAX_ALLOWED
#undef ADW_VERSION_MAX_ALLOWED

#include "tend-compat.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Asking. */

typedef struct
{
  TendConfirmFunc on_accepted;
  gpointer        user_data;
} Confirmation;

static void
response_cb (Confirmation *confirmation,
             const char   *response)
{
  if (g_str_equal (response, "accept"))
    confirmation->on_accepted (confirmation->user_data);
}

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

void
tend_compat_ask (GtkWidget       *parent,
                 const char      *heading,
                 const char      *body,
                 const char      *accept,
                 const char      *refuse,
                 gboolean         destructive,
                 TendConfirmFunc  on_accepted,
                 gpointer         user_data)
{
  AdwResponseAppearance appearance = destructive ? ADW_RESPONSE_DESTRUCTIVE
                                                 : ADW_RESPONSE_SUGGESTED;
  Confirmation *confirmation;

  g_return_if_fail (on_accepted != NULL);

  confirmation = g_new (Confirmation, 1);
  *confirmation = (Confirmation) { on_accepted, user_data };

#if ADW_CHECK_VERSION (1, 5, 0)
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", refuse, "accept", accept, NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "accept", appearance);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog),
                                         destructive ? "cancel" : "accept");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
#else
  GtkWidget *dialog = adw_message_dialog_new (window_of (parent), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", refuse, "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept", appearance);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog),
                                           destructive ? "cancel" : "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
#endif

  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), confirmation,
                         (GClosureNotify) (GCallback) g_free, G_CONNECT_SWAPPED);

#if ADW_CHECK_VERSION (1, 5, 0)
  adw_dialog_present (dialog, parent);
#else
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}

void
tend_compat_confirm (GtkWidget       *parent,
                     const char      *heading,
                     const char      *body,
                     const char      *accept,
                     gboolean         destructive,
                     TendConfirmFunc  on_accepted,
                     gpointer         user_data)
{
  tend_compat_ask (parent, heading, body, accept, _("_Cancel"), destructive, on_accepted,
                   user_data);
}

/* Choosing files. */

typedef struct
{
  GtkWidget      *parent;         /* weak */
  TendFileFunc    on_file;        /* one of the two */
  TendPathFunc    on_path;
  const char     *fault;          /* of a place that has no path */
  gpointer        user_data;
  GDestroyNotify  free_user_data; /* (nullable) */
} Choice;

static void
choice_free (Choice *choice)
{
  g_clear_weak_pointer (&choice->parent);
  if (choice->free_user_data != NULL)
    choice->free_user_data (choice->user_data);
  g_free (choice);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static void
tell (GtkWidget  *parent,
      const char *heading,
      const char *body)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, parent);
#else
  GtkWidget *dialog = adw_message_dialog_new (window_of (parent), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}

/* @file: (nullable): none was chosen. */
static void
choice_answer (Choice *choice,
               GFile  *file)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (file == NULL)
    return;

  if (choice->on_file != NULL)
    choice->on_file (file, choice->user_data);
  else if (path != NULL)
    choice->on_path (path, choice->user_data);
  else if (choice->parent != NULL)
    tell (choice->parent, _("Another Place, Please"), choice->fault);
}

#if GTK_CHECK_VERSION (4, 10, 0)

static void
saved_cb (GObject      *dialog,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(Choice) choice = data;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  choice_answer (choice, file);
}

static void
opened_cb (GObject      *dialog,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(Choice) choice = data;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  choice_answer (choice, file);
}

#else

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           Choice          *choice)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  choice_answer (choice, file);
  choice_free (choice);
  g_object_unref (dialog);
}

static void
choose (GtkWidget            *parent,
        const char           *title,
        GtkFileChooserAction  action,
        const char           *name,
        GListModel           *filters,
        Choice               *choice)
{
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (title, window_of (parent), action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);

  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  for (guint i = 0; filters != NULL && i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr(GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }

  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

static Choice *
choice_new (GtkWidget      *parent,
            gpointer        user_data,
            GDestroyNotify  free_user_data)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->user_data = user_data;
  choice->free_user_data = free_user_data;
  g_set_weak_pointer (&choice->parent, parent);
  return choice;
}

void
tend_compat_save_file (GtkWidget      *parent,
                       const char     *title,
                       const char     *suggested_name,
                       TendPathFunc    on_chosen,
                       gpointer        user_data,
                       GDestroyNotify  free_user_data)
{
  Choice *choice = choice_new (parent, user_data, free_user_data);

  choice->on_path = on_chosen;
  choice->fault = _("That place cannot be written to. Please choose a folder of this computer or "
                    "a memory stick.");

#if GTK_CHECK_VERSION (4, 10, 0)
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, suggested_name);
  gtk_file_dialog_save (dialog, window_of (parent), NULL, saved_cb, choice);
#else
  choose (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, suggested_name, NULL, choice);
#endif
}

/* @filters: (nullable): GtkFileFilter */
static void
open_file (GtkWidget  *parent,
           const char *title,
           GListModel *filters,
           Choice     *choice)
{
#if GTK_CHECK_VERSION (4, 10, 0)
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, window_of (parent), NULL, opened_cb, choice);
#else
  choose (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, filters, choice);
#endif
}

void
tend_compat_open_file (GtkWidget      *parent,
                       const char     *title,
                       const char     *pattern,
                       TendPathFunc    on_chosen,
                       gpointer        user_data,
                       GDestroyNotify  free_user_data)
{
  g_autoptr(GListStore) filters = NULL;
  Choice *choice = choice_new (parent, user_data, free_user_data);

  choice->on_path = on_chosen;
  choice->fault = _("That place cannot be read from. Please copy the file to this computer or a "
                    "memory stick, and choose it there.");

  if (pattern != NULL)
    {
      g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_add_pattern (filter, pattern);
      gtk_file_filter_set_name (filter, pattern);
      filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
      g_list_store_append (filters, filter);
    }

  open_file (parent, title, G_LIST_MODEL (filters), choice);
}

void
tend_compat_open_kind (GtkWidget          *parent,
                       const char         *title,
                       const char         *kind,
                       const char *const  *endings,
                       TendFileFunc        on_chosen,
                       gpointer            user_data,
                       GDestroyNotify      free_user_data)
{
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) these = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();
  Choice *choice = choice_new (parent, user_data, free_user_data);

  gtk_file_filter_set_name (these, kind);
  for (guint i = 0; endings[i] != NULL; i++)
    gtk_file_filter_add_suffix (these, endings[i]);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, these);
  g_list_store_append (filters, all);

  choice->on_file = on_chosen;
  open_file (parent, title, G_LIST_MODEL (filters), choice);
}

/* About. */

void
tend_compat_show_about (GtkWindow *parent)
{
  const char *comments = _("The day book, care record and business desk of one self-employed "
                           "carer.\n\nYour records stay on this computer, locked, and Tend "
                           "never goes online.");

#if ADW_CHECK_VERSION (1, 5, 0)
  adw_show_about_dialog (GTK_WIDGET (parent),
#else
  adw_show_about_window (parent,
#endif
                         "application-name", _("Tend"),
                         "application-icon", TEND_APP_ID,
                         "version", TEND_VERSION,
                         "comments", comments,
                         "copyright", _("© 2026 The Tend authors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", _("translator-credits"),
                         NULL);
}
