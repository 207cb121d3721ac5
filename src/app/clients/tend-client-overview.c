/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-client-overview.h"

#include "tend-attachment-list.h"
#include "tend-attachments.h"
#include "tend-care-window.h"
#include "tend-client-actions.h"
#include "tend-client-summary.h"
#include "tend-clients.h"
#include "tend-field-text.h"
#include "tend-form.h"
#include "tend-pattern-dialog.h"
#include "tend-rows.h"
#include "tend-visits.h"

#include <glib/gi18n-lib.h>

#define DAYS_AHEAD   28
#define VISITS_SHOWN 5

struct _TendClientOverview
{
  TendClientTab        parent_instance;

  TendRecord          *client;

  AdwAvatar           *avatar;
  GtkLabel            *name;
  GtkLabel            *reach;   /* address and phone */
  GtkWidget           *plan;    /* gone after a death */
  AdwPreferencesGroup *visits;
  AdwPreferencesGroup *about;
  AdwPreferencesGroup *people;
  AdwPreferencesGroup *documents;
};

G_DEFINE_FINAL_TYPE (TendClientOverview, tend_client_overview, TEND_TYPE_CLIENT_TAB)

typedef struct
{
  TendRecord *client;
  GPtrArray  *visits;  /* TendVisit, those to come */
  GPtrArray  *people;  /* TendRecord */
  guint       n_documents;
} Overview;

static void
overview_free (gpointer data)
{
  Overview *overview = data;

  g_clear_object (&overview->client);
  g_clear_pointer (&overview->visits, g_ptr_array_unref);
  g_clear_pointer (&overview->people, g_ptr_array_unref);
  g_free (overview);
}

/* The next few that are planned and not over. */
static GPtrArray *
next_visits (TendVault      *vault,
             TendClientAsk  *ask,
             GError        **error)
{
  g_autoptr(GPtrArray) visits = tend_visits_between (vault, ask->today, ask->today + DAYS_AHEAD - 1,
                                                     ask->client, error);
  GPtrArray *next;

  if (visits == NULL)
    return NULL;

  next = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_visit_free);
  for (guint i = 0; i < visits->len && next->len < VISITS_SHOWN; i++)
    {
      const TendVisit *visit = g_ptr_array_index (visits, i);

      if (visit->status == TEND_VISIT_PLANNED && visit->planned_end > ask->now)
        g_ptr_array_add (next, tend_visit_copy (visit));
    }

  return next;
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  TendClientAsk *ask = data;
  Overview *overview = g_new0 (Overview, 1);
  g_autoptr(GPtrArray) documents = NULL;

  overview->client = tend_record_load (vault, tend_kind_by_name ("client"), ask->client, error);
  if (overview->client != NULL)
    overview->visits = next_visits (vault, ask, error);
  if (overview->visits != NULL)
    overview->people =
      tend_client_records (vault, tend_kind_by_name ("person"), ask->client, error);

  if (overview->people != NULL)
    documents = tend_attachments_about (vault, ask->client, error);

  if (documents == NULL)
    g_clear_pointer (&overview, overview_free);
  else
    overview->n_documents = documents->len;
  return overview;
}

static void
show_head (TendClientOverview *self,
           TendRecord         *client)
{
  g_autofree char *name = tend_client_name (client);
  g_autofree char *address = tend_record_full_address (client);
  const char *phone = tend_record_get_text (client, "phone");
  g_autofree char *reach = g_strdup_printf ("%s%s%s", address,
                                            *address != '\0' && phone != NULL ? "\n" : "",
                                            phone != NULL ? phone : "");

  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->reach, reach);
  gtk_widget_set_visible (GTK_WIDGET (self->reach), *reach != '\0');
}

static void
open_visit_cb (GtkWidget *row)
{
  gtk_widget_activate_action (row, "win.open", "(ss)", "visit", gtk_widget_get_name (row));
}

static void
show_visits (TendClientOverview *self,
             GPtrArray          *visits)
{
  tend_rows_begin (self->visits);
  for (guint i = 0; i < visits->len; i++)
    {
      const TendVisit *visit = g_ptr_array_index (visits, i);
      g_autofree char *day =
        tend_date_format (tend_time_date (visit->planned_start), TEND_DATE_FULL);
      g_autofree char *span = tend_time_format_span (visit->planned_start, visit->planned_end);
      g_autofree char *detail = visit->service_name != NULL
                                  ? g_strdup_printf ("%s · %s", span, visit->service_name)
                                  : g_strdup (span);
      GtkWidget *row = tend_row_link (day, detail);

      gtk_widget_add_css_class (row, "numeric");
      g_signal_connect (row, "activated", G_CALLBACK (open_visit_cb), NULL);
      tend_rows_add (self->visits, row, visit->id);
    }
  if (visits->len == 0)
    tend_rows_add (self->visits, tend_row_nothing (_("Nothing is planned in the next four weeks.")),
                   NULL);
  tend_rows_end (self->visits);
}

static void
add_field (TendClientOverview *self,
           TendRecord         *client,
           const char         *name)
{
  const TendField *field = tend_kind_field (tend_record_get_kind (client), name);
  g_autofree char *text = tend_field_text_format (client, field);

  if (*text == '\0')
    return;
  tend_rows_add (self->about,
                 (field->flags & TEND_FIELD_SENSITIVE) != 0
                 ? tend_row_masked (_(field->label), text)
                                                            : tend_row_value (_(field->label),
                                                                              text),
                 name);
}

static void
show_about (TendClientOverview *self,
            TendRecord         *client)
{
  static const char *const fields[] = {
    "given_name", "date_of_birth", "email", "access", "note", "funding", "allergies_state",
    "allergies", "gp_practice", "nhs_number", "started_on", "ended_on", "end_reason", "reference",
    NULL
  };

  tend_rows_begin (self->about);
  for (guint i = 0; fields[i] != NULL; i++)
    {
      /* The first name is in the heading, unless somebody likes to be called otherwise. */
      if (i == 0 && !tend_record_is_set (client, "preferred_name"))
        continue;
      add_field (self, client, fields[i]);
    }
  tend_rows_end (self->about);
}

static void
edit_person (TendClientOverview *self,
             TendRecord         *person)
{
  static const char *const fields[] = {
    "name", "relation", "organisation", "", "phone", "email", "address", "postcode",
    "", "pays_bills", "note", NULL
  };

  tend_record_dialog_present (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)), person,
                              tend_record_is_stored (person) ? _("Person to Contact")
                                                             : _("Add a Person to Contact"),
                              fields, NULL, NULL);
}

static void
open_person_cb (TendClientOverview *self,
                GtkWidget          *row)
{
  edit_person (self, g_object_get_data (G_OBJECT (row), "record"));
}

static void
add_person_cb (TendClientOverview *self)
{
  g_autoptr(TendRecord) person = tend_record_new (tend_kind_by_name ("person"));

  tend_record_set_text (person, "client", tend_client_tab_get_client (TEND_CLIENT_TAB (self)));
  edit_person (self, person);
}

static GtkWidget *
person_row (TendClientOverview *self,
            TendRecord         *person)
{
  g_autofree char *relation = tend_field_text_show (person, "relation");
  const char *organisation = tend_record_get_text (person, "organisation");
  const char *phone = tend_record_get_text (person, "phone");
  g_autoptr(GString) detail = g_string_new (relation);
  GtkWidget *row;

  if (organisation != NULL)
    g_string_append_printf (detail, ", %s", organisation);
  if (phone != NULL)
    {
      /* A number stays in one piece where the line breaks. */
      g_autoptr(GString) number = g_string_new (phone);

      g_string_replace (number, " ", "\302\240", 0);
      g_string_append_printf (detail, " · %s", number->str);
    }

  row = tend_row_link (tend_record_get_text (person, "name"), detail->str);
  if (tend_record_get_int (person, "pays_bills") != 0)
    tend_row_add_note (row, _("Gets the invoices"), "caption");
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (person), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_person_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
show_people (TendClientOverview *self,
             GPtrArray          *people)
{
  tend_rows_begin (self->people);
  for (guint i = 0; i < people->len; i++)
    {
      TendRecord *person = g_ptr_array_index (people, i);

      tend_rows_add (self->people, person_row (self, person), tend_record_get_id (person));
    }
  if (people->len == 0)
    tend_rows_add (self->people,
                   tend_row_nothing (_("Family, the GP, whoever pays or has power of attorney.")),
                   NULL);
  tend_rows_end (self->people);
}

/* All of theirs, with those of what is about them. */
static void
open_documents_cb (TendClientOverview *self)
{
  AdwPreferencesPage *page;
  GtkWindow *window = tend_care_window_new (GTK_WIDGET (self), _("Their Documents"), &page);
  GtkWidget *list = tend_attachment_list_new ();

  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (list));
  tend_attachment_list_show (TEND_ATTACHMENT_LIST (list), tend_page_get_session (TEND_PAGE (self)),
                             tend_kind_by_name ("client"),
                             tend_client_tab_get_client (TEND_CLIENT_TAB (self)));
  gtk_window_present (window);
}

static void
show_documents (TendClientOverview *self,
                guint               n_documents)
{
  g_autofree char *count =
    n_documents == 0 ? g_strdup (_("None yet"))
                     : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u scan or photograph",
                                                     "%u scans and photographs", n_documents),
                                        n_documents);
  GtkWidget *row = tend_row_link (_("Documents"), count);

  g_signal_connect_object (row, "activated", G_CALLBACK (open_documents_cb), self,
                           G_CONNECT_SWAPPED);
  tend_rows_begin (self->documents);
  tend_rows_add (self->documents, row, "documents");
  tend_rows_end (self->documents);
}

static void
loaded_cb (TendPage     *page,
           gpointer      answer,
           const GError *error)
{
  TendClientOverview *self = TEND_CLIENT_OVERVIEW (page);
  Overview *overview = answer;

  if (overview == NULL)
    return;

  g_set_object (&self->client, overview->client);
  show_head (self, overview->client);
  gtk_widget_set_visible (self->plan, !tend_record_is_set (overview->client, "died_on"));
  show_visits (self, overview->visits);
  show_about (self, overview->client);
  show_people (self, overview->people);
  show_documents (self, overview->n_documents);
  overview_free (overview);
}

static void
tend_client_overview_reload (TendPage *page)
{
  tend_client_tab_ask (TEND_CLIENT_TAB (page), load, overview_free, loaded_cb, 0, 0, 0);
}

static void
plan_cb (TendClientOverview *self)
{
  tend_visit_new_present (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)),
                          tend_client_tab_get_client (TEND_CLIENT_TAB (self)),
                          TEND_DATE_NONE, TEND_CLOCK_NONE, NULL, NULL);
}

static void
edit_cb (TendClientOverview *self)
{
  if (self->client != NULL)
    tend_client_edit (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)), self->client);
}

static void
tend_client_overview_dispose (GObject *object)
{
  g_clear_object (&TEND_CLIENT_OVERVIEW (object)->client);

  G_OBJECT_CLASS (tend_client_overview_parent_class)->dispose (object);
}

static void
tend_client_overview_class_init (TendClientOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_client_overview_dispose;
  TEND_PAGE_CLASS (klass)->reload = tend_client_overview_reload;
}

static GtkWidget *
make_head (TendClientOverview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->avatar = ADW_AVATAR (adw_avatar_new (72, NULL, TRUE));
  gtk_widget_set_valign (GTK_WIDGET (self->avatar), GTK_ALIGN_START);

  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_wrap_mode (self->name, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "title-1");

  self->reach = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->reach, 0);
  gtk_label_set_wrap (self->reach, TRUE);
  gtk_label_set_wrap_mode (self->reach, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (self->reach, TRUE);

  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->reach));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->avatar));
  gtk_box_append (GTK_BOX (box), words);

  return box;
}

static void
tend_client_overview_init (TendClientOverview *self)
{
  TendClientTab *tab = TEND_CLIENT_TAB (self);
  GtkWidget *plan = tend_head_button (_("P_lan Visits…"), _("Plan visits"));
  GtkWidget *edit = tend_head_button (_("_Edit…"), _("Edit details"));
  GtkWidget *add = tend_head_button (_("_Add…"), _("Add a person to contact"));

  self->plan = plan;
  tend_client_tab_append (tab, make_head (self));
  self->visits = tend_client_tab_add_group (tab, _("Next Visits"), plan);
  self->about = tend_client_tab_add_group (tab, _("About"), edit);
  self->people = tend_client_tab_add_group (tab, _("People to Contact"), add);
  self->documents = tend_client_tab_add_group (tab, _("Papers and Pictures"), NULL);

  g_signal_connect_object (plan, "clicked", G_CALLBACK (plan_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (edit, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_person_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tend_client_overview_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_CLIENT_OVERVIEW, "session", session, NULL);
}
