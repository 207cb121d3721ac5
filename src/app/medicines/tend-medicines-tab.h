/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-client-tab.h"

G_BEGIN_DECLS

/**
 * TendMedicinesTab:
 *
 * The part of a person's page with the lines of their chart, those that have ended, and the
 * carer's own papers that medicines ask for.
 */
#define TEND_TYPE_MEDICINES_TAB (tend_medicines_tab_get_type ())
G_DECLARE_FINAL_TYPE (TendMedicinesTab, tend_medicines_tab, TEND, MEDICINES_TAB, TendClientTab)

GtkWidget *tend_medicines_tab_new (TendSession *session);

G_END_DECLS
