/* SPDX-License-Identifier: GPL-3.0-or-later */

/* measure-work FOLDER [PART]: how long the program's own work takes on the heavy load
 * that make-load left in FOLDER.  A line for each: what, how long, the limit or "-",
 * its unit, between tabs.  One part alone is for a profiler.
 */

#include "load.h"
#include "measure.h"

#include "tend-compose.h"
#include "tend-due.h"
#include "tend-files.h"
#include "tend-import.h"
#include "tend-rota-chart.h"
#include "tend-search.h"
#include "tend-text.h"
#include "tend-time.h"
#include "tend-today.h"
#include "tend-week.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* How often each is done. */
#define WEEKS 500
#define INVOICES 120
#define SEARCHES 200
#define TODAYS 20
#define IMPORTED 10000

/* The chart's size in pixels. */
#define CHART_WIDTH 1000
#define CHART_HEIGHT 700

typedef struct
{
  const char *folder;
  TendVault  *vault;
  TendDate    today;
  GRand      *chance;
} Bench;

/* The rota. */

static TendRotaVisit *
looks_of (const TendWeek *week)
{
  static const TendRotaState states[] = { TEND_ROTA_PLANNED, TEND_ROTA_DONE, TEND_ROTA_CANCELLED,
                                          TEND_ROTA_MISSED };
  TendRotaVisit *looks = g_new0 (TendRotaVisit, week->visits->len + 1);

  for (guint i = 0; i < week->visits->len; i++)
    {
      const TendVisit *visit = week->visits->pdata[i];

      looks[i] = (TendRotaVisit) {
        .client = visit->client_name,
        .service = visit->service_name,
        .start = tend_visit_start (visit),
        .end = tend_visit_end (visit),
        .state = states[visit->status],
        .color = g_str_hash (visit->client) % TEND_PALETTE_N_SERIES,
      };
    }

  for (guint i = 0; i < week->clashes->len; i++)
    looks[g_array_index (week->clashes, TendClash, i).first].clash = TRUE;

  return looks;
}

/* As a window does it: @context is the widget's. */
static void
draw_week (const TendWeek *week,
           PangoContext   *context,
           cairo_t        *cr)
{
  TendDrawStyle style = { tend_palette_get (TEND_PALETTE_LIGHT), context, 44 / 3.0 };
  TendRotaGrid grid = {
    .first_day = week->monday, .n_days = 7, .today = week->monday + 1, .now = TEND_INSTANT_NONE,
    .gutter = 56, .header = 44,
  };
  g_autofree TendRotaVisit *looks = looks_of (week);
  gsize n_looks = week->visits->len;
  g_autoptr(GArray) parts = NULL;

  tend_rota_hours (looks, n_looks, grid.first_day, grid.n_days, &grid.from_hour, &grid.to_hour);
  parts = tend_rota_layout (looks, n_looks, &grid,
                            tend_rota_min_minutes (&grid, CHART_HEIGHT, &style));
  tend_rota_draw_grid (cr, CHART_WIDTH, CHART_HEIGHT, &grid, &style);

  for (guint i = 0; i < parts->len; i++)
    {
      const TendRotaPart *part = &g_array_index (parts, TendRotaPart, i);
      cairo_rectangle_t rect;

      tend_rota_part_rect (&grid, CHART_WIDTH, CHART_HEIGHT, part, &rect);
      cairo_save (cr);
      cairo_translate (cr, rect.x, rect.y);
      tend_rota_draw_visit (cr, rect.width, rect.height, &looks[part->visit], part,
                            TEND_ROTA_DRAW_NONE, &style);
      cairo_restore (cr);
    }
}

static void
measure_rota (Bench *bench)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, CHART_WIDTH,
                                                         CHART_HEIGHT);
  PangoContext *context = tend_text_context_new (NULL);
  g_autoptr(GArray) times = measure_times_new ();
  g_autoptr(GArray) queries = measure_times_new ();

  for (int i = 0; i < WEEKS; i++)
    {
      int weeks_ago = g_rand_int_range (bench->chance, 0, LOAD_DAYS / 7);
      TendDate monday = tend_date_week_start (bench->today) - 7 * weeks_ago;
      g_autoptr(GError) error = NULL;
      double begun = measure_now ();
      g_autoptr(TendWeek) week = tend_week_load (bench->vault, monday, 7, &error);
      cairo_t *cr;

      if (week == NULL)
        measure_fail (error);
      measure_note (queries, begun);

      cr = cairo_create (surface);
      draw_week (week, context, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      measure_note (times, begun);
    }

  measure_report ("Week of the rota, query to pixels, 95th percentile",
                  measure_percentile (times, 95), 16, "ms");
  measure_report ("  the same, median", measure_percentile (times, 50), 0, "ms");
  measure_report ("  of it the query, median", measure_percentile (queries, 50), 0, "ms");
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

/* Invoices. */

static void
measure_pdf (TendInvoiceValues *values,
             GError            *error,
             double             begun,
             GArray            *times)
{
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(GBytes) pdf = NULL;

  if (values == NULL)
    measure_fail (error);

  document = tend_compose_invoice_document (values);
  pdf = tend_document_dup_pdf (document, &error);
  if (pdf == NULL)
    measure_fail (error);
  measure_note (times, begun);
}

static void
measure_invoices (Bench *bench)
{
  g_autoptr(GArray) issued = measure_times_new ();
  g_autoptr(GArray) drafts = measure_times_new ();
  g_autofree char *client = load_unbilled (100);

  for (int i = 0; i < INVOICES; i++)
    {
      g_autofree char *number = load_long_number (i % LOAD_LONG_INVOICES);
      g_autoptr(TendInvoiceValues) values = NULL;
      GError *error = NULL;
      double begun = measure_now ();

      values = tend_compose_invoice_load (bench->vault, number, &error);
      measure_pdf (values, error, begun, issued);
    }

  for (int i = 0; i < INVOICES / 4; i++)
    {
      g_autoptr(TendInvoiceValues) values = NULL;
      GError *error = NULL;
      double begun = measure_now ();

      values = tend_compose_invoice_load_draft (bench->vault, client,
                                                bench->today - LOAD_UNBILLED_DAYS, bench->today,
                                                bench->today, &error);
      measure_pdf (values, error, begun, drafts);
    }

  measure_report ("Invoice of 60 lines, records to PDF, 95th percentile",
                  measure_percentile (issued, 95), 30, "ms");
  measure_report ("  the same, median", measure_percentile (issued, 50), 0, "ms");
  measure_report ("  as a draft, from its visits, median", measure_percentile (drafts, 50), 0,
                  "ms");
}

/* Search: words from the commonest to the rarest, beginnings of words, two at a time. */

static char *
search_text (int index)
{
  const char * const *words = load_words ();
  guint n_words = g_strv_length ((char **) words);
  const char *word = words[index % n_words];

  if (index < (int) n_words)
    return g_strdup (word);
  if (index % 3 == 0)
    return g_strndup (word, 2);
  if (index % 3 == 1)
    return g_strdup_printf ("%s %s", word, words[(index * 7) % 20]);

  return g_strdup_printf ("%d", index);
}

static void
measure_search (Bench *bench)
{
  g_autoptr(GArray) times = measure_times_new ();
  guint found = 0;
  double begun = measure_now ();
  gboolean ready;

  /* What the window does while nobody wants anything. */
  if (!tend_search_prepare (bench->vault, 0, &ready, NULL))
    measure_fail (g_error_new_literal (TEND_ERROR, TEND_ERROR_FAILED, "The search is not ready."));
  measure_report ("An earlier vault made searchable", measure_now () - begun, 0, "ms");

  for (int i = 0; i < SEARCHES; i++)
    {
      g_autofree char *text = search_text (i);
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) answer = NULL;

      begun = measure_now ();
      answer = tend_search (bench->vault, text, 50, &error);
      if (answer == NULL)
        measure_fail (error);
      measure_note (times, begun);
      found += answer->len;
    }

  if (found < SEARCHES)
    measure_fail (g_error_new_literal (TEND_ERROR, TEND_ERROR_FAILED,
                                       "The search found next to nothing."));

  measure_report ("Search answering, 95th percentile", measure_percentile (times, 95), 30, "ms");
  measure_report ("  the same, median", measure_percentile (times, 50), 0, "ms");
  measure_report ("  the slowest", measure_percentile (times, 100), 0, "ms");
}

/* Today. */

static void
measure_today (Bench *bench)
{
  g_autoptr(GArray) times = measure_times_new ();

  for (int i = 0; i < TODAYS; i++)
    {
      g_autoptr(GError) error = NULL;
      double begun = measure_now ();
      g_autoptr(TendToday) today = tend_today_load (bench->vault, bench->today, &error);
      g_autoptr(GPtrArray) dues = tend_due_items (bench->vault, bench->today, &error);

      if (today == NULL || dues == NULL)
        measure_fail (error);
      measure_note (times, begun);
    }

  measure_report ("All that Today asks, median", measure_percentile (times, 50), 0, "ms");
}

/* Import. */

static GBytes *
import_text (TendDate today)
{
  GString *text = g_string_new ("{\"format\":\"tend\",\"version\":1,\"clients\":"
                                "[{\"id\":\"c\",\"given_name\":\"Rose\"}],\"visits\":[");

  for (int i = 0; i < IMPORTED; i++)
    {
      g_autofree char *iso = tend_date_format_iso (today - i / 10);

      g_string_append_printf (text, "%s{\"id\":\"v%d\",\"client\":\"c\",\"planned_start\":"
                              "\"%sT%02d:00\",\"planned_end\":\"%sT%02d:30\",\"status\":\"done\","
                              "\"note\":\"Porridge and two cups of tea.\"}",
                              i > 0 ? "," : "", i, iso, 8 + i % 10, iso, 8 + i % 10);
    }
  g_string_append (text, "]}");

  return g_string_free_to_bytes (text);
}

static void
measure_import (Bench *bench)
{
  g_autofree char *dir = g_build_filename (bench->folder, "import", NULL);
  g_autoptr(GBytes) text = import_text (bench->today);
  g_autoptr(GError) error = NULL;
  g_autoptr(TendImportReport) done = NULL;
  g_autoptr(TendVault) vault = tend_vault_create (dir, NULL, NULL, NULL, &error);
  double begun = measure_now ();

  if (vault == NULL || !tend_import_bytes (vault, text, NULL, NULL, &done, &error))
    measure_fail (error);

  measure_report ("Import of 10,000 visits", measure_now () - begun, 0, "ms");
  g_clear_object (&vault);
  tend_files_remove_tree (dir);
}

static const struct
{
  const char *name;
  void      (*measure) (Bench *bench);
} parts[] = {
  { "rota", measure_rota }, { "invoice", measure_invoices }, { "search", measure_search },
  { "today", measure_today }, { "import", measure_import },
};

int
main (int    argc,
      char **argv)
{
  Bench bench = { .today = tend_date_today (TEND_DATE_NONE) };

  if (argc < 2 || argc > 3)
    {
      fprintf (stderr, "measure-work FOLDER [rota|invoice|search|today|import]\n");
      return 2;
    }

  bench.folder = argv[1];
  bench.chance = g_rand_new_with_seed (1948);
  bench.vault = measure_open (argv[1], TEND_VAULT_SNAPSHOT_LATER, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (argc == 2 || g_str_equal (argv[2], parts[i].name))
      parts[i].measure (&bench);

  g_object_unref (bench.vault);
  g_rand_free (bench.chance);

  return 0;
}
