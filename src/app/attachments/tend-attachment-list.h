/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendAttachmentList:
 *
 * The documents kept with a record, to be added (a file can be dropped on it as well),
 * looked at, copied out and removed.  With a client it also lists those of whatever is
 * about them.
 */
#define TEND_TYPE_ATTACHMENT_LIST (tend_attachment_list_get_type ())
G_DECLARE_FINAL_TYPE (TendAttachmentList, tend_attachment_list, TEND, ATTACHMENT_LIST,
                      AdwPreferencesGroup)

GtkWidget *tend_attachment_list_new  (void);
/**
 * tend_attachment_list_show:
 * @kind: of the record @subject
 * @subject: (nullable): an id; %NULL while the record is not saved, which is said then
 */
void       tend_attachment_list_show (TendAttachmentList *self,
                                      TendSession        *session,
                                      const TendKind     *kind,
                                      const char         *subject);

G_END_DECLS
