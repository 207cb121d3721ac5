/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-desktop.h"

GSettings *
tend_desktop_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  /* g_settings_new() ends the program when there is no such schema. */
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, TEND_APP_ID, TRUE);

  return schema != NULL ? g_settings_new (TEND_APP_ID) : NULL;
}
