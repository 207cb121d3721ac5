/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-blob.h"
#include "tend-media.h"
#include "tend-session.h"

G_BEGIN_DECLS

/* The largest file that is taken in, in bytes: a PDF is shown from memory. */
#define TEND_INTAKE_LARGEST (250 * 1000 * 1000)

typedef enum
{
  TEND_INTAKE_EMPTY,
  TEND_INTAKE_READING,
  TEND_INTAKE_READY,
  TEND_INTAKE_FAILED,
} TendIntakeState;

/**
 * TendIntake:
 *
 * A file on its way into the vault: looked at, sealed, read back and shown to nobody, all
 * in a thread of its own, while the window asks what it is.  Nothing stays of one that is
 * not kept in the end.
 *
 * Signal: "changed", when its state is another; not for each step of progress.
 */
#define TEND_TYPE_INTAKE (tend_intake_get_type ())
G_DECLARE_FINAL_TYPE (TendIntake, tend_intake, TEND, INTAKE, GObject)

TendIntake      *tend_intake_new           (TendSession *session);
/* Begins with @file, in place of any before. */
void             tend_intake_take          (TendIntake  *self,
                                            GFile       *file);
/* Lets go of the file, read or not: the thread holds the intake until it has ended. */
void             tend_intake_stop          (TendIntake  *self);
TendIntakeState  tend_intake_get_state     (TendIntake  *self);
/* 0.0 to 1.0 while reading. */
double           tend_intake_get_progress  (TendIntake  *self);
/* (nullable): what is wrong with the file and how to mend it, once failed. */
const char      *tend_intake_get_fault     (TendIntake  *self);

/* Of the file that was taken last, NULL before; its name fits a field. */
GFile           *tend_intake_get_file      (TendIntake  *self);
const char      *tend_intake_get_name      (TendIntake  *self);
/* Once ready. */
TendMedia        tend_intake_get_media     (TendIntake  *self);
gint64           tend_intake_get_size      (TendIntake  *self);
/* (nullable): changes when the file does: see g_file_info_get_etag(). */
const char      *tend_intake_get_etag      (TendIntake  *self);
/* (transfer full): to be kept in the worker. */
TendBlobDraft   *tend_intake_ref_draft     (TendIntake  *self);

G_END_DECLS
