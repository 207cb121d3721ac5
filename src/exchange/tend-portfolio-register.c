/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The people that the carer supports under a scheme: a row each, with what a council asks
 * of each of them.  An answer that there is not is said, never left empty.
 */

#include "tend-portfolio-private.h"

#include "tend-care.h"
#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-letterhead.h"
#include "tend-register-sheet.h"
#include "tend-standard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TendPortfolioPlan        *self;
  TendVault                *vault;
  const TendStandardPerson *person;
  const char               *id;      /* of the client */
  GString                  *lines;   /* of the cell at work */
  GError                   *error;   /* the first failure */
} Row;

static void
add (Row        *row,
     const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (row->lines, "%s%s", row->lines->len > 0 ? "\n" : "", text);
}

static void
add_format (Row        *row,
            const char *format,
            const char *text)
{
  g_autofree char *line = g_strdup_printf (format, text);

  add (row, line);
}

static void
add_day (Row        *row,
         const char *format,
         TendDate    day)
{
  g_autofree char *date = tend_date_format (day, TEND_DATE_SHORT);

  if (day != TEND_DATE_NONE && day <= row->self->on)
    add_format (row, format, date);
}

/* Days to come, and days that are over. */
static void
add_review (Row      *row,
            TendDate  day)
{
  g_autofree char *date = tend_date_format (day, TEND_DATE_SHORT);

  if (day != TEND_DATE_NONE)
    add_format (row, day < row->self->on ? _("review was due %s") : _("review %s"), date);
}

/* (transfer container): what there is of @kind for this person. */
static GPtrArray *
records_of (Row            *row,
            const TendKind *kind)
{
  GPtrArray *records =
    tend_client_records (row->vault, kind, row->id, row->error == NULL ? &row->error : NULL);

  return records != NULL ? records : g_ptr_array_new ();
}

static TendRecord *
written (Row            *row,
         const TendKind *kind)
{
  return row->error != NULL
           ? NULL : tend_care_written_by (row->vault, kind, row->id, row->self->on, &row->error);
}

static gboolean
is_over (Row        *row,
         TendRecord *record)
{
  return tend_record_is_set (record, "ends_on") &&
         tend_record_get_int (record, "ends_on") < row->self->on;
}

/* The cells */

/* By name only who agreed to be named in this portfolio. */
static void
say_person (Row *row)
{
  add (row, tend_portfolio_text (row->self, tend_compose_full_name (row->person->client,
                                                                    row->self->texts)));
}

/* No nearer than the letters go: "ST13, Staffordshire". */
static void
say_place (Row *row)
{
  const char *postcode = tend_record_get_text (row->person->client, "postcode");
  g_autofree char *area = postcode != NULL ? g_strndup (postcode, strcspn (postcode, " ")) : NULL;

  if (area == NULL)
    return;

  add (row, area);
  if (row->self->county != NULL)
    add_format (row, row->person->in_county ? "%s" : _("outside %s"), row->self->county);
}

static void
say_since (Row *row)
{
  TendDate started = tend_record_get_int (row->person->client, "started_on");

  add_day (row, _("since %s"), started);
  /* Whoever kept a paper diary before has not all visits here. */
  add_day (row, started != TEND_DATE_NONE && row->person->first_visit > started
                  ? _("visits kept here from %s") : _("first visit %s"),
           row->person->first_visit);
}

static void
say_plan (Row *row)
{
  TendRecord *plan = row->person->plan;

  add_day (row, _("agreed %s"), row->person->first_plan);
  if (plan == NULL)
    return;
  if (tend_record_get_int (plan, "agreed_on") != row->person->first_plan)
    add_day (row, _("newest %s"), tend_record_get_int (plan, "agreed_on"));
  add_review (row, tend_record_get_int (plan, "review_on"));
}

static void
say_contract (Row *row)
{
  TendRecord *agreement = row->person->agreement;
  const char *by = agreement != NULL ? tend_record_get_text (agreement, "signed_by") : NULL;
  g_autofree char *days = NULL;

  add_day (row, _("signed %s"), row->person->first_contract);
  if (agreement == NULL || row->person->first_contract == TEND_DATE_NONE)
    return;

  if (tend_record_get_int (agreement, "signed_on") != row->person->first_contract)
    add_day (row, _("newest %s"), tend_record_get_int (agreement, "signed_on"));
  if (by != NULL)
    add_format (row, _("by %s"), tend_portfolio_text (row->self, by));
  days = g_strdup_printf ("%" G_GINT64_FORMAT, tend_record_get_int (agreement, "notice_days"));
  /* Translators: a number of days */
  add_format (row, _("notice in days: %s"), days);
  add (row, tend_record_get_int (agreement, "mileage_charge") ? _("miles together are charged")
                                                               : _("no miles are charged"));
  if (row->person->lacking != NULL)
    add_format (row, _("no clause on: %s"), row->person->lacking);
  else if (row->person->clauses != NULL)
    add (row, _("has every clause"));
  if (tend_record_is_set (agreement, "commissioned_by"))
    add_format (row, _("arranged by %s"),
                tend_portfolio_text (row->self,
                                     tend_record_get_text (agreement, "commissioned_by")));
}

static void
say_complaints (Row *row)
{
  add_day (row, _("told %s"), tend_record_get_int (row->person->client, "complaints_told_on"));
}

static void
say_told (Row *row)
{
  g_autoptr(TendRecord) about = written (row, &tend_about_me_kind);

  if (about != NULL)
    add (row, tend_record_is_set (about, "communication_format")
                ? tend_compose_choice (about, "communication_format")
              : tend_record_is_set (about, "communicate") ? _("as their About me says") : NULL);
}

static void
say_payer (Row *row)
{
  add (row, tend_compose_choice (row->person->client, "funding"));
}

/* With it a child is another matter than who has come of age. */
static void
say_personal_care (Row *row)
{
  TendDate born = tend_record_get_int (row->person->client, "date_of_birth");

  add (row, row->person->personal_care ? _("yes") : _("no"));
  if (born == TEND_DATE_NONE)
    add (row, _("no date of birth is kept"));
  else
    add (row, tend_date_age (born, row->self->on) >= 18 ? _("18 or over") : _("under 18"));
}

static void
say_emergency (Row *row)
{
  g_autoptr(TendRecord) plan = written (row, &tend_contingency_plan_kind);
  g_autoptr(GPtrArray) contacts = NULL;

  if (plan == NULL)
    return;

  add_day (row, _("written %s"), tend_record_get_int (plan, "updated_on"));
  add_day (row, _("agreed by everybody %s"), tend_record_get_int (plan, "agreed_on"));
  if (tend_record_is_set (plan, "agreed_with"))
    add_format (row, _("with: %s"),
                tend_portfolio_text (row->self, tend_record_get_text (plan, "agreed_with")));
  if (row->error == NULL)
    contacts = tend_record_load_nested (row->vault, plan, &tend_contingency_contact_kind,
                                        &row->error);
  if (contacts != NULL)
    {
      g_autofree char *n = g_strdup_printf ("%u", contacts->len);

      add_format (row, _("people to ring: %s"), n);
    }
}

static void
say_risks (Row *row)
{
  g_autoptr(GPtrArray) risks = records_of (row, &tend_risk_kind);
  TendDate last = TEND_DATE_NONE;
  TendDate review = TEND_DATE_NONE;
  g_autofree char *n = NULL;
  guint open = 0;

  for (guint i = 0; i < risks->len; i++)
    {
      TendDate next = tend_record_get_int (risks->pdata[i], "review_on");

      if (tend_record_is_set (risks->pdata[i], "closed_on"))
        continue;
      open++;
      last = MAX (last, tend_record_get_int (risks->pdata[i], "assessed_on"));
      if (next != TEND_DATE_NONE && (review == TEND_DATE_NONE || next < review))
        review = next;
    }

  n = g_strdup_printf ("%u", open);
  if (open > 0)
    add_format (row, _("assessed: %s"), n);
  add_day (row, _("newest %s"), last);
  add_review (row, review);
}

/* "trained by Sister Okafor, 4 Sep 2026" */
static void
add_professional (Row        *row,
                  TendRecord *medicine,
                  const char *format,
                  const char *who,
                  const char *when)
{
  g_autofree char *date = tend_date_format (tend_record_get_int (medicine, when), TEND_DATE_SHORT);
  g_autoptr(GString) words = g_string_new (NULL);

  if (!tend_record_is_set (medicine, who))
    return;

  g_string_append (words, tend_portfolio_text (row->self, tend_record_get_text (medicine, who)));
  if (tend_record_is_set (medicine, when))
    g_string_append_printf (words, ", %s", date);
  add_format (row, format, words->str);
}

/* Of what a health professional has to train for. */
static void
say_specialist (Row *row)
{
  for (guint i = 0; i < row->person->special->len; i++)
    {
      TendRecord *medicine = row->person->special->pdata[i];

      add_format (row, "%s:", tend_portfolio_text (row->self,
                                                   tend_record_get_text (medicine, "name")));
      add_professional (row, medicine, _("trained by %s"), "trained_by", "trained_on");
      add_professional (row, medicine, _("approved by %s"), "approved_by", "approved_on");
    }
}

static void
say_medicines (Row *row)
{
  g_autoptr(GPtrArray) requests = records_of (row, &tend_medicine_request_kind);

  for (guint i = 0; i < requests->len; i++)
    {
      TendRecord *request = requests->pdata[i];

      if (is_over (row, request))
        continue;
      add_format (row, _("asked by: %s"), tend_compose_choice (request, "asked_by"));
      add_day (row, _("signed %s"), tend_record_get_int (request, "signed_on"));
      add_day (row, _("GP told %s"), tend_record_get_int (request, "gp_told_on"));
      add_day (row, _("special training asked about %s"),
               tend_record_get_int (request, "training_checked_on"));
    }
  say_specialist (row);
  if (row->lines->len == 0 && !row->person->medicines)
    add (row, _("no help with any"));
}

static void
say_equipment (Row *row)
{
  g_autoptr(GPtrArray) training = records_of (row, &tend_equipment_training_kind);

  for (guint i = 0; i < training->len; i++)
    {
      TendRecord *record = training->pdata[i];

      add (row, tend_portfolio_text (row->self, tend_record_get_text (record, "equipment")));
      add_format (row, _("shown by: %s"), tend_compose_choice (record, "trainer"));
      if (tend_record_is_set (record, "signed_on"))
        add_day (row, _("signed %s"), tend_record_get_int (record, "signed_on"));
      else
        add (row, _("not yet signed"));
    }
  if (row->lines->len == 0 && !row->person->mobility_aid)
    add (row, _("none is used"));
}

static void
say_representative (Row *row)
{
  g_autoptr(GPtrArray) representatives = records_of (row, &tend_representative_kind);

  for (guint i = 0; i < representatives->len; i++)
    if (!is_over (row, representatives->pdata[i]))
      {
        add (row, tend_compose_choice (representatives->pdata[i], "kind"));
        add_day (row, _("seen %s"), tend_record_get_int (representatives->pdata[i], "seen_on"));
      }
  if (row->lines->len == 0)
    add (row, _("nobody is written down"));
}

static void
say_origin (Row *row)
{
  add (row, tend_compose_choice (row->person->client, "origin"));
}

/* The tables */

typedef struct
{
  const char *title;
  void      (*say) (Row *row);
  gboolean    fact;            /* it is so or so, and not still to be done */
} Column;

#define N_COLUMNS 8

static const Column agreed[N_COLUMNS] = {
  { N_("Person"), say_person }, { N_("Lives in"), say_place, TRUE },
  { N_("Supported"), say_since },
  { N_("Care plan"), say_plan }, { N_("Contract"), say_contract },
  { N_("How to complain"), say_complaints }, { N_("Best told by"), say_told, TRUE },
  { N_("Who pays"), say_payer, TRUE },
};

static const Column safe[N_COLUMNS] = {
  { N_("Person"), say_person }, { N_("Personal care, and age"), say_personal_care },
  { N_("Emergency plan"), say_emergency }, { N_("Risks"), say_risks },
  { N_("Medicines"), say_medicines }, { N_("Equipment"), say_equipment },
  { N_("Who may act for them"), say_representative }, { N_("Came to me by"), say_origin, TRUE },
};

/* (element-type utf8) (transfer container): cell after cell. */
static GPtrArray *
say_all (TendPortfolioPlan  *self,
         TendVault          *vault,
         const Column       *columns,
         GError            **error)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new ();
  g_autoptr(GString) lines = g_string_new (NULL);

  for (guint i = 0; i < self->people->len; i++)
    {
      const TendStandardPerson *person = self->people->pdata[i];
      Row row = { self, vault, person, tend_record_get_id (person->client), lines, NULL };

      for (guint j = 0; person->concerned && j < N_COLUMNS; j++)
        {
          g_string_truncate (lines, 0);
          columns[j].say (&row);
          g_ptr_array_add (cells, (gpointer) (lines->len > 0
                                              ? tend_compose_keep (self->texts, lines->str)
                                              : columns[j].fact ? _("not written down")
                                                                : _("not yet")));
        }
      if (row.error != NULL)
        {
          g_propagate_error (error, row.error);
          return NULL;
        }
    }

  return g_steal_pointer (&cells);
}

guint
tend_portfolio_n_registered (TendPortfolioPlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->people->len; i++)
    n += ((TendStandardPerson *) self->people->pdata[i])->concerned;

  return n;
}

/* (nullable): what every contract is to speak of. */
static const char *
clauses_of (TendPortfolioPlan *self)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const TendStandardPerson *person = self->people->pdata[i];

      if (person->concerned && person->clauses != NULL)
        return tend_compose_take (self->texts, g_strdup_printf (
          /* Translators: a list of subjects */
          _("The scheme asks for a contract with clauses on: %s."), person->clauses));
    }

  return NULL;
}

static const char *
says (TendPortfolioPlan        *self,
      const TendPortfolioStuff *stuff)
{
  guint n = tend_portfolio_n_registered (self);

  if (n == 0)
    return NULL;

  return tend_compose_take (self->texts,
                            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                          "%u person", "%u people", n), n));
}

static gboolean
has_pages (TendPortfolioPlan        *self,
           const TendPortfolioStuff *stuff)
{
  return tend_portfolio_n_registered (self) > 0;
}

static gboolean
make (TendPortfolioMaker  *maker,
      GError             **error)
{
  TendPortfolioPlan *self = maker->self;
  TendVault *vault = maker->vault;
  const Column *const tables[] = { agreed, safe };
  const char *titles[G_N_ELEMENTS (tables)][N_COLUMNS];
  TendRegisterTable laid[G_N_ELEMENTS (tables)] = {
    { .heading = _("What is agreed") }, { .heading = _("What keeps them safe") },
  };
  g_autoptr(GPtrArray) first = say_all (self, vault, agreed, error);
  g_autoptr(GPtrArray) second = first != NULL ? say_all (self, vault, safe, error) : NULL;
  g_autofree char *day = tend_date_format (self->on, TEND_DATE_LONG);
  g_autofree char *intro = NULL;
  TendRegisterSheet sheet = {
    .title = maker->stuff->shown.title, .carer = tend_party_get_title (&self->carer),
    .tables = laid, .n_tables = G_N_ELEMENTS (laid), .language = tend_compose_language (),
  };

  if (second == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      for (guint j = 0; j < N_COLUMNS; j++)
        titles[i][j] = _(tables[i][j].title);
      laid[i].columns = titles[i];
      laid[i].n_columns = N_COLUMNS;
      laid[i].n_rows = tend_portfolio_n_registered (self);
    }
  laid[0].cells = (const char *const *) first->pdata;
  laid[1].cells = (const char *const *) second->pdata;
  intro = g_strdup_printf (
    /* Translators: how many people; a date */
    _("People: %u, on %s. They have initials unless they agreed to be named here."),
    tend_portfolio_n_registered (self), day);
  sheet.intro = tend_compose_take (self->texts, g_strjoin ("\n", intro, clauses_of (self),
                                                           NULL));
  return tend_portfolio_take (maker, tend_document_new_register (&sheet));
}

const TendPortfolioFrom tend_portfolio_from_register = {
  .says = says, .has_pages = has_pages, .make = make, .names_people = TRUE,
};
