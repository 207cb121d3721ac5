/* SPDX-License-Identifier: GPL-3.0-or-later */

/* About me, the sheet for the fridge, and who to contact. */

#include "tend-compose-care-private.h"

#include "tend-care.h"
#include "tend-clients.h"
#include "tend-safeguarding-team.h"

#include <glib/gi18n-lib.h>

/* In the order in which somebody would look for them. */
static const char * const relations[] = {
  "emergency", "family", "friend", "neighbour", "attorney", "deputy", "gp", "nurse", "pharmacy",
  "social_worker", "council", "payer", "other", NULL
};

static const char *
join (TendCareSource *source,
      const char     *between,
      const char     *first,
      const char     *second)
{
  if (first == NULL || second == NULL)
    return first != NULL ? first : second;

  return tend_compose_take (source->values->texts, g_strconcat (first, between, second, NULL));
}

static TendContact
contact_of (TendCareSource *source,
            TendRecord     *person)
{
  return (TendContact) {
    .name = tend_care_name (source, tend_record_get_text (person, "name")),
    .who = tend_compose_choice (person, "relation"),
    .phone = tend_care_private (source, tend_record_get_text (person, "phone")),
    .note = join (source, " · ",
                  tend_care_private (source, tend_record_get_text (person, "organisation")),
                  /* A note says where they live, or what nobody else need know of them. */
                  tend_care_private (source, tend_record_get_text (person, "note"))),
  };
}

static gboolean
is_relation (TendRecord *person,
             const char *relation)
{
  return g_strcmp0 (tend_record_get_text (person, "relation"), relation) == 0;
}

/* Directives */

static gboolean
is_in_force (TendRecord *directive,
             TendDate    date)
{
  TendDate ended = tend_record_get_int (directive, "ended_on");

  return tend_record_get_int (directive, "made_on") <= date &&
         (ended == TEND_DATE_NONE || ended > date);
}

gboolean
tend_care_read_directives (TendCareSource  *source,
                           GError         **error)
{
  TendCareHead *head = &source->values->head;
  g_autoptr(GPtrArray) records =
    tend_client_records (source->vault, tend_kind_by_name ("directive"), source->request->client,
                         error);
  GArray *directives;

  if (records == NULL)
    return FALSE;

  directives = g_array_new (FALSE, FALSE, sizeof (TendDirective));
  for (guint i = 0; i < records->len; i++)
    {
      TendDirective directive = {
        .kind = tend_compose_choice (records->pdata[i], "kind"),
        .original_at = tend_care_text (source, records->pdata[i], "original_at"),
        .made_by = tend_care_signer (source, records->pdata[i], "made_by"),
        .made_on = tend_record_get_int (records->pdata[i], "made_on"),
        .review_on = tend_care_review (source, records->pdata[i], "review_on"),
      };

      if (is_in_force (records->pdata[i], source->request->on))
        g_array_append_val (directives, directive);
    }
  head->n_directives = directives->len;
  head->directives = tend_care_own (source, directives);
  return TRUE;
}

/* What is written anew each time */

/* Where @paper is made of one alone, and one is asked for by its id, that one; else the newest by
 * the day.  NULL without an error where nothing is written yet. */
static TendRecord *
find_written (TendCareSource  *source,
              const char      *kind_name,
              TendCarePaper    paper,
              TendDate        *replaced,
              GError         **error)
{
  const TendCareRequest *request = source->request;
  const TendKind *kind = tend_kind_by_name (kind_name);
  g_autoptr(TendRecord) record = NULL;

  if (request->paper != paper || request->record == NULL)
    return tend_care_written_by (source->vault, kind, request->client, request->on, error);

  record = tend_record_load (source->vault, kind, request->record, error);
  if (record == NULL ||
      !tend_care_replaced_on (source->vault, record, request->on, replaced, error))
    return NULL;
  if (g_strcmp0 (tend_record_get_text (record, "client"), request->client) != 0)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("That was written of somebody else. Choose one of this person’s."));
      return NULL;
    }

  return g_steal_pointer (&record);
}

/* The contingency plan */

static gboolean
read_contingency_contacts (TendCareSource  *source,
                           TendRecord      *plan,
                           GError         **error)
{
  TendContingencySheet *sheet = &source->values->contingency;
  g_autoptr(GPtrArray) records =
    tend_record_load_nested (source->vault, plan, tend_kind_by_name ("contingency_contact"),
                             error);
  GArray *contacts;

  if (records == NULL)
    return FALSE;

  contacts = g_array_new (FALSE, FALSE, sizeof (TendContact));
  for (guint i = 0; i < records->len; i++)
    {
      TendRecord *record = records->pdata[i];
      TendRecord *person = tend_care_person (source, tend_record_get_text (record, "person"));
      TendContact contact = { 0 };

      if (person != NULL)
        contact = contact_of (source, person);
      if (tend_record_is_set (record, "name"))
        contact.name = tend_care_name (source, tend_record_get_text (record, "name"));
      if (tend_record_is_set (record, "phone"))
        contact.phone = tend_care_private (source, tend_record_get_text (record, "phone"));
      /* What is said here, for this, comes before what is said of them anyway. */
      contact.note = tend_care_text (source, record, "note");
      g_array_append_val (contacts, contact);
    }
  sheet->n_contacts = contacts->len;
  sheet->contacts = tend_care_own (source, contacts);
  return TRUE;
}

gboolean
tend_care_read_contingency (TendCareSource  *source,
                            GError         **error)
{
  TendContingencySheet *sheet = &source->values->contingency;
  g_autoptr(GError) failure = NULL;
  TendDate replaced = TEND_DATE_NONE;
  g_autoptr(TendRecord) plan =
    find_written (source, "contingency_plan", TEND_CARE_CONTINGENCY, &replaced, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!tend_care_read_medicines (source, error))
    return FALSE;

  *sheet = (TendContingencySheet) { .head = source->values->head, .form = plan == NULL };
  sheet->head.replaced = replaced;
  if (plan == NULL)
    return TRUE;

  sheet->updated_on = tend_record_get_int (plan, "updated_on");
  sheet->cannot_wait = tend_care_text (source, plan, "cannot_wait");
  sheet->can_wait = tend_care_text (source, plan, "can_wait");
  sheet->carer_ill = tend_care_text (source, plan, "carer_ill");
  sheet->bad_weather = tend_care_text (source, plan, "bad_weather");
  sheet->no_reply = tend_care_text (source, plan, "no_reply");
  sheet->no_reply_minutes = tend_record_get_int (plan, "no_reply_minutes");
  sheet->others = tend_care_text (source, plan, "others");
  sheet->note = tend_care_text (source, plan, "note");
  return read_contingency_contacts (source, plan, error);
}

/* Who to contact */

gboolean
tend_care_read_acting (TendCareSource  *source,
                       GError         **error)
{
  TendContactsSheet *sheet = &source->values->contacts;
  g_autoptr(GPtrArray) records =
    tend_client_records (source->vault, tend_kind_by_name ("representative"),
                         source->request->client, error);
  GArray *acting;

  if (records == NULL)
    return FALSE;

  acting = g_array_new (FALSE, FALSE, sizeof (TendActing));
  for (guint i = 0; i < records->len; i++)
    {
      TendRecord *record = records->pdata[i];
      TendRecord *person = tend_care_person (source, tend_record_get_text (record, "person"));
      TendDate ends = tend_record_get_int (record, "ends_on");
      TendActing line = {
        .name = person != NULL
                ? tend_care_name (source, tend_record_get_text (person, "name")) : NULL,
        .authority = tend_compose_choice (record, "kind"),
        .acts = tend_care_choice (record, "acts"),
        .note = tend_care_text (source, record, "note"),
      };

      if (ends == TEND_DATE_NONE || ends >= source->request->on)
        g_array_append_val (acting, line);
    }
  sheet->n_acting = acting->len;
  sheet->acting = tend_care_own (source, acting);
  return TRUE;
}

/* Nobody rings a team whose number nobody has found. */
static gboolean
add_teams (TendCareSource  *source,
           GArray          *contacts,
           GError         **error)
{
  GStringChunk *texts = source->values->texts;
  g_autoptr(GPtrArray) teams =
    tend_safeguarding_teams (source->vault, source->request->client, NULL, error);

  for (guint i = 0; teams != NULL && i < teams->len; i++)
    {
      const TendSafeguardingTeam *team = teams->pdata[i];
      TendContact contact = { .who = _("If somebody is at risk of harm") };

      if (team->phone == NULL)
        continue;
      contact.name = *team->council != '\0' ? tend_compose_keep (texts, team->council)
                                            : _("Council’s safeguarding team");
      contact.phone = tend_compose_keep (texts, team->phone);
      if (team->out_of_hours != NULL)
        contact.note = tend_compose_take (
          texts, g_strdup_printf (_("Nights and weekends: %s"), team->out_of_hours));
      g_array_append_val (contacts, contact);
    }

  return teams != NULL;
}

gboolean
tend_care_read_contacts (TendCareSource  *source,
                         GError         **error)
{
  TendContactsSheet *sheet = &source->values->contacts;
  GArray *contacts = g_array_new (FALSE, FALSE, sizeof (TendContact));
  const char *practice =
    tend_care_private (source, tend_record_get_text (source->client, "gp_practice"));
  gboolean has_gp = FALSE;

  for (const char * const *relation = relations; *relation != NULL; relation++)
    for (guint i = 0; i < source->people->len; i++)
      if (is_relation (source->people->pdata[i], *relation))
        {
          TendContact contact = contact_of (source, source->people->pdata[i]);

          has_gp |= g_str_equal (*relation, "gp");
          g_array_append_val (contacts, contact);
        }
  if (!has_gp && practice != NULL)
    {
      TendContact contact = { .name = practice, .who = _("GP practice") };

      g_array_append_val (contacts, contact);
    }

  /* With nobody else on it the sheet is to be filled in by hand. */
  if (contacts->len > 0 && !add_teams (source, contacts, error))
    {
      g_array_unref (contacts);
      return FALSE;
    }

  *sheet = (TendContactsSheet) { .head = source->values->head, .n_contacts = contacts->len };
  sheet->contacts = tend_care_own (source, contacts);
  return tend_care_read_acting (source, error) &&
         tend_care_read_concerns (source, &sheet->concerns, error);
}

/* About me */

const char *
tend_care_gp (TendCareSource *source)
{
  const char *practice =
    tend_care_private (source, tend_record_get_text (source->client, "gp_practice"));

  for (guint i = 0; i < source->people->len; i++)
    if (is_relation (source->people->pdata[i], "gp"))
      {
        TendContact gp = contact_of (source, source->people->pdata[i]);

        return join (source, ", ", gp.name, join (source, ", ", practice, gp.phone));
      }
  return practice;
}

/* The first to ring by the contingency plan, else whoever is nearest. */
static gboolean
read_first_contact (TendCareSource  *source,
                    GError         **error)
{
  const TendContingencySheet *plan = &source->values->contingency;
  const TendContactsSheet *all = &source->values->contacts;
  const TendContact *first;

  if (!tend_care_read_contingency (source, error) || !tend_care_read_contacts (source, error))
    return FALSE;

  first = plan->n_contacts > 0 ? plan->contacts : all->n_contacts > 0 ? all->contacts : NULL;
  if (first != NULL)
    source->values->about.contact = join (source, "\n", first->name, first->phone);
  return TRUE;
}

static void
read_words (TendCareSource *source,
            TendRecord     *about)
{
  TendAboutSheet *sheet = &source->values->about;

  sheet->written_on = tend_record_get_int (about, "written_on");
  sheet->written_with = tend_care_text (source, about, "written_with");
  sheet->check_on = tend_care_review (source, about, "check_on");
  sheet->communicate = tend_care_text (source, about, "communicate");
  sheet->format = tend_care_choice (about, "communication_format");
  sheet->languages = tend_care_text (source, about, "language");
  sheet->interpreter = tend_record_get_int (about, "interpreter");
  sheet->matters = tend_care_text (source, about, "matters");
  sheet->people = tend_care_text (source, about, "people");
  sheet->support = tend_care_text (source, about, "support");
  sheet->wellness = tend_care_text (source, about, "wellness");
  sheet->please_do = tend_care_text (source, about, "please_do");
  sheet->please_dont = tend_care_text (source, about, "please_dont");
  sheet->also = tend_care_text (source, about, "also");
}

gboolean
tend_care_read_about (TendCareSource  *source,
                      GError         **error)
{
  TendAboutSheet *sheet = &source->values->about;
  g_autoptr(GError) failure = NULL;
  TendDate replaced = TEND_DATE_NONE;
  g_autoptr(TendRecord) about =
    find_written (source, "about_me", TEND_CARE_ABOUT_ME, &replaced, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!tend_care_read_medicines (source, error))
    return FALSE;

  *sheet = (TendAboutSheet) {
    .head = source->values->head, .gp = tend_care_gp (source), .form = about == NULL,
    .to_sign = source->request->signed_on != TEND_DATE_NONE,
  };
  sheet->head.replaced = replaced;
  if (about != NULL)
    read_words (source, about);
  return read_first_contact (source, error);
}
