/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-head.h"

G_BEGIN_DECLS

typedef struct
{
  const char *kind;          /* "Sharing information" */
  const char *sharing_with;  /* NULL: of another kind */
  const char *detail;        /* what exactly */
  const char *answer;        /* "Agreed" */
  gboolean    refused;
  TendDate    given_on;
  const char *how;           /* "Spoken" */
  const char *by;            /* the name of who answered; NULL: not known */
  const char *given_by;      /* on whose word: "An attorney: Catrin Pritchard" */
  TendDate    ends_on;       /* TEND_DATE_NONE: until withdrawn */
  gboolean    over;          /* that day has passed */
  TendDate    withdrawn_on;  /* TEND_DATE_NONE: it holds */
  const char *withdrawn_how;
  const char *note;
} TendConsentLine;

/* What the person agreed to and what not.  Without lines it is a form, to be signed. */
typedef struct
{
  TendCareHead           head;
  const TendConsentLine *lines;
  gsize                  n_lines;
} TendConsentSheet;

TendDocument *tend_document_new_consent (const TendConsentSheet *sheet);

G_END_DECLS
