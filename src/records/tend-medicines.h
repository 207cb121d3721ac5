/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-dose.h"
#include "tend-record.h"

G_BEGIN_DECLS

/* Medicines: the lines of the MAR chart.  A line is written, may be mended until the first
 * dose is written down, and from then on is ended and followed by a new one.
 */

/**
 * TendMedicine:
 *
 * A line with what lies in it, and its schedule ready to be expanded.
 */
typedef struct
{
  TendRecord       *record;    /* medication */
  GPtrArray        *times;     /* TendRecord of medication_time, in the order of the chart */
  GPtrArray        *doses;     /* TendRecord of medication_dose, by day */
  GArray           *clocks;    /* TendClock of each of the times */
  GArray           *weekdays;  /* guint: the days of the week of each; 0: all of them */
  TendDoseSchedule  schedule;  /* points into the others; no times for one as needed */
} TendMedicine;

void          tend_medicine_free         (TendMedicine  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendMedicine, tend_medicine_free)

/* @lines: (element-type TendRecord): its times and doses by day, as they are to be saved. */
TendMedicine *tend_medicine_new          (TendRecord    *record,
                                          GPtrArray     *lines);
/* (transfer full): @record with its lines from the vault. */
TendMedicine *tend_medicine_load         (TendVault     *vault,
                                          TendRecord    *record,
                                          GError       **error);
/* The dose that is due then, in thousandths: the day's, else the time's own, else that of
 * the words of the dose, the least of a range; 0 where none of them says. */
gint64        tend_medicine_dose         (TendMedicine  *self,
                                          TendDate       date,
                                          guint          time);
/**
 * tend_medicine_add_dose:
 * @dose: a new medication_dose, without its medicine
 * @today: it is written on, unless it says another day; by the carer, unless by another
 *
 * Sets how much is taken from a day on, where that changes as with warfarin; what was set
 * before stays.  TEND_ERROR_STOPPED when a dose is written down for that day or a later one.
 */
gboolean      tend_medicine_add_dose     (TendVault     *vault,
                                          TendMedicine  *self,
                                          TendRecord    *dose,
                                          TendDate       today,
                                          GError       **error);
/* Says by whom and when the doses by day among @lines were written, where they do not. */
void          tend_medicine_sign_doses   (TendVault     *vault,
                                          GPtrArray     *lines,
                                          TendDate       today);
/* The dose by day in force on @date; NULL. */
TendRecord   *tend_medicine_dose_on      (TendMedicine  *self,
                                          TendDate       date);
/* Whether it is known how much is due on @date: not after a test until the dose that came of
 * it is written. */
gboolean      tend_medicine_knows_dose   (TendMedicine  *self,
                                          TendDate       date);
/* On whose word a dose by day is: "The yellow book: INR 1.9. Written by Ann on 11 Nov 2026. Checked
 * by Bob on 11 Nov 2026. Next test on 2 Dec 2026."; translated. (transfer full) */
char         *tend_medicine_dose_words   (TendRecord    *dose);
/* The days of the week that a time is for, "Mon–Fri"; NULL for all that the line is given
 * on. (transfer full) */
char         *tend_medicine_weekdays     (TendMedicine  *self,
                                          guint          time);
/* "tablets", "ml": what it is counted in; "" where the dose does not say. (transfer full) */
char         *tend_medicine_unit         (TendMedicine  *self);
/* "Paracetamol 500 mg tablets". (transfer full) */
char         *tend_medicine_title        (TendRecord    *medication);
/* "2 times a day", "Every 72 hours", "Every week on Monday", "When needed"; translated. */
char         *tend_medicine_when         (TendMedicine  *self);
/* What Tend makes of the line, in a few sentences to read back to whoever typed it: "1 to 2
 * tablets when needed, at most 8 in 24 hours, 4 hours apart."; translated. */
char         *tend_medicine_understood   (TendMedicine  *self);
/* "1 tablet", "1 to 2 tablets", "Half a tablet" as it stands where there is no number. */
char         *tend_medicine_dose_text    (TendMedicine  *self);

/**
 * tend_medicines_between:
 *
 * Returns: (element-type TendMedicine): the client's lines that are in force on any of
 *   these days, or have an entry on one: those to take daily first, then those as needed,
 *   then those for the skin, each in the order they were begun
 */
GPtrArray    *tend_medicines_between     (TendVault     *vault,
                                          const char    *client,
                                          TendDate       from,
                                          TendDate       to,
                                          GError       **error);
/**
 * tend_medicine_check_time:
 * @lines: (element-type TendRecord): those it lies among; itself and other kinds are passed over
 *
 * Adds a fault to "at" where another time is at the same clock on a day of the week that both
 * are for, and says which.
 */
void          tend_medicine_check_time   (TendRecord    *time,
                                          GPtrArray     *lines,
                                          TendFaults    *faults);
/* Whether a dose was written against it. */
gboolean      tend_medicine_has_entries  (TendVault     *vault,
                                          const char    *medication);
/**
 * tend_medicine_save:
 * @lines: (element-type TendRecord): its times and doses by day, each kind in its order
 *
 * Saves a line with what lies in it, in one transaction.  TEND_ERROR_STOPPED when a dose
 * has been written against it and something other than its end, review, source, check or
 * stock warning is changed.
 */
gboolean      tend_medicine_save         (TendVault     *vault,
                                          TendRecord    *medication,
                                          GPtrArray     *lines,
                                          GError       **error);
/**
 * tend_medicine_change:
 * @changed: a new record, with the words and days of the new line
 * @reason: who said so, when and how it was told
 *
 * Ends @medication the day before @changed begins and saves that as what takes its
 * place, in one transaction.  TEND_ERROR_STOPPED when it would begin before the line it
 * replaces or on a day that an entry has been written for.
 */
gboolean      tend_medicine_change       (TendVault     *vault,
                                          TendRecord    *medication,
                                          TendRecord    *changed,
                                          GPtrArray     *lines,
                                          const char    *reason,
                                          GError       **error);
/* Ends a line with @last_day as its last; the same errors. */
gboolean      tend_medicine_end          (TendVault     *vault,
                                          TendRecord    *medication,
                                          TendDate       last_day,
                                          const char    *reason,
                                          GError       **error);

/* As needed. */

/**
 * tend_medicine_ask:
 * @answer: (out)
 *
 * What is written against a dose of @quantity at @at: every dose in force of this
 * medicine, of the lines before and after it, and of those of the client with its name or
 * with an active ingredient of it, by whomever given.  Doses of another strength count by
 * their ratio, where both strengths are plain.
 */
gboolean      tend_medicine_ask          (TendVault     *vault,
                                          TendRecord    *medication,
                                          TendInstant    at,
                                          gint64         quantity,
                                          TendPrnAnswer *answer,
                                          GError       **error);
/* One sentence with the earliest time, or "No limit reached on what is written here. Check
 * the packet and ask who else has given any."; translated. (transfer full) */
char         *tend_prn_answer_text       (const TendPrnAnswer *answer,
                                          TendRecord    *medication);

/* (element-type TendRecord): the @most latest doses in force that were taken before @until, of
 * all that tend_medicine_ask() counts as the same medicine; the latest first. */
GPtrArray    *tend_medicine_last_doses   (TendVault     *vault,
                                          TendRecord    *medication,
                                          TendInstant    until,
                                          int            most,
                                          GError       **error);

/* Patches. */

/* (element-type TendRecord): the @most latest entries in force, up to @date, that say where a
 * dose of this medicine was put, by whichever of its lines; the latest first. */
GPtrArray    *tend_medicine_sites        (TendVault     *vault,
                                          TendRecord    *medication,
                                          TendDate       date,
                                          int            most,
                                          GError       **error);
/* When @site may be used again: reuse_days after it was last used, in the entries in force.
 * TEND_DATE_NONE when nothing stands against it on @date. */
TendDate      tend_medicine_site_free_on (TendVault     *vault,
                                          TendRecord    *medication,
                                          const char    *site,
                                          TendDate       date,
                                          GError       **error);

G_END_DECLS
