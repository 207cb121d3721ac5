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
  char           *id;      /* of the first of them */
  char           *client;  /* whose it is, or NULL */
  char           *name;    /* "" for nobody in particular */
  TendDate        due;     /* of a complaint the day it came */
  guint           n;       /* of this kind, person and day */
} TendCareDue;

void       tend_care_due_free (TendCareDue *self);
/* (element-type TendCareDue): due up to @last, one for each kind, person and day, the longest
 * due first. */
GPtrArray *tend_care_due_list (TendVault   *vault,
                               TendDate     last,
                               GError     **error);

/* (transfer full): "Follow up an incident: Joan Booth"; "3 of them, for 17 November 2026." */
char      *tend_care_due_title  (const TendCareDue *self);
char      *tend_care_due_detail (const TendCareDue *self);

G_END_DECLS
