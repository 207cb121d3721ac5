/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

G_BEGIN_DECLS

/* The sample year, for a newcomer to look round in: a vault of its own in a
 * folder that is gone when it is left, without a keyring.
 */

/* (transfer full): the place for a vault in a new, private folder in memory.  @lock is
 * held as long as the sample is in use; what a program left behind that came to a
 * sudden end is removed first. */
char     *tend_sample_make_dir   (int                  *lock,
                                  GError              **error);
void      tend_sample_remove_dir (const char           *dir,
                                  int                  *lock);
/* @today: TEND_DATE_NONE for the day that the sample was made for
 *
 * Makes and fills the vault; ends with tend_session_open_finish(). */
void      tend_sample_open_async (const char           *dir,
                                  TendDate              today,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);

G_END_DECLS
