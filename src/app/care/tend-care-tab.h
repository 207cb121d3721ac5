/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-client-tab.h"

G_BEGIN_DECLS

/**
 * TendCareTab:
 *
 * The part of a person's page with their care record: a list for each section of
 * tend-care-sections.c, and the windows to read and write what is in it.
 */
#define TEND_TYPE_CARE_TAB (tend_care_tab_get_type ())
G_DECLARE_FINAL_TYPE (TendCareTab, tend_care_tab, TEND, CARE_TAB, TendClientTab)

GtkWidget *tend_care_tab_new (TendSession *session);
/* Moves to the section of @kind, once what is in it is there. */
void       tend_care_tab_show_section (TendCareTab *self,
                                       const char  *kind);

G_END_DECLS
