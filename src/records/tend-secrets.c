/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-secrets.h"

#include "tend-history.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TendRecord      *record;
  const TendField *field;
  char            *value;
} Showing;

static gboolean
show_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  Showing *showing = data;
  const TendKind *kind = tend_record_get_kind (showing->record);
  const char *id = tend_record_get_id (showing->record);
  g_autoptr(TendRecord) stored = tend_record_load (vault, kind, id, error);

  if (stored == NULL ||
      !tend_history_append (vault, kind->name, id, TEND_ACTION_SHOW, _(showing->field->label),
                            NULL, error))
    return FALSE;

  showing->value = tend_record_format (stored, showing->field);
  return TRUE;
}

char *
tend_record_show (TendVault   *vault,
                  TendRecord  *record,
                  const char  *field,
                  GError     **error)
{
  Showing showing = { record, tend_kind_field (tend_record_get_kind (record), field), NULL };

  g_return_val_if_fail (showing.field != NULL, NULL);
  g_return_val_if_fail (showing.field->flags & TEND_FIELD_SENSITIVE, NULL);

  if (tend_vault_transact (vault, show_cb, &showing, error))
    return showing.value;

  g_free (showing.value);
  return NULL;
}
