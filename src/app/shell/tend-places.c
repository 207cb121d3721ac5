/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-places.h"

#include "tend-clients-page.h"
#include "tend-kinds.h"
#include "tend-mileage-page.h"
#include "tend-money-page.h"
#include "tend-rate-card.h"
#include "tend-rota-page.h"
#include "tend-today-page.h"
#include "tend-visit-dialog.h"

#include <glib/gi18n-lib.h>

static const TendPlace places[] = {
  { "today", N_("Today"), "tend-today-symbolic", "today.plan", tend_today_page_new },
  { "rota", N_("Rota"), "tend-rota-symbolic", "rota.add", tend_rota_page_new },
  { "clients", N_("Clients"), "tend-clients-symbolic", "win.new-client",
    tend_clients_page_new },
  { "mileage", N_("Mileage"), "tend-mileage-symbolic", "win.new-trip",
    tend_mileage_page_new },
  { "money", N_("Money"), "tend-money-symbolic", "win.new-invoice", tend_money_page_new },
  { NULL }
};

static void
open_client (GtkWidget   *page,
             TendSession *session,
             const char  *id)
{
  tend_clients_page_open (TEND_CLIENTS_PAGE (page), id);
}

/* Somebody to contact is on the page of the person they belong to. */

static gpointer
load_client_of (TendVault  *vault,
                gpointer    data,
                GError    **error)
{
  g_autoptr(TendRecord) person = tend_record_load (vault, &tend_person_kind, data, error);

  return person != NULL ? g_strdup (tend_record_get_text (person, "client")) : NULL;
}

static void
client_of_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(TendClientsPage) page = data;
  g_autofree char *client = tend_session_finish (TEND_SESSION (object), result, NULL);

  if (client != NULL)
    tend_clients_page_open (page, client);
}

static void
open_person (GtkWidget   *page,
             TendSession *session,
             const char  *id)
{
  tend_session_query (session, load_client_of, g_strdup (id), g_free, g_free, NULL,
                      client_of_cb, g_object_ref (page));
}

static void
open_service (GtkWidget   *page,
              TendSession *session,
              const char  *id)
{
  tend_rate_card_present (page, session);
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
  { "person", "clients", open_person },
  { "service", NULL, open_service },
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
