/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Wording that the carer can edit: CommonMark with places to fill.
 *
 *   {{client.name}}           the value.  Marks of CommonMark in it are kept as typed.
 *                             Its lines are joined by commas, or kept as lines when
 *                             the place stands alone on a line.
 *   - {{rates}}               one item for each line of the value; "label TAB text" in
 *                             it becomes "**label**: text"
 *   {{#mileage}}…{{/mileage}} only where the value is not empty
 *   {{^mileage}}…{{/mileage}} only where it is empty
 */

typedef struct
{
  const char *name;         /* "client.name" */
  const char *description;  /* translatable with _() */
} TendPlaceholder;

/* (transfer full) (element-type utf8 utf8): the text of each place, in their order; for
 * tend_template_fill().  A text that is %NULL is an empty value. */
GHashTable *tend_template_values (const TendPlaceholder *places,
                                  const char *const     *texts,
                                  gsize                  n);

/**
 * tend_template_fill:
 * @values: (element-type utf8 utf8): plain text by name; "" is a known empty value
 *
 * Returns: (transfer full): CommonMark.  TEND_ERROR_INVALID names the line and
 *   the place that is not known, or the section that is not closed.
 */
char       *tend_template_fill   (const char   *markdown,
                                  GHashTable   *values,
                                  GError      **error);

/**
 * tend_template_load:
 * @name: "contract"
 *
 * Returns: (transfer full): Tend's own wording, for a carer who has not changed it.
 *   TEND_ERROR_NOT_FOUND when there is none of that name
 */
char       *tend_template_load   (const char   *name,
                                  GError      **error);

/**
 * tend_template_fill_own:
 * @name: as for tend_template_load()
 * @wording: (nullable): the carer's own; Tend's where there is none
 *
 * Returns: (transfer full): as tend_template_fill()
 */
char       *tend_template_fill_own (const char   *name,
                                    const char   *wording,
                                    GHashTable   *values,
                                    GError      **error);

G_END_DECLS
