/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-document.h"

G_BEGIN_DECLS

/**
 * TendPdfWriter:
 *
 * A document becomes a PDF page by page, for whoever has other things to do in between:
 * the window goes on while a chart of a hundred pages is written.
 */
typedef struct _TendPdfWriter TendPdfWriter;

TendPdfWriter *tend_pdf_writer_new    (TendDocument   *document);
void           tend_pdf_writer_free   (TendPdfWriter  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendPdfWriter, tend_pdf_writer_free)

/* Writes the next page; FALSE when there was none left. */
gboolean       tend_pdf_writer_step   (TendPdfWriter  *self);
/* (transfer full): all of it, once each page is written. */
GBytes        *tend_pdf_writer_finish (TendPdfWriter  *self,
                                       GError        **error);

G_END_DECLS
