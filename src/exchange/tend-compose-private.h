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
/* The language that documents are written in, as PDF names it. */
const char  *tend_compose_language  (void);

G_END_DECLS
