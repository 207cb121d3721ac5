/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendPage:
 *
 * What every place in the window has in common: the session, a header bar that
 * the window adds its side bar button to (property "header-bar"), and when to
 * ask the vault again: at once when something changed and the page is in view,
 * else when it next comes into view.
 *
 * A page overrides reload(), asks with tend_page_query() and shows the answer.
 * An answer that comes after a newer question, or after the page has gone, is
 * not delivered.
 */
#define TEND_TYPE_PAGE (tend_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TendPage, tend_page, TEND, PAGE, AdwBin)

struct _TendPageClass
{
  AdwBinClass parent_class;

  void      (*reload) (TendPage *self);
};

/* @error: when set, @answer is NULL; it has already been shown as a toast. */
typedef void (*TendPageAnswer) (TendPage     *self,
                                gpointer      answer, /* (transfer full) */
                                const GError *error);

TendSession *tend_page_get_session (TendPage        *self);
/* For init(), once the template is there. */
void         tend_page_set_header  (TendPage        *self,
                                    AdwHeaderBar    *header);
/* Asks again now, when in view. */
void         tend_page_reload      (TendPage        *self);
/* Time has gone on: asks again as well, but not while a menu of the page is open, since what it
 * belongs to would be made anew. */
void         tend_page_tick        (TendPage        *self);
/* Asks the vault for what the page shows; takes the place of an earlier question
 * that has not been answered.  @data and @free_result as in tend_session_query(). */
void         tend_page_query       (TendPage        *self,
                                    TendSessionFunc  func,
                                    gpointer         data,
                                    GDestroyNotify   free_data,
                                    GDestroyNotify   free_result,
                                    TendPageAnswer   answer);

/* Says something short at the foot of the window that @widget is in. */
void         tend_toast            (GtkWidget       *widget,
                                    const char      *message);
/* The same where the window's own overlay is at hand. */
void         tend_toast_in         (AdwToastOverlay *overlay,
                                    const char      *message);

G_END_DECLS
