/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-addendum.h"

void
tend_addendum_check (TendRecord *addendum,
                     TendFaults *faults)
{
  if (tend_record_is_set (addendum, "corrects") && !tend_record_is_set (addendum, "reason"))
    tend_faults_add (faults, "reason",
                     _("Please say in a few words why this is corrected. What was written first "
                       "stays in view."));
  if (!tend_record_is_set (addendum, "corrects") && tend_record_is_set (addendum, "reason"))
    tend_faults_add (faults, "corrects", _("Please choose what is corrected."));
}
