/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the medicine's window share. */

#pragma once

#include "tend-medicine-form.h"

#include "tend-form.h"
#include "tend-line-list.h"

G_BEGIN_DECLS

/* The window's own, kept with it. */
typedef struct
{
  TendSession *session;
  TendDate     today;
  GPtrArray   *lines;       /* TendRecord: as the medicine had them */
  TendForm    *form;        /* borrowed: the window's */
  TendLineList *times;      /* borrowed */
  TendLineList *doses;

  TendRecord  *days;        /* of tend_medicine_days_kind */
  TendForm    *days_form;
  char        *days_seen;   /* the rule that the rows show */

  TendRecord  *old;         /* (nullable): the line that this one takes the place of */
  TendForm    *old_form;    /* with who said so */

  GtkWidget   *understood;  /* borrowed: the row that reads it back */
  const char  *off_round;   /* (nullable): who sees to what would be the carer's */
  gboolean     is_stopped;  /* written in the worker while the window waits for it */
} TendMedicineEdit;

/* tend-medicine-form-parts.c */
void       tend_medicine_form_prepare (TendForm         *form,
                                       GtkWindow        *dialog,
                                       gpointer          edit);
/* (transfer full) (element-type TendRecord): the times in the order of the day, and the
 * doses by day, as they are in the window. */
GPtrArray *tend_medicine_form_lines   (TendMedicineEdit *edit);

G_END_DECLS
