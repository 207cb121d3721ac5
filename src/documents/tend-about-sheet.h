/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-head.h"

G_BEGIN_DECLS

/* About me, which is also what goes to hospital with the person. */
typedef struct
{
  TendCareHead head;
  const char  *gp;
  const char  *contact;        /* whom to ring first: lines, the name first */
  TendDate     written_on;
  const char  *written_with;
  TendDate     check_on;
  const char  *communicate;
  const char  *format;         /* "Large print" */
  const char  *languages;
  gboolean     interpreter;
  const char  *matters;
  const char  *people;
  const char  *support;
  const char  *wellness;
  const char  *please_do;
  const char  *please_dont;
  const char  *also;
  gboolean     form;           /* nothing is written yet: lines to write on */
  gboolean     to_sign;        /* a line to sign on, as a form always has */
} TendAboutSheet;

TendDocument *tend_document_new_about (const TendAboutSheet *sheet);
/* The same as a part of a longer document. */
void          tend_about_sheet_lay    (TendFlow             *flow,
                                       const TendAboutSheet *sheet);

G_END_DECLS
