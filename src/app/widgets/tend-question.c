/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-question.h"

#include "tend-entry-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define TEND_TYPE_QUESTION (tend_question_get_type ())
G_DECLARE_FINAL_TYPE (TendQuestion, tend_question, TEND, QUESTION, AdwWindow)

struct _TendQuestion
{
  AdwWindow       parent_instance;

  TendAnswerFunc  func; /* NULL once it has been called */
  gpointer        user_data;

  GtkLabel       *heading;
  GtkLabel       *body;
  GtkWidget      *reason_group;
  GtkWidget      *reason_row;
  GtkLabel       *reason_fault;
  GtkBox         *answers;
};

G_DEFINE_FINAL_TYPE (TendQuestion, tend_question, ADW_TYPE_WINDOW)

static void
answer (TendQuestion *self,
        const char   *id)
{
  TendAnswerFunc func = self->func;
  g_autofree char *reason = NULL;

  if (func == NULL)
    return;

  self->func = NULL;
  if (gtk_widget_get_visible (self->reason_group))
    reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row))));
  func (id, reason != NULL && *reason != '\0' ? reason : NULL, self->user_data);
}

/* Says beside the field what is wanted there, or nothing more. */
static void
show_fault (TendQuestion *self,
            const char   *fault)
{
  tend_entry_row_describe (TEND_ENTRY_ROW (self->reason_row), fault, fault != NULL);
  gtk_label_set_label (self->reason_fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason_fault), fault != NULL);
}

static gboolean
has_reason (TendQuestion *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row)));

  return *g_strstrip (text) != '\0';
}

static void
typed_cb (TendQuestion *self)
{
  if (has_reason (self))
    show_fault (self, NULL);
}

static void
clicked_cb (TendQuestion *self,
            GtkWidget    *button)
{
  g_autoptr(TendQuestion) keep = g_object_ref (self);
  const char *needs = g_object_get_data (G_OBJECT (button), "needs");

  if (needs != NULL && !has_reason (self))
    {
      show_fault (self, needs);
      gtk_widget_grab_focus (self->reason_row);
      return;
    }

  answer (self, gtk_widget_get_name (button));
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
tend_question_close_request (GtkWindow *window)
{
  answer (TEND_QUESTION (window), NULL);

  return GTK_WINDOW_CLASS (tend_question_parent_class)->close_request (window);
}

static void
tend_question_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_QUESTION);

  G_OBJECT_CLASS (tend_question_parent_class)->dispose (object);
}

static void
tend_question_class_init (TendQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_question_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tend_question_close_request;

  g_type_ensure (TEND_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-question.ui");
  gtk_widget_class_bind_template_child (widget_class, TendQuestion, heading);
  gtk_widget_class_bind_template_child (widget_class, TendQuestion, body);
  gtk_widget_class_bind_template_child (widget_class, TendQuestion, reason_group);
  gtk_widget_class_bind_template_child (widget_class, TendQuestion, reason_row);
  gtk_widget_class_bind_template_child (widget_class, TendQuestion, reason_fault);
  gtk_widget_class_bind_template_child (widget_class, TendQuestion, answers);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tend_question_init (TendQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_answer (TendQuestion     *self,
             const TendAnswer *choice)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_name (button, choice->id);
  g_object_set_data_full (G_OBJECT (button), "needs", g_strdup (choice->needs), g_free);
  gtk_box_append (GTK_BOX (box), make_label (choice->title, "heading"));
  if (choice->subtitle != NULL)
    gtk_box_append (GTK_BOX (box), make_label (choice->subtitle, "dim-label"));

  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "answer");
  gtk_widget_add_css_class (button, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, choice->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  choice->subtitle != NULL ? choice->subtitle : "", -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

void
tend_question_present (GtkWidget        *parent,
                       const char       *heading,
                       const char       *body,
                       const char       *reason,
                       const TendAnswer *answers,
                       gsize             n_answers,
                       TendAnswerFunc    func,
                       gpointer          user_data)
{
  TendQuestion *self = g_object_new (TEND_TYPE_QUESTION, NULL);
  GtkWidget *first = NULL;

  self->func = func;
  self->user_data = user_data;

  gtk_window_set_title (GTK_WINDOW (self), heading);
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->body, body != NULL ? body : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  body != NULL ? body : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self->body), body != NULL);
  gtk_widget_set_visible (self->reason_group, reason != NULL);
  if (reason != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason_row), reason);

  for (gsize i = 0; i < n_answers; i++)
    {
      GtkWidget *button = make_answer (self, &answers[i]);

      gtk_box_append (self->answers, button);
      if (answers[i].needs != NULL)
        first = tend_entry_row_get_entry (TEND_ENTRY_ROW (self->reason_row));
      else if (first == NULL)
        first = button;
    }

  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_set_focus (GTK_WINDOW (self), first);
  gtk_window_present (GTK_WINDOW (self));
}

void
tend_question_twice (GtkWidget      *parent,
                     TendDate        date,
                     TendClock       clock,
                     TendAnswerFunc  func,
                     gpointer        user_data)
{
  g_autofree char *time = tend_clock_format (clock);
  g_autofree char *day = tend_date_format (date, TEND_DATE_FULL);
  g_autofree char *heading = g_strdup_printf (_("Which %s?"), time);
  g_autofree char *body =
    g_strdup_printf (_("The clocks go back on %s, so that %s comes twice."), day, time);
  const TendAnswer answers[] = {
    { "first", _("The first"), _("Before the clocks go back") },
    { "second", _("The second"), _("An hour later, when the clocks have gone back") },
  };

  tend_question_present (parent, heading, body, NULL, answers, G_N_ELEMENTS (answers),
                         func, user_data);
}
