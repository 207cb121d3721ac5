/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-drafts.h"

#include "tend-draft-store.h"
#include "tend-draft.h"
#include "tend-kinds.h"

/* How long after the last change they are kept, in milliseconds. */
#define DELAY 400

struct _TendMarDrafts
{
  TendSession         *session;
  TendMarGrid         *grid;      /* borrowed; NULL once it is closed */
  TendMarRestoredFunc  restored;
  gpointer             user_data;
  char                *key;       /* of the chart on view; NULL before the first */
  TendMarSheet        *sheet;     /* the same as the grid's */
  gboolean             is_read;   /* what was kept of it has come back */
  guint                waiting;   /* source: they are about to be kept */
};

static void
clear (gpointer data)
{
  TendMarDrafts *self = data;

  g_object_unref (self->session);
  g_free (self->key);
  g_clear_pointer (&self->sheet, tend_mar_sheet_unref);
}

TendMarDrafts *
tend_mar_drafts_new (TendSession         *session,
                     TendMarGrid         *grid,
                     TendMarRestoredFunc  restored,
                     gpointer             user_data)
{
  TendMarDrafts *self = g_rc_box_new0 (TendMarDrafts);

  self->session = g_object_ref (session);
  self->grid = grid;
  self->restored = restored;
  self->user_data = user_data;
  return self;
}

void
tend_mar_drafts_close (TendMarDrafts *self)
{
  tend_mar_drafts_leave (self);
  self->grid = NULL;
  g_rc_box_release_full (self, clear);
}

/* Keeping */

void
tend_mar_drafts_leave (TendMarDrafts *self)
{
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) drafts = NULL;
  g_autofree char *text = NULL;

  if (self->waiting == 0)
    return;

  g_clear_handle_id (&self->waiting, g_source_remove);
  none = g_ptr_array_new ();
  drafts = tend_mar_grid_dup_drafts (self->grid);
  text = tend_draft_make_lines (none, drafts);
  if (text != NULL)
    tend_draft_keep (self->session, self->key, text);
  else
    tend_draft_forget (self->session, self->key);
}

static gboolean
keep_cb (gpointer self)
{
  tend_mar_drafts_leave (self);
  return G_SOURCE_REMOVE;
}

void
tend_mar_drafts_changed (TendMarDrafts *self)
{
  if (self->waiting == 0 && self->is_read)
    self->waiting = g_timeout_add (DELAY, keep_cb, self);
}

/* Reading */

/* Puts a draft back where its dose is still to be written. */
static gboolean
restore (TendMarDrafts *self,
         TendRecord    *draft)
{
  TendMarLine *line = tend_mar_sheet_line (self->sheet,
                                           tend_record_get_text (draft, "medication"));
  TendMarSlot *slot = line != NULL ? tend_mar_line_slot (line, draft) : NULL;

  if (slot == NULL || tend_mar_grid_get_draft (self->grid, line, slot) != NULL)
    return FALSE;

  tend_mar_grid_set_draft (self->grid, line, slot, draft);
  return TRUE;
}

/* What was asked, and by whom. */
typedef struct
{
  TendMarDrafts *drafts;
  char          *key;
} Question;

static void
read_cb (GObject      *session,
         GAsyncResult *result,
         gpointer      data)
{
  Question *question = data;
  TendMarDrafts *self = question->drafts;
  g_autofree char *key = question->key;
  g_autofree char *text = tend_draft_read_finish (TEND_SESSION (session), result);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GPtrArray) drafts = NULL;
  guint n = 0;

  g_free (question);
  if (self->grid != NULL && g_strcmp0 (key, self->key) == 0)
    {
      self->is_read = TRUE;
      drafts = text != NULL ? tend_draft_parse_lines (text, &tend_mar_entry_kind, NULL, none)
                            : NULL;
      for (guint i = 0; drafts != NULL && i < drafts->len; i++)
        n += restore (self, drafts->pdata[i]);
      if (n > 0)
        self->restored (n, self->user_data);
    }
  g_rc_box_release_full (self, clear);
}

void
tend_mar_drafts_show (TendMarDrafts *self,
                      TendMarSheet  *sheet)
{
  g_autofree char *from = tend_date_format_iso (sheet->chart->from);
  /* The client is in it, so that their erasure takes it along. */
  g_autofree char *key = g_strdup_printf ("draft/mar/%s/%s", sheet->chart->client, from);
  TendMarSheet *before = self->sheet;
  Question *question;

  self->sheet = tend_mar_sheet_ref (sheet);
  g_clear_pointer (&before, tend_mar_sheet_unref);
  if (g_strcmp0 (key, self->key) == 0)
    {
      /* What has been signed is no draft any more. */
      tend_mar_drafts_changed (self);
      return;
    }

  g_free (self->key);
  self->key = g_steal_pointer (&key);
  self->is_read = FALSE;
  question = g_new0 (Question, 1);
  question->drafts = g_rc_box_acquire (self);
  question->key = g_strdup (self->key);
  tend_draft_read (self->session, self->key, read_cb, question);
}
