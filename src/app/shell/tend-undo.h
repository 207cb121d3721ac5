/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/**
 * TendUndo:
 *
 * How records were before one change, to put them back.  Plain data: filled and
 * run in the worker, held by the window in between.  A record that was added is
 * removed again, one that was changed or removed is saved as it was; the history
 * keeps both.
 */
typedef struct _TendUndo TendUndo;

TendUndo   *tend_undo_new         (void);
void        tend_undo_free        (TendUndo        *self);

/* Before the change: notes a record as it is, and what is nested in it.  One that
 * does not exist yet is noted as that. */
gboolean    tend_undo_note        (TendUndo        *self,
                                   TendVault       *vault,
                                   const TendKind  *kind,
                                   const char      *id,
                                   GError         **error);
/* During the change: a record that it has just added. */
void        tend_undo_note_new    (TendUndo        *self,
                                   const TendKind  *kind,
                                   const char      *id);
/* After the change: from here on tend_undo_run() can tell whether someone else
 * has changed them since. */
gboolean    tend_undo_seal        (TendUndo        *self,
                                   TendVault       *vault,
                                   GError         **error);
/* TEND_ERROR_STOPPED when a record is not as the change left it. */
gboolean    tend_undo_run         (TendUndo        *self,
                                   TendVault       *vault,
                                   GError         **error);

/* What the change was about, to show it: "CLIENT" or a visit's id. */
void        tend_undo_set_subject (TendUndo        *self,
                                   const char      *id);
const char *tend_undo_get_subject (TendUndo        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendUndo, tend_undo_free)

G_END_DECLS
