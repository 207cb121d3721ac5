/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-policy-sheet.h"
#include "tend-record.h"
#include "tend-redact.h"

G_BEGIN_DECLS

/* A policy as pages, in the two steps of tend-compose.h. */
typedef struct _TendPolicyValues TendPolicyValues;

/* The version in force on @on; as Tend would word it when none is. */
TendPolicyValues *tend_compose_policy_load     (TendVault               *vault,
                                                const char              *kind,
                                                TendDate                 on,
                                                GError                 **error);
/* One version, stored or not.  @scheme: (nullable): it goes to the council of that one, too. */
TendPolicyValues *tend_compose_policy_values   (TendVault               *vault,
                                                TendRecord              *policy,
                                                const char              *scheme,
                                                TendDate                 on,
                                                GError                 **error);
/* For a copy that is not to say where the carer lives. */
void              tend_compose_policy_hide_address (TendPolicyValues    *values);
/* For a copy that is to name nobody in @names: in what the carer wrote. */
void              tend_compose_policy_redact   (TendPolicyValues        *values,
                                                TendRedaction           *names);
/* For the wording editor: @wording instead of the policy's; %NULL for Tend's. */
void              tend_compose_policy_set_wording (TendPolicyValues     *values,
                                                const char              *wording);
/* TEND_ERROR_INVALID when the wording cannot be filled. */
TendDocument     *tend_compose_policy_document (const TendPolicyValues  *values,
                                                GError                 **error);
void              tend_policy_values_free      (TendPolicyValues        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendPolicyValues, tend_policy_values_free)

/* "policy-risk-safety" to "risk_safety"; %NULL for what is no policy's name. */
const char       *tend_policy_kind_parse       (const char              *name);

G_END_DECLS
