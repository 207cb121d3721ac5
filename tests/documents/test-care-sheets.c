/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The papers of the care record, as poppler reads them. */

#include "pdf-reader.h"
#include "tend-incident-sheet.h"
#include "tend-pack-sheet.h"
#include "tend-plan-sheet.h"
#include "tend-risk-sheet.h"
#include "tend-visit-log-sheet.h"

#include <string.h>

#define LONG_NAME "Wilhelmina-Philippa Featherstonehaugh-Cholmondeley of Llanfairpwllgwyngyll"
#define ARABIC "أحمد سعيد"

static const char *const services[] = { "Personal care", NULL };
static const char *const rates[] = { "Weekdays\t£20.00 an hour", NULL };

static TendCareHead
make_head (void)
{
  return (TendCareHead) {
    .carer = { .name = "Siân Prŷs", .trading_as = "Prŷs Care", .phone = "01632 960147" },
    .name = "Rose O’Neill",
    .address = "12 Church Street\nStafford",
    .born = tend_date_new (1938, 3, 12),
    .number = "999 000 0018",
    .allergies = "Penicillin",
  };
}

static TendInstant
moment (int day,
        int hour)
{
  return tend_time_resolve (tend_date_new (2026, 10, day), hour * 60);
}

/* 5,000 characters that end in a word of their own. */
static char *
make_long (void)
{
  GString *text = g_string_new (NULL);

  while (text->len < 4988)
    g_string_append (text, "words and ");
  g_string_append (text, "thelastword");
  return g_string_free (text, FALSE);
}

static void
assert_order (const char *text,
              const char *first,
              const char *second)
{
  assert_has (text, first);
  assert_has (text, second);
  g_assert_true (strstr (text, first) < strstr (text, second));
}

static void
test_plan (void)
{
  const TendPlanOutcome outcomes[] = { { "To garden again", "A bench by the door", NULL } };
  const TendPlanTask tasks[] = {
    { "In the morning", "Wash and dress", "Warm flannel first", NULL, "Personal care", TRUE },
    { "In the morning", "Breakfast", NULL, "Mon, Thu", "Personal care", FALSE },
    { "At night", "Look in", NULL, NULL, NULL, FALSE },
  };
  TendPlanSheet sheet = {
    .head = make_head (), .version = 2, .agreed_on = tend_date_new (2026, 9, 7),
    .agreed_by = "Rose O’Neill", .authority = "The person",
    .review_on = tend_date_new (2027, 3, 8), .needs = "Help to wash.", .boundaries = "No lifting.",
    .risks = "see the risk assessment: A fall, 12 High",
    .outcomes = outcomes, .n_outcomes = 1, .tasks = tasks, .n_tasks = 3,
  };
  g_autoptr(TendDocument) document = tend_document_new_plan (&sheet);
  g_autofree char *text = pdf_read_tidy (document);
  g_autofree char *tags = pdf_read_tags (document);
  g_autoptr(TendDocument) draft = NULL;
  g_autofree char *draft_text = NULL;
  g_autoptr(TendDocument) ended = NULL;
  g_autofree char *ended_text = NULL;
  g_autoptr(TendDocument) private = NULL;
  g_autofree char *private_text = NULL;

  assert_has (text, "Version 2");
  assert_has (text, "Agreed by Rose O’Neill");
  assert_has (text, "on 7 September 2026");
  assert_has (text, "On whose word: The person");
  assert_has (text, "Review on 8 March 2027");
  assert_order (text, "In the morning", "At night");
  assert_has (text, "Counts as personal");
  assert_has (text, "Look in No");
  assert_has (text, "Risks see the risk assessment: A fall, 12 High");
  assert_order (text, "see the risk assessment", "No lifting.");
  g_assert_cmpint (count_text (text, "In the morning"), ==, 1);
  g_assert_cmpint (count_text (text, "Yes"), ==, 1);
  assert_has (text, "No lifting.");
  assert_lacks (text, "A usual day");
  assert_lacks (text, "What changed");
  assert_lacks (text, "How we can tell");
  assert_has (tags, "H1");
  assert_has (tags, "Table");
  assert_lacks (text, "Died");
  /* Nobody is asked to sign what is agreed. */
  assert_has (text, "Agreed by Rose O’Neill on 7 September 2026");
  assert_lacks (text, "The person, or who may act for them");
  g_assert_cmpstr (tend_document_get_title (document), ==, "Care plan: Rose O’Neill");

  sheet.head.died = tend_date_new (2026, 11, 2);
  ended = tend_document_new_plan (&sheet);
  ended_text = pdf_read_tidy (ended);
  assert_has (ended_text, "Died on 2 November 2026");
  assert_has (ended_text, "Ended");
  assert_has (ended_text, "It ended with the person’s life");
  assert_lacks (ended_text, "Review on");
  assert_lacks (ended_text, "Signed");
  sheet.head.redacted = TRUE;
  private = tend_document_new_plan (&sheet);
  private_text = pdf_read_tidy (private);
  assert_has (private_text, "Has died");
  assert_lacks (private_text, "2 November");

  sheet.head = make_head ();
  sheet.agreed_on = TEND_DATE_NONE;
  draft = tend_document_new_plan (&sheet);
  draft_text = pdf_read_tidy (draft);
  assert_has (draft_text, "Not agreed yet");
  assert_has (draft_text, "The person, or who may act for them");
  assert_lacks (draft_text, "On whose word");
}

static void
test_about (void)
{
  const TendDirective directive = { "ReSPECT form", "Purple folder, on the fridge", "Dr Khan",
                                    tend_date_new (2026, 10, 16), 0 };
  TendAboutSheet sheet = {
    .head = make_head (), .gp = "Moorland Surgery", .contact = "Alan\n01632 960301",
    .written_on = tend_date_new (2026, 9, 7), .communicate = "Sit at my right.",
    .matters = "My chair.", .format = "Large print", .languages = "Cymraeg",
  };
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;
  g_autoptr(TendDocument) form = NULL;
  g_autofree char *form_text = NULL;

  sheet.head.directives = &directive;
  sheet.head.n_directives = 1;
  document = tend_document_new_about (&sheet);
  text = pdf_read_tidy (document);
  assert_order (text, "Penicillin", "Sit at my right.");
  assert_order (text, "Sit at my right.", "My chair.");
  assert_has (text, "The original is here: Purple folder, on the fridge");
  assert_has (text, "Follow the original.");
  assert_has (text, "Large print · Cymraeg");
  assert_lacks (text, "Please do");
  g_assert_cmpint (tend_document_get_n_pages (document), ==, 1);

  form = tend_document_new_about (&(TendAboutSheet) { .head = make_head (), .form = TRUE });
  form_text = pdf_read_tidy (form);
  assert_has (form_text, "Please do not");
  g_assert_cmpint (tend_document_get_n_pages (form), <=, 2);
}

static void
test_risks (void)
{
  const TendRiskBand bands[] = { { 1, "Low" }, { 4, "Moderate" }, { 8, "High" },
                                 { 15, "Extreme" } };
  TendRiskLine lines[30] = {
    { .hazard = "A fall on the stairs", .likelihood_before = 4, .severity_before = 5,
      .likelihood_after = 2, .severity_after = 5, .further = "Second rail.",
      .assessed_on = tend_date_new (2026, 10, 20), .review_on = tend_date_new (2026, 12, 1) },
    { .hazard = "The rug", .assessed_on = tend_date_new (2026, 4, 15) },
  };
  TendRiskSheet sheet = { .head = make_head (), .on = tend_date_new (2026, 11, 24),
                          .bands = bands, .n_bands = 4, .lines = lines, .n_lines = 2 };
  g_autoptr(TendDocument) document = tend_document_new_risks (&sheet);
  g_autofree char *text = pdf_read_tidy (document);
  g_autoptr(TendDocument) crowded = NULL;
  g_autofree char *crowded_text = NULL;

  assert_has (text, "4 × 5 = 20, Extreme");
  assert_has (text, "2 × 5 = 10, High");
  assert_has (text, "Likelihood: Likely. Severity: Catastrophic.");
  assert_has (text, "Almost certain 5");
  assert_has (text, "Assessed on 20 October 2026. Review on 1 December 2026.");
  assert_has (text, "Assessed on 15 April 2026.");

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    lines[i] = lines[0];
  sheet.n_lines = G_N_ELEMENTS (lines);
  crowded = tend_document_new_risks (&sheet);
  crowded_text = pdf_read_tidy (crowded);
  assert_has (crowded_text, "30 A fall on the stairs");
  assert_has (crowded_text, "…");
}

static void
test_contingency (void)
{
  g_autofree char *many = make_long ();
  const TendContact contacts[] = { { "Alan O’Neill", "Family", "01632 960301", "First" },
                                   { "The farm", NULL, "01632 960322", NULL } };
  TendContact crowd[40];
  TendContingencySheet sheet = {
    .head = make_head (), .updated_on = tend_date_new (2026, 9, 7), .contacts = contacts,
    .n_contacts = 2, .cannot_wait = "A drink.", .can_wait = "The bed.",
    .carer_ill = "Alan brings breakfast.", .no_reply = "Ring Alan.", .no_reply_minutes = 10,
    .others = "The council’s list.",
  };
  const TendDirective directive = { "ReSPECT form", "Purple folder, on the fridge", "Dr Khan",
                                    tend_date_new (2026, 10, 16), 0 };
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;
  g_autoptr(TendDocument) full = NULL;
  g_autofree char *full_text = NULL;
  const char *rest;
  g_autoptr(TendDocument) ordinary = NULL;
  g_autofree char *ordinary_text = NULL;
  g_autoptr(TendDocument) form = NULL;
  g_autofree char *form_text = NULL;

  sheet.head.directives = &directive;
  sheet.head.n_directives = 1;
  document = tend_document_new_contingency (&sheet);
  text = pdf_read_tidy (document);
  assert_has (text, "ring 999");
  /* What a stranger who comes in an emergency asks first. */
  assert_has (text, "12 March 1938");
  assert_has (text, "12 Church Street");
  assert_has (text, "999 000 0018");
  assert_order (text, "Allergies", "Penicillin");
  assert_order (text, "Penicillin", "ReSPECT form");
  assert_has (text, "The original is here: Purple folder, on the fridge");
  assert_order (text, "01632 960301", "01632 960322");
  assert_order (text, "01632 960322", "A drink.");
  assert_has (text, "If nobody answers the door for 10 minutes");
  assert_has (text, "chooses, and asks them. Siân Prŷs does not arrange cover");
  assert_has (text, "Written on 7 September 2026");
  assert_lacks (text, "cannot get there");
  g_assert_cmpint (tend_document_get_n_pages (document), ==, 1);

  for (guint i = 0; i < G_N_ELEMENTS (crowd); i++)
    crowd[i] = (TendContact) { LONG_NAME, "Neighbour", "01632 960322", many };
  sheet.contacts = crowd;
  sheet.n_contacts = G_N_ELEMENTS (crowd);
  sheet.cannot_wait = sheet.can_wait = sheet.carer_ill = sheet.bad_weather = many;
  sheet.no_reply = sheet.others = sheet.note = many;
  full = tend_document_new_contingency (&sheet);
  full_text = pdf_read_tidy (full);
  /* The page for the fridge is cut short, and says so; the rest follows to its end. */
  assert_has (full_text, "Some of this is cut short");
  rest = strstr (full_text, "If something goes wrong: all of it");
  g_assert_nonnull (rest);
  assert_order (rest, "40 Wilhelmina", "What cannot wait words");
  g_assert_cmpint (count_text (rest, "thelastword"), ==, 40 + 7);

  /* Six contacts and 500 characters to each answer are an ordinary sheet. */
  many[500] = '\0';
  for (guint i = 0; i < 6; i++)
    crowd[i] = (TendContact) { "Alan O’Neill", "Family", "01632 960301", "Has a key" };
  sheet.n_contacts = 6;
  sheet.others = sheet.note = "The council’s list.";
  ordinary = tend_document_new_contingency (&sheet);
  ordinary_text = pdf_read_tidy (ordinary);
  assert_has (ordinary_text, "6 Alan O’Neill 01632 960301 Family · Has a key");
  g_assert_cmpint (tend_document_get_n_pages (ordinary), <=, 3);

  form = tend_document_new_contingency (&(TendContingencySheet) { .head = make_head (),
                                                                  .form = TRUE });
  form_text = pdf_read_tidy (form);
  assert_has (form_text, "What cannot wait");
  g_assert_cmpint (tend_document_get_n_pages (form), ==, 1);
}

#define FOOT 60.0 /* of a page, with its number */

/* How high the smallest word is of those from @first on that are above the foot. */
static double
least_height (TendDocument *document,
              const char   *first)
{
  g_autoptr(GPtrArray) words = pdf_read_words (document);
  double least = G_MAXDOUBLE, high;
  gboolean begun = FALSE;

  tend_document_get_page_size (document, NULL, &high);
  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = words->pdata[i];

      begun |= strcmp (word->text, first) == 0;
      if (begun && word->y2 < high - FOOT)
        least = MIN (least, word->y2 - word->y1);
    }
  g_assert_cmpfloat (least, <, G_MAXDOUBLE);

  return least;
}

/* Whoever asked for large print reads all of it in 18 points, over as many pages as that is; the
 * foot of a page, which is the same on each, is smaller. */
static void
test_contingency_large (void)
{
  const TendContact contacts[] = { { "Alan O’Neill", "Family", "01632 960301", "First" },
                                   { "The farm", NULL, "01632 960322", NULL } };
  g_autofree char *many = make_long ();
  TendContingencySheet sheet = {
    .head = make_head (), .updated_on = tend_date_new (2026, 9, 7), .contacts = contacts,
    .n_contacts = 2, .cannot_wait = "A drink.", .can_wait = "The bed.", .carer_ill = many,
    .no_reply = "Ring Alan.", .no_reply_minutes = 10, .others = "The council’s list.",
  };
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(TendDocument) form = NULL;
  g_autoptr(TendDocument) plan = NULL;
  g_autofree char *text = NULL;
  g_autofree char *form_text = NULL;

  sheet.head.large = TRUE;
  document = tend_document_new_contingency (&sheet);
  text = pdf_read_tidy (document);
  g_assert_cmpint (tend_document_get_n_pages (document), >, 3);
  assert_lacks (text, "cut short");
  g_assert_cmpint (count_text (text, "thelastword"), ==, 1);
  assert_order (text, "1 Alan O’Neill 01632 960301 Family · First", "2 The farm 01632 960322");
  assert_order (text, "01632 960322", "What cannot wait A drink.");
  assert_has (text, "If nobody answers the door for 10 minutes");
  assert_has (text, "chooses, and asks them. Siân Prŷs does not arrange cover");
  assert_has (text, "Written on 7 September 2026");
  /* As large as what is told in another paper in large print, which is 18 points. */
  plan = tend_document_new_plan (&(TendPlanSheet) { .head = sheet.head, .needs = "A drink." });
  g_assert_cmpfloat (least_height (document, "ring,"), >=, least_height (plan, "drink.") - 0.1);

  form = tend_document_new_contingency (&(TendContingencySheet) { .head = sheet.head,
                                                                  .form = TRUE });
  form_text = pdf_read_tidy (form);
  assert_has (form_text, "Others to choose from");
}

static void
test_incident (void)
{
  const TendIncidentMark marks[] = {
    { { TEND_BODY_LEFT, 500, 500, 1 }, "Bruise", "Left hip", "12 cm by 8 cm", NULL, "Yellow",
      NULL },
    { { TEND_BODY_BACK, 230, 390, 2 }, "Graze", "Left elbow", "2 cm", NULL, "Pink", NULL },
  };
  const TendIncidentMap maps[] = { { moment (19, 9), "“All right.”", marks, 2 },
                                   { moment (20, 9), NULL, NULL, 0 } };
  const TendIncidentReport report = { moment (11, 23), "NHS 111", "Dr Khan", "By telephone",
                                      "AB-12", "Send an ambulance." };
  TendIncidentSheet sheet = {
    .head = make_head (), .kind = "Accident", .what = "Fall", .happened_at = moment (11, 22),
    .written_at = TEND_INSTANT_NONE,
    .changed_at = TEND_INSTANT_NONE, .facts = "She lay at the foot of the stairs.",
    .opinion = "The light was out.", .maps = maps, .n_maps = 2, .reports = &report,
    .n_reports = 1,
  };
  g_autoptr(TendDocument) document = tend_document_new_incident (&sheet);
  g_autofree char *text = pdf_read_tidy (document);
  g_autofree char *tags = pdf_read_tags (document);

  assert_has (text, "Sunday 11 October 2026, 22:00");
  assert_has (text, "1 Bruise Left side Left hip 12 cm by 8 cm Yellow");
  assert_has (text, "2 Graze Back Left elbow 2 cm Pink");
  assert_lacks (text, "Shape");
  assert_has (text, "Front Back Left side Right side");
  assert_has (text, "No marks were seen.");
  assert_has (text, "AB-12");
  assert_has (text, "Still open");
  assert_order (text, "What I saw and heard", "What I think, and why: an opinion, not a fact");
  assert_lacks (text, "Written down");
  assert_lacks (text, "Who was there");
  assert_lacks (text, "What the person wants");
  assert_has (tags, "Figure");
}

/* A report that tells of a call at eleven was not all written at half past ten. */
static void
test_begun (void)
{
  const TendIncidentReport told[] = {
    { moment (11, 22), "Family", "Alan Hartley", "By telephone", NULL, NULL },
    { moment (11, 23), "NHS 111", "Dr Khan", "By telephone", NULL, NULL },
  };
  TendIncidentSheet sheet = {
    .head = make_head (), .kind = "Accident", .happened_at = moment (11, 21),
    .written_at = moment (11, 22), .changed_at = TEND_INSTANT_NONE, .facts = "She lay there.",
    .reports = told, .n_reports = 1,
  };
  g_autoptr(TendDocument) at_once = tend_document_new_incident (&sheet);
  g_autofree char *first = pdf_read_tidy (at_once);
  g_autoptr(TendDocument) later = NULL;
  g_autofree char *text = NULL;

  assert_has (first, "Written down");
  assert_lacks (first, "Last added to");
  sheet.n_reports = 2;
  later = tend_document_new_incident (&sheet);
  text = pdf_read_tidy (later);
  assert_has (text, "Begun");
  assert_has (text, "Last added to")
;
  assert_has (text, "begun Sunday 11 October 2026, 22:00");
  assert_lacks (text, "Written down");
}

static gint
compare_places (gconstpointer a,
                gconstpointer b)
{
  const PdfWord *left = *(PdfWord **) a, *right = *(PdfWord **) b;

  return left->x1 < right->x1 ? -1 : left->x1 > right->x1;
}

/* From the front the person's right is at the left of the page, from behind at the right. */
static void
test_hands (void)
{
  const TendIncidentMap map = { moment (19, 9), NULL, NULL, 0 };
  const TendIncidentSheet sheet = { .head = make_head (), .kind = "Fall", .maps = &map,
                                    .n_maps = 1, .happened_at = moment (11, 22),
                                    .written_at = TEND_INSTANT_NONE,
                                    .changed_at = TEND_INSTANT_NONE };
  g_autoptr(TendDocument) document = tend_document_new_incident (&sheet);
  g_autoptr(GPtrArray) words = pdf_read_words (document);
  g_autoptr(GString) letters = g_string_new (NULL);

  g_ptr_array_sort (words, compare_places);
  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = words->pdata[i];

      if (strcmp (word->text, "R") == 0 || strcmp (word->text, "L") == 0)
        g_string_append (letters, word->text);
    }
  g_assert_cmpstr (letters->str, ==, "RLLR");
}

/* The first word that reads like this, on any page. */
static const PdfWord *
find_word (GPtrArray  *words,
           const char *text)
{
  for (guint i = 0; i < words->len; i++)
    if (strcmp (((const PdfWord *) words->pdata[i])->text, text) == 0)
      return words->pdata[i];
  g_error ("“%s” is on no page", text);
}

/* No word of who was told is broken, and an answer has the width of the page. */
static void
test_reports (void)
{
  const TendIncidentReport reports[] = {
    { moment (11, 10), "Council safeguarding team", "Adult safeguarding, Staffordshire",
      "By an electronic form", "Staffordshire and Stoke, 26-04471",
      "Logged; Trading Standards told of the two men with the van and of the card they left." },
    { moment (11, 11), "Police", "101", "By telephone", "Log 312 of 8 July", NULL },
  };
  const TendIncidentSheet sheet = {
    .head = make_head (), .kind = "Accident", .happened_at = moment (11, 22),
    .written_at = TEND_INSTANT_NONE,
    .changed_at = TEND_INSTANT_NONE, .reports = reports, .n_reports = 2,
  };
  g_autoptr(TendDocument) document = tend_document_new_incident (&sheet);
  g_autofree char *text = pdf_read_tidy (document);
  g_autoptr(GPtrArray) words = pdf_read_words (document);
  const PdfWord *first = find_word (words, "Logged;");
  const PdfWord *last = find_word (words, "card");

  find_word (words, "safeguarding,");
  find_word (words, "Staffordshire");
  assert_has (text, "What they said: Logged; Trading Standards told of the two men");
  g_assert_cmpint (count_text (text, "What they said"), ==, 1);
  /* Some ninety letters stand on no more than two lines. */
  g_assert_cmpfloat (last->y1 - first->y1, <, 30);
}

static void
test_visit_log (void)
{
  const TendLogAddendum addendum = { moment (21, 18), "The nurse is content." };
  const TendLogVisit visits[] = {
    { .start = moment (20, 9), .end = moment (20, 10), .first_start = moment (20, 8),
      .first_end = moment (20, 9), .correction = "Clock not put back.", .service = "Care",
      .done = "Shower", .not_done = "Walk (raining)", .mood = "Bright", .food = "Some. Toast.",
      .skin = "Dry.", .note = "On the new chair.", .handover = "Nurse at eleven.",
      .money = "given £5.00.", .recorded_at = moment (20, 11), .addenda = &addendum,
      .n_addenda = 1, .planned_start = moment (20, 8), .planned_end = moment (20, 9),
      .incidents = "20 October 2026, 09:30" },
    { .start = moment (20, 17), .end = moment (20, 18), .first_start = TEND_INSTANT_NONE,
      .planned_start = TEND_INSTANT_NONE, .missed = "Cancelled: in hospital",
      .recorded_at = TEND_INSTANT_NONE },
    { .start = moment (20, 20), .end = moment (20, 21), .first_start = TEND_INSTANT_NONE,
      .planned_start = TEND_INSTANT_NONE, .recorded_at = moment (20, 21) },
    { .start = moment (21, 8), .end = moment (21, 9), .first_start = TEND_INSTANT_NONE,
      .planned_start = TEND_INSTANT_NONE, .note = "Slept well.", .recorded_at = moment (22, 7) },
  };
  TendVisitLogSheet sheet = { .head = make_head (), .from = tend_date_new (2026, 10, 1),
                              .to = tend_date_new (2026, 10, 31), .visits = visits,
                              .n_visits = G_N_ELEMENTS (visits) };
  g_autoptr(TendDocument) document = tend_document_new_visit_log (&sheet);
  g_autofree char *text = pdf_read_tidy (document);
  g_autoptr(TendDocument) none = NULL;
  g_autofree char *none_text = NULL;

  assert_has (text, "1–31 October 2026");
  assert_has (text, "09:00–10:00");
  assert_has (text, "Not done Walk (raining)");
  assert_has (text, "Times corrected first written as 08:00–09:00. Clock not put back.");
  assert_has (text, "Added on 21 Oct 2026, 18:00 The nurse is content.");
  assert_has (text, "Cancelled: in hospital");
  assert_has (text, "Food and drink Some. Toast.");
  assert_has (text, "Planned 08:00–09:00");
  /* The hours of one that was not made are not told as if they were worked. */
  g_assert_cmpint (count_text (text, "Planned"), ==, 2);
  assert_has (text, "Planned 17:00–18:00");
  assert_has (text, "See the incident report of 20 October 2026, 09:30");
  assert_has (text, "Written 11:00 by Siân Prŷs");
  /* Of one that was not made there was nothing to write. */
  assert_lacks (text, "when is not written");
  /* The last one two days later; of the second, nothing but its times is known. */
  assert_has (text, "Written 22 Oct 2026, 07:00 by Siân Prŷs");
  g_assert_cmpint (count_text (text, "Nothing was written."), ==, 1);
  assert_order (text, "20:00–21:00", "Nothing was written.");
  assert_order (text, "Nothing was written.", "Wednesday 21 October 2026");
  assert_lacks (text, "Something concerned me");
  g_assert_cmpint (count_text (text, "Tuesday 20 October 2026"), ==, 1);

  sheet.n_visits = 0;
  none = tend_document_new_visit_log (&sheet);
  none_text = pdf_read_tidy (none);
  assert_has (none_text, "No visits were recorded");
}

static void
test_signed_papers (void)
{
  const TendEquipmentLine line = { .equipment = "Hoist", .trained_by = "Alan",
                                   .trained_on = tend_date_new (2026, 9, 7),
                                   .signed_on = tend_date_new (2026, 9, 7) };
  const TendMedicineRequest request = { .action = "“Hand me the pack.”", .asked_by = "The person",
                                        .asked_on = tend_date_new (2026, 9, 7) };
  TendEquipmentSheet equipment = { .head = make_head (), .lines = &line, .n_lines = 1 };
  TendMedicineSheet medicine = { .head = make_head (), .requests = &request, .n_requests = 1 };
  g_autoptr(TendDocument) done = tend_document_new_equipment (&equipment);
  g_autofree char *done_text = pdf_read_tidy (done);
  g_autoptr(TendDocument) asked = tend_document_new_medicine_request (&medicine);
  g_autofree char *asked_text = pdf_read_tidy (asked);
  g_autoptr(TendDocument) blank = NULL;
  g_autofree char *blank_text = NULL;

  assert_has (done_text, "Hoist");
  assert_lacks (done_text, "Who was shown");
  assert_has (asked_text, "“Hand me the pack.”");
  assert_has (asked_text, "in no other way");
  assert_has (asked_text, "The person, or who may act for them Date");

  equipment.n_lines = 0;
  blank = tend_document_new_equipment (&equipment);
  blank_text = pdf_read_tidy (blank);
  assert_has (blank_text, "Who showed it");
  assert_has (blank_text, "Who was shown");
}

/* A paper that is handed on says which Rose O’Neill it is about. */
static void
test_whose (void)
{
  const TendCareHead head = make_head ();
  const TendIncidentSheet incident = { .head = head, .kind = "Fall", .happened_at = moment (1, 9),
                                       .written_at = TEND_INSTANT_NONE,
                                       .changed_at = TEND_INSTANT_NONE };
  const TendVisitLogSheet log = { .head = head, .from = tend_date_new (2026, 10, 1),
                                  .to = tend_date_new (2026, 10, 31) };
  TendDocument *documents[] = {
    tend_document_new_plan (&(TendPlanSheet) { .head = head, .version = 1 }),
    tend_document_new_incident (&incident), tend_document_new_visit_log (&log),
    tend_document_new_equipment (&(TendEquipmentSheet) { .head = head }),
    tend_document_new_medicine_request (&(TendMedicineSheet) { .head = head }),
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *text = pdf_read_tidy (documents[i]);

      g_assert_cmpint (count_text (text, "12 March 1938"), ==, 1);
      g_assert_cmpint (count_text (text, "999 000 0018"), ==, 1);
      g_assert_cmpint (count_text (text, "12 Church Street"), ==, 1);
      tend_document_unref (documents[i]);
    }
}

static TendPackSheet
make_pack (void)
{
  TendPackSheet sheet = { .head = make_head () };
  TendParty carer = sheet.head.carer;

  sheet.contract = (TendContractSheet) {
    .provider = carer, .client_name = "Rose O’Neill", .services = services, .rates = rates,
    .billing = "every month", .payment_days = 14, .notice_days = 14, .made_at_home = TRUE,
    .made_on = tend_date_new (2026, 11, 20), .starts_on = tend_date_new (2026, 11, 23),
  };
  sheet.privacy = (TendPrivacySheet) { .provider = carer, .client_name = "Rose O’Neill",
                                       .shared_with = "Alan\nThe district nurses" };
  sheet.about.head = sheet.medicine.head = sheet.equipment.head = sheet.head;
  sheet.contingency.head = sheet.contacts.head = sheet.head;
  sheet.about.form = sheet.contingency.form = TRUE;
  return sheet;
}

/* Each paper of the pack has a line to sign on, with what is already written above it; of one
 * that is signed there is a copy instead. */
static void
test_pack_signed (void)
{
  const char *const lines[] = { "Written down with me", "This is what is to happen",
                                "These are the people to contact" };
  const char *const signed_already[] = { "The person, or who may act for them", "Who showed it",
                                         "Who was shown" };
  const TendEquipmentLine line = { .equipment = "Hoist", .trained_by = "Alan",
                                   .trained_on = tend_date_new (2026, 9, 7),
                                   .signed_on = tend_date_new (2026, 9, 7) };
  const TendMedicineRequest request = { .action = "“Hand me the pack.”", .asked_by = "The person",
                                        .signed_on = tend_date_new (2026, 9, 7) };
  TendPackSheet sheet = make_pack ();
  g_autoptr(TendDocument) pack = NULL;
  g_autoptr(TendDocument) held = NULL;
  g_autoptr(TendDocument) fridge = NULL;
  g_autofree char *text = NULL;
  g_autofree char *held_text = NULL;
  g_autofree char *fridge_text = NULL;

  sheet.about.form = sheet.contingency.form = FALSE;
  sheet.contingency.updated_on = tend_date_new (2026, 9, 7);
  sheet.contingency.cannot_wait = "The last answer";
  sheet.equipment.lines = &line;
  sheet.medicine.requests = &request;
  sheet.equipment.n_lines = sheet.medicine.n_requests = 1;
  pack = tend_document_new_pack (&sheet, NULL);
  text = pdf_read_tidy (pack);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_has (text, lines[i]);
  for (guint i = 0; i < G_N_ELEMENTS (signed_already); i++)
    assert_lacks (text, signed_already[i]);
  assert_has (text, "Signed on 7 September 2026. The signed original is held.");
  assert_has (text, "My signature");
  assert_has (text, "Name in capitals");
  assert_order (text, "The last answer", "This is what is to happen Date");
  assert_has (text, "About me 1 You ____________");
  assert_has (text, "Who to contact 1 You ____________");

  sheet.contract.signed_on = sheet.privacy.signed_on = tend_date_new (2026, 11, 21);
  for (guint i = 0; i < TEND_PACK_SHEETS; i++)
    sheet.papers[i] = (TendPackPaper) { TRUE, tend_date_new (2026, 11, 21) };
  sheet.papers[5].changed = "written anew on 22 November 2026";
  held = tend_document_new_pack (&sheet, NULL);
  held_text = pdf_read_tidy (held);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_lacks (held_text, lines[i]);
  assert_lacks (held_text, "Name in capitals");
  /* The form to cancel with is for later. */
  assert_has (held_text, "My signature");
  assert_has (held_text, "If something goes wrong 1 You 21 Nov 2026 Changed since then: written "
                         "anew on 22 November 2026.");
  assert_has (held_text, "This is how it stands today, not the text that was signed. Changed "
                         "since then: written anew on 22 November 2026.");
  g_assert_cmpint (count_text (held_text, "Changed since"), ==, 2);

  fridge = tend_document_new_contingency (&sheet.contingency);
  fridge_text = pdf_read_tidy (fridge);
  assert_lacks (fridge_text, "This is what is to happen");
}

/* Seven papers, in their order, each with its own page numbers. */
static void
test_pack (void)
{
  const char *const papers[] = { "Agreement for support at home", "Cancellation form",
                                 "How I look after what I know about you",
                                 "What matters to me", "Exactly this, in my words",
                                 "I use equipment only once", "What cannot wait",
                                 "Name and phone" };
  TendPackSheet sheet = make_pack ();
  g_autoptr(GError) error = NULL;
  g_autoptr(TendDocument) document = tend_document_new_pack (&sheet, &error);
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;

  g_assert_no_error (error);
  text = pdf_read_tidy (document);
  for (guint i = 0; i + 1 < G_N_ELEMENTS (papers); i++)
    assert_order (text, papers[i], papers[i + 1]);
  first = tend_document_dup_page_text (document, 0);
  assert_has (first, "First-visit pack");
  assert_has (first, "Medicine request");
  assert_has (text, "The district nurses");
  assert_has (text, "ico.org.uk");
  /* The privacy notice counts its own pages. */
  assert_has (text, "Privacy notice · Rose O’Neill · Prŷs Care Page 1 of 2");

  sheet.privacy_wording = "{{nowhere}}";
  g_assert_null (tend_document_new_pack (&sheet, &error));
  g_assert_nonnull (error);
}

/* Names of any length and direction, and notes over several pages, on every paper. */
static void
test_awkward (void)
{
  g_autofree char *many = make_long ();
  TendCareHead head = make_head ();
  const TendPlanTask task = { LONG_NAME, many, many, "Mon, Tue, Wed, Thu, Fri, Sat, Sun",
                              LONG_NAME, TRUE };
  const TendDirective directive = { "ReSPECT form", many, LONG_NAME, 0, 0 };
  const TendLogVisit visit = { .start = moment (20, 9), .end = moment (20, 10),
                               .first_start = TEND_INSTANT_NONE, .note = many, .done = many,
                               .concern = ARABIC, .recorded_at = TEND_INSTANT_NONE };
  const TendContact contact = { LONG_NAME, LONG_NAME, LONG_NAME, many };
  const char *const names[] = { LONG_NAME, ARABIC };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      head.name = head.called = head.carer.name = head.carer.trading_as = names[i];
      head.allergies = many;
      head.directives = &directive;
      head.n_directives = 1;
      {
        const TendPlanSheet plan = { .head = head, .version = 9999, .needs = many,
                                     .boundaries = many, .tasks = &task, .n_tasks = 1 };
        const TendAboutSheet about = { .head = head, .communicate = many, .matters = many,
                                       .contact = many, .gp = LONG_NAME };
        const TendVisitLogSheet visits = { .head = head, .visits = &visit, .n_visits = 1 };
        const TendContactsSheet contacts = { .head = head, .contacts = &contact,
                                             .n_contacts = 1, .concerns = many };
        const TendIncidentSheet incident = { .head = head, .kind = "Incident", .facts = many,
                                             .happened_at = moment (20, 9), .opinion = many,
                                             .written_at = TEND_INSTANT_NONE,
                                             .changed_at = TEND_INSTANT_NONE };
        TendDocument *documents[] = {
          tend_document_new_plan (&plan), tend_document_new_about (&about),
          tend_document_new_visit_log (&visits), tend_document_new_contacts (&contacts),
          tend_document_new_incident (&incident),
        };

        for (guint j = 0; j < G_N_ELEMENTS (documents); j++)
          {
            g_autofree char *text = pdf_read_tidy (documents[j]);

            assert_has (text, "thelastword");
            tend_document_unref (documents[j]);
          }
      }
    }
}

static void
test_redacted (void)
{
  TendCareHead head = make_head ();
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  head.redacted = TRUE;
  head.name = "R.O.";
  document = tend_document_new_plan (&(TendPlanSheet) { .head = head, .version = 1 });
  text = pdf_read_tidy (document);
  assert_has (text, "Redacted copy");
  assert_has (text, "left out, to protect whoever it is about");
  assert_has (text, "ask the carer, who is named above");
  assert_lacks (text, "before you hand it on");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/care-sheets/plan", test_plan);
  g_test_add_func ("/documents/care-sheets/about", test_about);
  g_test_add_func ("/documents/care-sheets/risks", test_risks);
  g_test_add_func ("/documents/care-sheets/contingency", test_contingency);
  g_test_add_func ("/documents/care-sheets/contingency-large", test_contingency_large);
  g_test_add_func ("/documents/care-sheets/incident", test_incident);
  g_test_add_func ("/documents/care-sheets/begun", test_begun);
  g_test_add_func ("/documents/care-sheets/hands", test_hands);
  g_test_add_func ("/documents/care-sheets/reports", test_reports);
  g_test_add_func ("/documents/care-sheets/visit-log", test_visit_log);
  g_test_add_func ("/documents/care-sheets/signed-papers", test_signed_papers);
  g_test_add_func ("/documents/care-sheets/whose", test_whose);
  g_test_add_func ("/documents/care-sheets/pack", test_pack);
  g_test_add_func ("/documents/care-sheets/pack-signed", test_pack_signed);
  g_test_add_func ("/documents/care-sheets/awkward", test_awkward);
  g_test_add_func ("/documents/care-sheets/redacted", test_redacted);
  return g_test_run ();
}
