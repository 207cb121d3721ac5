/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Journeys that an invoice charges for, and changing or removing one. */

#include "tend-journeys.h"

#include "tend-invoices-private.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>

GHashTable *
tend_trips_billed (TendVault   *vault,
                   TendDate     from,
                   TendDate     to,
                   GError     **error)
{
  g_autoptr(GHashTable) billed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        "SELECT t.id, i.number FROM trips AS t"
                        " JOIN invoice_lines AS l ON l.trip = t.id"
                        " JOIN invoices AS i ON i.id = l.invoice"
                        " WHERE t.date BETWEEN :from AND :to AND" TEND_LINE_STANDS,
                        error);
  TendStep step;

  if (statement == NULL)
    return NULL;

  tend_statement_bind_date (statement, ":from", from);
  tend_statement_bind_date (statement, ":to", to);
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    g_hash_table_insert (billed, g_strdup (tend_statement_get_text (statement, 0)),
                         g_strdup (tend_statement_get_text (statement, 1)));

  return step == TEND_STEP_DONE ? g_steal_pointer (&billed) : NULL;
}

char *
tend_trip_invoice (TendVault  *vault,
                   const char *trip)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        "SELECT i.number FROM invoice_lines AS l"
                        " JOIN invoices AS i ON i.id = l.invoice"
                        " WHERE l.trip = :trip AND" TEND_LINE_STANDS,
                        NULL);

  if (statement == NULL)
    return NULL;

  tend_statement_bind_text (statement, ":trip", trip);
  return tend_statement_step (statement, NULL) == TEND_STEP_ROW
         ? g_strdup (tend_statement_get_text (statement, 0)) : NULL;
}

/* What an invoice says of a journey; the rest may still be put right. */
static gboolean
changes_what_was_billed (TendRecord *before,
                         TendRecord *after)
{
  static const char * const numbers[] = { "date", "miles_tenths", "chargeable" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (tend_record_get_int (before, numbers[i]) != tend_record_get_int (after, numbers[i]))
      return TRUE;

  return g_strcmp0 (tend_record_get_text (before, "client"),
                    tend_record_get_text (after, "client")) != 0;
}

static gboolean
check_not_billed (TendVault   *vault,
                  TendRecord  *trip,
                  GError     **error)
{
  g_autoptr(TendRecord) before = NULL;
  g_autofree char *number = NULL;

  if (!tend_record_is_stored (trip))
    return TRUE;

  number = tend_trip_invoice (vault, tend_record_get_id (trip));
  if (number == NULL)
    return TRUE;

  before = tend_record_load (vault, &tend_trip_kind, tend_record_get_id (trip), error);
  if (before == NULL)
    return FALSE;
  if (!changes_what_was_billed (before, trip))
    return TRUE;

  g_set_error (error, TEND_ERROR, TEND_ERROR_STOPPED,
               _("This journey is on invoice %s, so its day, miles and client stay as they are. "
                 "To correct it, cancel the invoice with a credit note first."), number);
  return FALSE;
}

gboolean
tend_trip_save (TendVault   *vault,
                TendRecord  *trip,
                GError     **error)
{
  return check_not_billed (vault, trip, error) && tend_record_save (vault, trip, NULL, error);
}

/* Also one that a cancelled invoice names: what was issued keeps what it says. */
static gboolean
is_named (TendVault  *vault,
          const char *trip)
{
  g_autoptr(TendRecord) line =
    tend_records_select_one (vault, &tend_invoice_line_kind, NULL, "WHERE trip = :trip LIMIT 1",
                             ":trip", trip, NULL);

  return line != NULL;
}

gboolean
tend_trip_remove (TendVault   *vault,
                  TendRecord  *trip,
                  GError     **error)
{
  if (is_named (vault, tend_record_get_id (trip)))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED,
                           _("An invoice names this journey, so it stays in the book. If it was "
                             "not for business, change its kind to “Private”."));
      return FALSE;
    }

  return tend_record_remove (vault, trip, NULL, error);
}
