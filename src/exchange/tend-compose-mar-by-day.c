/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The doses of a medicine that are set day by day, for the MAR chart on paper. */

#include "tend-compose-mar-private.h"

#include "tend-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_fact (GArray     *facts,
          const char *label,
          const char *text)
{
  const TendMarFact fact = { label, text };

  if (text != NULL)
    g_array_append_val (facts, fact);
}

/* (transfer full): " = 4 mg", what @dose comes to; "" of a strength that is not so many of one
 * unit. */
static char *
total_text (TendRecord *dose,
            const char *strength)
{
  g_auto(TendDoseText) each = { 0 };
  g_autofree char *total = NULL;
  const char *unit = strength;

  if (strength == NULL || strchr (strength, '/') != NULL ||
      tend_strength_micrograms (strength) == 0 || !tend_dose_text_read (strength, &each))
    return g_strdup ("");

  while (*unit != '\0' && !g_ascii_isalpha (*unit))
    unit++;
  total = tend_quantity_format (tend_record_get_int (dose, "quantity") * each.least /
                                TEND_QUANTITY_UNIT);
  return g_strdup_printf (" = %s %s", total, unit);
}

/* "4 × 1 mg tablets = 4 mg", "5 ml": of what is counted it is said which. */
static char *
amount_text (TendMarReading *self,
             TendRecord     *dose)
{
  const char *strength = tend_mar_text (self, "strength");
  const char *form = tend_mar_text (self, "form");
  g_autofree char *quantity = tend_mar_quantity (dose, "quantity");
  g_autofree char *unit = tend_medicine_unit (self->line->medicine);
  g_autofree char *total = total_text (dose, strength);

  if (g_strcmp0 (unit, "ml") == 0)
    return g_strdup_printf ("%s ml", quantity);
  if (strength == NULL && form == NULL)
    return g_steal_pointer (&quantity);
  return g_strdup_printf ("%s × %s%s%s%s", quantity, strength != NULL ? strength : "",
                          strength != NULL && form != NULL ? " " : "", form != NULL ? form : "",
                          total);
}

/* "From 11 Nov 2026 until the test on 1 Dec 2026:"; what is set later cuts it short by itself. */
static const char *
label_text (TendMarReading *self,
            TendRecord     *dose,
            gboolean        until_test)
{
  g_autofree char *day = tend_date_format (tend_record_get_int (dose, "from"), TEND_DATE_SHORT);
  g_autofree char *test = tend_date_format (tend_record_get_int (dose, "next_test_on"),
                                            TEND_DATE_SHORT);

  if (until_test)
    /* Translators: of a dose by day: its first day, and that of the test it holds until */
    return tend_mar_take (self, g_strdup_printf (_("From %s until the test on %s:"), day, test));
  /* Translators: of a dose by day: "From 11 Nov 2026: 4 tablets" */
  return tend_mar_take (self, g_strdup_printf (_("From %s:"), day));
}

/* What is to be given after the test is for whoever reads its result to say: the old number
 * must not be read on. */
static void
add_after_test (TendMarReading *self,
                TendRecord     *dose,
                GArray         *facts)
{
  g_autofree char *test = tend_date_format (tend_record_get_int (dose, "next_test_on"),
                                            TEND_DATE_SHORT);
  gboolean book = g_strcmp0 (tend_record_get_text (dose, "source"), "yellow_book") == 0;

  /* Translators: the day of a test of the blood */
  add_fact (facts, tend_mar_take (self, g_strdup_printf (_("After %s:"), test)),
            book ? _("only what the yellow book says; nothing is written here yet")
                 : _("only what is told after that test; nothing is written here yet"));
}

void
tend_mar_read_by_day (TendMarReading  *self,
                      TendMarMedicine *medicine)
{
  GPtrArray *doses = self->line->medicine->doses;
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (TendMarFact));

  /* The words of the line hold until the first of them. */
  if (doses->len > 0 && tend_record_get_int (doses->pdata[0], "from") >
                        MAX (self->line->medicine->schedule.starts_on, self->chart->from))
    add_fact (facts, _("Before that:"), tend_mar_text (self, "dose"));
  for (guint i = 0; i < doses->len; i++)
    {
      TendRecord *dose = doses->pdata[i];
      TendDate next = i + 1 < doses->len ? tend_record_get_int (doses->pdata[i + 1], "from")
                                         : G_MAXINT;
      TendDate last = MIN (next - 1, self->chart->to);
      TendDate test = tend_record_get_int (dose, "next_test_on");
      gboolean until_test = test != TEND_DATE_NONE && test < next - 1;
      g_autofree char *amount = amount_text (self, dose);
      g_autofree char *words = tend_medicine_dose_words (dose);
      g_autofree char *text = g_strdup_printf ("%s. %s", amount, words);

      if (tend_record_get_int (dose, "from") > self->chart->to || next <= self->chart->from)
        continue;
      /* One that held until a test before this chart is none of its doses. */
      if (!until_test || test >= self->chart->from)
        {
          add_fact (facts, label_text (self, dose, until_test),
                    tend_care_keep (self->source, text));
          /* A number that was copied wrong is given each day: it is checked as the line is. */
          medicine->single_checked |= !tend_record_is_set (dose, "checked_by");
        }
      if (until_test && test < last)
        add_after_test (self, dose, facts);
    }
  medicine->n_by_day = facts->len;
  medicine->by_day = tend_care_own (self->source, facts);
}
