/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-head.h"

#include "tend-mar-signing.h"
#include "tend-page.h"

#include <glib/gi18n-lib.h>

struct _TendMarHead
{
  GtkBox       parent_instance;

  TendSession *session;
  GtkLabel    *allergies;
  GtkLabel    *about;
  GtkBox      *prompts;
  char        *gap;
};

G_DEFINE_FINAL_TYPE (TendMarHead, tend_mar_head, GTK_TYPE_BOX)

static guint go_signal;

/* In capitals, as on paper: what is not asked is not "none". */
static char *
allergies_of (TendRecord *client)
{
  const char *state = tend_record_get_text (client, "allergies_state");
  const char *list = tend_record_get_text (client, "allergies");
  g_autofree char *capitals = NULL;

  if (list != NULL)
    {
      capitals = g_utf8_strup (list, -1);
      g_strdelimit (capitals, "\n", ' ');
      return g_strdup_printf (_("ALLERGIES: %s"), capitals);
    }

  return g_strdup (g_strcmp0 (state, "none_known") == 0 ? _("ALLERGIES: NONE KNOWN")
                                                        : _("ALLERGIES: NOT YET ASKED"));
}

static char *
about_of (TendRecord *client)
{
  const char *practice = tend_record_get_text (client, "gp_practice");
  g_autofree char *born = tend_date_format (tend_record_get_int (client, "date_of_birth"),
                                            TEND_DATE_LONG);
  g_autofree char *birth = *born != '\0' ? g_strdup_printf (_("Born %s. "), born) : NULL;

  return practice != NULL
         ? g_strdup_printf (_("%sGP: %s"), birth != NULL ? birth : "", practice)
         : g_strdup_printf (_("%sNo GP practice is written down."), birth != NULL ? birth : "");
}

/* Writing down that it was seen to settles what follows from an entry. */
static void
settle_cb (GtkWidget   *button,
           TendMarHead *self)
{
  tend_mar_note_present (GTK_WIDGET (self), self->session,
                         g_object_get_data (G_OBJECT (button), "entry"), _("What Was Done"),
                         _("Whom you told and when, and what they said. It stands with the last "
                           "dose."), "note", NULL, NULL);
}

static void
looked_cb (GObject      *session,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(TendMarHead) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) entry = tend_session_finish (TEND_SESSION (session), result, &error);

  if (entry == NULL && self->session != NULL)
    tend_toast (GTK_WIDGET (self), error->message);
}

static void
still_on_cb (GtkWidget   *button,
             TendMarHead *self)
{
  gtk_widget_set_sensitive (button, FALSE); /* one look is enough */
  tend_mar_look_async (self->session, g_object_get_data (G_OBJECT (button), "entry"), looked_cb,
                       g_object_ref (self));
}

static void
come_off_cb (GtkWidget   *button,
             TendMarHead *self)
{
  tend_mar_off_present (GTK_WIDGET (self), self->session,
                        g_object_get_data (G_OBJECT (button), "entry"), NULL, NULL);
}

static GtkBox *
add_bar (TendMarHead *self,
         const char  *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "notice-bar");
  gtk_box_append (self->prompts, box);
  return GTK_BOX (box);
}

/* What stands on a button is its name, whatever label it is given: @spoken says the rest. */
static GtkWidget *
add_button (GtkBox     *bar,
            const char *label,
            const char *spoken)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  gtk_box_append (bar, button);
  return button;
}

/* @spoken: with the prompt it belongs to, for whoever hears the button alone */
static void
add_answer (TendMarHead   *self,
            GtkBox        *bar,
            TendMarPrompt *prompt,
            const char    *label,
            const char    *spoken,
            GCallback      clicked)
{
  g_autofree char *description = g_strdup_printf (spoken, prompt->title);
  GtkWidget *button = add_button (bar, label, description);

  g_object_set_data_full (G_OBJECT (button), "entry", g_object_ref (prompt->entry),
                          g_object_unref);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
}

static void
add_prompt (TendMarHead   *self,
            TendMarPrompt *prompt)
{
  g_autofree char *text = g_strdup_printf ("%s. %s", prompt->title, prompt->detail);
  GtkBox *bar = add_bar (self, text);
  GtkWidget *buttons;

  if (prompt->kind == TEND_MAR_LOOK)
    {
      buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6); /* beside each other they are wide */
      gtk_box_append (bar, buttons);
      add_answer (self, GTK_BOX (buttons), prompt, _("Still _On"), _("Still on: %s"),
                  G_CALLBACK (still_on_cb));
      add_answer (self, GTK_BOX (buttons), prompt, _("Has Come O_ff…"), _("Has come off: %s"),
                  G_CALLBACK (come_off_cb));
    }
  else if (prompt->entry != NULL)
    add_answer (self, bar, prompt, _("_Done…"), _("Done: %s"), G_CALLBACK (settle_cb));
}

static void
go_cb (TendMarHead *self)
{
  g_signal_emit (self, go_signal, 0, self->gap);
}

/* A gap stays in sight until it is answered, also when its day is not on view. */
static void
add_gaps (TendMarHead  *self,
          TendMarSheet *sheet)
{
  g_autofree char *text = NULL;

  if (sheet->n_gaps == 0)
    return;

  text = sheet->n_gaps == 1
         /* Translators: medicine, day and time */
         ? g_strdup_printf (_("Not written down: %s."), sheet->gap_title)
         : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u dose is not written down, the oldest: %s.",
                                         "%u doses are not written down, the oldest: %s.",
                                         sheet->n_gaps), sheet->n_gaps, sheet->gap_title);
  g_signal_connect_object (add_button (add_bar (self, text), _("_Go to It"), sheet->gap_title),
                           "clicked", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
}

static void
tend_mar_head_dispose (GObject *object)
{
  g_clear_object (&TEND_MAR_HEAD (object)->session);

  G_OBJECT_CLASS (tend_mar_head_parent_class)->dispose (object);
}

static void
tend_mar_head_finalize (GObject *object)
{
  g_free (TEND_MAR_HEAD (object)->gap);

  G_OBJECT_CLASS (tend_mar_head_parent_class)->finalize (object);
}

static void
tend_mar_head_class_init (TendMarHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_mar_head_dispose;
  G_OBJECT_CLASS (klass)->finalize = tend_mar_head_finalize;
  go_signal = g_signal_new ("go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                            NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkLabel *
add_label (TendMarHead *self,
           const char  *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
tend_mar_head_init (TendMarHead *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  self->allergies = add_label (self, "heading");
  self->about = add_label (self, "dim-label");
  self->prompts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->prompts));
}

GtkWidget *
tend_mar_head_new (TendSession *session)
{
  TendMarHead *self = g_object_new (TEND_TYPE_MAR_HEAD, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
tend_mar_head_show (TendMarHead  *self,
                    TendMarSheet *sheet)
{
  g_autofree char *allergies = allergies_of (sheet->client);
  g_autofree char *about = about_of (sheet->client);
  GtkWidget *child;

  g_return_if_fail (TEND_IS_MAR_HEAD (self));

  gtk_label_set_label (self->allergies, allergies);
  gtk_label_set_label (self->about, about);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->prompts))) != NULL)
    gtk_box_remove (self->prompts, child);
  g_free (self->gap);
  self->gap = g_strdup (sheet->gap);
  add_gaps (self, sheet);
  for (guint i = 0; i < sheet->prompts->len; i++)
    add_prompt (self, sheet->prompts->pdata[i]);
}

/* The key */

GtkWidget *
tend_mar_key_new (void)
{
  g_autoptr(GString) text = g_string_new (_("G or space: given."));
  GtkWidget *label;

  for (const TendChoice *code = tend_mar_code_choices; code->value != NULL; code++)
    {
      if (g_str_equal (code->value, "PL"))
        g_string_append_printf (text, _(" P: %s (PL)."), _(code->label));
      else if (!g_str_equal (code->value, "NR"))
        g_string_append_printf (text, " %s: %s.", code->value, _(code->label));
    }
  g_string_append (text, "\n");
  g_string_append (text, _("As needed: G for a dose, N for offered and not needed (NR)."));
  g_string_append (text, "\n");
  g_string_append (text, _("Enter signs a draft, and without one shows the dose; Escape drops the "
                           "draft. Arrows go from dose to dose, Page Down to the next that is to "
                           "be written. A box with a heavy line is a dose that nobody has written "
                           "down; a number in it is how much was due."));

  label = gtk_label_new (text->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "mar-key");
  gtk_widget_add_css_class (label, "caption");
  return label;
}
