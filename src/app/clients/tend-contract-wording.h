/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The wording of the contract of an agreement, to be edited. */
void tend_contract_wording_present (GtkWidget   *parent,
                                    TendSession *session,
                                    TendRecord  *agreement);

G_END_DECLS
