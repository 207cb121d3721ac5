/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the steps of an import share: report, reader, check. */

#pragma once

#include "tend-import.h"
#include "tend-record.h"

G_BEGIN_DECLS

/* The report */

#define TEND_IMPORT_WHOLE_FILE "$"

TendImportReport *tend_import_report_new     (void);
void              tend_import_report_add     (TendImportReport         *self,
                                              const char               *path,
                                              const char               *message);
/* Whether there are as many faults as are told; the last then says so. */
gboolean          tend_import_report_is_full (const TendImportReport   *self);
/* TEND_ERROR_INVALID with the first fault; FALSE always, when there are any. */
gboolean          tend_import_report_check   (const TendImportReport   *self,
                                              GError                  **error);

/* The reader: JSON text to records, one after the other.  It knows what a file
 * may hold, and no vault. */

typedef struct
{
  TendRecord *record;
  guint       index;    /* in its array, from 0 */
  GPtrArray  *nested;   /* (nullable): TendRecord, with parent, position and id set, and in the
                           order of tend_record_load_all_nested() */
  gboolean    sound;    /* FALSE: it has faults; its id may still be referred to */
} TendReading;

typedef gboolean (*TendReadingFunc)          (const TendReading        *reading,
                                              gpointer                  data,
                                              GError                  **error);

typedef struct
{
  TendReadingFunc           func;
  gpointer                  data;
  const TendImportOptions  *options;
  double                    done;  /* the fraction when this reading begins */
  double                    share; /* of the whole work */
  gboolean                  broken; /* (out): it could not be read to its end */
} TendReaderJob;

/* FALSE when @func failed or the user stopped it; faults are in @report. */
gboolean          tend_reader_run            (GBytes                   *text,
                                              TendReaderJob            *job,
                                              TendImportReport         *report,
                                              GError                  **error);
/* (transfer full): "visits[3]". */
char             *tend_reader_path           (const TendKind           *kind,
                                              guint                     index);
/* (transfer full): "invoices[2].lines[0]", by the position of @nested. */
char             *tend_reader_nested_path    (const TendKind           *kind,
                                              guint                     index,
                                              TendRecord               *nested);
/* What can be said of the text before it is parsed: empty, not UTF-8, half a
 * character.  FALSE with the one fault in @report. */
gboolean          tend_reader_check_text     (const char               *text,
                                              gsize                     length,
                                              TendImportReport         *report);
/* (transfer full): @format with the line and column of @offset. */
char             *tend_reader_place          (const char               *text,
                                              gsize                     offset,
                                              const char               *format);

/* The check: ids, references, and what is there already. */

typedef struct _TendImportCheck TendImportCheck;

typedef enum
{
  TEND_PRESENT_FAILED,
  TEND_PRESENT_NOT,
  TEND_PRESENT_EQUAL,
  TEND_PRESENT_DIFFERENT,
} TendPresent;

/* @attachments: (nullable)
 * @options: (nullable) */
TendImportCheck  *tend_import_check_new      (TendVault                *vault,
                                              const char               *attachments,
                                              const TendImportOptions  *options,
                                              TendImportReport         *report);
void              tend_import_check_free     (TendImportCheck          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportCheck, tend_import_check_free)
/* A TendReadingFunc with the check as its data. */
gboolean          tend_import_check_reading  (const TendReading        *reading,
                                              gpointer                  check,
                                              GError                  **error);
/* What is known only when all has been read. */
gboolean          tend_import_check_end      (TendImportCheck          *self,
                                              GError                  **error);
/* Whether the vault has the record, with what is nested in it. */
TendPresent       tend_import_present        (TendVault                *vault,
                                              const char               *attachments,
                                              const TendReading        *reading,
                                              GError                  **error);

/* The part of the check that knows what credit notes correct. */

typedef struct _TendImportCredits TendImportCredits;

TendImportCredits *tend_import_credits_new   (void);
void              tend_import_credits_free   (TendImportCredits        *self);
/* Every reading, of whatever kind, in the order of the file. */
void              tend_import_credits_add    (TendImportCredits        *self,
                                              const TendReading        *reading);
/* When all has been read. */
void              tend_import_credits_check  (TendImportCredits        *self,
                                              TendVault                *vault,
                                              TendImportReport         *report);

/* The part of the check that knows the days of repeating visits; the same steps. */

typedef struct _TendImportDays TendImportDays;

TendImportDays   *tend_import_days_new       (void);
void              tend_import_days_free      (TendImportDays           *self);
void              tend_import_days_add       (TendImportDays           *self,
                                              const TendReading        *reading);
void              tend_import_days_check     (TendImportDays           *self,
                                              TendVault                *vault,
                                              TendImportReport         *report);

/* The part of the check that knows what may be written of a dose. */

typedef struct _TendImportDoses TendImportDoses;

TendImportDoses  *tend_import_doses_new      (void);
void              tend_import_doses_free     (TendImportDoses          *self);
/* Every reading without a fault that the vault does not have. */
void              tend_import_doses_add      (TendImportDoses          *self,
                                              const TendReading        *reading);
void              tend_import_doses_check    (TendImportDoses          *self,
                                              TendVault                *vault,
                                              TendImportReport         *report);

G_END_DECLS
