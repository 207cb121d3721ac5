/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-privacy.h"
#include "tend-record.h"

G_BEGIN_DECLS

/* How long the records of people are kept, and destroying them when that is over.  Tend
 * asks; it never destroys anything by itself (domain.md, section 7).
 */

/* One closed record and its clock. */
typedef struct
{
  char              *client;
  char              *name;
  TendDate           ended;    /* care, or the last word of an enquiry */
  TendDate           until;    /* the last day on which it must be kept */
  TendKeeping        keeping;  /* the reason that asks longest; its text is static */
  char              *hold;     /* the id of the legal hold on it, or NULL */
  char              *hold_why;
} TendKept;

void       tend_kept_free        (TendKept    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendKept, tend_kept_free)

/* (element-type TendKeeping): data/figures, with the carer's own periods in their place;
 * @client: (nullable): with those decided for that person. */
GArray    *tend_keepings         (TendVault   *vault,
                                  const char  *client,
                                  GError     **error);
/* (element-type TendKept): of everybody whose care has ended and of enquiries, the one
 * that is over soonest first. */
GPtrArray *tend_kept_list        (TendVault   *vault,
                                  TendDate     today,
                                  GError     **error);
/* Whether it may be destroyed: the last day is over, and nothing holds it. */
gboolean   tend_kept_is_due      (const TendKept *self,
                                  TendDate     today);

/**
 * tend_client_destroy:
 * @note: an unsaved destruction note that says why, and by whom it was decided; it is
 *   completed and saved
 *
 * Removes all that is about a person and the values of its history, in one transaction;
 * the note stays, and the numbers, days and totals of the invoices with it.  Snapshots
 * still hold the record: see tend_snapshot_renew().
 *
 * Returns: %TEND_ERROR_STOPPED when it must still be kept, or is held
 */
gboolean   tend_client_destroy   (TendVault   *vault,
                                  const char  *client,
                                  TendRecord  *note,
                                  TendDate     today,
                                  GError     **error);

G_END_DECLS
