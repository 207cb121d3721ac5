/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-vault.h"

G_BEGIN_DECLS

/**
 * TendStatement:
 *
 * One prepared statement.  Values are bound by name (":date"), columns read by
 * number next to the SELECT that lists them.  For src/records; sqlite3.h stays
 * inside src/vault.  Preparing is cached per vault by the SQL text, so making
 * one is cheap; freeing it resets and returns it to the cache.
 */
typedef struct _TendStatement TendStatement;

typedef enum { TEND_STEP_ERROR, TEND_STEP_ROW, TEND_STEP_DONE } TendStep;

TendStatement *tend_statement_new       (TendVault      *vault,
                                         const char     *sql,
                                         GError        **error);
void           tend_statement_free      (TendStatement  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendStatement, tend_statement_free)

void           tend_statement_bind_text (TendStatement  *self,
                                         const char     *name,
                                         const char     *text);  /* NULL binds NULL; copied */
void           tend_statement_bind_int  (TendStatement  *self,
                                         const char     *name,
                                         gint64          value);
void           tend_statement_bind_null (TendStatement  *self,
                                         const char     *name);
/* Dates are stored as ISO text; TEND_DATE_NONE binds NULL. */
void           tend_statement_bind_date (TendStatement  *self,
                                         const char     *name,
                                         int             date);

TendStep       tend_statement_step      (TendStatement  *self,
                                         GError        **error);
/* For INSERT, UPDATE, DELETE: steps to the end. */
gboolean       tend_statement_run       (TendStatement  *self,
                                         GError        **error);
/* To bind and step again; bindings are cleared. */
void           tend_statement_reset     (TendStatement  *self);
int            tend_statement_n_changed (TendStatement  *self);

gint64         tend_statement_get_int   (TendStatement  *self,
                                         int             column);  /* 0 for NULL */
const char    *tend_statement_get_text  (TendStatement  *self,
                                         int             column);  /* NULL for NULL; until
                                                                      the next step */
int            tend_statement_get_date  (TendStatement  *self,
                                         int             column);  /* TEND_DATE_NONE for NULL */
gboolean       tend_statement_is_null   (TendStatement  *self,
                                         int             column);

/* Runs SQL without values; several statements may be given. */
gboolean       tend_vault_exec          (TendVault      *vault,
                                         const char     *sql,
                                         GError        **error);

G_END_DECLS
