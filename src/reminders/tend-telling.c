/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-telling.h"

#include "tend-clients.h"
#include "tend-digest.h"
#include "tend-due-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define FILE_NAME "due.digest"
#define LOCK_NAME "due.lock"
/* What is told of people, in the vault. */
#define SETTING   "due_told"

/* More at once would be swept away unread. */
#define MOST_NOTICES 3

/* One of the two places: its text as it was found, and up to date before anything is told. */
typedef struct
{
  TendDigest *digest;
  char       *before;
  char       *untold;
} Book;

struct _TendTelling
{
  TendVault  *vault;    /* nullable */
  char       *path;
  int         lock;
  Book        own;
  Book        people;
  GPtrArray  *tells;    /* TendTell: the most urgent first */
  GPtrArray  *notices;  /* TendNotice */
};

void
tend_notice_free (TendNotice *self)
{
  g_free (self->matter);
  g_free (self->title);
  g_free (self->body);
  g_free (self);
}

static void
book_clear (Book *book)
{
  g_clear_pointer (&book->digest, tend_digest_free);
  g_free (book->before);
  g_free (book->untold);
}

void
tend_telling_free (TendTelling *self)
{
  book_clear (&self->own);
  book_clear (&self->people);
  g_clear_pointer (&self->tells, g_ptr_array_unref);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
  if (self->lock >= 0)
    close (self->lock);
  g_clear_object (&self->vault);
  g_free (self->path);
  g_free (self);
}

/* Keeping */

static gboolean
save_own (TendTelling  *self,
          const char   *text,
          GError      **error)
{
  g_autoptr(GError) failure = NULL;

  if (g_file_set_contents_full (self->path, text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0600, &failure))
    return TRUE;

  g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
               _("What is due could not be written beside the records: %s"), failure->message);
  return FALSE;
}

static gboolean
save_people (TendTelling  *self,
             const char   *text,
             GError      **error)
{
  return tend_setting_set (self->vault, SETTING, text, error);
}

/* Writes what has changed; the vault first, since it is the one that may be busy. */
static gboolean
save (TendTelling  *self,
      GError      **error)
{
  g_autofree char *own = tend_digest_to_text (self->own.digest);
  g_autofree char *people = tend_digest_to_text (self->people.digest);

  if (self->vault != NULL && strcmp (people, self->people.before) != 0 &&
      !save_people (self, people, error))
    return FALSE;
  if (strcmp (own, self->own.before) == 0 || save_own (self, own, error))
    return TRUE;

  if (self->vault != NULL)
    save_people (self, self->people.before, NULL);
  return FALSE;
}

/* Writes down in @book what the first @n_notices told. */
static void
mark (TendTelling *self,
      Book        *book,
      guint        n_notices)
{
  g_autoptr(GPtrArray) told = g_ptr_array_new ();

  for (guint i = 0; i < self->tells->len && (i < n_notices || n_notices > MOST_NOTICES); i++)
    g_ptr_array_add (told, self->tells->pdata[i]);

  g_clear_pointer (&book->digest, tend_digest_free);
  book->digest = tend_digest_parse (book->untold);
  tend_digest_mark (book->digest, told);
}

gboolean
tend_telling_take_back (TendTelling  *self,
                        guint         n_shown,
                        GError      **error)
{
  g_autofree char *own = NULL;
  g_autofree char *people = NULL;

  mark (self, &self->own, n_shown);
  mark (self, &self->people, n_shown);
  own = tend_digest_to_text (self->own.digest);
  people = tend_digest_to_text (self->people.digest);

  return (self->vault == NULL || save_people (self, people, error)) &&
         save_own (self, own, error);
}

/* @wait: for whoever is at it */
static int
take_lock (const char  *dir,
           gboolean     wait,
           GError     **error)
{
  g_autofree char *path = g_build_filename (dir, LOCK_NAME, NULL);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0 || flock (fd, wait ? LOCK_EX : LOCK_EX | LOCK_NB) != 0)
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("What is due could not be written beside the records: %s"),
                   g_strerror (errno));
      if (fd >= 0)
        close (fd);
      return -1;
    }

  return fd;
}

/* What nobody has written yet is empty; what cannot be read is not. */
static gboolean
read_books (TendTelling  *self,
            GError      **error)
{
  g_autoptr(GError) failure = NULL;

  if (self->vault != NULL &&
      !tend_setting_read (self->vault, SETTING, &self->people.before, error))
    return FALSE;
  if (!g_file_get_contents (self->path, &self->own.before, NULL, &failure) &&
      !g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("What has been told could not be read beside the records: %s"),
                   failure->message);
      return FALSE;
    }

  if (self->own.before == NULL)
    self->own.before = g_strdup ("");
  if (self->people.before == NULL)
    self->people.before = g_strdup ("");
  return TRUE;
}

static TendTelling *
telling_new (TendVault   *vault,
             const char  *dir,
             gboolean     wait,
             GError     **error)
{
  g_autoptr(TendTelling) self = g_new0 (TendTelling, 1);

  self->path = g_build_filename (dir, FILE_NAME, NULL);
  g_set_object (&self->vault, vault);
  self->lock = take_lock (dir, wait, error);
  if (self->lock < 0 || !read_books (self, error))
    return NULL;

  self->own.digest = tend_digest_parse (self->own.before);
  self->people.digest = tend_digest_parse (self->people.before);
  self->notices = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_notice_free);
  return g_steal_pointer (&self);
}

static void
refresh (TendTelling *self,
         GPtrArray   *items,
         TendDate     on)
{
  tend_digest_refresh (self->own.digest, items, TRUE, on);
  tend_digest_refresh (self->people.digest, items, FALSE, on);
}

/* Telling */

static void
add_notice (TendTelling *self,
            const char  *id,
            char        *title,
            char        *body)
{
  TendNotice *notice = g_new0 (TendNotice, 1);

  notice->matter = g_strconcat ("due:", id, NULL);
  notice->title = title;
  notice->body = body;
  g_ptr_array_add (self->notices, notice);
}

static void
add_tell (TendTelling    *self,
          const TendTell *tell,
          TendDate        on)
{
  g_autofree char *day = tend_date_format (tell->due_on, TEND_DATE_FULL);

  add_notice (self, tell->id, _tend_due_notice (tell->kind, tell->days < 0),
              _tend_due_rule (tell->kind)->since && tell->days < 0
              ? g_strdup_printf (_("Since %s."), day) : tend_due_when (tell->due_on, on));
}

/* What is for today and tomorrow goes before what comes later, and that before what is over:
 * there a day more does not matter, and what has waited longest was told most often. */
static int
urgency (const TendTell *tell)
{
  return tell->days == 0 || tell->days == 1 ? 0 : tell->days > 1 ? 1 : 2;
}

static int
compare_tells (gconstpointer a,
               gconstpointer b)
{
  const TendTell *first = *(const TendTell **) a;
  const TendTell *second = *(const TendTell **) b;
  int order = urgency (first) - urgency (second);

  return order != 0 ? order : ABS (first->days) - ABS (second->days);
}

static void
find_tells (TendTelling *self,
            TendDate     on)
{
  g_autoptr(GPtrArray) people = tend_digest_to_tell (self->people.digest, on);

  self->tells = tend_digest_to_tell (self->own.digest, on);
  g_ptr_array_extend_and_steal (self->tells, g_steal_pointer (&people));
  g_ptr_array_sort (self->tells, compare_tells);
}

static void
make_notices (TendTelling *self,
              TendDate     on)
{
  guint n = MIN (self->tells->len, MOST_NOTICES);
  guint rest = self->tells->len - n;

  for (guint i = 0; i < n; i++)
    add_tell (self, self->tells->pdata[i], on);
  if (rest > 0)
    add_notice (self, "",
                g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more thing to see to",
                                              "%u more things to see to", rest), rest),
                g_strdup (_("Tend lists them under Today.")));
}

TendTelling *
tend_telling_begin (TendVault   *vault,
                    const char  *dir,
                    TendDate     on,
                    GError     **error)
{
  g_autoptr(TendTelling) self = telling_new (vault, dir, TRUE, error);
  g_autoptr(GPtrArray) items = NULL;

  if (self == NULL || (vault != NULL && (items = _tend_due_known (vault, on, error)) == NULL))
    return NULL;
  if (vault != NULL)
    refresh (self, items, on);

  self->own.untold = tend_digest_to_text (self->own.digest);
  self->people.untold = tend_digest_to_text (self->people.digest);
  find_tells (self, on);
  make_notices (self, on);
  mark (self, &self->own, self->notices->len);
  mark (self, &self->people, self->notices->len);

  return save (self, error) ? g_steal_pointer (&self) : NULL;
}

GPtrArray *
tend_telling_get_notices (TendTelling *self)
{
  return self->notices;
}

GPtrArray *
tend_telling_refresh (TendVault  *vault,
                      TendDate    on,
                      GError    **error)
{
  g_autoptr(GPtrArray) items = _tend_due_known (vault, on, error);
  g_autoptr(TendTelling) self =
    items != NULL ? telling_new (vault, tend_vault_get_dir (vault), FALSE, NULL) : NULL;

  if (items == NULL)
    return NULL;
  if (self != NULL)
    {
      refresh (self, items, on);
      save (self, NULL);
    }

  _tend_due_filter (items, on);
  return g_steal_pointer (&items);
}

TendDueItem *
tend_telling_find (TendVault   *vault,
                   const char  *id,
                   TendDate     on,
                   GError     **error)
{
  g_autoptr(GPtrArray) items = _tend_due_known (vault, on, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    if (g_strcmp0 (((TendDueItem *) items->pdata[i])->id, id) == 0)
      return g_ptr_array_steal_index (items, i);

  return NULL;
}
