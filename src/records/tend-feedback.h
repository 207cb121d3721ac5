/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/**
 * tend_feedback_note_asked:
 * @on: the day on which the sheet of questions left for the person
 *
 * Keeps that they were asked, once for a quarter however often the sheet is printed.
 *
 * Returns: (transfer full): the record; %NULL without an error when it was known already
 */
TendRecord *tend_feedback_note_asked (TendVault   *vault,
                                      const char  *client,
                                      TendDate     on,
                                      GError     **error);

G_END_DECLS
