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

/* Where a file goes. */
typedef struct
{
  char     *path;     /* NULL: none is asked for */
  char     *replaced; /* what stood there, under another name */
  gboolean  is_taken; /* the new one has its name; it may lose it again */
} Place;

struct _TendPortfolioFiles
{
  Place       pdf;
  Place       zip_place;
  TendZip    *zip;       /* NULL: none is asked for */
  int         fd;        /* of the PDF; -1: none is asked for */
  char       *temporary;
  TendRecord *record;    /* of what is handed over, not saved yet */
};

/* While they are written. */
typedef struct
{
  TendPortfolioBinder  binder;
  TendPortfolioFiles  *files;
  const char          *passphrase;
  GChecksum           *sum;       /* of the PDF */
  GError              *failure;   /* of what the PDF is written to */
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
  if (self->files->fd >= 0 && !tend_files_write_all (self->files->fd, bytes, length))
    tend_files_set_error (self->files->pdf.path, errno, &self->failure);
  else if (self->files->zip != NULL)
    tend_zip_add (self->files->zip, bytes, length, &self->failure);

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
      !tend_zip_begin (self->files->zip, scan->path, tend_record_get_int (scan->attachment, "size"),
                       error))
    return FALSE;

  while ((got = g_input_stream_read (input, bytes, STEP, self->binder.cancellable, error)) > 0)
    {
      if (!tend_zip_add (self->files->zip, bytes, got, error))
        return FALSE;
      tend_portfolio_binder_report (&self->binder, got);
    }

  return got == 0;
}

/* (transfer full): what each file in the folders is. */
static char *
list_scans (TendPortfolioPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->parts->len; i++)
    {
      const TendPortfolioStuff *stuff = plan->parts->pdata[i];

      for (guint j = 0; j < tend_portfolio_n_scans (stuff); j++)
        {
          const TendPortfolioScan *scan = &g_array_index (stuff->scans, TendPortfolioScan, j);

          /* Translators: the name of a file; what it is; where it begins in portfolio.pdf */
          g_string_append_printf (text, _("%s: %s, page %d"), scan->path, scan->title,
                                  scan->page);
          g_string_append_c (text, '\n');
        }
    }

  return g_string_free (text, FALSE);
}

/* What the files are may tell of somebody: where they are locked, so is that. */
static gboolean
write_words (Writer  *self,
             GError **error)
{
  gboolean locked = self->passphrase != NULL;
  gboolean folders = tend_portfolio_has_folders (self->binder.plan);
  g_autofree char *list = list_scans (self->binder.plan);
  g_autofree char *help = tend_portfolio_sheet_help (locked, folders ? list : NULL);
  TendZip *zip = self->files->zip;

  tend_zip_set_open (zip, HELP, help);
  return !locked || !folders ||
         (tend_zip_begin (zip, TEND_PORTFOLIO_LIST, strlen (list), error) &&
          tend_zip_add (zip, list, strlen (list), error));
}

static gboolean
write_zip (Writer  *self,
           GError **error)
{
  TendZip *zip = self->files->zip;

  if (!tend_zip_begin (zip, PDF, -1, error) || !write_book (self, error) ||
      !write_words (self, error))
    return FALSE;

  for (guint i = 0; i < self->binder.plan->parts->len; i++)
    {
      const TendPortfolioStuff *stuff = self->binder.plan->parts->pdata[i];

      for (guint j = 0; j < tend_portfolio_n_scans (stuff); j++)
        if (!copy_scan (self, &g_array_index (stuff->scans, TendPortfolioScan, j), error))
          return FALSE;
    }

  return tend_zip_close (zip, error);
}

/* The files. */

static gboolean
open_pdf (TendPortfolioFiles  *self,
          GError             **error)
{
  if (!tend_output_check_place (self->pdf.path, error))
    return FALSE;

  self->temporary = g_strconcat (self->pdf.path, ".XXXXXX", NULL);
  self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      int code = errno;

      g_clear_pointer (&self->temporary, g_free);
      tend_files_set_error (self->pdf.path, code, error);
    }

  return self->fd >= 0;
}

static gboolean
write_files (Writer  *self,
             GError **error)
{
  TendPortfolioFiles *files = self->files;

  if (files->pdf.path != NULL && !open_pdf (files, error))
    return FALSE;
  if (files->zip_place.path != NULL &&
      (files->zip = tend_zip_new (files->zip_place.path, self->passphrase, error)) == NULL)
    return FALSE;
  if (!(files->zip != NULL ? write_zip (self, error) : write_book (self, error)))
    return FALSE;

  if (files->fd >= 0 && fsync (files->fd) != 0)
    {
      tend_files_set_error (files->pdf.path, errno, error);
      return FALSE;
    }
  return !g_cancellable_set_error_if_cancelled (self->binder.cancellable, error);
}

/* What is there already is moved aside, not lost, as long as the rest may still go wrong. */
static void
set_aside (Place *self)
{
  g_autofree char *aside = g_strconcat (self->path, ".XXXXXX", NULL);
  int fd = g_file_test (self->path, G_FILE_TEST_IS_REGULAR) ? g_mkstemp (aside) : -1;

  if (fd < 0)
    return;

  close (fd);
  if (g_rename (self->path, aside) == 0)
    self->replaced = g_steal_pointer (&aside);
  else
    g_unlink (aside);
}

/* The other file, or the record, could not be kept: then neither is handed over. */
static void
take_back (Place *self)
{
  if (self->is_taken)
    g_unlink (self->path);
  if (self->replaced != NULL)
    g_rename (self->replaced, self->path);
  g_clear_pointer (&self->replaced, g_free);
}

static void
clear_place (Place *self)
{
  if (self->replaced != NULL)
    g_unlink (self->replaced);
  g_free (self->replaced);
  g_free (self->path);
}

static gboolean
keep_pdf (TendPortfolioFiles  *self,
          GError             **error)
{
  set_aside (&self->pdf);
  if (g_rename (self->temporary, self->pdf.path) != 0)
    {
      tend_files_set_error (self->pdf.path, errno, error);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  self->pdf.is_taken = TRUE;
  return TRUE;
}

static gboolean
keep_zip (TendPortfolioFiles  *self,
          GError             **error)
{
  set_aside (&self->zip_place);
  self->zip_place.is_taken = tend_zip_keep (self->zip, error);
  return self->zip_place.is_taken;
}

/* What was handed over is known: the files get their names only once the record is written. */
static gboolean
keep (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  TendPortfolioFiles *self = data;

  return tend_record_save (vault, self->record, NULL, error) &&
         (self->temporary == NULL || keep_pdf (self, error)) &&
         (self->zip == NULL || keep_zip (self, error));
}

static TendRecord *
describe (Writer *self)
{
  TendPortfolioPlan *plan = self->binder.plan;
  TendZip *zip = self->files->zip;
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
  /* One that is only saved may go to the council, and has not gone yet. */
  if (plan->named)
    tend_record_set_int (record, "given_on", plan->on);
  tend_record_set_text (record, "clients", tend_portfolio_clients_name (plan->clients));
  tend_record_set_text (record, "contents", contents->str);
  tend_record_set_int (record, "locked", zip != NULL && self->passphrase != NULL);
  tend_record_set_text (record, "sha256", zip != NULL ? tend_zip_get_sum (zip)
                                                      : g_checksum_get_string (self->sum));
  return record;
}

void
tend_portfolio_files_free (TendPortfolioFiles *self)
{
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->temporary);
  clear_place (&self->pdf);
  clear_place (&self->zip_place);
  g_clear_pointer (&self->zip, tend_zip_free);
  g_clear_object (&self->record);
  g_free (self);
}

static gboolean
check_consent (TendPortfolioPlan  *plan,
               GError            **error)
{
  if (plan->refusal == NULL)
    return TRUE;

  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED, plan->refusal);
  return FALSE;
}

TendPortfolioFiles *
tend_portfolio_compose (TendVault                  *vault,
                        TendPortfolioPlan          *plan,
                        const TendPortfolioTarget  *target,
                        GCancellable               *cancellable,
                        GError                    **error)
{
  g_autoptr(TendPortfolioFiles) files = NULL;
  Writer self = { .passphrase = target->passphrase };
  gboolean ok;

  g_return_val_if_fail (plan != NULL && target != NULL, NULL);
  g_return_val_if_fail (target->zip != NULL || target->pdf != NULL, NULL);

  if (!check_consent (plan, error))
    return NULL;

  self.files = files = g_new0 (TendPortfolioFiles, 1);
  files->fd = -1;
  files->pdf.path = g_strdup (target->pdf);
  files->zip_place.path = g_strdup (target->zip);
  self.binder = (TendPortfolioBinder) {
    .plan = plan, .vault = vault, .cancellable = cancellable, .progress = target->progress,
    .user_data = target->user_data, .copies = target->zip != NULL,
  };
  tend_portfolio_binder_init (&self.binder);
  self.sum = g_checksum_new (G_CHECKSUM_SHA256);

  ok = tend_portfolio_binder_prepare (&self.binder, error) && write_files (&self, error);
  if (ok)
    files->record = describe (&self);

  tend_portfolio_binder_clear (&self.binder);
  g_checksum_free (self.sum);
  g_clear_error (&self.failure);
  return ok ? g_steal_pointer (&files) : NULL;
}

TendRecord *
tend_portfolio_files_keep (TendPortfolioFiles  *self,
                           TendVault           *vault,
                           GError             **error)
{
  g_return_val_if_fail (self != NULL && self->record != NULL, NULL);

  if (tend_vault_transact (vault, keep, self, error))
    return g_steal_pointer (&self->record);

  take_back (&self->pdf);
  take_back (&self->zip_place);
  return NULL;
}

TendRecord *
tend_portfolio_write (TendVault                  *vault,
                      TendPortfolioPlan          *plan,
                      const TendPortfolioTarget  *target,
                      GCancellable               *cancellable,
                      GError                    **error)
{
  g_autoptr(TendPortfolioFiles) files =
    tend_portfolio_compose (vault, plan, target, cancellable, error);

  return files != NULL ? tend_portfolio_files_keep (files, vault, error) : NULL;
}
