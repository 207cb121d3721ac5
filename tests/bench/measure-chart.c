/* SPDX-License-Identifier: GPL-3.0-or-later */

/* measure-chart: how long the paper of a large MAR chart takes: 25 medicines, four times a day for
 * four weeks, of which every other dose has a note.  It is laid out in a thread of its own, where
 * it may take its time; a page is drawn in the thread of the window, which must go on.  Prints
 * lines as measure-work does.
 */

#include "measure.h"

#include "tend-mar-chart-sheet.h"

#include <cairo.h>

#define MEDICINES 25
#define TIMES 4
#define DAYS 28
#define FIRST tend_date_new (2026, 6, 1)
#define LIMIT 100

static const char * const clocks[TIMES] = { "08:00", "12:30", "17:00", "22:00" };

static TendMarCell cells[DAYS];
static TendMarTime times[TIMES];
static TendMarDose doses[DAYS * TIMES];
static TendMarMedicine medicines[MEDICINES];

static void
fill (void)
{
  for (int day = 0; day < DAYS; day++)
    cells[day] = (TendMarCell) { .state = TEND_MAR_CELL_WRITTEN, .text = "CM" };

  for (int i = 0; i < DAYS * TIMES; i++)
    {
      TendInstant due = tend_time_resolve (FIRST + i / TIMES,
                                           tend_clock_parse_iso (clocks[i % TIMES]));

      doses[i] = (TendMarDose) {
        .noted = i % 2 == 0, .due_at = due, .given_at = due, .written_at = due + 60,
        .outcome = "Taken", .quantity = "1", .support = "Assisted", .by = "Carer",
        .asked_by = "The person", .initials = "CM",
        .story = i % 4 == 0 ? "Slow to wake; taken with half a glass of water after a while, and "
                              "kept down." : "With breakfast.",
      };
    }

  for (int i = 0; i < TIMES; i++)
    times[i] = (TendMarTime) { clocks[i], "Round", cells };
  for (int i = 0; i < MEDICINES; i++)
    medicines[i] = (TendMarMedicine) {
      .number = i + 1, .name = "Ramipril 5 mg capsules", .dose = "1 capsule",
      .route = "By mouth", .when = "Four times a day", .times = times, .n_times = TIMES,
      .doses = doses, .n_doses = DAYS * TIMES,
    };
}

/* The page that takes longest to draw, for the first time, as it is seen. */
static double
slowest_page (TendDocument *document)
{
  double slowest = 0;

  for (int i = 0; i < tend_document_get_n_pages (document); i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1123, 794);
      cairo_t *cr = cairo_create (surface);
      double begun = measure_now ();

      cairo_scale (cr, 4.0 / 3, 4.0 / 3);
      tend_document_draw_page (document, cr, i);
      slowest = MAX (slowest, measure_now () - begun);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }

  return slowest;
}

static gpointer
lay_out (gpointer sheet)
{
  TendDocument *document = tend_document_new_mar_chart (sheet);

  tend_document_hand_over (document);
  return document;
}

int
main (void)
{
  const TendMarCycle cycle = { .from = FIRST, .to = FIRST + DAYS - 1, .version = 1,
                               .medicines = medicines, .n_medicines = MEDICINES };
  TendMarChartSheet sheet = {
    .head = { .carer = { .name = "Christine Marsh" }, .name = "Rose Hartley" },
    .as_at = tend_time_resolve (FIRST + DAYS, 12 * 60), .cycles = &cycle, .n_cycles = 1,
  };
  g_autoptr(TendDocument) document = NULL;
  double begun;

  fill ();
  begun = measure_now ();
  document = g_thread_join (g_thread_new ("lay-out", lay_out, &sheet));
  measure_report ("A chart of 25 medicines, beside the window: laid out", measure_now () - begun,
                  0, "ms");
  measure_report ("  its pages", tend_document_get_n_pages (document), 0, "pages");
  measure_report ("  in the window: its slowest page drawn", slowest_page (document), LIMIT, "ms");

  return 0;
}
