/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-session.h"

#include "tend-clients.h"
#include "tend-files.h"
#include "tend-kinds.h"

#include <string.h>

/* Patience with the worker, in seconds; the other process may take its time. */
#define PATIENCE 20

typedef struct
{
  char        *dir;
  TendKey     *key;
  TendSession *session;
  guint        changes;
} Fixture;

static gboolean
too_late (gpointer data)
{
  g_error ("waited in vain for %s", (const char *) data);

  return G_SOURCE_REMOVE;
}

/* Runs the interface thread until @value is at least @wanted. */
static void
wait_for (const guint *value,
          guint        wanted,
          const char  *what)
{
  guint source = g_timeout_add_seconds (PATIENCE, too_late, (gpointer) what);

  while (*value < wanted)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (source);
}

typedef struct
{
  guint     done;
  gpointer  result;
  GError   *error;
  guint     changes_then;
} Answer;

static Fixture *counted;

static void
answered (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  Answer *answer = data;

  answer->result = tend_session_finish (TEND_SESSION (object), result, &answer->error);
  answer->changes_then = counted->changes;
  answer->done++;
}

static void
opened (GObject      *object,
        GAsyncResult *result,
        gpointer      data)
{
  Answer *answer = data;

  answer->result = tend_session_open_finish (result, &answer->error);
  answer->done++;
}

static void
changed (Fixture *fixture)
{
  fixture->changes++;
}

static void
open_session (Fixture *fixture)
{
  Answer answer = { 0 };

  tend_session_open_async (fixture->dir, fixture->key, FALSE, TEND_DATE_NONE, opened, &answer);
  wait_for (&answer.done, 1, "the vault to open");
  g_assert_no_error (answer.error);
  fixture->session = answer.result;
  fixture->changes = 0;
  g_signal_connect_swapped (fixture->session, "changed", G_CALLBACK (changed), fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *top = g_dir_make_tmp ("tend-session-XXXXXX", &error);

  g_assert_no_error (error);
  fixture->dir = g_build_filename (top, "vault", NULL);
  vault = tend_vault_create (fixture->dir, NULL, NULL, &fixture->key, &error);
  g_assert_no_error (error);
  g_clear_object (&vault);
  counted = fixture;
  open_session (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *top = g_path_get_dirname (fixture->dir);

  tend_session_close_wait (fixture->session);
  g_assert_finalize_object (fixture->session);
  tend_key_unref (fixture->key);
  tend_files_remove_tree (top);
  g_free (fixture->dir);
}

/* Order and threads. */

#define MANY 200

typedef struct
{
  GThread *thread;
  guint    next;
  gboolean in_order;
} Order;

typedef struct
{
  Order *order;
  guint  number;
} Place;

static gpointer
take_place (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  Place *place = data;
  Order *order = place->order;

  g_assert_nonnull (vault);
  g_assert_true (order->thread == NULL || order->thread == g_thread_self ());
  order->thread = g_thread_self ();
  order->in_order = order->in_order && order->next == place->number;
  order->next++;

  return NULL;
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  Order order = { .in_order = TRUE };
  Answer answer = { 0 };

  for (guint i = 0; i < MANY; i++)
    {
      Place *place = g_new (Place, 1);

      *place = (Place) { &order, i };
      tend_session_query (fixture->session, take_place, place, g_free, NULL, NULL,
                          answered, &answer);
    }

  wait_for (&answer.done, MANY, "the answers");
  g_assert_no_error (answer.error);
  g_assert_true (order.in_order);
  g_assert_true (order.thread != g_thread_self ());
}

/* Cancelling. */

static gint freed;

static void
count_freed (gpointer data)
{
  g_atomic_int_inc (&freed);
}

static gpointer
take_a_while (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  g_usleep (100 * 1000);

  return (gpointer) "something";
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answer running = { 0 };
  Answer waiting = { 0 };

  g_atomic_int_set (&freed, 0);
  tend_session_query (fixture->session, take_a_while, NULL, NULL, count_freed, cancellable,
                      answered, &running);
  tend_session_query (fixture->session, take_a_while, (gpointer) "data", count_freed, count_freed,
                      cancellable, answered, &waiting);
  g_usleep (20 * 1000);
  g_cancellable_cancel (cancellable);

  wait_for (&running.done, 1, "the answer to a running question");
  wait_for (&waiting.done, 1, "the answer to a waiting question");
  g_assert_error (running.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (running.result);

  /* The running one's result and the waiting one's data; the latter never ran. */
  tend_session_close_wait (fixture->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (g_atomic_int_get (&freed), ==, 2);
  g_clear_error (&running.error);
  g_clear_error (&waiting.error);
}

/* Changes. */

static gpointer
set_word (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  g_assert_true (tend_vault_in_transaction (vault));
  tend_setting_set (vault, "word", data, error);

  return NULL;
}

static gpointer
set_word_and_fail (TendVault  *vault,
                   gpointer    data,
                   GError    **error)
{
  tend_setting_set (vault, "word", data, NULL);
  g_set_error (error, TEND_ERROR, TEND_ERROR_STOPPED, "Not today.");

  return NULL;
}

static gpointer
get_word (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  return tend_setting_get (vault, "word");
}

static char *
ask_word (Fixture *fixture)
{
  Answer answer = { 0 };

  tend_session_query (fixture->session, get_word, NULL, NULL, g_free, NULL, answered, &answer);
  wait_for (&answer.done, 1, "the word");
  g_assert_no_error (answer.error);

  return answer.result;
}

static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  Answer answer = { 0 };
  g_autofree char *word = NULL;

  tend_session_change (fixture->session, set_word, g_strdup ("one"), g_free, NULL,
                       answered, &answer);
  wait_for (&answer.done, 1, "the change");
  g_assert_no_error (answer.error);

  /* Whoever made the change hears of it first; the news comes once. */
  g_assert_cmpuint (answer.changes_then, ==, 0);
  wait_for (&fixture->changes, 1, "the news");
  word = ask_word (fixture);
  g_assert_cmpstr (word, ==, "one");
  g_assert_cmpuint (fixture->changes, ==, 1);
}

static void
test_change_fails (Fixture       *fixture,
                   gconstpointer  data)
{
  Answer answer = { 0 };
  g_autofree char *word = NULL;

  tend_session_change (fixture->session, set_word_and_fail, g_strdup ("two"), g_free, NULL,
                       answered, &answer);
  wait_for (&answer.done, 1, "the change");
  g_assert_error (answer.error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_clear_error (&answer.error);

  word = ask_word (fixture);
  g_assert_null (word);
  g_assert_cmpuint (fixture->changes, ==, 0);
}

static gpointer
load_name (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  g_autoptr(TendRecord) record = tend_record_load (vault, &tend_client_kind, data, error);

  return record != NULL ? g_strdup (tend_record_get_text (record, "given_name")) : NULL;
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TendRecord) record = tend_record_new (&tend_client_kind);
  Answer answer = { 0 };
  g_autofree char *name = NULL;

  tend_session_save (fixture->session, record, NULL, answered, &answer);
  wait_for (&answer.done, 1, "the refusal");
  g_assert_error (answer.error, TEND_ERROR, TEND_ERROR_INVALID);
  g_clear_error (&answer.error);

  tend_record_set_text (record, "given_name", "Rose");
  tend_session_save (fixture->session, record, NULL, answered, &answer);

  /* It is a copy that is saved: what is typed meanwhile does not get in. */
  tend_record_set_text (record, "given_name", "Ro");
  wait_for (&answer.done, 2, "the saving");
  g_assert_no_error (answer.error);

  tend_session_query (fixture->session, load_name, g_strdup (tend_record_get_id (record)), g_free,
                      g_free, NULL, answered, &answer);
  wait_for (&answer.done, 3, "the name");
  name = answer.result;
  g_assert_cmpstr (name, ==, "Rose");
  wait_for (&fixture->changes, 1, "the news");
}

/* Another process, which is this program started again: see main(). */

static void
run_other (Fixture    *fixture,
           const char *word)
{
  g_autoptr(GSubprocess) other = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) key = g_string_new (NULL);

  for (guint i = 0; i < TEND_KEY_BYTES; i++)
    g_string_append_printf (key, "%02x", tend_key_peek (fixture->key)[i]);

  other = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe", "--other",
                            fixture->dir, key->str, word, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (other, NULL, &error));
}

static int
be_other (char **arguments)
{
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(TendKey) key = NULL;
  guint8 bytes[TEND_KEY_BYTES];
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < TEND_KEY_BYTES; i++)
    bytes[i] = g_ascii_xdigit_value (arguments[1][2 * i]) * 16 +
               g_ascii_xdigit_value (arguments[1][2 * i + 1]);

  key = tend_key_new (bytes);
  vault = tend_vault_open (arguments[0], key, TEND_VAULT_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (tend_setting_set (vault, "word", arguments[2], &error));

  return 0;
}

static void
test_other_process (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *word = NULL;

  run_other (fixture, "three");
  wait_for (&fixture->changes, 1, "the news of what another process wrote");
  word = ask_word (fixture);
  g_assert_cmpstr (word, ==, "three");
}

/* Closing. */

static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  Answer before = { 0 };
  Answer after = { 0 };
  g_autofree char *word = NULL;
  g_autofree char *log = g_build_filename (fixture->dir, TEND_FILE_DB "-wal", NULL);

  tend_session_change (fixture->session, set_word, g_strdup ("last"), g_free, NULL,
                       answered, &before);
  tend_session_close (fixture->session);
  tend_session_query (fixture->session, get_word, NULL, NULL, g_free, NULL, answered, &after);
  wait_for (&before.done, 1, "what was asked before");
  wait_for (&after.done, 1, "what was asked after");
  g_assert_no_error (before.error);
  g_assert_error (after.error, TEND_ERROR, TEND_ERROR_LOCKED);
  g_clear_error (&after.error);

  tend_session_close_wait (fixture->session);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (fixture->session);

  open_session (fixture);
  word = ask_word (fixture);
  g_assert_cmpstr (word, ==, "last");
}

static void
test_wrong_key (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TendKey) wrong = tend_key_new_random ();
  Answer answer = { 0 };

  tend_session_open_async (fixture->dir, wrong, FALSE, TEND_DATE_NONE, opened, &answer);
  wait_for (&answer.done, 1, "the refusal");
  g_assert_null (answer.result);
  g_assert_error (answer.error, TEND_ERROR, TEND_ERROR_LOCKED);
  g_clear_error (&answer.error);
}

static void
test_fixed_day (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TendSession) session = NULL;
  Answer answer = { 0 };
  TendDate day = tend_date_new (2026, 6, 2);

  g_assert_cmpint (tend_session_get_today (fixture->session), ==,
                   tend_time_date (g_get_real_time () / G_USEC_PER_SEC));
  g_assert_false (tend_session_is_sample (fixture->session));

  tend_session_open_async (fixture->dir, fixture->key, TRUE, day, opened, &answer);
  wait_for (&answer.done, 1, "the vault to open");
  g_assert_no_error (answer.error);
  session = answer.result;
  g_assert_true (tend_session_is_sample (session));
  g_assert_cmpint (tend_session_get_today (session), ==, day);
  g_assert_cmpint (tend_time_date (tend_session_get_now (session)), ==, day);
  tend_session_close_wait (session);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 5 && g_str_equal (argv[1], "--other"))
    return be_other (argv + 2);

  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/session/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("order", test_order);
  ADD ("cancel", test_cancel);
  ADD ("change", test_change);
  ADD ("change-fails", test_change_fails);
  ADD ("save", test_save);
  ADD ("other-process", test_other_process);
  ADD ("close", test_close);
  ADD ("wrong-key", test_wrong_key);
  ADD ("fixed-day", test_fixed_day);
#undef ADD

  return g_test_run ();
}
