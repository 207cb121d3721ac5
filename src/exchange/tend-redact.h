/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TendRedaction:
 *
 * Names that are given as initials in a copy for somebody else, and addresses that are left
 * out of it.  Only whole words count, in whatever letters and with any apostrophe, "Dorothys" and
 * "QUILLFEATHER" too; but of names that are words only those with a capital: "Rose" becomes
 * "R.H.", a rose stays one, and so does the month of "May 2026".  What could be a name or a word
 * at the start of a sentence is taken for the name: a name told is worse than a word hidden.
 */
typedef struct _TendRedaction TendRedaction;

TendRedaction *tend_redaction_new  (void);
/* The full name and each word of it, and the halves of Anne-Marie; a title such as "Dr" apart.
 * The initials stand for the whole name and for the first one; a surname alone has its own. */
void           tend_redaction_add  (TendRedaction *self,
                                    const char    *name);
/* A name that stays as it is, also where a word of it is in one that does not: of two people
 * called Marsh the carer's own is no secret.  To be said first. */
void           tend_redaction_keep (TendRedaction *self,
                                    const char    *name);
/* Where somebody lives: each line of it, with and without the number of the house, is
 * replaced by dots. */
void           tend_redaction_add_address (TendRedaction *self,
                                           const char    *address);
/* Whoever is named with a title, though nobody has added the name: "Dr K." for "Dr Khan". */
void           tend_redaction_add_titles (TendRedaction *self);
/* (transfer full): @text with names and addresses replaced. */
char          *tend_redaction_run  (TendRedaction *self,
                                    const char    *text);
void           tend_redaction_free (TendRedaction *self);

/* (transfer full): "R.H." for "Rose Hartley" and "ROSE HARTLEY", "Dr A." for "Dr Amin", "S." for
 * "Daughter (Sue)"; what is no name, such as "The warden" or "Adult safeguarding", stays as it
 * is. */
char          *tend_redact_name    (const char    *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendRedaction, tend_redaction_free)

G_END_DECLS
