/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "tend-files.h"

/* Seconds. */
#define PATIENCE 20

typedef struct
{
  gboolean  done;
  gpointer  result;
  GError   *error;
} Answer;

static gboolean
too_late (gpointer what)
{
  g_error ("waited in vain for %s", (const char *) what);

  return G_SOURCE_REMOVE;
}

void
app_wait (AppCondition  condition,
          gpointer      data,
          const char   *what)
{
  guint source = g_timeout_add_seconds (PATIENCE, too_late, (gpointer) what);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (source);
}

static gboolean
is_done (gpointer data)
{
  return ((Answer *) data)->done;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Answer *answer = data;

  answer->result = tend_session_open_finish (result, &answer->error);
  answer->done = TRUE;
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Answer *answer = data;

  answer->result = tend_session_finish (TEND_SESSION (source), result, &answer->error);
  answer->done = TRUE;
}

static gpointer
make_vault (TendVault  *none,
            gpointer    dir,
            GError    **error)
{
  return tend_vault_create (dir, NULL, NULL, NULL, error);
}

void
app_fixture_set_up (AppFixture    *fixture,
                    gconstpointer  today)
{
  g_autofree char *top = g_dir_make_tmp ("tend-app-XXXXXX", NULL);
  Answer answer = { FALSE };
  TendDate date = GPOINTER_TO_INT (today);

  if (date == TEND_DATE_NONE)
    date = tend_date_new (2026, 6, 2);

  fixture->dir = g_build_filename (top, "vault", NULL);
  tend_session_start_async (fixture->dir, TRUE, date, make_vault, fixture->dir, NULL,
                            opened_cb, &answer);
  app_wait (is_done, &answer, "the vault to open");
  g_assert_no_error (answer.error);
  fixture->session = answer.result;
}

void
app_fixture_tear_down (AppFixture    *fixture,
                       gconstpointer  data)
{
  g_autofree char *top = g_path_get_dirname (fixture->dir);

  app_settle (fixture);
  tend_session_close_wait (fixture->session);
  g_clear_object (&fixture->session);
  tend_files_remove_tree (top);
  g_clear_pointer (&fixture->dir, g_free);
}

static gpointer
nothing (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  return NULL;
}

void
app_settle (AppFixture *fixture)
{
  Answer answer = { FALSE };

  tend_session_query (fixture->session, nothing, NULL, NULL, NULL, NULL, answered_cb, &answer);
  app_wait (is_done, &answer, "the worker");
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

gpointer
app_change (AppFixture      *fixture,
            TendSessionFunc  func,
            gpointer         data)
{
  Answer answer = { FALSE };

  tend_session_change (fixture->session, func, data, NULL, NULL, answered_cb, &answer);
  app_wait (is_done, &answer, "a change");
  g_assert_no_error (answer.error);

  return answer.result;
}

static gpointer
save (TendVault  *vault,
      gpointer    record,
      GError    **error)
{
  tend_record_save (vault, record, NULL, error);
  return NULL;
}

TendRecord *
app_add (AppFixture     *fixture,
         const TendKind *kind,
         ...)
{
  TendRecord *record = tend_record_new (kind);
  const char *name;
  va_list pairs;

  va_start (pairs, kind);
  while ((name = va_arg (pairs, const char *)) != NULL)
    {
      g_autoptr(GError) error = NULL;

      tend_record_parse (record, tend_kind_field (kind, name), va_arg (pairs, const char *),
                         &error);
      g_assert_no_error (error);
    }
  va_end (pairs);

  app_change (fixture, save, record);
  return record;
}
