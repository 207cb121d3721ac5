/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a portfolio is planned from and written by. */

#pragma once

#include "tend-compose-private.h"
#include "tend-portfolio-sheet.h"
#include "tend-portfolio.h"
#include "tend-redact.h"
#include "tend-scheme.h"
#include "tend-signed.h"

G_BEGIN_DECLS

/* A file kept with a record of an item. */
typedef struct
{
  TendRecord *attachment;
  const char *title;  /* of the record, for the page */
  const char *path;    /* in the ZIP; no person's name is in it */
  int         n_pages; /* 0: not known yet, nor is the first of them, from 1 */
  int         page;
} TendPortfolioScan;

/* One thing that goes in, or could. */
typedef struct
{
  TendPortfolioItem         shown;
  const TendPortfolioFrom  *from;
  const TendPortfolioEntry *entry;   /* NULL: a client */
  GPtrArray                *records; /* TendRecord: credentials, policies…; of a client it */
  GPtrArray                *before;  /* TendRecord: insurance that ended within a year, and what
                                      * took its place is among the records */
  GPtrArray                *quotes;  /* TendRecord: feedback that may be quoted */
  GArray                   *scans;   /* TendPortfolioScan */
  int                       page;    /* its first, from 1; 0: none, or it is not known yet */
  GArray                   *pages;   /* int: likewise of each record; empty, as long as it is not */
} TendPortfolioStuff;

typedef enum
{
  TEND_PORTFOLIO_NO_PAGES,
  TEND_PORTFOLIO_WRITTEN, /* it is written out */
  TEND_PORTFOLIO_COPIED   /* its copy is in */
} TendPortfolioOwn;

/* The pages of a part on their way. */
typedef struct
{
  TendPortfolioPlan        *self;
  TendVault                *vault;
  const TendPortfolioStuff *stuff;
  GPtrArray                *documents; /* TendDocument */
  GArray                  **links;     /* (nullable): TendBookLink, from the first of them */
} TendPortfolioMaker;

/* Where something comes from, and what is to be known of that.  A function that is not there has
 * nothing to do. */
struct _TendPortfolioFrom
{
  /* Which records there are. */
  gboolean           (*find)      (TendPortfolioPlan         *self,
                                   TendVault                 *vault,
                                   TendPortfolioStuff        *stuff,
                                   GError                   **error);
  /* What it holds, a line for each record; NULL for nothing. */
  const char        *(*says)      (TendPortfolioPlan         *self,
                                   const TendPortfolioStuff  *stuff);
  /* What it lacks, beside what a rule of the scheme asks for, and how it stands by that. */
  TendPortfolioState (*lack)      (TendPortfolioPlan         *self,
                                   const TendPortfolioStuff  *stuff,
                                   GString                   *lacks);
  /* Whether there is more of it than can be said in a line; else that is by its records. */
  gboolean           (*has_pages) (TendPortfolioPlan         *self,
                                   const TendPortfolioStuff  *stuff);
  /* What is looked up once it is known how much of it goes in. */
  gboolean           (*settle)    (TendPortfolioPlan         *self,
                                   TendVault                 *vault,
                                   TendPortfolioStuff        *stuff,
                                   GError                   **error);
  /* What pages a record has of its own. */
  TendPortfolioOwn   (*own)       (const TendPortfolioStuff  *stuff,
                                   TendRecord                *record);
  /* The pages that are made for it, before its scans. */
  gboolean           (*make)      (TendPortfolioMaker        *maker,
                                   GError                   **error);
  gboolean             is_always_there; /* its pages are, without a record as well */
  gboolean             is_judged;       /* it can be in order, or not */
  gboolean             names_pages;     /* its pages say where others are: they are made again
                                         * once that is known */
  gboolean             names_people;    /* by their initials, in a list */
};

extern const TendPortfolioFrom tend_portfolio_from_standard;    /* the scheme's, line by line */
extern const TendPortfolioFrom tend_portfolio_from_terms;       /* nobody's name is on them */
extern const TendPortfolioFrom tend_portfolio_from_credentials; /* of the kinds named */
extern const TendPortfolioFrom tend_portfolio_from_team;
extern const TendPortfolioFrom tend_portfolio_from_learning;
extern const TendPortfolioFrom tend_portfolio_from_forms;       /* not filled in */
extern const TendPortfolioFrom tend_portfolio_from_policies;
extern const TendPortfolioFrom tend_portfolio_from_references;  /* and what may be quoted */
extern const TendPortfolioFrom tend_portfolio_from_provider;    /* a field of the carer's own */
extern const TendPortfolioFrom tend_portfolio_from_business;    /* prices, hours, bills, miles */
extern const TendPortfolioFrom tend_portfolio_from_register;    /* who is supported */
extern const TendPortfolioFrom tend_portfolio_from_clients;     /* the records of one */

struct _TendPortfolioPlan
{
  GStringChunk         *texts;
  GPtrArray            *parts;      /* TendPortfolioStuff */
  GHashTable           *members;    /* id to name, of the team */
  TendRecord           *provider;
  GPtrArray            *papers;     /* TendPaper, as the scheme looks at them */
  GStrv                 wanted;     /* items of the scheme's portfolio */
  GStrv                 policies;   /* those among them */
  TendParty             carer;      /* without an address unless it may be known */
  const char           *utr;        /* likewise */
  TendRedaction        *redaction;  /* names of those who have not agreed to be in it */
  const char           *scheme;     /* its id */
  const char           *scheme_name;
  const char           *standard_text; /* what sort of paper its standard is */
  const char           *signed_text;   /* what that is called where it is signed */
  const char           *declares;   /* what is said in a declaration to it */
  const char           *county;     /* its county */
  GPtrArray            *standard;   /* TendStandardLine; NULL: it is not looked at */
  GPtrArray            *people;     /* TendStandardPerson */
  GHashTable           *concerned;  /* ids of clients, past ones too, whom it is about */
  gboolean              others;     /* there are clients that it is not about */
  GPtrArray            *schemes;    /* TendScheme */
  const TendScheme     *profile;    /* among them; NULL: none */
  guint                 n_signed[TEND_PACK_PAPERS]; /* copies of each that go in */
  int                   billing_slack;  /* days after the agreed period; a bill is late then */
  int                   return_due_day; /* of the month after the quarter; 0: none is asked */
  const char           *recipient;  /* whom it is for; NULL: nobody is named */
  gboolean              named;      /* by who asked for it, and not by the scheme */
  const char           *refusal;
  TendPortfolioPurpose  purpose;
  TendPortfolioClients  clients;
  TendDate              on;
};

/* Words */

/* What a paper is called: its title, with its kind where that does not say what it is, else its
 * kind. */
const char *tend_portfolio_title           (TendPortfolioPlan        *self,
                                            TendRecord               *paper);
/* The same with the level that it says. */
const char *tend_portfolio_full_title      (TendPortfolioPlan        *self,
                                            TendRecord               *paper);
/* Adds to a line, and a line to others; NULL and "" are nothing.  A date goes into @format. */
void        tend_portfolio_add_word        (GString                  *line,
                                            const char               *text);
void        tend_portfolio_add_date        (GString                  *line,
                                            const char               *format,
                                            TendRecord               *record,
                                            const char               *field);
void        tend_portfolio_add_line        (GString                  *lines,
                                            const char               *text);
/* A date of a record, as a table has it. */
const char *tend_portfolio_day             (TendPortfolioPlan        *self,
                                            TendRecord               *record,
                                            const char               *field);
/* Free text, with initials where names are not to be told. */
const char *tend_portfolio_text            (TendPortfolioPlan        *self,
                                            const char               *text);
/* A purpose, as the cover says it. */
const char *tend_portfolio_purpose_label   (TendPortfolioPurpose      purpose);

/* Planning */

/* What the scheme is called and asks for, and who its council is. */
gboolean    tend_portfolio_read_scheme     (TendPortfolioPlan          *self,
                                            TendVault                  *vault,
                                            GError                    **error);
/* How it stands with an item whose records are known, and what it lacks. */
void        tend_portfolio_judge           (TendPortfolioPlan          *self,
                                            TendPortfolioStuff         *stuff);
/* The first of the scans kept with a record of the item; NULL: there is none. */
const TendPortfolioScan *
            tend_portfolio_scan_of         (const TendPortfolioStuff   *stuff,
                                            TendRecord                 *record);
/* Of a record that has a line the pages of its own; and the first of them, 0 where that is not
 * known yet. */
TendPortfolioOwn
            tend_portfolio_own_pages       (const TendPortfolioStuff   *stuff,
                                            TendRecord                 *record);
/* Whether the folder is to hold the paper itself, and does not. */
gboolean    tend_portfolio_lacks_copy_of   (TendPortfolioPlan          *self,
                                            const TendPortfolioStuff   *stuff,
                                            TendRecord                 *record);
int         tend_portfolio_get_page        (const TendPortfolioStuff   *stuff,
                                            guint                       index);
/* For _TendPortfolioFrom.lack: copies of papers, and policies, that the folder is to hold. */
TendPortfolioState
            tend_portfolio_lacks_copy      (TendPortfolioPlan          *self,
                                            const TendPortfolioStuff   *stuff,
                                            GString                    *lacks);
TendPortfolioState
            tend_portfolio_lacks_policy    (TendPortfolioPlan          *self,
                                            const TendPortfolioStuff   *stuff,
                                            GString                    *lacks);
/* Whether a record is of that day or earlier. */
gboolean    tend_portfolio_has_begun       (TendPortfolioPlan          *self,
                                            TendRecord                 *record,
                                            const char                 *field);
/* Whether pages of it go in, not only a line of the contents. */
gboolean    tend_portfolio_is_in           (const TendPortfolioStuff   *stuff);
/* How many scans of it go in; and whether the ZIP has folders with them. */
guint       tend_portfolio_n_scans         (const TendPortfolioStuff   *stuff);
gboolean    tend_portfolio_has_folders     (TendPortfolioPlan          *self);
/* Once it is known what goes in, what the contents say of all lines of the scheme's standard. */
void        tend_portfolio_sum_up_standard (TendPortfolioPlan          *self);

/* An empty one at the end of the plan; borrowed. */
TendPortfolioStuff *tend_portfolio_add_stuff (TendPortfolioPlan        *self,
                                              const TendPortfolioEntry *entry);
/* Names of clients and of those round them stand for no more than their initials in what the
 * carer wrote about their own work, unless the client's records go in by consent. */
gboolean    tend_portfolio_hide_names      (TendPortfolioPlan          *self,
                                            TendVault                  *vault,
                                            const TendPortfolioRequest *request,
                                            GError                    **error);
/* Clients in @self, once @self knows whom it is for. */
gboolean    tend_portfolio_plan_clients    (TendPortfolioPlan          *self,
                                            TendVault                  *vault,
                                            const TendPortfolioRequest *request,
                                            GError                    **error);

/* Pages */

/**
 * tend_portfolio_documents:
 * @links: (out) (optional) (element-type TendBookLink) (transfer full): from the first of them
 *
 * Returns: (transfer full) (element-type TendDocument): the pages that are made for a part,
 *   before its scans
 */
GPtrArray  *tend_portfolio_documents       (TendPortfolioPlan         *self,
                                            TendVault                 *vault,
                                            const TendPortfolioStuff  *part,
                                            GArray                   **links,
                                            GError                   **error);
/* Adds @document (transfer full); FALSE where it is NULL, since it could not be made. */
gboolean    tend_portfolio_take            (TendPortfolioMaker        *maker,
                                            TendDocument              *document);
/* A table with a row for each record; @fields: (nullable): TendPortfolioField, below it. */
typedef TendPortfolioRow (*TendPortfolioRowFunc) (TendPortfolioMaker *maker, TendRecord *record);
gboolean    tend_portfolio_make_table      (TendPortfolioMaker        *maker,
                                            const char *const         *heads,
                                            TendPortfolioRowFunc       row_of,
                                            GArray                    *fields);
/* The council and an inspector see what is missing as well; to others it is nothing. */
gboolean    tend_portfolio_hears_of_faults (TendPortfolioPlan         *self);
/* How many people are in the register, which is made of them. */
guint       tend_portfolio_n_registered    (TendPortfolioPlan         *self);
/* (transfer full): cover and contents. */
TendDocument *tend_portfolio_front         (TendPortfolioPlan         *self,
                                            GArray                   **links);

G_END_DECLS
