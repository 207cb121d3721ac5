/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-due-rows.h"

#include "tend-form.h"
#include "tend-page.h"
#include "tend-undo-toast.h"

#include <glib/gi18n-lib.h>

/* In the worker: saves it, and how to take it back. */
static gpointer
save_answer (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  TendRecord *answer = data;
  g_autoptr(TendUndo) undo = tend_undo_new ();

  if (!tend_record_save (vault, answer, NULL, error))
    return NULL;

  tend_undo_note_new (undo, tend_record_get_kind (answer), tend_record_get_id (answer));
  return tend_undo_seal (undo, vault, error) ? g_steal_pointer (&undo) : NULL;
}

/* What is said once it is kept, on its way with the page. */
typedef struct
{
  GtkWidget *page;
  char      *text;
} Said;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autofree Said *said = data;
  g_autoptr(GtkWidget) page = said->page;
  g_autofree char *text = said->text;
  g_autoptr(GError) error = NULL;
  TendUndo *undo = tend_session_finish (TEND_SESSION (source), result, &error);

  if (undo != NULL)
    tend_undo_toast (page, TEND_SESSION (source), text, undo);
  else
    tend_toast (page, error->message);
}

/* @answer and @text are taken. */
static void
keep (GtkWidget   *page,
      TendSession *session,
      TendRecord  *answer,
      char        *text)
{
  Said *said = g_new0 (Said, 1);

  said->page = g_object_ref (page);
  said->text = text;
  tend_session_change (session, save_answer, answer, g_object_unref,
                       (GDestroyNotify) tend_undo_free, saved_cb, said);
}

void
tend_due_say_done (GtkWidget         *page,
                   TendSession       *session,
                   const TendDueItem *item)
{
  keep (page, session,
        tend_due_answer (item, TEND_DUE_DONE, TEND_DATE_NONE, NULL,
                         tend_session_get_today (session)),
        g_strdup (_("Taken off the list.")));
}

void
tend_due_say_later (GtkWidget         *page,
                    TendSession       *session,
                    const TendDueItem *item,
                    int                days)
{
  TendDate today = tend_session_get_today (session);
  g_autofree char *day = tend_date_format (today + days, TEND_DATE_FULL);

  keep (page, session, tend_due_answer (item, TEND_DUE_SNOOZED, today + days, NULL, today),
        g_strdup_printf (_("You are reminded again on %s."), day));
}

/* One of its own, so that no draft of it is offered for the next matter. */
static TendRecord *
save_asked (TendVault   *vault,
            TendRecord  *answer,
            gpointer     data,
            GError     **error)
{
  return tend_record_save (vault, answer, NULL, error) ? g_object_ref (answer) : NULL;
}

static void
ask (GtkWidget         *page,
     TendSession       *session,
     const TendDueItem *item,
     TendDueState       state,
     const char        *title,
     const char        *text,
     const char        *field)
{
  TendDate today = tend_session_get_today (session);
  g_autoptr(TendRecord) answer = tend_due_answer (item, state, TEND_DATE_NONE, NULL, today);
  const char *fields[] = { field, NULL };
  TendRecordDialogOptions options = { .title = title, .text = text, .fields = fields,
                                      .save = save_asked };

  if (state == TEND_DUE_SNOOZED)
    tend_record_clear (answer, "until");
  tend_record_dialog_present_full (page, session, answer, &options);
}

void
tend_due_ask_day (GtkWidget         *page,
                  TendSession       *session,
                  const TendDueItem *item)
{
  ask (page, session, item, TEND_DUE_SNOOZED, _("Remind Me Later"), item->title, "until");
}

void
tend_due_ask_reason (GtkWidget         *page,
                     TendSession       *session,
                     const TendDueItem *item)
{
  ask (page, session, item, TEND_DUE_NOT_APPLICABLE, _("Does Not Concern Me"), item->title,
       "reason");
}
