/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-recovery-reader.h"

#include "tend-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define TEND_TYPE_RECOVERY_READER (tend_recovery_reader_get_type ())
G_DECLARE_FINAL_TYPE (TendRecoveryReader, tend_recovery_reader, TEND, RECOVERY_READER, AdwWindow)

struct _TendRecoveryReader
{
  AdwWindow   parent_instance;

  char      **groups;
  guint       n_groups;
  guint       at;

  GtkLabel   *count;
  GtkLabel   *group;
  GtkLabel   *spelt;
  GtkWidget  *back;
  GtkButton  *next;
};

G_DEFINE_FINAL_TYPE (TendRecoveryReader, tend_recovery_reader, ADW_TYPE_WINDOW)

/* The letters and digits of a recovery key, as one says them on the telephone. */
static const struct
{
  char        character;
  const char *word;
} alphabet[] = {
  { '3', N_("three") }, { '4', N_("four") }, { '6', N_("six") }, { '7', N_("seven") },
  { '9', N_("nine") }, { 'A', N_("A for Alfa") }, { 'C', N_("C for Charlie") },
  { 'D', N_("D for Delta") }, { 'E', N_("E for Echo") }, { 'F', N_("F for Foxtrot") },
  { 'G', N_("G for Golf") }, { 'H', N_("H for Hotel") }, { 'J', N_("J for Juliet") },
  { 'K', N_("K for Kilo") }, { 'M', N_("M for Mike") }, { 'N', N_("N for November") },
  { 'P', N_("P for Papa") }, { 'Q', N_("Q for Quebec") }, { 'R', N_("R for Romeo") },
  { 'T', N_("T for Tango") }, { 'W', N_("W for Whiskey") }, { 'X', N_("X for X-ray") },
  { 'Y', N_("Y for Yankee") },
};

static const char *
word_for (char character)
{
  for (guint i = 0; i < G_N_ELEMENTS (alphabet); i++)
    if (alphabet[i].character == character)
      return _(alphabet[i].word);

  return "";
}

static char *
spell (const char *group)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (const char *c = group; *c != '\0'; c++)
    {
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, word_for (*c));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show (TendRecoveryReader *self)
{
  g_autofree char *count = NULL;
  g_autofree char *spelt = spell (self->groups[self->at]);
  g_autofree char *spoken = NULL;

  count = g_strdup_printf (_("Group %u of %u"), self->at + 1, self->n_groups);
  spoken = g_strdup_printf ("%s: %s", count, spelt);

  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->group, self->groups[self->at]);
  gtk_label_set_label (self->spelt, spelt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->group),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_sensitive (self->back, self->at > 0);
  gtk_button_set_label (self->next, self->at + 1 < self->n_groups ? _("_Next Group") : _("_Done"));

  /* Nothing can be announced in GTK 4.8: the focus goes to the text instead. */
  gtk_widget_grab_focus (GTK_WIDGET (self->group));
  gtk_label_select_region (self->group, 0, 0);
}

static void
back_cb (TendRecoveryReader *self)
{
  self->at--;
  show (self);
}

static void
next_cb (TendRecoveryReader *self)
{
  if (self->at + 1 == self->n_groups)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  self->at++;
  show (self);
}

static void
tend_recovery_reader_dispose (GObject *object)
{
  TendRecoveryReader *self = TEND_RECOVERY_READER (object);

  for (guint i = 0; self->groups != NULL && i < self->n_groups; i++)
    memset (self->groups[i], 0, strlen (self->groups[i]));

  g_clear_pointer (&self->groups, g_strfreev);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_RECOVERY_READER);

  G_OBJECT_CLASS (tend_recovery_reader_parent_class)->dispose (object);
}

static void
tend_recovery_reader_class_init (TendRecoveryReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_recovery_reader_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-recovery-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, TendRecoveryReader, count);
  gtk_widget_class_bind_template_child (widget_class, TendRecoveryReader, group);
  gtk_widget_class_bind_template_child (widget_class, TendRecoveryReader, spelt);
  gtk_widget_class_bind_template_child (widget_class, TendRecoveryReader, back);
  gtk_widget_class_bind_template_child (widget_class, TendRecoveryReader, next);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tend_recovery_reader_init (TendRecoveryReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tend_recovery_reader_present (GtkWidget         *parent,
                              const char *const *groups)
{
  TendRecoveryReader *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (groups != NULL && groups[0] != NULL);

  self = g_object_new (TEND_TYPE_RECOVERY_READER,
                       "transient-for", gtk_widget_get_root (parent), NULL);
  self->groups = g_strdupv ((char **) groups);
  self->n_groups = g_strv_length (self->groups);
  tend_dialog_fit (GTK_WINDOW (self), gtk_widget_get_root (parent));
  gtk_window_present (GTK_WINDOW (self));
  show (self);
}
