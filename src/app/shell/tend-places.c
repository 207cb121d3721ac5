/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-places.h"

#include "tend-care-show.h"
#include "tend-client-actions.h"
#include "tend-clients-page.h"
#include "tend-due-rows.h"
#include "tend-kinds.h"
#include "tend-medicines-page.h"
#include "tend-mileage-page.h"
#include "tend-money-page.h"
#include "tend-portfolio-page.h"
#include "tend-rate-card.h"
#include "tend-rota-page.h"
#include "tend-telling.h"
#include "tend-today-page.h"
#include "tend-visit-dialog.h"

#include <glib/gi18n-lib.h>

static const TendPlace places[] = {
  { "today", N_("Today"), "tend-today-symbolic", "today.plan", tend_today_page_new },
  { "rota", N_("Rota"), "tend-rota-symbolic", "rota.add", tend_rota_page_new },
  { "clients", N_("Clients"), "tend-clients-symbolic", "win.new-client",
    tend_clients_page_new },
  { "medicines", N_("Medicines"), "tend-medicines-symbolic", "medicines.lines",
    tend_medicines_page_new },
  { "mileage", N_("Mileage"), "tend-mileage-symbolic", "win.new-trip",
    tend_mileage_page_new },
  { "money", N_("Money"), "tend-money-symbolic", "win.new-invoice", tend_money_page_new },
  { "portfolio", N_("Portfolio"), "tend-portfolio-symbolic", "portfolio.add",
    tend_portfolio_page_new },
  { NULL }
};

static void
open_client (GtkWidget   *page,
             TendSession *session,
             const char  *kind,
             const char  *id)
{
  tend_clients_page_open (TEND_CLIENTS_PAGE (page), id, NULL);
}

/* What is kept with another record, or on the page of the person it belongs to: that is
 * what is opened. */

typedef struct
{
  char *kind;
  char *id;
} Matter;

static Matter *
matter_new (const char *kind,
            const char *id)
{
  Matter *matter = g_new0 (Matter, 1);

  matter->kind = g_strdup (kind);
  matter->id = g_strdup (id);
  return matter;
}

static void
matter_free (gpointer data)
{
  Matter *matter = data;

  g_free (matter->kind);
  g_free (matter->id);
  g_free (matter);
}

/* A person's own documents are on the page of their care. */
static Matter *
keeper_of_document (TendRecord *attachment)
{
  const char *kind = tend_record_get_text (attachment, "subject_kind");

  return matter_new (g_str_equal (kind, "client") ? "documents" : kind,
                     tend_record_get_text (attachment, "subject"));
}

/* A dose that was due is a square of the chart; of another the chart itself is opened. */
static Matter *
keeper_of_entry (TendVault   *vault,
                 TendRecord  *entry,
                 GError     **error)
{
  const char *medication = tend_record_get_text (entry, "medication");
  g_autoptr(TendRecord) record =
    tend_record_load (vault, tend_kind_by_name ("medication"), medication, error);
  g_autofree char *time = NULL;
  g_autofree char *id = NULL;

  if (record == NULL)
    return NULL;
  if (!tend_record_is_set (entry, "due_at"))
    return matter_new ("mar", tend_record_get_text (record, "client"));

  time = tend_time_format_iso (tend_record_get_int (entry, "due_at"));
  id = g_strdup_printf ("%s/%s@%s", tend_record_get_text (record, "client"), medication, time);
  return matter_new ("mar", id);
}

static gpointer
load_keeper (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  Matter *kept = data;
  const TendKind *kind = tend_kind_by_name (kept->kind);
  g_autoptr(TendRecord) record = tend_record_load (vault, kind, kept->id, error);

  if (record == NULL)
    return NULL;
  if (tend_kind_field (kind, "subject_kind") != NULL)
    return keeper_of_document (record);
  if (g_str_equal (kept->kind, "mar_entry"))
    return keeper_of_entry (vault, record, error);

  return matter_new (kind == &tend_medication_kind ? "medicines" : "client",
                     tend_record_get_text (record, "client"));
}

static void
keeper_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GtkWidget) page = data;
  g_autoptr(GError) error = NULL;
  Matter *keeper = tend_session_finish (TEND_SESSION (object), result, &error);

  if (keeper == NULL)
    {
      tend_toast (page, error->message);
      return;
    }

  gtk_widget_activate_action (page, "win.open", "(ss)", keeper->kind, keeper->id);
  matter_free (keeper);
}

static void
open_keeper (GtkWidget   *page,
             TendSession *session,
             const char  *kind,
             const char  *id)
{
  tend_session_query (session, load_keeper, matter_new (kind, id), matter_free, matter_free, NULL,
                      keeper_cb, g_object_ref (page));
}

static void
show_care (GtkWidget  *page,
           const char *client)
{
  tend_clients_page_open (TEND_CLIENTS_PAGE (page), client, "care");
}

static void
open_documents (GtkWidget   *page,
                TendSession *session,
                const char  *kind,
                const char  *id)
{
  show_care (page, id);
}

static void
open_medicines (GtkWidget   *page,
                TendSession *session,
                const char  *kind,
                const char  *id)
{
  tend_clients_page_open (TEND_CLIENTS_PAGE (page), id, "medicines");
}

/* A section of somebody's care: "CLIENT/care_plan". */
static void
open_care_section (GtkWidget   *page,
                   TendSession *session,
                   const char  *kind,
                   const char  *id)
{
  g_auto(GStrv) parts = g_strsplit (id, "/", 2);
  g_autofree char *part = g_strconcat ("care/", parts[1], NULL);

  tend_clients_page_open (TEND_CLIENTS_PAGE (page), parts[0], part);
}

static gpointer
load_client (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  return tend_record_load (vault, &tend_client_kind, data, error);
}

static void
details_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GtkWidget) page = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) client = tend_session_finish (TEND_SESSION (object), result, &error);

  if (client != NULL)
    tend_client_edit (page, TEND_SESSION (object), client);
  else
    tend_toast (page, error->message);
}

/* What is written of the person, to be changed. */
static void
open_details (GtkWidget   *page,
              TendSession *session,
              const char  *kind,
              const char  *id)
{
  tend_clients_page_open (TEND_CLIENTS_PAGE (page), id, NULL);
  tend_session_query (session, load_client, g_strdup (id), g_free, g_object_unref, NULL,
                      details_cb, g_object_ref (page));
}

static void
open_portfolio (GtkWidget   *page,
                TendSession *session,
                const char  *kind,
                const char  *id)
{
  tend_portfolio_page_open (TEND_PORTFOLIO_PAGE (page), kind, id);
}

static void
open_care (GtkWidget   *page,
           TendSession *session,
           const char  *kind,
           const char  *id)
{
  tend_care_show (page, session, kind, id, show_care);
}

static void
open_service (GtkWidget   *page,
              TendSession *session,
              const char  *kind,
              const char  *id)
{
  tend_rate_card_present (page, session);
}

static void
open_invoice (GtkWidget   *page,
              TendSession *session,
              const char  *kind,
              const char  *id)
{
  tend_money_page_open_invoice (TEND_MONEY_PAGE (page), id);
}

/* A chart, at a dose where one is named. */
static void
open_mar (GtkWidget   *page,
          TendSession *session,
          const char  *kind,
          const char  *id)
{
  tend_medicines_page_open (TEND_MEDICINES_PAGE (page), id);
}

static void
open_trip (GtkWidget   *page,
           TendSession *session,
           const char  *kind,
           const char  *id)
{
  tend_mileage_page_open_trip (TEND_MILEAGE_PAGE (page), id);
}

/* Where one is: a visit is a window of its own. */
static void
open_visit (GtkWidget   *page,
            TendSession *session,
            const char  *kind,
            const char  *id)
{
  tend_visit_dialog_present (page, session, id);
}

static void
open_week (GtkWidget   *page,
           TendSession *session,
           const char  *kind,
           const char  *id)
{
  tend_rota_page_open (TEND_ROTA_PAGE (page), id);
}

static void
open_day (GtkWidget   *page,
          TendSession *session,
          const char  *kind,
          const char  *id)
{
  tend_today_page_open (TEND_TODAY_PAGE (page), id);
}

/* What a notice was about. */

typedef struct
{
  char     *id;
  TendDate  today;
} Notice;

static void
notice_free (gpointer data)
{
  Notice *notice = data;

  g_free (notice->id);
  g_free (notice);
}

static gpointer
load_due (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  Notice *notice = data;

  return tend_telling_find (vault, notice->id, notice->today, error);
}

static void
due_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr(GtkWidget) page = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendDueItem) item = tend_session_finish (TEND_SESSION (object), result, &error);

  if (item != NULL)
    tend_due_open (page, item);
  else
    tend_toast (page, error != NULL ? error->message : _("That has been seen to."));
}

/* Without an id it is several: Today lists them. */
static void
open_due (GtkWidget   *page,
          TendSession *session,
          const char  *kind,
          const char  *id)
{
  Notice *notice;

  if (*id == '\0')
    return;

  notice = g_new0 (Notice, 1);
  notice->id = g_strdup (id);
  notice->today = tend_session_get_today (session);
  tend_session_query (session, load_due, notice, notice_free, (GDestroyNotify) tend_due_item_free,
                      NULL, due_cb, g_object_ref (page));
}

static const TendMatter matters[] = {
  { "due", "today", open_due },
  { "day", "today", open_day },
  { "visit", NULL, open_visit },
  { "week", "rota", open_week },
  { "client", "clients", open_client },
  { "client_details", "clients", open_details },
  { "care", "clients", open_care_section },
  { "documents", "clients", open_documents },
  { "agreement", NULL, open_keeper },
  { "person", NULL, open_keeper },
  { "attachment", NULL, open_keeper },
  { "medication", NULL, open_keeper },
  { "medicines", "clients", open_medicines },
  { "service", NULL, open_service },
  { "rate", NULL, open_service },
  { "invoice", "money", open_invoice },
  { "mar", "medicines", open_mar },
  { "mar_entry", NULL, open_keeper },
  { "trip", "mileage", open_trip },
  { "view", "portfolio", open_portfolio },
  { "credential", "portfolio", open_portfolio },
  { "team_member", "portfolio", open_portfolio },
  { "policy", "portfolio", open_portfolio },
  { "cpd", "portfolio", open_portfolio },
  { "feedback_request", "portfolio", open_portfolio },
  { "service_request", "portfolio", open_portfolio },
  { "quarterly_return", "portfolio", open_portfolio },
  { "portfolio", "portfolio", open_portfolio },
  { NULL }
};

static const TendMatter care = { NULL, "clients", open_care };

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

  for (const TendCareSection *section = tend_care_sections; section->kind != NULL; section++)
    if (g_strcmp0 (section->kind, kind) == 0)
      return &care;

  return NULL;
}
