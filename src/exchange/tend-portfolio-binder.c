/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of a portfolio.  First all of them are made and every scan is looked at, to know
 * how many there are and that each can be put in; then they are drawn in one go.
 */

#include "tend-portfolio-binder-private.h"

#include "tend-attachments.h"
#include "tend-book.h"
#include "tend-letterhead.h"

#include <glib/gi18n-lib.h>

#define STEP (128 * 1024)

/* Each scan is read to be looked at and to be drawn, and may be copied as well. */
#define READ_TIMES 2

static gint64
count_bytes (TendPortfolioPlan *plan)
{
  gint64 bytes = 0;

  for (guint i = 0; i < plan->parts->len; i++)
    {
      const TendPortfolioStuff *stuff = plan->parts->pdata[i];

      for (guint j = 0; j < tend_portfolio_n_scans (stuff); j++)
        bytes += tend_record_get_int (g_array_index (stuff->scans, TendPortfolioScan,
                                                     j).attachment, "size");
    }

  return bytes;
}

static void
unref_documents (gpointer documents)
{
  if (documents != NULL)
    g_ptr_array_unref (documents);
}

void
tend_portfolio_binder_init (TendPortfolioBinder *self)
{
  self->documents = g_ptr_array_new_with_free_func (unref_documents);
  self->total = count_bytes (self->plan) * (READ_TIMES + self->copies);
}

void
tend_portfolio_binder_clear (TendPortfolioBinder *self)
{
  g_ptr_array_unref (self->documents);
}

void
tend_portfolio_binder_report (TendPortfolioBinder *self,
                              gint64               bytes)
{
  self->done += bytes;
  if (self->progress != NULL)
    self->progress (MIN ((double) self->done / MAX (self->total, 1), 1.0), self->user_data);
}

/* Reading. */

/* Its end is read as well: there it turns out whether all of it is as it was stored. */
static GBytes *
read_scan (TendPortfolioBinder      *self,
           const TendPortfolioScan  *scan,
           GError                  **error)
{
  g_autoptr(GInputStream) input = tend_attachment_open (self->vault, scan->attachment, error);
  g_autoptr(GByteArray) bytes = NULL;
  gint64 size = tend_record_get_int (scan->attachment, "size");
  gssize got;

  if (input == NULL)
    return NULL;

  bytes = g_byte_array_sized_new (CLAMP (size, 0, G_MAXINT / 2) + STEP);
  do
    {
      guint length = bytes->len;

      g_byte_array_set_size (bytes, length + STEP);
      got = g_input_stream_read (input, bytes->data + length, STEP, self->cancellable, error);
      g_byte_array_set_size (bytes, length + MAX (got, 0));
      tend_portfolio_binder_report (self, MAX (got, 0));
    }
  while (got > 0);

  return got == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static TendEnclosure *
open_scan (TendPortfolioBinder      *self,
           const TendPortfolioScan  *scan,
           GError                  **error)
{
  g_autoptr(GBytes) bytes = read_scan (self, scan, error);
  gsize length;
  gconstpointer data;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  return tend_enclosure_new (bytes, tend_media_guess (data, length), self->cancellable, error);
}

/* Looking at all of it. */

static gboolean
look_at_scans (TendPortfolioBinder  *self,
               TendPortfolioStuff   *stuff,
               GString              *faults,
               GError              **error)
{
  for (guint i = 0; i < tend_portfolio_n_scans (stuff); i++)
    {
      TendPortfolioScan *scan = &g_array_index (stuff->scans, TendPortfolioScan, i);
      g_autoptr(GError) failure = NULL;
      g_autoptr(TendEnclosure) enclosure = open_scan (self, scan, &failure);

      if (g_error_matches (failure, TEND_ERROR, TEND_ERROR_INVALID))
        g_string_append_printf (faults, "\n%s, “%s”: %s", stuff->shown.title,
                                tend_record_get_text (scan->attachment, "name"),
                                failure->message);
      else if (failure != NULL)
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&failure), "%s, “%s”: ",
                                      stuff->shown.title,
                                      tend_record_get_text (scan->attachment, "name"));
          return FALSE;
        }
      scan->n_pages = enclosure != NULL ? tend_enclosure_get_n_pages (enclosure) : 0;
    }

  return TRUE;
}

static gboolean
look_at_all (TendPortfolioBinder  *self,
             GError              **error)
{
  g_autoptr(GString) faults = g_string_new (NULL);

  for (guint i = 0; i < self->plan->parts->len; i++)
    {
      TendPortfolioStuff *stuff = self->plan->parts->pdata[i];
      GPtrArray *documents = NULL;

      if (tend_portfolio_is_in (stuff))
        {
          documents = tend_portfolio_documents (self->plan, self->vault, stuff, NULL, error);
          if (documents == NULL)
            return FALSE;
        }
      g_ptr_array_add (self->documents, documents);
      if (documents != NULL && !look_at_scans (self, stuff, faults, error))
        return FALSE;
    }

  if (faults->len == 0)
    return TRUE;

  g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
               _("Nothing was written, since not everything can be put in. Put something else in "
                 "its place, or leave that part out.%s"), faults->str);
  return FALSE;
}

/* Counting pages. */

/* The first page of each record that has its own; those that are written out are in their
 * order. */
static void
count_records (TendPortfolioStuff *stuff,
               GPtrArray          *documents)
{
  int next = stuff->page;
  guint written = 0;

  g_array_set_size (stuff->pages, 0);
  g_array_set_size (stuff->pages, stuff->records->len);
  for (guint i = 0; i < stuff->records->len; i++)
    {
      TendRecord *record = stuff->records->pdata[i];
      int *page = &g_array_index (stuff->pages, int, i);

      switch (tend_portfolio_own_pages (stuff, record))
        {
        case TEND_PORTFOLIO_WRITTEN:
          *page = next;
          next += tend_document_get_n_pages (documents->pdata[written++]);
          break;
        case TEND_PORTFOLIO_COPIED:
          *page = tend_portfolio_scan_of (stuff, record)->page;
          break;
        case TEND_PORTFOLIO_NO_PAGES:
        default:
          break;
        }
    }
}

/* After @page pages each part begins where the one before it ends, and so does each scan;
 * returns how many pages there are. */
static int
count_pages (TendPortfolioBinder *self,
             int                  page)
{
  for (guint i = 0; i < self->plan->parts->len; i++)
    {
      TendPortfolioStuff *stuff = self->plan->parts->pdata[i];
      GPtrArray *documents = self->documents->pdata[i];

      stuff->page = documents != NULL ? page + 1 : 0;
      if (documents == NULL)
        continue;
      for (guint j = 0; j < documents->len; j++)
        page += tend_document_get_n_pages (documents->pdata[j]);
      for (guint j = 0; j < tend_portfolio_n_scans (stuff); j++)
        {
          TendPortfolioScan *scan = &g_array_index (stuff->scans, TendPortfolioScan, j);

          scan->page = page + 1;
          page += scan->n_pages;
        }
      count_records (stuff, documents);
    }

  return page;
}

gboolean
tend_portfolio_binder_prepare (TendPortfolioBinder  *self,
                               GError              **error)
{
  g_autoptr(TendDocument) rough = NULL;

  if (!look_at_all (self, error))
    return FALSE;

  /* How long the contents are does not hang on the numbers in them. */
  count_pages (self, 0);
  rough = tend_portfolio_front (self->plan, NULL);
  self->n_pages = count_pages (self, tend_document_get_n_pages (rough));
  return TRUE;
}

/* Binding. */

static gboolean
check_book (TendPortfolioBinder  *self,
            TendBook             *book,
            GError              **error)
{
  /* Where there are no scans to read, whoever waits is asked here. */
  tend_portfolio_binder_report (self, 0);
  return tend_book_check (book, error) &&
         !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
add_scan (TendPortfolioBinder      *self,
          TendBook                 *book,
          const TendPortfolioScan  *scan,
          GError                  **error)
{
  g_autoptr(TendEnclosure) enclosure = open_scan (self, scan, error);

  for (int i = 0; enclosure != NULL && i < tend_enclosure_get_n_pages (enclosure); i++)
    {
      tend_book_add_enclosure (book, enclosure, i, scan->title);
      if (!check_book (self, book, error))
        return FALSE;
    }

  return enclosure != NULL;
}

/* The pages of a part, made again where they name others, which are known by now. */
static gboolean
add_documents (TendPortfolioBinder       *self,
               TendBook                  *book,
               const TendPortfolioStuff  *stuff,
               GPtrArray                 *rough,
               GError                   **error)
{
  g_autoptr(GArray) links = NULL;
  g_autoptr(GPtrArray) documents =
    stuff->from->names_pages
      ? tend_portfolio_documents (self->plan, self->vault, stuff, &links, error)
      : g_ptr_array_ref (rough);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      gboolean leads = i == 0 && links != NULL;

      g_assert (tend_document_get_n_pages (documents->pdata[i]) ==
                tend_document_get_n_pages (rough->pdata[i]));
      if (documents->len > 1)
        tend_book_begin_piece (book, tend_document_get_title (documents->pdata[i]));
      tend_book_add_document (book, documents->pdata[i],
                              leads ? (const TendBookLink *) links->data : NULL,
                              leads ? links->len : 0);
    }

  return documents != NULL;
}

/* In the place of one that would be too much to look at. */
static void
add_word_of_scan (TendPortfolioBinder      *self,
                  TendBook                 *book,
                  const TendPortfolioScan  *scan)
{
  g_autofree char *says =
    g_strdup_printf (ngettext ("Here follows %d page as it was kept. It goes into the file; it is "
                               "only left out of this look, which would else take too much "
                               "memory.",
                               "Here follow %d pages as they were kept. They go into the file; "
                               "they are only left out of this look, which would else take too "
                               "much memory.", (gulong) scan->n_pages),
                     scan->n_pages);
  const TendPortfolioPart part = {
    .title = scan->title, .carer = tend_party_get_title (&self->plan->carer), .says = says,
    .language = tend_compose_language (),
  };
  g_autoptr(TendDocument) document = tend_document_new_portfolio_part (&part, NULL);

  tend_book_add_document (book, document, NULL, 0);
  tend_book_skip (book, scan->n_pages - tend_document_get_n_pages (document));
}

static gboolean
add_scans (TendPortfolioBinder       *self,
           TendBook                  *book,
           const TendPortfolioStuff  *stuff,
           GError                   **error)
{
  for (guint i = 0; i < tend_portfolio_n_scans (stuff); i++)
    {
      const TendPortfolioScan *scan = &g_array_index (stuff->scans, TendPortfolioScan, i);
      gint64 size = tend_record_get_int (scan->attachment, "size");

      tend_book_begin_piece (book, scan->title);
      if (self->most > 0 && self->drawn + size > self->most)
        {
          add_word_of_scan (self, book, scan);
          continue;
        }
      self->drawn += size;
      if (!add_scan (self, book, scan, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_part (TendPortfolioBinder       *self,
          TendBook                  *book,
          const TendPortfolioStuff  *stuff,
          GPtrArray                 *documents,
          GError                   **error)
{
  tend_book_begin_part (book, stuff->shown.title);
  return add_documents (self, book, stuff, documents, error) &&
         add_scans (self, book, stuff, error) && check_book (self, book, error);
}

gboolean
tend_portfolio_binder_write (TendPortfolioBinder  *self,
                             cairo_write_func_t    write,
                             gpointer              data,
                             GError              **error)
{
  g_autoptr(GArray) links = NULL;
  g_autoptr(TendDocument) front = tend_portfolio_front (self->plan, &links);
  g_autoptr(TendBook) book = NULL;
  gboolean ok = TRUE;

  book = tend_book_new (write, data, _("Portfolio"), self->plan->carer.name,
                        tend_compose_language (), self->n_pages);
  tend_book_begin_part (book, _("Portfolio"));
  tend_book_add_document (book, front, (const TendBookLink *) links->data, links->len);
  for (guint i = 0; ok && i < self->plan->parts->len; i++)
    if (self->documents->pdata[i] != NULL)
      ok = add_part (self, book, self->plan->parts->pdata[i], self->documents->pdata[i], error);

  if (!ok || !check_book (self, book, error))
    return FALSE;

  return tend_book_finish (g_steal_pointer (&book), error);
}
