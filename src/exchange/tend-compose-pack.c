/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first-visit pack: its papers, which of them are signed, and what has changed since. */

#include "tend-compose-care-private.h"

#include "tend-clients.h"
#include "tend-compose-contract-private.h"
#include "tend-signed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The days that tell of a change in a paper; of prices and visits the contract tells itself. */
static const struct
{
  guint       paper;
  const char *kind;
  const char *day;
  const char *choice;  /* of the kind of consent alone; NULL: any */
  const char *words;
} changes[] = {
  /* Translators: what has changed in a signed paper: "whom I may tell, 9 September 2026" */
  { TEND_PACK_PRIVACY, "consent", "given_on", "sharing", N_("whom I may tell, %s") },
  { TEND_PACK_PRIVACY, "consent", "withdrawn_on", "sharing", N_("whom I may no longer tell, %s") },
  { TEND_PACK_ABOUT_ME, "about_me", "written_on", NULL, N_("written anew on %s") },
  { TEND_PACK_MEDICINE, "medicine_request", "asked_on", NULL, N_("what was asked on %s") },
  { TEND_PACK_MEDICINE, "medicine_request", "ends_on", NULL, N_("what ended on %s") },
  { TEND_PACK_EQUIPMENT, "equipment_training", "trained_on", NULL, N_("what was shown on %s") },
  { TEND_PACK_CONTINGENCY, "contingency_plan", "updated_on", NULL, N_("written anew on %s") },
};

/* The last of such days after @since, or TEND_DATE_NONE. */
static gboolean
find_change (TendCareSource  *source,
             guint            i,
             TendDate         since,
             TendDate        *last,
             GError         **error)
{
  g_autoptr(GPtrArray) records =
    tend_client_records (source->vault, tend_kind_by_name (changes[i].kind),
                         source->request->client, error);

  *last = TEND_DATE_NONE;
  for (guint n = 0; records != NULL && n < records->len; n++)
    {
      TendDate day = tend_record_get_int (records->pdata[n], changes[i].day);

      if (day > since && day <= source->request->on &&
          (changes[i].choice == NULL ||
           g_strcmp0 (tend_record_get_text (records->pdata[n], "kind"), changes[i].choice) == 0))
        *last = MAX (*last, day);
    }
  return records != NULL;
}

static gboolean
read_changes (TendCareSource  *source,
              guint            paper,
              GError         **error)
{
  TendPackPaper *of = &source->values->pack[paper];
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      TendDate last;

      if (changes[i].paper != paper)
        continue;
      if (!find_change (source, i, of->signed_on, &last, error))
        return FALSE;
      tend_compose_add_change (text, _(changes[i].words), last);
    }
  of->changed = tend_compose_keep (source->values->texts, text->str);
  return TRUE;
}

/* What each entry says of itself counts where no copy is kept. */
static void
note_signed (TendPackPaper *paper,
             TendDate       first,
             TendDate       last)
{
  if (!paper->held && first != TEND_DATE_NONE)
    *paper = (TendPackPaper) { TRUE, last };
}

static void
read_entries (TendCareValues *values)
{
  const TendMedicineSheet *medicine = &values->medicine;
  const TendEquipmentSheet *equipment = &values->equipment;
  TendDate first = TEND_DATE_NONE, last = TEND_DATE_NONE;

  for (gsize i = 0; i < medicine->n_requests; i++)
    {
      first = i == 0 ? medicine->requests[i].signed_on
                     : MIN (first, medicine->requests[i].signed_on);
      last = MAX (last, medicine->requests[i].signed_on);
    }
  note_signed (&values->pack[TEND_PACK_MEDICINE], first, last);

  first = last = TEND_DATE_NONE;
  for (gsize i = 0; i < equipment->n_lines; i++)
    {
      first = i == 0 ? equipment->lines[i].signed_on : MIN (first, equipment->lines[i].signed_on);
      last = MAX (last, equipment->lines[i].signed_on);
    }
  note_signed (&values->pack[TEND_PACK_EQUIPMENT], first, last);
}

/* What is printed on the day on which it is signed is there to be signed. */
static gboolean
read_signed (TendCareSource  *source,
             GError         **error)
{
  TendPackPaper *papers = source->values->pack;
  const TendContractSheet *contract = tend_compose_contract_sheet (source->values->contract);
  g_autoptr(GPtrArray) copies = tend_pack_signed (source->vault, source->request->client,
                                                  source->request->on, error);

  G_STATIC_ASSERT (TEND_PACK_SHEETS == TEND_PACK_PAPERS);
  for (guint i = 0; copies != NULL && i < copies->len; i++)
    if (copies->pdata[i] != NULL &&
        tend_signed_copy_day (copies->pdata[i]) < source->request->on)
      papers[i] = (TendPackPaper) { TRUE, tend_signed_copy_day (copies->pdata[i]) };

  note_signed (&papers[TEND_PACK_CONTRACT], contract->signed_on, contract->signed_on);
  read_entries (source->values);
  for (guint i = 0; copies != NULL && i < TEND_PACK_PAPERS; i++)
    if (papers[i].held && !read_changes (source, i, error))
      return FALSE;
  papers[TEND_PACK_CONTRACT].changed = contract->changed;
  source->values->privacy.signed_on = papers[TEND_PACK_PRIVACY].signed_on;
  return copies != NULL;
}

gboolean
tend_care_read_pack (TendCareSource  *source,
                     GError         **error)
{
  source->values->contract =
    tend_compose_contract_load (source->vault, source->request->client, source->request->on,
                                error);

  return source->values->contract != NULL &&
         tend_care_read_privacy (source, error) &&
         tend_care_read_about (source, error) && tend_care_read_medicine (source, error) &&
         tend_care_read_equipment (source, error) &&
         tend_care_read_contingency (source, error) &&
         tend_care_read_contacts (source, error) && read_signed (source, error);
}

TendDocument *
tend_care_make_pack (const TendCareValues  *values,
                     GError               **error)
{
  TendPackSheet sheet = {
    .head = values->head,
    .contract = *tend_compose_contract_sheet (values->contract),
    .contract_wording = tend_compose_contract_wording (values->contract),
    .privacy = values->privacy,
    .privacy_wording = values->privacy_wording,
    .about = values->about,
    .medicine = values->medicine,
    .equipment = values->equipment,
    .contingency = values->contingency,
    .contacts = values->contacts,
  };

  memcpy (sheet.papers, values->pack, sizeof sheet.papers);
  return tend_document_new_pack (&sheet, error);
}
