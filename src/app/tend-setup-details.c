/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-setup-private.h"

#include <glib/gi18n-lib.h>

static const char *const details[] = { "own_name", "trading_name", "phone", "email", NULL };
static const char *const address[] = { "address", "postcode", NULL };

/* The councils whose schemes for small carers Tend knows. */
static const struct
{
  const char *id;
  const char *name;
} schemes[] = {
  { "staffordshire", N_("Staffordshire") },
  { "worcestershire", N_("Worcestershire") },
  { "cambridgeshire", N_("Cambridgeshire") },
  { "flintshire", N_("Flintshire") },
};

#define N_SCHEMES G_N_ELEMENTS (schemes)

/* "None of these" and the schemes exclude each other. */
static void
scheme_toggled_cb (TendSetup      *self,
                   GtkCheckButton *toggled)
{
  GtkCheckButton *none = self->schemes[N_SCHEMES];

  if (!gtk_check_button_get_active (toggled))
    return;

  if (toggled != none)
    {
      gtk_check_button_set_active (none, FALSE);
      return;
    }

  for (guint i = 0; i < N_SCHEMES; i++)
    gtk_check_button_set_active (self->schemes[i], FALSE);
}

static GtkCheckButton *
add_scheme (TendSetup  *self,
            const char *name)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->schemes_group, row);
  g_signal_connect_object (check, "toggled", G_CALLBACK (scheme_toggled_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_CHECK_BUTTON (check);
}

void
_tend_setup_fill (TendSetup *self)
{
  tend_form_add (self->form, self->details_group, details);
  tend_form_add (self->form, self->address_group, address);

  self->schemes = g_new0 (GtkCheckButton *, N_SCHEMES + 1);
  for (guint i = 0; i < N_SCHEMES; i++)
    self->schemes[i] = add_scheme (self, _(schemes[i].name));
  self->schemes[N_SCHEMES] = add_scheme (self, _("None of these"));
}

void
_tend_setup_read_schemes (TendSetup *self)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < N_SCHEMES; i++)
    {
      if (!gtk_check_button_get_active (self->schemes[i]))
        continue;

      if (ids->len > 0)
        g_string_append_c (ids, '\n');
      g_string_append (ids, schemes[i].id);
    }

  tend_record_set_text (self->provider, "schemes", ids->str);
}
