/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-figure-form.h"

#include "tend-care-form.h"
#include "tend-care-remove.h"
#include "tend-figure-words.h"
#include "tend-form.h"
#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* A bare number in a row that may hold so much means hours (tend-field-text.c). */
#define MINUTES_OF_YEAR (366 * 24 * 60)

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_scheme_figure_kind.check (record, faults);
}

/* The stored kind keeps a bare number.  For typing there is one for each sort of figure: the
 * same fields, with the value as what it is. */
#define TYPED_KIND(id, type, label, least, most) \
  static const TendField id##_fields[] = { \
    { "scheme", TEND_FIELD_TEXT, N_("Council scheme"), TEND_FIELD_REQUIRED }, \
    { "figure", TEND_FIELD_TEXT, N_("Figure"), TEND_FIELD_REQUIRED }, \
    { "value", type, label, TEND_FIELD_REQUIRED, .minimum = least, .maximum = most }, \
    { "valid_from", TEND_FIELD_DATE, N_("From"), TEND_FIELD_REQUIRED }, \
    { "valid_to", TEND_FIELD_DATE, N_("Last day") }, \
    { "source", TEND_FIELD_TEXT, N_("Where it was read"), TEND_FIELD_REQUIRED }, \
    { "entered_on", TEND_FIELD_DATE, N_("Corrected on") }, \
    { NULL } \
  }; \
  static const TendKind id##_kind = { \
    "scheme_figure_" #id, "scheme_figures", N_("Figure of a scheme"), id##_fields, .check = check \
  };

TYPED_KIND (money, TEND_FIELD_PENCE, N_("New amount"), 0, 100000000000)
TYPED_KIND (time, TEND_FIELD_MINUTES, N_("New time"), 1, MINUTES_OF_YEAR)
TYPED_KIND (hours, TEND_FIELD_INTEGER, N_("New number of hours"), 0, 10000)
TYPED_KIND (days, TEND_FIELD_INTEGER, N_("New number of days"), 0, 10000)
TYPED_KIND (months, TEND_FIELD_INTEGER, N_("New number of months"), 0, 1200)
TYPED_KIND (years, TEND_FIELD_INTEGER, N_("New number of years"), 0, 100)
TYPED_KIND (people, TEND_FIELD_INTEGER, N_("New number of people"), 0, 1000)
TYPED_KIND (percent, TEND_FIELD_INTEGER, N_("New percentage"), 0, 100)
TYPED_KIND (day, TEND_FIELD_INTEGER, N_("New day of the month"), 1, 31)

static const TendKind *
typed_kind (const char *figure)
{
  switch (tend_figure_sort (figure))
    {
    case TEND_FIGURE_MONEY:
    case TEND_FIGURE_MONEY_HOUR:
    case TEND_FIGURE_MONEY_NIGHT:
      return &money_kind;
    case TEND_FIGURE_MINUTES:
    case TEND_FIGURE_MINUTES_WEEK:
      return &time_kind;
    case TEND_FIGURE_HOURS:
      return &hours_kind;
    case TEND_FIGURE_DAYS:
      return &days_kind;
    case TEND_FIGURE_MONTHS:
      return &months_kind;
    case TEND_FIGURE_YEARS:
      return &years_kind;
    case TEND_FIGURE_PERCENT:
      return &percent_kind;
    case TEND_FIGURE_DAY:
      return &day_kind;
    case TEND_FIGURE_PEOPLE:
    default:
      return &people_kind;
    }
}

/* Both keep their values alike, under the same names. */
static void
copy_values (TendRecord *to,
             TendRecord *from)
{
  static const char *const numbers[] = { "value", "valid_from", "valid_to", "entered_on" };
  static const char *const texts[] = { "scheme", "figure", "source" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (tend_record_is_set (from, numbers[i]))
      tend_record_set_int (to, numbers[i], tend_record_get_int (from, numbers[i]));
    else
      tend_record_clear (to, numbers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tend_record_set_text (to, texts[i], tend_record_get_text (from, texts[i]));
}

/* Worker.  @data: the id of the correction that is changed; NULL for a new one. */
static TendRecord *
save (TendVault   *vault,
      TendRecord  *typed,
      gpointer     data,
      GError     **error)
{
  g_autoptr(TendRecord) record =
    data != NULL ? tend_record_load (vault, &tend_scheme_figure_kind, data, error)
                 : tend_record_new (&tend_scheme_figure_kind);

  if (record == NULL)
    return NULL;

  copy_values (record, typed);
  return tend_record_save (vault, record, NULL, error) ? g_steal_pointer (&record) : NULL;
}

/* A correction that was none is taken out, and the council's own figure holds again. */
typedef struct
{
  GtkWidget   *parent;
  TendSession *session;
  TendRecord  *record;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_clear_weak_pointer (&edit->parent);
  g_clear_object (&edit->session);
  g_clear_object (&edit->record);
  g_free (edit);
}

static void
prepare (TendForm  *form,
         GtkWindow *dialog,
         gpointer   data)
{
  Edit *edit = data;

  if (edit->record != NULL && edit->parent != NULL)
    gtk_box_append (GTK_BOX (tend_care_form_box (form)),
                    tend_care_remove_button_new (edit->parent, dialog, edit->session,
                                                 edit->record));
}

/* @record: (nullable): the correction that is changed */
static void
present (GtkWidget   *parent,
         TendSession *session,
         TendRecord  *typed,
         TendRecord  *record)
{
  Edit *edit = g_new0 (Edit, 1);
  static const char *const fields[] = { "value", "valid_from", "valid_to", "source", NULL };
  g_autofree char *name = tend_figure_name (tend_record_get_text (typed, "figure"));
  g_autofree char *text =
    g_strdup_printf ("%s\n\n%s", name,
                     _("Say where you read it. The figure it takes the place of stays for the days "
                       "before, and for those after the last day."));
  TendRecordDialogOptions options = {
    .title = _("Correct a Figure"),
    .text = text,
    .fields = fields,
    .save = save,
    .save_data = record != NULL ? g_strdup (tend_record_get_id (record)) : NULL,
    .free_save_data = g_free,
    .prepare = prepare,
    .user_data = edit,
    .free_user_data = edit_free,
  };

  g_set_weak_pointer (&edit->parent, parent);
  edit->session = g_object_ref (session);
  g_set_object (&edit->record, record);
  tend_record_dialog_present_full (parent, session, typed, &options);
}

void
tend_figure_correct (GtkWidget   *parent,
                     TendSession *session,
                     const char  *scheme,
                     const char  *figure,
                     gint64       value)
{
  g_autoptr(TendRecord) typed = NULL;
  TendDate today;

  g_return_if_fail (TEND_IS_SESSION (session));
  g_return_if_fail (scheme != NULL && figure != NULL);

  today = tend_session_get_today (session);
  typed = tend_record_new (typed_kind (figure));
  tend_record_set_text (typed, "scheme", scheme);
  tend_record_set_text (typed, "figure", figure);
  tend_record_set_int (typed, "valid_from", today);
  tend_record_set_int (typed, "entered_on", today);
  if (value >= 0)
    tend_record_set_int (typed, "value", value);
  present (parent, session, typed, NULL);
}

void
tend_figure_change (GtkWidget   *parent,
                    TendSession *session,
                    TendRecord  *record)
{
  g_autoptr(TendRecord) typed = NULL;

  g_return_if_fail (TEND_IS_SESSION (session));
  g_return_if_fail (tend_record_get_kind (record) == &tend_scheme_figure_kind);

  typed = tend_record_new (typed_kind (tend_record_get_text (record, "figure")));
  copy_values (typed, record);
  tend_record_set_int (typed, "entered_on", tend_session_get_today (session));
  present (parent, session, typed, record);
}
