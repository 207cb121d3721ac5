/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-rota-view.h"

#include "tend-kinds.h"
#include "tend-rota-slot.h"
#include "tend-visit-block.h"

#include <adwaita.h>
#include <string.h>

#define EXIT_SKIPPED 77 /* what meson takes for "skipped" */

static TendInstant
at (const char *text)
{
  TendInstant instant;

  g_assert_true (tend_time_parse_iso (text, &instant, NULL));
  return instant;
}

static TendDate
day (const char *text)
{
  return tend_date_parse_iso (text);
}

static TendWeek *
week_new (const char *monday)
{
  TendWeek *week = g_new0 (TendWeek, 1);

  week->monday = day (monday);
  week->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_visit_free);
  week->clashes = g_array_new (FALSE, FALSE, sizeof (TendClash));
  week->time_off = g_ptr_array_new_with_free_func (g_object_unref);
  return week;
}

static TendVisit *
add_visit (TendWeek   *week,
           const char *id,
           const char *client,
           const char *start,
           const char *end)
{
  TendVisit *visit = g_new0 (TendVisit, 1);

  visit->id = g_strdup (id);
  visit->client = g_strdup (client);
  visit->client_name = g_strdup (client);
  visit->service_name = g_strdup ("Personal care");
  visit->planned_start = at (start);
  visit->planned_end = at (end);
  visit->actual_start = visit->actual_end = visit->cancelled_at = TEND_INSTANT_NONE;
  visit->billing = g_strdup ("full");
  visit->stored = TRUE;
  g_ptr_array_add (week->visits, visit);
  return visit;
}

/* Monday 1 June 2026: Rose at 8, Tomos at 9:30; on Tuesday Rose at 8; on Friday a
 * night into Saturday. */
static TendWeek *
sample_week (void)
{
  TendWeek *week = week_new ("2026-06-01");

  add_visit (week, "a", "Rose", "2026-06-01T08:00", "2026-06-01T08:30");
  add_visit (week, "b", "Tomos", "2026-06-01T09:30", "2026-06-01T10:30");
  add_visit (week, "c", "Rose", "2026-06-02T08:00", "2026-06-02T08:30");
  add_visit (week, "n", "Mabel", "2026-06-05T22:00", "2026-06-06T07:00");
  return week;
}

typedef struct
{
  GtkWidget    *window;
  TendRotaView *view;
  TendWeek     *week;
  GString      *told; /* signals, as text */
} Fixture;

static void
told_id_cb (Fixture    *fixture,
            const char *id,
            gpointer    view)
{
  g_string_append_printf (fixture->told, "[%s]", id);
}

static void
told_place_cb (Fixture    *fixture,
               const char *id,
               int         date,
               int         clock,
               gboolean    copy,
               gpointer    view)
{
  g_autofree char *text = tend_date_format_iso (date);

  g_string_append_printf (fixture->told, "[%s %s %d%s]", id, text, clock, copy ? " copy" : "");
}

static void
told_new_cb (Fixture  *fixture,
             int       date,
             int       clock,
             gpointer  view)
{
  g_autofree char *text = tend_date_format_iso (date);

  g_string_append_printf (fixture->told, "[%s %d]", text, clock);
}

static gboolean
is_laid_out (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_width (GTK_WIDGET (fixture->view)) > 0;
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

static void
settle (Fixture *fixture)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_seconds (20, stop_cb, &late);

  while (!is_laid_out (fixture) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);

  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->told = g_string_new (NULL);
  fixture->week = sample_week ();
  fixture->view = TEND_ROTA_VIEW (tend_rota_view_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 1400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));

  g_signal_connect_swapped (fixture->view, "open", G_CALLBACK (told_id_cb), fixture);
  g_signal_connect_swapped (fixture->view, "remove", G_CALLBACK (told_id_cb), fixture);
  g_signal_connect_swapped (fixture->view, "place", G_CALLBACK (told_place_cb), fixture);
  g_signal_connect_swapped (fixture->view, "new-visit", G_CALLBACK (told_new_cb), fixture);
  tend_rota_view_set_week (fixture->view, fixture->week, day ("2026-06-02"), TEND_INSTANT_NONE);

  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->view);
  tend_week_free (fixture->week);
  g_string_free (fixture->told, TRUE);
}

/* The blocks on view, in the order in which a screen reader meets them. */
static GPtrArray *
get_blocks (Fixture *fixture)
{
  GPtrArray *blocks = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (TEND_IS_VISIT_BLOCK (child) && gtk_widget_get_visible (child))
      g_ptr_array_add (blocks, child);

  return blocks;
}

static void
assert_order (Fixture    *fixture,
              const char *expected)
{
  g_autoptr(GPtrArray) blocks = get_blocks (fixture);
  g_autoptr(GString) keys = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    g_string_append (keys, tend_visit_block_get_key (blocks->pdata[i]));
  g_assert_cmpstr (keys->str, ==, expected);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  /* The night has a block on each of its days. */
  assert_order (fixture, "abcnn");

  tend_rota_view_set_days (fixture->view, day ("2026-06-06"), 1);
  assert_order (fixture, "n");
  tend_rota_view_set_days (fixture->view, day ("2026-06-03"), 1);
  assert_order (fixture, "");
  tend_rota_view_set_days (fixture->view, day ("2026-06-01"), 7);
  assert_order (fixture, "abcnn");
}

static void
get_bounds (Fixture         *fixture,
            guint            index,
            graphene_rect_t *bounds)
{
  g_autoptr(GPtrArray) blocks = get_blocks (fixture);

  g_assert_true (gtk_widget_compute_bounds (blocks->pdata[index], GTK_WIDGET (fixture->view),
                                            bounds));
}

static void
test_geometry (Fixture       *fixture,
               gconstpointer  data)
{
  graphene_rect_t rose, tomos, tuesday, night, morning;
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->view));
  double column = (width - tend_rota_view_get_gutter (fixture->view)) / 7.0;

  get_bounds (fixture, 0, &rose);
  get_bounds (fixture, 1, &tomos);
  get_bounds (fixture, 2, &tuesday);
  get_bounds (fixture, 3, &night);
  get_bounds (fixture, 4, &morning);

  /* A column on; as far down; an hour and a half down and twice as high. */
  g_assert_cmpfloat_with_epsilon (tuesday.origin.x - rose.origin.x, column, 1.5);
  g_assert_cmpfloat_with_epsilon (tuesday.origin.y, rose.origin.y, 0.5);
  g_assert_cmpfloat_with_epsilon (rose.size.width, column, 5);
  g_assert_cmpfloat_with_epsilon (tomos.origin.y - rose.origin.y,
                                  tend_rota_view_get_y (fixture->view, 9 * 60 + 30)
                                  - tend_rota_view_get_y (fixture->view, 8 * 60), 1.5);
  g_assert_cmpfloat_with_epsilon (tomos.size.height,
                                  tend_rota_view_get_y (fixture->view, 10 * 60 + 30)
                                  - tend_rota_view_get_y (fixture->view, 9 * 60 + 30), 3);

  /* The night: from 22 to midnight, and from midnight to 7, where the day begins. */
  g_assert_cmpfloat_with_epsilon (night.origin.y + night.size.height,
                                  gtk_widget_get_height (GTK_WIDGET (fixture->view)), 3);
  g_assert_cmpfloat_with_epsilon (morning.origin.y, tend_rota_view_get_y (fixture->view, 0), 2);
  g_assert_cmpfloat_with_epsilon (morning.origin.x - night.origin.x, column, 1.5);
}

static void
assert_label (gpointer    widget,
              const char *expected)
{
  g_autofree char *fault = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                               GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                               expected);

  g_assert_cmpstr (fault, ==, NULL);
}

static void
test_labels (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) blocks = get_blocks (fixture);
  TendVisit *rose = fixture->week->visits->pdata[0];

  assert_label (blocks->pdata[0],
                "Monday 1 June 2026, 08:00–08:30, Rose, Personal care, planned");
  assert_label (blocks->pdata[3],
                "Friday 5 June 2026, 22:00–07:00, Mabel, Personal care, planned");

  rose->status = TEND_VISIT_DONE;
  tend_rota_view_set_week (fixture->view, fixture->week, day ("2026-06-02"), TEND_INSTANT_NONE);
  assert_label (blocks->pdata[0],
                "Monday 1 June 2026, 08:00–08:30, Rose, Personal care, done");
}

/* Blocks are kept for what stays, also when an occurrence is stored meanwhile. */
static void
test_reuse (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) before = get_blocks (fixture);
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(TendWeek) same = sample_week ();
  TendVisit *moved;

  tend_rota_view_set_week (fixture->view, same, day ("2026-06-02"), TEND_INSTANT_NONE);
  after = get_blocks (fixture);
  g_assert_cmpint (after->len, ==, before->len);
  for (guint i = 0; i < after->len; i++)
    g_assert_true (after->pdata[i] == before->pdata[i]);

  /* Moved behind the other: it keeps its block, in another place. */
  moved = same->visits->pdata[0];
  moved->planned_start = at ("2026-06-01T12:00");
  moved->planned_end = at ("2026-06-01T12:30");
  tend_rota_view_set_week (fixture->view, same, day ("2026-06-02"), TEND_INSTANT_NONE);
  assert_order (fixture, "bacnn");
  g_ptr_array_unref (g_steal_pointer (&after));
  after = get_blocks (fixture);
  g_assert_true (after->pdata[1] == before->pdata[0]);

  tend_rota_view_set_week (fixture->view, fixture->week, day ("2026-06-02"), TEND_INSTANT_NONE);
}

static void
test_stored_meanwhile (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(TendWeek) week = week_new ("2026-06-01");
  g_autoptr(TendWeek) stored = week_new ("2026-06-01");
  TendVisit *visit;

  visit = add_visit (week, "p@2026-06-03", "Rose", "2026-06-03T09:00", "2026-06-03T09:30");
  visit->pattern = g_strdup ("p");
  visit->pattern_date = day ("2026-06-03");
  tend_rota_view_set_week (fixture->view, week, TEND_DATE_NONE, TEND_INSTANT_NONE);
  g_assert_true (tend_rota_view_focus_visit (fixture->view, "p@2026-06-03"));

  visit = add_visit (stored, "x1", "Rose", "2026-06-04T09:00", "2026-06-04T09:30");
  visit->pattern = g_strdup ("p");
  visit->pattern_date = day ("2026-06-03");
  tend_rota_view_set_week (fixture->view, stored, TEND_DATE_NONE, TEND_INSTANT_NONE);
  g_assert_cmpint (tend_rota_view_get_day (fixture->view), ==, day ("2026-06-04"));

  gtk_widget_activate_action (gtk_widget_get_focus_child (GTK_WIDGET (fixture->view)),
                              "rota.open", NULL);
  g_assert_cmpstr (fixture->told->str, ==, "[x1]");
  tend_rota_view_set_week (fixture->view, fixture->week, TEND_DATE_NONE, TEND_INSTANT_NONE);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (fixture->view));
}

/* From visits to the free time between them and back. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  TendRotaSlot *slot;

  tend_rota_view_focus_time (fixture->view, day ("2026-06-01"), 8 * 60 + 10);
  g_assert_true (TEND_IS_VISIT_BLOCK (get_focus (fixture)));
  g_assert_cmpstr (tend_visit_block_get_key (TEND_VISIT_BLOCK (get_focus (fixture))), ==, "a");

  /* Between 8:30 and 9:30 there are two slots. */
  tend_rota_view_focus_time (fixture->view, day ("2026-06-01"), 8 * 60 + 59);
  slot = TEND_ROTA_SLOT (get_focus (fixture));
  g_assert_cmpint (tend_rota_slot_get_clock (slot), ==, 8 * 60 + 30);
  tend_rota_view_focus_time (fixture->view, day ("2026-06-01"), 9 * 60);
  g_assert_true (get_focus (fixture) != GTK_WIDGET (slot)); /* so that it is spoken */
  slot = TEND_ROTA_SLOT (get_focus (fixture));
  g_assert_cmpint (tend_rota_slot_get_clock (slot), ==, 9 * 60);
  assert_label (slot, "Monday 1 June 2026, 09:00, free");

  gtk_widget_activate_action (GTK_WIDGET (slot), "rota.open", NULL);
  g_assert_cmpstr (fixture->told->str, ==, "[2026-06-01 540]");

  /* A day that is not on view: the nearest. */
  tend_rota_view_focus_time (fixture->view, day ("2026-06-20"), 12 * 60);
  g_assert_cmpint (tend_rota_view_get_day (fixture->view), ==, day ("2026-06-07"));
  g_assert_false (tend_rota_view_focus_visit (fixture->view, "nobody"));
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  tend_rota_view_focus_visit (fixture->view, "b");
  gtk_widget_activate_action (get_focus (fixture), "rota.copy", NULL);

  /* To a free time: then; to another visit's day: at its own time. */
  tend_rota_view_focus_time (fixture->view, day ("2026-06-04"), 14 * 60);
  gtk_widget_activate_action (get_focus (fixture), "rota.paste", NULL);
  tend_rota_view_put_back (fixture->view);
  tend_rota_view_focus_visit (fixture->view, "c");
  gtk_widget_activate_action (get_focus (fixture), "rota.paste", NULL);
  tend_rota_view_put_back (fixture->view);
  g_assert_cmpstr (fixture->told->str, ==,
                   "[b 2026-06-04 840 copy][b 2026-06-02 570 copy]");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    return EXIT_SKIPPED;
  adw_init ();

#define add_test(name, func) \
  g_test_add ("/app/rota-view/" name, Fixture, NULL, set_up, func, tear_down)
  add_test ("order", test_order);
  add_test ("geometry", test_geometry);
  add_test ("labels", test_labels);
  add_test ("reuse", test_reuse);
  add_test ("stored-meanwhile", test_stored_meanwhile);
  add_test ("focus", test_focus);
  add_test ("copy", test_copy);
#undef add_test

  return g_test_run ();
}
