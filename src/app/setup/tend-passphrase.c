/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-passphrase.h"

#include "tend-entry-row.h"

#include <glib/gi18n-lib.h>

#define SHORTEST 8

/* A character that repeats, or goes on from, the one before adds little. */
static guint
count_surprises (const char *text)
{
  gunichar last = 0;
  guint surprises = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar now = g_utf8_get_char (at);

      if (now != last && now != last + 1 && now + 1 != last)
        surprises++;
      last = now;
    }

  return surprises;
}

static guint
count_different (const char *text)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_hash_table_add (seen, GUINT_TO_POINTER (g_unichar_tolower (g_utf8_get_char (at))));

  return g_hash_table_size (seen);
}

TendPassphraseStrength
tend_passphrase_judge (const char *text)
{
  guint surprises;

  g_return_val_if_fail (text != NULL, TEND_PASSPHRASE_NONE);

  if (*text == '\0')
    return TEND_PASSPHRASE_NONE;

  if (g_utf8_strlen (text, -1) < SHORTEST)
    return TEND_PASSPHRASE_SHORT;

  surprises = MIN (count_surprises (text), 2 * count_different (text));

  if (surprises < 11)
    return TEND_PASSPHRASE_WEAK;

  return surprises < 17 ? TEND_PASSPHRASE_FAIR : TEND_PASSPHRASE_STRONG;
}

const char *
tend_passphrase_hint (TendPassphraseStrength strength)
{
  switch (strength)
    {
    case TEND_PASSPHRASE_NONE:
      return _("Three or four words that nobody would put together are easy to remember "
               "and hard to guess.");
    case TEND_PASSPHRASE_SHORT:
      return _("Please use at least 8 characters.");
    case TEND_PASSPHRASE_WEAK:
      return _("This could be guessed with time. Another word or two would help.");
    case TEND_PASSPHRASE_FAIR:
      return _("Fair. One more word would make it strong.");
    case TEND_PASSPHRASE_STRONG:
      return _("Strong.");
    default:
      g_return_val_if_reached (NULL);
    }
}

struct _TendPassphraseGroup
{
  AdwPreferencesGroup  parent_instance;

  GtkEditable         *first;
  GtkEditable         *second;
  GtkLevelBar         *bar;
  GtkLabel            *hint;
};

G_DEFINE_FINAL_TYPE (TendPassphraseGroup, tend_passphrase_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* @wrong: the row at fault, or NULL */
static void
show_hint (TendPassphraseGroup *self,
           const char          *hint,
           GtkEditable         *wrong)
{
  gtk_label_set_label (self->hint, hint);

  if (wrong != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error");

  tend_entry_row_describe (TEND_ENTRY_ROW (self->first),
                           wrong != self->second ? hint : NULL, wrong == self->first);
  tend_entry_row_describe (TEND_ENTRY_ROW (self->second),
                           wrong == self->second ? hint : NULL, wrong == self->second);
}

static void
changed_cb (TendPassphraseGroup *self)
{
  TendPassphraseStrength strength = tend_passphrase_judge (gtk_editable_get_text (self->first));

  gtk_level_bar_set_value (self->bar, strength);
  show_hint (self, tend_passphrase_hint (strength), NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tend_passphrase_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_PASSPHRASE_GROUP);

  G_OBJECT_CLASS (tend_passphrase_group_parent_class)->dispose (object);
}

static void
tend_passphrase_group_class_init (TendPassphraseGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_passphrase_group_dispose;

  signals[CHANGED] = g_signal_new ("changed", TEND_TYPE_PASSPHRASE_GROUP, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TEND_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-passphrase.ui");
  gtk_widget_class_bind_template_child (widget_class, TendPassphraseGroup, first);
  gtk_widget_class_bind_template_child (widget_class, TendPassphraseGroup, second);
  gtk_widget_class_bind_template_child (widget_class, TendPassphraseGroup, bar);
  gtk_widget_class_bind_template_child (widget_class, TendPassphraseGroup, hint);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
tend_passphrase_group_init (TendPassphraseGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed_cb (self);
}

gboolean
tend_passphrase_group_is_empty (TendPassphraseGroup *self)
{
  g_return_val_if_fail (TEND_IS_PASSPHRASE_GROUP (self), TRUE);

  return *gtk_editable_get_text (self->first) == '\0' &&
         *gtk_editable_get_text (self->second) == '\0';
}

const char *
tend_passphrase_group_get_text (TendPassphraseGroup *self)
{
  const char *text;

  g_return_val_if_fail (TEND_IS_PASSPHRASE_GROUP (self), NULL);

  text = gtk_editable_get_text (self->first);

  if (tend_passphrase_judge (text) < TEND_PASSPHRASE_WEAK ||
      !g_str_equal (text, gtk_editable_get_text (self->second)))
    return NULL;

  return text;
}

gboolean
tend_passphrase_group_check (TendPassphraseGroup *self)
{
  GtkEditable *wrong;

  g_return_val_if_fail (TEND_IS_PASSPHRASE_GROUP (self), FALSE);

  if (tend_passphrase_group_is_empty (self) || tend_passphrase_group_get_text (self) != NULL)
    return TRUE;

  if (tend_passphrase_judge (gtk_editable_get_text (self->first)) < TEND_PASSPHRASE_WEAK)
    wrong = self->first;
  else
    wrong = self->second;

  show_hint (self, wrong == self->first
                   ? tend_passphrase_hint (TEND_PASSPHRASE_SHORT)
                   : _("The two are not alike. Please type the second again."), wrong);
  gtk_widget_grab_focus (GTK_WIDGET (wrong));

  return FALSE;
}

void
tend_passphrase_group_clear (TendPassphraseGroup *self)
{
  g_return_if_fail (TEND_IS_PASSPHRASE_GROUP (self));

  gtk_editable_set_text (self->first, "");
  gtk_editable_set_text (self->second, "");
}
