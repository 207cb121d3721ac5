/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-terms-text.h"

#include "tend-field-text.h"
#include "tend-money.h"

#include <glib/gi18n-lib.h>

void
tend_term_free (TendTerm *self)
{
  g_free (self->text);
  g_free (self);
}

static char *
describe_days (TendRecord *agreement)
{
  g_autofree char *from = tend_field_text_show (agreement, "starts_on");
  g_autofree char *to = tend_field_text_show (agreement, "ends_on");

  if (*to == '\0')
    return g_strdup_printf (_("From %s until one of you ends it"), from);

  return g_strdup_printf (_("From %s to %s"), from, to);
}

static char *
describe_signing (TendRecord *agreement)
{
  g_autofree char *day = tend_field_text_show (agreement, "signed_on");
  const char *by = tend_record_get_text (agreement, "signed_by");

  if (*day == '\0')
    return g_strdup (_("Not yet"));
  if (by == NULL)
    return g_strdup (day);

  return g_strdup_printf (_("%s by %s"), day, by);
}

static char *
describe_notice (TendRecord *agreement)
{
  gint64 days = tend_record_get_int (agreement, "notice_days");

  if (!tend_record_is_set (agreement, "notice_days"))
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), (int) days);
}

static char *
describe_billing (TendRecord *agreement)
{
  g_autofree char *how_often = tend_field_text_show (agreement, "billing");
  gint64 days = tend_record_get_int (agreement, "payment_days");

  if (!tend_record_is_set (agreement, "payment_days"))
    return g_steal_pointer (&how_often);

  return g_strdup_printf (ngettext ("%s, to be paid within %d day", "%s, to be paid within %d days",
                                    (gulong) days),
                          how_often, (int) days);
}

static char *
describe_minutes (TendRecord *agreement)
{
  return tend_field_text_show (agreement, "bill_minutes");
}

static char *
describe_cancelling (TendRecord *agreement)
{
  gint64 hours = tend_record_get_int (agreement, "cancellation_hours");
  gint64 percent = tend_record_get_int (agreement, "cancellation_percent");

  if (percent == 0)
    return g_strdup (_("Never charged"));
  if (hours == 0)
    return g_strdup_printf (_("%d %% of the price"), (int) percent);

  return g_strdup_printf (ngettext ("Free with %d hour’s notice, later %d %% of the price",
                                    "Free with %d hours’ notice, later %d %% of the price",
                                    (gulong) hours),
                          (int) hours, (int) percent);
}

static char *
describe_miles (TendRecord *agreement)
{
  return g_strdup (tend_record_get_int (agreement, "mileage_charge") != 0
                   ? _("Miles with them are charged")
                                                                         : _("Not charged"));
}

static char *
describe_council (TendRecord *agreement)
{
  const char *by = tend_record_get_text (agreement, "commissioned_by");
  const char *order = tend_record_get_text (agreement, "purchase_order");

  if (by != NULL && order != NULL)
    return g_strdup_printf (_("%s, order %s"), by, order);

  return g_strdup (by != NULL ? by : order != NULL ? order : "");
}

static char *
describe_direct_payment (TendRecord *agreement)
{
  g_autofree char *rate = tend_field_text_show (agreement, "direct_payment_rate_pence");
  g_autofree char *own = tend_field_text_show (agreement, "contribution_pence");

  if (*rate != '\0' && *own != '\0')
    return g_strdup_printf (_("%s an hour; they add %s a week"), rate, own);
  if (*own != '\0')
    return g_strdup_printf (_("They add %s a week"), own);

  return *rate != '\0' ? g_strdup_printf (_("%s an hour"), rate) : g_strdup ("");
}

GPtrArray *
tend_terms_describe (TendRecord *agreement)
{
  static const struct { const char *title; char *(*describe) (TendRecord *agreement); } lines[] = {
    { N_("In force"), describe_days },
    { N_("Signed"), describe_signing },
    { N_("Notice"), describe_notice },
    { N_("Invoices"), describe_billing },
    { N_("Charged"), describe_minutes },
    { N_("Cancelled visits"), describe_cancelling },
    { N_("Mileage"), describe_miles },
    { N_("Arranged by"), describe_council },
    { N_("Direct payment"), describe_direct_payment },
  };
  GPtrArray *terms = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_term_free);

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *text = lines[i].describe (agreement);
      TendTerm *term;

      if (*text == '\0')
        continue;
      term = g_new0 (TendTerm, 1);
      term->title = _(lines[i].title);
      term->text = g_steal_pointer (&text);
      g_ptr_array_add (terms, term);
    }

  return terms;
}
