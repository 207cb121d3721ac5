/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-places.h"

#include "tend-clients-page.h"
#include "tend-mileage-page.h"
#include "tend-money-page.h"
#include "tend-rota-page.h"
#include "tend-today-page.h"
#include "tend-visit-dialog.h"

#include <glib/gi18n-lib.h>

static const TendPlace places[] = {
  { "today", N_("Today"), "tend-today-symbolic", tend_today_page_new },
  { "rota", N_("Rota"), "tend-rota-symbolic", tend_rota_page_new },
  { "clients", N_("Clients"), "tend-clients-symbolic", tend_clients_page_new },
  { "mileage", N_("Mileage"), "tend-mileage-symbolic", tend_mileage_page_new },
  { "money", N_("Money"), "tend-money-symbolic", tend_money_page_new },
  { NULL }
};

static void
open_client (GtkWidget   *page,
             TendSession *session,
             const char  *id)
{
  tend_clients_page_open (TEND_CLIENTS_PAGE (page), id);
}

static void
open_invoice (GtkWidget   *page,
              TendSession *session,
              const char  *id)
{
  tend_money_page_open_invoice (TEND_MONEY_PAGE (page), id);
}

static void
open_trip (GtkWidget   *page,
           TendSession *session,
           const char  *id)
{
  tend_mileage_page_open_trip (TEND_MILEAGE_PAGE (page), id);
}

/* Where one is: a visit is a window of its own. */
static void
open_visit (GtkWidget   *page,
            TendSession *session,
            const char  *id)
{
  tend_visit_dialog_present (page, session, id);
}

static void
open_week (GtkWidget   *page,
           TendSession *session,
           const char  *id)
{
  tend_rota_page_open (TEND_ROTA_PAGE (page), id);
}

static void
open_day (GtkWidget   *page,
          TendSession *session,
          const char  *id)
{
  tend_today_page_open (TEND_TODAY_PAGE (page), id);
}

static const TendMatter matters[] = {
  { "day", "today", open_day },
  { "visit", NULL, open_visit },
  { "week", "rota", open_week },
  { "client", "clients", open_client },
  { "invoice", "money", open_invoice },
  { "trip", "mileage", open_trip },
  { NULL }
};

const TendPlace *
tend_places (void)
{
  return places;
}

const TendPlace *
tend_place_by_name (const char *name)
{
  for (const TendPlace *place = places; place->name != NULL; place++)
    if (g_strcmp0 (place->name, name) == 0)
      return place;

  return NULL;
}

const TendMatter *
tend_matter_by_kind (const char *kind)
{
  for (const TendMatter *matter = matters; matter->kind != NULL; matter++)
    if (g_strcmp0 (matter->kind, kind) == 0)
      return matter;

  return NULL;
}
