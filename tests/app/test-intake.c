/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "tend-attachments.h"
#include "tend-error.h"
#include "tend-intake.h"
#include "tend-original.h"

#include <cairo-pdf.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

/* (transfer full): a place for a file of that name beside the records. */
static char *
place (AppFixture *fixture,
       const char *name)
{
  g_autofree char *folder = g_strconcat (fixture->dir, "-scans", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return g_build_filename (folder, name, NULL);
}

static void
write_pdf (const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 420, 595);

  cairo_surface_show_page (surface);
  cairo_surface_destroy (surface);
}

static gboolean
is_done (gpointer intake)
{
  return tend_intake_get_state (intake) != TEND_INTAKE_READING;
}

static TendIntake *
take (AppFixture *fixture,
      const char *path)
{
  TendIntake *intake = tend_intake_new (fixture->session);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  tend_intake_take (intake, file);
  app_wait (is_done, intake, "the file");
  return intake;
}

static guint
count_blobs (AppFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->dir, "blobs", NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* The thread lets go of what it had written, and nobody is told. */
static void
assert_empties (AppFixture *fixture)
{
  for (int i = 0; i < 1000 && count_blobs (fixture) > 0; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (G_USEC_PER_SEC / 50);
    }

  g_assert_cmpuint (count_blobs (fixture), ==, 0);
}

typedef struct
{
  TendRecord    *client;
  TendBlobDraft *draft;
} Keep;

static gpointer
keep (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  Keep *keeping = data;
  g_autoptr(TendRecord) attachment = tend_record_new (tend_kind_by_name ("attachment"));

  tend_attachment_set_subject (attachment, tend_record_get_kind (keeping->client),
                               tend_record_get_id (keeping->client));
  tend_record_set_text (attachment, "name", "plan.pdf");
  g_assert_true (tend_attachment_keep (vault, attachment, keeping->draft, error));
  return NULL;
}

/* Ready only once it can be read back and shown; kept, it is there whole. */
static void
test_taken (AppFixture    *fixture,
            gconstpointer  data)
{
  g_autofree char *path = place (fixture, "plan\nof 😀 שרה.pdf");
  g_autoptr(TendIntake) intake = NULL;
  g_autoptr(TendRecord) client =
    app_add (fixture, tend_kind_by_name ("client"), "given_name", "Rose", NULL);
  Keep keeping = { .client = client };
  GStatBuf info;

  write_pdf (path);
  g_stat (path, &info);
  intake = take (fixture, path);
  g_assert_cmpstr (tend_intake_get_fault (intake), ==, NULL);
  g_assert_cmpint (tend_intake_get_state (intake), ==, TEND_INTAKE_READY);
  g_assert_cmpstr (tend_intake_get_name (intake), ==, "plan of 😀 שרה.pdf");
  g_assert_cmpint (tend_intake_get_media (intake), ==, TEND_MEDIA_PDF);
  g_assert_cmpint (tend_intake_get_size (intake), ==, info.st_size);
  g_assert_cmpfloat (tend_intake_get_progress (intake), ==, 1);

  keeping.draft = tend_intake_ref_draft (intake);
  app_change (fixture, keep, &keeping);
  tend_blob_draft_unref (keeping.draft);
  tend_intake_stop (intake);
  g_assert_cmpuint (count_blobs (fixture), ==, 1);
  g_remove (path);
}

/* As on a system that has no reader of it. */
static void
forget_heic (void)
{
  g_autoptr(GSList) formats = gdk_pixbuf_get_formats ();

  for (GSList *format = formats; format != NULL; format = format->next)
    {
      g_auto(GStrv) types = gdk_pixbuf_format_get_mime_types (format->data);

      if (g_strv_contains ((const char *const *) types, tend_media_type (TEND_MEDIA_HEIC)))
        gdk_pixbuf_format_set_disabled (format->data, TRUE);
    }
}

/* What has no end, and what leads nowhere: whoever runs this may read all else. */
static void
test_unreadable (AppFixture    *fixture,
                 gconstpointer  data)
{
  g_autofree char *pipe = place (fixture, "pipe.pdf");
  g_autofree char *astray = place (fixture, "astray.pdf");
  g_autoptr(TendIntake) of_pipe = NULL;
  g_autoptr(TendIntake) of_link = NULL;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink ("nowhere.pdf", astray), ==, 0);
  of_pipe = take (fixture, pipe);
  g_assert_nonnull (strstr (tend_intake_get_fault (of_pipe), "not a file that can be kept"));
  of_link = take (fixture, astray);
  g_assert_nonnull (strstr (tend_intake_get_fault (of_link), "not a file that can be kept"));
  g_assert_cmpuint (count_blobs (fixture), ==, 0);
  g_remove (pipe);
  g_remove (astray);
}

/* A sentence, and nothing of it stays. */
static void
test_refused (AppFixture    *fixture,
              gconstpointer  data)
{
  static const struct { const char *name, *bytes; gsize length; const char *why; } cases[] = {
    { "empty.jpg", "", 0, "This file is empty" },
    { "letter.pdf", "Dear all", 8, "This is not a PDF, a JPEG or a PNG" },
    { "torn.pdf", "%PDF-1.7\nDear all", 17, "This PDF cannot be read" },
    { "torn.jpg", "\xff\xd8\xff\xe0", 4, "This picture cannot be read to its end" },
    { "gone.jpg", NULL, 0, "no longer there" },
    { "phone.heic", "\0\0\0\x18" "ftypheic\0\0\0\0", 16, "(HEIC), which this computer cannot" },
  };
  g_autofree char *folder = place (fixture, "");
  g_autoptr(TendIntake) of_folder = take (fixture, folder);

  forget_heic ();
  g_assert_nonnull (strstr (tend_intake_get_fault (of_folder), "This is a folder"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = place (fixture, cases[i].name);
      g_autoptr(TendIntake) intake = NULL;

      if (cases[i].bytes != NULL)
        g_assert_true (g_file_set_contents (path, cases[i].bytes, cases[i].length, NULL));
      intake = take (fixture, path);
      g_assert_cmpint (tend_intake_get_state (intake), ==, TEND_INTAKE_FAILED);
      g_assert_nonnull (strstr (tend_intake_get_fault (intake), cases[i].why));
      tend_intake_stop (intake);
      assert_empties (fixture);
      g_remove (path);
    }
}

static void
test_too_long (AppFixture    *fixture,
               gconstpointer  data)
{
  g_autofree char *path = place (fixture, "film.pdf");
  g_autoptr(TendIntake) intake = NULL;

  g_assert_true (g_file_set_contents (path, "%PDF-1.7", -1, NULL));
  g_assert_cmpint (truncate (path, TEND_INTAKE_LARGEST + 1), ==, 0);
  intake = take (fixture, path);
  g_assert_nonnull (strstr (tend_intake_get_fault (intake), "larger than 250"));
  g_remove (path);
}

/* Stopped, or another chosen: what had been written goes when the thread has noticed. */
static void
test_stopped (AppFixture    *fixture,
              gconstpointer  data)
{
  g_autofree char *slow = place (fixture, "slow.pdf");
  g_autofree char *quick = place (fixture, "quick.pdf");
  g_autoptr(TendIntake) intake = tend_intake_new (fixture->session);
  g_autoptr(GFile) slow_file = g_file_new_for_path (slow);
  g_autoptr(GFile) quick_file = g_file_new_for_path (quick);

  g_assert_true (g_file_set_contents (slow, "%PDF-1.7", -1, NULL));
  g_assert_cmpint (truncate (slow, TEND_INTAKE_LARGEST), ==, 0);
  write_pdf (quick);
  tend_intake_take (intake, slow_file);
  while (tend_intake_get_progress (intake) < 0.01)
    g_main_context_iteration (NULL, FALSE);
  tend_intake_take (intake, quick_file);
  app_wait (is_done, intake, "the other file");
  g_assert_cmpint (tend_intake_get_state (intake), ==, TEND_INTAKE_READY);
  g_assert_cmpstr (tend_intake_get_name (intake), ==, "quick.pdf");

  tend_intake_stop (intake);
  assert_empties (fixture);
  g_remove (slow);
  g_remove (quick);
}

/* The original goes as it was read, and stays once it was written again. */
static void
test_original (AppFixture    *fixture,
               gconstpointer  data)
{
  g_autofree char *path = place (fixture, "plan.pdf");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(TendIntake) intake = NULL;
  g_autofree char *etag = NULL;
  /* The clock of a file stands still for some milliseconds. */
  struct utimbuf later = { time (NULL) + 2, time (NULL) + 2 };

  write_pdf (path);
  intake = take (fixture, path);
  etag = g_strdup (tend_intake_get_etag (intake));
  tend_intake_stop (intake);

  g_assert_true (g_file_set_contents (path, "Dear all", -1, NULL));
  g_assert_cmpint (g_utime (path, &later), ==, 0);
  g_assert_false (tend_original_delete (file, etag, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  write_pdf (path);
  g_clear_object (&intake);
  intake = take (fixture, path);
  g_assert_true (tend_original_delete (file, tend_intake_get_etag (intake), &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  tend_intake_stop (intake);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  app_add_test ("/app/intake/taken", test_taken);
  app_add_test ("/app/intake/refused", test_refused);
  app_add_test ("/app/intake/unreadable", test_unreadable);
  app_add_test ("/app/intake/too-long", test_too_long);
  app_add_test ("/app/intake/stopped", test_stopped);
  app_add_test ("/app/intake/original", test_original);

  return g_test_run ();
}
