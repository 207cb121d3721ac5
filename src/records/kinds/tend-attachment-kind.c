/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* The first seven are those of the first-visit pack. */
static const TendChoice papers[] = {
  { "contract", N_("Agreement") }, { "privacy_notice", N_("Privacy notice") },
  { "about_me", N_("About me") }, { "medicine_request", N_("Medicine request") },
  { "equipment", N_("Equipment training") }, { "contingency", N_("If something goes wrong") },
  { "contacts", N_("Who to contact") }, { "care_plan", N_("Care plan") },
  { "risks", N_("Risk assessment") }, { NULL }
};

/* A file kept inside the vault; its bytes are the blob of that name, which differs
 * from vault to vault and so is no part of interchange.
 */
static const TendField fields[] = {
  { "subject_kind", TEND_FIELD_TEXT, N_("Kept with (kind)"), TEND_FIELD_REQUIRED },
  { "subject", TEND_FIELD_TEXT, N_("Kept with"), TEND_FIELD_REQUIRED },
  { "name", TEND_FIELD_TEXT, N_("File name"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "media_type", TEND_FIELD_TEXT, N_("Type of file") },
  { "size", TEND_FIELD_INTEGER, N_("Size in bytes") },
  { "added_on", TEND_FIELD_DATE, N_("Added on") },
  { "blob", TEND_FIELD_TEXT, N_("Stored as"), TEND_FIELD_REQUIRED | TEND_FIELD_INTERNAL },
  { "title", TEND_FIELD_TEXT, N_("What it is"), TEND_FIELD_SEARCHED },
  { "dated_on", TEND_FIELD_DATE, N_("Date of the document") },
  { "note", TEND_FIELD_NOTE, N_("Note"), TEND_FIELD_SEARCHED },
  { "paper", TEND_FIELD_CHOICE, N_("Signed copy of"), 0, papers },
  { NULL }
};

const TendKind tend_attachment_kind = { "attachment", "attachments", N_("Document"), fields };
