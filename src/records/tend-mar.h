/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar-code.h"
#include "tend-medicines.h"
#include "tend-stock.h"

G_BEGIN_DECLS

/* The MAR chart of one person for some days: what was due, and what became of it. */

#define TEND_MAR_CYCLE_DAYS 28

typedef enum
{
  TEND_SLOT_DUE,          /* its window has not passed */
  TEND_SLOT_RECORDED,
  TEND_SLOT_LATE,         /* recorded, after its window had passed */
  TEND_SLOT_GAP,          /* the window passed and nothing is written */
  TEND_SLOT_CORRECTED,    /* recorded, and the entry took the place of another */
  TEND_SLOT_NOT_MINE,     /* somebody else's to see to; may have an entry */
  TEND_SLOT_NOT_IN_CYCLE, /* before the first day or after the last */
} TendSlotState;

typedef struct
{
  TendInstant    due_at;    /* TEND_INSTANT_NONE for a dose that was not due */
  int            time;      /* which of the medicine's times; -1 for none */
  TendSlotState  state;
  const char    *by;        /* "me", "person", "family", "other": whose it is to see to */
  gint64         dose;      /* what is due, in thousandths; 0 where it is not said, and after a
                               test until the dose that came of it is written */
  TendRecord    *entry;     /* (nullable) the entry in force */
  GPtrArray     *struck;    /* (nullable) TendRecord: the entries it took the place of, first
                               the oldest */
} TendMarSlot;

typedef struct
{
  TendMedicine *medicine;
  GPtrArray    *slots;    /* TendMarSlot by time: each dose that is due, or not in the cycle */
  GPtrArray    *others;   /* TendMarSlot by time: doses that were not due: as needed, or odd */
  TendStock     stock;    /* on the last day, or today if that is earlier */
} TendMarLine;

typedef struct
{
  char      *client;
  TendDate   from;
  TendDate   to;
  TendDate   today;     /* the day up to which all of it is told */
  int        version;   /* of the person's charts: 1 is that of their first cycle; one more for
                           each cycle after it, and for each day that a line began or ended on */
  int        first_version; /* which these days began with: those between were replaced */
  GPtrArray *lines;     /* TendMarLine */
  guint      n_due;     /* the carer's own, as needed left out */
  guint      n_recorded;
  guint      n_given;   /* taken, or part taken */
  guint      n_gaps;
} TendMarChart;

void          tend_mar_chart_free    (TendMarChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendMarChart, tend_mar_chart_free)

/* "due", "not_in_cycle": as tend-cli answers. */
const char   *tend_slot_state_name   (TendSlotState  state);

/**
 * tend_mar_cycle_start:
 *
 * The first day of the 28-day cycle that @date lies in: counted from the client's chart_from,
 * else from the Monday on or before the first medicine begins, else of that week.
 */
TendDate      tend_mar_cycle_start   (TendVault     *vault,
                                      TendRecord    *client,
                                      TendDate       date,
                                      GError       **error);
/**
 * tend_mar_chart_load:
 * @now: what has not come by then is due, and no gap
 */
TendMarChart *tend_mar_chart_load    (TendVault     *vault,
                                      const char    *client,
                                      TendDate       from,
                                      int            days,
                                      TendInstant    now,
                                      GError       **error);

/* Writing.  The chart is append-only. */

/* The first moment at which a dose due at @due_at may be signed. */
TendInstant   tend_mar_opens_at      (TendRecord    *medication,
                                      TendInstant    due_at);
/* The last moment before it is a gap. */
TendInstant   tend_mar_closes_at     (TendRecord    *medication,
                                      TendInstant    due_at);

/* How many entries in force a dose that is due at @due_at may have: one, or as many as there are
 * times on that moment where the clocks go forward. */
guint         tend_mar_count_due     (TendMedicine  *medicine,
                                      TendInstant    due_at);
/* (element-type TendRecord): the entries in force for that dose, the first written first. */
GPtrArray    *tend_mar_entries_at    (TendVault     *vault,
                                      const char    *medication,
                                      TendInstant    due_at,
                                      GError       **error);

/* (transfer full): what does not go together in @entry, field by field: a code with another
 * outcome, no note where the code asks for one, no quantity for a dose that varies, no
 * count of a controlled drug, a time that has not come. */
TendFaults   *tend_mar_entry_faults  (TendMedicine  *medicine,
                                      TendRecord    *entry,
                                      TendInstant    now);
/**
 * tend_mar_sign:
 * @entry: new; its written_at, and initials where there are none, are set here
 *
 * Writes down what became of a dose.  TEND_ERROR_INVALID for the first of
 * tend_mar_entry_faults().  TEND_ERROR_STOPPED before the window opens, for a dose that has
 * an entry already, and for one as needed that the guard holds back without advised_by -
 * unless it has been given (@already_taken), which is always written.
 */
gboolean      tend_mar_sign          (TendVault     *vault,
                                      TendRecord    *entry,
                                      gboolean       already_taken,
                                      TendInstant    now,
                                      GError       **error);
/**
 * tend_mar_correct:
 * @entry: new, with supersedes and correction_reason
 *
 * Strikes an entry through and writes another in its place.  The same errors as
 * tend_mar_sign(), and TEND_ERROR_STOPPED when it has been corrected already.
 */
gboolean      tend_mar_correct       (TendVault     *vault,
                                      TendRecord    *entry,
                                      TendInstant    now,
                                      GError       **error);
/* How somebody signs: "CM" of Christine Marsh. (transfer full) */
char         *tend_mar_initials      (const char    *name);
/* The carer's. (transfer full) */
char         *tend_mar_own_initials  (TendVault     *vault);
/* Adds what a dose did, or what is to be said of it later; dated @now. */
gboolean      tend_mar_add_note      (TendVault     *vault,
                                      TendRecord    *entry,
                                      const char    *kind,
                                      const char    *text,
                                      TendInstant    now,
                                      GError       **error);
/* The same of a note that says more: new, with its words; the rest is set here. */
gboolean      tend_mar_write_note    (TendVault     *vault,
                                      TendRecord    *entry,
                                      TendRecord    *note,
                                      TendInstant    now,
                                      GError       **error);
/* A new incident about a dose that the guard held back and was taken, or of stock that
 * does not add up: kind, time and facts filled in, unsaved. */
TendRecord   *tend_mar_incident      (TendRecord    *medication,
                                      const char    *facts,
                                      TendInstant    happened_at);

G_END_DECLS
