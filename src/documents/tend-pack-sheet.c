/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-pack-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"
#include "tend-table.h"
#include "tend-text-sheet.h"

typedef struct
{
  const char *name;
  const char *who;     /* signs it */
  int         n_pages;
} Paper;

typedef struct
{
  const TendPackSheet *sheet;
  TendFlow             flow;
  int                  first; /* page of the paper that is being laid */
  Paper                papers[TEND_PACK_SHEETS];
  guint                n_papers;
} Writer;

/* The feet of the paper that is laid, and the page for the next one. */
static void
end_paper (Writer     *self,
           const char *name,
           const char *who)
{
  TendDocument *document = self->flow.document;
  int n_pages = tend_document_get_n_pages (document) - self->first;
  g_autofree char *footer = tend_care_footer (&self->sheet->head, name);

  g_assert (self->n_papers < TEND_PACK_SHEETS);
  self->papers[self->n_papers++] = (Paper) { name, who, n_pages };
  tend_flow_foot (&self->flow, self->first, n_pages, footer);
  self->first += n_pages;
  if (self->n_papers < TEND_PACK_SHEETS)
    tend_flow_new_page (&self->flow);
}

/* The list comes first and is laid last: that many pages are kept for it. */
static int
list_pages (const TendPackSheet *sheet)
{
  guint n_changed = 0;

  for (guint i = 0; i < TEND_PACK_SHEETS; i++)
    n_changed += sheet->papers[i].changed != NULL;
  return !sheet->head.large ? 1 : n_changed > 3 ? 3 : 2;
}

/* Of a paper that is not signed yet, room for the day. */
static char *
signed_text (const TendPackPaper *paper)
{
  if (!paper->held)
    return g_strdup ("____________");

  return paper->signed_on != TEND_DATE_NONE
         ? tend_date_format (paper->signed_on, TEND_DATE_SHORT) : g_strdup (_("Signed"));
}

static void
list_paper (Writer    *self,
            guint      i,
            TendTable *table)
{
  const TendPackPaper *paper = &self->sheet->papers[i];
  g_autofree char *n_pages = g_strdup_printf ("%d", self->papers[i].n_pages);
  g_autofree char *signed_on = signed_text (paper);
  const char *cells[] = { self->papers[i].name, n_pages, self->papers[i].who, signed_on };

  tend_table_add (table, TEND_ROW_BODY, cells);
  if (paper->held && paper->changed && *paper->changed)
    {
      /* Translators: "prices, 1 April 2026; visits, 7 September 2026" */
      g_autofree char *changed = g_strdup_printf (_("Changed since then: %s."), paper->changed);
      const char *cell = changed;

      tend_table_add (table, TEND_ROW_UNDER, &cell);
    }
}

static void
lay_list (Writer   *self,
          TendFlow *flow)
{
  const TendColumn columns[] = {
    { _("Paper"), TEND_COLUMN_FLEX }, { _("Pages"), TEND_COLUMN_FIGURES },
    { _("Who signs"), TEND_COLUMN_TEXT }, { _("Signed on"), TEND_COLUMN_TEXT },
  };
  g_autoptr(TendTable) table = tend_table_new (flow, columns, G_N_ELEMENTS (columns));
  const char *title = _("First-visit pack");
  g_autofree char *footer = tend_care_footer (&self->sheet->head, title);

  tend_care_head_lay (flow, &self->sheet->head, title);
  tend_flow_text (flow, "P", TEND_TEXT_BODY,
                  _("These papers belong together. Please go through them in your own time, ask "
                    "whatever you like, and sign only what you agree to. You keep a copy of "
                    "each. Where a day is printed below, the signed original is held already, and "
                    "what is printed here is how it stands today."),
                  &flow->palette->ink);
  flow->y += 10;
  for (guint i = 0; i < self->n_papers; i++)
    list_paper (self, i, table);
  tend_table_lay (table);
  tend_flow_foot (flow, 0, list_pages (self->sheet), footer);
}

static void
lay_text (Writer     *self,
          const char *markdown,
          gboolean    numbered)
{
  const TendTextSheet text = { .title = "", .markdown = markdown, .numbered = numbered };

  tend_text_sheet_lay (&self->flow, &text);
}

/* Above the paper that comes next: that it is a copy.  Returns whether it is one. */
static gboolean
lay_held (Writer     *self,
          const char *signed_by)
{
  const TendPackPaper *paper = &self->sheet->papers[self->n_papers];

  if (paper->held)
    tend_held_lay (&self->flow, signed_by, paper->signed_on, paper->changed);
  return paper->held;
}

/* One after the other; about the person, the words of the record with a line to sign on.  The
 * medicine request and the equipment say of each entry whether it is signed. */
static void
lay_papers (Writer     *self,
            const char *contract,
            const char *privacy)
{
  const TendPackSheet *sheet = self->sheet;
  TendAboutSheet about = sheet->about;
  TendContingencySheet contingency = sheet->contingency;
  TendContactsSheet contacts = sheet->contacts;

  lay_held (self, sheet->contract.signed_by);
  lay_text (self, contract, TRUE);
  end_paper (self, _("Agreement, with the form to cancel it"), _("Both of us"));
  lay_held (self, NULL);
  lay_text (self, privacy, FALSE);
  end_paper (self, _("Privacy notice"), _("Both of us"));
  about.to_sign = !lay_held (self, NULL);
  tend_about_sheet_lay (&self->flow, &about);
  end_paper (self, _("About me"), _("You"));
  tend_medicine_sheet_lay (&self->flow, &sheet->medicine);
  end_paper (self, _("Medicine request"), _("Both of us"));
  tend_equipment_sheet_lay (&self->flow, &sheet->equipment);
  end_paper (self, _("Equipment training"), _("Whoever shows it, and I"));
  contingency.to_sign = !lay_held (self, NULL);
  tend_contingency_sheet_lay (&self->flow, &contingency);
  end_paper (self, _("If something goes wrong"), _("You"));
  contacts.to_sign = !lay_held (self, NULL);
  tend_contacts_sheet_lay (&self->flow, &contacts);
  end_paper (self, _("Who to contact"), _("You"));
}

TendDocument *
tend_document_new_pack (const TendPackSheet  *sheet,
                        GError              **error)
{
  Writer self = { .sheet = sheet, .first = list_pages (sheet) };
  g_autofree char *contract = NULL;
  g_autofree char *privacy = NULL;
  TendFlow cover;

  g_return_val_if_fail (sheet != NULL && sheet->head.carer.name != NULL, NULL);

  contract = tend_contract_sheet_fill (&sheet->contract, sheet->contract_wording, error);
  if (contract == NULL)
    return NULL;
  privacy = tend_privacy_sheet_fill (&sheet->privacy, sheet->privacy_wording, error);
  if (privacy == NULL)
    return NULL;

  tend_care_begin (&self.flow, &sheet->head, _("First-visit pack"));
  cover = self.flow;
  for (int i = 0; i < self.first; i++)
    tend_flow_new_page (&self.flow);
  lay_papers (&self, contract, privacy);
  lay_list (&self, &cover);
  return self.flow.document;
}
