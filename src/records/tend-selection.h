/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-history.h"
#include "tend-record.h"

G_BEGIN_DECLS

/**
 * TendSelection:
 *
 * What belongs to a person: the records that name them as their client, those that name
 * nobody but hang on one of these, and the services and vehicles that these need to be
 * understood.  For a copy of all that is kept about somebody, and for destroying it.
 */
typedef struct _TendSelection TendSelection;

/* What is left out of a copy for the person unless it is put in (domain.md, section 7).
 * Whatever hangs on a record that is left out is left out with it. */
typedef enum
{
  TEND_SELECT_SAFEGUARDING = 1 << 0, /* incidents of harm or abuse, concerns on visits */
  TEND_SELECT_OTHERS       = 1 << 1, /* what others said, and how to reach them */
  TEND_SELECT_KEYS         = 1 << 2, /* codes and keys; for nobody but the carer */
} TendSelectGroup;
#define TEND_SELECT_ALL \
  (TEND_SELECT_SAFEGUARDING | TEND_SELECT_OTHERS | TEND_SELECT_KEYS)

/* @client: (nullable): an id; NULL for the whole vault, which is never cut */
TendSelection *tend_selection_new        (TendVault              *vault,
                                          const char             *client,
                                          TendSelectGroup         groups,
                                          GError                **error);
void           tend_selection_free       (TendSelection          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendSelection, tend_selection_free)

/* Whether records of @kind are about a person, or lie in some that are. */
gboolean       tend_selection_is_about   (const TendKind         *kind);
/* (transfer full) (element-type TendRecord): by id, without the fields that are left out. */
GPtrArray     *tend_selection_records    (TendSelection          *self,
                                          const TendKind         *kind,
                                          GError                **error);
/* The same for what lies in @parent, in order. */
GPtrArray     *tend_selection_nested     (TendSelection          *self,
                                          TendRecord             *parent,
                                          const TendKind         *kind,
                                          GError                **error);
/* Which groups something of the person's was left out for, among what has been asked for. */
TendSelectGroup tend_selection_get_left_out (TendSelection       *self);
/* How many records are left out as a whole. */
guint          tend_selection_n_withheld (TendSelection          *self);
/* Whether an entry is about what was selected; ask oldest first. */
gboolean       tend_selection_has        (TendSelection          *self,
                                          const TendHistoryEntry *entry);
/* (transfer full) (nullable): its values, without the fields that are left out. */
char          *tend_selection_values     (TendSelection          *self,
                                          const TendHistoryEntry *entry);

G_END_DECLS
