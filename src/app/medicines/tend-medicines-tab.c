/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-medicines-tab.h"

#include "tend-clients.h"
#include "tend-credential-form.h"
#include "tend-credentials.h"
#include "tend-kinds.h"
#include "tend-medicine-file.h"
#include "tend-medicine-form.h"
#include "tend-medicine-window.h"
#include "tend-record-words.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TendMedicinesTab
{
  TendClientTab        parent_instance;

  gboolean             shows_ended;
  AdwPreferencesGroup *current;
  AdwPreferencesGroup *papers;
  GtkWidget           *add_button;
};

G_DEFINE_FINAL_TYPE (TendMedicinesTab, tend_medicines_tab, TEND_TYPE_CLIENT_TAB)

/* What the page shows, in one answer. */
typedef struct
{
  GPtrArray *files;        /* TendMedicineFile */
  GPtrArray *credentials;  /* TendRecord */
  TendDate   today;
  gboolean   died;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->files, g_ptr_array_unref);
  g_clear_pointer (&answer->credentials, g_ptr_array_unref);
  g_free (answer);
}

static TendSession *
session_of (TendMedicinesTab *self)
{
  return tend_page_get_session (TEND_PAGE (self));
}

/* Loading */

static int
place_of (TendMedicineFile *file)
{
  TendRecord *record = file->medicine->record;

  if (tend_record_is_set (record, "applied"))
    return 2;

  return tend_record_get_int (record, "as_needed") ? 1 : 0;
}

/* As on the chart; those that have ended by their last day, the latest first. */
static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  TendMedicineFile *first = *(TendMedicineFile **) a;
  TendMedicineFile *second = *(TendMedicineFile **) b;

  if (tend_medicine_file_is_over (first) && tend_medicine_file_is_over (second) &&
      first->medicine->schedule.ends_on != second->medicine->schedule.ends_on)
    return first->medicine->schedule.ends_on > second->medicine->schedule.ends_on ? -1 : 1;
  if (place_of (first) != place_of (second))
    return place_of (first) - place_of (second);

  return g_strcmp0 (tend_record_get_text (first->medicine->record, "name"),
                    tend_record_get_text (second->medicine->record, "name"));
}

static gboolean
load_files (Answer      *answer,
            TendVault   *vault,
            const char  *client,
            GError     **error)
{
  g_autoptr(GPtrArray) records =
    tend_client_records (vault, &tend_medication_kind, client, error);

  answer->files = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_medicine_file_free);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      TendMedicineFile *file =
        tend_medicine_file_load (vault, tend_record_get_id (records->pdata[i]), answer->today,
                                 error);

      if (file == NULL)
        return FALSE;
      g_ptr_array_add (answer->files, file);
    }
  g_ptr_array_sort (answer->files, compare_files);

  return records != NULL;
}

/* What the rules of medicines ask for: a course in them, and an insurer's word; what has been
 * renewed says nothing more. */
static gboolean
is_asked_for (TendRecord *credential,
              GPtrArray  *all,
              TendDate    today)
{
  static const char *const kinds[] = { "training", "public_liability", "professional_indemnity",
                                       "other", NULL };
  const char *kind = tend_record_get_text (credential, "kind");

  return kind != NULL && g_strv_contains (kinds, kind) &&
         tend_credential_covers (credential, "medicines") &&
         !tend_credential_is_renewed (credential, all, today);
}

static gboolean
load_credentials (Answer     *answer,
                  TendVault  *vault,
                  GError    **error)
{
  g_autoptr(GPtrArray) all = tend_record_load_all (vault, &tend_credential_kind, error);

  if (all == NULL)
    return FALSE;

  answer->credentials = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    if (is_asked_for (all->pdata[i], all, answer->today))
      g_ptr_array_add (answer->credentials, g_object_ref (all->pdata[i]));

  return TRUE;
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  TendClientAsk *ask = data;
  Answer *answer = g_new0 (Answer, 1);
  g_autoptr(TendRecord) client = tend_record_load (vault, &tend_client_kind, ask->client, error);

  answer->today = ask->today;
  if (client == NULL || !load_files (answer, vault, ask->client, error) ||
      !load_credentials (answer, vault, error))
    g_clear_pointer (&answer, answer_free);
  else
    answer->died = tend_record_is_set (client, "died_on");

  return answer;
}

/* Showing */

static void
medicine_cb (TendMedicinesTab *self,
             GtkWidget        *row)
{
  tend_medicine_window_present (GTK_WIDGET (self), session_of (self),
                                g_object_get_data (G_OBJECT (row), "id"));
}

static void
add_medicine (TendMedicinesTab *self,
              TendMedicineFile *file)
{
  TendRecord *record = file->medicine->record;
  g_autofree char *title = tend_medicine_title (record);
  g_autofree char *words = tend_medicine_file_words (file);
  const char *css_class;
  g_autofree char *state = tend_medicine_file_state (file, &css_class);
  GtkWidget *row = tend_row_link (title, words);

  if (state != NULL)
    tend_row_add_note (row, state, css_class);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (tend_record_get_id (record)), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (medicine_cb), self, G_CONNECT_SWAPPED);
  tend_rows_add (self->current, row, tend_record_get_id (record));
}

static void
ended_cb (TendMedicinesTab *self)
{
  self->shows_ended = !self->shows_ended;
  tend_page_reload (TEND_PAGE (self));
}

static void
add_ended_row (TendMedicinesTab *self,
               guint             n)
{
  g_autofree char *text =
    self->shows_ended ? g_strdup (_("Hide Those That Have Ended"))
                      : g_strdup_printf (ngettext ("Show %u That Has Ended",
                                                   "Show %u That Have Ended", n), n);
  GtkWidget *row = tend_row_link (text, NULL);

  g_signal_connect_object (row, "activated", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  tend_rows_add (self->current, row, "ended");
}

static void
show_medicines (TendMedicinesTab *self,
                Answer           *answer)
{
  guint n_ended = 0;

  tend_rows_begin (self->current);
  for (guint i = 0; i < answer->files->len; i++)
    if (tend_medicine_file_is_over (answer->files->pdata[i]))
      n_ended++;
    else
      add_medicine (self, answer->files->pdata[i]);
  if (n_ended == answer->files->len)
    tend_rows_add (self->current,
                   tend_row_nothing (_("Nothing they take is written here. Where somebody manages "
                                       "their medicines alone, say so in the plan.")), NULL);
  if (n_ended > 0)
    add_ended_row (self, n_ended);
  for (guint i = 0; self->shows_ended && i < answer->files->len; i++)
    if (tend_medicine_file_is_over (answer->files->pdata[i]))
      add_medicine (self, answer->files->pdata[i]);
  tend_rows_end (self->current);
}

static void
credential_cb (TendMedicinesTab *self,
               GtkWidget        *row)
{
  tend_credential_present (GTK_WIDGET (self), session_of (self),
                           g_object_get_data (G_OBJECT (row), "record"));
}

static void
add_credential (TendMedicinesTab *self,
                TendRecord       *record,
                TendDate          today)
{
  static const char *const heading[] = { "kind", "title", NULL };
  static const char *const detail[] = { "covers", "issued_on", "expires_on", NULL };
  g_autofree char *title = tend_record_words (record, heading, ", ", NULL);
  g_autofree char *words = tend_record_words (record, detail, " · ", NULL);
  GtkWidget *row = tend_row_link (title, words);

  if (tend_record_is_set (record, "expires_on") &&
      tend_record_get_int (record, "expires_on") < today)
    tend_row_add_note (row, _("Out of date"), "warning");
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (credential_cb), self, G_CONNECT_SWAPPED);
  tend_rows_add (self->papers, row, tend_record_get_id (record));
}

static void
show_papers (TendMedicinesTab *self,
             Answer           *answer)
{
  tend_rows_begin (self->papers);
  for (guint i = 0; i < answer->credentials->len; i++)
    add_credential (self, answer->credentials->pdata[i], answer->today);
  if (answer->credentials->len == 0)
    tend_rows_add (self->papers,
                   tend_row_nothing (_("None written yet. Add your course in medicines, and the "
                                       "policy or the letter that says you are insured for "
                                       "them.")), NULL);
  tend_rows_end (self->papers);
}

static void
loaded_cb (TendPage     *page,
           gpointer      answer,
           const GError *error)
{
  TendMedicinesTab *self = TEND_MEDICINES_TAB (page);

  if (answer == NULL)
    return;

  show_medicines (self, answer);
  show_papers (self, answer);
  gtk_widget_set_visible (self->add_button, !((Answer *) answer)->died);
  answer_free (answer);
}

static void
tend_medicines_tab_reload (TendPage *page)
{
  tend_client_tab_ask (TEND_CLIENT_TAB (page), load, answer_free, loaded_cb, 0, 0, 0);
}

static void
tend_medicines_tab_reset (TendClientTab *tab)
{
  TEND_MEDICINES_TAB (tab)->shows_ended = FALSE;
}

static void
add_cb (TendMedicinesTab *self)
{
  const char *client = tend_client_tab_get_client (TEND_CLIENT_TAB (self));

  if (client != NULL)
    tend_medicine_add_present (GTK_WIDGET (self), session_of (self), client);
}

static void
add_credential_cb (TendMedicinesTab *self)
{
  tend_credential_add_present (GTK_WIDGET (self), session_of (self), "training");
}

static void
tend_medicines_tab_class_init (TendMedicinesTabClass *klass)
{
  TEND_PAGE_CLASS (klass)->reload = tend_medicines_tab_reload;
  TEND_CLIENT_TAB_CLASS (klass)->reset = tend_medicines_tab_reset;
}

static void
tend_medicines_tab_init (TendMedicinesTab *self)
{
  TendClientTab *tab = TEND_CLIENT_TAB (self);
  GtkWidget *add_paper = tend_head_button (_("_Add…"), _("Add Training or Insurance"));

  self->add_button = tend_head_button (_("_Add…"), _("Add a Medicine"));
  self->current = tend_client_tab_add_group (tab, _("Medicines"), self->add_button);
  self->papers = tend_client_tab_add_group (tab, _("My Training and Insurance"), add_paper);
  adw_preferences_group_set_description (self->papers,
                                         _("Yours, and the same for everybody you help. The "
                                           "requests of this person are under Care."));
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (add_paper, "clicked", G_CALLBACK (add_credential_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
tend_medicines_tab_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_MEDICINES_TAB, "session", session, NULL);
}
