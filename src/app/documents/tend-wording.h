/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-contract-sheet.h"
#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What some wording is of, how it is tried and how it is kept.  Functions are handed the
 * data that tend_wording_present() was given, and run in the worker but for make(). */
typedef struct
{
  const char            *title;         /* of the window: N_("Wording of the Contract") */
  const char            *label;         /* of the text: N_("Wording of the contract") */
  const char            *template_name; /* Tend's own wording: "contract" */
  const TendPlaceholder *(*places) (gsize *n);

  TendSessionFunc        load;          /* what the page beside the text is made of */
  GDestroyNotify         free_values;
  /* That page; NULL with TEND_ERROR_INVALID, which is said beside the text. */
  TendDocument        *(*make)     (gpointer      values,
                                    const char   *wording,
                                    GError      **error);
  /* In a transaction.  @wording: (nullable): Tend's, which is not kept, so that a better
   * one comes with a later Tend */
  gboolean             (*save)     (TendVault    *vault,
                                    const char   *wording,
                                    gpointer      data,
                                    GError      **error);
} TendWordingUse;

/**
 * tend_wording_present:
 * @use: static
 * @wording: (nullable): the carer's own; %NULL for Tend's
 * @draft_key: where what was typed and not saved is kept
 * @data: (transfer full): for @use
 *
 * Some wording to be edited, with the document as it would print beside it.
 */
void tend_wording_present (GtkWidget            *parent,
                           TendSession          *session,
                           const TendWordingUse *use,
                           const char           *wording,
                           const char           *draft_key,
                           gpointer              data,
                           GDestroyNotify        free_data);

G_END_DECLS
