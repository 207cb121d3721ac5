/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "vault-test.h"

#include "tend-blob.h"
#include "tend-recovery.h"
#include "tend-snapshot.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* A vault with three entries and an attachment, and a backup of it. */
typedef struct
{
  VaultFixture  base;
  char         *blob;
  char         *backup;
  char         *target; /* where it is restored to */
} BackupFixture;

static void
set_up (BackupFixture *self,
        gconstpointer  data)
{
  g_autoptr(GInputStream) input = g_memory_input_stream_new_from_data ("scan", 4, NULL);
  g_autoptr(GError) error = NULL;

  vault_fixture_set_up (&self->base, data);
  self->backup = g_build_filename (self->base.top, "my.tend-backup", NULL);
  self->target = g_build_filename (self->base.top, "restored", NULL);

  for (int i = 0; i < 3; i++)
    g_assert_true (vault_write (self->base.vault, "n", "{\"text\":\"x\"}", &error));
  self->blob = tend_blob_store (self->base.vault, input, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tend_backup_write (self->base.vault, self->backup, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
tear_down (BackupFixture *self,
           gconstpointer  data)
{
  vault_fixture_tear_down (&self->base, data);
  g_free (self->blob);
  g_free (self->backup);
  g_free (self->target);
}

/* (transfer full): the names in a folder that begin with @prefix, in lines. */
static char *
list (const char *path,
      const char *prefix)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  GString *names = g_string_new (NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, prefix))
        g_string_append_printf (names, "%s\n", name);
    }

  return g_string_free (names, FALSE);
}

/* The vault at @dir is sound and has what was in it. */
static void
assert_restored (BackupFixture *fixture,
                 const char    *dir,
                 guint          n_entries)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *faults = vault_faults (&fixture->base, dir);
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(GInputStream) stream = NULL;
  char bytes[10];

  g_assert_cmpstr (faults, ==, "");
  vault = tend_vault_open (dir, fixture->base.key, TEND_VAULT_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vault_count (vault), ==, n_entries);
  stream = tend_blob_open (vault, fixture->blob, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_input_stream_read (stream, bytes, sizeof bytes, NULL, &error), ==, 4);
  g_assert_cmpmem (bytes, 4, "scan", 4);
  g_assert_true (vault_write (vault, "after", "{}", &error));
  g_assert_no_error (error);
}

static void
restore (const char *path,
         const char *dir,
         char      **moved_aside)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tend_backup_restore (path, dir, moved_aside, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_refused (BackupFixture *fixture,
                const char    *path,
                TendError      code,
                const char    *words)
{
  g_autoptr(GError) check_error = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *left = NULL;

  g_assert_false (tend_backup_check (path, &check_error));
  g_assert_error (check_error, TEND_ERROR, (int) code);
  if (strstr (check_error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", check_error->message, words);
  g_assert_false (tend_backup_restore (path, fixture->target, NULL, NULL, &error));
  g_assert_error (error, TEND_ERROR, (int) code);

  /* Nothing is left behind, and nothing was put in place. */
  left = list (fixture->base.top, "restored");
  g_assert_cmpstr (left, ==, "");
}

static void
test_restore (BackupFixture *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  char *aside = (char *) "unset";
  g_autoptr(TendKey) key = NULL;
  GStatBuf info;

  g_assert_cmpint (g_stat (fixture->backup, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_true (tend_backup_check (fixture->backup, &error));
  g_assert_no_error (error);

  restore (fixture->backup, fixture->target, &aside);
  g_assert_null (aside);
  assert_restored (fixture, fixture->target, 3);
  g_assert_cmpint (g_stat (fixture->target, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);

  /* On another machine it is the sheet that opens it. */
  key = tend_vault_key_from_recovery (fixture->target, fixture->base.recovery, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (tend_key_peek (key), 32, tend_key_peek (fixture->base.key), 32);
}

/* The vault in place is moved aside, whole, and can be opened there. */
static void
test_moved_aside (BackupFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *again = NULL;

  g_assert_true (vault_write (fixture->base.vault, "later", "{}", &error));
  vault_close (&fixture->base);

  restore (fixture->backup, fixture->base.dir, &aside);
  g_assert_true (g_str_has_prefix (aside, fixture->base.dir));
  assert_restored (fixture, fixture->base.dir, 3);
  assert_restored (fixture, aside, 4);

  restore (fixture->backup, fixture->base.dir, &again);
  g_assert_cmpstr (again, !=, aside);
  assert_restored (fixture, fixture->base.dir, 3);
  assert_restored (fixture, again, 4);
}

static void
test_in_use (BackupFixture *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (tend_backup_restore (fixture->backup, fixture->base.dir, NULL, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_BUSY);
  g_assert_cmpuint (vault_count (fixture->base.vault), ==, 3);
}

/* Through a symbolic link what it points at is replaced, not the link. */
static void
test_symlink (BackupFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->base.top, "link", NULL);
  g_autofree char *aside = NULL;

  vault_close (&fixture->base);
  g_assert_cmpint (symlink (fixture->base.dir, link), ==, 0);
  restore (fixture->backup, link, &aside);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_restored (fixture, link, 3);
  assert_restored (fixture, fixture->base.dir, 4);
}

static void
test_from_snapshot (BackupFixture *fixture,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *snapshots = vault_path (&fixture->base, "snapshots");
  g_autofree char *name = NULL, *path = NULL, *aside = NULL, *kept = NULL;

  g_assert_true (tend_snapshot_take (fixture->base.vault, "daily", &error));
  g_assert_true (vault_write (fixture->base.vault, "later", "{}", &error));
  g_assert_no_error (error);
  vault_close (&fixture->base);

  name = list (snapshots, "");
  path = g_build_filename (snapshots, g_strchomp (name), NULL);
  restore (path, fixture->base.dir, &aside);
  assert_restored (fixture, fixture->base.dir, 3);
  assert_restored (fixture, aside, 4);
  kept = g_build_filename (aside, "snapshots", name, NULL);
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_DIR));
}

static void
test_rehearse (BackupFixture *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *left = NULL;
  char *other = tend_recovery_generate ();

  g_assert_true (tend_backup_rehearse (fixture->backup, fixture->base.dir,
                                       fixture->base.recovery, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (tend_backup_rehearse (fixture->backup, fixture->base.dir, other, NULL, NULL,
                                        &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (tend_backup_rehearse (fixture->backup, fixture->base.dir, NULL, "no such words",
                                        NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_LOCKED);
  tend_recovery_free (other);

  left = list (fixture->base.top, "vault");
  g_assert_cmpstr (left, ==, "vault\n");
}

/* A backup takes the place of a file of its name: not of the vault's own, nor of
 * what is no file.
 */
static void
test_target (BackupFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->base.top, "folder", NULL);
  g_autofree char *link = g_build_filename (fixture->base.top, "link", NULL);
  const char *const targets[] = {
    vault_path (&fixture->base, "vault.db"), vault_path (&fixture->base, "b.tend-backup"),
    vault_path (&fixture->base, "blobs/b"), g_build_filename (link, "b", NULL),
    g_strdup (folder), g_strdup ("/dev/null"),
  };

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink (fixture->base.dir, link), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", targets[i]);
      g_assert_false (tend_backup_write (fixture->base.vault, targets[i], NULL, NULL, NULL,
                                         &error));
      g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
      g_free ((char *) targets[i]);
    }
  g_assert_cmpuint (vault_count (fixture->base.vault), ==, 3);
}

static void
note_progress (double   fraction,
               gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

static void
test_progress (BackupFixture *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  double last = 0;

  g_assert_true (tend_backup_write (fixture->base.vault, fixture->backup, note_progress, &last,
                                    NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1.0);
}

/* Cancelled, or refused, it leaves the last good backup as it was. */
static void
test_cancelled (BackupFixture *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *nowhere = g_build_filename (fixture->base.top, "no-folder", "b", NULL);
  g_autofree char *files = NULL, *left = NULL;
  g_autofree char *snapshots = vault_path (&fixture->base, "snapshots");

  g_cancellable_cancel (cancellable);
  g_assert_false (tend_backup_write (fixture->base.vault, fixture->backup, NULL, NULL, cancellable,
                                     &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (tend_backup_restore (fixture->backup, fixture->target, NULL, cancellable,
                                       &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (tend_backup_write (fixture->base.vault, nowhere, NULL, NULL, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND);
  g_clear_error (&error);

  files = list (fixture->base.top, "my");
  g_assert_cmpstr (files, ==, "my.tend-backup\n");
  left = list (snapshots, "");
  g_assert_cmpstr (left, ==, "");
  g_assert_true (tend_backup_check (fixture->backup, &error));
  g_assert_no_error (error);
}

static void
test_cut (BackupFixture *fixture,
          gconstpointer  data)
{
  g_autofree char *cut = g_build_filename (fixture->base.top, "cut", NULL);
  g_autofree char *whole = NULL;
  gsize length, content;

  g_assert_true (g_file_get_contents (fixture->backup, &whole, &length, NULL));

  /* The end of a tar file is zeros: what is cut off there is no loss. */
  for (content = length; whole[content - 1] == '\0'; content--)
    ;

  for (gsize at = 0; at < content; at += at < 2048 ? 97 : 3001)
    {
      g_assert_true (g_file_set_contents (cut, whole, at, NULL));
      assert_refused (fixture, cut, at < 512 ? TEND_ERROR_INVALID : TEND_ERROR_DAMAGED,
                      at < 512 ? "not a backup" : "damaged");
    }
}

/* A flipped byte is found, or was between the files, where it changes nothing. */
static void
test_flipped (BackupFixture *fixture,
              gconstpointer  data)
{
  goffset size = file_size (fixture->backup);
  guint n_harmless = 0, n_found = 0;

  for (goffset at = 0; at < size; at += 1009)
    {
      g_autoptr(GError) error = NULL;

      flip_byte (fixture->backup, at);
      if (tend_backup_restore (fixture->backup, fixture->target, NULL, NULL, &error))
        {
          assert_restored (fixture, fixture->target, 3);
          remove_tree (fixture->target);
          n_harmless++;
        }
      else
        {
          g_assert_true (g_error_matches (error, TEND_ERROR, TEND_ERROR_DAMAGED) ||
                         g_error_matches (error, TEND_ERROR, TEND_ERROR_INVALID));
          n_found++;
        }
      flip_byte (fixture->backup, at);
    }

  g_test_message ("%u found, %u between files", n_found, n_harmless);
  g_assert_cmpuint (n_found, >, 9 * n_harmless);
}

static void
test_not_a_backup (BackupFixture *fixture,
                   gconstpointer  data)
{
  static const char *const texts[] = { "", "x", "PK\3\4 a zip", "{\"format\":\"tend\"}" };
  g_autofree char *path = g_build_filename (fixture->base.top, "other", NULL);
  g_autofree char *noise = g_malloc (20000);
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      assert_refused (fixture, path, TEND_ERROR_INVALID, "not a backup");
    }

  for (guint i = 0; i < 20000; i++)
    noise[i] = g_rand_int (random);
  g_assert_true (g_file_set_contents (path, noise, 20000, NULL));
  assert_refused (fixture, path, TEND_ERROR_INVALID, "not a backup");
  memset (noise, 0, 20000);
  g_assert_true (g_file_set_contents (path, noise, 20000, NULL));
  assert_refused (fixture, path, TEND_ERROR_INVALID, "not a backup");

  g_unlink (path);
  assert_refused (fixture, path, TEND_ERROR_NOT_FOUND, "not there");
}

/* --- Files made with ill will. --- */

typedef struct
{
  const char *test;
  const char *name;     /* of the odd entry */
  mode_t      type;
  const char *link;
  gint64      size;     /* claimed; -1 for what is written */
  const char *mark;     /* the version in the first entry */
  TendError   code;
  const char *words;
} Crafted;

static const Crafted crafted[] = {
  { "absolute", "/tmp/evil", AE_IFREG, NULL, -1, "1\n",
    TEND_ERROR_DAMAGED, "belong" },
  { "dots", "../evil", AE_IFREG, NULL, -1, "1\n",
    TEND_ERROR_DAMAGED, "belong" },
  { "dots-inside", "blobs/../../evil", AE_IFREG, NULL, -1, "1\n",
    TEND_ERROR_DAMAGED, "belong" },
  { "unknown", "autostart", AE_IFREG, NULL, -1, "1\n",
    TEND_ERROR_DAMAGED, "belong" },
  { "blob-name", "blobs/ABC", AE_IFREG, NULL, -1, "1\n",
    TEND_ERROR_DAMAGED, "belong" },
  { "folder", "blobs", AE_IFDIR, NULL, 0, "1\n",
    TEND_ERROR_DAMAGED, "belong" },
  { "twice", "vault.keys", AE_IFREG, NULL, -1, "1\n",
    TEND_ERROR_DAMAGED, "belong" },
  { "symlink", "vault.db", AE_IFLNK, "/etc/passwd", 0, "1\n",
    TEND_ERROR_DAMAGED, "plain file" },
  { "hardlink", "vault.db", AE_IFREG, "/etc/passwd", 0, "1\n",
    TEND_ERROR_DAMAGED, "plain file" },
  { "fifo", "vault.db", AE_IFIFO, NULL, 0, "1\n",
    TEND_ERROR_DAMAGED, "plain file" },
  { "huge", "vault.db", AE_IFREG, NULL, G_GINT64_CONSTANT (1) << 50, "1\n",
    TEND_ERROR_DAMAGED, "plain file" },
  { "no-manifest", "vault.db", AE_IFREG, NULL, -1, "1\n",
    TEND_ERROR_DAMAGED, "cut short" },
  { "newer", "vault.db", AE_IFREG, NULL, -1, "2\n",
    TEND_ERROR_FAILED, "newer Tend" },
  { "odd-version", "vault.db", AE_IFREG, NULL, -1, "one\n",
    TEND_ERROR_DAMAGED, "version" },
};

#define MAX_CRAFTED (64 * 1024)

static void
craft_entry (struct archive *archive,
             const char     *name,
             mode_t          type,
             const char     *link,
             gint64          size,
             const char     *text)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, type);
  archive_entry_set_perm (entry, 0600);
  if (type == AE_IFLNK)
    archive_entry_set_symlink (entry, link);
  else if (link != NULL)
    archive_entry_set_hardlink (entry, link);
  archive_entry_set_size (entry, size >= 0 ? size : (gint64) strlen (text));
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  if (type == AE_IFREG && link == NULL)
    archive_write_data (archive, text, strlen (text));
  archive_entry_free (entry);
}

static void
test_crafted (BackupFixture *fixture,
              gconstpointer  data)
{
  const Crafted *odd = data;
  g_autofree char *path = g_build_filename (fixture->base.top, "crafted", NULL);
  g_autofree char *buffer = g_malloc (MAX_CRAFTED);
  struct archive *archive = archive_write_new ();
  gsize used = 0;

  /* Into memory, and no more: libarchive would write all zeros that an entry
   * claims to have, and fill the disk.
   */
  archive_write_set_format_pax_restricted (archive);
  archive_write_set_bytes_per_block (archive, 0);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, MAX_CRAFTED, &used), ==,
                   ARCHIVE_OK);
  craft_entry (archive, "tend-backup", AE_IFREG, NULL, -1, odd->mark);
  craft_entry (archive, "vault.keys", AE_IFREG, NULL, -1, "keys");
  craft_entry (archive, odd->name, odd->type, odd->link, odd->size, "text");
  archive_write_close (archive);
  archive_write_free (archive);
  g_assert_cmpuint (used, <=, MAX_CRAFTED);
  g_assert_true (g_file_set_contents (path, buffer, used, NULL));

  assert_refused (fixture, path, odd->code, odd->words);
  g_assert_false (g_file_test ("/tmp/evil", G_FILE_TEST_EXISTS));
}

/* Copies the backup entry by entry, with one more at its end. */
static void
copy_with_one_more (const char *from,
                    const char *to)
{
  struct archive *in = archive_read_new ();
  struct archive *out = archive_write_new ();
  struct archive_entry *entry;
  char bytes[1024];
  gssize got;

  archive_read_support_format_tar (in);
  archive_write_set_format_pax_restricted (out);
  g_assert_cmpint (archive_read_open_filename (in, from, 10240), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_filename (out, to), ==, ARCHIVE_OK);
  while (archive_read_next_header (in, &entry) == ARCHIVE_OK)
    {
      g_assert_cmpint (archive_write_header (out, entry), ==, ARCHIVE_OK);
      while ((got = archive_read_data (in, bytes, sizeof bytes)) > 0)
        g_assert_cmpint (archive_write_data (out, bytes, got), ==, got);
    }
  craft_entry (out, "vault.extra", AE_IFREG, NULL, -1, "more");
  archive_read_free (in);
  g_assert_cmpint (archive_write_close (out), ==, ARCHIVE_OK);
  archive_write_free (out);
}

static void
test_behind_end (BackupFixture *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->base.top, "longer", NULL);

  copy_with_one_more (fixture->backup, path);
  assert_refused (fixture, path, TEND_ERROR_DAMAGED, "behind its end");
}

/* --- No room. --- */

static void
child_no_room (BackupFixture *fixture,
               gboolean       writing)
{
  g_autoptr(GError) error = NULL;
  struct rlimit limit;
  gboolean ok;

  signal (SIGXFSZ, SIG_IGN);
  if (writing)
    vault_open (&fixture->base);
  limit.rlim_cur = limit.rlim_max = 60 * 1024;
  setrlimit (RLIMIT_FSIZE, &limit);

  if (writing)
    ok = tend_backup_write (fixture->base.vault, fixture->backup, NULL, NULL, NULL, &error);
  else
    ok = tend_backup_restore (fixture->backup, fixture->base.dir, NULL, NULL, &error);
  _exit (!ok && error->code == TEND_ERROR_FAILED ? 0 : 1);
}

static void
test_no_room (BackupFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *left = NULL;
  g_autoptr(GError) error = NULL;

  vault_close (&fixture->base);
  for (int writing = 0; writing < 2; writing++)
    {
      pid_t pid = fork ();
      int status;

      g_assert_cmpint (pid, >=, 0);
      if (pid == 0)
        child_no_room (fixture, writing);
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }

  left = list (fixture->base.top, "vault");
  g_assert_cmpstr (left, ==, "vault\n");
  g_assert_true (tend_backup_check (fixture->backup, &error));
  g_assert_no_error (error);
  vault_open (&fixture->base);
  g_assert_cmpuint (vault_count (fixture->base.vault), ==, 3);
}

#define add_test(path, func) \
  g_test_add ("/vault/backup/" path, BackupFixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("restore", test_restore);
  add_test ("moved-aside", test_moved_aside);
  add_test ("in-use", test_in_use);
  add_test ("symlink", test_symlink);
  add_test ("from-snapshot", test_from_snapshot);
  add_test ("rehearse", test_rehearse);
  add_test ("target", test_target);
  add_test ("progress", test_progress);
  add_test ("cancelled", test_cancelled);
  add_test ("cut", test_cut);
  add_test ("flipped", test_flipped);
  add_test ("not-a-backup", test_not_a_backup);
  add_test ("behind-end", test_behind_end);
  add_test ("no-room", test_no_room);
  for (guint i = 0; i < G_N_ELEMENTS (crafted); i++)
    {
      g_autofree char *path = g_strconcat ("/vault/backup/crafted/", crafted[i].test, NULL);

      g_test_add (path, BackupFixture, &crafted[i], set_up, test_crafted, tear_down);
    }

  return g_test_run ();
}
