/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-portfolio.h"
#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TendBundleWish:
 *
 * What has been chosen for a portfolio, as it goes to the worker and back.
 */
typedef struct
{
  char                 *scheme;    /* NULL: none */
  char                 *given_to;  /* NULL: nobody is named */
  TendPortfolioPurpose  purpose;
  TendPortfolioClients  clients;
  TendDate              on;
  GStrv                 with;
  GStrv                 without;
} TendBundleWish;

TendBundleWish    *tend_bundle_wish_copy (const TendBundleWish  *self);
void               tend_bundle_wish_free (TendBundleWish        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendBundleWish, tend_bundle_wish_free)
/* In the worker: (transfer full). */
TendPortfolioPlan *tend_bundle_wish_plan (const TendBundleWish  *self,
                                          TendVault             *vault,
                                          GError               **error);

/**
 * tend_bundle_save:
 * @clients: what is in it of clients, as its cover says
 * @zip: whether it is a ZIP; a PDF otherwise
 * @passphrase: (nullable): of the ZIP
 *
 * Says what the file is and whether it is locked, asks where, and writes it in a thread of
 * its own, with a window to stop it.
 */
void               tend_bundle_save      (GtkWidget             *parent,
                                          TendSession           *session,
                                          const TendBundleWish  *wish,
                                          const char            *clients,
                                          gboolean               zip,
                                          const char            *passphrase);
/* A window with every page as it would be saved, made meanwhile in a thread of its own. */
void               tend_bundle_preview   (GtkWidget             *parent,
                                          TendSession           *session,
                                          const TendBundleWish  *wish);

G_END_DECLS
