/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The MAR chart on paper, as poppler reads it. */

#include "pdf-reader.h"
#include "tend-mar-chart-sheet.h"

#include <string.h>

#define DAYS      28
#define MEDICINES 25
#define TIMES      2

static const TendMarFact codes[] = { { "R", "Declined" }, { "H", "In hospital" } };
static const TendMarSigner signers[] = { { "CM", "Christine Marsh" }, { "JB", NULL } };

static TendCareHead
make_head (void)
{
  return (TendCareHead) {
    .carer = { .name = "Siân Prŷs", .trading_as = "Prŷs Care", .phone = "01632 960147" },
    .name = "Rose O’Neill", .address = "12 Church Street\nStafford", .number = "943 476 5919",
    .born = tend_date_new (1938, 3, 12), .allergies = "Penicillin",
  };
}

static TendMarCycle
make_cycle (const TendMarMedicine *medicines,
            gsize                  n_medicines)
{
  return (TendMarCycle) {
    .from = tend_date_new (2026, 6, 1), .to = tend_date_new (2026, 6, DAYS), .version = 1,
    .medicines = medicines, .n_medicines = n_medicines, .signers = signers, .n_signers = 2,
  };
}

static TendMarChartSheet
make_sheet (const TendMarCycle *cycles,
            gsize               n_cycles)
{
  return (TendMarChartSheet) {
    .head = make_head (), .gp = "Moorland Surgery", .codes = codes, .n_codes = 2,
    .as_at = tend_time_resolve (tend_date_new (2026, 7, 2), 18 * 60 + 5), .cycles = cycles,
    .n_cycles = n_cycles,
  };
}

static TendInstant
moment (int day,
        int hour,
        int minute)
{
  return tend_time_resolve (tend_date_new (2026, 6, day), hour * 60 + minute);
}

static char *
read_sheet (const TendMarChartSheet *sheet)
{
  g_autoptr(TendDocument) document = tend_document_new_mar_chart (sheet);

  g_assert_nonnull (document);
  return pdf_read_tidy (document);
}

/* Each page once, in order, and none more. */
static void
assert_numbered (const char *text,
                 int         n_pages)
{
  for (int page = 1; page <= n_pages; page++)
    {
      g_autofree char *number = g_strdup_printf ("Page %d of %d ", page, n_pages);

      g_assert_cmpint (count_text (text, number), ==, 1);
    }
}

/* A mark that no other square has: "a0b". */
static char *
make_mark (int number)
{
  const char *const letters = "abcdefghijkmnpqrstuvwxyz";
  int n = strlen (letters);

  return g_strdup_printf ("%c%c%c", letters[number / n / n], '0' + number / n % n % 10,
                          letters[number % n]);
}

/* Of every word how often it stands there. */
static GHashTable *
count_words (TendDocument *document)
{
  g_autoptr(GPtrArray) words = pdf_read_words (document);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = words->pdata[i];
      int n = GPOINTER_TO_INT (g_hash_table_lookup (counts, word->text));

      g_hash_table_insert (counts, g_strdup (word->text), GINT_TO_POINTER (n + 1));
    }
  return counts;
}

/* Twenty-five medicines twice a day: each name, each of the 1,400 squares, on numbered pages
 * with their head. */
static void
test_nothing_is_lost (void)
{
  g_autoptr(GPtrArray) marks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree TendMarCell *cells = g_new0 (TendMarCell, MEDICINES * TIMES * DAYS);
  TendMarTime times[MEDICINES * TIMES];
  TendMarMedicine medicines[MEDICINES] = { 0 };
  TendMarCycle cycle = make_cycle (medicines, MEDICINES);
  const TendMarChartSheet sheet = make_sheet (&cycle, 1);
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(GHashTable) counts = NULL;
  g_autofree char *text = NULL;
  GHashTableIter iter;
  gpointer mark, n;
  int n_pages;

  for (int i = 0; i < MEDICINES * TIMES * DAYS; i++)
    {
      g_ptr_array_add (marks, make_mark (i));
      cells[i] = (TendMarCell) { .state = TEND_MAR_CELL_WRITTEN, .text = marks->pdata[i] };
      n = g_hash_table_lookup (wanted, marks->pdata[i]);
      g_hash_table_insert (wanted, marks->pdata[i], GINT_TO_POINTER (GPOINTER_TO_INT (n) + 1));
    }
  for (int i = 0; i < MEDICINES * TIMES; i++)
    times[i] = (TendMarTime) { i % 2 ? "20:00" : "08:00", NULL, &cells[i * DAYS] };
  for (int i = 0; i < MEDICINES; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("Medicine-%d", i + 1));
      medicines[i] = (TendMarMedicine) {
        .name = names->pdata[i], .dose = "1 tablet", .route = "by mouth",
        .times = &times[i * TIMES], .n_times = TIMES,
      };
    }

  document = tend_document_new_mar_chart (&sheet);
  text = pdf_read_tidy (document);
  counts = count_words (document);
  for (int i = 0; i < MEDICINES; i++)
    g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (counts, names->pdata[i])), ==, 1);
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &mark, &n))
    if (g_hash_table_lookup (counts, mark) != n)
      g_error ("“%s” is there %d times, not %d", (char *) mark,
               GPOINTER_TO_INT (g_hash_table_lookup (counts, mark)), GPOINTER_TO_INT (n));

  n_pages = tend_document_get_n_pages (document);
  g_assert_cmpint (n_pages, <=, 9);
  assert_numbered (text, n_pages);
  g_assert_cmpint (count_text (text, "PENICILLIN"), ==, n_pages);
  g_assert_cmpint (count_text (text, "Born 12 March 1938 NHS number 943 476 5919"), ==, n_pages);
  g_assert_cmpint (count_text (text, "GP practice Moorland Surgery"), ==, n_pages);
  g_assert_cmpint (count_text (text, "As at 2 Jul 2026, 18:05"), ==, n_pages);
  g_assert_cmpint (count_text (text, "Codes: R Declined · H In hospital"), ==, n_pages);
  g_assert_cmpint (count_text (text, "CM = Christine Marsh · JB = ____"), ==, n_pages);
}

static void
test_head (void)
{
  TendMarCycle cycle = make_cycle (NULL, 0);
  TendMarChartSheet sheet = make_sheet (&cycle, 1);
  g_autofree char *plain = NULL, *none = NULL, *unknown = NULL, *changed = NULL, *empty = NULL;
  g_autofree char *second = NULL, *third = NULL, *fourth = NULL;
  g_autoptr(GString) many = g_string_new (NULL);
  g_autofree char *long_text = NULL;

  plain = read_sheet (&sheet);
  assert_has (plain, "1–28 June 2026, chart 1");
  assert_has (plain, "Address 12 Church Street, Stafford");
  assert_has (plain, "No medicines in these days.");
  assert_has (plain, "page 1 of 1");
  assert_lacks (plain, "For paper");
  assert_lacks (plain, "Take chart");

  sheet.head.allergies = NULL;
  sheet.head.allergies_state = "None known";
  none = read_sheet (&sheet);
  assert_has (none, "NONE KNOWN");

  sheet.head.allergies_state = "Not yet asked";
  sheet.head.allergies_unknown = TRUE;
  unknown = read_sheet (&sheet);
  assert_has (unknown, "NOT YET ASKED");

  sheet.head.born = TEND_DATE_NONE;
  sheet.gp = NULL;
  cycle.version = 3;
  changed = read_sheet (&sheet);
  assert_has (changed, "chart 3");
  assert_has (changed, "Take chart 2 away before leaving this one.");
  assert_lacks (changed, "took the place of");
  cycle.first_version = 2;
  second = read_sheet (&sheet);
  assert_has (second, "Chart 3 took the place of chart 2 in these weeks: a line was changed.");
  cycle.first_version = 1;
  third = read_sheet (&sheet);
  assert_has (third, "Chart 3 took the place of charts 1 and 2 in these weeks: lines were "
                     "changed.");
  cycle.version = 4;
  fourth = read_sheet (&sheet);
  assert_has (fourth, "Chart 4 took the place of charts 1 to 3 in these weeks: lines were "
                      "changed.");
  assert_has (changed, "Born NOT WRITTEN");
  assert_has (changed, "GP practice NOT WRITTEN");

  /* A list that the box cannot hold is told in full below it. */
  while (many->len < 3000)
    g_string_append (many, "strawberries, latex, ");
  g_string_append (many, "thelast");
  sheet.head.allergies = many->str;
  long_text = read_sheet (&sheet);
  assert_has (long_text, "SEE THE FIRST PAGE");
  assert_has (long_text, "THELAST");
}

static void
test_block (void)
{
  TendMarCell cells[3 * DAYS] = { 0 };
  const TendMarTime times[] = { { "08:00", "Breakfast", cells },
                                { "22:00", "Bed, family, × 0.5", cells + DAYS } };
  const TendMarFact facts[] = { { "For", "pain" }, { "Stops", "" }, { "Starts", "1 Jun 2026" } };
  const TendMarFact limits[] = { { "Most in 24 hours:", "8 tablets" },
                                 { "Try first:", NULL } };
  const TendMarMedicine medicines[] = {
    { .name = "Morphine 10 mg capsules", .route = "by mouth", .when = "Twice a day",
      .controlled = TRUE, .time_critical = TRUE, .window = 30, .single_checked = TRUE,
      .facts = facts, .n_facts = 3, .times = times, .n_times = 2 },
    { .part = TEND_MAR_AS_NEEDED, .as_needed = TRUE, .name = "Paracetamol", .dose = "2 tablets",
      .limits = limits, .n_limits = 2 },
  };
  TendMarCycle cycle = make_cycle (medicines, 2);
  TendMarChartSheet sheet = make_sheet (&cycle, 1);
  g_autofree char *text = NULL;

  cells[4] = (TendMarCell) { .state = TEND_MAR_CELL_WRITTEN, .text = "R", .is_code = TRUE,
                             .struck = "ZZ" };
  cells[DAYS] = (TendMarCell) { .state = TEND_MAR_CELL_WRITTEN, .text = "QQ", .late = "22:50" };
  text = read_sheet (&sheet);
  assert_has (text, "DOSE NOT WRITTEN · by mouth · Twice a day");
  assert_has (text, "2 tablets · HOW IT IS TAKEN NOT WRITTEN");
  assert_has (text, "CONTROLLED DRUG");
  assert_has (text, "TIME-CRITICAL ± 30 min");
  assert_has (text, "SINGLE-CHECKED");
  assert_has (text, "For pain Starts 1 Jun 2026");
  assert_has (text, "22:00 Bed, family, ×");
  assert_has (text, "Mon Tue Wed Thu Fri Sat Sun");
  assert_has (text, "1/6 2 3 4 5 6 7");
  assert_has (text, "ZZ");
  assert_has (text, "22:50");
  assert_has (text, "As needed (PRN)");
  assert_has (text, "Most in 24 hours: 8 tablets");
  assert_has (text, "Try first: NOT WRITTEN");
  assert_has (text, "No dose was written down in these days.");
}

static void
test_back (void)
{
  const TendMarDose doses[] = {
    { .noted = TRUE, .due_at = moment (3, 8, 0), .given_at = moment (3, 8, 50),
      .written_at = moment (4, 9, 0), .outcome = "Part taken", .quantity = "0.5", .left = "23",
      .support = "Assisted", .by = "Carer", .asked_by = "The person", .initials = "CM",
      .story = "Spat out the rest." },
    { .due_at = moment (4, 8, 0), .given_at = moment (4, 8, 0), .outcome = "Taken",
      .story = "Nothing to tell" },
    { .noted = TRUE, .due_at = moment (5, 8, 0), .given_at = TEND_INSTANT_NONE,
      .written_at = TEND_INSTANT_NONE, .outcome = "NOTHING WRITTEN" },
    { .noted = TRUE, .due_at = TEND_INSTANT_NONE, .given_at = moment (6, 23, 30),
      .written_at = moment (6, 23, 40), .outcome = "Taken", .initials = "CM" },
  };
  const TendMarDose needed[] = {
    { .due_at = TEND_INSTANT_NONE, .given_at = moment (7, 10, 0), .written_at = moment (7, 10, 2),
      .outcome = "Taken", .quantity = "2", .purpose = "headache", .effect = "Gone by noon",
      .by = "Family", .initials = "CM" },
    { .due_at = TEND_INSTANT_NONE, .given_at = moment (8, 10, 0), .written_at = moment (9, 9, 30),
      .outcome = "Taken", .by = "Family", .initials = "MD", .copied = TRUE,
      .story = "Copied Tue 9 Jun 09:30." },
    { .due_at = TEND_INSTANT_NONE, .given_at = moment (9, 10, 0), .written_at = moment (9, 18, 5),
      .outcome = "Taken", .by = "Family", .copied = TRUE },
  };
  const TendMarCorrection correction = {
    moment (3, 8, 0), "Taken, 1.", "Part taken, 0.5.", "Signed too soon.", "CM", moment (3, 9, 5),
  };
  const TendMarPlace places[] = { { moment (9, 9, 0), "left chest", FALSE, TRUE,
                                    "Folded, for the pharmacy", "CM" },
                                  { moment (5, 9, 0), "back", FALSE, TRUE, NULL, "CM" },
                                  { moment (3, 9, 0), "hip", FALSE, FALSE, "It was not there",
                                    "CM" },
                                  { moment (2, 9, 0), "right arm", FALSE, FALSE, NULL, "CM" },
                                  { moment (1, 9, 0), "left arm", TRUE, FALSE, NULL, "CM" } };
  const TendMarMedicine medicines[] = {
    { .name = "Ramipril", .dose = "1 tablet", .doses = doses, .n_doses = 4,
      .corrections = &correction, .n_corrections = 1,
      .stock = { "6", "56", "53", "0", "1", NULL, "8", "Wed 17 Jun", "31",
                 "30", "−1", "Mon 1 Jun: Received 56",
                 "1 dose with nothing written: 8, or 7 if taken." } },
    { .part = TEND_MAR_AS_NEEDED, .as_needed = TRUE, .name = "Paracetamol", .doses = needed,
      .n_doses = 3 },
    { .part = TEND_MAR_SKIN, .patch = TRUE, .name = "Fentanyl", .places = places,
      .n_places = G_N_ELEMENTS (places) },
  };
  TendMarCycle cycle = make_cycle (medicines, 3);
  TendMarChartSheet sheet = make_sheet (&cycle, 1);
  g_autofree char *text = read_sheet (&sheet);

  assert_has (text, "Ramipril, 1 tablet");
  assert_has (text, "Wed 3 Jun 08:00 08:50 Part taken. Spat out the rest. 0.5 23 Assisted Carer "
                    "The person CM, Thu 4 Jun 09:00");
  assert_lacks (text, "Nothing to tell");
  assert_has (text, "Fri 5 Jun 08:00 NOTHING WRITTEN");
  assert_has (text, "Not due Sat 6 Jun 23:30 Taken CM, 23:40");
  assert_has (text, "Sun 7 Jun 10:00 Taken 2 headache Gone by noon Family CM, 10:02");
  assert_has (text, "Mon 8 Jun 10:00 Taken Family MD on paper Copied Tue 9 Jun 09:30.");
  assert_has (text, "Tue 9 Jun 10:00 Taken Family on paper");
  assert_has (text, "Wed 3 Jun 08:00 Taken, 1. Part taken, 0.5. Signed too soon. CM "
                    "Wed 3 Jun 09:05");
  assert_has (text, "Tue 9 Jun 09:00 left chest Yes. Folded, for the pharmacy CM "
                    "Fri 5 Jun 09:00 back Yes. What became of it is not written CM "
                    "Wed 3 Jun 09:00 hip It was not there CM "
                    "Tue 2 Jun 09:00 right arm Not written CM "
                    "Mon 1 Jun 09:00 left arm The first: there was none CM");
  assert_has (text, "Ramipril 6 56 53 0 1 8 Wed 17 Jun 31 30 −1");
  assert_has (text, "Mon 1 Jun: Received 56");
  assert_has (text, "1 dose with nothing written: 8, or 7 if taken.");
  /* It may be the first thing on its page. */
  assert_has (text, "Fentanyl: where the patches were, the last ten, the latest first");
  assert_lacks (text, "Put right by a count");
}

#define IN_HOSPITAL(day, hour, written) \
  { .noted = TRUE, .due_at = moment (day, hour, 0), .given_at = TEND_INSTANT_NONE, \
    .written_at = written, .outcome = "H: In hospital", .initials = "CM" }

/* Several days with one outcome are one line, of which each dose is counted; a gap, and a dose
 * of which there is more to say, are always told by themselves. */
static void
test_alike (void)
{
  const TendMarDose doses[] = {
    IN_HOSPITAL (3, 20, moment (9, 9, 0)), IN_HOSPITAL (4, 8, moment (9, 9, 1)),
    IN_HOSPITAL (4, 20, moment (9, 9, 2)),
    { .noted = TRUE, .due_at = moment (5, 8, 0), .given_at = TEND_INSTANT_NONE,
      .written_at = TEND_INSTANT_NONE, .outcome = "NOTHING WRITTEN" },
    { .noted = TRUE, .due_at = moment (5, 20, 0), .given_at = TEND_INSTANT_NONE,
      .written_at = TEND_INSTANT_NONE, .outcome = "NOTHING WRITTEN" },
    { .noted = TRUE, .due_at = moment (6, 8, 0), .given_at = TEND_INSTANT_NONE,
      .written_at = TEND_INSTANT_NONE, .outcome = "NOTHING WRITTEN" },
    /* Two are told one by one, and so is what was said at a time of its own. */
    IN_HOSPITAL (7, 8, moment (9, 9, 3)), IN_HOSPITAL (7, 20, moment (9, 9, 4)),
    { .noted = TRUE, .due_at = moment (8, 8, 0), .given_at = TEND_INSTANT_NONE,
      .written_at = moment (9, 9, 5), .outcome = "H: In hospital", .initials = "CM",
      .story = "The ward rang." },
    IN_HOSPITAL (10, 8, moment (13, 9, 1)), IN_HOSPITAL (11, 8, moment (13, 9, 1)),
    { .noted = TRUE, .apart = TRUE, .due_at = moment (12, 8, 0), .given_at = TEND_INSTANT_NONE,
      .written_at = moment (13, 9, 1), .outcome = "H: In hospital", .initials = "CM" },
  };
  const TendMarMedicine medicine = { .name = "Ramipril", .doses = doses,
                                     .n_doses = G_N_ELEMENTS (doses) };
  TendMarCycle cycle = make_cycle (&medicine, 1);
  TendMarChartSheet sheet = make_sheet (&cycle, 1);
  g_autofree char *text = read_sheet (&sheet);

  assert_has (text, "Wed 3 Jun 20:00 All 3 doses: H: In hospital CM, Tue 9 Jun 09:00 to Thu 4 Jun "
                    "20:00 to Tue 9 Jun 09:02");
  assert_lacks (text, "Thu 4 Jun 08:00");
  assert_has (text, "Fri 5 Jun 08:00 NOTHING WRITTEN");
  assert_has (text, "Fri 5 Jun 20:00 NOTHING WRITTEN");
  assert_has (text, "Sat 6 Jun 08:00 NOTHING WRITTEN");
  assert_has (text, "Sun 7 Jun 08:00 H: In hospital CM, Tue 9 Jun 09:03");
  assert_has (text, "Mon 8 Jun 08:00 H: In hospital. The ward rang. CM, Tue 9 Jun 09:05");
  /* Nobody knows of the dose between these. */
  assert_has (text, "Thu 11 Jun 08:00 H: In hospital CM, Sat 13 Jun 09:01");
}

/* Nothing that was written; room for it, and for a medicine that comes. */
static void
test_blank (void)
{
  TendMarCell cells[DAYS] = { 0 };
  const TendMarTime time = { "08:00", "Breakfast", cells };
  const TendMarDose dose = { .noted = TRUE, .due_at = moment (3, 8, 0), .outcome = "Secret" };
  const TendMarCorrection correction = { .at = moment (3, 8, 0), .was = "Secret" };
  const TendMarMedicine medicines[] = {
    { .name = "Ramipril", .dose = "1 tablet", .times = &time, .n_times = 1, .doses = &dose,
      .n_doses = 1, .corrections = &correction, .n_corrections = 1,
      .stock = { .expected = "Secret" } },
    { .part = TEND_MAR_AS_NEEDED, .as_needed = TRUE, .name = "Paracetamol", .doses = &dose,
      .n_doses = 1 },
    { .part = TEND_MAR_SKIN, .patch = TRUE, .name = "Fentanyl", .times = &time, .n_times = 1 },
  };
  TendMarCycle cycle = make_cycle (medicines, 3);
  TendMarChartSheet sheet = make_sheet (&cycle, 1);
  g_autofree char *text = NULL;

  for (int i = 0; i < DAYS; i++)
    cells[i].state = TEND_MAR_CELL_DUE;
  sheet.blank = TRUE;
  text = read_sheet (&sheet);
  assert_lacks (text, "Secret");
  /* Nobody takes it for a chart of which the entries were lost; on each of its pages. */
  g_assert_cmpint (count_text (text, "For paper: to be filled in by hand"), ==,
                   count_text (text, "PENICILLIN"));
  assert_has (text, "08:00 Breakfast");
  /* Two at set times, one as needed and one for the skin. */
  g_assert_cmpint (count_text (text, "Medicine, strength, form"), ==, 4);
  g_assert_cmpint (count_text (text, "Least time between two doses"), ==, 1);
  g_assert_cmpint (count_text (text, "Same place again after"), ==, 1);
  /* That a patch is still on is looked at daily, also of one that comes. */
  g_assert_cmpint (count_text (text, "is it on?"), ==, 2);
  assert_has (text, "Fentanyl: where each patch is put");
  assert_has (text, "What it did, and when I looked");
  assert_has (text, "Where on the body, left or right");
  assert_has (text, "Notes: refused, not given, late, put right");
  assert_has (text, "Brought forward");
  assert_has (text, "never before");
  assert_has (text, "signed ____");
}

/* What stands below initials keeps six points at least, however much there is of it: the row
 * grows. */
static void
test_small_words (void)
{
  TendMarCell cells[DAYS] = { 0 };
  const TendMarTime time = { "12:30", "Lunch", cells };
  const TendMarMedicine medicine = {
    .name = "Co-careldopa", .dose = "1 tablet", .route = "by mouth", .times = &time, .n_times = 1,
  };
  TendMarCycle cycle = make_cycle (&medicine, 1);
  const TendMarChartSheet sheet = make_sheet (&cycle, 1);
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(GPtrArray) words = NULL;
  guint n_found = 0;

  for (int i = 0; i < DAYS; i++)
    cells[i] = (TendMarCell) { .state = TEND_MAR_CELL_WRITTEN, .text = "CM", .quantity = "1.5",
                               .late = "wr 18:20" };
  cells[3] = (TendMarCell) { .state = TEND_MAR_CELL_WRITTEN, .text = "CM",
                             .quantity = "2.5, 12:34, family" };
  document = tend_document_new_mar_chart (&sheet);
  words = pdf_read_words (document);
  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = words->pdata[i];

      /* Its box is the height of the font: more than the size itself. */
      if (strcmp (word->text, "12:34,") == 0 || strcmp (word->text, "18:20") == 0 ||
          strcmp (word->text, "family") == 0)
        {
          n_found++;
          g_assert_cmpfloat (word->y2 - word->y1, >=, 6.5);
        }
    }
  /* One more "family" is in the key. */
  g_assert_cmpuint (n_found, ==, DAYS - 1 + 2 + 1);
  assert_pages_tidy (document);
}

/* What is to be given is no smaller than initials, and no more in grey. */
static void
test_to_give (void)
{
  TendMarCell cells[DAYS] = { 0 };
  const TendMarTime time = { "18:00", NULL, cells };
  const TendMarMedicine medicine = {
    .name = "Warfarin", .dose = "as written below", .route = "by mouth", .times = &time,
    .n_times = 1,
  };
  TendMarCycle cycle = make_cycle (&medicine, 1);
  const TendMarChartSheet sheet = make_sheet (&cycle, 1);
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(GPtrArray) words = NULL;
  double signed_high = 0;
  guint n_found = 0;

  cells[0] = (TendMarCell) { .state = TEND_MAR_CELL_WRITTEN, .text = "QJ" };
  cells[1] = (TendMarCell) { .state = TEND_MAR_CELL_GAP, .quantity = "77" };
  cells[2] = (TendMarCell) { .state = TEND_MAR_CELL_DUE, .quantity = "77" };
  document = tend_document_new_mar_chart (&sheet);
  words = pdf_read_words (document);
  for (guint i = 0; i < words->len; i++)
    if (strcmp (((PdfWord *) words->pdata[i])->text, "QJ") == 0)
      signed_high = ((PdfWord *) words->pdata[i])->y2 - ((PdfWord *) words->pdata[i])->y1;
  g_assert_cmpfloat (signed_high, >, 8);
  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = words->pdata[i];

      if (strcmp (word->text, "77") != 0)
        continue;
      n_found++;
      g_assert_cmpfloat (word->y2 - word->y1, >=, signed_high - 0.1);
    }
  g_assert_cmpuint (n_found, ==, 2);
}

/* More than a page can hold goes on, and says of what. */
static void
test_long (void)
{
  g_autofree TendMarCell *cells = g_new0 (TendMarCell, DAYS);
  g_autofree TendMarTime *times = g_new0 (TendMarTime, 40);
  g_autoptr(GString) words = g_string_new (NULL);
  TendMarFact fact = { "Instructions", NULL };
  TendMarMedicine medicine = { .name = "Longest", .dose = "1 drop", .facts = &fact, .n_facts = 1,
                               .times = times, .n_times = 40 };
  TendMarCycle cycles[] = { make_cycle (&medicine, 1), make_cycle (&medicine, 1) };
  TendMarChartSheet sheet = make_sheet (cycles, 2);
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  while (words->len < 9000)
    g_string_append (words, "words and ");
  g_string_append (words, "thelast");
  fact.text = words->str;
  for (int i = 0; i < 40; i++)
    times[i] = (TendMarTime) { "08:00", i == 39 ? "thelasttime" : NULL, cells };
  cycles[1].from = tend_date_new (2026, 6, 29);
  cycles[1].to = tend_date_new (2026, 7, 5);

  document = tend_document_new_mar_chart (&sheet);
  text = pdf_read_tidy (document);
  g_assert_cmpint (count_text (text, "thelast "), ==, 2);
  g_assert_cmpint (count_text (text, "thelasttime"), ==, 2);
  assert_has (text, "Longest (continued)");
  assert_has (text, "29 June – 5 July 2026, chart 1");
  assert_has (text, "29/6 30 1/7 2 3 4 5 ");
  /* Each chart is counted by itself. */
  g_assert_cmpint (count_text (text, "Page 1 of "), ==, 2);
  g_assert_cmpint (tend_document_get_n_pages (document) % 2, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mar-chart-sheet/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/mar-chart-sheet/head", test_head);
  g_test_add_func ("/mar-chart-sheet/block", test_block);
  g_test_add_func ("/mar-chart-sheet/back", test_back);
  g_test_add_func ("/mar-chart-sheet/alike", test_alike);
  g_test_add_func ("/mar-chart-sheet/blank", test_blank);
  g_test_add_func ("/mar-chart-sheet/small-words", test_small_words);
  g_test_add_func ("/mar-chart-sheet/to-give", test_to_give);
  g_test_add_func ("/mar-chart-sheet/long", test_long);

  return g_test_run ();
}
