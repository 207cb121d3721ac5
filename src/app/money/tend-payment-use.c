/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Using money that is held for an invoice. */

#include "tend-payment-dialog.h"

#include "tend-invoices.h"
#include "tend-money.h"
#include "tend-payment-edit.h"
#include "tend-question.h"
#include "tend-undo-toast.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget   *parent;  /* weak */
  TendSession *session;
  TendDate     today;
  char        *client;
  char        *source;
  char        *invoice; /* its id, once it is chosen */
  gint64       used;    /* pence, told by the worker */
} Use;

static void
use_free (Use *use)
{
  g_clear_weak_pointer (&use->parent);
  g_object_unref (use->session);
  g_free (use->client);
  g_free (use->source);
  g_free (use->invoice);
  g_free (use);
}

static void
say (Use        *use,
     const char *text,
     TendUndo   *undo)
{
  if (use->parent != NULL)
    tend_undo_toast (use->parent, use->session, text, undo);
  else
    g_clear_pointer (&undo, tend_undo_free);
}

/* Worker: what was used is written before the callback runs, and read after it. */
static gpointer
use_held (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  Use *use = data;

  return tend_payment_edit_use (vault, use->source, use->invoice, use->today, &use->used, error);
}

static void
used_cb (GObject      *session,
         GAsyncResult *result,
         gpointer      data)
{
  Use *use = data;
  g_autoptr(GError) error = NULL;
  TendUndo *undo = tend_session_finish (TEND_SESSION (session), result, &error);
  g_autofree char *amount = tend_money_format (use->used);
  g_autofree char *text = undo != NULL
                          ? g_strdup_printf (_("%s is used for the invoice."), amount)
                          : g_strdup (error->message);

  say (use, text, undo);
  use_free (use);
}

static void
start (Use *use)
{
  tend_session_change (use->session, use_held, use, NULL, (GDestroyNotify) tend_undo_free,
                       used_cb, use);
}

static void
chosen_cb (const char *id,
           const char *reason,
           gpointer    data)
{
  Use *use = data;

  if (id == NULL)
    {
      use_free (use);
      return;
    }

  use->invoice = g_strdup (id);
  start (use);
}

static void
ask_which (Use      *use,
           TendOwed *owed)
{
  g_autofree TendAnswer *answers = g_new0 (TendAnswer, owed->rows->len);
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < owed->rows->len; i++)
    {
      const TendInvoiceRow *row = owed->rows->pdata[i];
      g_autofree char *amount = tend_money_format (row->owed_pence);
      g_autofree char *due = tend_date_format (row->due_on, TEND_DATE_LONG);
      char *title = g_strdup_printf (_("Invoice %s: %s to pay"), row->number, amount);
      char *subtitle = g_strdup_printf (_("Due %s"), due);

      g_ptr_array_add (words, title);
      g_ptr_array_add (words, subtitle);
      answers[i] = (TendAnswer) { row->id, title, subtitle };
    }

  tend_question_present (use->parent, _("Use It for Which Invoice?"),
                         _("What the invoice does not need stays held."), NULL,
                         answers, owed->rows->len, chosen_cb, use);
}

static gpointer
ask_owed (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  const Use *use = data;

  return tend_invoices_owed (vault, use->client, use->today, error);
}

static void
owed_cb (GObject      *session,
         GAsyncResult *result,
         gpointer      data)
{
  Use *use = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendOwed) owed = tend_session_finish (TEND_SESSION (session), result, &error);

  if (owed != NULL && owed->rows->len > 0 && use->parent != NULL)
    {
      ask_which (use, owed);
      return;
    }

  say (use, error != NULL ? error->message
            : _("There is no unpaid invoice for this client. The money stays held until there "
                "is one."), NULL);
  use_free (use);
}

void
tend_payment_use (GtkWidget   *parent,
                  TendSession *session,
                  const char  *client,
                  const char  *source,
                  const char  *invoice)
{
  Use *use = g_new0 (Use, 1);

  g_set_weak_pointer (&use->parent, parent);
  use->session = g_object_ref (session);
  use->today = tend_session_get_today (session);
  use->client = g_strdup (client);
  use->source = g_strdup (source);
  use->invoice = g_strdup (invoice);

  if (invoice != NULL)
    start (use);
  else
    tend_session_query (session, ask_owed, use, NULL, (GDestroyNotify) tend_owed_free, NULL,
                        owed_cb, use);
}
