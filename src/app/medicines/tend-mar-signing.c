/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-signing.h"

#include "tend-form.h"
#include "tend-kinds.h"
#include "tend-mar-looks.h"

#include <glib/gi18n-lib.h>

/* A dose on its way into the vault: an entry, or what a note is about. */
typedef struct
{
  TendRecord  *record;
  gboolean     already_taken;
  TendInstant  now;
} Writing;

static Writing *
writing_new (TendSession *session,
             TendRecord  *record)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->record = g_object_ref (record);
  writing->now = tend_session_get_now (session);
  return writing;
}

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_object_unref (writing->record);
  g_free (writing);
}

static gpointer
sign (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  Writing *writing = data;

  return tend_mar_edit_sign (vault, writing->record, writing->already_taken, writing->now, error)
         ? g_object_ref (writing->record) : NULL;
}

void
tend_mar_sign_async (TendSession         *session,
                     TendRecord          *draft,
                     gboolean             already_taken,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr(TendRecord) copy = tend_record_copy (draft);
  Writing *writing = writing_new (session, copy);

  writing->already_taken = already_taken;
  tend_session_change (session, sign, writing, writing_free, g_object_unref, callback, user_data);
}

/* Notes */

static TendRecord *
save_note (TendVault   *vault,
           TendRecord  *note,
           gpointer     data,
           GError     **error)
{
  Writing *writing = data;

  return tend_mar_write_note (vault, writing->record, note, writing->now, error)
         ? g_object_ref (note) : NULL;
}

/* @options: what its window says, and what comes of it */
static void
present_note (GtkWidget               *parent,
              TendSession             *session,
              TendRecord              *entry,
              TendRecord              *note,
              TendRecordDialogOptions *options)
{
  Writing *writing = writing_new (session, entry);

  options->save = save_note;
  options->save_data = writing;
  options->free_save_data = writing_free;
  options->free_user_data = options->user_data != NULL ? g_object_unref : NULL;

  tend_record_set_text (note, "mar_entry", tend_record_get_id (entry));
  tend_record_set_int (note, "written_at", writing->now);
  tend_record_dialog_present_full (parent, session, note, options);
}

void
tend_mar_note_present (GtkWidget   *parent,
                       TendSession *session,
                       TendRecord  *entry,
                       const char  *title,
                       const char  *text,
                       const char  *kind,
                       void       (*on_saved) (TendRecord *note,
                                               gpointer    user_data),
                       gpointer     user_data)
{
  static const char * const all[] = { "kind", "text", NULL };
  g_autoptr(TendRecord) note = tend_record_new (&tend_mar_note_kind);
  TendRecordDialogOptions options = {
    .title = title,
    .text = text,
    .fields = kind != NULL ? all + 1 : all,
    .on_saved = on_saved,
    .user_data = user_data,
  };

  if (kind != NULL)
    tend_record_set_text (note, "kind", kind);
  present_note (parent, session, entry, note, &options);
}

/* Looks at a patch */

static gpointer
look (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  Writing *writing = data;

  return tend_mar_look (vault, writing->record, writing->now, error)
         ? g_object_ref (writing->record) : NULL;
}

void
tend_mar_look_async (TendSession         *session,
                     TendRecord          *entry,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  tend_session_change (session, look, writing_new (session, entry), writing_free, g_object_unref,
                       callback, user_data);
}

void
tend_mar_off_present (GtkWidget   *parent,
                      TendSession *session,
                      TendRecord  *entry,
                      void       (*on_saved) (TendRecord *note,
                                              gpointer    user_data),
                      gpointer     user_data)
{
  static const char * const fields[] = { "text", NULL };
  g_autoptr(TendRecord) note = tend_record_new (&tend_mar_note_kind);
  TendRecordDialogOptions options = {
    .title = _("Patch Had Come Off"),
    .text = _("Where it was found, whom you rang, and what they said. Do not stick it on again: "
              "ring the pharmacist, the GP or NHS 111. A new patch is a dose of its own."),
    .fields = fields,
    .on_saved = on_saved,
    .user_data = user_data,
  };

  tend_record_set_text (note, "kind", "note");
  tend_record_set_text (note, "patch", "off");
  present_note (parent, session, entry, note, &options);
}
