/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-keys-private.h"

#include "tend-error.h"
#include "tend-files.h"
#include "tend-guarded.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* vault.keys is a key file (GKeyFile) of hexadecimal values, ended by a line
 *
 *     # sum SUM
 *
 * with the BLAKE2b of all before it: it tells a damaged file from a wrong key,
 * and needs no key itself.  What it holds is no secret without a sheet.
 */

#define VERSION      1
#define GROUP_VAULT  "vault"
#define SUM_MARK     "# sum "
#define SUM_BYTES    32
#define SUM_LINE     (sizeof SUM_MARK - 1 + SUM_BYTES * 2 + 1)

/* More than Tend ever asks for would be somebody's attempt to stall it. */
#define MAX_OPS      16
#define MAX_MEMORY   (1024u * 1024 * 1024)

static const char *const slot_groups[TEND_N_SLOTS] = {
  [TEND_SLOT_RECOVERY]   = "recovery",
  [TEND_SLOT_PASSPHRASE] = "passphrase",
};

static void
set_hex (GKeyFile     *file,
         const char   *group,
         const char   *name,
         const guint8 *bytes,
         gsize         length)
{
  g_autofree char *hex = g_malloc (length * 2 + 1);

  sodium_bin2hex (hex, length * 2 + 1, bytes, length);
  g_key_file_set_string (file, group, name, hex);
}

static gboolean
get_hex (GKeyFile   *file,
         const char *group,
         const char *name,
         guint8     *bytes,
         gsize       length)
{
  g_autofree char *hex = g_key_file_get_string (file, group, name, NULL);
  gsize got;

  return hex != NULL &&
         sodium_hex2bin (bytes, length, hex, strlen (hex), NULL, &got, NULL) == 0 &&
         got == length;
}

/* (transfer full): the line that ends a file of which @text is all before. */
static char *
sum_line (const char *text,
          gsize       length)
{
  guint8 sum[SUM_BYTES];
  char hex[SUM_BYTES * 2 + 1];

  crypto_generichash (sum, sizeof sum, (const guint8 *) text, length, NULL, 0);
  sodium_bin2hex (hex, sizeof hex, sum, sizeof sum);

  return g_strconcat (SUM_MARK, hex, "\n", NULL);
}

static gboolean
sum_is_right (const char *text,
              gsize       length)
{
  g_autofree char *line = NULL;

  if (length < SUM_LINE)
    return FALSE;

  line = sum_line (text, length - SUM_LINE);

  return memcmp (text + length - SUM_LINE, line, SUM_LINE) == 0;
}

static void
load_slot (GKeyFile   *file,
           const char *group,
           TendSlot   *slot)
{
  slot->ops = g_key_file_get_uint64 (file, group, "ops", NULL);
  slot->memory = g_key_file_get_uint64 (file, group, "memory", NULL);
  slot->is_set = slot->ops > 0 && slot->ops <= MAX_OPS &&
                 slot->memory > 0 && slot->memory <= MAX_MEMORY &&
                 get_hex (file, group, "salt", slot->salt, sizeof slot->salt) &&
                 get_hex (file, group, "nonce", slot->nonce, sizeof slot->nonce) &&
                 get_hex (file, group, "box", slot->box, sizeof slot->box);
}

static TendKeys *
keys_from_text (const char *text,
                gsize       length)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(TendKeys) self = g_new0 (TendKeys, 1);
  guint8 id[TEND_ID_BYTES];

  self->is_sound = sum_is_right (text, length);

  if (!g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, NULL))
    return NULL;

  self->version = g_key_file_get_integer (file, GROUP_VAULT, "version", NULL);
  if (!get_hex (file, GROUP_VAULT, "id", id, sizeof id) ||
      !get_hex (file, GROUP_VAULT, "check", self->check, sizeof self->check))
    return NULL;

  self->id = g_key_file_get_string (file, GROUP_VAULT, "id", NULL);
  for (guint i = 0; i < TEND_N_SLOTS; i++)
    load_slot (file, slot_groups[i], &self->slots[i]);

  return g_steal_pointer (&self);
}

TendKeys *
tend_keys_load (const char  *path,
                GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *text = NULL;
  TendKeys *self;
  gsize length;

  tend_guarded_init ();

  if (!g_file_get_contents (path, &text, &length, &local_error))
    {
      gboolean missing = g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT);

      g_set_error_literal (error, TEND_ERROR, missing ? TEND_ERROR_NOT_FOUND : TEND_ERROR_FAILED,
                           local_error->message);
      return NULL;
    }

  self = keys_from_text (text, length);
  if (self == NULL)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_DAMAGED,
                           _("The file vault.keys is damaged. Please restore a backup."));
      return NULL;
    }

  if (self->is_sound && self->version > VERSION)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("These records were last used with a newer Tend, which this one "
                             "cannot read. Nothing was changed. Please install the newer Tend."));
      g_clear_pointer (&self, tend_keys_free);
    }

  return self;
}

static TendKeys *
load_from_snapshots (const char  *dir,
                     char       **from)
{
  g_autofree char *snapshots = g_build_filename (dir, TEND_DIR_SNAPSHOTS, NULL);
  g_auto(GStrv) names = tend_files_list (snapshots);

  /* Sorted by their time: from the newest back. */
  for (guint i = g_strv_length (names); i > 0; i--)
    {
      g_autofree char *path = g_build_filename (snapshots, names[i - 1], TEND_FILE_KEYS, NULL);
      g_autoptr(TendKeys) self = tend_keys_load (path, NULL);

      if (self != NULL && self->is_sound)
        {
          if (from != NULL)
            *from = g_steal_pointer (&path);
          return g_steal_pointer (&self);
        }
    }

  return NULL;
}

TendKeys *
tend_keys_load_best (const char  *dir,
                     char       **from,
                     GError     **error)
{
  g_autofree char *path = g_build_filename (dir, TEND_FILE_KEYS, NULL);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TendKeys) own = tend_keys_load (path, &local_error);
  TendKeys *other;

  if (own == NULL || !own->is_sound)
    {
      other = load_from_snapshots (dir, from);
      if (other != NULL)
        return other;
    }

  if (own == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (from != NULL)
    *from = g_steal_pointer (&path);

  return g_steal_pointer (&own);
}

static char *
keys_to_text (TendKeys *self,
              gsize    *length)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  g_key_file_set_integer (file, GROUP_VAULT, "version", VERSION);
  g_key_file_set_string (file, GROUP_VAULT, "id", self->id);
  set_hex (file, GROUP_VAULT, "check", self->check, sizeof self->check);

  for (guint i = 0; i < TEND_N_SLOTS; i++)
    {
      const TendSlot *slot = &self->slots[i];

      if (!slot->is_set)
        continue;

      g_key_file_set_uint64 (file, slot_groups[i], "ops", slot->ops);
      g_key_file_set_uint64 (file, slot_groups[i], "memory", slot->memory);
      set_hex (file, slot_groups[i], "salt", slot->salt, sizeof slot->salt);
      set_hex (file, slot_groups[i], "nonce", slot->nonce, sizeof slot->nonce);
      set_hex (file, slot_groups[i], "box", slot->box, sizeof slot->box);
    }

  text = g_key_file_to_data (file, length, NULL);
  line = sum_line (text, *length);
  *length += SUM_LINE;

  return g_strconcat (text, line, NULL);
}

gboolean
tend_keys_save (TendKeys    *self,
                const char  *path,
                GError     **error)
{
  gsize length;
  g_autofree char *text = keys_to_text (self, &length);

  return tend_files_replace (path, text, length, TRUE, error);
}

gboolean
tend_keys_save_everywhere (TendKeys    *self,
                           const char  *dir,
                           GError     **error)
{
  g_autofree char *path = g_build_filename (dir, TEND_FILE_KEYS, NULL);
  g_autofree char *snapshots = g_build_filename (dir, TEND_DIR_SNAPSHOTS, NULL);
  g_auto(GStrv) names = tend_files_list (snapshots);

  if (!tend_keys_save (self, path, error))
    return FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *copy = g_build_filename (snapshots, names[i], TEND_FILE_KEYS, NULL);

      if (g_file_test (copy, G_FILE_TEST_EXISTS) && !tend_keys_save (self, copy, error))
        return FALSE;
    }

  return TRUE;
}
