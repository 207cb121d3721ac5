/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-due.h"

G_BEGIN_DECLS

/* What the desktop is to be told of, and keeping what it has been told.  The carer's own
 * deadlines are kept beside the vault in due.digest and so can be told while it is locked;
 * what is about a person is kept in the vault. */

/* A notice: for everybody's eyes, so it names nobody. */
typedef struct
{
  char *matter;  /* for tend --open: "due:ID", or "due:" for several */
  char *title;
  char *body;
} TendNotice;

typedef struct _TendTelling TendTelling;

/**
 * tend_telling_begin:
 * @vault: (nullable): NULL while it is locked
 * @dir: the vault's folder
 *
 * Finds what is to be told and writes down that it has been: only then are there notices, so
 * that a disk that is full makes none that would come again each day.  Nobody else finds any
 * until the answer is freed.
 */
TendTelling *tend_telling_begin       (TendVault    *vault,
                                       const char   *dir,
                                       TendDate      on,
                                       GError      **error);
/* (element-type TendNotice) (transfer none): the three most urgent, and one that counts the
 * rest. */
GPtrArray   *tend_telling_get_notices (TendTelling  *self);
/* Only the first @n_shown could be shown: what the others tell of is told another time. */
gboolean     tend_telling_take_back   (TendTelling  *self,
                                       guint         n_shown,
                                       GError      **error);
void         tend_telling_free        (TendTelling  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendTelling, tend_telling_free)

/* tend_due_items(), and brings due.digest up to them without telling anything; while somebody
 * else is at it, or the disk is full, it stays as it is. */
GPtrArray   *tend_telling_refresh     (TendVault    *vault,
                                       TendDate      on,
                                       GError      **error);
/* What a notice that was opened is about; NULL without an error when it is no longer due. */
TendDueItem *tend_telling_find        (TendVault    *vault,
                                       const char   *id,
                                       TendDate      on,
                                       GError      **error);

void         tend_notice_free         (TendNotice   *self);

G_END_DECLS
