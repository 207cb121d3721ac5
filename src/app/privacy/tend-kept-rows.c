/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kept-rows.h"

#include "tend-privacy-forms.h"
#include "tend-question.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A row's record, which outlives the list it came in. */
typedef struct
{
  GtkWidget   *row;     /* weak */
  TendSession *session;
  TendKept     kept;    /* its texts are the asking's own */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_clear_weak_pointer (&asking->row);
  g_object_unref (asking->session);
  g_free (asking->kept.client);
  g_free (asking->kept.name);
  g_free (asking->kept.hold);
  g_free (asking->kept.hold_why);
  g_free (asking);
}

static void
asking_closed (gpointer  data,
               GClosure *closure)
{
  asking_free (data);
}

static Asking *
asking_new (GtkWidget      *row,
            TendSession    *session,
            const TendKept *kept)
{
  Asking *asking = g_new0 (Asking, 1);

  g_set_weak_pointer (&asking->row, row);
  asking->session = g_object_ref (session);
  asking->kept = *kept;
  asking->kept.client = g_strdup (kept->client);
  asking->kept.name = g_strdup (kept->name);
  asking->kept.hold = g_strdup (kept->hold);
  asking->kept.hold_why = g_strdup (kept->hold_why);

  return asking;
}

static void
answered (const char *id,
          const char *reason,
          gpointer    data)
{
  Asking *asking = data;
  GtkWidget *row = asking->row;

  /* The rows are made anew when anything changes; their window stays. */
  if (id == NULL || row == NULL || gtk_widget_get_root (row) == NULL)
    ;
  else if (strcmp (id, "years") == 0)
    tend_retention_period_present (row, asking->session, &asking->kept.keeping,
                                   asking->kept.client);
  else if (strcmp (id, "hold") == 0)
    tend_legal_hold_present (row, asking->session, &asking->kept);
  else
    tend_destroy_present (GTK_WIDGET (gtk_widget_get_root (row)), asking->session,
                          &asking->kept);

  asking_free (asking);
}

static char *
describe (const TendKept *kept)
{
  g_autofree char *until = tend_date_format (kept->until, TEND_DATE_LONG);
  g_autofree char *ended = tend_date_format (kept->ended, TEND_DATE_LONG);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          _("%s. It ended on %s, and is to be kept until %s: %s, %d years."),
                          kept->name, ended, until, kept->keeping.name,
                          kept->keeping.years);
  g_string_append_printf (text, "\n%s.", kept->keeping.source);
  if (kept->keeping.unconfirmed)
    g_string_append_printf (text, " %s", _("This figure is from memory: please check it."));
  if (kept->hold != NULL)
    g_string_append_printf (text, "\n%s: %s", _("Legal hold"), kept->hold_why);

  return g_string_free (text, FALSE);
}

static void
activate_cb (GtkWidget *row,
             Asking    *asked)
{
  const TendKept *kept = &asked->kept;
  gboolean due = tend_kept_is_due (kept, tend_session_get_today (asked->session));
  const TendAnswer answers[] = {
    { "years", _("Keep It for Another Time…"), _("Decide how many years, and why") },
    { "hold", kept->hold != NULL ? _("Legal Hold…") : _("Put a Legal Hold on It…"),
      kept->hold != NULL ? _("Read it, or lift it") : _("Nothing is destroyed while it lies") },
    { "destroy", _("Destroy It…"), _("For good; a note stays") },
  };
  g_autofree char *body = describe (kept);

  tend_question_present (row, _("What Becomes of This Record?"), body, NULL, answers,
                         due ? 3 : 2, answered, asking_new (row, asked->session, kept));
}

static void
add_row (AdwPreferencesGroup *group,
         TendSession         *session,
         const TendKept      *kept)
{
  g_autofree char *until = tend_date_format (kept->until, TEND_DATE_LONG);
  g_autofree char *subtitle = g_strdup_printf (_("To be kept until %s"), until);
  GtkWidget *row = tend_row_link (kept->name, subtitle);

  if (kept->hold != NULL)
    tend_row_add_note (row, _("Held"), "warning");
  else if (tend_kept_is_due (kept, tend_session_get_today (session)))
    tend_row_add_note (row, _("Its time is over"), "warning");

  g_signal_connect_data (row, "activated", G_CALLBACK (activate_cb),
                         asking_new (row, session, kept), asking_closed, 0);
  tend_rows_add (group, row, kept->client);
}

void
tend_kept_rows_fill (AdwPreferencesGroup *group,
                     TendSession         *session,
                     GPtrArray           *list)
{
  tend_rows_begin (group);
  for (guint i = 0; i < list->len; i++)
    add_row (group, session, list->pdata[i]);
  if (list->len == 0)
    tend_rows_add (group, tend_row_nothing (_("When somebody’s care has ended, their record "
                                              "stands here with the day until which it is "
                                              "kept.")), NULL);
  tend_rows_end (group);
}
