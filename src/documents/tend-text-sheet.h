/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-flow.h"

G_BEGIN_DECLS

/* Any CommonMark as pages.  Three habits of plain text have a look of their own:
 *
 *   - **Label**: text      a list of only such items is set in two columns
 *   - **Signature**: ____  underscores alone are a line to write on
 *   <!-- new page -->      begins a page; other comments are not printed
 */
typedef struct
{
  const char *title;    /* metadata and footer; the text brings its own heading */
  const char *author;
  const char *markdown; /* filled already (tend-template.h) */
  const char *footer;   /* shown at the foot of each page; NULL: the title */
  const char *language;
  const char *signed_by; /* of a copy of what is signed: by whom; NULL: not known */
  TendDate    signed_on; /* and when; TEND_DATE_NONE: it is no such copy */
  const char *changed;   /* what is otherwise since then, as in tend_held_lay() */
  gboolean    large;     /* in large print */
  gboolean    numbered; /* headings of the second level are numbered: 1, 2, 3… */
} TendTextSheet;

TendDocument *tend_document_new_text (const TendTextSheet *sheet);
/* The same as a part of a longer document; only the text and its numbers count. */
void          tend_text_sheet_lay    (TendFlow            *flow,
                                      const TendTextSheet *sheet);

G_END_DECLS
