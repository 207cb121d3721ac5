/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A portfolio as files: the PDF goes straight into its file and into the ZIP, as its pages
 * are drawn.
 */

#include "tend-portfolio-binder-private.h"

#include "tend-attachments.h"
#include "tend-files.h"
#include "tend-output.h"
#include "tend-zip.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define STEP (128 * 1024)
#define PDF  "portfolio.pdf"
#define HELP "how-to-open-this.txt"

typedef struct
{
  TendPortfolioBinder        binder;
  const TendPortfolioTarget *target;
  TendZip                   *zip;       /* NULL: none is asked for */
  int                        fd;        /* of the PDF; -1: none is asked for */
  char                      *temporary;
  GChecksum                 *sum;       /* of the PDF */
  GError                    *failure;   /* of what the PDF is written to */
} Writer;

/* Writing the PDF. */

static cairo_status_t
write_cb (void                *data,
          const unsigned char *bytes,
          unsigned int         length)
{
  Writer *self = data;

  if (self->failure != NULL)
    return CAIRO_STATUS_WRITE_ERROR;

  g_checksum_update (self->sum, bytes, length);
  if (self->fd >= 0 && !tend_files_write_all (self->fd, bytes, length))
    tend_files_set_error (self->target->pdf, errno, &self->failure);
  else if (self->zip != NULL)
    tend_zip_add (self->zip, bytes, length, &self->failure);

  return self->failure != NULL ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

/* Where it was written to knows better what went wrong than who drew it. */
static gboolean
write_book (Writer  *self,
            GError **error)
{
  g_autoptr(GError) failure = NULL;

  if (tend_portfolio_binder_write (&self->binder, write_cb, self, &failure))
    return TRUE;

  g_propagate_error (error, g_error_copy (self->failure != NULL ? self->failure : failure));
  return FALSE;
}

/* The ZIP. */

static gboolean
copy_scan (Writer                  *self,
           const TendPortfolioScan *scan,
           GError                 **error)
{
  g_autoptr(GInputStream) input =
    tend_attachment_open (self->binder.vault, scan->attachment, error);
  g_autofree guint8 *bytes = g_malloc (STEP);
  gssize got;

  if (input == NULL ||
      !tend_zip_begin (self->zip, scan->path, tend_record_get_int (scan->attachment, "size"),
                       error))
    return FALSE;

  while ((got = g_input_stream_read (input, bytes, STEP, self->binder.cancellable, error)) > 0)
    {
      if (!tend_zip_add (self->zip, bytes, got, error))
        return FALSE;
      tend_portfolio_binder_report (&self->binder, got);
    }

  return got == 0;
}

static gboolean
write_zip (Writer  *self,
           GError **error)
{
  g_autofree char *help = tend_portfolio_sheet_help (self->target->passphrase != NULL);

  tend_zip_set_open (self->zip, HELP, help);
  if (!tend_zip_begin (self->zip, PDF, -1, error) || !write_book (self, error))
    return FALSE;

  for (guint i = 0; i < self->binder.plan->parts->len; i++)
    {
      const TendPortfolioStuff *stuff = self->binder.plan->parts->pdata[i];

      for (guint j = 0; j < tend_portfolio_n_scans (stuff); j++)
        if (!copy_scan (self, &g_array_index (stuff->scans, TendPortfolioScan, j), error))
          return FALSE;
    }

  return tend_zip_close (self->zip, error);
}

/* The files. */

static gboolean
open_files (Writer  *self,
            GError **error)
{
  const TendPortfolioTarget *target = self->target;

  if (target->pdf != NULL)
    {
      if (!tend_output_check_place (target->pdf, error))
        return FALSE;
      self->temporary = g_strconcat (target->pdf, ".XXXXXX", NULL);
      self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
      if (self->fd < 0)
        {
          int code = errno;

          g_clear_pointer (&self->temporary, g_free);
          tend_files_set_error (target->pdf, code, error);
          return FALSE;
        }
    }
  if (target->zip != NULL)
    self->zip = tend_zip_new (target->zip, target->passphrase, error);

  return target->zip == NULL || self->zip != NULL;
}

static gboolean
write_files (Writer  *self,
             GError **error)
{
  if (!open_files (self, error))
    return FALSE;
  if (!(self->zip != NULL ? write_zip (self, error) : write_book (self, error)))
    return FALSE;

  if (self->fd >= 0 && fsync (self->fd) != 0)
    {
      tend_files_set_error (self->target->pdf, errno, error);
      return FALSE;
    }
  return !g_cancellable_set_error_if_cancelled (self->binder.cancellable, error);
}

static gboolean
keep_pdf (Writer  *self,
          GError **error)
{
  if (self->temporary == NULL)
    return TRUE;
  if (g_rename (self->temporary, self->target->pdf) != 0)
    {
      tend_files_set_error (self->target->pdf, errno, error);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

/* What was handed over is known: the files get their names only once the record is written. */

typedef struct
{
  Writer     *writer;
  TendRecord *record;
} Keeping;

static gboolean
keep (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  Keeping *keeping = data;
  Writer *self = keeping->writer;

  return tend_record_save (vault, keeping->record, NULL, error) && keep_pdf (self, error) &&
         (self->zip == NULL || tend_zip_keep (self->zip, error));
}

static TendRecord *
describe (Writer *self)
{
  TendPortfolioPlan *plan = self->binder.plan;
  TendRecord *record = tend_record_new (tend_kind_by_name ("portfolio"));
  g_autoptr(GString) contents = g_string_new (NULL);

  for (guint i = 0; i < plan->parts->len; i++)
    {
      const TendPortfolioStuff *stuff = plan->parts->pdata[i];

      if (tend_portfolio_is_in (stuff))
        g_string_append_printf (contents, "%s%s", contents->len > 0 ? "\n" : "",
                                stuff->shown.title);
    }
  tend_record_set_text (record, "purpose", tend_portfolio_purpose_name (plan->purpose));
  tend_record_set_text (record, "scheme", plan->scheme);
  tend_record_set_int (record, "made_on", plan->on);
  tend_record_set_text (record, "given_to", plan->recipient);
  tend_record_set_text (record, "clients", tend_portfolio_clients_name (plan->clients));
  tend_record_set_text (record, "contents", contents->str);
  tend_record_set_int (record, "locked", self->zip != NULL && self->target->passphrase != NULL);
  tend_record_set_text (record, "sha256", self->zip != NULL ? tend_zip_get_sum (self->zip)
                                                            : g_checksum_get_string (self->sum));
  return record;
}

static void
writer_clear (Writer *self)
{
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->temporary);
  g_clear_pointer (&self->zip, tend_zip_free);
  tend_portfolio_binder_clear (&self->binder);
  g_checksum_free (self->sum);
  g_clear_error (&self->failure);
}

TendRecord *
tend_portfolio_write (TendVault                  *vault,
                      TendPortfolioPlan          *plan,
                      const TendPortfolioTarget  *target,
                      GCancellable               *cancellable,
                      GError                    **error)
{
  Writer self = { .target = target, .fd = -1 };
  g_autoptr(TendRecord) record = NULL;
  Keeping keeping;

  g_return_val_if_fail (plan != NULL && target != NULL, NULL);
  g_return_val_if_fail (target->zip != NULL || target->pdf != NULL, NULL);

  if (plan->refusal != NULL)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED, plan->refusal);
      return NULL;
    }

  self.binder = (TendPortfolioBinder) {
    .plan = plan, .vault = vault, .cancellable = cancellable, .progress = target->progress,
    .user_data = target->user_data,
  };
  tend_portfolio_binder_init (&self.binder);
  self.sum = g_checksum_new (G_CHECKSUM_SHA256);

  if (tend_portfolio_binder_prepare (&self.binder, error) && write_files (&self, error))
    {
      keeping = (Keeping) { &self, describe (&self) };
      if (tend_vault_transact (vault, keep, &keeping, error))
        record = g_object_ref (keeping.record);
      g_object_unref (keeping.record);
    }
  writer_clear (&self);

  return g_steal_pointer (&record);
}
