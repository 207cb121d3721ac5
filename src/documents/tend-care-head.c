/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-head.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"
#include "tend-letterhead.h"

#define GUTTER         16.0
#define SIGNED_HEIGHT 170.0
#define LARGE_SIGNED_HEIGHT 230.0

static char *
full_title (const TendCareHead *head,
            const char         *title)
{
  if (head->name == NULL || *head->name == '\0')
    return g_strdup (title);
  /* Translators: the name of a sheet and of the person: "Care plan: Rose Hartley" */
  return g_strdup_printf (_("%s: %s"), title, head->name);
}

/* (transfer full): without the day on a redacted copy, since that is in the newspaper. */
static char *
died_text (const TendCareHead *head)
{
  g_autofree char *date = tend_date_format (head->died, TEND_DATE_LONG);

  return head->redacted ? g_strdup (_("Has died")) : g_strdup_printf (_("Died on %s"), date);
}

void
tend_care_begin (TendFlow           *flow,
                 const TendCareHead *head,
                 const char         *title)
{
  g_autofree char *full = full_title (head, title);

  tend_flow_init (flow, full, tend_party_get_title (&head->carer), head->language, FALSE);
  flow->signed_on = head->signed_on;
  tend_text_context_set_large (flow->context, head->large);
}

/* What kind of paper it is, about whom, and whether it still holds. */
static void
lay_title (TendFlow           *flow,
           const TendCareHead *head,
           const char         *title)
{
  const TendPalette *palette = flow->palette;

  tend_flow_text (flow, "H1", TEND_TEXT_TITLE, title, &palette->accent);
  tend_flow_text (flow, "P", TEND_TEXT_PART, head->name, &palette->ink);
  if (head->called && *head->called)
    {
      /* Translators: %s is a pet name */
      g_autofree char *called = g_strdup_printf (_("Likes to be called %s"), head->called);

      flow->y += 2;
      tend_flow_text (flow, "P", TEND_TEXT_CELL, called, &palette->soft_ink);
    }
  if (head->died != TEND_DATE_NONE)
    {
      g_autofree char *died = died_text (head);

      flow->y += 4;
      tend_flow_text (flow, "P", TEND_TEXT_STRONG, died, &palette->ink);
    }
  if (head->replaced != TEND_DATE_NONE)
    {
      g_autofree char *date = tend_date_format (head->replaced, TEND_DATE_LONG);
      g_autofree char *replaced = g_strdup_printf (_("Replaced on %s: not to work from"), date);

      flow->y += 4;
      tend_flow_text (flow, "P", TEND_TEXT_STRONG, replaced, &palette->ink);
    }
}

static void
lay_carer (TendFlow        *flow,
           const TendParty *carer)
{
  const TendPalette *palette = flow->palette;
  const char *lines[] = { tend_party_get_title (carer) != carer->name ? carer->name : NULL,
                          carer->phone, carer->email };

  tend_flow_text (flow, "P", TEND_TEXT_STRONG, tend_party_get_title (carer), &palette->ink);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    tend_flow_text (flow, "P", TEND_TEXT_CELL, lines[i], &palette->soft_ink);
}

void
tend_care_head_lay (TendFlow           *flow,
                    const TendCareHead *head,
                    const char         *title)
{
  double full = tend_flow_width (flow);
  gboolean large = tend_text_context_is_large (flow->context);
  TendFlow left = tend_flow_column (flow, flow->left, large ? full : full * 0.62 - GUTTER);
  TendFlow right = tend_flow_column (flow, flow->left + full * 0.62, full * 0.38);

  tend_page_mark (flow->page, title, flow->y);
  left.y -= 5;
  lay_title (&left, head, title);

  /* Large letters need the whole line. */
  if (large)
    {
      right = left;
      right.y += 6;
    }
  lay_carer (&right, &head->carer);

  tend_flow_join (flow, &left);
  tend_flow_join (flow, &right);
  flow->y += 10;
  tend_flow_rule (flow);
  flow->y += 12;
  if (head->redacted)
    tend_notice_lay (flow, TEND_TEXT_CELL, _("Redacted copy"),
                     _("Names are given as initials; addresses, dates of birth and numbers are "
                       "left out, to protect whoever it is about. If you need to know more, ask "
                       "the carer, who is named above."), FALSE);
}

void
tend_care_person_lay (TendFlow           *flow,
                      const TendCareHead *head)
{
  g_autofree char *born = tend_date_format (head->born, TEND_DATE_LONG);
  const TendFact facts[] = {
    { _("Address"), head->address, NULL, 0 },
    { _("Born"), born, NULL, 1 },
    { _("Phone"), head->phone, NULL, 1 },
    { _("NHS number"), head->number, NULL, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i].text && *facts[i].text)
      {
        tend_facts_lay (flow, facts, G_N_ELEMENTS (facts));
        return;
      }
}

void
tend_care_allergies_lay (TendFlow           *flow,
                         const TendCareHead *head)
{
  if (head->allergies && *head->allergies)
    tend_notice_lay (flow, TEND_TEXT_HEADING, _("Allergies"), head->allergies, TRUE);
  else
    tend_notice_lay (flow, TEND_TEXT_HEADING, _("Allergies"), head->allergies_state,
                     head->allergies_unknown);
}

void
tend_care_medicines_lay (TendFlow           *flow,
                         const TendCareHead *head)
{
  tend_run_in_lay (flow, _("Medicines"), head->medicines);
}

static void
lay_directive (TendFlow            *flow,
               const TendDirective *directive,
               gboolean             brief)
{
  g_autofree char *made = tend_date_format (directive->made_on, TEND_DATE_LONG);
  g_autofree char *review = tend_date_format (directive->review_on, TEND_DATE_LONG);
  /* Translators: where a paper is */
  g_autofree char *place = g_strdup_printf (_("The original is here: %s"), directive->original_at);
  GString *text = g_string_new (place);
  g_autofree char *all = NULL;

  if (*made && !brief)
    g_string_append_printf (text, _("\nMade on %s"), made);
  if (directive->made_by && *directive->made_by && !brief)
    g_string_append_printf (text, _("\nSigned by %s"), directive->made_by);
  if (*review && !brief)
    g_string_append_printf (text, _("\nTo be reviewed on %s"), review);
  g_string_append (text, _("\nThis sheet only says where it is. Follow the original."));
  all = g_string_free (text, FALSE);
  tend_notice_lay (flow, TEND_TEXT_CELL, directive->kind, all, TRUE);
}

void
tend_care_directives_lay (TendFlow           *flow,
                          const TendCareHead *head,
                          gboolean            brief)
{
  for (gsize i = 0; i < head->n_directives; i++)
    lay_directive (flow, &head->directives[i], brief);
}

void
tend_care_signed_lay (TendFlow           *flow,
                      const TendCareHead *head,
                      const char         *name)
{
  /* Nobody signs under initials, or for somebody who has died. */
  if (head->redacted || head->died != TEND_DATE_NONE)
    return;
  tend_flow_need (flow, tend_text_context_is_large (flow->context) ? LARGE_SIGNED_HEIGHT
                                                                   : SIGNED_HEIGHT);
  tend_heading_lay (flow, _("Signed"));
  tend_signature_lay (flow, _("The person, or who may act for them"), name);
  tend_signature_lay (flow, _("Carer"), head->carer.name);
}

char *
tend_care_agreed_text (const char *by,
                       TendDate    on)
{
  g_autofree char *date = tend_date_format (on, TEND_DATE_LONG);

  return by && *by ? g_strdup_printf (_("Agreed by %s on %s"), by, date)
                   : g_strdup_printf (_("Agreed on %s"), date);
}

char *
tend_care_footer (const TendCareHead *head,
                  const char         *title)
{
  const char *carer = tend_party_get_title (&head->carer);

  if (head->name == NULL || *head->name == '\0')
    return g_strdup_printf ("%s · %s", title, carer);
  return g_strdup_printf ("%s · %s · %s", title, head->name, carer);
}

TendDocument *
tend_care_finish (TendFlow           *flow,
                  const TendCareHead *head,
                  const char         *title)
{
  g_autofree char *footer = tend_care_footer (head, title);

  return tend_flow_finish (flow, footer);
}
