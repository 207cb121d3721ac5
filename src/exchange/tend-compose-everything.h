/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-document.h"
#include "tend-selection.h"

G_BEGIN_DECLS

/**
 * tend_compose_everything:
 * @groups: what is put in beside the rest
 * @left_out: (out) (optional): the groups of which something was there, and is not in it
 *
 * All that is kept about a person as a document to read: every record with every field
 * that is set, as the field tables have them, and the privacy notice behind it, which
 * says the purposes, who else sees it, how long it is kept and what can be asked.  It is
 * the readable twin of tend_export_file(), and leaves out the same.  What there are
 * hundreds of, visits above all, has a line each, where it is not said again what is as
 * usual: that a visit is charged in full, or is part of a repeating one on its own day.
 */
TendDocument *tend_compose_everything     (TendVault        *vault,
                                           const char       *client,
                                           TendSelectGroup   groups,
                                           TendDate          on,
                                           TendSelectGroup  *left_out,
                                           GError          **error);
/* (transfer full): what stays out of a copy that leaves out @groups, and why, in the words
 * that the person is told; codes and keys, which nobody asks for, apart. */
char         *tend_compose_left_out_text  (TendSelectGroup   groups);

G_END_DECLS
