/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-risks.h"

#include "tend-figures-private.h"
#include "tend-kinds.h"

/* Names are plain values in the array, so their text lives as long as the program. */
static void
add_band (GArray     *bands,
          int         from,
          const char *name)
{
  TendRiskBand band = { from, g_intern_string (name) };

  g_array_append_val (bands, band);
}

static void
add_common (GArray *bands)
{
  g_autoptr(GKeyFile) file = tend_figures_load ("risk-bands.ini");
  g_auto(GStrv) keys = g_key_file_get_keys (file, "bands", NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *name = g_key_file_get_locale_string (file, "names", keys[i], NULL, NULL);

      add_band (bands, g_key_file_get_integer (file, "bands", keys[i], NULL), name);
    }
}

static int
compare_bands (gconstpointer a,
               gconstpointer b)
{
  return ((const TendRiskBand *) a)->from - ((const TendRiskBand *) b)->from;
}

GArray *
tend_risk_bands (TendVault  *vault,
                 GError    **error)
{
  g_autoptr(GPtrArray) own = tend_record_load_all (vault, &tend_risk_band_kind, error);
  GArray *bands;

  if (own == NULL)
    return NULL;

  bands = g_array_new (FALSE, FALSE, sizeof (TendRiskBand));
  for (guint i = 0; i < own->len; i++)
    add_band (bands, tend_record_get_int (own->pdata[i], "from"),
              tend_record_get_text (own->pdata[i], "name"));
  if (own->len == 0)
    add_common (bands);

  g_array_sort (bands, compare_bands);
  return bands;
}

int
tend_risk_score_before (TendRecord *risk)
{
  return tend_risk_score (tend_record_get_int (risk, "likelihood_before"),
                          tend_record_get_int (risk, "severity_before"));
}

int
tend_risk_score_after (TendRecord *risk)
{
  return tend_risk_score (tend_record_get_int (risk, "likelihood_after"),
                          tend_record_get_int (risk, "severity_after"));
}

GPtrArray *
tend_risk_hazards (void)
{
  static const char * const fields[] = { "hazard", "who", "controls", "further" };
  GPtrArray *risks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GKeyFile) file = tend_figures_load ("hazards.ini");
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      TendRecord *risk = tend_record_new (&tend_risk_kind);

      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          g_autofree char *text =
            g_key_file_get_locale_string (file, groups[i], fields[j], NULL, NULL);

          tend_record_set_text (risk, fields[j], text);
        }
      g_ptr_array_add (risks, risk);
    }

  return risks;
}
