/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* Values of a record as people type and read them.  The interchange text of
 * tend_record_format() is for files; this is for rows of a form.
 */

/* (transfer full): "2 Jun 2026", "£20.00", "1 h 30 min", "7.4", "08:30"; "" when
 * not set.  A choice is its label, a boolean "Yes" or "". */
char    *tend_field_text_format (TendRecord       *record,
                                 const TendField  *field);
/* The same for a field by its name. */
char    *tend_field_text_show   (TendRecord       *record,
                                 const char       *field);

/**
 * tend_field_text_parse:
 * @text: what was typed; blank clears the field
 * @today: what a date without its year is nearest to
 *
 * Reads any field but choices, references and booleans.  TEND_ERROR_INVALID says
 * how to write it; the record is then without that value.
 */
gboolean tend_field_text_parse  (TendRecord       *record,
                                 const TendField  *field,
                                 const char       *text,
                                 TendDate          today,
                                 GError          **error);

/**
 * tend_minutes_parse:
 * @bare_is_hours: what a number alone means
 *
 * Reads a length of time: "90", "1 h 30", "1h30", "1:30", "1.5 h", "45 min", "2 hours".
 */
gboolean tend_minutes_parse     (const char       *text,
                                 gboolean          bare_is_hours,
                                 gint64           *minutes,
                                 GError          **error);

G_END_DECLS
