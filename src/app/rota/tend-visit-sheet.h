/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-undo.h"
#include "tend-visits.h"

G_BEGIN_DECLS

/**
 * TendVisitSheet:
 *
 * All that the visit record shows and changes, in one answer: the visit, its
 * tasks and its journey.  Made and saved in the worker, edited in the window.
 */
typedef struct
{
  char       *id;           /* as asked for, "PATTERN@DATE" included */
  TendRecord *visit;
  GPtrArray  *tasks;        /* TendRecord */
  TendRecord *trip;         /* stored, or a guess by the last one to this client */
  gboolean    has_trip;     /* whether the journey is to be kept */
  TendRecord *agreement;    /* (nullable): in force on the day */
  char       *client_name;
  char       *service_name; /* (nullable) */
  char       *repeats;      /* (nullable): "Every week on Monday" */
  gboolean    billed;
  gboolean    closed;       /* its words and tasks stay as they are */
  GPtrArray  *addenda;      /* TendRecord: what was added to it since */
  TendInstant now;          /* when it was loaded; to be set before it is saved */

  TendRecord *visit_before; /* as loaded, to tell what has been typed */
  TendRecord *trip_before;
  GPtrArray  *tasks_before;
  gboolean    had_trip;
  gboolean    from_draft;   /* what had been typed and not saved is in it */
  GStrv       typed;        /* (nullable): half typed, as for tend_draft_make(); those of */
  GStrv       trip_typed;   /* the visit are fields and the times on view */
} TendVisitSheet;

void            tend_visit_sheet_free       (TendVisitSheet  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendVisitSheet, tend_visit_sheet_free)

TendVisitSheet *tend_visit_sheet_load       (TendVault       *vault,
                                             const char      *id,
                                             TendInstant      now,
                                             GError         **error);
/* Saves visit, tasks and journey, and forgets the draft. */
TendUndo       *tend_visit_sheet_save       (TendVault       *vault,
                                             TendVisitSheet  *self,
                                             GError         **error);
/* (transfer full): a copy to hand to the worker. */
TendVisitSheet *tend_visit_sheet_copy       (TendVisitSheet  *self);

gboolean        tend_visit_sheet_is_changed (TendVisitSheet  *self);
/* Keeps what differs from what is stored, or forgets it when nothing does. */
gboolean        tend_visit_sheet_keep_draft (TendVault       *vault,
                                             TendVisitSheet  *self,
                                             GError         **error);
/* Back to what is stored. */
void            tend_visit_sheet_reset      (TendVisitSheet  *self);

G_END_DECLS
