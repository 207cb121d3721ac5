/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the form share: one row and how each type of field makes it. */

#pragma once

#include "tend-form.h"

G_BEGIN_DECLS

#define TEND_TYPE_FORM_ROW (tend_form_row_get_type ())
G_DECLARE_FINAL_TYPE (TendFormRow, tend_form_row, TEND, FORM_ROW, GObject)

typedef struct
{
  /* Makes the row's widget (self->widget) and its editor. */
  void (*build) (TendFormRow *self);
  /* Puts the record's value into the editor. */
  void (*show)  (TendFormRow *self);
} TendFormRowType;

/**
 * TendFormRow:
 *
 * One field on a form: not a widget, but what joins the widget to the record.
 */
struct _TendFormRow
{
  GObject                parent_instance;

  TendForm              *form;    /* NULL once the form has gone */
  TendSession           *session;
  TendRecord            *record;
  const TendField       *field;
  const TendFormRowType *type;

  GtkWidget             *widget;  /* the row itself */
  GtkWidget             *editor;  /* what has the focus and the accessible name */
  GtkLabel              *fault_label;

  char                  *typed;       /* the text last typed */
  char                  *typed_fault; /* what was typed cannot be read */
  char                  *saved_fault; /* what only saving could find out */
  gboolean               changed;     /* since it was made */
  gboolean               touched;     /* faults are shown */
  gboolean               showing;     /* changes are ours */

  GPtrArray             *choices;     /* of values; the first may be NULL, for none */
  char                  *none_label;
};

TendFormRow *tend_form_row_new          (TendForm        *form,
                                         TendSession     *session,
                                         TendRecord      *record,
                                         const TendField *field);
/* To be called by a builder: puts a place for the fault under what @widget holds. */
void         tend_form_row_dress        (TendFormRow     *self,
                                         GtkWidget       *widget,
                                         GtkWidget       *editor);
/* The value has changed by hand; @touched where there is nothing half typed. */
void         tend_form_row_edited       (TendFormRow     *self,
                                         gboolean         touched);
/* The focus has left the row. */
void         tend_form_row_left         (TendFormRow     *self);
/* Reads what was typed into the record, keeping what is wrong with it. */
void         tend_form_row_read         (TendFormRow     *self,
                                         const char      *text);
/* @message: (nullable): what the check of the whole record says of the field */
void         tend_form_row_update_fault (TendFormRow     *self,
                                         const char      *message);
void         tend_form_row_set_choices  (TendFormRow     *self,
                                         GPtrArray       *records,
                                         const char      *none_label);

extern const TendFormRowType tend_form_row_entry;
extern const TendFormRowType tend_form_row_note;
extern const TendFormRowType tend_form_row_choice;
extern const TendFormRowType tend_form_row_switch;
extern const TendFormRowType tend_form_row_words;

/* Whose people and papers a reference row offers: (nullable) the record's own client,
 * else the form's. */
const char  *tend_form_get_client       (TendForm        *self);
/* Called by a row: checks the record again. */
void         tend_form_row_notify       (TendForm        *self);
/* What is wrong with the record that no row can show, or NULL. */
const char  *tend_form_get_other_fault  (TendForm        *self);

G_END_DECLS
