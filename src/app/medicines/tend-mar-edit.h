/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar-draft.h"

G_BEGIN_DECLS

/* What the window asks and writes of a dose, as plain functions for the worker. */

/* What stands against a dose as it is typed. */
typedef struct
{
  gboolean  held;  /* the guard holds it back */
  char     *text;  /* (nullable): its answer, for one as needed */
  char     *site;  /* (nullable): that the place on the body was used lately */
} TendMarAnswer;

void           tend_mar_answer_free (TendMarAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendMarAnswer, tend_mar_answer_free)

TendMarAnswer *tend_mar_edit_ask    (TendVault     *vault,
                                     TendRecord    *draft,
                                     GError       **error);

/**
 * tend_mar_edit_sign:
 * @draft: new; a correction where it says what it supersedes
 * @already_taken: it has happened, whatever the guard says
 *
 * Writes it down.  With a dose that the guard holds back and that has been taken an incident
 * is begun in the same transaction, and named by the entry.
 */
gboolean       tend_mar_edit_sign   (TendVault     *vault,
                                     TendRecord    *draft,
                                     gboolean       already_taken,
                                     TendInstant    now,
                                     GError       **error);

G_END_DECLS
