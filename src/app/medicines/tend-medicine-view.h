/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-medicine-file.h"
#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendMedicineView:
 *
 * A window about one medicine that is asked for again when anything changes.
 */
typedef struct _TendMedicineView TendMedicineView;

/* @file: as it is now */
typedef void (*TendMedicineShowFunc) (TendMedicineView *self,
                                      TendMedicineFile *file,
                                      gpointer          data);

struct _TendMedicineView
{
  GtkWindow            *window;   /* owns this */
  AdwPreferencesPage   *page;
  TendSession          *session;
  char                 *id;
  TendMedicineFile     *file;     /* as last loaded, or NULL */
  GPtrArray            *moves;    /* TendRecord of stock, the latest first */
  GCancellable         *asking;
  TendMedicineShowFunc  show;
  gpointer              data;
  GDestroyNotify        free_data;
};

/* Not presented yet. */
TendMedicineView    *tend_medicine_view_new       (GtkWidget            *parent,
                                                   TendSession          *session,
                                                   const char           *id,
                                                   const char           *title,
                                                   TendMedicineShowFunc  show,
                                                   gpointer              data,
                                                   GDestroyNotify        free_data);
AdwPreferencesGroup *tend_medicine_view_add_group (TendMedicineView     *self,
                                                   const char           *title,
                                                   const char           *about);
void                 tend_medicine_view_present   (TendMedicineView     *self);

G_END_DECLS
