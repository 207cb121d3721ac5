/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _DEFAULT_SOURCE /* explicit_bzero() */

#include "tend-bundle-job.h"

#include "tend-compat.h"
#include "tend-progress.h"

#include <glib/gi18n-lib.h>
#include <string.h>

TendBundleWish *
tend_bundle_wish_copy (const TendBundleWish *self)
{
  TendBundleWish *copy = g_memdup2 (self, sizeof *self);

  copy->scheme = g_strdup (self->scheme);
  copy->given_to = g_strdup (self->given_to);
  copy->with = g_strdupv (self->with);
  copy->without = g_strdupv (self->without);
  return copy;
}

void
tend_bundle_wish_free (TendBundleWish *self)
{
  g_free (self->scheme);
  g_free (self->given_to);
  g_strfreev (self->with);
  g_strfreev (self->without);
  g_free (self);
}

TendPortfolioPlan *
tend_bundle_wish_plan (const TendBundleWish  *self,
                       TendVault             *vault,
                       GError               **error)
{
  const TendPortfolioRequest request = {
    .scheme = self->scheme, .purpose = self->purpose, .on = self->on, .given_to = self->given_to,
    .clients = self->clients, .with = (const char *const *) self->with,
    .without = (const char *const *) self->without,
  };

  return tend_portfolio_plan (vault, &request, error);
}

/* One that is being saved: what is asked first, then where, then it is written.  It hangs on
 * the widget it was asked from, since a question may never be answered. */
typedef struct
{
  GtkWidget      *parent;     /* weak */
  TendSession    *session;
  TendBundleWish *wish;
  gboolean        zip;
  char           *passphrase; /* NULL: not locked */
  char           *path;
  TendProgress   *progress;
} Job;

static void
job_clear (gpointer data)
{
  Job *job = data;

  g_clear_weak_pointer (&job->parent);
  g_object_unref (job->session);
  tend_bundle_wish_free (job->wish);
  if (job->passphrase != NULL)
    explicit_bzero (job->passphrase, strlen (job->passphrase));
  g_free (job->passphrase);
  g_free (job->path);
  g_clear_object (&job->progress);
}

static void
job_release (gpointer data)
{
  g_rc_box_release_full (data, job_clear);
}

static gpointer
compose_job (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  Job *job = data;
  const TendPortfolioTarget target = {
    .zip = job->zip ? job->path : NULL, .pdf = job->zip ? NULL : job->path,
    .passphrase = job->passphrase, .progress = tend_progress_report, .user_data = job->progress,
  };
  g_autoptr(TendPortfolioPlan) plan = tend_bundle_wish_plan (job->wish, vault, error);

  if (plan == NULL)
    return NULL;

  return tend_portfolio_compose (vault, plan, &target,
                                 tend_progress_get_cancellable (job->progress), error);
}

/* The record of it, and the files' names, are for the one connection that writes. */
static gpointer
keep_files (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  return tend_portfolio_files_keep (data, vault, error);
}

static void
show_progress (Job *job)
{
  g_clear_object (&job->progress);
  job->progress = g_object_ref (
    tend_progress_present (job->parent, _("Saving"),
                           _("Each scan is looked at first. You can stop this at any time.")));
}

/* It is kept already; lists of what was handed over ask again once something has changed. */
static gpointer
change_nothing (TendVault  *vault,
                gpointer    data,
                GError    **error)
{
  return NULL;
}

static void
tell_failure (Job          *job,
              const GError *error)
{
  gboolean stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  tend_progress_finish (job->progress, _("No Portfolio Was Saved"),
                        stopped ? _("You stopped it. No part of it was kept.") : error->message);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record = tend_session_finish (TEND_SESSION (source), result, &error);
  g_autofree char *text = NULL;

  if (record == NULL)
    {
      tell_failure (job, error);
    }
  else
    {
      text = job->passphrase != NULL
        ? g_strdup_printf (_("It is in “%s”, locked with the passphrase. Tell that another way."),
                           job->path)
        : g_strdup_printf (_("It is in “%s”. It is not locked."), job->path);
      tend_session_change (job->session, change_nothing, NULL, NULL, NULL, NULL, NULL);
      tend_progress_finish (job->progress, _("The Portfolio Is Saved"), text);
    }
  job_release (job);
}

static void
composed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;
  TendPortfolioFiles *files = tend_session_finish (job->session, result, &error);

  if (files == NULL)
    {
      tell_failure (job, error);
      job_release (job);
      return;
    }

  tend_session_query (job->session, keep_files, files,
                      (GDestroyNotify) tend_portfolio_files_free, g_object_unref, NULL, kept_cb,
                      job);
}

static void
placed_cb (const char *path,
           gpointer    data)
{
  Job *job = data;

  if (job->parent == NULL)
    return;

  g_free (job->path);
  job->path = g_strdup (path);
  show_progress (job);
  /* Many scans take their time.  The job stays until the answer. */
  tend_session_query_apart (job->session, compose_job, g_rc_box_acquire (job), NULL,
                            (GDestroyNotify) tend_portfolio_files_free,
                            tend_progress_get_cancellable (job->progress), composed_cb, job);
}

static void
accepted_cb (gpointer data)
{
  Job *job = data;
  g_autofree char *day = tend_date_format_iso (job->wish->on);
  g_autofree char *name = g_strdup_printf ("portfolio-%s.%s", day, job->zip ? "zip" : "pdf");

  if (job->parent != NULL)
    tend_compat_save_file (job->parent, _("Save the Portfolio"), name, placed_cb,
                           g_rc_box_acquire (job), job_release);
}

void
tend_bundle_save (GtkWidget            *parent,
                  TendSession          *session,
                  const TendBundleWish *wish,
                  const char           *clients,
                  gboolean              zip,
                  const char           *passphrase)
{
  Job *job = g_rc_box_new0 (Job);
  g_autofree char *of_clients = NULL;
  g_autofree char *body = NULL;

  g_set_weak_pointer (&job->parent, parent);
  job->session = g_object_ref (session);
  job->wish = tend_bundle_wish_copy (wish);
  job->zip = zip;
  job->passphrase = zip ? g_strdup (passphrase) : NULL;
  g_object_set_data_full (G_OBJECT (parent), "tend-bundle", job, job_release);

  /* Translators: of a portfolio; a sentence about the people whom the carer supports */
  of_clients = g_strdup_printf (_("Its cover says: “%s”"), clients);
  body = g_strdup_printf ("%s %s %s%s",
    _("It holds your own papers as listed, with their scans where they are ticked."), of_clients,
    wish->clients == TEND_PORTFOLIO_INCLUDED ? ""
      : _("Read it through first: somebody may still be known by what is told. "),
    job->passphrase != NULL
      ? _("The file is locked with the passphrase; names of files in it can be seen, and none is "
          "a person’s.")
      : _("The copy is not locked: anyone who can open the file can read it."));
  tend_compat_confirm (parent, _("Save This Portfolio?"), body, _("_Choose Where…"), FALSE,
                       accepted_cb, job);
}
