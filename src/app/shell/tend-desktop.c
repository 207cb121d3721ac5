/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-desktop.h"

/* What GTK does when its list has changed: it writes it. */
static void (*write_recent) (GtkRecentManager *manager);

/* The setting that turns the list off would also empty it, for every program. */
static void
recent_changed (GtkRecentManager *manager)
{
  GList *items = gtk_recent_manager_get_items (manager);

  for (GList *item = items; item != NULL; item = item->next)
    if (gtk_recent_info_has_application (item->data, g_get_application_name ()))
      gtk_recent_manager_remove_item (manager, gtk_recent_info_get_uri (item->data), NULL);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  write_recent (manager);
}

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

void
tend_desktop_leave_recent_alone (void)
{
  GtkRecentManagerClass *klass = g_type_class_ref (GTK_TYPE_RECENT_MANAGER);

  if (klass->changed != recent_changed)
    write_recent = klass->changed;
  klass->changed = recent_changed; /* the reference is kept, and this with it */
}
