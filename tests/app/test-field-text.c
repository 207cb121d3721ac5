/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-field-text.h"

#include "tend-kinds.h"

#define TODAY tend_date_new (2026, 6, 2) /* a Tuesday */

/* What is typed, what the record then holds, and what the row shows; NULL: refused. */
typedef struct
{
  const TendKind *kind;
  const char     *field;
  const char     *typed;
  const char     *held;
  const char     *shown;
} Case;

static const Case cases[] = {
  { &tend_client_kind, "given_name", "  Siân ", "Siân", "Siân" },
  { &tend_client_kind, "given_name", "   ", "", "" },
  { &tend_client_kind, "date_of_birth", "29 Feb 1940", "1940-02-29", "29 Feb 1940" },
  { &tend_client_kind, "date_of_birth", "29 Feb 1941", NULL, NULL },
  { &tend_client_kind, "date_of_birth", "2/6/2026", "2026-06-02", "2 Jun 2026" },
  { &tend_client_kind, "started_on", "tomorrow", "2026-06-03", "3 Jun 2026" },
  { &tend_client_kind, "address", "1 Mill Lane\n Leek \n", "1 Mill Lane\n Leek",
    "1 Mill Lane\n Leek" },
  { &tend_rate_kind, "amount_pence", "21", "2100", "£21.00" },
  { &tend_rate_kind, "amount_pence", "£1,021.5", "102150", "£1,021.50" },
  { &tend_rate_kind, "amount_pence", "21.505", NULL, NULL },
  { &tend_rate_kind, "starts_at", "10pm", "22:00", "22:00" },
  { &tend_rate_kind, "starts_at", "25", NULL, NULL },
  { &tend_rate_kind, "fixed_date", "25 December", "12-25", "25 December" },
  { &tend_rate_kind, "fixed_date", "29 February", "02-29", "29 February" },
  { &tend_rate_kind, "fixed_date", "30 February", NULL, NULL },
  { &tend_trip_kind, "miles_tenths", "7.4", "74", "7.4" },
  { &tend_trip_kind, "miles_tenths", "far", NULL, NULL },
  { &tend_agreement_kind, "notice_days", "14", "14", "14" },
  { &tend_agreement_kind, "notice_days", "two weeks", NULL, NULL },
  { &tend_pattern_kind, "minutes", "90", "90", "1 h 30 min" },
  { &tend_pattern_kind, "tasks", "Wash\n\n  Dress \n", "Wash\nDress", "Wash\nDress" },
  { &tend_provider_kind, "weekly_capacity_minutes", "30", "1800", "30 h" },
  { &tend_visit_kind, "planned_start", "2 Jun 2026 8.30", "2026-06-02T08:30", "2 Jun 2026 08:30" },
  { &tend_visit_kind, "planned_start", "8.30", "2026-06-02T08:30", "2 Jun 2026 08:30" },
  { &tend_visit_kind, "planned_start", "Tuesday", NULL, NULL },
  /* The clocks go forward on 29 March 2026 at 1 and back on 25 October at 2. */
  { &tend_visit_kind, "planned_start", "29 Mar 2026 01:30", NULL, NULL },
  { &tend_visit_kind, "planned_start", "25 Oct 2026 01:30", NULL, NULL },
  { &tend_visit_kind, "planned_start", "25 Oct 2026 01:30 first", "2026-10-25T00:30Z",
    "25 Oct 2026 01:30 first" },
  { &tend_visit_kind, "planned_start", "25 Oct 2026 01:30 (second)", "2026-10-25T01:30Z",
    "25 Oct 2026 01:30 second" },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      const TendField *field = tend_kind_field (c->kind, c->field);
      g_autoptr(TendRecord) record = tend_record_new (c->kind);
      g_autoptr(GError) error = NULL;
      g_autofree char *held = NULL;
      g_autofree char *shown = NULL;
      gboolean read = tend_field_text_parse (record, field, c->typed, TODAY, &error);

      g_test_message ("%s: “%s”", c->field, c->typed);
      held = tend_record_format (record, field);
      shown = tend_field_text_format (record, field);

      if (c->held == NULL)
        {
          g_assert_false (read);
          g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
          g_assert_true (g_str_has_suffix (error->message, "."));
          g_assert_cmpstr (held, ==, "");
          continue;
        }

      g_assert_no_error (error);
      g_assert_true (read);
      g_assert_cmpstr (held, ==, c->held);
      g_assert_cmpstr (shown, ==, c->shown);

      /* What is shown can be typed again. */
      g_assert_true (tend_field_text_parse (record, field, shown, TODAY, NULL));
      g_free (held);
      held = tend_record_format (record, field);
      g_assert_cmpstr (held, ==, c->held);
    }
}

static void
test_minutes (void)
{
  static const struct { const char *typed; gboolean hours; gint64 minutes; } lengths[] = {
    { "0", FALSE, 0 }, { "90", FALSE, 90 }, { "1 h 30", FALSE, 90 }, { "1h30", FALSE, 90 },
    { "1 h 30 min", FALSE, 90 }, { "1:30", FALSE, 90 }, { "1.5 h", FALSE, 90 },
    { "1.5h", FALSE, 90 },
    { "45 min", FALSE, 45 }, { "45m", FALSE, 45 }, { "2 hours", FALSE, 120 },
    { "1 hour", FALSE, 60 },
    { " 20 Mins ", FALSE, 20 }, { "30", TRUE, 1800 }, { "37.5", TRUE, 2250 },
    { "90 min", TRUE, 90 },
    { "1 h 59", FALSE, 119 },
    { "", FALSE, -1 }, { "h", FALSE, -1 }, { "1 h 60", FALSE, -1 }, { "1:", FALSE, -1 },
    { "90 x", FALSE, -1 }, { "-5", FALSE, -1 }, { "1.33 h", FALSE, -1 }, { "5 min 3", FALSE, -1 },
    { "1 h 5 h", FALSE, -1 }, { "99999999999", FALSE, -1 }, { "ninety", FALSE, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      gint64 minutes = -1;
      g_autoptr(GError) error = NULL;

      g_test_message ("“%s”", lengths[i].typed);
      g_assert_cmpint (tend_minutes_parse (lengths[i].typed, lengths[i].hours, &minutes, &error),
                       ==,
                       lengths[i].minutes >= 0);
      g_assert_cmpint (minutes, ==, lengths[i].minutes);
      g_assert_cmpint (error != NULL, ==, lengths[i].minutes < 0);
    }
}

/* Where only a few values are meant, they are named. */
static void
test_numbers (void)
{
  static const struct { const TendKind *kind; const char *field, *said; } cases_of[] = {
    { &tend_risk_kind, "likelihood_before", "Write a whole number from 1 to 5." },
    { &tend_agreement_kind, "notice_days", "Write a whole number, like 14." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases_of); i++)
    {
      g_autoptr(TendRecord) record = tend_record_new (cases_of[i].kind);
      g_autoptr(GError) error = NULL;

      g_assert_false (tend_field_text_parse (record, tend_kind_field (cases_of[i].kind,
                                                                     cases_of[i].field),
                                             "often", TODAY, &error));
      g_assert_cmpstr (error->message, ==, cases_of[i].said);
    }
}

static void
test_choices (void)
{
  g_autoptr(TendRecord) client = tend_record_new (&tend_client_kind);
  g_autofree char *status = tend_field_text_show (client, "status");
  g_autofree char *funding = NULL;

  g_assert_cmpstr (status, ==, "Active");
  tend_record_set_text (client, "funding", "direct_payment");
  funding = tend_field_text_show (client, "funding");
  g_assert_cmpstr (funding, ==, "Direct payment");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/field-text/rows", test_rows);
  g_test_add_func ("/app/field-text/minutes", test_minutes);
  g_test_add_func ("/app/field-text/numbers", test_numbers);
  g_test_add_func ("/app/field-text/choices", test_choices);

  return g_test_run ();
}
