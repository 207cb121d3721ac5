/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-document.h"
#include "tend-record.h"

G_BEGIN_DECLS

/* Keeps the papers of the sample that have come back signed.  They are drawn here and now,
 * as Tend prints them, with names on the lines to sign on. */
gboolean tend_demo_keep_papers (TendVault  *vault,
                                GError    **error);
/* The same of what families signed at home, one for each medicine that they gave. */
gboolean tend_demo_keep_sheets (TendVault  *vault,
                                GError    **error);
/* Takes @document, and draws it into a file that is kept with @subject as @attachment, which
 * is unsaved and has a name; FALSE with @error when there is no @document. */
gboolean tend_demo_keep        (TendVault     *vault,
                                TendRecord    *subject,
                                TendRecord    *attachment,
                                TendDocument  *document,
                                GError       **error);

G_END_DECLS
