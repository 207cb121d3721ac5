/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-demo.h"

#include "tend-demo-data.h"
#include "tend-demo-private.h"
#include "tend-import.h"
#include "tend-record.h"

#include <glib/gi18n-lib.h>

static gboolean
check_empty (TendVault  *vault,
             GError    **error)
{
  for (const TendKind * const *kind = tend_kinds (); *kind != NULL; kind++)
    {
      g_autoptr(GPtrArray) records = tend_record_load_all (vault, *kind, error);

      if (records == NULL)
        return FALSE;

      if (records->len > 0)
        {
          g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                               _("There are records here already;"
                                 " the sample goes into an empty vault alone."));
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
tend_demo_load (TendVault  *vault,
                TendDemo    demo,
                GError    **error)
{
  static const char * const paths[] = {
    "/org/tendcare/Tend/demo/sample.json", "/org/tendcare/Tend/demo/flintshire.json",
  };
  g_autoptr(GBytes) text = NULL;

  g_return_val_if_fail (TEND_IS_VAULT (vault), FALSE);

  if (!check_empty (vault, error))
    return FALSE;

  text = g_resource_lookup_data (tend_demo_data_get_resource (), paths[demo],
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return text != NULL && tend_import_bytes (vault, text, NULL, NULL, NULL, error) &&
         (demo != TEND_DEMO_SAMPLE || tend_demo_keep_papers (vault, error));
}

TendDate
tend_demo_today (void)
{
  return tend_date_new (2026, 11, 24);
}
