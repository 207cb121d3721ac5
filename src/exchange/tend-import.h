/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"
#include "tend-vault.h"

G_BEGIN_DECLS

/* The interchange file in (design.md, section 6): all or nothing, and every
 * fault said with its place in the file.
 *
 * The text, at most 100 MB, is read into memory once and parsed twice: first to
 * check every record, keeping no more than the ids, then inside the transaction
 * to save one record after the other.  So the vault is locked for the saving
 * alone, and a large file costs its own size and its ids.
 */

#define TEND_IMPORT_LARGEST_FILE (100 * 1000 * 1000)
#define TEND_IMPORT_DEEPEST 16
#define TEND_IMPORT_MOST_FAULTS 1000
#define TEND_IMPORT_LONGEST_ID 200

typedef struct
{
  char *path;    /* "visits[3].planned_start"; "$" for the whole file */
  char *message; /* one plain, translated sentence */
} TendImportFault;

typedef struct
{
  GPtrArray *faults;    /* TendImportFault, in the order they were found */
  guint      n_added;   /* records; in a dry run: that would be added */
  guint      n_present; /* that were there already, just the same */
} TendImportReport;

void     tend_import_report_free (TendImportReport        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendImportReport, tend_import_report_free)

typedef struct
{
  gboolean       dry_run;       /* check, and change nothing */
  TendDate       today;         /* what has been cannot be later; TEND_DATE_NONE: unchecked */
  void         (*progress)      (double   fraction, /* 0.0 to 1.0 */
                                 gpointer data);    /* in the calling thread */
  gpointer       progress_data;
  GCancellable  *cancellable;
} TendImportOptions;

/**
 * tend_import_file:
 * @options: (nullable)
 * @report: (out) (optional): what was done, or every fault; set in both cases
 *
 * Adds what is in the file at @path.  A record that is there already and equal is
 * left alone; one that is there and different is a fault, as is anything else
 * that does not hold.  Attachments are read from "@path.attachments".
 *
 * TEND_ERROR_INVALID when there are faults, with the first one as its message;
 * the vault is then as it was.
 */
gboolean tend_import_file        (TendVault                *vault,
                                  const char               *path,
                                  const TendImportOptions  *options,
                                  TendImportReport        **report,
                                  GError                  **error);
/* The same for text in memory.  @attachments: (nullable): the folder beside it. */
gboolean tend_import_bytes       (TendVault                *vault,
                                  GBytes                   *text,
                                  const char               *attachments,
                                  const TendImportOptions  *options,
                                  TendImportReport        **report,
                                  GError                  **error);

G_END_DECLS
