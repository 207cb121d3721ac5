/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

G_BEGIN_DECLS

/* Brings due.digest up to date a moment after the records were opened, and after each change
 * whatever page is on view, so that what was seen to is not told of while they are locked.
 * Goes with the session. */
void tend_due_keeper_attach (TendSession *session);

G_END_DECLS
