/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-panel.h"

#include "tend-dialog.h"
#include "tend-mar-draft.h"
#include "tend-mar-form.h"
#include "tend-mar-history.h"
#include "tend-mar-words.h"
#include "tend-quantity.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

struct _TendMarPanel
{
  AdwBin         parent_instance;

  TendSession   *session;
  TendMarSheet  *sheet;   /* NULL while nothing is on view */
  TendMarLine   *line;
  GtkLabel      *title;
  GtkLabel      *about;
  AdwBin        *content;
  TendMarForm  *entry;   /* NULL while there is no form */
};

G_DEFINE_FINAL_TYPE (TendMarPanel, tend_mar_panel, ADW_TYPE_BIN)

enum
{
  CHANGED,
  DROPPED,
  SIGNED,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (TendMarPanel *self)
{
  g_signal_emit (self, signals[CHANGED], 0, tend_mar_form_get_draft (self->entry));
}

static void
dropped_cb (TendMarPanel *self)
{
  g_signal_emit (self, signals[DROPPED], 0);
}

static void
signed_cb (TendMarPanel *self,
           TendRecord   *entry)
{
  g_signal_emit (self, signals[SIGNED], 0, entry);
}

static void
close_cb (TendMarPanel *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

/* Dose, route and instructions, and when it is due. */
static char *
describe (TendMarLine *line,
          const char  *when)
{
  static const char * const fields[] = { "dose", "route", "instructions", "try_first" };
  TendRecord *medication = line->medicine->record;
  GString *text = g_string_new (when);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (tend_record_is_set (medication, fields[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                              tend_record_get_text (medication, fields[i]));

  return g_string_free (text, FALSE);
}

static void
set_place (TendMarPanel *self,
           TendMarSheet *sheet,
           TendMarLine  *line,
           const char   *when)
{
  g_autofree char *title = tend_medicine_title (line->medicine->record);
  g_autofree char *about = describe (line, when);
  TendMarSheet *before = self->sheet;

  self->sheet = tend_mar_sheet_ref (sheet);
  self->line = line;
  self->entry = NULL;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->about, about);
  adw_bin_set_child (self->content, NULL);
  g_clear_pointer (&before, tend_mar_sheet_unref);
}

static void
show_form (TendMarPanel *self,
           TendRecord   *draft)
{
  GtkWidget *form = tend_mar_form_new (self->session, self->sheet, self->line, draft);

  self->entry = TEND_MAR_FORM (form);
  g_signal_connect_object (form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "signed", G_CALLBACK (signed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->content, form);
}

static void
correct_cb (TendMarPanel *self,
            TendRecord   *entry)
{
  g_autoptr(TendRecord) draft = tend_mar_draft_new_correction (entry);

  show_form (self, draft);
  tend_mar_form_begin (self->entry);
}

static void
show_history (TendMarPanel *self,
              TendMarSlot  *slot)
{
  GtkWidget *history = tend_mar_history_new (self->session, self->sheet, self->line, slot);

  g_signal_connect_object (history, "correct", G_CALLBACK (correct_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->content, history);
}

static void
show_early (TendMarPanel *self,
            TendMarSlot  *slot)
{
  GtkWidget *group = adw_preferences_group_new ();
  TendInstant opens_at = tend_mar_opens_at (self->line->medicine->record, slot->due_at);
  g_autofree char *clock = tend_clock_format (tend_time_clock (opens_at));
  g_autofree char *text = g_strdup_printf (_("Not due yet: it can be signed from %s."), clock);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), tend_row_nothing (text));
  adw_bin_set_child (self->content, group);
}

/* How much it is on a day, where that is set day by day, and on whose word; NULL elsewhere. */
static char *
describe_by_day (TendMedicine *medicine,
                 TendDate      date)
{
  TendRecord *dose = tend_medicine_dose_on (medicine, date);
  g_autofree char *quantity = NULL;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  if (dose == NULL)
    return NULL;

  if (!tend_medicine_knows_dose (medicine, date))
    {
      day = tend_date_format (tend_record_get_int (dose, "next_test_on"), TEND_DATE_SHORT);
      return g_strdup_printf (_("A test was due on %s: look up the dose that came of it before you "
                                "help, and write it under Dose by Day."), day);
    }

  quantity = tend_quantity_format (tend_record_get_int (dose, "quantity"));
  day = tend_date_format (tend_record_get_int (dose, "from"), TEND_DATE_SHORT);
  words = tend_medicine_dose_words (dose);
  /* Translators: of a dose by day: "4 from 11 Nov 2026. The yellow book: INR 1.9. Written by …" */
  return g_strdup_printf (_("%s from %s. %s"), quantity, day, words);
}

void
tend_mar_panel_show_dose (TendMarPanel *self,
                          TendMarSheet *sheet,
                          TendMarLine  *line,
                          TendMarSlot  *slot,
                          TendRecord   *draft)
{
  g_autoptr(TendRecord) made = NULL;
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *due = NULL;
  g_autofree char *by_day = NULL;
  g_autofree char *when = NULL;
  TendInstant now;

  g_return_if_fail (TEND_IS_MAR_PANEL (self));

  now = tend_session_get_now (self->session);
  day = tend_date_format (tend_time_date (slot->due_at), TEND_DATE_FULL);
  clock = tend_clock_format (tend_time_clock (slot->due_at));
  due = g_strdup_printf (_("Due on %s at %s"), day, clock);
  by_day = describe_by_day (line->medicine, tend_time_date (slot->due_at));
  when = by_day != NULL ? g_strdup_printf ("%s\n%s", due, by_day) : g_strdup (due);
  set_place (self, sheet, line, when);

  if (slot->entry != NULL)
    show_history (self, slot);
  else if (!tend_mar_slot_is_open (line, slot, now))
    show_early (self, slot);
  else
    {
      if (draft == NULL)
        made = tend_mar_draft_new (line, slot, NULL, now);
      show_form (self, draft != NULL ? draft : made);
    }
}

/* A day's doses as needed */

static void
history_row_cb (TendMarPanel *self,
                GtkWidget    *row)
{
  show_history (self, g_object_get_data (G_OBJECT (row), "slot"));
  tend_mar_panel_begin (self);
}

static void
give_cb (TendMarPanel *self)
{
  g_autoptr(TendMarSheet) sheet = tend_mar_sheet_ref (self->sheet);

  tend_mar_panel_show_prn (self, sheet, self->line, NULL);
  tend_mar_panel_begin (self);
}

void
tend_mar_panel_show_day (TendMarPanel *self,
                         TendMarSheet *sheet,
                         TendMarLine  *line,
                         TendDate      date,
                         GPtrArray    *others)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *give = gtk_button_new_with_mnemonic (_("_Give or Note a Dose…"));
  g_autofree char *day = tend_date_format (date, TEND_DATE_FULL);

  g_return_if_fail (TEND_IS_MAR_PANEL (self));

  set_place (self, sheet, line, day);
  for (guint i = 0; i < others->len; i++)
    {
      TendMarSlot *slot = others->pdata[i];
      g_autofree char *words = tend_mar_entry_words (line->medicine, slot->entry);
      GtkWidget *row = tend_row_link (words, tend_record_get_text (slot->entry, "purpose"));

      g_object_set_data (G_OBJECT (row), "slot", slot);
      g_signal_connect_object (row, "activated", G_CALLBACK (history_row_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  if (others->len == 0)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               tend_row_nothing (_("No dose is written for this day.")));

  gtk_widget_add_css_class (give, "pill");
  gtk_widget_add_css_class (give, "suggested-action");
  g_signal_connect_object (give, "clicked", G_CALLBACK (give_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), give);
  adw_bin_set_child (self->content, box);
}

/* What it is for and when to give it stand above the form. */
void
tend_mar_panel_show_prn (TendMarPanel *self,
                         TendMarSheet *sheet,
                         TendMarLine  *line,
                         const char   *code)
{
  g_autoptr(TendRecord) draft = NULL;
  g_autofree char *when = NULL;
  const char *signs;

  g_return_if_fail (TEND_IS_MAR_PANEL (self));

  signs = tend_record_get_text (line->medicine->record, "signs");
  when = signs != NULL ? g_strdup_printf (_("When needed: %s"), signs)
                       : g_strdup (_("When needed"));
  set_place (self, sheet, line, when);
  draft = tend_mar_draft_new_prn (line, code, tend_session_get_now (self->session));
  show_form (self, draft);
}

void
tend_mar_panel_begin (TendMarPanel *self)
{
  GtkWidget *content;

  g_return_if_fail (TEND_IS_MAR_PANEL (self));

  content = adw_bin_get_child (self->content);
  if (self->entry != NULL)
    tend_mar_form_begin (self->entry);
  else if (TEND_IS_MAR_HISTORY (content))
    tend_mar_history_begin (TEND_MAR_HISTORY (content));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->content), GTK_DIR_TAB_FORWARD);
}

void
tend_mar_panel_sign (TendMarPanel *self)
{
  g_return_if_fail (TEND_IS_MAR_PANEL (self));

  if (self->entry != NULL)
    tend_mar_form_sign (self->entry);
}

/* Class */

static void
sign_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tend_mar_panel_sign (TEND_MAR_PANEL (widget));
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  close_cb (TEND_MAR_PANEL (widget));
}

static void
tend_mar_panel_dispose (GObject *object)
{
  TendMarPanel *self = TEND_MAR_PANEL (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->sheet, tend_mar_sheet_unref);

  G_OBJECT_CLASS (tend_mar_panel_parent_class)->dispose (object);
}

static void
tend_mar_panel_class_init (TendMarPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_mar_panel_dispose;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, TEND_TYPE_RECORD);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[SIGNED] = g_signal_new ("signed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, TEND_TYPE_RECORD);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "panel.sign", NULL, sign_action);
  gtk_widget_class_install_action (widget_class, "panel.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "panel.sign",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "panel.close", NULL);
}

/* Caught on the way down: a note would take Ctrl+Enter for a new line. */
static void
add_shortcut (TendMarPanel *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut
    (GTK_SHORTCUT_CONTROLLER (controller),
     gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                       gtk_named_action_new ("panel.sign")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static GtkLabel *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
tend_mar_panel_init (TendMarPanel *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->title = make_label ("title-4");
  self->about = make_label ("dim-label");
  self->content = ADW_BIN (adw_bin_new ());
  gtk_widget_add_css_class (box, "mar-panel");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->about));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->content));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
  add_shortcut (self);
}

GtkWidget *
tend_mar_panel_new (TendSession *session)
{
  TendMarPanel *self = g_object_new (TEND_TYPE_MAR_PANEL, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/* The window */

TendMarPanel *
tend_mar_window_present (GtkWidget   *parent,
                         TendSession *session)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *panel = tend_mar_panel_new (session);
  GtkRoot *root = gtk_widget_get_root (parent);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), panel);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _("Dose"));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_set_default_size (GTK_WINDOW (window), 460, 640);
  tend_dialog_fit (GTK_WINDOW (window), root);
  g_signal_connect_object (panel, "closed", G_CALLBACK (gtk_window_close), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "dropped", G_CALLBACK (gtk_window_close), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "signed", G_CALLBACK (gtk_window_close), window,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_window_present (GTK_WINDOW (window));

  return TEND_MAR_PANEL (panel);
}
