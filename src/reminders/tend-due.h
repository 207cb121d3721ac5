/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/**
 * TendDueItem:
 *
 * Something that is to be done by a day.  Title and detail are for the carer's eyes in the
 * window; what is told where others may read it is in tend-notice.h and names nobody.
 */
typedef struct
{
  char       *id;       /* stays the same until the day it is due on changes; says nothing of
                           what it is about */
  const char *kind;     /* "dbs", "care_plan", "invoice"; static, a rule's (tend-due-rules.c) */
  char       *scheme;   /* the one whose clock it is, or NULL */
  char       *subject;  /* "kind/id" */
  char       *client;   /* the person it is about, or NULL */
  TendDate    due_on;
  int         days;     /* left; negative once it is over */
  int         step;     /* the one reached last: 90 … 1, 0, -7, -14 … */
  char       *title;
  char       *detail;
  gboolean    own;      /* the carer's own deadline, with no other person in it */
  TendDate    until;    /* it was put off until this day, which has come; else NONE */
} TendDueItem;

void      tend_due_item_free  (TendDueItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendDueItem, tend_due_item_free)

/**
 * tend_due_step:
 * @days: left until the day
 * @lead: how many days before it one begins to say so
 *
 * Which step of the ladder has been reached: 90, 60, 30, 14, 7, 1 and 0 days before, then
 * every week after (domain.md, section 5).
 *
 * Returns: whether there is one yet; then *@step is the last
 */
gboolean  tend_due_step       (int          days,
                               int          lead,
                               int         *step);

/**
 * tend_due_items:
 *
 * What has reached its first step on @on and has not been answered, what is due first at
 * the beginning.
 *
 * Returns: (element-type TendDueItem) (transfer full)
 */
GPtrArray *tend_due_items     (TendVault   *vault,
                               TendDate     on,
                               GError     **error);
/* (transfer full): "In 30 days, on Monday 15 March 2027." */
char      *tend_due_when      (TendDate     due_on,
                               TendDate     on);

/* What the carer answers: for this matter and this day it is due on. */
typedef enum
{
  TEND_DUE_SNOOZED,        /* until a day */
  TEND_DUE_DONE,
  TEND_DUE_NOT_APPLICABLE, /* for a reason */
} TendDueState;

/* (transfer full): the answer, not saved yet. */
TendRecord *tend_due_answer   (const TendDueItem *item,
                               TendDueState       state,
                               TendDate           until,
                               const char        *reason,
                               TendDate           on);

G_END_DECLS
