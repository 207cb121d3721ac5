/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever a vault holds comes out, goes into another vault and comes out again
 * byte for byte: random records of every kind, with the text that people write
 * and the text that nobody should.
 */

#include "records-test.h"

#include "tend-export.h"
#include "tend-import.h"

#include <string.h>

#define ROUNDS 12
#define PER_KIND 8

static const char * const pieces[] = {
  "Rose", "O'Neill", "Ŵyn-Llŷr", "עברית", "عائشة", "👩‍👩‍👧", "\"", "\\", "/", "</script>", "=1+1",
  " ",
  "\t", "\x01", "\x1f", "\x7f", "\xe2\x80\xa8", "\xef\xbb\xbf", "é", "e\xcc\x81", "null", "{}", "[",
  "0", "-0",
  "%s", "2026-06-02",
};

static char *
random_text (GRand    *rand,
             gboolean  lines)
{
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 1, 7);

  for (int i = 0; i < n; i++)
    g_string_append (text, lines && g_rand_boolean (rand)
                           ? "\n" : pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static const char *
random_choice (GRand           *rand,
               const TendField *field)
{
  guint n = 0;

  while (field->choices[n].value != NULL)
    n++;

  return field->choices[g_rand_int_range (rand, 0, n)].value;
}

static char *
random_words (GRand           *rand,
              const TendField *field)
{
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 1, 4);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *word = field->choices == NULL ? random_text (rand, FALSE)
                                                     : g_strdup (random_choice (rand, field));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", word);
    }

  return g_string_free (text, FALSE);
}

static gint64
random_number (GRand           *rand,
               const TendField *field)
{
  gint64 low = field->minimum, high = field->maximum;

  if (low == 0 && high == 0)
    {
      low = -100000;
      high = 100000;
    }

  return g_rand_int_range (rand, MAX (low, -1000000), MIN (high, 1000000) + 1);
}

static void
set_random (GRand           *rand,
            GPtrArray       *earlier,
            TendRecord      *record,
            const TendField *field)
{
  g_autofree char *text = NULL;

  switch (field->type)
    {
    case TEND_FIELD_TEXT:
    case TEND_FIELD_NOTE:
      text = random_text (rand, field->type == TEND_FIELD_NOTE);
      tend_record_set_text (record, field->name, text);
      break;

    case TEND_FIELD_LIST:
      text = random_words (rand, field);
      tend_record_set_text (record, field->name, text);
      break;

    case TEND_FIELD_CHOICE:
      tend_record_set_text (record, field->name, random_choice (rand, field));
      break;

    case TEND_FIELD_REFERENCE:
      for (guint i = 0; i < earlier->len; i++)
        if (strcmp (tend_record_get_kind (earlier->pdata[i])->name, field->refers_to) == 0 &&
            (!tend_record_is_set (record, field->name) || g_rand_boolean (rand)))
          tend_record_set_text (record, field->name, tend_record_get_id (earlier->pdata[i]));
      break;

    case TEND_FIELD_DATE:
      tend_record_set_int (record, field->name,
                           tend_date_new (1920, 1, 1) + g_rand_int_range (rand, 0, 70000));
      break;

    case TEND_FIELD_CLOCK:
      tend_record_set_int (record, field->name, g_rand_int_range (rand, 0, 1440));
      break;

    case TEND_FIELD_DAY:
      tend_record_set_int (record, field->name, g_rand_boolean (rand) ? 229 : 1231);
      break;

    case TEND_FIELD_INSTANT:
      /* Many around the two clock changes of 2026. */
      tend_record_set_int (record, field->name, (g_rand_boolean (rand) ? 1774742400 : 1792890000) +
                                                60 * g_rand_int_range (rand, -300, 300));
      break;

    case TEND_FIELD_BOOLEAN:
      tend_record_set_int (record, field->name, g_rand_boolean (rand));
      break;

    case TEND_FIELD_INTEGER:
    case TEND_FIELD_PENCE:
    case TEND_FIELD_TENTHS:
    case TEND_FIELD_MINUTES:
    case TEND_FIELD_QUANTITY:
      tend_record_set_int (record, field->name, random_number (rand, field));
      break;

    default:
      g_assert_not_reached ();
    }
}

/* A credit note is for an invoice, and for the same client. */
static void
make_credit_valid (GPtrArray  *earlier,
                   TendRecord *note)
{
  const char *credits = tend_record_get_text (note, "credits");
  TendRecord *invoice = NULL;

  for (guint i = 0; i < earlier->len; i++)
    if (tend_record_get_kind (earlier->pdata[i]) == tend_record_get_kind (note) &&
        g_strcmp0 (tend_record_get_id (earlier->pdata[i]), credits) == 0)
      invoice = earlier->pdata[i];

  if (invoice == NULL || tend_record_is_set (invoice, "credits"))
    tend_record_clear (note, "credits");
  else
    tend_record_set_text (note, "client", tend_record_get_text (invoice, "client"));
}

/* Its days go with its state. */
static void
make_plan_valid (GRand      *rand,
                 TendRecord *plan)
{
  const char *status = tend_record_get_text (plan, "status");
  TendDate agreed_on = tend_date_new (2026, 2, 1) + g_rand_int_range (rand, 0, 400);

  tend_record_clear (plan, "agreed_on");
  tend_record_clear (plan, "superseded_on");
  if (!g_str_equal (status, "draft"))
    tend_record_set_int (plan, "agreed_on", agreed_on);
  if (g_str_equal (status, "superseded"))
    tend_record_set_int (plan, "superseded_on", agreed_on + g_rand_int_range (rand, 0, 400));
}

/* Its days follow one another, whether it is answered or not. */
static void
make_request_valid (GRand      *rand,
                    TendRecord *request)
{
  static const char * const days[] = { "received_on", "identity_asked_on",
                                       "identity_confirmed_on", "scope_asked_on",
                                       "scope_answered_on", "answered_on" };
  TendDate date = tend_date_new (2026, 2, 1);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      date += g_rand_int_range (rand, 0, 10);
      tend_record_set_int (request, days[i], date);
    }
  tend_record_set_text (request, "outcome", "refused");
  if (g_rand_boolean (rand))
    {
      tend_record_clear (request, "answered_on");
      tend_record_clear (request, "outcome");
    }
}

/* It is noticed after it has happened, and told after that. */
static void
make_breach_valid (TendRecord *breach)
{
  TendInstant aware_at = tend_record_get_int (breach, "aware_at");

  tend_record_set_int (breach, "happened_at", aware_at - 3600);
  tend_record_set_int (breach, "ico_told_at", aware_at + 3600);
}

/* It corrects one of the same dose that nothing else corrects, and was written after it was due
 * and given. */
static void
make_entry_valid (GPtrArray  *earlier,
                  TendRecord *entry)
{
  const char *supersedes = tend_record_get_text (entry, "supersedes");
  gboolean found = FALSE, taken = FALSE;

  for (guint i = 0; i < earlier->len; i++)
    {
      TendRecord *other = earlier->pdata[i];

      if (tend_record_get_kind (other) != &tend_mar_entry_kind)
        continue;
      if (g_strcmp0 (tend_record_get_text (other, "supersedes"), supersedes) == 0)
        taken = TRUE;
      else if (g_strcmp0 (tend_record_get_id (other), supersedes) == 0)
        found = g_strcmp0 (tend_record_get_text (other, "medication"),
                           tend_record_get_text (entry, "medication")) == 0 &&
                tend_record_is_set (other, "due_at") == tend_record_is_set (entry, "due_at") &&
                tend_record_get_int (other, "due_at") == tend_record_get_int (entry, "due_at");
    }

  if (!found || taken)
    tend_record_clear (entry, "supersedes");
  if (!tend_record_is_set (entry, "written_at"))
    return;

  if (!tend_record_is_set (entry, "due_at") && !tend_record_is_set (entry, "given_at"))
    tend_record_set_int (entry, "given_at", tend_record_get_int (entry, "written_at"));
  tend_record_set_int (entry, "written_at",
                       MAX (tend_record_get_int (entry, "written_at"),
                            MAX (tend_record_get_int (entry, "due_at"),
                                 tend_record_get_int (entry, "given_at"))));
}

/* Fields that must go together are put right; of others what is missing is filled,
 * and what is a fault is cleared.
 */
static void
make_valid (GRand      *rand,
            GPtrArray  *earlier,
            TendRecord *record)
{
  const TendKind *kind = tend_record_get_kind (record);

  if (tend_kind_field (kind, "rrule") != NULL)
    tend_record_set_text (record, "rrule", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH");
  if (tend_kind_field (kind, "quarter") != NULL)
    tend_record_set_text (record, "quarter", "2026-Q1");
  if (tend_kind_field (kind, "planned_start") != NULL)
    tend_record_set_int (record, "planned_end", tend_record_get_int (record, "planned_start") +
                                                60 * g_rand_int_range (rand, 1, 600));
  if (kind == &tend_invoice_kind)
    tend_record_set_int (record, "due_on", tend_record_get_int (record, "issued_on") + 14);
  if (kind == &tend_time_off_kind)
    tend_record_set_int (record, "ends_on", tend_record_get_int (record, "starts_on"));
  if (tend_kind_field (kind, "pattern_date") != NULL)
    tend_record_clear (record, "pattern_date");
  if (tend_kind_field (kind, "pattern") != NULL)
    tend_record_clear (record, "pattern");
  if (kind == &tend_care_plan_kind)
    make_plan_valid (rand, record);
  if (kind == &tend_information_request_kind)
    make_request_valid (rand, record);
  if (kind == &tend_data_breach_kind)
    make_breach_valid (record);
  if (tend_kind_field (kind, "total_pence") != NULL)
    tend_record_clear (record, "total_pence");
  if (tend_kind_field (kind, "credits") != NULL)
    make_credit_valid (earlier, record);
  if (kind == &tend_mar_entry_kind)
    make_entry_valid (earlier, record);

  for (int round = 0; round < 6; round++)
    {
      g_autoptr(TendFaults) faults = tend_record_validate (record);

      for (guint i = 0; i < tend_faults_count (faults); i++)
        {
          const char *name = tend_faults_get (faults, i)->field;

          if (tend_record_is_set (record, name))
            tend_record_clear (record, name);
          else if (!(tend_kind_field (kind, name)->flags & TEND_FIELD_INTERNAL))
            set_random (rand, earlier, record, tend_kind_field (kind, name));
        }
    }
}

static void
fill_random (GRand      *rand,
             GPtrArray  *earlier,
             TendRecord *record)
{
  const TendKind *kind = tend_record_get_kind (record);

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    {
      if (field->flags & TEND_FIELD_INTERNAL)
        continue;
      if ((field->flags & TEND_FIELD_REQUIRED) || g_rand_boolean (rand))
        set_random (rand, earlier, record, field);
      else if (g_rand_int_range (rand, 0, 4) == 0)
        tend_record_clear (record, field->name);

      if (!(field->flags & TEND_FIELD_UNIQUE) || !tend_record_is_set (record, field->name))
        continue;
      if (field->type == TEND_FIELD_TEXT)
        tend_record_set_text (record, field->name, tend_record_get_id (record));
      else if (field->type == TEND_FIELD_INTEGER)
        tend_record_set_int (record, field->name, field->minimum + earlier->len % PER_KIND);
    }

  make_valid (rand, earlier, record);
}

static TendRecord *
random_record (GRand          *rand,
               GPtrArray      *earlier,
               const TendKind *kind,
               int             number)
{
  TendRecord *record = tend_record_new (kind);
  g_autofree char *text = random_text (rand, FALSE);
  g_autofree char *id = g_strdup_printf ("%d%s", number, text);

  if (!kind->single)
    tend_record_set_id (record, g_strdelimit (id, "\t\x01\x1f\x7f", '.'));
  fill_random (rand, earlier, record);

  return record;
}

static void
save_nested (Fixture        *fixture,
             GRand          *rand,
             GPtrArray      *earlier,
             TendRecord     *parent,
             const TendKind *kind)
{
  int n = g_rand_int_range (rand, 0, 4);

  for (int i = 0; i < n; i++)
    {
      g_autoptr(TendRecord) record = random_record (rand, earlier, kind, i);
      g_autofree char *id = g_strdup_printf ("%s/%d", tend_record_get_id (parent), i);
      g_autoptr(GError) error = NULL;

      tend_record_set_id (record, id);
      for (const TendField *field = kind->fields; field->name != NULL; field++)
        if ((field->flags & TEND_FIELD_UNIQUE) && field->type == TEND_FIELD_TEXT)
          tend_record_set_text (record, field->name, id);
      tend_record_set_text (record, kind->parent, tend_record_get_id (parent));
      tend_record_set_int (record, "position", i);
      tend_record_save (fixture->vault, record, NULL, &error);
      g_assert_no_error (error);
    }
}

typedef struct
{
  Fixture *fixture;
  GRand   *rand;
} Filling;

static gboolean
fill_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  Filling *filling = data;
  g_autoptr(GPtrArray) earlier = g_ptr_array_new_with_free_func (g_object_unref);

  for (const TendKind * const *kind = tend_kinds (); *kind != NULL; kind++)
    {
      /* What is nested comes with its parent; attachments have a test of their own. */
      if ((*kind)->parent != NULL || *kind == &tend_attachment_kind)
        continue;

      for (int i = 0; i < ((*kind)->single ? 1 : PER_KIND); i++)
        {
          TendRecord *record = random_record (filling->rand, earlier, *kind, i);
          const TendKind *nested;

          g_ptr_array_add (earlier, record);
          for (guint j = 0; (nested = tend_kind_nested (*kind, j)) != NULL; j++)
            save_nested (filling->fixture, filling->rand, earlier, record, nested);
          if (!tend_record_save (vault, record, NULL, error))
            return FALSE;
        }
    }

  return TRUE;
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260602);

  for (int round = 0; round < ROUNDS; round++)
    {
      Fixture one = { NULL }, other = { NULL };
      Filling filling = { &one, rand };
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) first = NULL;
      g_autoptr(GBytes) second = NULL;
      g_autoptr(TendImportReport) report = NULL;

      fixture_set_up (&one, NULL);
      fixture_set_up (&other, NULL);

      tend_vault_transact (one.vault, fill_cb, &filling, &error);
      g_assert_no_error (error);
      first = tend_export_bytes (one.vault, NULL, TEND_SELECT_ALL, FALSE, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (first), >, 10000);

      tend_import_bytes (other.vault, first, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      second = tend_export_bytes (other.vault, NULL, TEND_SELECT_ALL, FALSE, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first),
                       g_bytes_get_data (second, NULL), g_bytes_get_size (second));

      /* And where it came from there is nothing new in it. */
      tend_import_bytes (one.vault, first, NULL, NULL, &report, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (report->n_added, ==, 0);
      g_assert_cmpuint (report->n_present, >, PER_KIND * 10);

      fixture_tear_down (&one, NULL);
      fixture_tear_down (&other, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_fixture_test ("/exchange/round-trip", test_round_trip);

  return g_test_run ();
}
