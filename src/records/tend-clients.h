/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* Clients, and what belongs to one. */

/* (transfer full): "Rose Hartley"; the preferred name stands for the given one. */
char       *tend_client_name         (TendRecord      *client);
/* (transfer full): the same on a bill; "The personal representatives of Rose Hartley"
 * once the person has died. */
char       *tend_client_bill_name    (TendRecord      *client);
/* (transfer full): address and postcode on lines of their own; "" for none. */
char       *tend_record_full_address (TendRecord      *record);

/* By an id or a `reference`.  TEND_ERROR_NOT_FOUND otherwise. */
TendRecord *tend_client_find         (TendVault       *vault,
                                      const char      *id_or_reference,
                                      GError         **error);
/* @status: (nullable): "active" and so on; %NULL for all.  By name. */
GPtrArray  *tend_clients_list        (TendVault       *vault,
                                      const char      *status,
                                      GError         **error);
/* The records of @kind whose `client` is @client, by id. */
GPtrArray  *tend_client_records      (TendVault       *vault,
                                      const TendKind  *kind,
                                      const char      *client,
                                      GError         **error);
/* The agreement in force on @date: the latest version that has begun and not
 * ended.  %NULL without an error when there is none. */
TendRecord *tend_client_agreement    (TendVault       *vault,
                                      const char      *client,
                                      TendDate         date,
                                      GError         **error);
/* That, else the next one to begin: the one that a contract is made of. */
TendRecord *tend_client_agreement_or_next (TendVault  *vault,
                                           const char *client,
                                           TendDate    date,
                                           GError    **error);
/* Whether @agreement is in force on @date: it has begun and not ended, and no later version
 * for the same service has begun.  @all: (element-type TendRecord): its client's. */
gboolean    tend_agreement_in_force  (TendRecord      *agreement,
                                      GPtrArray       *all,
                                      TendDate         date);
/* The days that are billed at once; four weeks where @agreement is NULL or does not say. */
int         tend_agreement_billing_days (TendRecord   *agreement);
/* The local day of the first visit done; TEND_DATE_NONE when there was none. */
TendDate    tend_client_first_visit  (TendVault       *vault,
                                      const char      *client,
                                      GError         **error);
/* Whoever the bills go to: relation payer, else pays_bills; after a death nobody who
 * only acted for the person.  %NULL without an error: the client pays, or their estate. */
TendRecord *tend_client_payer        (TendVault       *vault,
                                      const char      *client,
                                      GError         **error);
/* The carer's own record; a new, unsaved one when there is none yet. */
TendRecord *tend_provider_load       (TendVault       *vault,
                                      GError         **error);

/* What the program itself remembers, outside interchange and history. */
char       *tend_setting_get         (TendVault       *vault,
                                      const char      *key);
/* The same, where what cannot be read must not pass for nothing: FALSE with @error; @value is
 * NULL where nothing is kept. */
gboolean    tend_setting_read        (TendVault       *vault,
                                      const char      *key,
                                      char           **value,
                                      GError         **error);
/* Removes @key, and those below it: "@key/…". */
gboolean    tend_setting_forget      (TendVault       *vault,
                                      const char      *key,
                                      GError         **error);
gboolean    tend_setting_set         (TendVault       *vault,
                                      const char      *key,
                                      const char      *value,
                                      GError         **error);

G_END_DECLS
