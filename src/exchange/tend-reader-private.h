/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two halves of the reader share: tend-reader.c follows the shape of the
 * file, tend-reader-record.c makes records of what stands in it.
 */

#pragma once

#include "tend-import-private.h"

G_BEGIN_DECLS

typedef enum
{
  TEND_LEVEL_FILE,    /* the outermost object             */
  TEND_LEVEL_RECORDS, /* an array of records              */
  TEND_LEVEL_RECORD,
  TEND_LEVEL_WORDS,   /* a field that is a list of words  */
  TEND_LEVEL_SKIP,    /* anything inside what is a fault  */
} TendLevelType;

typedef struct
{
  TendLevelType        type;
  const TendKind  *kind;
  guint            n;        /* in an array: how many values have begun */
  char            *key;      /* in an object: the last key */
  GHashTable      *keys;     /* and all of them */
  gboolean         ignore;   /* the key is a fault already: let its value pass */

  /* RECORD */
  TendRecord      *record;
  GPtrArray       *nested;
  const TendField *field;    /* that the key names; NULL for "id" and what is nested */
  gboolean         has_id;
  gboolean         bad_id;   /* it has one, which is a fault already */
  guint64          bad;      /* a bit for each field that could not be read */
  guint            n_faults; /* when it began */

  /* WORDS */
  GString         *words;
} TendLevel;

typedef struct
{
  TendReaderJob       *job;
  TendImportReport    *report;
  TendLevel                levels[TEND_IMPORT_DEEPEST];
  guint                depth;
  gboolean             has_format;
  gboolean             has_version;
  GError              *error;   /* from the job */
} TendReader;

typedef enum
{
  TEND_VALUE_NULL,
  TEND_VALUE_BOOLEAN,
  TEND_VALUE_NUMBER,
  TEND_VALUE_TEXT,
  TEND_VALUE_BROKEN, /* text with the zero character in it */
} TendValueType;

#define tend_reader_top(self) ((self)->depth > 0 ? &(self)->levels[(self)->depth - 1] : NULL)

/* tend-reader.c.  All that return an int return whether yajl is to go on. */

/* Notes a fault where the parser is now. */
int   tend_reader_fault        (TendReader      *self,
                                const char  *message);
/* A fault that makes all the others pointless: it is the only one, and the last. */
int   tend_reader_fatal        (TendReader      *self,
                                const char  *message);

/* tend-reader-record.c */

/* The kind that lies in @kind's records under @key, or NULL. */
const TendKind *tend_reader_nested_kind (const TendKind *kind,
                                         const char     *key);
/* The key of @level has been read: says whether it may stand here. */
int   tend_reader_key          (TendReader      *self,
                                TendLevel       *level);
/* @text: a number as it stands in the file, the text itself, or "true" or "false" */
int   tend_reader_scalar       (TendReader      *self,
                                TendValueType    type,
                                const char  *text);
/* An object or a list where @level has no place for one. */
int   tend_reader_misplaced    (TendReader      *self,
                                TendLevel       *level,
                                const char  *message);
int   tend_reader_end_record   (TendReader      *self,
                                TendLevel       *level);

G_END_DECLS
