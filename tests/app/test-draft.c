/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-draft.h"

#include "tend-kinds.h"

static TendRecord *
make_client (void)
{
  TendRecord *client = tend_record_new (&tend_client_kind);

  tend_record_set_text (client, "given_name", "Rose");
  tend_record_set_text (client, "phone", "01632 960201");

  return client;
}

static void
test_round_trip (void)
{
  g_autoptr(TendRecord) original = make_client ();
  g_autoptr(TendRecord) typed = tend_record_copy (original);
  g_autoptr(TendRecord) again = tend_record_copy (original);
  g_autofree char *draft = NULL;

  g_assert_null (tend_draft_make (original, typed, NULL));

  tend_record_set_text (typed, "family_name", "O'Neill \"Ŵyn\"\n\\");
  tend_record_set_int (typed, "date_of_birth", tend_date_new (1940, 2, 29));
  tend_record_clear (typed, "phone");
  draft = tend_draft_make (original, typed, NULL);
  g_assert_nonnull (draft);

  g_assert_true (tend_draft_apply (draft, again));
  g_assert_true (tend_record_equal (again, typed));
  g_assert_false (tend_draft_apply (draft, again));

  tend_draft_reset (again, original);
  g_assert_true (tend_record_equal (again, original));
}

/* What cannot be read is kept as it was typed, and the value it stands in for is not
 * emptied. */
static void
test_typed (void)
{
  static const char *const typed[] = { "date_of_birth", "12 Mrach, '38\\", NULL };
  g_autoptr(TendRecord) original = make_client ();
  g_autoptr(TendRecord) record = tend_record_copy (original);
  g_autoptr(TendRecord) again = NULL;
  g_autofree char *draft = NULL, *plain = NULL;
  g_auto(GStrv) kept = NULL, none = NULL, strange = NULL;

  tend_record_set_int (original, "date_of_birth", tend_date_new (1938, 3, 12));
  again = tend_record_copy (original);
  draft = tend_draft_make (original, record, typed);
  g_assert_nonnull (draft);

  g_assert_false (tend_draft_apply (draft, again));
  g_assert_true (tend_record_equal (again, original));
  kept = tend_draft_dup_typed (draft);
  g_assert_cmpstrv (kept, typed);

  tend_record_set_text (original, "phone", "01632 960999");
  plain = tend_draft_make (original, record, NULL);
  none = tend_draft_dup_typed (plain);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  strange = tend_draft_dup_typed ("nonsense");
  g_assert_cmpuint (g_strv_length (strange), ==, 0);
}

/* What an older or a newer Tend kept does no harm. */
static void
test_strange (void)
{
  g_autoptr(TendRecord) client = make_client ();
  g_autoptr(TendRecord) before = tend_record_copy (client);

  g_assert_false (tend_draft_apply ("", client));
  g_assert_false (tend_draft_apply ("nonsense", client));
  g_assert_false (tend_draft_apply ("{'shoe_size': '7'}", client));
  g_assert_false (tend_draft_apply ("{'date_of_birth': 'once'}", client));
  g_assert_true (tend_record_equal (client, before));
}

static TendRecord *
make_task (const char *title,
           TendRecord *plan)
{
  TendRecord *task = tend_record_new (&tend_plan_task_kind);

  tend_record_set_text (task, "title", title);
  tend_record_set_text (task, "care_plan", tend_record_get_id (plan));
  return task;
}

/* Lines in another order, one changed, one taken out and one new. */
static void
test_lines (void)
{
  g_autoptr(TendRecord) plan = tend_record_new (&tend_care_plan_kind);
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) again = NULL, none = NULL;
  g_autofree char *same = NULL, *draft = NULL, *emptied = NULL;

  g_ptr_array_add (before, make_task ("Wash", plan));
  g_ptr_array_add (before, make_task ("Breakfast", plan));
  g_ptr_array_add (before, make_task ("Letters", plan));
  same = tend_draft_make_lines (before, before);
  g_assert_null (same);

  g_ptr_array_add (lines, make_task ("Rose’s \"bath\"\n{'", plan));
  g_ptr_array_add (lines, tend_record_copy (before->pdata[1]));
  g_ptr_array_add (lines, tend_record_copy (before->pdata[0]));
  tend_record_set_text (lines->pdata[1], "detail", "Porridge");
  tend_record_clear (lines->pdata[2], "title");
  draft = tend_draft_make_lines (before, lines);
  again = tend_draft_parse_lines (draft, &tend_plan_task_kind, plan, before);

  g_assert_cmpuint (again->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (tend_record_equal (again->pdata[i], lines->pdata[i]));

  emptied = tend_draft_make_lines (before, again);
  g_assert_cmpstr (emptied, ==, draft);
  g_ptr_array_set_size (lines, 0);
  g_free (emptied);
  emptied = tend_draft_make_lines (before, lines);
  none = tend_draft_parse_lines (emptied, &tend_plan_task_kind, plan, before);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (tend_draft_parse_lines ("nonsense", &tend_plan_task_kind, plan, before));
}

static void
test_keys (void)
{
  g_autoptr(TendRecord) client = make_client ();
  g_autoptr(TendRecord) person = tend_record_new (&tend_person_kind);
  g_autofree char *for_client = tend_draft_key (client);
  g_autofree char *for_person = NULL;
  g_autoptr(TendRecord) addendum = tend_record_new (&tend_visit_addendum_kind);
  g_autofree char *for_addendum = NULL;

  tend_record_set_text (person, "client", "rose");
  for_person = tend_draft_key (person);
  g_assert_cmpstr (for_client, ==, "draft/client/new");
  g_assert_cmpstr (for_person, ==, "draft/person/new-rose");

  tend_record_set_text (addendum, "visit", "v1");
  for_addendum = tend_draft_key (addendum);
  g_assert_cmpstr (for_addendum, ==, "draft/visit_addendum/new-v1");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/draft/round-trip", test_round_trip);
  g_test_add_func ("/app/draft/typed", test_typed);
  g_test_add_func ("/app/draft/strange", test_strange);
  g_test_add_func ("/app/draft/lines", test_lines);
  g_test_add_func ("/app/draft/keys", test_keys);

  return g_test_run ();
}
