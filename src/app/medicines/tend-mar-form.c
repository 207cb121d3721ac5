/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-form.h"

#include "tend-care-show.h"
#include "tend-complete.h"
#include "tend-form.h"
#include "tend-mar-signing.h"
#include "tend-mar-sites.h"
#include "tend-page.h"

#include <glib/gi18n-lib.h>

struct _TendMarForm
{
  AdwBin               parent_instance;

  TendSession         *session;
  TendMarSheet        *sheet;
  TendMarLine         *line;
  TendRecord          *draft;
  TendForm            *form;
  GCancellable        *asking;    /* the guard's last question */
  char                *asked;     /* what it was asked about */
  char                *code;      /* as it was before the last change */
  gboolean             held;
  gboolean             signing;
  gboolean             taken;     /* being signed as taken already */

  GtkLabel            *answer;    /* the guard's; NULL where it has nothing to say */
  GtkLabel            *site;      /* of the place on the body */
  AdwPreferencesGroup *advice;
  GtkLabel            *fault;     /* what only signing found out */
  GtkWidget           *taken_button;
  GtkButton           *leave_button; /* drops the draft, once there is one */
  GtkWidget           *sign_button;
};

G_DEFINE_FINAL_TYPE (TendMarForm, tend_mar_form, ADW_TYPE_BIN)

enum
{
  CHANGED,
  SIGNED,
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is (TendMarForm *self,
    const char   *field)
{
  return tend_record_get_int (self->line->medicine->record, field) != 0;
}

static void
say (GtkLabel   *label,
     const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* The guard */

static gpointer
ask (TendVault  *vault,
     gpointer    data,
     GError    **error)
{
  return tend_mar_edit_ask (vault, data, error);
}

static void
show_held (TendMarForm *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->advice), self->held);
  gtk_widget_set_visible (self->taken_button, self->held);
}

static void
answered_cb (GObject      *session,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(TendMarForm) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendMarAnswer) answer = tend_session_finish (TEND_SESSION (session), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->form == NULL)
    return;

  self->held = answer != NULL && answer->held;
  say (self->answer, answer != NULL ? answer->text : error->message);
  say (self->site, answer != NULL ? answer->site : NULL);
  if (self->held)
    gtk_widget_add_css_class (GTK_WIDGET (self->answer), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->answer), "error");
  show_held (self);
}

/* Asks again when time, quantity, outcome or place is another. */
static void
ask_guard (TendMarForm *self)
{
  g_autofree char *asked =
    g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %s",
                     tend_record_get_int (self->draft, "given_at"),
                     tend_record_get_int (self->draft, "quantity"),
                     tend_record_get_text (self->draft, "outcome"),
                     tend_record_get_text (self->draft, "site"));

  if (g_strcmp0 (asked, self->asked) == 0)
    return;

  g_free (self->asked);
  self->asked = g_steal_pointer (&asked);
  g_cancellable_cancel (self->asking);
  g_set_object (&self->asking, NULL);
  self->asking = g_cancellable_new ();
  tend_session_query (self->session, ask, tend_record_copy (self->draft), g_object_unref,
                      (GDestroyNotify) tend_mar_answer_free, self->asking, answered_cb,
                      g_object_ref (self));
}

/* The form */

static void
check (TendRecord *record,
       TendFaults *faults,
       gpointer    data)
{
  TendMarForm *self = data;
  g_autoptr(TendFaults) all =
    tend_mar_draft_faults (self->line->medicine, record, tend_session_get_now (self->session));

  for (guint i = 0; i < tend_faults_count (all); i++)
    tend_faults_add (faults, tend_faults_get (all, i)->field, tend_faults_get (all, i)->message);
}

/* The outcome goes with the code that was chosen. */
static void
follow_code (TendMarForm *self)
{
  const char *code = tend_record_get_text (self->draft, "reason");
  TendOutcome outcome = tend_outcome_parse (tend_record_get_text (self->draft, "outcome"));

  if (g_strcmp0 (code, self->code) == 0)
    return;

  g_free (self->code);
  self->code = g_strdup (code);
  if (code != NULL && (tend_mar_code_outcomes (code) & outcome) == 0)
    {
      tend_mar_draft_set_code (self->draft, code);
      tend_form_show (self->form, "outcome");
      tend_form_show (self->form, "by");
    }
}

static void
form_changed_cb (TendMarForm *self)
{
  follow_code (self);
  ask_guard (self);
  say (self->fault, NULL);
  gtk_button_set_label (self->leave_button, _("_Drop the Draft"));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Signing */

static void
stay (GtkWidget  *parent,
      const char *client)
{
}

static void
told_cb (GtkWidget  *dialog,
         const char *response)
{
  TendRecord *entry = g_object_get_data (G_OBJECT (dialog), "entry");
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  TendSession *session = g_object_get_data (G_OBJECT (dialog), "session");

  if (parent != NULL)
    tend_care_show (parent, session, "incident", tend_record_get_text (entry, "incident"), stay);
}

/* What to do comes before anything else is asked.  A window of the dose alone closes now, so
 * that this stands over the one below it. */
static void
tell_to_ring (TendMarForm *self,
              TendRecord   *entry)
{
  g_autofree char *text =
    g_strdup_printf (_("Ring the pharmacist or NHS 111 now; 999 if %s is unwell."),
                     self->sheet->name);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWindow *below = gtk_window_get_transient_for (window);
  GtkWidget *dialog =
    adw_message_dialog_new (below != NULL ? below : window, text,
                            _("The dose is written down, and an incident has been begun with "
                              "what is known. Complete it when the person is looked after."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "incident",
                                   _("_Go On to the Incident"));
  g_object_set_data_full (G_OBJECT (dialog), "session", g_object_ref (self->session),
                          g_object_unref);
  g_object_set_data_full (G_OBJECT (dialog), "entry", g_object_ref (entry), g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (told_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
signed_cb (GObject      *session,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(TendMarForm) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) entry = tend_session_finish (TEND_SESSION (session), result, &error);

  self->signing = FALSE;
  if (self->form == NULL)
    return;

  gtk_widget_set_sensitive (self->sign_button, TRUE);
  if (entry == NULL)
    {
      say (self->fault, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->fault));
      return;
    }

  if (tend_record_is_set (entry, "incident") && self->taken)
    tell_to_ring (self, entry);
  g_signal_emit (self, signals[SIGNED], 0, entry);
}

static void
start_signing (TendMarForm *self,
               gboolean      taken)
{
  if (self->signing || !tend_form_check (self->form))
    return;

  self->signing = TRUE;
  self->taken = taken;
  gtk_widget_set_sensitive (self->sign_button, FALSE);
  tend_mar_sign_async (self->session, self->draft, taken, signed_cb, g_object_ref (self));
}

void
tend_mar_form_sign (TendMarForm *self)
{
  g_return_if_fail (TEND_IS_MAR_FORM (self));

  if (self->held && !tend_record_is_set (self->draft, "advised_by"))
    {
      tend_form_set_fault (self->form, "advised_by",
                           _("Held back: say who advised it, or wait."));
      gtk_widget_child_focus (GTK_WIDGET (self->advice), GTK_DIR_TAB_FORWARD);
      return;
    }
  if (self->held && !tend_record_is_set (self->draft, "advice"))
    {
      tend_form_set_fault (self->form, "advice", _("Say what they advised."));
      return;
    }

  start_signing (self, FALSE);
}

/* What would be needed for advice is not asked for then. */
static void
taken_cb (TendMarForm *self)
{
  tend_form_set_fault (self->form, "advised_by", NULL);
  tend_form_set_fault (self->form, "advice", NULL);
  start_signing (self, TRUE);
}

static void
drop_cb (TendMarForm *self)
{
  g_signal_emit (self, signals[DROPPED], 0);
}

/* Building */

static AdwPreferencesGroup *
add_group (TendMarForm *self,
           GtkWidget    *box,
           const char   *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);
  return ADW_PREFERENCES_GROUP (group);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                   NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
add_fields (TendMarForm *self,
            GtkWidget    *box)
{
  static const char * const due[] = { "outcome", "reason", NULL };
  static const char * const how[] = { "given_at", "quantity", NULL };
  static const char * const count[] = { "counted", NULL };
  static const char * const patch[] = { "site", "old_removed", "old_patch", NULL };
  static const char * const cream[] = { "site", NULL };
  static const char * const prn[] = { "purpose", NULL };
  static const char * const rest[] = { "support", "by", "asked_by", "note", "copied", NULL };
  static const char * const advice[] = { "advised_by", "advice", NULL };
  static const char * const why[] = { "correction_reason", NULL };
  const char *applied = tend_record_get_text (self->line->medicine->record, "applied");
  AdwPreferencesGroup *group;

  if (tend_record_is_set (self->draft, "supersedes"))
    tend_form_add (self->form, add_group (self, box, _("The correction")), why);
  tend_form_add (self->form, add_group (self, box, NULL), due);

  group = add_group (self, box, NULL);
  tend_form_add (self->form, group, how);
  if (is (self, "controlled"))
    tend_form_add (self->form, group, count);
  self->answer = add_label (box, "heading");
  self->advice = add_group (self, box, _("Only on advice"));
  adw_preferences_group_set_description (self->advice,
                                         _("A pharmacist, GP, nurse or NHS 111 may advise a dose "
                                           "all the same: say who, and what they said."));
  tend_form_add (self->form, self->advice, advice);

  if (applied != NULL)
    {
      g_autoptr(GPtrArray) sites = tend_mar_sites ();

      tend_form_add (self->form, add_group (self, box, NULL),
                     g_str_equal (applied, "patch") ? patch : cream);
      tend_complete_attach (TEND_ENTRY_ROW (tend_form_find_row (self->form, "site")),
                            sites, _("Places on the body"));
    }
  self->site = add_label (box, "warning");

  group = add_group (self, box, NULL);
  if (is (self, "as_needed"))
    tend_form_add (self->form, group, prn);
  tend_form_add (self->form, group, rest);
}

static GtkWidget *
add_button (TendMarForm *self,
            GtkWidget    *box,
            const char   *label,
            const char   *css_class,
            GCallback     callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "pill");
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
build (TendMarForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->form = tend_form_new (self->session, self->draft);
  tend_form_set_client (self->form, self->sheet->chart->client);
  add_fields (self, box);
  tend_form_set_check (self->form, check, self);

  self->fault = add_label (box, "error");
  self->sign_button = add_button (self, box, _("_Sign"), "suggested-action",
                                  G_CALLBACK (tend_mar_form_sign));
  self->taken_button = add_button (self, box, _("It Has Already Been _Taken"),
                                   "destructive-action", G_CALLBACK (taken_cb));
  self->leave_button = GTK_BUTTON (add_button (self, box, _("_Close Without Writing"), NULL,
                                               G_CALLBACK (drop_cb)));
  adw_bin_set_child (ADW_BIN (self), box);
  show_held (self);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (form_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
tend_mar_form_dispose (GObject *object)
{
  TendMarForm *self = TEND_MAR_FORM (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->form);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sheet, tend_mar_sheet_unref);
  g_clear_pointer (&self->asked, g_free);
  g_clear_pointer (&self->code, g_free);

  G_OBJECT_CLASS (tend_mar_form_parent_class)->dispose (object);
}

static void
tend_mar_form_class_init (TendMarFormClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_mar_form_dispose;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[SIGNED] = g_signal_new ("signed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, TEND_TYPE_RECORD);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tend_mar_form_init (TendMarForm *self)
{
}

GtkWidget *
tend_mar_form_new (TendSession  *session,
                    TendMarSheet *sheet,
                    TendMarLine  *line,
                    TendRecord   *draft)
{
  TendMarForm *self = g_object_new (TEND_TYPE_MAR_FORM, NULL);

  self->session = g_object_ref (session);
  self->sheet = tend_mar_sheet_ref (sheet);
  self->line = line;
  self->draft = g_object_ref (draft);
  self->code = g_strdup (tend_record_get_text (draft, "reason"));
  build (self);
  ask_guard (self);
  return GTK_WIDGET (self);
}

TendRecord *
tend_mar_form_get_draft (TendMarForm *self)
{
  g_return_val_if_fail (TEND_IS_MAR_FORM (self), NULL);

  return self->draft;
}

void
tend_mar_form_begin (TendMarForm *self)
{
  g_return_if_fail (TEND_IS_MAR_FORM (self));

  tend_form_begin (self->form);
}
