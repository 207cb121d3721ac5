/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-attachments.h"
#include "tend-signed.h"

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", NULL);
  add_record (fixture, &tend_client_kind, "bob", "given_name", "Bob", NULL);
  add_record (fixture, &tend_about_me_kind, "words", "client", "ann", "written_on", "2026-06-01",
              NULL);
  add_record (fixture, &tend_agreement_kind, "deal", "client", "ann", "starts_on", "2026-06-01",
              NULL);
  add_record (fixture, &tend_agreement_kind, "other", "client", "bob", "starts_on", "2026-06-01",
              NULL);
  add_record (fixture, &tend_vehicle_kind, "car", "name", "The car", NULL);
}

/* @paper: NULL for a document that is no signed copy of anything */
static TendRecord *
attach (Fixture        *fixture,
        const TendKind *kind,
        const char     *id,
        const char     *paper)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) input = g_memory_input_stream_new_from_data ("scan", 4, NULL);
  g_autoptr(TendRecord) record = tend_record_load (fixture->vault, kind, id, NULL);
  TendRecord *attachment = make_record (&tend_attachment_kind, NULL, "name", "scan.pdf", NULL);

  tend_record_set_text (attachment, "paper", paper);
  g_assert_true (tend_attachment_add (fixture->vault, record, attachment, input, NULL, &error));
  g_assert_no_error (error);
  return attachment;
}

/* Those that are missing, by their words in interchange. */
static void
assert_unsigned (Fixture    *fixture,
                 const char *client,
                 const char *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) missing = tend_pack_unsigned (fixture->vault, client, day ("2026-09-01"),
                                                     &error);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (text, "%s ", ((const TendChoice *) missing->pdata[i])->value);
  g_assert_cmpstr (text->str, ==, words);
}

#define LAST "medicine_request equipment contingency contacts "
#define ALL "contract privacy_notice about_me " LAST

/* With the person or with a record of theirs; not with somebody else's, nor twice. */
static void
test_whose (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TendRecord) notice = NULL;
  g_autoptr(TendRecord) other = NULL;

  assert_unsigned (fixture, "ann", ALL);
  g_object_unref (attach (fixture, &tend_client_kind, "ann", NULL));
  g_object_unref (attach (fixture, &tend_client_kind, "ann", "care_plan"));
  g_object_unref (attach (fixture, &tend_client_kind, "bob", "contacts"));
  g_object_unref (attach (fixture, &tend_agreement_kind, "other", "contract"));
  g_object_unref (attach (fixture, &tend_vehicle_kind, "car", "contacts"));
  assert_unsigned (fixture, "ann", ALL);

  notice = attach (fixture, &tend_client_kind, "ann", "privacy_notice");
  other = attach (fixture, &tend_client_kind, "ann", "privacy_notice");
  g_object_unref (attach (fixture, &tend_agreement_kind, "deal", "contract"));
  g_object_unref (attach (fixture, &tend_about_me_kind, "words", "about_me"));
  assert_unsigned (fixture, "ann", LAST);
  assert_unsigned (fixture, "bob",
                   "privacy_notice about_me medicine_request equipment contingency ");

  /* What is taken away is missing again, once its last copy has gone. */
  g_assert_true (tend_attachment_remove (fixture->vault, notice, NULL, NULL));
  assert_unsigned (fixture, "ann", LAST);
  g_assert_true (tend_attachment_remove (fixture->vault, other, NULL, NULL));
  assert_unsigned (fixture, "ann", "privacy_notice " LAST);
}

static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  g_auto(GStrv) papers = g_strsplit (g_strchomp ((char[]) { ALL }), " ", -1);

  g_assert_cmpuint (g_strv_length (papers), ==, TEND_PACK_PAPERS);
  for (guint i = 0; papers[i] != NULL; i++)
    g_object_unref (attach (fixture, &tend_client_kind, "ann", papers[i]));
  assert_unsigned (fixture, "ann", "");
}

/* A contract of that day, kept with the person. */
static TendRecord *
attach_dated (Fixture    *fixture,
              const char *field,
              const char *date)
{
  g_autoptr(GError) error = NULL;
  TendRecord *attachment = attach (fixture, &tend_client_kind, "ann", "contract");

  tend_record_set_int (attachment, field, day (date));
  g_assert_true (tend_record_save (fixture->vault, attachment, NULL, &error));
  g_assert_no_error (error);
  return attachment;
}

static void
assert_contract (Fixture    *fixture,
                 const char *field,
                 const char *date,
                 gboolean    counts)
{
  g_autoptr(TendRecord) attachment = attach_dated (fixture, field, date);

  assert_unsigned (fixture, "ann", counts ? "privacy_notice about_me " LAST : ALL);
  g_assert_true (tend_attachment_remove (fixture->vault, attachment, NULL, NULL));
}

/* The first contract may be signed before it begins; a later one is of its day or after. */
static void
test_which_agreement (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) next = NULL;

  assert_contract (fixture, "dated_on", "2026-05-25", TRUE);

  add_record (fixture, &tend_agreement_kind, "next", "client", "ann", "starts_on", "2026-08-01",
              "version", "2", NULL);
  assert_contract (fixture, "dated_on", "2026-07-31", FALSE);
  assert_contract (fixture, "dated_on", "2026-08-01", TRUE);
  assert_contract (fixture, "added_on", "2026-07-31", FALSE);
  assert_contract (fixture, "added_on", "2026-08-01", TRUE);

  /* Signed beforehand, as is right. */
  next = tend_record_load (fixture->vault, &tend_agreement_kind, "next", &error);
  tend_record_set_int (next, "signed_on", day ("2026-07-20"));
  g_assert_true (tend_record_save (fixture->vault, next, NULL, &error));
  assert_contract (fixture, "dated_on", "2026-07-19", FALSE);
  assert_contract (fixture, "dated_on", "2026-07-20", TRUE);

  /* Kept with an agreement it is of that one, whatever its date. */
  g_object_unref (attach (fixture, &tend_agreement_kind, "deal", "contract"));
  assert_unsigned (fixture, "ann", ALL);
  g_object_unref (attach (fixture, &tend_agreement_kind, "next", "contract"));
  assert_unsigned (fixture, "ann", "privacy_notice about_me " LAST);
}

/* What is yet to begin is no reason to ask anew while another is in force. */
static void
test_coming_agreement (Fixture       *fixture,
                       gconstpointer  data)
{
  add_record (fixture, &tend_agreement_kind, "next", "client", "ann", "starts_on", "2026-09-02",
              NULL);
  assert_contract (fixture, "dated_on", "2026-05-25", TRUE);
  add_record (fixture, &tend_agreement_kind, "now", "client", "ann", "starts_on", "2026-09-01",
              NULL);
  assert_contract (fixture, "dated_on", "2026-05-25", FALSE);
}

static void
test_text (void)
{
  static const char *const texts[] = {
    NULL, "Unsigned: one of seven", "Unsigned: two of seven", "Unsigned: three of seven",
    "Unsigned: four of seven", "Unsigned: five of seven", "Unsigned: six of seven",
    "Unsigned: seven of seven",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = tend_pack_unsigned_text (i);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)
  add_test ("/records/signed/whose", test_whose);
  add_test ("/records/signed/all", test_all);
  add_test ("/records/signed/which-agreement", test_which_agreement);
  add_test ("/records/signed/coming-agreement", test_coming_agreement);
  g_test_add_func ("/records/signed/text", test_text);
#undef add_test

  return g_test_run ();
}
