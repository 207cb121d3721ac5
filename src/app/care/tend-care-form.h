/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-file.h"

G_BEGIN_DECLS

/* The window to write one record of a person's care, with the lines in it. */

/* A new record of @section's kind about the person, of today. */
TendRecord *tend_care_new     (const TendCareSection *section,
                               TendCareFile          *file);

/* @lines: (element-type TendRecord): what is nested in @record */
void        tend_care_present (GtkWidget             *parent,
                               TendSession           *session,
                               const TendCareSection *section,
                               TendCareFile          *file,
                               TendRecord            *record,
                               GPtrArray             *lines);

/* Asks for the lines of @record, which is stored, and calls @func with them. */
typedef void (*TendCareLinesFunc) (GtkWidget             *parent,
                                   TendSession           *session,
                                   const TendCareSection *section,
                                   TendCareFile          *file,
                                   TendRecord            *record,
                                   GPtrArray             *lines);
void        tend_care_open    (GtkWidget             *parent,
                               TendSession           *session,
                               const TendCareSection *section,
                               TendCareFile          *file,
                               TendRecord            *record,
                               TendCareLinesFunc      func);

/* Faults of days that cannot be to come; @data is a TendCareEdit. */
void        tend_care_check_days (TendRecord         *record,
                                  TendFaults         *faults,
                                  gpointer            data);
/* For prepare(): where the groups of @form lie one below the other. */
GtkWidget  *tend_care_form_box      (TendForm        *form);
/* Puts @group below the one that @field is in. */
void        tend_care_insert_group (TendForm         *form,
                                    const char       *field,
                                    GtkWidget        *group);

TendCareEdit *tend_care_edit_new  (TendSession           *session,
                                   const TendCareSection *section,
                                   TendCareFile          *file,
                                   GPtrArray             *lines);
void          tend_care_edit_free (gpointer               edit);

G_END_DECLS
