/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-risk.h"

static gboolean
is_level (int level)
{
  return level >= 1 && level <= TEND_RISK_LARGEST;
}

int
tend_risk_score (int likelihood,
                 int severity)
{
  return is_level (likelihood) && is_level (severity) ? likelihood * severity : 0;
}

const TendRiskBand *
tend_risk_band (GArray *bands,
                int     score)
{
  for (guint i = bands->len; i-- > 0;)
    {
      const TendRiskBand *band = &g_array_index (bands, TendRiskBand, i);

      if (score >= band->from)
        return band;
    }

  return NULL;
}
