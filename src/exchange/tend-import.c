/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-import.h"

#include "tend-attachment-files.h"
#include "tend-files.h"
#include "tend-import-private.h"
#include "tend-kinds.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How much of the work the check is, for the progress shown. */
#define SHARE_OF_CHECK 0.2

typedef struct
{
  TendVault               *vault;
  GBytes                  *text;
  const char              *attachments;
  const TendImportOptions *options;
  TendImportReport        *report;
} Import;

/* What is in the vault already */

/* The stored record with its place in the vault, for comparing, taken over from @stored. */
static gboolean
is_same_record (TendVault  *vault,
                const char *attachments,
                TendRecord *stored,
                TendRecord *record)
{
  g_autoptr(TendRecord) copy = tend_record_copy (record);
  gboolean is_attachment = tend_kind_field (tend_record_get_kind (record), "blob") != NULL;

  if (is_attachment)
    tend_record_set_text (copy, "blob", tend_record_get_text (stored, "blob"));

  return tend_record_equal (stored, copy) &&
         (!is_attachment || tend_attachment_is_same (vault, stored, attachments));
}

/* Only the order of what is nested matters, not how it is numbered. */
static gboolean
is_same_nested (TendRecord *stored,
                TendRecord *record)
{
  g_autoptr(TendRecord) copy = tend_record_copy (record);

  if (tend_record_is_set (stored, "position"))
    tend_record_set_int (copy, "position", tend_record_get_int (stored, "position"));
  else
    tend_record_clear (copy, "position");

  return tend_record_equal (stored, copy);
}

TendPresent
tend_import_present (TendVault          *vault,
                     const char         *attachments,
                     const TendReading  *reading,
                     GError            **error)
{
  const TendKind *kind = tend_record_get_kind (reading->record);
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) stored =
    tend_record_load (vault, kind, tend_record_get_id (reading->record), &failure);
  g_autoptr(GPtrArray) nested = NULL;

  if (g_error_matches (failure, TEND_ERROR, TEND_ERROR_NOT_FOUND))
    return TEND_PRESENT_NOT;

  if (stored == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return TEND_PRESENT_FAILED;
    }

  if (!is_same_record (vault, attachments, stored, reading->record))
    return TEND_PRESENT_DIFFERENT;

  nested = tend_record_load_all_nested (vault, stored, error);
  if (nested == NULL)
    return TEND_PRESENT_FAILED;
  if (nested->len != (reading->nested != NULL ? reading->nested->len : 0))
    return TEND_PRESENT_DIFFERENT;

  for (guint i = 0; i < nested->len; i++)
    if (tend_record_get_kind (nested->pdata[i]) !=
        tend_record_get_kind (reading->nested->pdata[i]) ||
        !is_same_nested (nested->pdata[i], reading->nested->pdata[i]))
      return TEND_PRESENT_DIFFERENT;

  return TEND_PRESENT_EQUAL;
}

/* Saving */

static gboolean
save_all (TendVault          *vault,
          const TendReading  *reading,
          GError            **error)
{
  const char *reason = _("Imported");
  /* An invoice is closed once it is stored, so its lines come before it.  Other lines come
   * after what they lie in, which says whom they are about.
   */
  gboolean lines_first = tend_record_get_kind (reading->record) == &tend_invoice_kind;

  if (!lines_first && !tend_record_save (vault, reading->record, reason, error))
    return FALSE;

  for (guint i = 0; reading->nested != NULL && i < reading->nested->len; i++)
    if (!tend_record_save (vault, reading->nested->pdata[i], reason, error))
      return FALSE;

  return !lines_first || tend_record_save (vault, reading->record, reason, error);
}

static gboolean
save_reading (const TendReading  *reading,
              gpointer            data,
              GError            **error)
{
  Import *self = data;
  const TendKind *kind = tend_record_get_kind (reading->record);
  g_autofree char *path = tend_reader_path (kind, reading->index);
  TendPresent present = tend_import_present (self->vault, self->attachments, reading, error);
  guint n = 1 + (reading->nested != NULL ? reading->nested->len : 0);

  if (present == TEND_PRESENT_EQUAL)
    {
      self->report->n_present += n;
      return TRUE;
    }

  if (present == TEND_PRESENT_DIFFERENT)
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                         _("The vault has been changed meanwhile; please import again."));
  if (present != TEND_PRESENT_NOT ||
      (tend_kind_field (kind, "blob") != NULL &&
       !tend_attachment_store (self->vault, reading->record, self->attachments,
                               self->options != NULL ? self->options->cancellable : NULL, error)) ||
      !save_all (self->vault, reading, error))
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }

  self->report->n_added += n;
  return TRUE;
}

static gboolean
save_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  Import *self = data;
  TendReaderJob job = { save_reading, self, self->options, SHARE_OF_CHECK, 1 - SHARE_OF_CHECK };

  return tend_reader_run (self->text, &job, self->report, error);
}

/* Checking */

static gboolean
check_cb (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  Import *self = data;
  g_autoptr(TendImportCheck) check =
    tend_import_check_new (vault, self->attachments, self->options, self->report);
  TendReaderJob job = { tend_import_check_reading, check, self->options, 0, SHARE_OF_CHECK };

  return tend_reader_run (self->text, &job, self->report, error) &&
         (job.broken || tend_import_report_is_full (self->report) ||
          tend_import_check_end (check, error));
}

static gboolean
run (Import  *self,
     GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (self->text, &length);
  gboolean dry_run = self->options != NULL && self->options->dry_run;

  if (!tend_reader_check_text (text, length, self->report))
    return tend_import_report_check (self->report, error);

  if (!tend_vault_read (self->vault, check_cb, self, error))
    return FALSE;
  if (!tend_import_report_check (self->report, error))
    {
      self->report->n_added = self->report->n_present = 0;
      return FALSE;
    }
  if (dry_run || self->report->n_added == 0)
    return TRUE;

  self->report->n_added = self->report->n_present = 0;
  return tend_vault_transact (self->vault, save_cb, self, error);
}

/* (transfer full): @text without the mark that some programs put before UTF-8. */
static GBytes *
skip_mark (GBytes *text)
{
  static const char mark[] = "\357\273\277";
  gsize length, n = strlen (mark);
  const char *start = g_bytes_get_data (text, &length);

  if (length < n || memcmp (start, mark, n) != 0)
    return g_bytes_ref (text);

  return g_bytes_new_from_bytes (text, n, length - n);
}

static gboolean
import_text (TendVault                *vault,
             GBytes                   *text,
             const char               *attachments,
             const TendImportOptions  *options,
             TendImportReport        **report,
             GError                  **error)
{
  g_autoptr(TendImportReport) own = tend_import_report_new ();
  g_autoptr(GBytes) bare = skip_mark (text);
  Import import = { vault, bare, attachments, options, own };
  gboolean ok = run (&import, error);

  if (report != NULL)
    *report = g_steal_pointer (&own);

  return ok;
}

gboolean
tend_import_bytes (TendVault                *vault,
                   GBytes                   *text,
                   const char               *attachments,
                   const TendImportOptions  *options,
                   TendImportReport        **report,
                   GError                  **error)
{
  gsize length;
  const char *start = g_bytes_get_data (text, &length);
  g_autoptr(GBytes) copy = NULL;
  char *ended = g_malloc (length + 1);

  g_return_val_if_fail (TEND_IS_VAULT (vault), FALSE);

  /* The reader looks for a zero at the end. */
  memcpy (ended, start, length);
  ended[length] = '\0';
  copy = g_bytes_new_with_free_func (ended, length, g_free, ended);

  return import_text (vault, copy, attachments, options, report, error);
}

/* Files */

static gboolean
refuse_large (GError **error)
{
  g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
               _("The file is larger than %d MB, the most that Tend reads at once."),
               TEND_IMPORT_LARGEST_FILE / (1000 * 1000));
  return FALSE;
}

static gboolean
read_fd (int          fd,
         const char  *path,
         GByteArray  *text,
         GError     **error)
{
  struct stat status;
  gssize n = 1;

  if (fd < 0 || fstat (fd, &status) != 0)
    {
      tend_files_set_error (path, errno, error);
      return FALSE;
    }

  if (S_ISREG (status.st_mode) && status.st_size > TEND_IMPORT_LARGEST_FILE)
    return refuse_large (error);

  while (n > 0)
    {
      char buffer[64 * 1024];

      n = read (fd, buffer, sizeof buffer);
      if (n > 0)
        g_byte_array_append (text, (const guint8 *) buffer, n);
      else if (n < 0 && errno == EINTR)
        n = 1;

      if (text->len > TEND_IMPORT_LARGEST_FILE)
        return refuse_large (error);
    }

  if (n < 0)
    tend_files_set_error (path, errno, error);

  return n == 0;
}

/* (transfer full): the whole file, with a zero after its end. */
static GBytes *
read_file (const char  *path,
           GError     **error)
{
  GByteArray *text = g_byte_array_new ();
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean ok = read_fd (fd, path, text, error);
  gsize length = text->len;
  char *start;

  if (fd >= 0)
    close (fd);

  g_byte_array_append (text, (const guint8 *) "", 1);
  start = (char *) g_byte_array_free (text, FALSE);
  if (!ok)
    {
      g_free (start);
      return NULL;
    }

  return g_bytes_new_with_free_func (start, length, g_free, start);
}

gboolean
tend_import_file (TendVault                *vault,
                  const char               *path,
                  const TendImportOptions  *options,
                  TendImportReport        **report,
                  GError                  **error)
{
  g_autofree char *attachments = tend_attachments_folder (path);
  g_autoptr(GError) failure = NULL;
  g_autoptr(GBytes) text = NULL;

  g_return_val_if_fail (TEND_IS_VAULT (vault), FALSE);

  text = read_file (path, &failure);
  if (text != NULL)
    return import_text (vault, text, attachments, options, report, error);

  if (report != NULL)
    {
      *report = tend_import_report_new ();
      if (failure->code == TEND_ERROR_INVALID)
        tend_import_report_add (*report, TEND_IMPORT_WHOLE_FILE, failure->message);
    }

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
