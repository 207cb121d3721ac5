/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-removal.h"

#include "tend-attachments.h"
#include "tend-history.h"
#include "tend-kinds.h"
#include "tend-record-private.h"
#include "tend-visit-record.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TendRecord  *record;
  TendInstant  now;
} Removal;

static gboolean
stop (GError     **error,
      const char  *message)
{
  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED, message);
  return FALSE;
}

/* Kinds that tell what happened, and not how things are to be. */
static gboolean
tells_what_happened (const TendKind *kind)
{
  return kind == &tend_incident_kind || kind == &tend_body_map_kind ||
         kind == &tend_feedback_kind || kind == &tend_gift_kind;
}

/* When it was first kept; an import has no entry of its own hour, and is old enough. */
static TendInstant
first_kept (TendVault   *vault,
            TendRecord  *record)
{
  g_autoptr(GPtrArray) entries =
    tend_history_list (vault, tend_record_get_kind (record)->name, tend_record_get_id (record), 0,
                       G_MAXINT, NULL);
  const TendHistoryEntry *first;

  if (entries == NULL || entries->len == 0)
    return 0;

  first = entries->pdata[entries->len - 1];
  return g_str_equal (first->action, "add") ? first->at : 0;
}

static gboolean
check_own_rules (TendVault  *vault,
                 Removal    *removal,
                 GError    **error)
{
  TendRecord *record = removal->record;
  const TendKind *kind = tend_record_get_kind (record);

  if (kind == &tend_care_plan_kind && g_strcmp0 (tend_record_get_text (record, "status"),
                                                 "draft") != 0)
    return stop (error, _("A plan that has been agreed is kept: the next version takes its "
                          "place."));
  if (tend_kind_field (kind, "signed_on") != NULL && tend_record_is_set (record, "signed_on"))
    return stop (error, _("It has been signed, so it is kept."));
  if (tells_what_happened (kind) &&
      removal->now - first_kept (vault, record) >= TEND_VISIT_OPEN_SECONDS)
    return stop (error, _("What happened is kept from a day after it was written down. What is "
                          "wrong in it can be corrected."));

  return TRUE;
}

/* Whether a record of @other names the one with @id in @field. */
static gboolean
is_named_in (TendVault       *vault,
             const TendKind  *other,
             const char      *field,
             const char      *id)
{
  g_autofree char *where = g_strdup_printf ("WHERE \"%s\" = :id LIMIT 1", field);
  g_autoptr(TendRecord) found = tend_records_select_one (vault, other, NULL, where, ":id", id,
                                                         NULL);

  return found != NULL;
}

static gboolean
check_references (TendVault   *vault,
                  TendRecord  *record,
                  GError     **error)
{
  const TendKind *kind = tend_record_get_kind (record);
  g_autoptr(GPtrArray) documents = tend_attachments_of (vault, record, error);

  if (documents == NULL)
    return FALSE;
  if (documents->len > 0)
    return stop (error, _("A document is kept with it: remove that first."));

  for (const TendKind *const *other = tend_kinds (); *other != NULL; other++)
    for (const TendField *field = (*other)->fields; field->name != NULL; field++)
      {
        g_autofree char *message = NULL;

        if (field->type != TEND_FIELD_REFERENCE || g_strcmp0 (field->refers_to, kind->name) != 0 ||
            g_strcmp0 ((*other)->parent, field->name) == 0 ||
            !is_named_in (vault, *other, field->name, tend_record_get_id (record)))
          continue;

        /* Translators: the kind of a record, such as "Consent" */
        message = g_strdup_printf (_("It belongs to something else that is kept (%s): change that "
                                     "first."), _((*other)->label));
        return stop (error, message);
      }

  return TRUE;
}

static gboolean
remove_cb (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  Removal *removal = data;
  g_autoptr(GPtrArray) lines = NULL;

  if (!check_own_rules (vault, removal, error) ||
      !check_references (vault, removal->record, error))
    return FALSE;

  lines = tend_record_load_all_nested (vault, removal->record, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (!tend_record_remove (vault, lines->pdata[i], _("Made by mistake"), error))
      return FALSE;

  return lines != NULL &&
         tend_record_remove (vault, removal->record, _("Made by mistake"), error);
}

gboolean
tend_care_remove (TendVault    *vault,
                  TendRecord   *record,
                  TendInstant   now,
                  GError      **error)
{
  Removal removal = { record, now };

  g_return_val_if_fail (TEND_IS_VAULT (vault), FALSE);
  g_return_val_if_fail (TEND_IS_RECORD (record) && tend_record_is_stored (record), FALSE);

  return tend_vault_transact (vault, remove_cb, &removal, error);
}
