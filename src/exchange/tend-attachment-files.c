/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-attachment-files.h"

#include "tend-blob.h"
#include "tend-files.h"
#include "tend-media.h"
#include "tend-output.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A name of a file has at most 255 bytes; what is longer than this is hashed. */
#define LONGEST_NAME 200
#define LONGEST_ENDING 8

char *
tend_attachments_folder (const char *path)
{
  return g_strconcat (path, ".attachments", NULL);
}

/* ".pdf", or "" where the name has no ending that is safe anywhere. */
static const char *
plain_ending (const char *name)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (dot == NULL || dot[1] == '\0' || strlen (dot) > LONGEST_ENDING + 1)
    return "";

  for (const char *c = dot + 1; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      return "";

  return dot;
}

const char *
tend_attachment_ending (TendRecord *attachment)
{
  TendMedia media = tend_media_from_type (tend_record_get_text (attachment, "media_type"));

  return media != TEND_MEDIA_UNKNOWN ? tend_media_ending (media)
                                     : plain_ending (tend_record_get_text (attachment, "name"));
}

char *
tend_attachment_file_name (TendRecord *attachment)
{
  const char *id = tend_record_get_id (attachment);
  g_autoptr(GString) name = g_string_new (NULL);

  for (const char *c = id; *c != '\0'; c++)
    {
      if (g_ascii_isalnum (*c) || *c == '-' || *c == '_')
        g_string_append_c (name, *c);
      else
        g_string_append_printf (name, "%%%02X", (guchar) *c);
    }

  if (name->len > LONGEST_NAME)
    {
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);

      g_string_assign (name, hash);
    }

  g_string_append (name, plain_ending (tend_record_get_text (attachment, "name")));
  return g_strdup (name->str);
}

static GFile *
file_of (TendRecord *attachment,
         const char *folder)
{
  g_autofree char *name = tend_attachment_file_name (attachment);

  return g_file_new_build_filename (folder, name, NULL);
}

gboolean
tend_attachment_check (TendRecord  *attachment,
                       const char  *folder,
                       GError     **error)
{
  g_autofree char *name = tend_attachment_file_name (attachment);
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFileInfo) info = NULL;

  if (folder != NULL)
    {
      file = g_file_new_build_filename (folder, name, NULL);
      info = g_file_query_info (file, "standard::type,standard::size",
                                G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
    }

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                   _("Its file “%s” is not in the folder of attachments beside the file."), name);
      return FALSE;
    }

  if (!tend_record_is_set (attachment, "size"))
    tend_record_set_int (attachment, "size", g_file_info_get_size (info));

  if (tend_record_get_int (attachment, "size") != g_file_info_get_size (info))
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                   _("Its file “%s” is not as long as the record says."), name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
streams_are_same (GInputStream *a,
                  GInputStream *b)
{
  guint8 from_a[16 * 1024], from_b[16 * 1024];
  gsize n_a, n_b;

  do
    {
      if (!g_input_stream_read_all (a, from_a, sizeof from_a, &n_a, NULL, NULL) ||
          !g_input_stream_read_all (b, from_b, sizeof from_b, &n_b, NULL, NULL) ||
          n_a != n_b || memcmp (from_a, from_b, n_a) != 0)
        return FALSE;
    }
  while (n_a == sizeof from_a);

  return TRUE;
}

gboolean
tend_attachment_is_same (TendVault  *vault,
                         TendRecord *attachment,
                         const char *folder)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFileInputStream) outside = NULL;
  g_autoptr(GInputStream) inside = NULL;

  if (folder == NULL)
    return FALSE;

  file = file_of (attachment, folder);
  outside = g_file_read (file, NULL, NULL);
  inside = tend_blob_open (vault, tend_record_get_text (attachment, "blob"), NULL);

  return outside != NULL && inside != NULL && streams_are_same (G_INPUT_STREAM (outside), inside);
}

gboolean
tend_attachment_store (TendVault     *vault,
                       TendRecord    *attachment,
                       const char    *folder,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr(GFile) file = file_of (attachment, folder);
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *name = NULL;
  gint64 size;

  if (stream == NULL)
    return FALSE;

  name = tend_blob_store (vault, G_INPUT_STREAM (stream), &size, cancellable, error);
  if (name == NULL)
    return FALSE;

  tend_record_set_text (attachment, "blob", name);
  tend_record_set_int (attachment, "size", size);
  return TRUE;
}

gboolean
tend_attachment_write (TendVault   *vault,
                       TendRecord  *attachment,
                       const char  *folder,
                       GError     **error)
{
  g_autoptr(GInputStream) inside = NULL;
  g_autoptr(GFileOutputStream) outside = NULL;
  g_autoptr(GFile) file = file_of (attachment, folder);

  if (!tend_output_check_place (g_file_peek_path (file), error) ||
      !tend_files_make_dir (folder, error))
    return FALSE;

  inside = tend_blob_open (vault, tend_record_get_text (attachment, "blob"), error);
  if (inside == NULL)
    return FALSE;

  outside = g_file_replace (file, NULL, FALSE,
                            G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);

  return outside != NULL &&
         g_output_stream_splice (G_OUTPUT_STREAM (outside), inside,
                                 G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) >= 0;
}
