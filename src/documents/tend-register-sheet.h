/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-document.h"

G_BEGIN_DECLS

/* Who is supported, a row each, in tables across the page.  Text is borrowed for the call.  */

typedef struct
{
  const char        *heading;
  const char *const *columns; /* the first is whom a row is about */
  guint              n_columns;
  const char *const *cells;   /* row after row; lines */
  guint              n_rows;
} TendRegisterTable;

typedef struct
{
  const char              *title;
  const char              *carer;
  const char              *intro;
  const TendRegisterTable *tables;
  gsize                    n_tables;
  const char              *language;
} TendRegisterSheet;

TendDocument *tend_document_new_register (const TendRegisterSheet *sheet);

G_END_DECLS
