/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-file.h"

G_BEGIN_DECLS

/* The window of one record of a person's care, whatever kind it is of. */
void tend_care_show_record (GtkWidget    *parent,
                            TendSession  *session,
                            TendCareFile *file,
                            TendRecord   *record);

typedef void (*TendCareShowFunc) (GtkWidget  *parent,
                                  const char *client);

/**
 * tend_care_show:
 * @first: (nullable): told whose record it is before its window comes, where it is somebody's
 *
 * The same for a record of which no more is known than its kind and id.
 */
void tend_care_show        (GtkWidget        *parent,
                            TendSession      *session,
                            const char       *kind,
                            const char       *id,
                            TendCareShowFunc  first);

G_END_DECLS
