/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-form.h"

G_BEGIN_DECLS

/* The field "scheme" of a record, to be chosen by name. @schemes: TendScheme, those of the
 * carer */

/* Sets it where the carer is in one alone. */
void tend_scheme_row_guess (TendRecord *record,
                            GPtrArray  *schemes);
/* A row at the end of @form's first group; none where there is nothing to choose. */
void tend_scheme_row_add   (TendForm   *form,
                            GPtrArray  *schemes);
/* (transfer none): "Local Help My Way"; the id itself where there is no such file, and NULL
 * for none. */
const char *tend_scheme_row_name (GPtrArray  *schemes,
                                  const char *id);

G_END_DECLS
