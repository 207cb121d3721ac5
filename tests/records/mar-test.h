/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records-test.h"

#include "tend-mar.h"

/* What the tests of the MAR chart share. */

#define add_mar_test(path, func) \
  g_test_add (path, Fixture, NULL, mar_set_up, func, fixture_tear_down)

/* Ann takes ramipril at eight from the first of June 2026, and codeine as needed. */
void               mar_set_up   (Fixture            *fixture,
                                 gconstpointer       data);
/* "2026-06-02T08:00" */
TendInstant        mar_moment   (const char         *text);
/* A time of day at which a medicine is due, before noon its first. */
void               mar_add_time (Fixture            *fixture,
                                 const char         *medication,
                                 const char         *at,
                                 const char         *by);
/* (transfer full): that ramipril was taken, unsaved. */
TendRecord        *mar_dose     (const char         *id,
                                 const char         *due_at);
void               mar_sign     (Fixture            *fixture,
                                 TendRecord         *entry,
                                 const char         *now);
/* (transfer full): what signing says that fails with @code; nothing is written. */
char              *mar_refused  (Fixture            *fixture,
                                 TendRecord         *entry,
                                 const char         *now,
                                 int                 code);
/* (transfer full): Ann's chart. */
TendMarChart      *mar_load     (Fixture            *fixture,
                                 const char         *from,
                                 int                 days,
                                 const char         *now);
const TendMarLine *mar_line     (const TendMarChart *chart,
                                 const char         *medication);
/* Of a dose, by its place in its line: "recorded". */
const char        *mar_state    (const TendMarChart *chart,
                                 const char         *medication,
                                 guint               index);
