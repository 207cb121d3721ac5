/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-portfolio-private.h"

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
tend_portfolio_clients_name (TendPortfolioClients clients)
{
  static const char *const names[] = { "left_out", "redacted", "included" };

  g_return_val_if_fail (clients < G_N_ELEMENTS (names), NULL);

  return names[clients];
}

gboolean
tend_portfolio_clients_parse (const char           *name,
                              TendPortfolioClients *clients)
{
  for (guint i = 0; name != NULL && i < TEND_PORTFOLIO_N_CLIENTS; i++)
    if (strcmp (tend_portfolio_clients_name (i), name) == 0)
      {
        *clients = i;
        return TRUE;
      }

  return FALSE;
}

const char *
tend_portfolio_state_label (TendPortfolioState state)
{
  switch (state)
    {
    case TEND_PORTFOLIO_IN_ORDER:
      return _("In order");
    case TEND_PORTFOLIO_DUE:
      return _("Due soon");
    case TEND_PORTFOLIO_NO_COPY:
      /* Translators: of a paper that is recorded, and not scanned */
      return _("No copy");
    case TEND_PORTFOLIO_EXPIRED:
      return _("Not in order");
    case TEND_PORTFOLIO_MISSING:
      return _("Missing");
    case TEND_PORTFOLIO_NOTHING:
    default:
      return "";
    }
}

const char *
tend_portfolio_purpose_label (TendPortfolioPurpose purpose)
{
  switch (purpose)
    {
    case TEND_PORTFOLIO_NEW_CLIENT:
      return _("Somebody who may become a client");
    case TEND_PORTFOLIO_INSPECTION:
      return _("An inspection");
    case TEND_PORTFOLIO_INSURER:
      return _("An insurer");
    case TEND_PORTFOLIO_COUNCIL:
    case TEND_PORTFOLIO_N_PURPOSES:
    default:
      return _("The council");
    }
}

const char *
tend_portfolio_text (TendPortfolioPlan *self,
                     const char        *text)
{
  return text == NULL ? NULL
                      : tend_compose_take (self->texts, tend_redaction_run (self->redaction, text));
}

static gboolean
is_kind (TendRecord *paper,
         const char *kind)
{
  return tend_record_get_kind (paper) == &tend_credential_kind &&
         g_strcmp0 (tend_record_get_text (paper, "kind"), kind) == 0;
}

/* What the scheme has signed goes by its own name, where it is known to be this scheme's. */
static const char *
kind_of (TendPortfolioPlan *self,
         TendRecord        *paper)
{
  if (self->signed_text == NULL || !is_kind (paper, "standards") ||
      g_strcmp0 (tend_record_get_text (paper, "scheme"), self->scheme) != 0)
    return tend_compose_choice (paper, "kind");

  /* Translators: a paper, such as a memorandum of understanding */
  return tend_compose_take (self->texts, g_strdup_printf (_("%s, signed"), self->signed_text));
}

/* Whether the title alone could be that of anything: "Carer's policy".  Others stand below the
 * name of their kind, and a course is its title. */
static gboolean
needs_kind (TendRecord *paper,
            const char *label,
            const char *title)
{
  static const char *const plain[] = {
    "dbs", "self_employment", "training", "care_certificate", "reference", "other", NULL
  };
  g_autofree char *kind = g_utf8_casefold (label, -1);
  g_autofree char *folded = g_utf8_casefold (title, -1);

  return !g_strv_contains (plain, tend_record_get_text (paper, "kind")) &&
         strstr (folded, kind) == NULL;
}

const char *
tend_portfolio_title (TendPortfolioPlan *self,
                      TendRecord        *paper)
{
  const char *kind = kind_of (self, paper);
  const char *title = tend_record_get_text (paper, "title");

  if (title == NULL)
    return kind;
  if (!needs_kind (paper, kind, title))
    return tend_portfolio_text (self, title);

  return tend_compose_take (self->texts, g_strdup_printf ("%s: %s", kind,
                                                          tend_portfolio_text (self, title)));
}

const char *
tend_portfolio_full_title (TendPortfolioPlan *self,
                           TendRecord        *paper)
{
  const char *title = tend_portfolio_title (self, paper);
  const char *level = tend_record_get_kind (paper) == &tend_credential_kind
                      ? tend_portfolio_text (self, tend_record_get_text (paper, "level")) : NULL;

  return level == NULL ? title
                       : tend_compose_take (self->texts, g_strdup_printf ("%s, %s", title, level));
}

void
tend_portfolio_add_word (GString    *line,
                         const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", text);
}

void
tend_portfolio_add_date (GString    *line,
                         const char *format,
                         TendRecord *record,
                         const char *field)
{
  g_autofree char *date = tend_date_format (tend_record_get_int (record, field), TEND_DATE_LONG);

  if (*date != '\0')
    {
      g_autofree char *text = g_strdup_printf (format, date);

      tend_portfolio_add_word (line, text);
    }
}

void
tend_portfolio_add_line (GString    *lines,
                         const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", text);
}
