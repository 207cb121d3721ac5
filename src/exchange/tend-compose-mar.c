/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-mar-private.h"

#include "tend-clients.h"
#include "tend-mar-code.h"

#include <glib/gi18n-lib.h>

struct _TendMarValues
{
  TendCareValues    *care;   /* text, arrays and the head */
  TendMarChartSheet  sheet;
};

void
tend_mar_values_free (TendMarValues *self)
{
  tend_care_values_free (self->care);
  g_free (self);
}

static TendMarValues *
values_new (gboolean blank)
{
  TendMarValues *self = g_new0 (TendMarValues, 1);

  self->care = g_new0 (TendCareValues, 1);
  self->care->texts = g_string_chunk_new (8192);
  self->care->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->sheet.blank = blank;
  return self;
}

static void
read_codes (TendCareSource    *source,
            TendMarChartSheet *sheet)
{
  GArray *codes = g_array_new (FALSE, FALSE, sizeof (TendMarFact));

  for (const TendChoice *choice = tend_mar_code_choices; choice->value != NULL; choice++)
    {
      const TendMarFact code = { choice->value, _(choice->label) };

      g_array_append_val (codes, code);
    }
  sheet->n_codes = codes->len;
  sheet->codes = tend_care_own (source, codes);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

void
tend_mar_add_signer (TendMarReading *self,
                     TendRecord     *entry)
{
  const char *by = tend_kind_field (tend_record_get_kind (entry), "by") != NULL
                   ? tend_record_get_text (entry, "by") : "me";
  const char *initials = tend_care_text (self->source, entry, "initials");
  g_autofree char *own = tend_mar_initials (self->source->values->head.carer.name);
  /* What a person took alone is mostly written by the carer: then those letters are hers. */
  gboolean mine = tend_mar_giver (by) == NULL ||
                  (g_str_equal (by, "person") && g_strcmp0 (initials, own) == 0);

  if (initials != NULL)
    g_hash_table_add (mine ? self->initials : self->others, (gpointer) initials);
}

/* Of the people round the client the only one with these initials; NULL. */
static const char *
name_of (TendCareSource *source,
         const char     *initials)
{
  const char *found = NULL;

  for (guint i = 0; source->people != NULL && i < source->people->len; i++)
    {
      const char *name = tend_record_get_text (source->people->pdata[i], "name");
      g_autofree char *theirs = tend_mar_initials (name);

      if (!g_str_equal (theirs, initials))
        continue;
      if (found != NULL)
        return NULL;
      found = tend_care_name (source, name);
    }

  return found;
}

/* (element-type utf8) */
static GPtrArray *
sorted (GHashTable *set)
{
  GPtrArray *all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (all, key);
  g_ptr_array_sort (all, compare_texts);

  return all;
}

/* Whoever signed on the chart, by name.  Two may have the same letters: it is said which of
 * them are not the carer's. */
static void
read_signers (TendMarReading *reading,
              TendMarCycle   *cycle)
{
  TendCareSource *source = reading->source;
  GStringChunk *texts = source->values->texts;
  const char *carer = source->values->head.carer.name;
  g_autofree char *own = tend_mar_initials (carer);
  GArray *signers = g_array_new (FALSE, FALSE, sizeof (TendMarSigner));
  g_autoptr(GPtrArray) mine = NULL;
  g_autoptr(GPtrArray) others = sorted (reading->others);

  if (*own)
    g_hash_table_add (reading->initials, (gpointer) tend_compose_keep (texts, own));
  mine = sorted (reading->initials);
  for (guint i = 0; i < mine->len; i++)
    {
      TendMarSigner signer = { mine->pdata[i], NULL };

      if (g_str_equal (signer.initials, own))
        signer.name = carer;
      else if (g_str_equal (signer.initials, TEND_MAR_TICK))
        signer.name = _("taken; who signed was not written");
      g_array_append_val (signers, signer);
    }
  for (guint i = 0; i < others->len; i++)
    {
      /* Translators: initials of somebody who is not the carer: "MD (not the carer)" */
      g_autofree char *initials = g_strdup_printf (_("%s (not the carer)"),
                                                   (const char *) others->pdata[i]);
      const TendMarSigner signer = { tend_compose_keep (texts, initials),
                                     name_of (source, others->pdata[i]) };

      g_array_append_val (signers, signer);
    }
  cycle->n_signers = signers->len;
  cycle->signers = tend_care_own (source, signers);
}

static gboolean
read_cycle (TendCareSource        *source,
            const TendMarRequest  *request,
            TendDate               from,
            int                    days,
            TendMarCycle          *cycle,
            GError               **error)
{
  g_autoptr(TendMarChart) chart =
    tend_mar_chart_load (source->vault, tend_record_get_id (source->client), from, days,
                         request->now, error);
  g_autoptr(GHashTable) initials = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) others = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) noted = g_hash_table_new (NULL, NULL);
  TendMarReading reading = {
    .source = source, .request = request, .chart = chart, .initials = initials,
    .others = others, .noted = noted,
  };
  GArray *medicines;

  if (chart == NULL)
    return FALSE;

  *cycle = (TendMarCycle) { .from = chart->from, .to = chart->to, .version = chart->version,
                            .first_version = chart->first_version };
  medicines = g_array_new (FALSE, FALSE, sizeof (TendMarMedicine));
  cycle->medicines = tend_care_own (source, medicines);
  for (guint i = 0; i < chart->lines->len; i++)
    {
      TendMarMedicine medicine = { .number = i + 1 };

      reading.line = chart->lines->pdata[i];
      if (!tend_mar_read_line (&reading, &medicine, error))
        return FALSE;
      g_array_append_val (medicines, medicine);
    }
  cycle->medicines = (const TendMarMedicine *) medicines->data;
  cycle->n_medicines = medicines->len;
  read_signers (&reading, cycle);

  return TRUE;
}

static gboolean
read_sheet (TendCareSource        *source,
            const TendMarRequest  *request,
            TendMarChartSheet     *sheet,
            GError               **error)
{
  GArray *cycles;

  if (!tend_care_read_head (source, error))
    return FALSE;

  sheet->head = source->values->head;
  sheet->gp = tend_care_gp (source);
  sheet->as_at = request->now;
  read_codes (source, sheet);
  cycles = g_array_new (FALSE, FALSE, sizeof (TendMarCycle));
  tend_care_own (source, cycles);
  for (int day = 0; day < request->days; day += TEND_MAR_CYCLE_DAYS)
    {
      TendMarCycle cycle;

      if (!read_cycle (source, request, request->from + day,
                       MIN (request->days - day, TEND_MAR_CYCLE_DAYS), &cycle, error))
        return FALSE;
      g_array_append_val (cycles, cycle);
    }
  sheet->cycles = (const TendMarCycle *) cycles->data;
  sheet->n_cycles = cycles->len;
  return TRUE;
}

TendMarValues *
tend_compose_mar_load (TendVault             *vault,
                       const TendMarRequest  *request,
                       GError               **error)
{
  g_autoptr(TendMarValues) values = NULL;
  g_autoptr(TendRecord) client = NULL;
  TendCareRequest about;
  TendCareSource source;
  gboolean done;

  g_return_val_if_fail (vault != NULL && request != NULL && request->days > 0, NULL);

  client = tend_record_load (vault, tend_kind_by_name ("client"), request->client, error);
  if (client == NULL)
    return NULL;

  values = values_new (request->blank);
  about = (TendCareRequest) { .client = request->client, .on = tend_time_date (request->now) };
  source = (TendCareSource) {
    .vault = vault, .request = &about, .values = values->care, .client = client,
  };
  done = read_sheet (&source, request, &values->sheet, error);
  g_clear_pointer (&source.people, g_ptr_array_unref);

  return done ? g_steal_pointer (&values) : NULL;
}

const TendMarChartSheet *
tend_compose_mar_sheet (const TendMarValues *values)
{
  g_return_val_if_fail (values != NULL, NULL);

  return &values->sheet;
}

TendDocument *
tend_compose_mar_document (const TendMarValues *values)
{
  g_return_val_if_fail (values != NULL, NULL);

  return tend_document_new_mar_chart (&values->sheet);
}
