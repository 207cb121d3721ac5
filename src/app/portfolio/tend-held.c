/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-held.h"

#include "tend-mend.h"
#include "tend-question.h"
#include "tend-scheme-row.h"

#include <glib/gi18n-lib.h>

/* Of what is in the way at once, that a way is offered to put right. */
#define MOST_MENDED 3

typedef struct _TendHeld TendHeld;

struct _TendHeld
{
  GtkWidget      *parent;   /* weak */
  TendSession    *session;
  TendChangeWork  work;
  TendChangeDone  done;
  gpointer        data;
  GDestroyNotify  destroy;
  GError         *error;    /* that it is held back */
  GPtrArray      *held;     /* TendFinding: by what */
  GPtrArray      *stored;   /* those of them whose subject can be opened */
  GPtrArray      *schemes;  /* TendScheme: those that ask for it */
  char           *reason;
  /* Tries it, again with a reason. */
  void          (*start)    (TendHeld *self);
};

static void
held_free (TendHeld *self)
{
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->session);
  g_clear_error (&self->error);
  g_clear_pointer (&self->stored, g_ptr_array_unref);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_free (self->reason);
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

static void
finish (TendHeld     *self,
        const GError *error)
{
  self->done (error, self->data);
  held_free (self);
}

/* The window that places are opened in. */
static GtkWidget *
main_window (GtkWidget *widget)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  while (gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);

  return GTK_WIDGET (window);
}

/* What is half done in a form is kept as its draft. */
static void
put_right (TendHeld          *self,
           const TendFinding *finding)
{
  g_autofree char *mend = tend_mend_of (self->schemes, finding);
  GtkWidget *window = main_window (self->parent);
  GtkWidget *over = GTK_WIDGET (gtk_widget_get_root (self->parent));

  while (over != window)
    {
      GtkWidget *below = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (over)));

      gtk_window_close (GTK_WINDOW (over));
      over = below;
    }
  tend_mend_present (window, self->session, finding, mend);
}

static void
leave (TendHeld   *self,
       const char *mended)
{
  g_autoptr(GError) left = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "");

  /* The form first: it goes on as before, and then closes. */
  self->done (left, self->data);
  if (mended != NULL && self->parent != NULL)
    put_right (self, self->stored->pdata[g_ascii_strtoull (mended, NULL, 10)]);
  held_free (self);
}

static void
answered_cb (const char *id,
             const char *reason,
             gpointer    data)
{
  TendHeld *self = data;

  if (self->parent != NULL && g_strcmp0 (id, "go_on") == 0)
    {
      self->reason = g_strdup (reason);
      self->start (self);
      return;
    }

  leave (self, id);
}

/* "Local Help My Way: This network does not let you charge…" */
static char *
sentences (TendHeld *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->held->len; i++)
    {
      const TendFinding *finding = self->held->pdata[i];

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "",
                              tend_scheme_row_name (self->schemes, finding->scheme),
                              finding->message);
    }

  return g_string_free (text, FALSE);
}

static void
ask (TendHeld *self)
{
  TendAnswer answers[MOST_MENDED + 1] = { 0 };
  char ids[MOST_MENDED][2];
  gsize n = 0;
  g_autofree char *text = sentences (self);

  for (; n < MIN (self->stored->len, MOST_MENDED); n++)
    {
      const TendFinding *finding = self->stored->pdata[n];

      g_snprintf (ids[n], sizeof ids[n], "%u", (guint) n);
      answers[n] = (TendAnswer) { ids[n], _("Put It Right…"),
                                  self->held->len > 1 ? finding->message
                                  : _("Leaves this, and opens what is in the way.") };
    }
  answers[n++] = (TendAnswer) { "go_on", _("Go On All the Same"),
                                _("Your reason is kept with the rule, and cannot be changed "
                                  "later."),
                                _("Say why you go on: it is kept with the rule.") };

  tend_question_present (self->parent, _("Not Yet"), text, _("Why you go on"), answers, n,
                         answered_cb, self);
}

/* Worker, after the change was taken back: what is only in the form is put right there. */
static gpointer
look_up (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  TendHeld *self = data;

  self->stored = g_ptr_array_new ();
  for (guint i = 0; i < self->held->len; i++)
    {
      TendFinding *finding = self->held->pdata[i];
      g_autoptr(GError) missing = NULL;
      g_autoptr(TendRecord) subject = tend_record_load (vault, finding->kind, finding->id,
                                                        &missing);

      if (subject != NULL)
        g_ptr_array_add (self->stored, finding);
    }

  self->schemes = tend_schemes_of_carer (vault, error);
  return NULL;
}

static void
looked_up_cb (GObject      *session,
              GAsyncResult *result,
              gpointer      data)
{
  TendHeld *self = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (session), result, &error);
  if (error != NULL || self->parent == NULL)
    finish (self, error != NULL ? error : self->error);
  else
    ask (self);
}

static void
changed_cb (GObject      *session,
            GAsyncResult *result,
            gpointer      data)
{
  TendHeld *self = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (session), result, &error);

  if (self->parent != NULL && self->held != NULL && self->reason == NULL &&
      g_error_matches (error, TEND_ERROR, TEND_ERROR_HELD))
    {
      self->error = g_steal_pointer (&error);
      tend_session_query (self->session, look_up, self, NULL, NULL, NULL, looked_up_cb, self);
      return;
    }

  finish (self, error);
}

/* Worker. */
static gpointer
work (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  TendHeld *self = data;

  self->work (vault, self->data, self->reason, &self->held, error);
  return NULL;
}

static void
start (TendHeld *self)
{
  tend_session_change (self->session, work, self, NULL, NULL, changed_cb, self);
}

void
tend_held_change (GtkWidget      *parent,
                  TendSession    *session,
                  TendChangeWork  work_func,
                  TendChangeDone  done,
                  gpointer        data,
                  GDestroyNotify  destroy)
{
  TendHeld *self = g_new0 (TendHeld, 1);

  g_set_weak_pointer (&self->parent, parent);
  self->session = g_object_ref (session);
  self->work = work_func;
  self->done = done;
  self->data = data;
  self->destroy = destroy;
  self->start = start;

  start (self);
}
