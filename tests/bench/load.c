/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load-private.h"

#include <string.h>

/* What a carer writes, the commonest first. */
static const char * const words[] = {
  "well", "tea", "breakfast", "ate", "washed", "dressed", "settled", "lunch", "tired", "good",
  "walk", "slept", "asked", "talked", "kitchen", "porridge", "toast", "supper", "bed", "chair",
  "television", "radio", "daughter", "son", "garden", "shower", "hair", "skin", "cream",
  "slippers", "window", "warm", "cold", "rain", "sun", "birds", "cat", "dog", "letter",
  "telephone", "neighbour", "shopping", "receipt", "laundry", "ironing", "hoovered", "bathroom",
  "bins", "stairs", "frame", "stick", "glasses", "hearing", "teeth", "feet", "knee", "shoulder",
  "back", "headache", "cough", "quiet", "bright", "cheerful", "worried", "cross", "laughed",
  "sang", "chapel", "church", "bingo", "crossword", "dominoes", "photographs", "wedding",
  "birthday", "Christmas", "holiday", "hospital", "surgery", "nurse", "chiropodist", "optician",
  "dentist", "physiotherapist", "wheelchair", "commode", "bruise", "fall", "dizzy", "swollen",
  "marmalade", "kippers", "rhubarb", "custard", "parkin", "goldfinch", "hedgehog", "trombone",
  "pantomime", "Llandudno",
  NULL
};
#define N_WORDS (G_N_ELEMENTS (words) - 1)

const char * const *
load_words (void)
{
  return words;
}

char *
load_long_number (int index)
{
  return g_strdup_printf ("L%03d", index + 1);
}

char *
load_client_id (int client)
{
  return g_strdup_printf ("c%02d", client + 1);
}

char *
load_unbilled (int percent)
{
  int last_tenure = (LOAD_DAYS * percent / 100 - 1) / LOAD_TENURE;

  return load_client_id (last_tenure * LOAD_SLOTS);
}

int
load_client_at (Load     *load,
                int       slot,
                TendDate  date)
{
  int last_tenure = (load->today - load->first - 1) / LOAD_TENURE;
  int most = LOAD_DAYS / LOAD_TENURE - 1;

  return MIN (MIN ((date - load->first) / LOAD_TENURE, last_tenure), most) * LOAD_SLOTS + slot;
}

gint64
load_rate (Load     *load,
           TendDate  date)
{
  int year, month, day;

  tend_date_get (date, &year, &month, &day);
  return 1700 + 40 * ((year - (month < 4)) % 20);
}

TendRecord *
load_record (const TendKind *kind,
             const char     *id,
             const char     *client)
{
  TendRecord *record = tend_record_new (kind);

  tend_record_set_id (record, id);
  if (client != NULL)
    tend_record_set_text (record, "client", client);

  return record;
}

gboolean
load_save (Load        *load,
           TendRecord  *record,
           GError     **error)
{
  load->counts->n_records++;
  return tend_record_save (load->vault, record, NULL, error);
}

/* Some words are had often and some seldom, and sums of money are each their own. */
char *
load_note (Load *load)
{
  GString *note = g_string_new (NULL);
  int n = g_rand_int_range (load->chance, 4, 16);

  for (int i = 0; i < n; i++)
    {
      double lot = g_rand_double (load->chance);

      g_string_append_printf (note, "%s%s", i > 0 ? " " : "", words[(int) (lot * lot * N_WORDS)]);
    }
  if (n > 13)
    g_string_append_printf (note, " £%d.%02d", g_rand_int_range (load->chance, 2, 60),
                            g_rand_int_range (load->chance, 0, 100));

  return g_string_free (note, FALSE);
}

static gboolean
cast_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  return load_cast (data, error);
}

static gboolean
fill (Load    *load,
      GError **error)
{
  if (!tend_vault_transact (load->vault, cast_cb, load, error))
    return FALSE;

  for (load->monday = load->first; load->monday < load->today; load->monday += 7)
    if (!tend_vault_transact (load->vault, load_week, load, error))
      return FALSE;

  return tend_vault_transact (load->vault, load_long, load, error);
}

gboolean
load_fill (TendVault   *vault,
           TendDate     today,
           int          percent,
           LoadCounts  *counts,
           GError     **error)
{
  Load load = {
    .vault = vault,
    .today = today,
    .first = tend_date_week_start (today - LOAD_DAYS * percent / 100),
    .chance = g_rand_new_with_seed (1948),
    .counts = counts,
  };
  gboolean ok;

  *counts = (LoadCounts) { 0 };
  for (int slot = 0; slot < LOAD_SLOTS; slot++)
    load.pending[slot] = g_ptr_array_new_with_free_func (g_object_unref);

  ok = fill (&load, error);

  for (int slot = 0; slot < LOAD_SLOTS; slot++)
    g_ptr_array_unref (load.pending[slot]);
  g_rand_free (load.chance);

  return ok;
}
