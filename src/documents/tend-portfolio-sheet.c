/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-portfolio-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tend-blocks.h"
#include "tend-letterhead.h"
#include "tend-table.h"
#include "tend-text-sheet.h"

#define COVER_TOP    130.0
#define PAGE_WIDTH    34.0
#define STATE_WIDTH   86.0
#define LINE_NEED     34.0
#define LINE_GAP       7.0

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* Which page it is says the book that it goes into. */
static TendDocument *
finish (TendFlow   *flow,
        const char *footer)
{
  for (int i = 0; i < tend_document_get_n_pages (flow->document); i++)
    tend_flow_foot (flow, i, 1, footer);

  return flow->document;
}

/* The cover. */

static void
lay_cover (TendFlow                 *flow,
           const TendPortfolioSheet *sheet)
{
  g_autofree char *made_on = tend_date_format (sheet->made_on, TEND_DATE_LONG);
  const TendParty *carer = &sheet->carer;
  gboolean trades = !is_empty (carer->trading_as);

  flow->y = COVER_TOP;
  tend_page_mark (flow->page, _("Portfolio"), flow->y);
  tend_flow_text (flow, "H1", TEND_TEXT_TITLE, _("Portfolio"), &flow->palette->accent);
  flow->y += 4;
  tend_flow_text (flow, "P", TEND_TEXT_PART, trades ? carer->trading_as : carer->name,
                  &flow->palette->ink);
  flow->y += 26;

  tend_field_lay (flow, _("Prepared by"), carer->name);
  tend_field_lay (flow, _("Address"), carer->address);
  tend_field_lay (flow, _("Phone"), carer->phone);
  tend_field_lay (flow, _("Email"), carer->email);
  flow->y += 12;
  tend_field_lay (flow, _("For"), sheet->purpose);
  tend_field_lay (flow, _("Given to"), sheet->given_to);
  tend_field_lay (flow, _("Scheme"), sheet->scheme);
  tend_field_lay (flow, _("Date"), made_on);
  tend_field_lay (flow, _("About clients"), sheet->clients);
  flow->y += 18;
  tend_notice_lay (flow, TEND_TEXT_BODY, _("Prepared by the carer; not verified by the council."),
                   _("The carer put this together from their own records. Each paper was issued "
                     "by whoever it names: ask them if you want to be sure of it."), FALSE);
}

/* The contents. */

static double
words_width (const TendFlow *flow)
{
  return tend_flow_width (flow) - PAGE_WIDTH - STATE_WIDTH - 16;
}

/* Words with the page that they lead to; 0: none.  Returns how high they are. */
static double
lay_words (TendFlow        *flow,
           const char      *tag,
           TendTextStyle    style,
           const char      *text,
           int              page,
           const TendColor *color,
           GArray          *links)
{
  TendBookLink link = { tend_document_get_n_pages (flow->document) - 1, flow->left, flow->y,
                        tend_flow_width (flow), 0, page };
  g_autofree char *number = g_strdup_printf ("%d", page);

  link.height = tend_flow_put (flow, tag, style, text, flow->left, flow->y, words_width (flow),
                               FALSE, color);
  if (page == 0)
    return link.height;

  tend_flow_put (flow, "Reference", TEND_TEXT_CELL, number, flow->right, flow->y, PAGE_WIDTH, TRUE,
                 &flow->palette->ink);
  g_array_append_val (links, link);
  return link.height;
}

/* Each line of what it says may have a page of its own. */
static void
lay_says (TendFlow                *flow,
          const TendPortfolioLine *line,
          GArray                  *links)
{
  g_auto(GStrv) lines = g_strsplit (line->says != NULL ? line->says : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr(PangoLayout) layout =
        tend_text_layout (flow->context, TEND_TEXT_CELL, lines[i], words_width (flow));

      tend_flow_need (flow, tend_text_height (layout));
      tend_page_begin (flow->page, "LI");
      flow->y += lay_words (flow, "LBody", TEND_TEXT_CELL, lines[i],
                            i < line->n_pages ? line->pages[i] : 0, &flow->palette->soft_ink,
                            links);
      tend_page_end (flow->page);
    }
}

static void
lay_line (TendFlow                *flow,
          const TendPortfolioLine *line,
          GArray                  *links)
{
  const TendColor *color = line->fault ? &flow->palette->accent : &flow->palette->soft_ink;
  double height;

  tend_page_begin (flow->page, "LI");
  height = lay_words (flow, "Lbl", TEND_TEXT_STRONG, line->title, line->page, &flow->palette->ink,
                      links);
  tend_flow_put (flow, "LBody", line->fault ? TEND_TEXT_STRONG : TEND_TEXT_CELL, line->state,
                 flow->left + words_width (flow) + 16, flow->y, STATE_WIDTH, FALSE, color);
  tend_page_end (flow->page);
  flow->y += height;
  lay_says (flow, line, links);
  flow->y += LINE_GAP;
}

/* Room for the whole of it: a line of the contents is not broken, unless it is longer than a
 * page. */
static double
line_height (TendFlow                *flow,
             const TendPortfolioLine *line)
{
  g_autoptr(PangoLayout) says =
    tend_text_layout (flow->context, TEND_TEXT_CELL, line->says ? line->says : "",
                      words_width (flow));

  return LINE_NEED + tend_text_height (says);
}

typedef enum { WITH_PAGES, ONLY_SAID, NOT_THERE } Group;

static Group
group_of (const TendPortfolioLine *line)
{
  return line->missing ? NOT_THERE : line->is_in ? WITH_PAGES : ONLY_SAID;
}

static void
lay_lines (TendFlow                 *flow,
           const TendPortfolioSheet *sheet,
           Group                     group,
           const char               *heading,
           GArray                   *links)
{
  gboolean begun = FALSE;

  for (gsize i = 0; i < sheet->n_lines; i++)
    {
      const TendPortfolioLine *line = &sheet->lines[i];

      if (group_of (line) != group)
        continue;
      if (!begun)
        tend_heading_lay (flow, heading);
      begun = TRUE;
      tend_flow_need (flow, line_height (flow, line));
      lay_line (flow, line, links);
    }
}

/* How to open it. */

char *
tend_portfolio_sheet_help (gboolean    locked,
                           const char *list)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n\n%s\n",
    _("HOW TO OPEN THIS"),
    _("You were given a ZIP file. In it are:"));
  g_string_append_printf (text, "\n- %s\n",
    _("portfolio.pdf: everything, page after page, to be read and printed with any PDF reader"));
  if (list != NULL)
    g_string_append_printf (text, "- %s\n",
      _("folders with the scans and photographs just as they were kept, for when you want to see "
        "an original"));
  if (list != NULL && locked)
    g_string_append_printf (text, "- " TEND_PORTFOLIO_LIST ": %s\n",
      _("what each of those files is, and on which page of portfolio.pdf"));
  g_string_append_printf (text, "- %s\n", _("SHA256SUMS: a check figure for each file"));
  if (locked)
    g_string_append_printf (text, "\n%s\n",
      _("The ZIP file is locked with a passphrase (AES-256). Whoever gave it to you tells you the "
        "passphrase, not in the same message. Windows and older Macs cannot open such a file by "
        "themselves: use 7-Zip (7-zip.org, free), Keka or The Unarchiver on a Mac, or on Linux "
        "the archive program that is there."));
  else
    g_string_append_printf (text, "\n%s\n",
      _("The ZIP file is not locked: a double click opens it. Keep it where only those can see it "
        "who need to."));
  g_string_append_printf (text, "\n%s\n",
    _("To check that no file was changed on the way: take the files out into a folder, and run "
      "“sha256sum -c SHA256SUMS” there (“shasum -a 256 -c SHA256SUMS” on a Mac). Each file is "
      "then followed by “OK”. On Windows, “certutil -hashfile portfolio.pdf SHA256” shows the "
      "figure of one file: it is the one that SHA256SUMS has for it."));
  if (list != NULL && !locked)
    g_string_append_printf (text, "\n%s\n\n%s",
      _("What each file in the folders is, and on which page of portfolio.pdf:"), list);
  g_string_append_printf (text, "\n%s\n",
    _("The carer prepared this. No council has verified it. Please delete it when you no longer "
      "need it."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
lay_help (TendFlow *flow,
          gboolean  folders)
{
  const char *const points[] = {
    folders ? _("If you were given a ZIP file: this PDF is in it, with the scans and photographs "
                "just as they were kept, in folders.")
            : _("If you were given a ZIP file: this PDF is in it, with a check figure."),
    _("If it asks for a passphrase, the carer tells it to you. Windows and older Macs need 7-Zip "
      "(7-zip.org, free), Keka or The Unarchiver for such a file."),
    _("To check that no file was changed on the way: take the files out into a folder, and run "
      "“sha256sum -c SHA256SUMS” there. Each file is then followed by “OK”. On Windows, "
      "“certutil -hashfile portfolio.pdf SHA256” shows the figure of one file."),
    _("Please delete it when you no longer need it."),
  };

  tend_heading_lay (flow, _("How to open this"));
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      tend_flow_text (flow, "P", TEND_TEXT_CELL, points[i], &flow->palette->ink);
      flow->y += 5;
    }
}

TendDocument *
tend_document_new_portfolio (const TendPortfolioSheet  *sheet,
                             GArray                   **links)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (TendBookLink));
  const char *title = _("Portfolio");
  g_autofree char *footer = NULL;
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->carer.name != NULL, NULL);

  footer = g_strdup_printf ("%s · %s · %s", title, tend_party_get_title (&sheet->carer),
                            _("Prepared by the carer; not verified by the council."));
  tend_flow_init (&flow, title, sheet->carer.name, sheet->language, FALSE);
  lay_cover (&flow, sheet);
  tend_flow_new_page (&flow);
  tend_flow_text (&flow, "H1", TEND_TEXT_TITLE, _("Contents"), &flow.palette->accent);
  lay_lines (&flow, sheet, WITH_PAGES, _("What is in this portfolio"), found);
  lay_lines (&flow, sheet, NOT_THERE, _("Asked for, and not there"), found);
  lay_lines (&flow, sheet, ONLY_SAID, _("Only said here"), found);
  lay_help (&flow, sheet->folders);

  if (links != NULL)
    *links = g_steal_pointer (&found);
  return finish (&flow, footer);
}

/* Parts. */

/* The line below a row leads to the page that it names. */
static void
add_link (TendFlow                *flow,
          const TendTable         *table,
          guint                    index,
          int                      to,
          GArray                  *links)
{
  TendBookLink link = { .x = flow->left, .width = tend_flow_width (flow), .to = to };

  tend_table_get_place (table, index, &link.page, &link.y, &link.height);
  if (to > 0)
    g_array_append_val (links, link);
}

static void
lay_rows (TendFlow                *flow,
          const TendPortfolioPart *part,
          GArray                  *links)
{
  TendColumn columns[TEND_PORTFOLIO_COLUMNS];
  g_autoptr(TendTable) table = NULL;
  guint index = 0;

  if (part->n_rows == 0)
    return;

  for (guint i = 0; i < TEND_PORTFOLIO_COLUMNS; i++)
    columns[i] = (TendColumn) { part->columns[i], i == 0 ? TEND_COLUMN_FLEX : TEND_COLUMN_TEXT };
  table = tend_table_new (flow, columns, TEND_PORTFOLIO_COLUMNS);
  for (gsize i = 0; i < part->n_rows; i++)
    {
      tend_table_add (table, TEND_ROW_BODY, part->rows[i].cells);
      if (!is_empty (part->rows[i].more))
        tend_table_add (table, TEND_ROW_UNDER, &part->rows[i].more);
    }
  tend_table_lay (table);
  for (gsize i = 0; i < part->n_rows; i++, index++)
    if (!is_empty (part->rows[i].more))
      add_link (flow, table, ++index, part->rows[i].page, links);
  flow->y += 8;
}

TendDocument *
tend_document_new_portfolio_part (const TendPortfolioPart  *part,
                                  GArray                  **links)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (TendBookLink));
  g_autofree char *footer = NULL;
  TendFlow flow;

  g_return_val_if_fail (part != NULL && part->title != NULL && part->carer != NULL, NULL);

  footer = g_strdup_printf ("%s · %s", part->title, part->carer);
  tend_flow_init (&flow, part->title, part->carer, part->language, FALSE);
  tend_flow_text (&flow, "H1", TEND_TEXT_TITLE, part->title, &flow.palette->accent);
  flow.y += 8;
  if (part->fault)
    tend_notice_lay (&flow, TEND_TEXT_CELL, part->state, part->says, FALSE);
  else if (part->state == NULL)
    tend_flow_text (&flow, "P", TEND_TEXT_BODY, part->says, &flow.palette->soft_ink);
  flow.y += 8;
  lay_rows (&flow, part, found);
  for (gsize i = 0; i < part->n_fields; i++)
    tend_field_lay (&flow, part->fields[i].label, part->fields[i].text);

  if (links != NULL)
    *links = g_steal_pointer (&found);
  return finish (&flow, footer);
}
