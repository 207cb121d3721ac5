/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

G_BEGIN_DECLS

/* Where drafts lie between one window and the next: among the vault's settings.
 * A draft is no change of the records, so nobody is told of it. */

/* @draft: (nullable): %NULL forgets it */
void  tend_draft_keep        (TendSession         *session,
                              const char          *key,
                              const char          *draft);
/* With the drafts of what lies in it. */
void  tend_draft_forget      (TendSession         *session,
                              const char          *key);
void  tend_draft_read        (TendSession         *session,
                              const char          *key,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
/* (transfer full) (nullable): %NULL when there is none */
char *tend_draft_read_finish (TendSession         *session,
                              GAsyncResult        *result);

G_END_DECLS
