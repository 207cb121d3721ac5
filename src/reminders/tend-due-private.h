/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-due.h"
#include "tend-scheme.h"

G_BEGIN_DECLS

/* What is known of a kind of matter before there is any. */
typedef struct
{
  const char *kind;
  int         lead;    /* how many days before it is due one begins to say so */
  gboolean    own;     /* no other person is in it */
  gboolean    since;   /* the day is when it came up, not a deadline */
  const char *notice;  /* N_(): a sentence that names nobody and tells of no one's health;
                          NULL: made of the name of the credential */
} TendDueRule;

/* NULL when there is no such matter. */
const TendDueRule *_tend_due_rule    (const char  *kind);
/* (transfer full): the notice's sentence; @late: the day is over. */
char              *_tend_due_notice  (const char  *kind,
                                      gboolean     late);

/* A day's gathering. */
typedef struct
{
  TendVault   *vault;
  TendDate     on;
  TendInstant  now;
  GPtrArray   *schemes;   /* TendScheme: those the carer is in */
  GPtrArray   *items;     /* TendDueItem, reached or not */
} TendDueQuery;

/**
 * _tend_due_add:
 * @scheme: (nullable)
 * @subject: "kind/id"; taken
 * @client: (nullable): whom it is about
 * @title: (nullable): taken; else the rule's sentence
 * @detail: (nullable): taken; else when it is due
 */
TendDueItem *_tend_due_add (TendDueQuery *query,
                            const char   *kind,
                            const char   *scheme,
                            char         *subject,
                            const char   *client,
                            TendDate      due_on,
                            char         *title,
                            char         *detail);

/* The sources; each adds what it knows of, however far ahead. */
gboolean _tend_due_add_papers  (TendDueQuery *query, GError **error);
gboolean _tend_due_add_scheme  (TendDueQuery *query, GError **error);
gboolean _tend_due_add_care    (TendDueQuery *query, GError **error);
gboolean _tend_due_add_privacy (TendDueQuery *query, GError **error);
gboolean _tend_due_add_money   (TendDueQuery *query, GError **error);

/* Everything the sources know, with what has been answered left out and what is put off
 * marked by a day to come in `until`. (element-type TendDueItem) */
GPtrArray *_tend_due_known     (TendVault    *vault,
                                TendDate      on,
                                GError      **error);
/* Leaves in those that have reached a step and are not put off, and sets the step. */
void       _tend_due_filter    (GPtrArray    *items,
                                TendDate      on);

G_END_DECLS
