/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-form.h"

#include "app-test.h"

#include "tend-clients.h"
#include "tend-kinds.h"

#include <string.h>

#define EXIT_SKIPPED 77 /* what meson takes for "skipped" */
#define DRAFT "draft/test"

/* A dialog that is closed while the worker has something else to do. */
typedef struct
{
  GMutex     busy;   /* locked as long as the worker is to wait */
  GtkWidget *main;
  GtkWindow *dialog;
  gboolean   refuse;
} Busy;

static gpointer
wait_job (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  g_mutex_lock (data);
  g_mutex_unlock (data);
  return NULL;
}

static TendRecord *
save (TendVault   *vault,
      TendRecord  *record,
      gpointer     data,
      GError     **error)
{
  if (((Busy *) data)->refuse)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID, "Another has that number.");
      return NULL;
    }

  return g_object_ref (record);
}

static void
prepare (TendForm  *form,
         GtkWindow *window,
         gpointer   data)
{
  ((Busy *) data)->dialog = window;
}

static gpointer
read_draft (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  return tend_setting_get (vault, DRAFT);
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_TEXT (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);

  return found;
}

/* Types, saves and closes at once; only then has the worker time for it. */
static void
save_and_close (Busy       *busy,
                AppFixture *fixture)
{
  static const char *const fields[] = { "given_name", NULL };
  g_autoptr(TendRecord) client = tend_record_new (&tend_client_kind);
  const TendRecordDialogOptions options = {
    .title = "A Client", .fields = fields, .save = save, .save_data = busy, .draft_key = DRAFT,
    .prepare = prepare, .user_data = busy,
  };

  busy->main = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (busy->main));
  tend_record_dialog_present_full (busy->main, fixture->session, client, &options);
  app_settle (fixture);

  g_mutex_lock (&busy->busy);
  tend_session_query (fixture->session, wait_job, &busy->busy, NULL, NULL, NULL, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (GTK_WIDGET (busy->dialog))), "Rose");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (busy->dialog), "record.save", NULL));
  gtk_window_close (busy->dialog);
  g_mutex_unlock (&busy->busy);
  app_settle (fixture);
}

/* The title of what is over the main window; NULL: nothing is. */
static const char *
told (Busy *busy)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (gtk_window_get_transient_for (at->data) == GTK_WINDOW (busy->main))
      return gtk_window_get_title (at->data);

  return NULL;
}

static void
test_refused (AppFixture    *fixture,
              gconstpointer  data)
{
  Busy busy = { .refuse = TRUE };
  g_autofree char *draft = NULL;

  save_and_close (&busy, fixture);
  draft = app_change (fixture, read_draft, NULL);
  g_assert_nonnull (draft);
  g_assert_nonnull (strstr (draft, "Rose"));
  g_assert_cmpstr (told (&busy), ==, "Not Saved");
  gtk_window_destroy (GTK_WINDOW (busy.main));
}

/* What was kept while it was being saved is forgotten with the rest. */
static void
test_saved (AppFixture    *fixture,
            gconstpointer  data)
{
  Busy busy = { .refuse = FALSE };

  save_and_close (&busy, fixture);
  g_assert_null (app_change (fixture, read_draft, NULL));
  g_assert_null (told (&busy));
  gtk_window_destroy (GTK_WINDOW (busy.main));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    return EXIT_SKIPPED;

  adw_init ();

  app_add_test ("/app/record-dialog/refused", test_refused);
  app_add_test ("/app/record-dialog/saved", test_saved);

  return g_test_run ();
}
