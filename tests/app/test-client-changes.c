/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window does to a client's records, as the worker does it. */

#include "tend-client-actions.h"
#include "tend-client-summary.h"
#include "tend-clients.h"
#include "tend-contract.h"
#include "tend-files.h"
#include "tend-history.h"
#include "tend-kinds.h"
#include "tend-new-client.h"
#include "tend-past.h"
#include "tend-price-list.h"
#include "tend-rate-row.h"
#include "tend-terms-text.h"

typedef struct
{
  char      *dir;
  TendVault *vault;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *top = g_dir_make_tmp ("tend-client-XXXXXX", NULL);

  fixture->dir = g_build_filename (top, "vault", NULL);
  fixture->vault = tend_vault_create (fixture->dir, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *top = g_path_get_dirname (fixture->dir);

  g_assert_finalize_object (fixture->vault);
  tend_files_remove_tree (top);
  g_free (fixture->dir);
}

static TendDate
day (const char *iso)
{
  return tend_date_parse_iso (iso);
}

/* A record with the id and pairs of field and interchange text; not saved. */
static TendRecord *
make (const TendKind *kind,
      const char     *id,
      ...)
{
  TendRecord *record = tend_record_new (kind);
  const char *name;
  va_list pairs;

  tend_record_set_id (record, id);
  va_start (pairs, id);
  while ((name = va_arg (pairs, const char *)) != NULL)
    g_assert_true (tend_record_parse (record, tend_kind_field (kind, name),
                                      va_arg (pairs, const char *), NULL));
  va_end (pairs);

  return record;
}

static void
save (Fixture    *fixture,
      TendRecord *record)
{
  g_autoptr(GError) error = NULL;

  tend_record_save (fixture->vault, record, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (record);
}

static char *
field (Fixture        *fixture,
       const TendKind *kind,
       const char     *id,
       const char     *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record = tend_record_load (fixture->vault, kind, id, &error);

  g_assert_no_error (error);
  return tend_record_format (record, tend_kind_field (kind, name));
}

#define assert_field(kind, id, name, expected) G_STMT_START { \
  g_autofree char *found = field (fixture, kind, id, name); \
  g_assert_cmpstr (found, ==, expected); \
} G_STMT_END

static void
test_new_price (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) same_day = make (&tend_rate_kind, "same", "amount_pence", "2200",
                                         "valid_from", "2026-04-01", NULL);
  g_autoptr(TendRecord) undated = make (&tend_rate_kind, "undated", "amount_pence", "2200", NULL);
  g_autoptr(TendRecord) next = make (&tend_rate_kind, "next", "amount_pence", "2200",
                                     "valid_from", "2026-10-01", NULL);
  g_autoptr(TendRecord) saved = NULL;

  save (fixture,
        make (&tend_rate_kind, "old", "amount_pence", "2100", "valid_from", "2026-04-01", NULL));

  g_assert_null (tend_rate_change_save (fixture->vault, same_day, (gpointer) "old", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (tend_rate_change_save (fixture->vault, undated, (gpointer) "old", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_clear_error (&error);
  assert_field (&tend_rate_kind, "old", "valid_to", "");

  saved = tend_rate_change_save (fixture->vault, next, (gpointer) "old", &error);
  g_assert_no_error (error);
  assert_field (&tend_rate_kind, "old", "valid_to", "2026-09-30");
  assert_field (&tend_rate_kind, "old", "amount_pence", "2100");
  assert_field (&tend_rate_kind, "next", "valid_from", "2026-10-01");
  g_assert_false (tend_rate_is_past (saved, day ("2030-01-01")));
}

static void
test_rate_past (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TendRecord) rate = make (&tend_rate_kind, "old", "amount_pence", "2100",
                                     "valid_to", "2026-09-30", NULL);
  g_autofree char *price = tend_rate_format_price (rate);

  g_assert_cmpstr (price, ==, "£21.00 an hour");
  g_assert_false (tend_rate_is_past (rate, day ("2026-09-30")));
  g_assert_true (tend_rate_is_past (rate, day ("2026-10-01")));
}

static void
test_new_terms (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) early = make (&tend_agreement_kind, "early", "client", "rose",
                                      "starts_on", "2026-01-05", NULL);
  g_autoptr(TendRecord) next = make (&tend_agreement_kind, "next", "client", "rose", "version", "2",
                                     "starts_on", "2026-06-01", NULL);
  g_autoptr(TendRecord) saved = NULL;

  save (fixture, make (&tend_client_kind, "rose", "given_name", "Rose", NULL));
  save (fixture, make (&tend_agreement_kind, "first", "client", "rose", "starts_on", "2026-01-05",
                       "signed_on", "2026-01-02", NULL));

  g_assert_null (tend_agreement_renew_save (fixture->vault, early, (gpointer) "first", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_clear_error (&error);
  assert_field (&tend_agreement_kind, "first", "ends_on", "");

  saved = tend_agreement_renew_save (fixture->vault, next, (gpointer) "first", &error);
  g_assert_no_error (error);
  assert_field (&tend_agreement_kind, "first", "ends_on", "2026-05-31");
  assert_field (&tend_agreement_kind, "first", "signed_on", "2026-01-02");
  assert_field (&tend_agreement_kind, "next", "version", "2");
}

/* What runs beyond the last day ends on it; what ended before, or starts after, stays in order. */
static void
test_end_care (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) rose = NULL;

  save (fixture, make (&tend_client_kind, "rose", "given_name", "Rose", NULL));
  save (fixture, make (&tend_agreement_kind, "before", "client", "rose", "starts_on", "2025-01-01",
                       "ends_on", "2025-12-31", NULL));
  save (fixture,
        make (&tend_agreement_kind, "now", "client", "rose", "starts_on", "2026-01-01", NULL));
  save (fixture,
        make (&tend_agreement_kind, "later", "client", "rose", "starts_on", "2026-09-01", NULL));
  save (fixture, make (&tend_pattern_kind, "weekly", "client", "rose", "rrule", "FREQ=WEEKLY",
                       "starts_on", "2026-01-05", "starts_at", "08:00", "minutes", "30", NULL));

  rose = tend_record_load (fixture->vault, &tend_client_kind, "rose", &error);
  g_assert_no_error (error);
  tend_record_set_text (rose, "status", "ended");
  tend_record_set_int (rose, "ended_on", day ("2026-06-30"));
  g_assert_true (tend_client_end_care (fixture->vault, rose, &error));
  g_assert_no_error (error);

  assert_field (&tend_client_kind, "rose", "status", "ended");
  assert_field (&tend_agreement_kind, "before", "ends_on", "2025-12-31");
  assert_field (&tend_agreement_kind, "now", "ends_on", "2026-06-30");
  assert_field (&tend_agreement_kind, "later", "ends_on", "2026-09-01");
  assert_field (&tend_pattern_kind, "weekly", "ends_on", "2026-06-30");
}

static gboolean
save_plan (TendVault  *vault,
           gpointer    plan,
           GError    **error)
{
  return tend_new_client_save (vault, plan, error);
}

static void
test_new_client (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  TendNewClientPlan *plan = g_new0 (TendNewClientPlan, 1);

  plan->client = make (&tend_client_kind, "ada", "given_name", "Ada", NULL);
  plan->service = make (&tend_service_kind, "walks", "name", "Walks", NULL);
  plan->rate = make (&tend_rate_kind, "price", "amount_pence", "2000", NULL);
  plan->draft_key = g_strdup ("draft/client/new");
  g_assert_true (tend_setting_set (fixture->vault, plan->draft_key, "{}", NULL));

  g_assert_true (tend_vault_transact (fixture->vault, save_plan, plan, &error));
  g_assert_no_error (error);
  assert_field (&tend_rate_kind, "price", "client", "ada");
  assert_field (&tend_rate_kind, "price", "service", "walks");
  g_assert_null (tend_setting_get (fixture->vault, plan->draft_key));
  tend_new_client_plan_free (plan);

  /* A first name is enough; and a plan that cannot be saved leaves nothing. */
  plan = g_new0 (TendNewClientPlan, 1);
  plan->client = make (&tend_client_kind, "joan", "given_name", "Joan", NULL);
  plan->draft_key = g_strdup ("draft/client/new");
  g_assert_true (tend_vault_transact (fixture->vault, save_plan, plan, &error));
  plan->client =
    (g_object_unref (plan->client), make (&tend_client_kind, "mabel", "given_name", "M", NULL));
  plan->rate = make (&tend_rate_kind, "wrong", NULL);
  g_assert_false (tend_vault_transact (fixture->vault, save_plan, plan, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_assert_null (tend_record_load (fixture->vault, &tend_client_kind, "mabel", NULL));
  tend_new_client_plan_free (plan);
}

static void
test_summaries (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) summaries = NULL;
  TendInstant now = tend_time_resolve (day ("2026-06-02"), 9 * 60);
  const TendClientSummary *ada, *rose;
  g_autofree char *moment = NULL;

  save (fixture, make (&tend_client_kind, "rose", "given_name", "Rose", NULL));
  save (fixture, make (&tend_client_kind, "ada", "given_name", "Ada", NULL));
  /* One that is over, one that is called off, and the one that comes. */
  save (fixture, make (&tend_visit_kind, "a", "client", "rose", "planned_start", "2026-06-02T08:00",
                       "planned_end", "2026-06-02T08:30", NULL));
  save (fixture, make (&tend_visit_kind, "b", "client", "rose", "planned_start", "2026-06-02T17:00",
                       "planned_end", "2026-06-02T17:30", "status", "cancelled", NULL));
  save (fixture, make (&tend_visit_kind, "c", "client", "rose", "planned_start", "2026-06-03T08:00",
                       "planned_end", "2026-06-03T08:30", NULL));

  summaries = tend_client_summaries_load (fixture->vault, now, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (summaries->len, ==, 2);
  ada = g_ptr_array_index (summaries, 0);
  rose = g_ptr_array_index (summaries, 1);
  g_assert_cmpstr (ada->name, ==, "Ada");
  g_assert_true (ada->next_visit == TEND_INSTANT_NONE);
  g_assert_cmpint (ada->owed_pence, ==, 0);
  moment = tend_client_format_moment (rose->next_visit);
  g_assert_cmpstr (moment, ==, "Wed 3 Jun, 08:00");
}

static void
test_past (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TendRecord) rose =
    make (&tend_client_kind, "rose", "given_name", "Rose", "phone", "1", NULL);
  g_autoptr(TendRecord) before = NULL;
  g_autoptr(TendRecord) after = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;

  tend_record_clear (rose, "funding");
  save (fixture, g_object_ref (rose));
  tend_record_set_text (rose, "phone", "2");
  save (fixture, g_object_ref (rose));

  entries = tend_history_list (fixture->vault, "client", "rose", 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);
  after = tend_past_record ("client", ((TendHistoryEntry *) entries->pdata[0])->values);
  before = tend_past_record ("client", ((TendHistoryEntry *) entries->pdata[1])->values);
  g_assert_cmpstr (tend_record_get_text (after, "phone"), ==, "2");
  g_assert_cmpstr (tend_record_get_text (before, "phone"), ==, "1");
  g_assert_null (tend_record_get_text (after, "funding"));

  g_assert_null (tend_past_record ("client", NULL));
  g_assert_null (tend_past_record ("client", "{"));
  g_assert_null (tend_past_record ("unicorn", "{}"));
}

static void
test_terms (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TendRecord) agreement =
    make (&tend_agreement_kind, "a", "client", "rose", "starts_on", "2026-06-01", "notice_days",
          "14",
          "billing", "four_weeks", "payment_days", "14", "cancellation_hours", "24",
          "cancellation_percent", "50", NULL);
  g_autoptr(GPtrArray) terms = tend_terms_describe (agreement);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const TendTerm *term = g_ptr_array_index (terms, i);

      g_string_append_printf (text, "%s: %s\n", term->title, term->text);
    }

  g_assert_cmpstr (text->str, ==,
                   "In force: From 1 Jun 2026 until one of you ends it\n"
                   "Signed: Not yet\n"
                   "Notice: 14 days\n"
                   "Invoices: Every four weeks, to be paid within 14 days\n"
                   "Charged: The planned time\n"
                   "Cancelled visits: Free with 24 hours’ notice, later 50 % of the price\n"
                   "Mileage: Not charged\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  add_test ("/app/client-changes/new-price", test_new_price);
  add_test ("/app/client-changes/rate-past", test_rate_past);
  add_test ("/app/client-changes/new-terms", test_new_terms);
  add_test ("/app/client-changes/end-care", test_end_care);
  add_test ("/app/client-changes/new-client", test_new_client);
  add_test ("/app/client-changes/summaries", test_summaries);
  add_test ("/app/client-changes/past", test_past);
  add_test ("/app/client-changes/terms", test_terms);
#undef add_test

  return g_test_run ();
}
