/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-time.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A question with more than two answers, each in words of its own. */

typedef struct
{
  const char *id;       /* what is told back */
  const char *title;    /* "Only this one" */
  const char *subtitle; /* (nullable): what would come of it */
  /* (nullable): this answer takes a reason; what is said beside the field without one */
  const char *needs;
} TendAnswer;

/* @id: %NULL when the question was put aside; @reason: what was typed, or %NULL */
typedef void (*TendAnswerFunc) (const char *id,
                                const char *reason,
                                gpointer    user_data);

/**
 * tend_question_present:
 * @reason: (nullable): asks for a reason as well, under this label
 * @func: called exactly once
 *
 * A small modal window: the answers one below the other, and "Leave It as It Is"
 * (Escape), which is always there.  Where an answer takes a reason, that is where one begins.
 */
void tend_question_present (GtkWidget        *parent,
                            const char       *heading,
                            const char       *body,
                            const char       *reason,
                            const TendAnswer *answers,
                            gsize             n_answers,
                            TendAnswerFunc    func,
                            gpointer          user_data);

/* Which of the two moments is meant by a time in the hour that comes twice; the
 * answers are "first" and "second". */
void tend_question_twice   (GtkWidget        *parent,
                            TendDate          date,
                            TendClock         clock,
                            TendAnswerFunc    func,
                            gpointer          user_data);

G_END_DECLS
