/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-feedback-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"

#define BOX         15.0
#define BOX_GAP      7.0  /* between a box and its word */
#define LINE_GAP    29.0  /* between lines to write on */
#define ROW_HEIGHT  60.0  /* of a sentence with its boxes, kept together */

static void
lay_box (TendFlow *flow,
         double    x,
         double    y)
{
  const TendColor *ink = &flow->palette->ink;

  tend_page_rule (flow->page, x, y, x + BOX, y, 1, ink);
  tend_page_rule (flow->page, x + BOX, y, x + BOX, y + BOX, 1, ink);
  tend_page_rule (flow->page, x + BOX, y + BOX, x, y + BOX, 1, ink);
  tend_page_rule (flow->page, x, y + BOX, x, y, 1, ink);
}

/* Boxes with a word each, side by side, as wide as each other. */
static void
lay_choices (TendFlow          *flow,
             const char *const *words)
{
  guint n = g_strv_length ((GStrv) words);
  double width = tend_flow_width (flow) / n;
  double height = BOX;

  for (guint i = 0; i < n; i++)
    {
      double x = flow->left + i * width;

      lay_box (flow, x, flow->y);
      height = MAX (height, tend_flow_put (flow, "P", TEND_TEXT_LARGE, _(words[i]),
                                           x + BOX + BOX_GAP, flow->y - 1,
                                           width - BOX - 2 * BOX_GAP, FALSE,
                                           &flow->palette->ink));
    }
  flow->y += height + 14;
}

static void
lay_sentence (TendFlow   *flow,
              const char *text)
{
  static const char * const answers[] = { N_("Always"), N_("Mostly"), N_("Sometimes"),
                                          N_("Never"), NULL };

  tend_flow_need (flow, ROW_HEIGHT);
  tend_flow_text (flow, "P", TEND_TEXT_LARGE, text, &flow->palette->ink);
  flow->y += 7;
  lay_choices (flow, answers);
}

static void
lay_lines (TendFlow   *flow,
           const char *question,
           int         n_lines)
{
  tend_flow_need (flow, (n_lines + 1) * LINE_GAP);
  tend_flow_text (flow, "H2", TEND_TEXT_HEADING, question, &flow->palette->accent);
  for (int i = 0; i < n_lines; i++)
    {
      flow->y += LINE_GAP;
      tend_page_rule (flow->page, flow->left, flow->y, flow->right, flow->y, 0.6,
                      &flow->palette->soft_ink);
    }
  flow->y += 18;
}

static void
lay_sentences (TendFlow *flow)
{
  static const char * const sentences[] = {
    N_("You come when we agreed, and tell me when you cannot."),
    N_("You do what we agreed, in the way I like it."),
    N_("You listen to me, and I decide about my support."),
    N_("You treat me and my home with respect."),
    N_("I feel safe when you are here."),
    N_("I know whom to tell if something is wrong."),
  };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    lay_sentence (flow, _(sentences[i]));
}

static void
lay_end (TendFlow                *flow,
         const TendFeedbackSheet *sheet)
{
  static const char * const quoting[] = { N_("Yes, with my name"), N_("Yes, without it"),
                                          N_("No"), NULL };
  static const char * const writers[] = { N_("Myself"), N_("Somebody with me"),
                                          N_("Somebody for me"), NULL };

  tend_flow_need (flow, ROW_HEIGHT);
  tend_flow_text (flow, "H2", TEND_TEXT_HEADING,
                  _("May I show others what you wrote here?"), &flow->palette->accent);
  flow->y += 7;
  lay_choices (flow, quoting);
  tend_flow_need (flow, ROW_HEIGHT);
  tend_flow_text (flow, "H2", TEND_TEXT_HEADING, _("Who filled this in?"),
                  &flow->palette->accent);
  flow->y += 7;
  lay_choices (flow, writers);
  lay_lines (flow, _("Name, if you like, and the date"), 1);

  tend_flow_text (flow, "H2", TEND_TEXT_HEADING,
                  _("If you are not happy, or would rather tell others"), &flow->palette->accent);
  flow->y += 7;
  tend_notice_lay (flow, TEND_TEXT_LARGE, NULL,
                   sheet->concerns && *sheet->concerns
                   ? sheet->concerns
                   : _("Tell your social worker or your council’s adult social care team."), FALSE);
  tend_flow_text (flow, "P", TEND_TEXT_LARGE, _("In danger, or badly hurt: ring 999."),
                  &flow->palette->ink);
}

TendDocument *
tend_document_new_feedback (const TendFeedbackSheet *sheet)
{
  const char *title;
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->head.carer.name != NULL, NULL);

  title = _("How is it going?");
  tend_care_begin (&flow, &sheet->head, title);
  tend_care_head_lay (&flow, &sheet->head, title);
  tend_flow_text (&flow, "P", TEND_TEXT_STRONG, sheet->quarter, &flow.palette->soft_ink);
  flow.y += 6;
  tend_flow_text (&flow, "P", TEND_TEXT_LARGE,
                  _("Please tell me how my support was in these three months. Tick one box in "
                    "each row. Nothing you say will be held against you, and you need not answer "
                    "everything. Ask for help with it if you like."), &flow.palette->ink);
  flow.y += 16;
  lay_sentences (&flow);
  lay_lines (&flow, _("What is good?"), 4);
  lay_lines (&flow, _("What could be better?"), 4);
  lay_end (&flow, sheet);
  return tend_care_finish (&flow, &sheet->head, title);
}
