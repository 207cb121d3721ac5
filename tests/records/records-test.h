/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of src/records share: a vault in a folder of its own, and
 * records made from their interchange text.
 */

#pragma once

#include "tend-kinds.h"
#include "tend-record.h"
#include "tend-vault.h"

G_BEGIN_DECLS

typedef struct
{
  char      *dir;
  TendVault *vault;
} Fixture;

void        fixture_set_up    (Fixture        *fixture,
                               gconstpointer   data);
void        fixture_tear_down (Fixture        *fixture,
                               gconstpointer   data);

/* Makes a record with the id and pairs of field and interchange text. */
TendRecord *make_record       (const TendKind *kind,
                               const char     *id,
                               ...) G_GNUC_NULL_TERMINATED;
/* Makes and saves it; the test fails when that fails. */
void        add_record        (Fixture        *fixture,
                               const TendKind *kind,
                               const char     *id,
                               ...) G_GNUC_NULL_TERMINATED;
/* @clock: (nullable) */
void        record_death      (Fixture        *fixture,
                               const char     *client,
                               const char     *date,
                               const char     *clock);
TendDate    day               (const char     *iso);
/* Runs SQL as a program that goes round the records would: in a transaction. */
gboolean    run_sql           (Fixture        *fixture,
                               const char     *sql,
                               GError        **error);
/* The database itself refuses it, and says so with a sentence that holds @part. */
void        assert_sql_refused (Fixture       *fixture,
                               const char     *sql,
                               const char     *part);

#define add_fixture_test(path, func) \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

G_END_DECLS
