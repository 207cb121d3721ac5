/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-draft.h"

#include "tend-kinds.h"
#include "tend-mar-sheet.h"

#define DAY (TEND_DATE_EPOCH + 20606) /* 2 June 2026 */

/* A medicine of 08:00 with an hour either side, as it is loaded. */
typedef struct
{
  TendMedicine medicine;
  TendMarLine  line;
  TendMarSlot  slot;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  dose)
{
  TendRecord *record = tend_record_new (&tend_medication_kind);

  tend_record_set_text (record, "name", "Ramipril");
  tend_record_set_text (record, "dose", dose);
  tend_record_set_text (record, "support", "administer");
  fixture->medicine.record = record;
  fixture->medicine.times = g_ptr_array_new ();
  fixture->medicine.doses = g_ptr_array_new ();
  fixture->line.medicine = &fixture->medicine;
  fixture->slot.due_at = tend_time_resolve (DAY, 8 * 60);
  fixture->slot.by = "me";
  fixture->slot.dose = 1000;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  dose)
{
  g_object_unref (fixture->medicine.record);
  g_ptr_array_unref (fixture->medicine.times);
  g_ptr_array_unref (fixture->medicine.doses);
}

static TendRecord *
draft_at (Fixture    *fixture,
          TendClock   clock,
          const char *code)
{
  return tend_mar_draft_new (&fixture->line, &fixture->slot, code,
                             tend_time_resolve (DAY, clock) + 30);
}

/* What is wrong with a field; NULL for nothing. */
static gboolean
is_asked (Fixture    *fixture,
          TendRecord *draft,
          const char *field)
{
  g_autoptr(TendFaults) faults = tend_mar_draft_faults (&fixture->medicine, draft,
                                                        tend_time_resolve (DAY, 23 * 60));

  for (guint i = 0; i < tend_faults_count (faults); i++)
    if (g_strcmp0 (tend_faults_get (faults, i)->field, field) == 0)
      return TRUE;

  return FALSE;
}

#define assert_text(record, field, expected) \
  g_assert_cmpstr (tend_record_get_text (record, field), ==, expected)

/* Until 09:00 the time is now, to the minute; after it, it has to be said. */
static void
test_given (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TendRecord) last = draft_at (fixture, 8 * 60 + 59, NULL);
  g_autoptr(TendRecord) late = draft_at (fixture, 9 * 60, NULL);

  g_assert_true (tend_record_get_int (last, "given_at") == tend_time_resolve (DAY, 539));
  g_assert_cmpint (tend_record_get_int (last, "quantity"), ==, 1000);
  assert_text (last, "support", "administer");
  g_assert_false (is_asked (fixture, last, "given_at"));

  g_assert_false (tend_record_is_set (late, "given_at"));
  g_assert_true (is_asked (fixture, late, "given_at"));
}

/* "1-2 tablets" says nothing of how many were taken. */
static void
test_range (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TendRecord) draft = draft_at (fixture, 8 * 60, NULL);

  g_assert_false (tend_record_is_set (draft, "quantity"));
  g_assert_true (is_asked (fixture, draft, "quantity"));
}

/* The outcome and whose hand it was follow from the code. */
static void
test_codes (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *code;
    const char *outcome;
    const char *by;
  } codes[] = {
    { "R", "declined", "me" }, { "N", "omitted", "me" }, { "H", "omitted", "me" },
    { "PL", "omitted", "me" }, { "O", "omitted", "me" }, { "V", "taken", "family" },
    { "T", "taken", "person" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr(TendRecord) draft = draft_at (fixture, 8 * 60, codes[i].code);

      assert_text (draft, "outcome", codes[i].outcome);
      assert_text (draft, "reason", codes[i].code);
      assert_text (draft, "by", codes[i].by);
      g_assert_false (is_asked (fixture, draft, "reason"));
    }
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TendRecord) ready = draft_at (fixture, 8 * 60, "PL");

  g_assert_cmpstr (tend_mar_draft_key_code ('g', NULL, FALSE), ==, "");
  g_assert_cmpstr (tend_mar_draft_key_code (' ', NULL, TRUE), ==, "");
  g_assert_cmpstr (tend_mar_draft_key_code ('r', NULL, FALSE), ==, "R");
  g_assert_cmpstr (tend_mar_draft_key_code ('N', NULL, FALSE), ==, "N");
  g_assert_cmpstr (tend_mar_draft_key_code ('n', NULL, TRUE), ==, "NR");
  g_assert_cmpstr (tend_mar_draft_key_code ('r', NULL, TRUE), ==, NULL);
  g_assert_cmpstr (tend_mar_draft_key_code ('p', NULL, FALSE), ==, "PL");
  g_assert_cmpstr (tend_mar_draft_key_code ('l', ready, FALSE), ==, "PL");
  g_assert_cmpstr (tend_mar_draft_key_code ('l', NULL, FALSE), ==, "L");
  g_assert_cmpstr (tend_mar_draft_key_code ('a', NULL, FALSE), ==, NULL);
}

/* All of what was written again, but its signature, and what it takes the place of. */
static void
test_correction (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(TendRecord) entry = draft_at (fixture, 8 * 60, NULL);
  g_autoptr(TendRecord) draft = NULL;

  tend_record_set_text (entry, "initials", "CM");
  tend_record_set_text (entry, "note", "With water");
  draft = tend_mar_draft_new_correction (entry);
  assert_text (draft, "supersedes", tend_record_get_id (entry));
  assert_text (draft, "note", "With water");
  assert_text (draft, "initials", NULL);
  g_assert_cmpint (tend_record_get_int (draft, "due_at"), ==, fixture->slot.due_at);
  g_assert_cmpint (tend_record_get_int (draft, "quantity"), ==, 1000);
  g_assert_true (is_asked (fixture, draft, "correction_reason"));
}

/* Of two boxes at one moment, as where the clocks go forward, the second is still to be drafted
 * when the first is signed, and not by what the first was signed from. */
static void
test_two_at_once (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(TendRecord) first = draft_at (fixture, 8 * 60, NULL);
  g_autoptr(TendRecord) second = draft_at (fixture, 8 * 60, NULL);
  TendMarSlot other = fixture->slot;
  TendMarSlot later = fixture->slot;

  later.due_at += 12 * 60 * 60;
  fixture->line.slots = g_ptr_array_new ();
  g_ptr_array_add (fixture->line.slots, &fixture->slot);
  g_ptr_array_add (fixture->line.slots, &other);
  g_ptr_array_add (fixture->line.slots, &later);

  g_assert_true (tend_mar_line_slot (&fixture->line, first) == &fixture->slot);
  fixture->slot.entry = first;
  g_assert_null (tend_mar_line_slot (&fixture->line, first));
  g_assert_true (tend_mar_line_slot (&fixture->line, second) == &other);
  other.entry = second;
  g_assert_null (tend_mar_line_slot (&fixture->line, second));

  g_ptr_array_unref (fixture->line.slots);
}

#define add_draft_test(path, dose, func) \
  g_test_add (path, Fixture, dose, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_draft_test ("/mar-draft/given", "1 tablet", test_given);
  add_draft_test ("/mar-draft/range", "1-2 tablets", test_range);
  add_draft_test ("/mar-draft/codes", "1 tablet", test_codes);
  add_draft_test ("/mar-draft/keys", "1 tablet", test_keys);
  add_draft_test ("/mar-draft/correction", "1 tablet", test_correction);
  add_draft_test ("/mar-draft/two-at-once", "1 tablet", test_two_at_once);

  return g_test_run ();
}
