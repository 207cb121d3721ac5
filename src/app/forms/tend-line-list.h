/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-form.h"

G_BEGIN_DECLS

/* What a list of lines is made from: one kind of record that lies in another. */
typedef struct
{
  const char        *kind;
  const char        *title;    /* N_("Tasks") */
  const char        *add;      /* N_("Add a Task"): of the window, and heard at the button */
  const char        *change;   /* N_("Task"): of the window of one that is there */
  const char        *nothing;  /* N_(): what to say while there is none */
  const char *const *fields;   /* of the window, as in tend_record_dialog_present() */
  const char *const *heading;  /* fields that name a row: the first that is set */
  const char *const *detail;   /* fields below */
  const char        *now;      /* (nullable): an instant that is the present in a new one */
  /* (nullable): more in the window than rows, and more faults; called with the list */
  TendRecordPrepareFunc prepare;
  TendFormCheckFunc     check;
} TendLineType;

/**
 * TendLineList:
 *
 * The lines of a record, to be added, changed in a window of their own, put in
 * another order and taken out.  Nothing is saved here: whoever saves the record
 * takes the lines from tend_line_list_dup_lines().
 *
 * Signal: "changed".
 */
#define TEND_TYPE_LINE_LIST (tend_line_list_get_type ())
G_DECLARE_FINAL_TYPE (TendLineList, tend_line_list, TEND, LINE_LIST, AdwPreferencesGroup)

/**
 * tend_line_list_new:
 * @type: static
 * @parent: the record that the lines lie in
 * @lines: (element-type TendRecord): those of other kinds are left out
 * @client: (nullable): whose people lines can refer to
 * @names: (nullable): as in tend_record_words()
 */
GtkWidget *tend_line_list_new       (TendSession        *session,
                                     const TendLineType *type,
                                     TendRecord         *parent,
                                     GPtrArray          *lines,
                                     const char         *client,
                                     GHashTable         *names);
/* Makes the list a part of @form, that of the parent: what is done to the lines is kept in
 * its draft, and so is a line that was begun and left. */
void       tend_line_list_join      (TendLineList       *self,
                                     TendForm           *form);
/* Adds copies of the lines to @lines, in their order. */
void       tend_line_list_dup_lines (TendLineList       *self,
                                     GPtrArray          *lines);

/* (transfer full): the words of a line, for a list that is only read. */
char      *tend_line_heading        (const TendLineType *type,
                                     TendRecord         *line,
                                     GHashTable         *names);

G_END_DECLS
