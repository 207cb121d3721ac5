/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-medicine-discrepancy.h"

#include "tend-care-section.h"
#include "tend-form.h"
#include "tend-kinds.h"
#include "tend-mar.h"
#include "tend-page.h"
#include "tend-quantity.h"
#include "tend-question.h"

#include <glib/gi18n-lib.h>

/* A count on its way to an incident. */
typedef struct
{
  GtkWidget   *parent;
  TendSession *session;
  TendRecord  *count;
  TendRecord  *medication;  /* once it is loaded */
  TendStock    stock;
} Look;

static void
look_clear (gpointer data)
{
  Look *look = data;

  g_object_unref (look->parent);
  g_object_unref (look->session);
  g_object_unref (look->count);
  g_clear_object (&look->medication);
}

static void
look_unref (gpointer data)
{
  g_rc_box_release_full (data, look_clear);
}

/* "By the records there should be 8 of Senna tablets, and 7 were counted." */
static char *
facts_of (Look *look)
{
  g_autofree char *title = tend_medicine_title (look->medication);
  g_autofree char *expected = tend_quantity_format (look->stock.expected);
  g_autofree char *counted = tend_quantity_format (look->stock.counted);

  return g_strdup_printf (_("%s: by the records there should be %s, and %s were counted."), title,
                          expected, counted);
}

/* The count says which incident is about it. */
static void
incident_saved_cb (TendRecord *incident,
                   gpointer    data)
{
  Look *look = data;
  g_autoptr(TendRecord) count = tend_record_copy (look->count);

  tend_record_set_text (count, "incident", tend_record_get_id (incident));
  tend_session_save (look->session, count, NULL, NULL, NULL);
}

static void
write_incident (Look *look)
{
  g_autofree char *facts = facts_of (look);
  g_autoptr(TendRecord) incident =
    tend_mar_incident (look->medication, facts, tend_session_get_now (look->session));
  TendRecordDialogOptions options = {
    .title = _("Add an Incident or Concern"),
    .fields = tend_care_section ("incident")->fields,
    .client = tend_record_get_text (look->medication, "client"),
    .on_saved = incident_saved_cb,
    .user_data = g_rc_box_acquire (look),
    .free_user_data = look_unref,
  };

  tend_record_dialog_present_full (look->parent, look->session, incident, &options);
}

static void
answered_cb (const char *id,
             const char *reason,
             gpointer    data)
{
  if (id != NULL && gtk_widget_get_root (((Look *) data)->parent) != NULL)
    write_incident (data);
  look_unref (data);
}

static void
ask (Look *look)
{
  static const TendAnswer answer = {
    "incident", N_("Record This as an Incident"),
    N_("What is missing or too much, and what you do about it")
  };
  const TendAnswer translated = { answer.id, _(answer.title), _(answer.subtitle) };
  g_autofree char *facts = facts_of (look);

  tend_question_present (look->parent, _("It Does Not Add Up"), facts, NULL, &translated, 1,
                         answered_cb, g_rc_box_acquire (look));
}

/* What the worker answers. */
typedef struct
{
  TendRecord *medication;
  TendStock   stock;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_object (&answer->medication);
  g_free (answer);
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  TendRecord *count = data;
  Answer *answer = g_new0 (Answer, 1);
  g_autoptr(TendMedicine) medicine = NULL;

  answer->medication = tend_record_load (vault, &tend_medication_kind,
                                         tend_record_get_text (count, "medication"), error);
  if (answer->medication != NULL)
    medicine = tend_medicine_load (vault, answer->medication, error);
  if (medicine == NULL ||
      !tend_stock_load (vault, medicine, tend_record_get_int (count, "date"), &answer->stock,
                        error))
    g_clear_pointer (&answer, answer_free);

  return answer;
}

/* Only the latest count is asked about: an earlier one that is put right has been counted
 * over since. */
static gboolean
is_off (Look *look)
{
  return look->stock.has_count && look->stock.discrepancy != 0 &&
         look->stock.counted == tend_record_get_int (look->count, "quantity") &&
         look->stock.counted_on == tend_record_get_int (look->count, "date") &&
         !tend_record_is_set (look->count, "incident");
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Look *look = data;
  g_autoptr(GError) error = NULL;
  Answer *answer = tend_session_finish (TEND_SESSION (source), result, &error);

  if (answer != NULL)
    {
      look->medication = g_steal_pointer (&answer->medication);
      look->stock = answer->stock;
      answer_free (answer);
      if (is_off (look) && gtk_widget_get_root (look->parent) != NULL)
        ask (look);
    }
  else
    tend_toast (look->parent, error->message);

  look_unref (look);
}

void
tend_medicine_discrepancy_look (GtkWidget   *parent,
                                TendSession *session,
                                TendRecord  *count)
{
  Look *look = g_rc_box_new0 (Look);

  look->parent = g_object_ref (parent);
  look->session = g_object_ref (session);
  look->count = g_object_ref (count);
  tend_session_query (session, load, tend_record_copy (count), g_object_unref, answer_free, NULL,
                      loaded_cb, look);
}
