/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/**
 * TendScheme:
 *
 * What one council asks of the people on its list: a file of data/schemes, whose README
 * says what the keys mean.  To add a county is to add a file.
 */
typedef struct _TendScheme TendScheme;

/* (element-type TendScheme): by id.  @vault: (nullable): its corrected figures take the
 * place of the files'. */
GPtrArray        *tend_schemes_load       (TendVault         *vault,
                                           GError           **error);
/* The same, for those alone that the carer is in. */
GPtrArray        *tend_schemes_of_carer   (TendVault         *vault,
                                           GError           **error);
/* (nullable) (transfer none): among @schemes. */
const TendScheme *tend_schemes_find       (GPtrArray         *schemes,
                                           const char        *id);
/* A profile from its text: TEND_ERROR_INVALID names the group that is wrong: a figure
 * without its source, a rule whose check or figure there is not, words of no severity. */
TendScheme       *tend_scheme_parse       (const char        *id,
                                           const char        *text,
                                           gsize              length,
                                           GError           **error);
void              tend_scheme_free        (TendScheme        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendScheme, tend_scheme_free)

const char       *tend_scheme_get_id      (const TendScheme  *self);  /* "staffordshire" */
const char       *tend_scheme_get_name    (const TendScheme  *self);  /* "Local Help My Way" */
/* (transfer full) (nullable): another key of the group [scheme]: "council", "contact". */
char             *tend_scheme_get_text    (const TendScheme  *self,
                                           const char        *key);
/* (transfer full) (array zero-terminated=1): a list in any group; empty when there is none. */
GStrv             tend_scheme_get_list    (const TendScheme  *self,
                                           const char        *group,
                                           const char        *key);

/* Dated figures */

typedef struct
{
  gint64    value;      /* pence, years, people: see @unit */
  TendDate  from;       /* TEND_DATE_NONE: always; both days inclusive */
  TendDate  to;         /* TEND_DATE_NONE: still */
  char     *unit;
  char     *source;
  gboolean  corrected;  /* by the carer */
  TendDate  entered_on; /* when; NONE: not known, or not corrected */
} TendSchemeFigure;

/* (nullable) (transfer none): the figure in force on @on: of several the latest to begin, so
 * that what a correction for some weeks replaced is in force again after them. */
const TendSchemeFigure *tend_scheme_figure (const TendScheme *self,
                                           const char        *name,
                                           TendDate           on);
/* (nullable) (transfer none): the last one there has been by @on, whether it still holds. */
const TendSchemeFigure *tend_scheme_last_figure (const TendScheme *self,
                                           const char        *name,
                                           TendDate           on);
/* (element-type utf8) (transfer container): the names of all figures, in order. */
GPtrArray        *tend_scheme_figure_names (const TendScheme *self);

/* Rules */

/* One rule, or a part of one that asks for several things: "[rule CA07 complaints]". */
typedef struct
{
  const TendScheme *scheme;
  char             *id;     /* "CA07" */
  char             *part;   /* (nullable): "complaints" */
  char             *group;
  char             *check;  /* the function that sees to it (tend-check-private.h) */
} TendRule;

/* (element-type TendRule) (transfer none): in the order of the file. */
GPtrArray        *tend_scheme_get_rules   (const TendScheme  *self);
/* (transfer full) (nullable): a key of the rule. */
char             *tend_rule_get_text      (const TendRule    *self,
                                           const char        *key);
gboolean          tend_rule_get_flag      (const TendRule    *self,
                                           const char        *key);

/* Whose */

/* Whether an address is in the county as far as its @postcode tells; TRUE for none. */
gboolean          tend_scheme_has_postcode (const TendScheme *self,
                                           const char        *postcode);
/**
 * tend_schemes_concern:
 * @schemes: those that the carer is in
 *
 * Whether @client is helped under @self: where the client's record names schemes, if it
 * names this one; else by the postcode, if that belongs to one of @schemes alone.
 */
gboolean          tend_schemes_concern    (GPtrArray         *schemes,
                                           const TendScheme  *self,
                                           TendRecord        *client);

G_END_DECLS
