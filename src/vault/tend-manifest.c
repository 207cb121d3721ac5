/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-backup-private.h"

/* The names and numbers in a manifest are Tend's own and need no escaping.  It is
 * never parsed: what was read from a backup is formatted again and must give the
 * same text.
 */

void
tend_manifest_init (TendManifest *self)
{
  self->files = g_string_new (NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
tend_manifest_clear (TendManifest *self)
{
  g_string_free (self->files, TRUE);
  g_hash_table_unref (self->names);
}

gboolean
tend_manifest_has (TendManifest *self,
                   const char   *name)
{
  return g_hash_table_contains (self->names, name);
}

void
tend_manifest_add (TendManifest *self,
                   const char   *name,
                   gint64        size,
                   const guint8 *sum)
{
  char hex[TEND_SUM_BYTES * 2 + 1];

  sodium_bin2hex (hex, sizeof hex, sum, TEND_SUM_BYTES);
  g_string_append_printf (self->files,
                          "%s\n  {\"name\":\"%s\",\"size\":%" G_GINT64_FORMAT
                          ",\"blake2b\":\"%s\"}",
                          self->files->len > 0 ? "," : "", name, size, hex);
  g_hash_table_add (self->names, g_strdup (name));
}

char *
tend_manifest_format (TendManifest *self,
                      const char   *vault_id)
{
  return g_strdup_printf ("{\"format\":\"" TEND_BACKUP_MARK "\",\"version\":%d,\"vault\":\"%s\","
                          "\"created_at\":%" G_GINT64_FORMAT ",\"files\":[%s\n]}\n",
                          TEND_BACKUP_VERSION, vault_id, g_get_real_time () / G_USEC_PER_SEC,
                          self->files->str);
}

gboolean
tend_manifest_match (TendManifest *self,
                     const char   *text)
{
  g_autofree char *end = g_strdup_printf ("\"files\":[%s\n]}\n", self->files->str);

  return g_str_has_prefix (text, "{\"format\":\"" TEND_BACKUP_MARK "\",") &&
         g_str_has_suffix (text, end);
}
