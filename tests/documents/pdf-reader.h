/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-document.h"

G_BEGIN_DECLS

/* Reads a document back as other programs see it: through poppler's tools. */

typedef struct
{
  char   *text;
  int     page;   /* from 0 */
  double  x1;
  double  y1;
  double  x2;
  double  y2;
} PdfWord;

/* (transfer full): the text of all pages, as pdftotext -layout gives it. */
char      *pdf_read_text   (TendDocument *document);
/* (transfer full): one line of pdfinfo, "yes" for "Tagged". */
char      *pdf_read_info   (TendDocument *document,
                            const char   *name);
/* (transfer full): the tree of tags with their text. */
char      *pdf_read_tags   (TendDocument *document);
/* (transfer full): the outline as poppler tells it in XML, NULL for none. */
char      *pdf_read_outline (TendDocument *document);
/* (transfer full) (element-type PdfWord): every word with its place in points. */
GPtrArray *pdf_read_words  (TendDocument *document);

int        count_text      (const char   *haystack,
                            const char   *needle);
/* Asserts that no word stands outside the margins or on another word. */
void       assert_pages_tidy (TendDocument *document);
/* (transfer full): all words with one space between them, so that words over line breaks
 * count as one stretch; the pages are tidy and tagged. */
char      *pdf_read_tidy   (TendDocument *document);
/* Whether @words stand in @text; the whole of it is shown where they do not. */
void       assert_has      (const char   *text,
                            const char   *words);
void       assert_lacks    (const char   *text,
                            const char   *words);

G_END_DECLS
