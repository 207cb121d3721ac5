/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-portfolio-private.h"

#include "tend-attachment-files.h"
#include "tend-attachments.h"
#include "tend-clients.h"

#include <glib/gi18n-lib.h>

static void
stuff_free (TendPortfolioStuff *stuff)
{
  for (guint i = 0; i < stuff->scans->len; i++)
    g_object_unref (g_array_index (stuff->scans, TendPortfolioScan, i).attachment);
  g_array_unref (stuff->scans);
  g_array_unref (stuff->pages);
  g_ptr_array_unref (stuff->records);
  g_ptr_array_unref (stuff->before);
  g_ptr_array_unref (stuff->quotes);
  g_free (stuff);
}

void
tend_portfolio_plan_free (TendPortfolioPlan *self)
{
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->parts);
  g_hash_table_unref (self->members);
  g_clear_object (&self->provider);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_clear_pointer (&self->standard, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->concerned, g_hash_table_unref);
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_strfreev);
  g_clear_pointer (&self->policies, g_strfreev);
  g_clear_pointer (&self->redaction, tend_redaction_free);
  g_free (self);
}

TendPortfolioStuff *
tend_portfolio_add_stuff (TendPortfolioPlan        *self,
                          const TendPortfolioEntry *entry)
{
  TendPortfolioStuff *stuff = g_new0 (TendPortfolioStuff, 1);

  stuff->entry = entry;
  stuff->from = entry != NULL ? entry->from : &tend_portfolio_from_clients;
  stuff->records = g_ptr_array_new_with_free_func (g_object_unref);
  stuff->before = g_ptr_array_new_with_free_func (g_object_unref);
  stuff->quotes = g_ptr_array_new_with_free_func (g_object_unref);
  stuff->scans = g_array_new (FALSE, FALSE, sizeof (TendPortfolioScan));
  stuff->pages = g_array_new (FALSE, TRUE, sizeof (int));
  g_ptr_array_add (self->parts, stuff);
  return stuff;
}

gboolean
tend_portfolio_is_in (const TendPortfolioStuff *stuff)
{
  return stuff->shown.extent >= TEND_PORTFOLIO_PAGES;
}

guint
tend_portfolio_n_scans (const TendPortfolioStuff *stuff)
{
  return stuff->shown.extent == TEND_PORTFOLIO_WHOLE ? stuff->scans->len : 0;
}

TendPortfolioOwn
tend_portfolio_own_pages (const TendPortfolioStuff *stuff,
                          TendRecord               *record)
{
  return stuff->from->own != NULL ? stuff->from->own (stuff, record) : TEND_PORTFOLIO_NO_PAGES;
}

gboolean
tend_portfolio_has_folders (TendPortfolioPlan *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (tend_portfolio_n_scans (self->parts->pdata[i]) > 0)
      return TRUE;

  return FALSE;
}

/* Which records there are. */

gboolean
tend_portfolio_has_begun (TendPortfolioPlan *self,
                          TendRecord        *record,
                          const char        *field)
{
  return tend_record_get_int (record, field) <= self->on;
}

/* A name without a person in it: the folder is the item's. */
static gboolean
find_scans (TendPortfolioPlan   *self,
            TendVault           *vault,
            TendPortfolioStuff  *stuff,
            GError             **error)
{
  for (guint i = 0; i < stuff->records->len; i++)
    {
      TendRecord *record = stuff->records->pdata[i];
      g_autoptr(GPtrArray) attachments = tend_attachments_of (vault, record, error);

      if (attachments == NULL)
        return FALSE;

      for (guint j = 0; j < attachments->len; j++)
        {
          TendRecord *attachment = attachments->pdata[j];
          TendPortfolioScan scan = {
            .attachment = g_object_ref (attachment),
            .title = tend_portfolio_full_title (self, record),
            .path = tend_compose_take (self->texts, g_strdup_printf (
              "%s/%s-%u%s", stuff->entry->id, stuff->entry->id, stuff->scans->len + 1,
              tend_attachment_ending (attachment))),
          };

          g_array_append_val (stuff->scans, scan);
        }
    }

  stuff->shown.n_files = stuff->scans->len;
  return TRUE;
}

/* How much of it goes in. */

static gboolean
has (const char *const *words,
     const char        *word)
{
  return words != NULL && g_strv_contains (words, word);
}

/* Whether there is more of it than can be said in a line. */
static gboolean
has_pages (TendPortfolioPlan        *self,
           const TendPortfolioStuff *stuff)
{
  if (stuff->from->has_pages != NULL)
    return stuff->from->has_pages (self, stuff);

  return stuff->from->is_always_there || stuff->records->len > 0 || stuff->quotes->len > 0;
}

static void
set_extent (TendPortfolioPlan          *self,
            TendPortfolioStuff         *stuff,
            const TendPortfolioRequest *request)
{
  TendPortfolioItem *shown = &stuff->shown;

  shown->most = has_pages (self, stuff) ? stuff->entry->most : TEND_PORTFOLIO_LINE;
  shown->usual = MIN (stuff->entry->extents[self->purpose], shown->most);
  /* Without scans to leave out it is whole. */
  if (shown->usual == TEND_PORTFOLIO_PAGES && shown->n_files == 0)
    shown->usual = shown->most;
  shown->extent = shown->usual;
  if (has (request->with, shown->id))
    shown->extent = shown->most;
  if (has (request->without, shown->id))
    shown->extent = TEND_PORTFOLIO_OUT;
}

static gboolean
plan_entry (TendPortfolioPlan           *self,
            TendVault                   *vault,
            const TendPortfolioEntry    *entry,
            const TendPortfolioRequest  *request,
            GError                     **error)
{
  TendPortfolioStuff *stuff = tend_portfolio_add_stuff (self, entry);

  if ((entry->from->find != NULL && !entry->from->find (self, vault, stuff, error)) ||
      !find_scans (self, vault, stuff, error))
    return FALSE;

  stuff->shown.id = entry->id;
  stuff->shown.title = _(entry->title);
  stuff->shown.says = entry->from->says != NULL ? entry->from->says (self, stuff) : NULL;
  tend_portfolio_judge (self, stuff);
  set_extent (self, stuff, request);
  return entry->from->settle == NULL || entry->from->settle (self, vault, stuff, error);
}

/* What all of it needs. */

static gboolean
read_members (TendPortfolioPlan  *self,
              TendVault          *vault,
              GError            **error)
{
  g_autoptr(GPtrArray) members =
    tend_record_load_all (vault, tend_kind_by_name ("team_member"), error);

  for (guint i = 0; members != NULL && i < members->len; i++)
    g_hash_table_insert (self->members, g_strdup (tend_record_get_id (members->pdata[i])),
                         (gpointer) tend_compose_keep (self->texts,
                           tend_record_get_text (members->pdata[i], "name")));

  return members != NULL;
}

static gboolean
is_told (TendPortfolioPlan          *self,
         const char                 *item,
         const TendPortfolioRequest *request)
{
  if (has (request->with, item))
    return !has (request->without, item);

  return tend_portfolio_entry (item)->extents[self->purpose] != TEND_PORTFOLIO_OUT &&
         !has (request->without, item);
}

/* Where it is not to be known where the carer lives, no page says it. */
static gboolean
read_carer (TendPortfolioPlan           *self,
            TendVault                   *vault,
            const TendPortfolioRequest  *request,
            GError                     **error)
{
  self->provider = tend_provider_load (vault, error);
  if (self->provider == NULL ||
      !tend_compose_provider (vault, self->texts, &self->carer, error))
    return FALSE;

  if (!is_told (self, TEND_PORTFOLIO_ADDRESS, request))
    self->carer.address = NULL;
  if (is_told (self, TEND_PORTFOLIO_UTR, request))
    self->utr = tend_compose_keep (self->texts, tend_record_get_text (self->provider, "utr"));
  return TRUE;
}

static gboolean
check_words (const char *const  *words,
             GError            **error)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (tend_portfolio_entry (words[i]) == NULL)
      {
        g_autofree char *shown = tend_error_quote (words[i]);

        g_set_error (error, TEND_ERROR, TEND_ERROR_USAGE, _("A portfolio has no part “%s”."),
                     shown);
        return FALSE;
      }

  return TRUE;
}

TendPortfolioPlan *
tend_portfolio_plan (TendVault                   *vault,
                     const TendPortfolioRequest  *request,
                     GError                     **error)
{
  g_autoptr(TendPortfolioPlan) self = NULL;

  g_return_val_if_fail (request != NULL && request->on != TEND_DATE_NONE, NULL);
  g_return_val_if_fail (request->purpose < TEND_PORTFOLIO_N_PURPOSES, NULL);

  if (!check_words (request->with, error) || !check_words (request->without, error))
    return NULL;

  self = g_new0 (TendPortfolioPlan, 1);
  self->texts = g_string_chunk_new (4096);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) stuff_free);
  self->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->scheme = tend_compose_keep (self->texts, request->scheme);
  self->recipient = tend_compose_keep (self->texts, request->given_to);
  self->named = self->recipient != NULL;
  self->purpose = request->purpose;
  self->clients = request->clients;
  self->on = request->on;

  if (!read_carer (self, vault, request, error) || !read_members (self, vault, error) ||
      !tend_portfolio_read_scheme (self, vault, error) ||
      !tend_portfolio_hide_names (self, vault, request, error))
    return NULL;
  for (const TendPortfolioEntry *entry = tend_portfolio_entries (); entry->id != NULL; entry++)
    if (!plan_entry (self, vault, entry, request, error))
      return NULL;
  if (!tend_portfolio_plan_clients (self, vault, request, error))
    return NULL;
  tend_portfolio_sum_up_standard (self);

  return g_steal_pointer (&self);
}

guint
tend_portfolio_plan_get_n_items (TendPortfolioPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts->len;
}

const TendPortfolioItem *
tend_portfolio_plan_get_item (TendPortfolioPlan *self,
                              guint              index)
{
  g_return_val_if_fail (self != NULL && index < self->parts->len, NULL);

  return &((TendPortfolioStuff *) self->parts->pdata[index])->shown;
}

const char *
tend_portfolio_plan_get_refusal (TendPortfolioPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->refusal;
}
