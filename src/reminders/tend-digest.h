/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-due.h"

G_BEGIN_DECLS

/**
 * TendDigest:
 *
 * What is due and which of its steps have been told: an unnamed kind, a day and numbers, so
 * that it can lie beside the locked vault (due.digest, design.md, section 4) and be told of
 * while nobody has opened that.  It does not ask what time it was when something was told:
 * a clock that is set back neither repeats a notice nor loses one.
 */
typedef struct _TendDigest TendDigest;

/* Something to tell, once. */
typedef struct
{
  char       *id;      /* TendDueItem's */
  const char *kind;    /* static */
  TendDate    due_on;
  TendDate    until;
  int         days;
  int         step;
} TendTell;

/* What @text holds; a line that makes no sense, or of a kind not known here, is kept out. */
TendDigest *tend_digest_parse   (const char  *text);
void        tend_digest_free    (TendDigest  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendDigest, tend_digest_free)
/* (transfer full): one matter a line, the same for the same. */
char       *tend_digest_to_text (TendDigest  *self);

/* Takes over what is due from @items (element-type TendDueItem): those where `own` is @own.
 * What has been told of matters that are gone is kept for three years, should they be back. */
void        tend_digest_refresh (TendDigest  *self,
                                 GPtrArray   *items,
                                 gboolean     own,
                                 TendDate     on);
/* (element-type TendTell) (transfer full): those whose step has not been told, the longest due
 * first. */
GPtrArray  *tend_digest_to_tell (TendDigest  *self,
                                 TendDate     on);
/* Writes down that they have been told. */
void        tend_digest_mark    (TendDigest  *self,
                                 GPtrArray   *told);

G_END_DECLS
