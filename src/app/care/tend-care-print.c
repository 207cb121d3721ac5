/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-print.h"

#include "tend-rows.h"
#include "tend-signed.h"

#include <glib/gi18n-lib.h>

static void
print_cb (TendClientTab *tab,
          GtkWidget     *widget)
{
  TendCarePaper paper = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "paper"));
  TendSession *session = tend_page_get_session (TEND_PAGE (tab));
  const TendCareRequest request = { .paper = paper, .client = tend_client_tab_get_client (tab),
                                    .on = tend_session_get_today (session) };

  if (request.client == NULL)
    return;
  if (paper == TEND_CARE_VISIT_LOG)
    tend_care_visit_log_present (GTK_WIDGET (tab), session, request.client);
  else
    tend_care_paper_present (GTK_WIDGET (tab), session, &request);
}

void
tend_care_prints (TendClientTab *tab,
                  GtkWidget     *widget,
                  TendCarePaper  paper)
{
  g_object_set_data (G_OBJECT (widget), "paper", GINT_TO_POINTER (paper));
  g_signal_connect_object (widget, GTK_IS_BUTTON (widget) ? "clicked" : "activated",
                           G_CALLBACK (print_cb), tab, G_CONNECT_SWAPPED);
}

/* (transfer full): how many papers are unsigned, and once some are back, which. */
static char *
pack_text (GPtrArray *missing)
{
  g_autofree char *count = tend_pack_unsigned_text (missing->len);
  g_autoptr(GString) names = g_string_new (NULL);

  if (count == NULL)
    return g_strdup (_("Everything a new person signs, filled in"));
  /* Elsewhere it may say "Signed", by a day that was typed: that is not the paper. */
  if (missing->len == TEND_PACK_PAPERS)
    return g_strdup_printf ("%s\n%s", count,
                            _("A paper counts as signed once a scan of the signed copy is kept "
                              "here."));

  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            _(((const TendChoice *) missing->pdata[i])->label));
  return g_strdup_printf ("%s\n%s", count, names->str);
}

GtkWidget *
tend_care_pack_row (TendClientTab *tab,
                    GPtrArray     *not_signed)
{
  g_autofree char *text = pack_text (not_signed);
  GtkWidget *row = tend_row_link (_("Print the First-Visit Pack…"), text);

  tend_care_prints (tab, row, TEND_CARE_FIRST_VISIT_PACK);
  return row;
}

void
tend_care_add_papers (TendClientTab *tab)
{
  static const struct { TendCarePaper paper; const char *title, *text; } papers[] = {
    { TEND_CARE_VISIT_LOG, N_("Visit Log…"),
      N_("What was recorded at the visits of a period") },
    { TEND_CARE_CONTACTS, N_("Who to Contact"),
      N_("Everybody round the person, and who may act for them") },
    { TEND_CARE_PRIVACY_NOTICE, N_("Privacy Notice"),
      N_("How you look after what you know about them") },
    { TEND_CARE_FEEDBACK_REQUEST, N_("How Is It Going?…"),
      N_("A sheet in large letters to tick, once a quarter") },
  };
  AdwPreferencesGroup *group = tend_client_tab_add_group (tab, _("More to Print"), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      GtkWidget *row = tend_row_link (_(papers[i].title), _(papers[i].text));

      tend_care_prints (tab, row, papers[i].paper);
      adw_preferences_group_add (group, row);
    }
}
