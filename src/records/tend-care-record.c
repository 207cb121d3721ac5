/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-record.h"

#include "tend-care.h"
#include "tend-kinds.h"
#include "tend-visit-record.h"

#include <glib/gi18n-lib.h>

/* How one kind closes. */
typedef struct
{
  const TendKind    *kind;
  const TendKind    *addendum;
  const TendKind    *lines;    /* (nullable): those that stay */
  const char        *happened; /* when what it tells of was */
  const char *const *open;     /* fields that go on; all others stay */
} Closing;

static const char *const incident_open[] = {
  "follow_up", "follow_up_on", "followed_up_on", "outcome", "lessons", "closed_on",
  "written_at", "changed_at", NULL
};

static const char *const body_map_open[] = { "incident", "written_at", "changed_at", NULL };

static const Closing closings[] = {
  { &tend_incident_kind, &tend_incident_addendum_kind, NULL, "happened_at", incident_open },
  { &tend_body_map_kind, &tend_body_map_addendum_kind, &tend_body_mark_kind, "seen_at",
    body_map_open },
};

static const Closing *
closing_of (TendRecord *record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (closings); i++)
    if (tend_record_get_kind (record) == closings[i].kind)
      return &closings[i];

  return NULL;
}

TendInstant
tend_care_closes_at (TendRecord *record)
{
  const Closing *closing = closing_of (record);
  TendInstant happened;
  TendInstant written_at;

  if (closing == NULL || !tend_record_is_stored (record))
    return TEND_INSTANT_NONE;

  happened = tend_record_get_int (record, closing->happened);
  written_at = tend_record_get_int (record, "written_at");
  if (written_at == TEND_INSTANT_NONE || written_at < happened)
    written_at = happened;

  return written_at + TEND_VISIT_OPEN_SECONDS;
}

gboolean
tend_care_is_closed (TendRecord  *record,
                     TendInstant  now)
{
  TendInstant closes_at = tend_care_closes_at (record);

  return closes_at != TEND_INSTANT_NONE && now >= closes_at;
}

const char *
tend_care_closing_fault (TendRecord *record)
{
  if (tend_record_get_kind (record) != &tend_incident_kind ||
      !tend_record_is_set (record, "closed_on") || tend_record_is_set (record, "outcome"))
    return NULL;

  return _("Please say what came of it before you close it, even if it is only “nothing more”.");
}

static gboolean
changes_words (const Closing *closing,
               TendRecord    *before,
               TendRecord    *after)
{
  for (const TendField *field = closing->kind->fields; field->name != NULL; field++)
    if (!g_strv_contains (closing->open, field->name))
      {
        g_autofree char *first = tend_record_format (before, field);
        g_autofree char *second = tend_record_format (after, field);

        if (!g_str_equal (first, second))
          return TRUE;
      }

  return FALSE;
}

static TendRecord *
find_line (GPtrArray  *lines,
           TendRecord *line)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_strcmp0 (tend_record_get_id (lines->pdata[i]), tend_record_get_id (line)) == 0)
      return lines->pdata[i];

  return NULL;
}

/* A mark's number is its place: another order is another map. */
static gboolean
changes_lines (const Closing *closing,
               GPtrArray     *before,
               GPtrArray     *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      TendRecord *line = lines->pdata[i];
      g_autoptr(TendRecord) same = NULL;

      if (tend_record_get_kind (line) != closing->lines)
        continue;
      if (n >= before->len || find_line (before, line) != before->pdata[n])
        return TRUE;

      same = tend_record_copy (line);
      tend_record_set_int (same, "position", tend_record_get_int (before->pdata[n], "position"));
      if (!tend_record_equal (same, before->pdata[n++]))
        return TRUE;
    }

  return n != before->len;
}

typedef struct
{
  TendRecord  *record;
  GPtrArray   *lines;
  TendInstant  now;
} Writing;

static gboolean
check_words (TendVault      *vault,
             Writing        *writing,
             const Closing  *closing,
             TendRecord     *before,
             GError        **error)
{
  g_autoptr(GPtrArray) lines = NULL;
  gboolean changed = changes_words (closing, before, writing->record);

  if (closing->lines != NULL)
    {
      lines = tend_record_load_nested (vault, before, closing->lines, error);
      if (lines == NULL)
        return FALSE;
      changed = changed || changes_lines (closing, lines, writing->lines);
    }

  if (changed && tend_care_is_closed (before, writing->now))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED,
                           _("This was written down more than 24 hours ago, so its words stay as "
                             "they are. What there is to say can be added to it, with today’s "
                             "date."));
      return FALSE;
    }
  if (changed)
    tend_record_set_int (writing->record, "changed_at", writing->now);
  return TRUE;
}

static gboolean
check_outcome (Writing     *writing,
               TendRecord  *before,
               GError     **error)
{
  const char *fault = tend_care_closing_fault (writing->record);

  /* What was settled before this was asked stays settled. */
  if (fault == NULL || (before != NULL && tend_record_is_set (before, "closed_on")))
    return TRUE;

  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID, fault);
  return FALSE;
}

static gboolean
write_cb (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  Writing *writing = data;
  TendRecord *record = writing->record;
  const Closing *closing = closing_of (record);
  g_autoptr(TendRecord) before = NULL;

  if (closing != NULL && tend_record_is_stored (record))
    {
      before = tend_record_load (vault, closing->kind, tend_record_get_id (record), error);
      if (before == NULL || !check_words (vault, writing, closing, before, error))
        return FALSE;
    }
  else if (closing != NULL)
    tend_record_set_int (record, "written_at", writing->now);

  return check_outcome (writing, before, error) &&
         tend_care_save (vault, record, writing->lines, error);
}

gboolean
tend_care_write_up (TendVault    *vault,
                    TendRecord   *record,
                    GPtrArray    *lines,
                    TendInstant   now,
                    GError      **error)
{
  Writing writing = { record, lines, now };

  return tend_vault_transact (vault, write_cb, &writing, error);
}

TendRecord *
tend_care_addendum_new (TendRecord  *record,
                        TendInstant  now)
{
  const Closing *closing = closing_of (record);
  TendRecord *addendum;

  g_return_val_if_fail (closing != NULL && tend_record_is_stored (record), NULL);

  addendum = tend_record_new (closing->addendum);
  tend_record_set_text (addendum, closing->addendum->parent, tend_record_get_id (record));
  tend_record_set_int (addendum, "written_at", now);
  return addendum;
}

static gboolean
add_cb (TendVault  *vault,
        gpointer    data,
        GError    **error)
{
  TendRecord *addendum = data;
  const TendKind *kind = tend_record_get_kind (addendum);
  const char *id = tend_record_get_text (addendum, kind->parent);
  g_autoptr(TendRecord) record =
    tend_record_load (vault, tend_kind_by_name (kind->parent), id, error);
  g_autoptr(GPtrArray) before = NULL;

  if (record != NULL)
    before = tend_record_load_nested (vault, record, kind, error);
  if (before == NULL)
    return FALSE;

  tend_record_set_int (addendum, "position", before->len);
  return tend_record_save (vault, addendum, NULL, error);
}

gboolean
tend_care_add (TendVault   *vault,
               TendRecord  *addendum,
               GError     **error)
{
  return tend_vault_transact (vault, add_cb, addendum, error);
}
