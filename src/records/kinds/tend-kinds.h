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
extern const TendKind tend_pattern_kind;
extern const TendKind tend_visit_kind;
extern const TendKind tend_visit_task_kind;
extern const TendKind tend_time_off_kind;
extern const TendKind tend_vehicle_kind;
extern const TendKind tend_trip_kind;
extern const TendKind tend_charge_kind;
extern const TendKind tend_invoice_kind;
extern const TendKind tend_invoice_line_kind;
extern const TendKind tend_payment_kind;
extern const TendKind tend_attachment_kind;
extern const TendKind tend_bank_holiday_kind;
extern const TendKind tend_mileage_rate_kind;

G_END_DECLS
