/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import does besides its faults (tests/cli/test-import.py): attachments,
 * progress, being stopped, and saving nothing when anything fails.
 */

#include "records-test.h"

#include "tend-attachment-files.h"
#include "tend-blob.h"
#include "tend-clients.h"
#include "tend-demo.h"
#include "tend-export.h"
#include "tend-files.h"
#include "tend-import.h"

#include <glib/gstdio.h>
#include <string.h>

#define START "{\"format\":\"tend\",\"version\":1,"

static guint
count (Fixture        *fixture,
       const TendKind *kind)
{
  g_autoptr(GPtrArray) records = tend_record_load_all (fixture->vault, kind, NULL);

  return records->len;
}

static gboolean
import_text (Fixture                  *fixture,
             const char               *text,
             const TendImportOptions  *options,
             GError                  **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return tend_import_bytes (fixture->vault, bytes, NULL, options, NULL, error);
}

/* Enough clients for a file of many chunks. */
static char *
many_clients (int n)
{
  GString *text = g_string_new (START "\"clients\":[");

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"id\":\"%d\",\"given_name\":\"Agnes\",\"note\":\"%0200d\"}",
                            i > 0 ? "," : "", i, i);

  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

typedef struct
{
  double        last;
  int           n;
  double        stop_at;
  GCancellable *cancellable;
} Watch;

static void
watch (double   fraction,
       gpointer data)
{
  Watch *self = data;

  g_assert_cmpfloat (fraction, >=, self->last);
  g_assert_cmpfloat (fraction, <=, 1);
  self->last = fraction;
  self->n++;
  if (self->stop_at > 0 && fraction >= self->stop_at)
    g_cancellable_cancel (self->cancellable);
}

static void
test_progress (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *text = many_clients (1000);
  Watch seen = { 0 };
  TendImportOptions options = { .progress = watch, .progress_data = &seen };
  g_autoptr(GError) error = NULL;

  import_text (fixture, text, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (seen.n, >=, 6);
  g_assert_cmpuint (count (fixture, &tend_client_kind), ==, 1000);
}

static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *text = many_clients (1000);
  const double places[] = { 0.05, 0.15, 0.5, 0.8 }; /* while checking, and while saving */

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      Watch seen = { .stop_at = places[i], .cancellable = cancellable };
      TendImportOptions options = {
        .progress = watch, .progress_data = &seen, .cancellable = cancellable
      };
      g_autoptr(GError) error = NULL;

      g_assert_false (import_text (fixture, text, &options, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (count (fixture, &tend_client_kind), ==, 0);
    }
}

/* Text that is cut out of something longer has no zero at its end. */
static void
test_without_zero (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *text = START "\"clients\":[{\"id\":\"a\",\"given_name\":\"Agnes\"}]}rubbish\\ud800";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strstr (text, "rubbish") - text);
  g_autoptr(GError) error = NULL;

  tend_import_bytes (fixture->vault, bytes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, &tend_client_kind), ==, 1);
}

/* Escapes of every kind, whole surrogate pairs among them. */
static void
test_escapes (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TendRecord) client = NULL;
  g_autoptr(GError) error = NULL;

  import_text (fixture, "\n " START "\"clients\":[{\"id\":\"a\",\"given_name\":"
                        "\"\\ud83c\\udf3b \\u0174\\\\u\\\\ud800 \\/\\\"\\t\\u00e9\"}]}\n", NULL,
                        &error);
  g_assert_no_error (error);
  client = tend_record_load (fixture->vault, &tend_client_kind, "a", NULL);
  g_assert_cmpstr (tend_record_get_text (client, "given_name"), ==, "🌻 Ŵ\\u\\ud800 /\"\té");
}

static void
test_fault_is_error (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (import_text (fixture, START "\"clients\":[{\"id\":\"a\"}]}", NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "clients[0].given_name: "));
}

/* Attachments */

static void
write_scan (const char *folder,
            const char *name,
            const char *content)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static char *
read_blob (Fixture    *fixture,
           const char *id)
{
  g_autoptr(TendRecord) record = tend_record_load (fixture->vault, &tend_attachment_kind, id, NULL);
  g_autoptr(GInputStream) stream =
    tend_blob_open (fixture->vault, tend_record_get_text (record, "blob"), NULL);
  char *text = g_malloc0 (1000);

  g_assert_true (g_input_stream_read_all (stream, text, 999, NULL, NULL, NULL));
  return text;
}

#define WITH_SCANS START "\"clients\":[{\"id\":\"a\",\"given_name\":\"Agnes\"}],\"attachments\":[" \
  "{\"id\":\"../x y\",\"subject_kind\":\"client\",\"subject\":\"a\",\"name\":\"scan.pdf\"}," \
  "{\"id\":\"plain\",\"subject_kind\":\"client\",\"subject\":\"a\",\"name\":\"../../etc/passwd\"," \
  "\"size\":5,\"paper\":\"contract\"}]}"

static void
test_attachments (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "in.json", NULL);
  g_autofree char *folder = tend_attachments_folder (path);
  g_autofree char *out = g_build_filename (fixture->dir, "out.json", NULL);
  g_autofree char *copied = g_build_filename (fixture->dir, "out.json.attachments", NULL);
  g_autofree char *scan = NULL;
  g_autofree char *exported = NULL;
  g_auto(GStrv) names = NULL;
  g_autoptr(TendImportReport) report = NULL;
  g_autoptr(GError) error = NULL;

  write_scan (folder, "%2E%2E%2Fx%20y.pdf", "A scan");
  write_scan (folder, "plain", "Plain");
  g_assert_true (g_file_set_contents (path, WITH_SCANS, -1, NULL));

  tend_import_file (fixture->vault, path, NULL, NULL, &error);
  g_assert_no_error (error);
  scan = read_blob (fixture, "../x y");
  g_assert_cmpstr (scan, ==, "A scan");

  tend_export_file (fixture->vault, out, NULL, TEND_SELECT_ALL, FALSE, &error);
  g_assert_no_error (error);
  names = tend_files_list (copied);
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  g_assert_cmpstr (names[0], ==, "%2E%2E%2Fx%20y.pdf");
  g_assert_cmpstr (names[1], ==, "plain");
  g_assert_true (g_file_get_contents (out, &exported, NULL, NULL));
  g_assert_nonnull (strstr (exported, "\"size\": 6"));
  g_assert_nonnull (strstr (exported, "\"paper\": \"contract\""));
  g_assert_null (strstr (exported, "blob"));

  /* The same once more, and the same with other bytes. */
  tend_import_file (fixture->vault, out, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_present, ==, 3);
  write_scan (copied, "plain", "plain");
  g_assert_false (tend_import_file (fixture->vault, out, NULL, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "attachments[1]"));
}

static void
test_attachments_wrong (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "in.json", NULL);
  g_autofree char *folder = tend_attachments_folder (path);
  g_autofree char *link = g_build_filename (folder, "%2E%2E%2Fx%20y.pdf", NULL);
  g_autoptr(TendImportReport) report = NULL;
  g_autoptr(TendImportReport) second = NULL;

  g_assert_true (g_file_set_contents (path, WITH_SCANS, -1, NULL));
  g_assert_false (tend_import_file (fixture->vault, path, NULL, &report, NULL));
  g_assert_cmpuint (report->faults->len, ==, 2);

  /* A link may lead anywhere, and a size says whether it is the file meant. */
  write_scan (folder, "plain", "Longer");
  g_assert_cmpint (symlink ("/etc/hostname", link), ==, 0);
  g_assert_false (tend_import_file (fixture->vault, path, NULL, &second, NULL));
  g_assert_cmpuint (second->faults->len, ==, 2);
  g_assert_cmpuint (count (fixture, &tend_client_kind), ==, 0);
}

static void
test_file_names (void)
{
  g_autoptr(TendRecord) record = tend_record_new (&tend_attachment_kind);
  g_autofree char *long_id = g_strnfill (150, ' ');
  g_autofree char *hashed = NULL;
  const struct { const char *id, *name, *wanted; } cases[] = {
    { "abc-1_2", "scan.pdf", "abc-1_2.pdf" },
    { "abc", "no ending", "abc" },
    { "abc", "odd.p/f", "abc" },
    { "abc", "dot.", "abc" },
    { "abc", "long.abcdefghi", "abc" },
    { "..", "x.PNG", "%2E%2E.PNG" },
    { "é", "x.jpg", "%C3%A9.jpg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = NULL;

      tend_record_set_id (record, cases[i].id);
      tend_record_set_text (record, "name", cases[i].name);
      name = tend_attachment_file_name (record);
      g_assert_cmpstr (name, ==, cases[i].wanted);
    }

  tend_record_set_id (record, long_id);
  hashed = tend_attachment_file_name (record);
  g_assert_cmpuint (strlen (hashed), ==, 64 + strlen (".jpg"));
}

/* Samples */

static void
test_demo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  tend_demo_load (fixture->vault, GPOINTER_TO_INT (data), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, &tend_client_kind), >=, 4);
  g_assert_cmpuint (count (fixture, &tend_visit_kind), >=, 30);

  g_assert_false (tend_demo_load (fixture->vault, TEND_DEMO_SAMPLE, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_cmpint (tend_date_weekday (tend_demo_today ()), ==, TEND_TUESDAY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_fixture_test ("/exchange/import/progress", test_progress);
  add_fixture_test ("/exchange/import/stopped", test_stopped);
  add_fixture_test ("/exchange/import/without-zero", test_without_zero);
  add_fixture_test ("/exchange/import/escapes", test_escapes);
  add_fixture_test ("/exchange/import/fault-is-error", test_fault_is_error);
  add_fixture_test ("/exchange/import/attachments", test_attachments);
  add_fixture_test ("/exchange/import/attachments-wrong", test_attachments_wrong);
  g_test_add_func ("/exchange/import/file-names", test_file_names);
  g_test_add ("/exchange/demo/sample", Fixture, GINT_TO_POINTER (TEND_DEMO_SAMPLE),
              fixture_set_up, test_demo, fixture_tear_down);
  g_test_add ("/exchange/demo/flintshire", Fixture, GINT_TO_POINTER (TEND_DEMO_FLINTSHIRE),
              fixture_set_up, test_demo, fixture_tear_down);

  return g_test_run ();
}
