/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "pdf-reader.h"

#include <glib/gstdio.h>
#include <string.h>

#define MARGIN 40.0 /* nothing comes nearer to the edge of the paper */

static char *
run_on (TendDocument      *document,
        const char *const *before,
        const char        *after)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *folder = g_dir_make_tmp ("tend-XXXXXX", &error);
  g_autofree char *path = NULL;
  char *output = NULL;
  int status;

  g_assert_no_error (error);
  path = g_build_filename (folder, "document.pdf", NULL);
  tend_document_write_pdf (document, path, &error);
  g_assert_no_error (error);

  for (; *before; before++)
    g_ptr_array_add (argv, (gpointer) *before);
  g_ptr_array_add (argv, path);
  if (after)
    g_ptr_array_add (argv, (gpointer) after);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  g_rmdir (folder);
  return output;
}

char *
pdf_read_text (TendDocument *document)
{
  const char *const argv[] = { "pdftotext", "-enc", "UTF-8", "-layout", NULL };

  return run_on (document, argv, "-");
}

char *
pdf_read_tags (TendDocument *document)
{
  const char *const argv[] = { "pdfinfo", "-enc", "UTF-8", "-struct-text", NULL };

  return run_on (document, argv, NULL);
}

char *
pdf_read_info (TendDocument *document,
               const char   *name)
{
  const char *const argv[] = { "pdfinfo", "-enc", "UTF-8", NULL };
  g_autofree char *output = run_on (document, argv, NULL);
  g_auto(GStrv) lines = g_strsplit (output, "\n", -1);

  for (char **line = lines; *line; line++)
    if (g_str_has_prefix (*line, name) && (*line)[strlen (name)] == ':')
      return g_strdup (g_strstrip (*line + strlen (name) + 1));
  return NULL;
}

char *
pdf_read_outline (TendDocument *document)
{
  const char *const argv[] = { "pdftohtml", "-enc", "UTF-8", "-xml", "-i", "-stdout", NULL };
  g_autofree char *output = run_on (document, argv, NULL);
  char *start = strstr (output, "<outline>");

  return start != NULL ? g_strdup (start) : NULL;
}

static void
word_free (gpointer data)
{
  PdfWord *word = data;

  g_free (word->text);
  g_free (word);
}

static double
read_edge (const char *line,
           const char *name)
{
  const char *at = strstr (line, name);

  g_assert_nonnull (at);
  return g_ascii_strtod (at + strlen (name), NULL);
}

GPtrArray *
pdf_read_words (TendDocument *document)
{
  const char *const argv[] = { "pdftotext", "-enc", "UTF-8", "-bbox", NULL };
  g_autofree char *output = run_on (document, argv, "-");
  g_auto(GStrv) lines = g_strsplit (output, "\n", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (word_free);
  int page = -1;

  for (char **line = lines; *line; line++)
    {
      PdfWord *word;
      char *end;

      if (strstr (*line, "<page "))
        page++;
      if (!strstr (*line, "<word "))
        continue;
      word = g_new0 (PdfWord, 1);
      word->page = page;
      word->x1 = read_edge (*line, "xMin=\"");
      word->y1 = read_edge (*line, "yMin=\"");
      word->x2 = read_edge (*line, "xMax=\"");
      word->y2 = read_edge (*line, "yMax=\"");
      word->text = g_strdup (strchr (*line, '>') + 1);
      end = strstr (word->text, "</word>");
      g_assert_nonnull (end);
      *end = '\0';
      g_ptr_array_add (words, word);
    }
  return words;
}

int
count_text (const char *haystack,
            const char *needle)
{
  int count = 0;

  for (const char *at = strstr (haystack, needle); at; at = strstr (at + 1, needle))
    count++;
  return count;
}

/* Boxes are as high as the font, so lines close to each other may touch: what
 * counts is the middle half of each. */
static gboolean
collide (const PdfWord *a,
         const PdfWord *b)
{
  double ah = (a->y2 - a->y1) / 4;
  double bh = (b->y2 - b->y1) / 4;

  return a->page == b->page
         && a->x1 < b->x2 - 0.5 && b->x1 < a->x2 - 0.5
         && a->y1 + ah < b->y2 - bh && b->y1 + bh < a->y2 - ah;
}

void
assert_pages_tidy (TendDocument *document)
{
  g_autoptr(GPtrArray) words = pdf_read_words (document);
  double width, height;

  tend_document_get_page_size (document, &width, &height);
  g_assert_cmpuint (words->len, >, 0);
  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = g_ptr_array_index (words, i);

      if (word->x1 < MARGIN || word->x2 > width - MARGIN || word->y1 < MARGIN - 10
          || word->y2 > height - 20)
        g_error ("“%s” on page %d is in the margin: %.1f, %.1f – %.1f, %.1f", word->text,
                 word->page + 1, word->x1, word->y1, word->x2, word->y2);
      for (guint j = i + 1; j < words->len; j++)
        {
          const PdfWord *other = g_ptr_array_index (words, j);

          if (collide (word, other))
            g_error ("“%s” and “%s” overlap on page %d", word->text, other->text, word->page + 1);
        }
    }
}

char *
pdf_read_tidy (TendDocument *document)
{
  g_autofree char *text = NULL;
  g_autofree char *tagged = NULL;
  g_auto(GStrv) words = NULL;
  GString *all = g_string_new (NULL);

  g_assert_nonnull (document);
  assert_pages_tidy (document);
  tagged = pdf_read_info (document, "Tagged");
  g_assert_cmpstr (tagged, ==, "yes");
  text = pdf_read_text (document);
  words = g_strsplit_set (text, " \n\f", -1);
  for (char **word = words; *word; word++)
    if (**word)
      g_string_append_printf (all, "%s ", *word);
  return g_string_free (all, FALSE);
}

void
assert_has (const char *text,
            const char *words)
{
  if (!strstr (text, words))
    g_error ("“%s” is not in:\n%s", words, text);
}

void
assert_lacks (const char *text,
              const char *words)
{
  if (strstr (text, words))
    g_error ("“%s” is in:\n%s", words, text);
}
