/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the visit record share: the window; -form, what is on it; -times, when
 * it was; -care, what is written down of the person; -trip, the journey to it; -closed, what
 * stands in their place once the record is closed.
 */

#pragma once

#include "tend-chips.h"
#include "tend-form.h"
#include "tend-moment-row.h"
#include "tend-task-list.h"
#include "tend-visit-dialog.h"
#include "tend-visit-sheet.h"

G_BEGIN_DECLS

#define TEND_TYPE_VISIT_DIALOG (tend_visit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendVisitDialog, tend_visit_dialog, TEND, VISIT_DIALOG, AdwWindow)

struct _TendVisitDialog
{
  AdwWindow            parent_instance;

  TendSession         *session;
  GtkWidget           *owner;      /* weak: where the dialogue was opened from */
  char                *id;
  TendVisitSheet      *sheet;      /* NULL until loaded */
  TendForm            *form;       /* of the visit */
  TendForm            *trip_form;
  guint                draft_timeout;
  gboolean             loading;    /* changes are ours */
  gboolean             saving;
  gboolean             writing_up; /* an incident comes next */

  /* template */
  AdwWindowTitle      *title;
  GtkButton           *close_button;
  GtkButton           *save_button;
  GtkStack            *stack;
  GtkRevealer         *draft_bar;
  GtkLabel            *fault_label;
  GtkFlowBox          *outcome_box;
  GtkToggleButton     *done_button;
  GtkToggleButton     *cancelled_button;
  GtkToggleButton     *missed_button;
  GtkToggleButton     *planned_button;
  GtkLabel            *billed_label;
  AdwPreferencesGroup *plan_group;
  AdwPreferencesGroup *times_group;
  AdwPreferencesGroup *reason_group;
  AdwPreferencesGroup *correction_group;
  AdwPreferencesGroup *how_group;
  AdwPreferencesGroup *note_group;
  AdwPreferencesGroup *more_group;
  AdwPreferencesGroup *miles_group;
  AdwPreferencesGroup *concern_group;
  AdwPreferencesGroup *charge_group;
  GtkBox              *tasks_box;
  GtkBox              *closed_box;

  /* rows, made once loaded */
  TendMomentRow       *planned_start;
  TendMomentRow       *planned_end;
  TendMomentRow       *actual_start;
  TendMomentRow       *actual_end;
  TendRecord          *day;        /* a record with the day alone, for its row */
  TendForm            *day_form;
  GtkWidget           *cancelled_row;
  TendTaskList        *tasks;
  AdwExpanderRow      *miles_row;
  GtkWidget           *note_button; /* of a closed record */
  AdwExpanderRow      *more_row;
  AdwExpanderRow      *money_row;
  AdwExpanderRow      *concern_row;
  TendChips           *chips[2];
};

/* -form */
void        _tend_visit_dialog_build   (TendVisitDialog  *self);
/* Shows everything anew from the sheet. */
void        _tend_visit_dialog_show    (TendVisitDialog  *self);
/* Which outcome is chosen: "done", "cancelled", "missed" or "planned". */
const char *_tend_visit_dialog_outcome (TendVisitDialog  *self);
gboolean    _tend_visit_dialog_is      (TendVisitDialog  *self,
                                        TendVisitStatus   outcome);
/* Brings what is on view into the sheet; FALSE, with the fault shown, when it
 * cannot be saved so. */
gboolean    _tend_visit_dialog_collect (TendVisitDialog  *self);
/* The same as far as it goes, for a draft. */
void        _tend_visit_dialog_gather  (TendVisitDialog  *self);
void        _tend_visit_dialog_changed (TendVisitDialog  *self);
/* Goes on to an incident of this visit; saves first what can still be saved. */
void        _tend_visit_dialog_write_up (TendVisitDialog *self);
/* What follows from what has been chosen and typed. */
void        _tend_visit_dialog_update  (TendVisitDialog  *self);
/* Keeps in the sheet what is half typed, for those rows that the outcome asks for. */
void        _tend_visit_dialog_note_typed (TendVisitDialog *self);
void        _tend_visit_dialog_show_fault (TendVisitDialog *self,
                                           const char      *message);

/* What is said where a correction has no reason yet. */
const char *_tend_visit_dialog_ask_why (void);

/* -times */
void        _tend_visit_dialog_build_times  (TendVisitDialog *self);
void        _tend_visit_dialog_show_times   (TendVisitDialog *self);
/* Brings the times that the outcome asks for into @visit. */
void        _tend_visit_dialog_gather_times (TendVisitDialog *self,
                                             TendRecord      *visit);
/* (transfer full) (nullable): what was written before it was corrected. */
char       *_tend_visit_dialog_describe_first (TendRecord    *visit);
/* What is half typed, as for tend_form_type(). */
void        _tend_visit_dialog_add_typed_times (TendVisitDialog *self,
                                                GStrvBuilder    *typed);
void        _tend_visit_dialog_type_times   (TendVisitDialog *self,
                                             const char *const *typed);
/* FALSE, with the fault shown, when they cannot be read. */
gboolean    _tend_visit_dialog_check_times  (TendVisitDialog *self);

/* -care */
void        _tend_visit_dialog_build_care   (TendVisitDialog *self);
void        _tend_visit_dialog_show_care    (TendVisitDialog *self);
void        _tend_visit_dialog_update_money (TendVisitDialog *self);
void        _tend_visit_dialog_clear_care   (TendVisitDialog *self);

/* -closed */
void        _tend_visit_dialog_build_closed (TendVisitDialog *self);
/* Moves the focus to what can still be done. */
void        _tend_visit_dialog_begin_closed (TendVisitDialog *self);

/* -trip */
void        _tend_visit_dialog_build_trip   (TendVisitDialog *self);
void        _tend_visit_dialog_show_trip    (TendVisitDialog *self);

G_END_DECLS
