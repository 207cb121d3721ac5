/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TendRedaction:
 *
 * Names that are given as initials in a copy for somebody else.  Only whole words count,
 * as they are written: "Rose" becomes "R.H.", a rose stays one.
 */
typedef struct _TendRedaction TendRedaction;

TendRedaction *tend_redaction_new  (void);
/* The full name and each word of it, a title such as "Dr" apart.  The initials stand for
 * the whole name and for the first one; a surname alone has its own. */
void           tend_redaction_add  (TendRedaction *self,
                                    const char    *name);
/* (transfer full): @text with the names replaced. */
char          *tend_redaction_run  (TendRedaction *self,
                                    const char    *text);
void           tend_redaction_free (TendRedaction *self);

/* (transfer full): "R.H." for "Rose Hartley", "Dr A." for "Dr Amin"; what is no name,
 * such as "The warden", stays as it is. */
char          *tend_redact_name    (const char    *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendRedaction, tend_redaction_free)

G_END_DECLS
