/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-record-private.h"
#include "tend-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Each kind after those it refers to: the order of import and of the schema. */
static const TendKind * const kinds[] = {
  &tend_provider_kind,
  &tend_client_kind,
  &tend_person_kind,
  &tend_service_kind,
  &tend_rate_kind,
  &tend_agreement_kind,
  &tend_representative_kind,
  &tend_about_me_kind,
  &tend_care_plan_kind,
  &tend_plan_outcome_kind,
  &tend_plan_task_kind,
  &tend_pattern_kind,
  &tend_visit_kind,
  &tend_visit_task_kind,
  &tend_visit_addendum_kind,
  &tend_time_off_kind,
  &tend_vehicle_kind,
  &tend_trip_kind,
  &tend_charge_kind,
  &tend_invoice_kind,
  &tend_invoice_line_kind,
  &tend_payment_kind,
  &tend_risk_kind,
  &tend_consent_kind,
  &tend_capacity_decision_kind,
  &tend_directive_kind,
  &tend_contingency_plan_kind,
  &tend_contingency_contact_kind,
  &tend_incident_kind,
  &tend_incident_report_kind,
  &tend_incident_addendum_kind,
  &tend_body_map_kind,
  &tend_body_mark_kind,
  &tend_body_map_addendum_kind,
  &tend_feedback_kind,
  &tend_secret_kind,
  &tend_equipment_training_kind,
  &tend_gift_kind,
  &tend_medicine_request_kind,
  &tend_medication_kind,
  &tend_medication_time_kind,
  &tend_medication_dose_kind,
  &tend_mar_entry_kind,
  &tend_mar_note_kind,
  &tend_stock_kind,
  &tend_information_request_kind,
  &tend_data_breach_kind,
  &tend_retention_period_kind,
  &tend_legal_hold_kind,
  &tend_destruction_kind,
  &tend_destroyed_invoice_kind,
  &tend_team_member_kind,
  &tend_credential_kind,
  &tend_cpd_kind,
  &tend_policy_kind,
  &tend_feedback_request_kind,
  &tend_service_request_kind,
  &tend_quarterly_return_kind,
  &tend_portfolio_kind,
  &tend_override_kind,
  &tend_reminder_kind,
  &tend_attachment_kind,
  &tend_bank_holiday_kind,
  &tend_mileage_rate_kind,
  &tend_risk_band_kind,
  &tend_safeguarding_team_kind,
  &tend_scheme_figure_kind,
  NULL,
};

const TendKind * const *
tend_kinds (void)
{
  return kinds;
}

const TendKind *
tend_kind_by_name (const char *name)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    if (strcmp (kinds[i]->name, name) == 0)
      return kinds[i];

  return NULL;
}

const TendKind *
tend_kind_by_table (const char *table)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    if (strcmp (kinds[i]->table, table) == 0)
      return kinds[i];

  return NULL;
}

const TendKind *
tend_kind_nested (const TendKind *kind,
                  guint           index)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    if (kinds[i]->parent != NULL &&
        strcmp (tend_kind_field (kinds[i], kinds[i]->parent)->refers_to, kind->name) == 0 &&
        index-- == 0)
      return kinds[i];

  return NULL;
}

const TendField *
tend_kind_field (const TendKind *kind,
                 const char     *name)
{
  for (const TendField *field = kind->fields; field->name != NULL; field++)
    if (strcmp (field->name, name) == 0)
      return field;

  return NULL;
}

guint
tend_kind_n_fields (const TendKind *kind)
{
  guint n = 0;

  while (kind->fields[n].name != NULL)
    n++;

  return n;
}

gboolean
tend_field_is_text (const TendField *field)
{
  return field->type <= TEND_FIELD_REFERENCE;
}

const char *
tend_field_choice_label (const TendField *field,
                         const char      *value)
{
  if (value == NULL)
    return "";

  for (const TendChoice *choice = field->choices; choice != NULL && choice->value != NULL; choice++)
    if (strcmp (choice->value, value) == 0)
      return _(choice->label);

  return value;
}

static void
get_property (GObject    *object,
              guint       prop_id,
              GValue     *value,
              GParamSpec *pspec)
{
  TendRecord *self = TEND_RECORD (object);
  const TendField *field = &tend_record_get_kind (self)->fields[prop_id - 1];
  TendValue *stored = tend_record_value (self, prop_id - 1);

  if (tend_field_is_text (field))
    g_value_set_string (value, stored->text);
  else
    g_value_set_int64 (value, stored->number);
}

static void
set_property (GObject      *object,
              guint         prop_id,
              const GValue *value,
              GParamSpec   *pspec)
{
  TendRecord *self = TEND_RECORD (object);
  const TendField *field = &tend_record_get_kind (self)->fields[prop_id - 1];

  if (tend_field_is_text (field))
    tend_record_set_text (self, field->name, g_value_get_string (value));
  else
    tend_record_set_int (self, field->name, g_value_get_int64 (value));
}

static void
kind_class_init (gpointer klass,
                 gpointer class_data)
{
  GObjectClass *object_class = klass;
  const TendKind *kind = class_data;
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY;

  ((TendRecordClass *) klass)->kind = kind;
  object_class->get_property = get_property;
  object_class->set_property = set_property;

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      const char *name = kind->fields[i].name;

      g_object_class_install_property (object_class, i + 1,
        tend_field_is_text (&kind->fields[i])
          ? g_param_spec_string (name, NULL, NULL, NULL, flags)
          : g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags));
    }
}

/* "visit_task" is TendVisitTask. */
static char *
type_name (const TendKind *kind)
{
  GString *name = g_string_new ("Tend");
  gboolean upper = TRUE;

  for (const char *c = kind->name; *c != '\0'; c++)
    {
      if (*c != '_')
        g_string_append_c (name, upper ? g_ascii_toupper (*c) : *c);
      upper = *c == '_';
    }

  return g_string_free (name, FALSE);
}

GType
tend_kind_type (const TendKind *kind)
{
  static GMutex mutex;
  g_autofree char *name = type_name (kind);
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GType type = g_type_from_name (name);

  if (type == 0)
    {
      GTypeInfo info = {
        .class_size = sizeof (TendRecordClass),
        .class_init = kind_class_init,
        .class_data = kind,
        .instance_size = sizeof (TendRecord),
      };

      type = g_type_register_static (TEND_TYPE_RECORD, name, &info, 0);
    }

  return type;
}
