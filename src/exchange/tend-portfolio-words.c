/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-portfolio-private.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-money.h"
#include "tend-text.h"

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

static void
add (GString    *line,
     const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", text);
}

static void
add_date (GString    *line,
          const char *format,
          TendRecord *record,
          const char *field)
{
  g_autofree char *date = tend_date_format (tend_record_get_int (record, field), TEND_DATE_LONG);

  if (*date != '\0')
    {
      g_autofree char *text = g_strdup_printf (format, date);

      add (line, text);
    }
}

/* No number of a paper: with it somebody could pass for its owner. */
const char *
tend_portfolio_credential_line (TendPortfolioPlan *self,
                                TendRecord        *credential)
{
  g_autoptr(GString) line = g_string_new (NULL);
  const char *member = tend_record_get_text (credential, "member");

  add (line, member != NULL ? g_hash_table_lookup (self->members, member) : NULL);
  add (line, tend_portfolio_full_title (self, credential));
  if (tend_record_is_set (credential, "cover_pence"))
    {
      g_autofree char *sum = tend_money_format (tend_record_get_int (credential, "cover_pence"));
      g_autofree char *text = g_strdup_printf (_("up to %s"), sum);

      add (line, text);
    }
  add (line, tend_portfolio_text (self, tend_record_get_text (credential, "issuer")));
  /* Translators: of a certificate */
  add_date (line, _("issued %s"), credential, "issued_on");
  add_date (line, _("version of %s"), credential, "version_on");
  add_date (line, _("good until %s"), credential, "expires_on");

  g_strdelimit (line->str, "\n", ' ');
  return tend_compose_keep (self->texts, line->str);
}

static void
add_covers (GString    *line,
            TendRecord *credential)
{
  const TendField *field = tend_kind_field (tend_record_get_kind (credential), "covers");
  const char *covers = tend_record_get_text (credential, "covers");
  g_auto(GStrv) words = g_strsplit (covers != NULL ? covers : "", "\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    add (line, tend_field_choice_label (field, words[i]));
}

static void
add_line (GString    *lines,
          const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", text);
}

const char *
tend_portfolio_credential_more (TendPortfolioPlan *self,
                                TendRecord        *credential)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autoptr(GString) lines = g_string_new (NULL);
  const char *employer =
    tend_portfolio_text (self, tend_record_get_text (credential, "named_employer"));

  if (tend_record_is_set (credential, "minutes"))
    {
      g_autofree char *time = tend_text_minutes (tend_record_get_int (credential, "minutes"));

      /* Translators: how long a course was */
      g_autofree char *text = g_strdup_printf (_("it took %s"), time);

      add (line, text);
    }
  add_covers (line, credential);
  if (tend_record_is_set (credential, "workforce"))
    add (line, tend_compose_choice (credential, "workforce"));
  if (tend_record_is_set (credential, "cover_pence"))
    {
      g_autofree char *sum = tend_money_format (tend_record_get_int (credential, "cover_pence"));
      g_autofree char *text = g_strdup_printf (_("up to %s"), sum);

      add (line, text);
    }
  if (employer != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("employer named: %s"), employer);

      add (line, text);
    }
  add_date (line, _("Update Service paid until %s"), credential, "update_service_until");
  add_date (line, _("looked at for changes on %s"), credential, "checked_on");
  add_line (lines, line->str);
  if (self->declares != NULL && is_kind (credential, "declaration"))
    {
      g_autofree char *declared = g_strdup_printf (_("What is declared: %s"), self->declares);

      add_line (lines, declared);
    }
  add_line (lines, tend_portfolio_text (self, tend_record_get_text (credential, "note")));

  return tend_compose_keep (self->texts, lines->str);
}

static void
add_policy (TendPortfolioPlan *self,
            GString           *lines,
            TendRecord        *policy)
{
  g_autoptr(GString) line = g_string_new (NULL);

  add (line, tend_portfolio_title (self, policy));
  add_date (line, _("in force from %s"), policy, "starts_on");
  g_strdelimit (line->str, "\n", ' ');
  add_line (lines, line->str);
}

static const char *
provider_says (TendPortfolioPlan        *self,
               const TendPortfolioEntry *entry)
{
  if (strcmp (entry->id, TEND_PORTFOLIO_ADDRESS) == 0)
    return tend_compose_take (self->texts, tend_record_full_address (self->provider));

  return tend_compose_keep (self->texts, tend_record_get_text (self->provider, entry->kinds[0]));
}

static const char *
learning_says (TendPortfolioPlan *self,
               GPtrArray         *records)
{
  gint64 minutes = 0;
  g_autofree char *time = NULL;

  if (records->len == 0)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    minutes += tend_record_get_int (records->pdata[i], "minutes");
  time = tend_text_minutes (minutes);
  return tend_compose_take (self->texts,
                            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry, %s",
                                                          "%u entries, %s", records->len),
                                             records->len, time));
}

static void
add_quotes (GString   *lines,
            GPtrArray *quotes)
{
  for (guint i = 0; i < quotes->len; i++)
    {
      const char *name = tend_record_get_text (quotes->pdata[i], "quote_as");

      add_line (lines, name != NULL ? name : _("Somebody I support"));
    }
}

static const char *
register_says (TendPortfolioPlan *self)
{
  guint n = tend_portfolio_n_registered (self);

  if (n == 0)
    return NULL;

  return tend_compose_take (self->texts,
                            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                          "%u person", "%u people", n), n));
}

const char *
tend_portfolio_says (TendPortfolioPlan        *self,
                     const TendPortfolioStuff *part)
{
  g_autoptr(GString) lines = g_string_new (NULL);

  switch (part->entry->source)
    {
    case TEND_PORTFOLIO_FROM_PROVIDER:
      return provider_says (self, part->entry);

    case TEND_PORTFOLIO_FROM_STANDARD:
      return NULL;

    case TEND_PORTFOLIO_FROM_BUSINESS:
      return _("Prices, hours, bills and miles");

    case TEND_PORTFOLIO_FROM_REGISTER:
      return register_says (self);

    case TEND_PORTFOLIO_FROM_TERMS:
      return _("What an agreement with me says, with nobody’s name on it");

    case TEND_PORTFOLIO_FROM_FORMS:
      return _("Not filled in");

    case TEND_PORTFOLIO_FROM_LEARNING:
      return learning_says (self, part->records);

    case TEND_PORTFOLIO_FROM_TEAM:
      for (guint i = 0; i < part->records->len; i++)
        add_line (lines, tend_record_get_text (part->records->pdata[i], "name"));
      break;

    case TEND_PORTFOLIO_FROM_POLICIES:
      for (guint i = 0; i < part->records->len; i++)
        add_policy (self, lines, part->records->pdata[i]);
      break;

    case TEND_PORTFOLIO_FROM_CREDENTIALS:
    case TEND_PORTFOLIO_FROM_REFERENCES:
    default:
      for (guint i = 0; i < part->records->len; i++)
        add_line (lines, tend_portfolio_credential_line (self, part->records->pdata[i]));
      if (strcmp (part->entry->id, "self-employment") == 0 &&
          tend_record_is_set (self->provider, "utr"))
        add_line (lines, _("A tax reference (UTR) is recorded."));
      add_quotes (lines, part->quotes);
    }

  return tend_compose_keep (self->texts, lines->str);
}
