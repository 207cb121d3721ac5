/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a redaction knows of names. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "Dr", "mrs."; all of these in whatever letters. */
gboolean   tend_redact_is_title  (const char *word);
/* What comes before a name or after it and is no part of it: "the", "from", "NHS". */
gboolean   tend_redact_is_joint  (const char *word);
/* What is small in a name: "de", "ap", and between two: "and". */
gboolean   tend_redact_is_little (const char *word);
/* What somebody is to somebody, or is for a living: "daughter", "warden". */
gboolean   tend_redact_is_role   (const char *word);
/* A name that is an everyday word as well, or one of the above: a rose is nobody's name. */
gboolean   tend_redact_is_common (const char *word);

/* (transfer full): @text, in which names that follow a title are initials. */
char      *tend_redact_titled    (const char *text);
/* (transfer full): those words of @name that are names, without quotation marks and full stops.
 * @titled: (out): whether the first of its words is a title */
GPtrArray *tend_redact_words     (const char *name,
                                  gboolean   *titled);

G_END_DECLS
