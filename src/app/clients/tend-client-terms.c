/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-client-terms.h"

#include "tend-attachment-list.h"
#include "tend-clients.h"
#include "tend-contract-wording.h"
#include "tend-contract.h"
#include "tend-price-list.h"
#include "tend-rate-card.h"
#include "tend-rate-row.h"
#include "tend-rows.h"
#include "tend-terms-text.h"

#include <glib/gi18n-lib.h>

struct _TendClientTerms
{
  TendClientTab        parent_instance;

  TendRecord          *agreement;  /* the one on view, or NULL */

  AdwPreferencesGroup *terms;
  GtkWidget           *change;     /* button: make, edit or renew */
  AdwPreferencesGroup *contract;
  GtkWidget           *documents;  /* kept with the agreement */
  AdwPreferencesGroup *own;
  AdwPreferencesGroup *general;
  AdwPreferencesGroup *past;
};

G_DEFINE_FINAL_TYPE (TendClientTerms, tend_client_terms, TEND_TYPE_CLIENT_TAB)

typedef struct
{
  GPtrArray     *agreements; /* TendRecord */
  TendPriceList *prices;
} Terms;

static void
terms_free (gpointer data)
{
  Terms *terms = data;

  g_clear_pointer (&terms->agreements, g_ptr_array_unref);
  g_clear_pointer (&terms->prices, tend_price_list_free);
  g_free (terms);
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  TendClientAsk *ask = data;
  Terms *terms = g_new0 (Terms, 1);

  terms->agreements =
    tend_client_records (vault, tend_kind_by_name ("agreement"), ask->client, error);
  if (terms->agreements != NULL)
    terms->prices = tend_price_list_load (vault, error);

  if (terms->prices == NULL)
    g_clear_pointer (&terms, terms_free);
  return terms;
}

/* The agreement in force, else the next one, else the last. */
static TendRecord *
choose (GPtrArray *agreements,
        TendDate   today)
{
  TendRecord *in_force = NULL, *next = NULL, *last = NULL;

  for (guint i = 0; i < agreements->len; i++)
    {
      TendRecord *agreement = g_ptr_array_index (agreements, i);
      gint64 from = tend_record_get_int (agreement, "starts_on");
      gint64 to = tend_record_get_int (agreement, "ends_on");

      if (from > today)
        next = next == NULL || from < tend_record_get_int (next, "starts_on") ? agreement : next;
      else if (to == TEND_DATE_NONE || to >= today)
        {
          if (in_force == NULL || from >= tend_record_get_int (in_force, "starts_on"))
            in_force = agreement;
        }
      else
        last = last == NULL || to > tend_record_get_int (last, "ends_on") ? agreement : last;
    }

  return in_force != NULL ? in_force : next != NULL ? next : last;
}

static gboolean
is_signed (TendClientTerms *self)
{
  return self->agreement != NULL && tend_record_is_set (self->agreement, "signed_on");
}

static void
show_terms (TendClientTerms *self)
{
  tend_rows_begin (self->terms);
  if (self->agreement == NULL)
    tend_rows_add (self->terms, tend_row_nothing (_("Nothing has been agreed yet.")), NULL);
  else
    {
      g_autoptr(GPtrArray) terms = tend_terms_describe (self->agreement);

      for (guint i = 0; i < terms->len; i++)
        {
          const TendTerm *term = g_ptr_array_index (terms, i);

          tend_rows_add (self->terms, tend_row_value (term->title, term->text), term->title);
        }
    }
  tend_rows_end (self->terms);

  gtk_button_set_label (GTK_BUTTON (self->change),
                        self->agreement == NULL ? _("_Make One…")
                        : is_signed (self) ? _("_Change the Terms…") : _("_Edit…"));
}

static void
present_cb (TendClientTerms *self)
{
  tend_contract_make (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)),
                      tend_client_tab_get_client (TEND_CLIENT_TAB (self)));
}

static void
sign_cb (TendClientTerms *self)
{
  tend_agreement_sign (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)),
                       self->agreement);
}

static void
wording_cb (TendClientTerms *self)
{
  tend_contract_wording_present (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)),
                                 self->agreement);
}

static void
add_link (TendClientTerms *self,
          const char      *key,
          const char      *title,
          const char      *subtitle,
          GCallback        callback)
{
  GtkWidget *row = tend_row_link (title, subtitle);

  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);
  tend_rows_add (self->contract, row, key);
}

static void
show_contract (TendClientTerms *self)
{
  tend_rows_begin (self->contract);
  if (self->agreement != NULL)
    {
      add_link (self, "contract", _("Look at the Contract"),
                is_signed (self) ? _("As it prints") : _("As it prints; not signed yet"),
                G_CALLBACK (present_cb));
      add_link (self, "wording", _("Wording"),
                tend_record_is_set (self->agreement, "wording") ? _("Your own")
                                                               : _("Tend’s; change it as you like"),
                G_CALLBACK (wording_cb));
      if (!is_signed (self))
        add_link (self, "sign", _("Mark as Signed…"), NULL, G_CALLBACK (sign_cb));
    }
  tend_rows_end (self->contract);
  gtk_widget_set_visible (GTK_WIDGET (self->contract), self->agreement != NULL);
}

/* The signed contract above all. */
static void
show_documents (TendClientTerms *self)
{
  if (self->agreement != NULL)
    tend_attachment_list_show (TEND_ATTACHMENT_LIST (self->documents),
                               tend_page_get_session (TEND_PAGE (self)),
                               tend_record_get_kind (self->agreement),
                               tend_record_get_id (self->agreement));
  gtk_widget_set_visible (self->documents, self->agreement != NULL);
}

typedef enum { OWN, GENERAL, PAST } Which;

static Which
classify (TendRecord *rate,
          TendDate    today)
{
  if (tend_rate_is_past (rate, today))
    return PAST;

  return tend_record_is_set (rate, "client") ? OWN : GENERAL;
}

static guint
show_rates (TendClientTerms     *self,
            AdwPreferencesGroup *group,
            TendPriceList       *prices,
            Which                which,
            const char          *nothing)
{
  TendSession *session = tend_page_get_session (TEND_PAGE (self));
  const char *client = tend_client_tab_get_client (TEND_CLIENT_TAB (self));
  guint shown = 0;

  tend_rows_begin (group);
  for (guint i = 0; i < prices->rates->len; i++)
    {
      TendRecord *rate = g_ptr_array_index (prices->rates, i);
      const char *whose = tend_record_get_text (rate, "client");

      if ((whose != NULL && !g_str_equal (whose, client)) ||
          classify (rate, tend_session_get_today (session)) != which ||
          (which == PAST && whose == NULL))
        continue;
      tend_rows_add (group, tend_rate_row_new (session, rate, prices->services),
                     tend_record_get_id (rate));
      shown++;
    }
  if (shown == 0 && nothing != NULL)
    tend_rows_add (group, tend_row_nothing (nothing), NULL);
  tend_rows_end (group);

  return shown;
}

static void
loaded_cb (TendPage     *page,
           gpointer      answer,
           const GError *error)
{
  TendClientTerms *self = TEND_CLIENT_TERMS (page);
  Terms *terms = answer;

  if (terms == NULL)
    return;

  g_set_object (&self->agreement,
                choose (terms->agreements, tend_session_get_today (tend_page_get_session (page))));
  show_terms (self);
  show_contract (self);
  show_documents (self);
  show_rates (self, self->own, terms->prices, OWN, _("They pay what everyone pays."));
  show_rates (self, self->general, terms->prices, GENERAL, _("No price for everyone yet."));
  gtk_widget_set_visible (GTK_WIDGET (self->past),
                          show_rates (self, self->past, terms->prices, PAST, NULL) > 0);
  terms_free (terms);
}

static void
tend_client_terms_reload (TendPage *page)
{
  tend_client_tab_ask (TEND_CLIENT_TAB (page), load, terms_free, loaded_cb, 0, 0, 0);
}

static void
change_cb (TendClientTerms *self)
{
  TendSession *session = tend_page_get_session (TEND_PAGE (self));

  if (is_signed (self))
    tend_agreement_renew (GTK_WIDGET (self), session, self->agreement);
  else if (self->agreement != NULL)
    tend_agreement_edit (GTK_WIDGET (self), session, self->agreement);
  else
    {
      const char *client = tend_client_tab_get_client (TEND_CLIENT_TAB (self));
      g_autoptr(TendRecord) agreement =
        tend_agreement_new (client, tend_session_get_today (session));

      tend_agreement_edit (GTK_WIDGET (self), session, agreement);
    }
}

static void
add_rate_cb (TendClientTerms *self)
{
  tend_rate_add (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)),
                 tend_client_tab_get_client (TEND_CLIENT_TAB (self)));
}

static void
card_cb (TendClientTerms *self)
{
  tend_rate_card_present (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)));
}

static void
tend_client_terms_dispose (GObject *object)
{
  g_clear_object (&TEND_CLIENT_TERMS (object)->agreement);

  G_OBJECT_CLASS (tend_client_terms_parent_class)->dispose (object);
}

static void
tend_client_terms_class_init (TendClientTermsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_client_terms_dispose;
  TEND_PAGE_CLASS (klass)->reload = tend_client_terms_reload;
}

static void
tend_client_terms_init (TendClientTerms *self)
{
  TendClientTab *tab = TEND_CLIENT_TAB (self);
  GtkWidget *add = tend_head_button (_("Add a _Price…"), _("Add a price of their own"));
  GtkWidget *card =
    tend_head_button (_("_Services and Prices…"), _("Services and prices for everyone"));

  self->change = gtk_button_new_with_mnemonic (_("_Make One…"));
  gtk_widget_add_css_class (self->change, "flat");
  gtk_widget_set_valign (self->change, GTK_ALIGN_CENTER);

  self->contract = tend_client_tab_add_group (tab, _("Contract"), NULL);
  self->documents = tend_attachment_list_new ();
  gtk_widget_set_visible (self->documents, FALSE);
  tend_client_tab_append (tab, self->documents);
  self->terms = tend_client_tab_add_group (tab, _("What Is Agreed"), self->change);
  self->own = tend_client_tab_add_group (tab, _("Their Own Prices"), add);
  self->general = tend_client_tab_add_group (tab, _("Prices for Everyone"), card);
  self->past = tend_client_tab_add_group (tab, _("Their Earlier Prices"), NULL);

  g_signal_connect_object (self->change, "clicked", G_CALLBACK (change_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_rate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "clicked", G_CALLBACK (card_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tend_client_terms_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_CLIENT_TERMS, "session", session, NULL);
}
