/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-safeguarding.h"

#include "tend-care-form.h"
#include "tend-rows.h"
#include "tend-safeguarding-numbers.h"

#include <glib/gi18n-lib.h>

/* What comes first matters: nobody is asked anything before they are safe. */
static const char *const steps[] = {
  N_("If anyone is in danger now, ring 999."),
  N_("Ask what they want to happen, but only if it is safe to ask."),
  N_("You can pass it on without their agreement if others are at risk, a crime may have "
     "happened, they cannot decide this, or they are being pressured."),
  N_("Do not investigate, do not confront anybody, and do not promise to keep it secret."),
  N_("If the concern is about you, still report it."),
};

static void
update (GtkWidget *group,
        TendForm  *form)
{
  const char *kind = tend_record_get_text (tend_form_get_record (form), "kind");

  gtk_widget_set_visible (group, g_strcmp0 (kind, "safeguarding") == 0);
}

void
tend_safeguarding_prepare (TendForm     *form,
                           GtkWindow    *dialog,
                           TendCareEdit *edit)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *numbers = tend_safeguarding_numbers_new (edit->session, edit->file->client);

  /* What was to be done first is done; who else is told can still be rung. */
  if (edit->closed)
    {
      tend_care_insert_group (form, "follow_up", numbers);
      update (numbers, form);
      return;
    }

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("What to Do, in This Order"));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *number = g_strdup_printf (_("Step %d"), (int) i + 1);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 tend_row_value (number, _(steps[i])));
    }

  tend_care_insert_group (form, "kind", numbers);
  tend_care_insert_group (form, "kind", group);
  update (group, form);
  update (numbers, form);
  g_signal_connect_object (form, "changed", G_CALLBACK (update), group, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "changed", G_CALLBACK (update), numbers, G_CONNECT_SWAPPED);
}
