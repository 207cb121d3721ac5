/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes into a portfolio, for whom; the files are looked at from outside (tests/cli). */

#include "records-test.h"

#include "tend-attachments.h"
#include "tend-enclosure.h"
#include "tend-portfolio.h"
#include "tend-scheme.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define ON "2026-11-24"

static void
add_carer (Fixture *fixture)
{
  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine Marsh", "address",
              "7 Weaver Close", "postcode", "ST13 9ZZ", "utr", "12345 67890", "schemes",
              "staffordshire", NULL);
  add_record (fixture, &tend_client_kind, "rose", "given_name", "Rose", "family_name", "Hartley",
              NULL);
  add_record (fixture, &tend_credential_kind, "dbs", "kind", "dbs", "title", "Enhanced",
              "issued_on", "2025-03-11", "note", "Shown to Rose", NULL);
  add_record (fixture, &tend_credential_kind, "proof", "kind", "self_employment", "issued_on",
              "2025-03-11", NULL);
}

static TendPortfolioPlan *
plan (Fixture              *fixture,
      TendPortfolioPurpose  purpose,
      const char           *with,
      const char           *without)
{
  const char *const in[] = { with, NULL };
  const char *const out[] = { without, NULL };
  const TendPortfolioRequest request = {
    .scheme = "staffordshire", .purpose = purpose, .on = day (ON), .with = in, .without = out,
  };
  g_autoptr(GError) error = NULL;
  TendPortfolioPlan *self = tend_portfolio_plan (fixture->vault, &request, &error);

  g_assert_no_error (error);
  return self;
}

static const TendPortfolioItem *
find (TendPortfolioPlan *self,
      const char        *id)
{
  for (guint i = 0; i < tend_portfolio_plan_get_n_items (self); i++)
    if (g_strcmp0 (tend_portfolio_plan_get_item (self, i)->id, id) == 0)
      return tend_portfolio_plan_get_item (self, i);

  g_assert_not_reached ();
}

/* A letter for each: Out, Line, Pages, Whole. */
static void
assert_extents (TendPortfolioPlan *self,
                const char        *wanted)
{
  static const char *const items[] = { "terms", "dbs", "self-employment", "address", "utr" };
  char got[G_N_ELEMENTS (items) + 1] = "";

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    got[i] = "OLPW"[find (self, items[i])->extent];
  g_assert_cmpstr (got, ==, wanted);
}

static void
test_extents (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TendPortfolioPlan) client = NULL, council = NULL, insurer = NULL, ticked = NULL;
  g_autoptr(TendPortfolioPlan) unticked = NULL;

  add_carer (fixture);
  client = plan (fixture, TEND_PORTFOLIO_NEW_CLIENT, NULL, NULL);
  assert_extents (client, "WLLOO");
  council = plan (fixture, TEND_PORTFOLIO_COUNCIL, NULL, NULL);
  assert_extents (council, "WWWLL");
  insurer = plan (fixture, TEND_PORTFOLIO_INSURER, NULL, NULL);
  assert_extents (insurer, "OLLLO");
  ticked = plan (fixture, TEND_PORTFOLIO_NEW_CLIENT, "dbs", NULL);
  assert_extents (ticked, "WWLOO");
  unticked = plan (fixture, TEND_PORTFOLIO_COUNCIL, NULL, "address");
  assert_extents (unticked, "WWWOL");

  /* The standard takes its time, and is looked at only where it goes in. */
  g_assert_cmpint (find (client, "standard")->extent, ==, TEND_PORTFOLIO_OUT);
  g_assert_cmpint (find (client, "standard")->most, ==, TEND_PORTFOLIO_WHOLE);
  g_assert_cmpstr (find (client, "standard")->says, ==, "How it stands with each line of it");
  g_assert_true (g_str_has_prefix (find (council, "standard")->says, "44 lines. Met: "));
}

/* What a profile names as the evidence of a rule there is: an item, or the records of clients. */
static void
test_shown (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) schemes = tend_schemes_load (NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < schemes->len; i++)
    {
      GPtrArray *rules = tend_scheme_get_rules (schemes->pdata[i]);

      for (guint j = 0; j < rules->len; j++)
        {
          const TendRule *rule = rules->pdata[j];
          g_auto(GStrv) shown = tend_scheme_get_list (schemes->pdata[i], rule->group, "shown");

          for (guint k = 0; shown[k] != NULL; k++, n++)
            if (tend_portfolio_entry (shown[k]) == NULL && strcmp (shown[k], "records") != 0)
              g_error ("[%s] is shown in \"%s\"", rule->group, shown[k]);
        }
    }
  g_assert_cmpuint (n, >, 100);
}

static char *
front_text (TendPortfolioPlan *self)
{
  g_autoptr(TendDocument) document = tend_portfolio_plan_document (self);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < tend_document_get_n_pages (document); i++)
    {
      g_autofree char *page = tend_document_dup_page_text (document, i);

      g_string_append (text, page);
    }
  return g_string_free (text, FALSE);
}

static void
test_front (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TendPortfolioPlan) client = NULL, council = NULL;
  g_autofree char *to_client = NULL, *to_council = NULL;

  add_carer (fixture);
  client = plan (fixture, TEND_PORTFOLIO_NEW_CLIENT, NULL, NULL);
  council = plan (fixture, TEND_PORTFOLIO_COUNCIL, NULL, NULL);
  to_client = front_text (client);
  to_council = front_text (council);

  g_assert_nonnull (strstr (to_client, "not verified by the council"));
  g_assert_nonnull (strstr (to_client, "Enhanced, issued 11 March 2025"));
  g_assert_null (strstr (to_client, "Weaver Close"));
  g_assert_null (strstr (to_client, "67890"));
  g_assert_null (strstr (to_client, "Missing"));
  g_assert_nonnull (strstr (to_council, "Weaver Close"));
  g_assert_nonnull (strstr (to_council, "67890"));
  g_assert_nonnull (strstr (to_council, "Missing"));
  g_assert_nonnull (strstr (to_council, "its last good day is 11 March 2028"));
}

/* One that goes on is not the one before. */
static void
test_renewed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TendPortfolioPlan) self = NULL;
  const char *says;

  add_carer (fixture);
  add_record (fixture, &tend_credential_kind, "old", "kind", "public_liability", "title", "Old",
              "issued_on", "2024-12-01", "expires_on", "2025-11-30", NULL);
  add_record (fixture, &tend_credential_kind, "new", "kind", "public_liability", "title", "New",
              "issued_on", "2025-12-01", "expires_on", "2027-11-30", NULL);
  add_record (fixture, &tend_credential_kind, "next", "kind", "public_liability", "title", "Next",
              "issued_on", "2027-12-01", "expires_on", "2028-11-30", NULL);
  add_record (fixture, &tend_credential_kind, "other", "kind", "public_liability", "title",
              "Other", "issued_on", "2025-12-01", "scheme", "cambridgeshire", NULL);
  self = plan (fixture, TEND_PORTFOLIO_COUNCIL, NULL, NULL);
  says = find (self, "insurance")->says;
  g_assert_cmpstr (says, ==, "Public liability insurance: New, issued 1 December 2025, "
                   "good until 30 November 2027");
}

static void
add_scan (Fixture    *fixture,
          const char *id,
          GBytes     *bytes)
{
  g_autoptr(TendRecord) credential = NULL;
  g_autoptr(TendRecord) attachment = make_record (&tend_attachment_kind, NULL, "name", "scan.pdf",
                                                  "media_type", "application/pdf", NULL);
  g_autoptr(GInputStream) input = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GError) error = NULL;

  credential = tend_record_load (fixture->vault, &tend_credential_kind, id, &error);
  g_assert_no_error (error);
  g_assert_true (tend_attachment_add (fixture->vault, credential, attachment, input, NULL,
                                      &error));
  g_assert_no_error (error);
}

static void
cancel_cb (double   fraction,
           gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
assert_not_kept (Fixture *fixture)
{
  g_autoptr(GPtrArray) kept = NULL;
  g_autoptr(GError) error = NULL;

  kept = tend_record_load_all (fixture->vault, &tend_portfolio_kind, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kept->len, ==, 0);
}

static void
assert_nothing (Fixture    *fixture,
                const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);

  g_assert_no_error (error);
  g_assert_null (g_dir_read_name (dir));
  assert_not_kept (fixture);
}

/* A scan that cannot be read is named, and one who stops is not asked why. */
static void
test_nothing_left (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("tend-portfolio-XXXXXX", NULL);
  g_autofree char *zip = g_build_filename (folder, "a.zip", NULL);
  g_autofree char *pdf = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(TendPortfolioPlan) self = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) half = g_bytes_new_static ("%PDF-1.4 half", 13);
  TendPortfolioTarget target = { .zip = zip, .pdf = pdf };

  add_carer (fixture);
  add_scan (fixture, "dbs", half);
  self = plan (fixture, TEND_PORTFOLIO_COUNCIL, NULL, NULL);
  g_assert_cmpuint (find (self, "dbs")->n_files, ==, 1);

  g_assert_null (tend_portfolio_write (fixture->vault, self, &target, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "DBS certificate, “scan.pdf”"));
  assert_nothing (fixture, folder);
  g_clear_error (&error);

  target.progress = cancel_cb;
  target.user_data = cancellable;
  g_assert_null (tend_portfolio_write (fixture->vault, self, &target, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_nothing (fixture, folder);
  g_rmdir (folder);
}

/* Both or neither: the ZIP cannot have its name, since a folder has it, and what was there
 * before is there again. */
static void
test_both_or_neither (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("tend-portfolio-XXXXXX", NULL);
  g_autofree char *zip = g_build_filename (folder, "a.zip", NULL);
  g_autofree char *pdf = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr(TendPortfolioPlan) self = NULL;
  g_autoptr(GError) error = NULL;
  TendPortfolioTarget target = { .zip = zip, .pdf = pdf };

  add_carer (fixture);
  self = plan (fixture, TEND_PORTFOLIO_COUNCIL, NULL, NULL);
  g_mkdir (zip, 0700);

  g_assert_null (tend_portfolio_write (fixture->vault, self, &target, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_cmpint (g_rmdir (zip), ==, 0);
  assert_nothing (fixture, folder);
  g_clear_error (&error);

  g_mkdir (zip, 0700);
  g_assert_true (g_file_set_contents (pdf, "last year’s", -1, NULL));
  g_assert_null (tend_portfolio_write (fixture->vault, self, &target, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_true (g_file_get_contents (pdf, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "last year’s");
  g_assert_cmpint (g_unlink (pdf), ==, 0);
  g_assert_cmpint (g_rmdir (zip), ==, 0);
  assert_nothing (fixture, folder);
  g_rmdir (folder);
}

static void
assert_file (const char *path,
             const char *wanted)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, wanted);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* Files that may grow no further stand for a disk that is full once both have their names: what
 * stood there before is there again. */
static void
test_not_recorded (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("tend-portfolio-XXXXXX", NULL);
  g_autofree char *zip = g_build_filename (folder, "a.zip", NULL);
  g_autofree char *pdf = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr(TendPortfolioPlan) self = NULL;
  g_autoptr(TendPortfolioFiles) files = NULL;
  g_autoptr(GError) error = NULL;
  const TendPortfolioTarget target = { .zip = zip, .pdf = pdf };
  struct rlimit before, none;

  add_carer (fixture);
  self = plan (fixture, TEND_PORTFOLIO_COUNCIL, NULL, NULL);
  g_assert_true (g_file_set_contents (zip, "last year’s ZIP", -1, NULL));
  g_assert_true (g_file_set_contents (pdf, "last year’s PDF", -1, NULL));
  files = tend_portfolio_compose (fixture->vault, self, &target, NULL, &error);
  g_assert_no_error (error);

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  none = (struct rlimit) { 0, before.rlim_max };
  setrlimit (RLIMIT_FSIZE, &none);
  g_assert_null (tend_portfolio_files_keep (files, fixture->vault, &error));
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_nonnull (error);
  assert_not_kept (fixture);
  g_clear_pointer (&files, tend_portfolio_files_free);

  assert_file (zip, "last year’s ZIP");
  assert_file (pdf, "last year’s PDF");
  assert_nothing (fixture, folder);
  g_rmdir (folder);
}

static void
keep_fraction_cb (double   fraction,
                  gpointer last)
{
  g_assert_cmpfloat (fraction, >=, *(double *) last);
  *(double *) last = fraction;
}

/* It goes to its end, whatever is written. */
static void
test_progress (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("tend-portfolio-XXXXXX", NULL);
  g_autofree char *zip = g_build_filename (folder, "a.zip", NULL);
  g_autofree char *pdf = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr(TendPortfolioPlan) first = NULL;
  g_autoptr(TendDocument) front = NULL;
  g_autoptr(GBytes) scan = NULL;
  g_autoptr(GError) error = NULL;

  add_carer (fixture);
  first = plan (fixture, TEND_PORTFOLIO_COUNCIL, NULL, NULL);
  front = tend_portfolio_plan_document (first);
  scan = tend_document_dup_pdf (front, &error);
  g_assert_no_error (error);
  add_scan (fixture, "dbs", scan);

  for (int with = 1; with <= 3; with++)
    {
      double last = 0;
      const TendPortfolioTarget target = {
        .zip = with & 1 ? zip : NULL, .pdf = with & 2 ? pdf : NULL,
        .progress = keep_fraction_cb, .user_data = &last,
      };
      g_autoptr(TendPortfolioPlan) self = plan (fixture, TEND_PORTFOLIO_COUNCIL, NULL, NULL);
      g_autoptr(TendPortfolioFiles) files =
        tend_portfolio_compose (fixture->vault, self, &target, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpfloat (last, ==, 1);
    }
  g_rmdir (folder);
}

/* Composed by a connection that only reads, and kept by the one that writes. */
static void
test_beside (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("tend-portfolio-XXXXXX", NULL);
  g_autofree char *zip = g_build_filename (folder, "a.zip", NULL);
  g_autoptr(TendVault) reading = NULL;
  g_autoptr(TendPortfolioPlan) self = NULL;
  g_autoptr(TendPortfolioFiles) files = NULL;
  g_autoptr(TendRecord) record = NULL;
  g_autoptr(GError) error = NULL;
  const TendPortfolioTarget target = { .zip = zip };

  add_carer (fixture);
  self = plan (fixture, TEND_PORTFOLIO_COUNCIL, NULL, NULL);
  reading = tend_vault_open (tend_vault_get_dir (fixture->vault),
                             tend_vault_get_key (fixture->vault), TEND_VAULT_READ_ONLY, &error);
  g_assert_no_error (error);

  files = tend_portfolio_compose (reading, self, &target, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (zip, G_FILE_TEST_EXISTS));
  g_clear_pointer (&files, tend_portfolio_files_free);
  assert_nothing (fixture, folder);

  files = tend_portfolio_compose (reading, self, &target, NULL, &error);
  g_assert_no_error (error);
  record = tend_portfolio_files_keep (files, fixture->vault, &error);
  g_assert_no_error (error);
  g_assert_true (tend_record_is_stored (record));
  g_assert_cmpint (g_unlink (zip), ==, 0);
  g_rmdir (folder);
}

static int
count_pages (GBytes *pdf)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendEnclosure) pages = tend_enclosure_new (pdf, TEND_MEDIA_PDF, NULL, &error);

  g_assert_no_error (error);
  return tend_enclosure_get_n_pages (pages);
}

/* As it will be, page by page; of a scan beyond what may be shown it is said that it comes. */
static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("tend-portfolio-XXXXXX", NULL);
  g_autofree char *pdf = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr(TendPortfolioPlan) self = NULL;
  g_autoptr(TendPortfolioPlan) with_scan = NULL;
  g_autoptr(TendDocument) front = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) scan = NULL, look = NULL, short_look = NULL;
  g_autoptr(TendRecord) record = NULL;
  g_autoptr(GMappedFile) written = NULL;
  g_autoptr(GBytes) bytes = NULL;
  const TendPortfolioTarget target = { .pdf = pdf };

  add_carer (fixture);
  self = plan (fixture, TEND_PORTFOLIO_COUNCIL, NULL, NULL);
  front = tend_portfolio_plan_document (self);
  scan = tend_document_dup_pdf (front, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_pages (scan), >, 1);
  add_scan (fixture, "dbs", scan);

  with_scan = plan (fixture, TEND_PORTFOLIO_COUNCIL, NULL, NULL);
  look = tend_portfolio_preview (fixture->vault, with_scan, 0, NULL, &error);
  g_assert_no_error (error);
  record = tend_portfolio_write (fixture->vault, with_scan, &target, NULL, &error);
  g_assert_no_error (error);
  written = g_mapped_file_new (pdf, FALSE, &error);
  g_assert_no_error (error);
  bytes = g_mapped_file_get_bytes (written);
  g_assert_cmpint (count_pages (look), ==, count_pages (bytes));
  g_assert_cmpuint (g_bytes_get_size (look), ==, g_bytes_get_size (bytes));

  short_look = tend_portfolio_preview (fixture->vault, with_scan, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_pages (short_look), ==, count_pages (look) - count_pages (scan) + 1);
  g_unlink (pdf);
  g_rmdir (folder);
}

/* Also where there is nothing to read that takes its time. */
static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("tend-portfolio-XXXXXX", NULL);
  g_autofree char *pdf = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(TendPortfolioPlan) self = NULL;
  g_autoptr(GError) error = NULL;
  const TendPortfolioTarget target = {
    .pdf = pdf, .progress = cancel_cb, .user_data = cancellable
  };

  add_carer (fixture);
  self = plan (fixture, TEND_PORTFOLIO_NEW_CLIENT, NULL, NULL);
  g_assert_null (tend_portfolio_write (fixture->vault, self, &target, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_nothing (fixture, folder);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_fixture_test ("/exchange/portfolio/extents", test_extents);
  add_fixture_test ("/exchange/portfolio/front", test_front);
  add_fixture_test ("/exchange/portfolio/renewed", test_renewed);
  add_fixture_test ("/exchange/portfolio/shown", test_shown);
  add_fixture_test ("/exchange/portfolio/nothing-left", test_nothing_left);
  add_fixture_test ("/exchange/portfolio/both-or-neither", test_both_or_neither);
  add_fixture_test ("/exchange/portfolio/not-recorded", test_not_recorded);
  add_fixture_test ("/exchange/portfolio/progress", test_progress);
  add_fixture_test ("/exchange/portfolio/beside", test_beside);
  add_fixture_test ("/exchange/portfolio/preview", test_preview);
  add_fixture_test ("/exchange/portfolio/stopped", test_stopped);

  return g_test_run ();
}
