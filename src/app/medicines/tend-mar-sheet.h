/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar-round.h"

G_BEGIN_DECLS

/**
 * TendMarSheet:
 *
 * All that the page of one person's chart shows, in one answer.  Counted by reference: what
 * is on view goes on living while a newer one is being read.
 */
typedef struct
{
  TendMarChart *chart;    /* a cycle of 28 days */
  TendRecord   *client;
  char         *name;
  GPtrArray    *prompts;  /* TendMarPrompt */
  guint         n_gaps;   /* of the four weeks up to now, whichever cycle they lie in */
  char         *gap;      /* (nullable): the oldest of them, by tend_mar_dose_key() */
  char         *gap_title; /* (nullable): "Warfarin 1 mg tablets, 20 Nov 2026, 12:30" */
  TendDate      today;
  TendInstant   now;      /* when it was read */
} TendMarSheet;

/* In the worker: the cycle that @date lies in. */
TendMarSheet *tend_mar_sheet_load      (TendVault         *vault,
                                        const char        *client,
                                        TendDate           date,
                                        TendInstant        now,
                                        GError           **error);
/* The same as a question of tend_session_query(). */
typedef struct _TendMarQuestion TendMarQuestion;
TendMarQuestion *tend_mar_question_new (const char        *client,
                                        TendDate           date,
                                        TendInstant        now);
void          tend_mar_question_free   (gpointer           question);
gpointer      tend_mar_question_answer (TendVault         *vault,
                                        gpointer           question,
                                        GError           **error);

TendMarSheet *tend_mar_sheet_ref       (TendMarSheet      *self);
void          tend_mar_sheet_unref     (TendMarSheet      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendMarSheet, tend_mar_sheet_unref)

/* (nullable): the line of a medicine. */
TendMarLine  *tend_mar_sheet_line      (TendMarSheet      *self,
                                        const char        *medication);
/* (nullable): the dose that @draft is still to be written for.  Of two that are due at once,
 * where the clocks go forward, the first that nothing is written of. */
TendMarSlot  *tend_mar_line_slot       (TendMarLine       *line,
                                        TendRecord        *draft);
/* When a dose was that was not due: as needed, or odd. */
TendInstant   tend_mar_other_time      (const TendMarSlot *slot);
/* Whether it may be signed by now. */
gboolean      tend_mar_slot_is_open    (TendMarLine       *line,
                                        const TendMarSlot *slot,
                                        TendInstant        now);

/* What to call a dose: "MEDICATION\@2026-06-02T08:00". (transfer full) */
char         *tend_mar_dose_key        (TendMarLine       *line,
                                        TendInstant        due_at);

G_END_DECLS
