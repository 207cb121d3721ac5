/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-recovery-card.h"

#include "tend-entry-row.h"
#include "tend-recovery.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ASKED 2

struct _TendRecoveryCheck
{
  AdwPreferencesGroup  parent_instance;

  guint                index[ASKED];
  char                *group[ASKED];
  GtkWidget           *row[ASKED];
  GtkWidget           *fault;
};

G_DEFINE_FINAL_TYPE (TendRecoveryCheck, tend_recovery_check, ADW_TYPE_PREFERENCES_GROUP)

static void
forget (TendRecoveryCheck *self)
{
  for (guint i = 0; i < ASKED; i++)
    {
      if (self->group[i] != NULL)
        memset (self->group[i], 0, strlen (self->group[i]));
      g_clear_pointer (&self->group[i], g_free);
    }
}

/* Whatever the case, and with spaces or dashes about it. */
static gboolean
same_group (const char *typed,
            const char *group)
{
  g_autoptr(GString) plain = g_string_new (NULL);

  for (const char *at = typed; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (plain, g_ascii_toupper (*at));

  return g_str_equal (plain->str, group);
}

static void
show_fault (TendRecoveryCheck *self,
            guint              at)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (_("Group %u is different from the key. "
                            "Please look at what you wrote down."), self->index[at] + 1);
  gtk_label_set_label (GTK_LABEL (self->fault), text);
  gtk_widget_set_visible (self->fault, TRUE);
  tend_entry_row_describe (TEND_ENTRY_ROW (self->row[at]), text, TRUE);
  gtk_widget_grab_focus (self->row[at]);
}

static void
changed_cb (TendRecoveryCheck *self)
{
  gtk_widget_set_visible (self->fault, FALSE);

  for (guint i = 0; i < ASKED; i++)
    tend_entry_row_describe (TEND_ENTRY_ROW (self->row[i]), NULL, FALSE);
}

static void
tend_recovery_check_dispose (GObject *object)
{
  forget (TEND_RECOVERY_CHECK (object));

  G_OBJECT_CLASS (tend_recovery_check_parent_class)->dispose (object);
}

static void
tend_recovery_check_class_init (TendRecoveryCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_recovery_check_dispose;
}

static void
tend_recovery_check_init (TendRecoveryCheck *self)
{
  for (guint i = 0; i < ASKED; i++)
    {
      self->row[i] = tend_entry_row_new (NULL);
      g_signal_connect_object (self->row[i], "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->row[i]);
    }

  self->fault = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->fault), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->fault), 0);
  gtk_widget_set_margin_top (self->fault, 12);
  gtk_widget_set_visible (self->fault, FALSE);
  gtk_widget_add_css_class (self->fault, "error");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->fault);
}

void
tend_recovery_check_set (TendRecoveryCheck *self,
                         const char        *key)
{
  guint n_groups = tend_recovery_n_groups ();

  g_return_if_fail (TEND_IS_RECOVERY_CHECK (self));

  forget (self);

  if (key == NULL)
    return;

  self->index[0] = g_random_int_range (0, n_groups - 1);
  self->index[1] = g_random_int_range (self->index[0] + 1, n_groups);

  for (guint i = 0; i < ASKED; i++)
    {
      g_autofree char *title = g_strdup_printf (_("Group %u"), self->index[i] + 1);

      self->group[i] = tend_recovery_group (key, self->index[i]);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row[i]), title);
      gtk_editable_set_text (GTK_EDITABLE (self->row[i]), "");
    }

  changed_cb (self);
}

gboolean
tend_recovery_check_check (TendRecoveryCheck *self)
{
  g_return_val_if_fail (TEND_IS_RECOVERY_CHECK (self), FALSE);

  for (guint i = 0; i < ASKED; i++)
    {
      const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->row[i]));

      if (self->group[i] == NULL || !same_group (typed, self->group[i]))
        {
          show_fault (self, i);
          return FALSE;
        }
    }

  return TRUE;
}
