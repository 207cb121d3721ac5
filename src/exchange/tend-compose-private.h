/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What composing any document needs: text that lives as long as the values. */

#pragma once

#include "tend-compose.h"

G_BEGIN_DECLS

/* A copy in @texts; NULL for NULL and for "". */
const char  *tend_compose_keep      (GStringChunk  *texts,
                                     const char    *text);
/* The same for text that is handed over (transfer full). */
const char  *tend_compose_take      (GStringChunk  *texts,
                                     char          *text);
/* A line of a record's, as it is read aloud: the label of a choice. */
const char  *tend_compose_choice    (TendRecord    *record,
                                     const char    *field);
/* The carer, as the head of a letter. */
gboolean     tend_compose_provider  (TendVault     *vault,
                                     GStringChunk  *texts,
                                     TendParty     *party,
                                     GError       **error);
/* A person or client with the address. */
void         tend_compose_party     (TendRecord    *record,
                                     const char    *name,
                                     GStringChunk  *texts,
                                     TendParty     *party);
/* The name in full: a contract is no place for a pet name. */
const char  *tend_compose_full_name (TendRecord    *client,
                                     GStringChunk  *texts);
/* What the councils have to say in a contract or a policy. */
typedef struct
{
  const char *schemes;       /* their names, a line each */
  const char *concerns;      /* who else hears complaints: whom the carer named, and each council
                              * that is not among them; lines */
  const char *formal;        /* what they ask of a formal complaint, and of how long records are
                              * kept; sentences, a line each */
  const char *keeping;
  gboolean    england;
  gboolean    wales;
  gboolean    cover_chosen;  /* by the person */
  gboolean    cover_agreed;  /* before support begins */
} TendCouncils;

/* Of the schemes that @client is helped under; where @scheme is given too, since nothing is
 * agreed with anybody yet, of that one alone.  Without a @client of all that the carer is in and
 * of @scheme.  Both may be NULL. */
gboolean     tend_compose_councils  (TendVault     *vault,
                                     TendRecord    *client,
                                     const char    *scheme,
                                     GStringChunk  *texts,
                                     TendCouncils  *councils,
                                     GError       **error);
/* Of what has changed in a paper since it was signed: @format with @day, where there is one. */
void         tend_compose_add_change (GString      *text,
                                      const char   *format,
                                      TendDate      day);
/* The language that documents are written in, as PDF names it. */
const char  *tend_compose_language  (void);

G_END_DECLS
