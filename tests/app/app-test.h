/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of src/app share that need a session: a vault of their own, and
 * waiting that ends.
 */

#pragma once

#include "tend-session.h"

G_BEGIN_DECLS

typedef struct
{
  char        *dir;
  TendSession *session;
} AppFixture;

void     app_fixture_set_up    (AppFixture       *fixture,
                                gconstpointer     today); /* GINT_TO_POINTER (date), or NULL */
void     app_fixture_tear_down (AppFixture       *fixture,
                                gconstpointer     data);

/* Runs the interface thread until @condition holds; the test fails when it does not. */
typedef gboolean (*AppCondition) (gpointer data);
void     app_wait              (AppCondition      condition,
                                gpointer          data,
                                const char       *what);
/* Waits for all that the worker has been asked so far. */
void     app_settle            (AppFixture       *fixture);
/* Runs @func in the worker, as a change, and gives back what it returned. */
gpointer app_change            (AppFixture       *fixture,
                                TendSessionFunc   func,
                                gpointer          data);
/* Saves a record made of pairs of field and interchange text. */
TendRecord *app_add            (AppFixture       *fixture,
                                const TendKind   *kind,
                                ...) G_GNUC_NULL_TERMINATED;

#define app_add_test(path, func) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

G_END_DECLS
