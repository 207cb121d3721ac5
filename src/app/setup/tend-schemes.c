/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-schemes.h"

#include "tend-scheme.h"

#include <glib/gi18n-lib.h>

struct _TendSchemes
{
  AdwPreferencesGroup  parent_instance;

  GPtrArray           *schemes;  /* TendScheme */
  GPtrArray           *checks;   /* GtkCheckButton, borrowed: one for each */
  GtkCheckButton      *none;
  gboolean             setting;
};

G_DEFINE_FINAL_TYPE (TendSchemes, tend_schemes, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* "None of these" and the schemes exclude each other. */
static void
toggled_cb (TendSchemes    *self,
            GtkCheckButton *toggled)
{
  if (self->setting)
    return;

  self->setting = TRUE;

  if (gtk_check_button_get_active (toggled))
    {
      if (toggled != self->none)
        gtk_check_button_set_active (self->none, FALSE);
      else
        for (guint i = 0; i < self->checks->len; i++)
          gtk_check_button_set_active (self->checks->pdata[i], FALSE);
    }

  self->setting = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkCheckButton *
add_check (TendSchemes *self,
           const char  *name,
           const char  *county)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (county != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), county);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return GTK_CHECK_BUTTON (check);
}

static void
tend_schemes_finalize (GObject *object)
{
  TendSchemes *self = TEND_SCHEMES (object);

  g_ptr_array_unref (self->schemes);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (tend_schemes_parent_class)->finalize (object);
}

static void
tend_schemes_class_init (TendSchemesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_schemes_finalize;
  signals[CHANGED] = g_signal_new ("changed", TEND_TYPE_SCHEMES, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* By county: that is what a carer knows theirs by.  The files are the program's own. */
static void
tend_schemes_init (TendSchemes *self)
{
  g_autoptr(GError) error = NULL;

  self->checks = g_ptr_array_new ();
  self->schemes = tend_schemes_load (NULL, &error);
  if (self->schemes == NULL)
    g_error ("The council schemes cannot be read: %s", error->message);

  for (guint i = 0; i < self->schemes->len; i++)
    {
      const TendScheme *scheme = self->schemes->pdata[i];
      g_autofree char *county = tend_scheme_get_text (scheme, "county");

      g_ptr_array_add (self->checks, add_check (self, tend_scheme_get_name (scheme), county));
    }
  self->none = add_check (self, _("None of these"), NULL);
}

char *
tend_schemes_get (TendSchemes *self)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  g_return_val_if_fail (TEND_IS_SCHEMES (self), NULL);

  for (guint i = 0; i < self->checks->len; i++)
    {
      if (!gtk_check_button_get_active (self->checks->pdata[i]))
        continue;

      if (ids->len > 0)
        g_string_append_c (ids, '\n');
      g_string_append (ids, tend_scheme_get_id (self->schemes->pdata[i]));
    }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

void
tend_schemes_set (TendSchemes *self,
                  const char  *ids)
{
  g_auto(GStrv) lines = g_strsplit (ids != NULL ? ids : "", "\n", -1);

  g_return_if_fail (TEND_IS_SCHEMES (self));

  self->setting = TRUE;

  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i],
                                 g_strv_contains ((const char *const *) lines,
                                                  tend_scheme_get_id (self->schemes->pdata[i])));
  gtk_check_button_set_active (self->none, FALSE);

  self->setting = FALSE;
}
