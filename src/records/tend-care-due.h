/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* What of the care record is to be looked at by a day: reviews, follow-ups of incidents
 * and complaints that are not settled.  Reviews end with the care of a person; what
 * happened is followed up all the same. */
typedef struct
{
  const TendKind *kind;
  char           *id;      /* of the first that is due */
  char           *name;    /* whose it is; "" for nobody in particular */
  TendDate        due;     /* of the first; of a complaint the day it came */
  guint           n;       /* of this kind and person */
} TendCareDue;

void       tend_care_due_free (TendCareDue *self);
/* (element-type TendCareDue): one for each kind and person, the longest due first. */
GPtrArray *tend_care_due_list (TendVault   *vault,
                               TendDate     date,
                               GError     **error);

/* (transfer full): "Follow up an incident: Joan Booth"; "3 of them, since 17 November". */
char      *tend_care_due_title  (const TendCareDue *self);
char      *tend_care_due_detail (const TendCareDue *self);

G_END_DECLS
