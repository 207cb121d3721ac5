/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-contacts-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"
#include "tend-table.h"

#define N_BLANK 6

static void
lay_contacts (TendFlow                *flow,
              const TendContactsSheet *sheet)
{
  const TendColumn columns[] = {
    { _("Name"), TEND_COLUMN_FLEX }, { _("Who"), TEND_COLUMN_TEXT },
    { _("Phone"), TEND_COLUMN_TEXT }, { _("Note"), TEND_COLUMN_FLEX | TEND_COLUMN_SOFT },
  };
  g_autoptr(TendTable) table = NULL;

  if (sheet->n_contacts == 0)
    {
      for (guint i = 0; i < N_BLANK; i++)
        tend_blank_lay (flow, _("Name and phone"), 1);
      return;
    }
  table = tend_table_new (flow, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < sheet->n_contacts; i++)
    {
      const TendContact *contact = &sheet->contacts[i];
      const char *cells[] = { contact->name, contact->who, contact->phone, contact->note };

      tend_table_add (table, TEND_ROW_BODY, cells);
    }
  tend_table_lay (table);
}

static void
lay_acting (TendFlow                *flow,
            const TendContactsSheet *sheet)
{
  const TendColumn columns[] = {
    { _("Name"), TEND_COLUMN_TEXT }, { _("Authority"), TEND_COLUMN_FLEX },
    { _("Acts"), TEND_COLUMN_TEXT }, { _("Limits and instructions"), TEND_COLUMN_FLEX },
  };
  g_autoptr(TendTable) table = NULL;

  if (sheet->n_acting == 0)
    return;
  tend_heading_lay (flow, _("Who may act for me"));
  table = tend_table_new (flow, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < sheet->n_acting; i++)
    {
      const TendActing *acting = &sheet->acting[i];
      const char *cells[] = { acting->name, acting->authority, acting->acts, acting->note };

      tend_table_add (table, TEND_ROW_BODY, cells);
    }
  tend_table_lay (table);
  tend_flow_space (flow, 6);
  tend_flow_text (flow, "P", TEND_TEXT_SMALL,
                  _("Somebody with authority over health and welfare decides only where the "
                    "person cannot decide for themselves."), &flow->palette->soft_ink);
}

/* Whom else to turn to; nobody signs at the top of an empty page. */
static void
lay_end (TendFlow *flow,
         gpointer  data)
{
  const TendContactsSheet *sheet = data;

  if (sheet->concerns && *sheet->concerns)
    {
      tend_heading_lay (flow, _("If you are not happy with my support"));
      tend_flow_text (flow, "P", TEND_TEXT_BODY,
                      _("Please tell me, or ask somebody to tell me for you. You can also turn "
                        "to:"), &flow->palette->ink);
      flow->y += 3;
      tend_flow_text (flow, "P", TEND_TEXT_BODY, sheet->concerns, &flow->palette->ink);
    }
  if (sheet->to_sign)
    {
      tend_flow_space (flow, 18);
      tend_signature_lay (flow, _("These are the people to contact"), sheet->head.name);
    }
}

void
tend_contacts_sheet_lay (TendFlow                *flow,
                         const TendContactsSheet *sheet)
{
  tend_care_head_lay (flow, &sheet->head, _("Who to contact"));
  tend_notice_lay (flow, TEND_TEXT_HEADING, NULL,
                   _("In danger or badly hurt: ring 999.\n"
                     "Not an emergency, but it cannot wait: ring NHS 111."), TRUE);
  tend_flow_space (flow, 6);
  lay_contacts (flow, sheet);
  lay_acting (flow, sheet);
  tend_flow_keep (flow, lay_end, (gpointer) sheet);
}

TendDocument *
tend_document_new_contacts (const TendContactsSheet *sheet)
{
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->head.carer.name != NULL, NULL);

  tend_care_begin (&flow, &sheet->head, _("Who to contact"));
  tend_contacts_sheet_lay (&flow, sheet);
  return tend_care_finish (&flow, &sheet->head, _("Who to contact"));
}
