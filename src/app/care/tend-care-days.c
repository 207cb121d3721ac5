/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-days.h"

#include <glib/gi18n-lib.h>

void
tend_care_check_past (TendSession       *session,
                      TendRecord        *record,
                      const char *const *fields,
                      TendFaults        *faults)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      const TendField *field = tend_kind_field (tend_record_get_kind (record), fields[i]);
      gint64 latest = field->type == TEND_FIELD_INSTANT ? tend_session_get_now (session)
                                                        : tend_session_get_today (session);

      if (tend_record_is_set (record, field->name) &&
          tend_record_get_int (record, field->name) > latest)
        tend_faults_add (faults, field->name, _("That is still to come: check the date."));
    }
}
