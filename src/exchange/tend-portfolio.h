/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-document.h"
#include "tend-portfolio-items.h"
#include "tend-record.h"

G_BEGIN_DECLS

/* The portfolio that a carer hands over: what goes in is planned first, to be looked at and
 * changed, and then written as one PDF, as a ZIP of that PDF with the originals, or as both.
 */

typedef enum
{
  TEND_PORTFOLIO_LEFT_OUT,
  TEND_PORTFOLIO_REDACTED, /* with initials instead of names */
  TEND_PORTFOLIO_INCLUDED, /* of each only with their consent to sharing with whom it is for */
  TEND_PORTFOLIO_N_CLIENTS
} TendPortfolioClients;

const char *tend_portfolio_clients_name  (TendPortfolioClients  clients);
gboolean    tend_portfolio_clients_parse (const char           *name,
                                          TendPortfolioClients *clients);

typedef struct
{
  const char           *scheme;    /* "staffordshire"; NULL: none */
  TendPortfolioPurpose  purpose;
  TendDate              on;        /* the day of it */
  const char           *given_to;  /* NULL: for the council, whatever the scheme's is called */
  TendPortfolioClients  clients;
  const char *const    *only;      /* (nullable): these clients alone, by id */
  const char *const    *with;      /* (nullable): items to put in whole, beside the usual */
  const char *const    *without;   /* (nullable): items to leave out */
} TendPortfolioRequest;

typedef enum
{
  TEND_PORTFOLIO_NOTHING,  /* there is nothing, and nobody asks for it */
  TEND_PORTFOLIO_IN_ORDER,
  TEND_PORTFOLIO_DUE,      /* soon */
  TEND_PORTFOLIO_NO_COPY,  /* it is good, but the paper itself is asked for, and not kept */
  TEND_PORTFOLIO_EXPIRED,  /* or not for enough */
  TEND_PORTFOLIO_MISSING,  /* it is asked for, and all or some of it is not there */
} TendPortfolioState;

/* "In order"; "" for nothing. */
const char *tend_portfolio_state_label (TendPortfolioState state);

typedef struct
{
  const char          *id;      /* of the table of items; NULL: the records of a client */
  const char          *title;
  const char          *says;    /* what there is, in lines; NULL: nothing */
  const char          *lacks;   /* what is to be done about it, in lines; NULL: nothing */
  TendPortfolioState   state;
  TendPortfolioExtent  extent;  /* how much of it goes in */
  TendPortfolioExtent  usual;   /* and how much would if nobody had said anything */
  TendPortfolioExtent  most;    /* and could at most */
  guint                n_files; /* scans and photographs */
} TendPortfolioItem;

/* Owns all its text; may go to another thread. */
typedef struct _TendPortfolioPlan TendPortfolioPlan;

TendPortfolioPlan       *tend_portfolio_plan            (TendVault                  *vault,
                                                         const TendPortfolioRequest *request,
                                                         GError                    **error);
void                     tend_portfolio_plan_free       (TendPortfolioPlan          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendPortfolioPlan, tend_portfolio_plan_free)

guint                    tend_portfolio_plan_get_n_items (TendPortfolioPlan         *self);
const TendPortfolioItem *tend_portfolio_plan_get_item   (TendPortfolioPlan          *self,
                                                         guint                       index);
/* (nullable): why it cannot be written, and what to do, naming whoever has not agreed. */
const char              *tend_portfolio_plan_get_refusal (TendPortfolioPlan         *self);
/* What the cover says of clients: what is in it of them, and by what name. */
const char              *tend_portfolio_plan_get_clients (TendPortfolioPlan         *self);
/* The cover and the contents, with no numbers of pages yet; in the thread that draws it. */
TendDocument            *tend_portfolio_plan_document   (TendPortfolioPlan          *self);

/**
 * tend_portfolio_preview:
 * @most: how many bytes of scans are drawn; 0 for the usual
 *
 * Every page as it would be written, as a PDF in memory.  In the place of a scan beyond @most
 * is a page that says what comes there; the numbers of pages stay as they will be.
 *
 * Returns: (transfer full): an error names the scans that cannot be put in
 */
GBytes                  *tend_portfolio_preview         (TendVault                  *vault,
                                                         TendPortfolioPlan          *self,
                                                         gint64                      most,
                                                         GCancellable               *cancellable,
                                                         GError                    **error);

typedef void (*TendPortfolioProgress) (double fraction, gpointer user_data);

typedef struct
{
  const char            *zip;        /* where to, or NULL; one of the two at least */
  const char            *pdf;
  const char            *passphrase; /* (nullable): of the ZIP */
  TendPortfolioProgress  progress;   /* (nullable): in the calling thread */
  gpointer               user_data;
} TendPortfolioTarget;

/* Files that are written and have no names yet; freeing them leaves nothing behind. */
typedef struct _TendPortfolioFiles TendPortfolioFiles;

/**
 * tend_portfolio_compose:
 * @vault: may be a connection that only reads, in a thread of its own
 *
 * Looks at every scan before it writes anything: one that cannot be put in is named, and
 * then nothing is written.  A file appears whole or not at all, also where the disk is full
 * or it is cancelled.  Nothing of it is written anywhere else: pages and scans go straight
 * into the file, one in memory at a time.
 *
 * Returns: (transfer full): TEND_ERROR_STOPPED when somebody has not agreed
 */
TendPortfolioFiles      *tend_portfolio_compose         (TendVault                  *vault,
                                                         TendPortfolioPlan          *self,
                                                         const TendPortfolioTarget  *target,
                                                         GCancellable               *cancellable,
                                                         GError                    **error);
/* Keeps what was handed over as a record, and gives the files their names: all or nothing.
 * (transfer full): that record. */
TendRecord              *tend_portfolio_files_keep      (TendPortfolioFiles         *self,
                                                         TendVault                  *vault,
                                                         GError                    **error);
void                     tend_portfolio_files_free      (TendPortfolioFiles         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendPortfolioFiles, tend_portfolio_files_free)
/* Both in one, for who has nothing else to do meanwhile. */
TendRecord              *tend_portfolio_write           (TendVault                  *vault,
                                                         TendPortfolioPlan          *self,
                                                         const TendPortfolioTarget  *target,
                                                         GCancellable               *cancellable,
                                                         GError                    **error);

G_END_DECLS
