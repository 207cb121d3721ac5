/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-payment-edit.h"

#include "tend-invoices.h"
#include "tend-kinds.h"
#include "tend-payments.h"

#include <glib/gi18n-lib.h>

TendUndo *
tend_payment_edit_save (TendVault   *vault,
                        TendRecord  *payment,
                        GError     **error)
{
  g_autoptr(TendUndo) undo = tend_undo_new ();

  if (!tend_undo_note (undo, vault, &tend_payment_kind, tend_record_get_id (payment), error) ||
      !tend_record_save (vault, payment, NULL, error) || !tend_undo_seal (undo, vault, error))
    return NULL;

  return g_steal_pointer (&undo);
}

TendUndo *
tend_payment_edit_remove (TendVault   *vault,
                          const char  *id,
                          GError     **error)
{
  g_autoptr(TendUndo) undo = tend_undo_new ();
  g_autoptr(TendRecord) payment = tend_record_load (vault, &tend_payment_kind, id, error);

  if (payment == NULL || !tend_undo_note (undo, vault, &tend_payment_kind, id, error) ||
      !tend_record_remove (vault, payment, NULL, error) || !tend_undo_seal (undo, vault, error))
    return NULL;

  return g_steal_pointer (&undo);
}

/* Lets at most @pence of a payment be for @invoice; returns how much, -1 on error. */
static gint64
use_payment (TendVault   *vault,
             TendRecord  *payment,
             const char  *invoice,
             gint64       pence,
             TendUndo    *undo,
             GError     **error)
{
  const char *id = tend_record_get_id (payment);
  gint64 take = MIN (pence, tend_record_get_int (payment, "amount_pence"));
  g_autoptr(GError) failure = NULL;
  g_autofree char *rest = NULL;

  if (take <= 0)
    return 0;
  if (!tend_undo_note (undo, vault, &tend_payment_kind, id, error))
    return -1;

  rest = tend_payment_move (vault, id, invoice, take, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return -1;
    }
  if (rest != NULL)
    tend_undo_note_new (undo, &tend_payment_kind, rest);

  return take;
}

/* From what was paid too much for one invoice to another, the last payment first. */
static gint64
use_overpaid (TendVault   *vault,
              const char  *source,
              const char  *invoice,
              gint64       pence,
              TendUndo    *undo,
              GError     **error)
{
  g_autoptr(TendInvoice) overpaid = tend_invoice_load (vault, source, error);
  gint64 used = 0;

  if (overpaid == NULL)
    return -1;

  for (guint i = overpaid->payments->len; i-- > 0 && used < pence;)
    {
      gint64 taken = use_payment (vault, overpaid->payments->pdata[i], invoice, pence - used,
                                  undo, error);

      if (taken < 0)
        return -1;
      used += taken;
    }

  return used;
}

static gint64
use_held (TendVault       *vault,
          const TendHeld  *held,
          const char      *invoice,
          gint64           pence,
          TendUndo        *undo,
          GError         **error)
{
  g_autoptr(TendRecord) payment = NULL;

  if (held->pence <= 0 || g_strcmp0 (held->invoice, invoice) == 0)
    return 0;
  if (held->payment == NULL)
    return use_overpaid (vault, held->invoice, invoice, MIN (pence, held->pence), undo, error);

  payment = tend_record_load (vault, &tend_payment_kind, held->payment, error);
  return payment != NULL ? use_payment (vault, payment, invoice, pence, undo, error) : -1;
}

static gboolean
is_source (const TendHeld *held,
           const char     *source)
{
  return source != NULL && (g_strcmp0 (held->payment, source) == 0 ||
                            g_strcmp0 (held->invoice, source) == 0);
}

TendUndo *
tend_payment_edit_use (TendVault   *vault,
                       const char  *source,
                       const char  *invoice,
                       TendDate     today,
                       gint64      *used,
                       GError     **error)
{
  g_autoptr(TendUndo) undo = tend_undo_new ();
  g_autoptr(TendInvoice) target = tend_invoice_load (vault, invoice, error);
  g_autoptr(GPtrArray) held = NULL;
  gint64 owed;

  *used = 0;
  if (target == NULL)
    return NULL;

  owed = target->total_pence - target->paid_pence - target->credited_pence;
  held = tend_payments_held (vault, tend_record_get_text (target->record, "client"), today, error);
  if (held == NULL)
    return NULL;

  /* What was pointed at goes first, then the rest in its order. */
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < held->len && *used < owed; i++)
      {
        gint64 taken = 0;

        if (is_source (held->pdata[i], source) == (pass == 0))
          taken = use_held (vault, held->pdata[i], tend_record_get_id (target->record),
                            owed - *used, undo, error);
        if (taken < 0)
          return NULL;
        *used += taken;
      }

  if (*used == 0)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("There is no money held that this invoice needs."));
      return NULL;
    }

  return tend_undo_seal (undo, vault, error) ? g_steal_pointer (&undo) : NULL;
}
