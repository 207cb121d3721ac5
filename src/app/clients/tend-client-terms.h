/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-client-tab.h"

G_BEGIN_DECLS

/**
 * TendClientTerms:
 *
 * What has been agreed with a client: the terms, the contract and the prices.
 */
#define TEND_TYPE_CLIENT_TERMS (tend_client_terms_get_type ())
G_DECLARE_FINAL_TYPE (TendClientTerms, tend_client_terms, TEND, CLIENT_TERMS, TendClientTab)

GtkWidget *tend_client_terms_new (TendSession *session);

G_END_DECLS
