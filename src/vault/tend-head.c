/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-vault-private.h"

#include "tend-error.h"
#include "tend-files.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

/* vault.head: how long the history is and the hash of its last row, in one line
 * of text under a MAC:
 *
 *     tend-head 1 LENGTH HASH MAC
 *
 * A flipped bit in the WAL makes SQLite drop that commit and all after it
 * without a word; the head is what remembers that they were there.  It is
 * written after the commit, so it may be behind the database (a crash between
 * the two) but the database may never be behind it.
 */

#define HEAD_FORMAT "tend-head 1 %" G_GINT64_FORMAT " %s"
#define MAC_BYTES 32

static void
compute_mac (TendKey    *key,
             const char *text,
             guint8     *mac)
{
  g_autoptr(TendKey) subkey = tend_key_derive (key, TEND_SUBKEY_HEAD);

  crypto_generichash (mac, MAC_BYTES, (const guint8 *) text, strlen (text),
                      tend_key_peek (subkey), TEND_KEY_BYTES);
}

static char *
format_head (TendKey            *key,
             const TendChainEnd *end)
{
  char hash_hex[TEND_HASH_BYTES * 2 + 1];
  char mac_hex[MAC_BYTES * 2 + 1];
  guint8 mac[MAC_BYTES];
  g_autofree char *text = NULL;

  sodium_bin2hex (hash_hex, sizeof hash_hex, end->hash, sizeof end->hash);
  text = g_strdup_printf (HEAD_FORMAT, end->length, hash_hex);
  compute_mac (key, text, mac);
  sodium_bin2hex (mac_hex, sizeof mac_hex, mac, sizeof mac);

  return g_strconcat (text, " ", mac_hex, "\n", NULL);
}

/* Strict: formatting what was read must give the file again, MAC included. */
static gboolean
parse_head (TendKey      *key,
            const char   *text,
            gsize         length,
            TendChainEnd *end)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  g_autofree char *again = NULL;
  gsize got;

  if (g_strv_length (words) != 5 ||
      !g_ascii_string_to_signed (words[2], 10, 0, G_MAXINT64, &end->length, NULL) ||
      sodium_hex2bin (end->hash, sizeof end->hash, words[3], strlen (words[3]), NULL, &got,
                      NULL) != 0 ||
      got != sizeof end->hash)
    return FALSE;

  again = format_head (key, end);

  return strlen (again) == length && sodium_memcmp (again, text, length) == 0;
}

TendHeadState
tend_head_read (const char   *dir,
                TendKey      *key,
                TendChainEnd *end)
{
  g_autofree char *path = g_build_filename (dir, TEND_FILE_HEAD, NULL);
  g_autofree char *text = NULL;
  gsize length;

  *end = (TendChainEnd) { 0 };

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TEND_HEAD_MISSING;

  if (!g_file_get_contents (path, &text, &length, NULL) ||
      !parse_head (key, text, length, end))
    return TEND_HEAD_UNSOUND;

  return TEND_HEAD_READ;
}

/* No sync of the folder: after a power cut the name may still be the older
 * head's, which is no harm.
 */
gboolean
tend_head_replace (const char          *dir,
                   TendKey             *key,
                   const TendChainEnd  *end,
                   GError             **error)
{
  g_autofree char *path = g_build_filename (dir, TEND_FILE_HEAD, NULL);
  g_autofree char *text = format_head (key, end);

  return tend_files_replace (path, text, strlen (text), FALSE, error);
}

gboolean
tend_head_write (const char          *dir,
                 TendKey             *key,
                 const TendChainEnd  *end,
                 GError             **error)
{
  int lock = tend_files_lock_dir (dir, error);
  TendChainEnd there;
  gboolean ok;

  if (lock < 0)
    return FALSE;

  /* Another process may have committed and written its head since. */
  if (tend_head_read (dir, key, &there) == TEND_HEAD_READ && there.length >= end->length)
    ok = TRUE;
  else
    ok = tend_head_replace (dir, key, end, error);

  tend_files_unlock (&lock);

  return ok;
}

gboolean
tend_head_update (TendVault  *vault,
                  GError    **error)
{
  TendChainEnd end;

  if (!tend_chain_read_end (vault, 0, &end, error))
    return FALSE;

  if (end.length > 0 && !tend_head_write (vault->dir, vault->key, &end, error))
    return FALSE;

  vault->head_is_old = FALSE;

  return TRUE;
}

static void
note_fault_cb (gint64       sequence,
               const char  *message,
               gpointer     data)
{
  gint64 *first = data;

  if (*first == 0)
    *first = sequence;
}

/* The rows that the head does not know must hang on it: a crash between a commit
 * and its head, or another program that has just committed.
 */
static gboolean
check_tail (TendVault           *vault,
            const TendChainEnd  *head,
            GError             **error)
{
  gint64 fault = 0;

  if (!tend_chain_walk (vault, head, note_fault_cb, &fault, NULL, error))
    return FALSE;

  if (fault != 0)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, fault);

      g_set_error (error, TEND_ERROR, TEND_ERROR_DAMAGED,
                   _("The history is damaged at entry %s. "
                     "Please restore a snapshot or a backup."),
                   number);
      return FALSE;
    }

  return TRUE;
}

gboolean
tend_head_check (TendVault  *vault,
                 GError    **error)
{
  TendChainEnd head, row;

  /* The head first, then the database: what another process commits between
   * the two then only makes the database longer.
   */
  switch (tend_head_read (vault->dir, vault->key, &head))
    {
    case TEND_HEAD_MISSING:
      /* A missing head is told by verify and does not keep anybody from sound
       * records: it holds none itself, and without it nothing is known against
       * them.  The next change writes a new one.
       */
      return TRUE;

    case TEND_HEAD_UNSOUND:
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_DAMAGED,
                           _("The file vault.head is damaged, so nobody can say whether the "
                             "latest records are all there. Please restore a snapshot or a "
                             "backup."));
      return FALSE;

    case TEND_HEAD_READ:
      break;
    }

  if (head.length == 0)
    return TRUE;

  if (!tend_chain_read_end (vault, head.length, &row, error))
    return FALSE;

  if (row.length != head.length || memcmp (row.hash, head.hash, sizeof row.hash) != 0)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_DAMAGED,
                           _("The latest records are missing: the database does not reach as far "
                             "as it did when Tend last wrote to it. Please restore a snapshot or a "
                             "backup."));
      return FALSE;
    }

  if (!check_tail (vault, &head, error))
    return FALSE;

  /* Where it is behind it is brought up; a failure is tried again later. */
  vault->head_is_old = TRUE;
  tend_head_update (vault, NULL);

  return TRUE;
}
