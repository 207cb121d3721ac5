/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the steps of an export share: choosing, history, writing. */

#pragma once

#include "tend-export.h"
#include "tend-record.h"

G_BEGIN_DECLS

/* The records that go into a file, by kind. */
typedef struct _TendSelection TendSelection;

/* @client: (nullable): an id */
TendSelection  *tend_selection_new      (TendVault           *vault,
                                         const char          *client,
                                         GError             **error);
void            tend_selection_free     (TendSelection       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendSelection, tend_selection_free)
/* (transfer full) (element-type TendRecord): by id */
GPtrArray      *tend_selection_records  (TendSelection       *self,
                                         const TendKind      *kind,
                                         GError             **error);
/* Whether an entry is about what was selected; ask oldest first. */
gboolean        tend_selection_has      (TendSelection           *self,
                                         const TendHistoryEntry  *entry);

/* Writes the array "history". */
gboolean        tend_export_history     (TendVault           *vault,
                                         TendSelection       *selection,
                                         TendWriter          *writer,
                                         GError             **error);

G_END_DECLS
