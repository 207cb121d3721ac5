/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line for each file in this folder.  To add a kind of record: its file
 * here, its line below and in tend-kind.c, and its table in data/schema.
 */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

extern const TendKind tend_provider_kind;
extern const TendKind tend_client_kind;
extern const TendKind tend_person_kind;
extern const TendKind tend_service_kind;
extern const TendKind tend_rate_kind;
extern const TendKind tend_agreement_kind;
extern const TendKind tend_representative_kind;
extern const TendKind tend_about_me_kind;
extern const TendKind tend_care_plan_kind;
extern const TendKind tend_plan_outcome_kind;
extern const TendKind tend_plan_task_kind;
extern const TendKind tend_pattern_kind;
extern const TendKind tend_visit_kind;
extern const TendKind tend_visit_task_kind;
extern const TendKind tend_visit_addendum_kind;
extern const TendKind tend_time_off_kind;
extern const TendKind tend_vehicle_kind;
extern const TendKind tend_trip_kind;
extern const TendKind tend_charge_kind;
extern const TendKind tend_invoice_kind;
extern const TendKind tend_invoice_line_kind;
extern const TendKind tend_payment_kind;
extern const TendKind tend_risk_kind;
extern const TendKind tend_consent_kind;
extern const TendKind tend_capacity_decision_kind;
extern const TendKind tend_directive_kind;
extern const TendKind tend_contingency_plan_kind;
extern const TendKind tend_contingency_contact_kind;
extern const TendKind tend_incident_kind;
extern const TendKind tend_incident_report_kind;
extern const TendKind tend_incident_addendum_kind;
extern const TendKind tend_body_map_kind;
extern const TendKind tend_body_mark_kind;
extern const TendKind tend_body_map_addendum_kind;
extern const TendKind tend_feedback_kind;
extern const TendKind tend_secret_kind;
extern const TendKind tend_equipment_training_kind;
extern const TendKind tend_gift_kind;
extern const TendKind tend_medicine_request_kind;
extern const TendKind tend_medication_kind;
extern const TendKind tend_medication_time_kind;
extern const TendKind tend_medication_dose_kind;
extern const TendKind tend_mar_entry_kind;
extern const TendKind tend_mar_note_kind;
extern const TendKind tend_stock_kind;
extern const TendKind tend_information_request_kind;
extern const TendKind tend_data_breach_kind;
extern const TendKind tend_retention_period_kind;
extern const TendKind tend_legal_hold_kind;
extern const TendKind tend_destruction_kind;
extern const TendKind tend_destroyed_invoice_kind;
extern const TendKind tend_team_member_kind;
extern const TendKind tend_credential_kind;
extern const TendKind tend_cpd_kind;
extern const TendKind tend_policy_kind;
extern const TendKind tend_feedback_request_kind;
extern const TendKind tend_service_request_kind;
extern const TendKind tend_quarterly_return_kind;
extern const TendKind tend_portfolio_kind;
extern const TendKind tend_override_kind;
extern const TendKind tend_reminder_kind;
extern const TendKind tend_attachment_kind;
extern const TendKind tend_bank_holiday_kind;
extern const TendKind tend_mileage_rate_kind;
extern const TendKind tend_risk_band_kind;
extern const TendKind tend_safeguarding_team_kind;
extern const TendKind tend_scheme_figure_kind;

G_END_DECLS
