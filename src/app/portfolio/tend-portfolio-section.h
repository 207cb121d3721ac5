/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What all rows of the portfolio are told against. */
typedef struct
{
  TendDate    today;
  TendInstant now;
  GPtrArray  *schemes;  /* TendScheme, those that the carer is in */
  GHashTable *names;    /* of the team and the clients, by id */
} TendPortfolioView;

/* How a record stands, in a word or two at the end of its row. */
typedef struct
{
  char       *text;      /* NULL: nothing to say */
  const char *css_class; /* "warning", "success" or "dim-label" */
} TendPortfolioNote;

/**
 * TendPortfolioSection:
 *
 * One kind of record of the portfolio, and all that its list and its window are made
 * from.  To add a kind: one entry in tend-portfolio-sections.c.
 */
typedef struct
{
  const char         *kind;
  const char         *view;     /* where it is listed: "papers", "learning", "council" */
  const char         *title;    /* N_("Team") */
  const char         *about;    /* N_() (nullable): to know before reading or writing */
  const char         *add;      /* N_("Add Somebody"): of the window, and heard at the button;
                                 * NULL: none is written by hand */
  const char         *action;   /* (nullable): of the window: what makes one, instead of a form */
  const char         *change;   /* N_("Somebody of the Team"): of the window of one that is there */
  const char         *nothing;  /* N_(): while there is none */
  const char *const  *fields;   /* of the window, as in tend_record_dialog_present() */
  const char *const  *heading;  /* fields that name a row */
  /* (nullable) (transfer full): says in words what @heading cannot */
  char             *(*name)     (TendRecord              *record,
                                 const TendPortfolioView *view);
  const char *const  *detail;   /* fields below */
  const char         *day;      /* the newest comes first; a new one has the present */
  gboolean            scheme;   /* it belongs to one of the carer's schemes */
  gboolean            documents; /* papers are kept with it */
  /* (nullable): its own window instead */
  void              (*present)  (GtkWidget               *parent,
                                 TendSession             *session,
                                 TendRecord              *record);
  /* (nullable) */
  TendPortfolioNote  (*state)   (TendRecord              *record,
                                 const TendPortfolioView *view);
  gboolean            ticks;    /* @state changes with the clock */
} TendPortfolioSection;

/* Ended by one without a kind. */
extern const TendPortfolioSection tend_portfolio_sections[];

/* NULL for a kind that has none. */
const TendPortfolioSection *tend_portfolio_section (const char *kind);

/* The window of one record, new or stored.  @schemes: TendScheme, those of the carer */
void tend_portfolio_present (GtkWidget                  *parent,
                             TendSession                *session,
                             const TendPortfolioSection *section,
                             TendRecord                 *record,
                             GPtrArray                  *schemes);
/* A new record of @section, of today. */
void tend_portfolio_add     (GtkWidget                  *parent,
                             TendSession                *session,
                             const TendPortfolioSection *section,
                             GPtrArray                  *schemes);

G_END_DECLS
