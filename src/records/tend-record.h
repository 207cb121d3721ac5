/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"
#include "tend-error.h"
#include "tend-time.h"
#include "tend-vault.h"

G_BEGIN_DECLS

/* A kind of record is one static table of fields (src/records/kinds/).  From it
 * come the GObject properties, load and save, validation messages, history,
 * interchange and its schema, form rows and accessible labels.  To add a field:
 * one line in the table, one line in a migration, and its place on a form.
 */

typedef enum
{
  TEND_FIELD_TEXT,      /* one line                               TEXT                   */
  TEND_FIELD_NOTE,      /* several lines                          TEXT                   */
  TEND_FIELD_LIST,      /* short words, an array in interchange   TEXT, one word a line  */
  TEND_FIELD_CHOICE,    /* one of .choices                        TEXT                   */
  TEND_FIELD_REFERENCE, /* the id of a record of kind .refers_to  TEXT                   */
  TEND_FIELD_DATE,      /* TendDate                               TEXT, YYYY-MM-DD       */
  TEND_FIELD_CLOCK,     /* TendClock                              TEXT, HH:MM            */
  TEND_FIELD_DAY,       /* a day of every year, month * 100 + day TEXT, MM-DD            */
  TEND_FIELD_INSTANT,   /* TendInstant                            INTEGER, UTC seconds   */
  TEND_FIELD_INTEGER,   /*                                        INTEGER                */
  TEND_FIELD_PENCE,     /*                                        INTEGER                */
  TEND_FIELD_TENTHS,    /* tenths of a mile                       INTEGER                */
  TEND_FIELD_MINUTES,   /*                                        INTEGER                */
  TEND_FIELD_QUANTITY,  /* of medicine (tend-quantity.h); decimal text in interchange
                                                                  INTEGER, thousandths   */
  TEND_FIELD_BOOLEAN,   /*                                        INTEGER, 0 or 1        */
} TendFieldType;

typedef enum
{
  TEND_FIELD_REQUIRED  = 1 << 0,
  TEND_FIELD_SENSITIVE = 1 << 1, /* masked until asked for */
  TEND_FIELD_SEARCHED  = 1 << 2, /* found by the search box */
  TEND_FIELD_UNIQUE    = 1 << 3, /* no two records of the kind share it */
  TEND_FIELD_INTERNAL  = 1 << 4, /* not in interchange: kept by nesting */
  TEND_FIELD_OTHERS    = 1 << 5, /* about somebody else, or said by them (tend-selection.h) */
  TEND_FIELD_SAFEGUARDING = 1 << 6,
  TEND_FIELD_KEY       = 1 << 7, /* opens something: in no copy for anybody */
  TEND_FIELD_PAST      = 1 << 8, /* a day or moment of what has been: a later one is a slip */
} TendFieldFlags;

typedef struct
{
  const char *value;
  const char *label; /* N_() */
} TendChoice;

typedef struct
{
  const char       *name;      /* the column, the property and the interchange key */
  TendFieldType     type;
  const char       *label;     /* N_(): "Given name" */
  TendFieldFlags    flags;
  const TendChoice *choices;   /* for CHOICE, and LIST where only some words are meant; ended by
                                  { NULL } */
  const char       *refers_to; /* for REFERENCE: the name of a kind */
  gint64            minimum;   /* for numbers; both 0: no limits */
  gint64            maximum;
  const char       *standard;  /* the default, as interchange text */
} TendField;

typedef struct _TendKind   TendKind;
typedef struct _TendRecord TendRecord;
typedef struct _TendFaults TendFaults;

struct _TendKind
{
  const char      *name;       /* "client", as in history and "kind/id" */
  const char      *table;      /* "clients", the table and the interchange array */
  const char      *label;      /* N_("Client") */
  const TendField *fields;     /* ended by { NULL } */
  const char      *parent;     /* the INTERNAL reference to the record this one lies in, or NULL */
  const char      *nested_as;  /* the array's name inside the parent: "lines" */
  gboolean         single;     /* one object instead of an array: the provider */
  /* Checks that need more than one field; adds to @faults. */
  void           (*check) (TendRecord *record,
                           TendFaults *faults);
};

/* Every kind, each after those it refers to. (array zero-terminated=1) */
const TendKind * const *tend_kinds          (void);
const TendKind         *tend_kind_by_name   (const char     *name);
const TendKind         *tend_kind_by_table  (const char     *table);
const TendField        *tend_kind_field     (const TendKind *kind,
                                             const char     *name); /* NULL when there is none */
/* The kinds whose records lie in @kind's, from @index 0 until NULL. */
const TendKind         *tend_kind_nested    (const TendKind *kind,
                                             guint           index);
GType                   tend_kind_type      (const TendKind *kind);
/* Translated label of a choice's value; the value itself if unknown. */
const char             *tend_field_choice_label (const TendField *field,
                                                 const char      *value);

/**
 * TendRecord:
 *
 * One record: an id and the values of its kind's fields.  Plain data: made and
 * loaded in any thread, then handed over whole.  Naming a field the kind does
 * not have is a programmer's error and aborts.
 */
#define TEND_TYPE_RECORD (tend_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (TendRecord, tend_record, TEND, RECORD, GObject)

struct _TendRecordClass
{
  GObjectClass    parent_class;
  const TendKind *kind;
};

/* A new record with a fresh id and the defaults. */
TendRecord     *tend_record_new          (const TendKind *kind);
TendRecord     *tend_record_copy         (TendRecord     *self);
const TendKind *tend_record_get_kind     (TendRecord     *self);
const char     *tend_record_get_id       (TendRecord     *self);
void            tend_record_set_id       (TendRecord     *self,
                                          const char     *id);
/* A fresh id: 20 letters and digits that sort by the time they were made. */
char           *tend_record_new_id       (void);

gboolean        tend_record_is_set       (TendRecord     *self,
                                          const char     *field);
void            tend_record_clear        (TendRecord     *self,
                                          const char     *field);
/* Text, note, list, choice, reference: NULL when not set. */
const char     *tend_record_get_text     (TendRecord     *self,
                                          const char     *field);
/* (transfer full) (array zero-terminated=1): the words of a LIST; empty when not set. */
GStrv           tend_record_get_list     (TendRecord     *self,
                                          const char     *field);
/* "" counts as not set; a control character is kept as a space. */
void            tend_record_set_text     (TendRecord     *self,
                                          const char     *field,
                                          const char     *value);
/* Every other type as its number; when not set: 0, but TEND_CLOCK_NONE for a
 * time of day and TEND_INSTANT_NONE for an instant. */
gint64          tend_record_get_int      (TendRecord     *self,
                                          const char     *field);
void            tend_record_set_int      (TendRecord     *self,
                                          const char     *field,
                                          gint64          value);
gboolean        tend_record_equal        (TendRecord     *self,
                                          TendRecord     *other);
/* Whether it came from the vault, or has been saved. */
gboolean        tend_record_is_stored    (TendRecord     *self);

/* Interchange text of one value, "" when not set; the reverse sets it, or
 * returns FALSE with one plain sentence. */
char           *tend_record_format       (TendRecord      *self,
                                          const TendField *field);
gboolean        tend_record_parse        (TendRecord      *self,
                                          const TendField *field,
                                          const char      *text,
                                          GError         **error);

/* What is wrong with a record, field by field. */
typedef struct
{
  const char *field;   /* a field's name, or NULL for the record */
  char       *message; /* one plain, translated sentence */
} TendRecordFault;

TendFaults            *tend_faults_new   (void);
void                   tend_faults_free  (TendFaults  *self);
void                   tend_faults_add   (TendFaults  *self,
                                          const char  *field,
                                          const char  *message);
/* For a kind's own check: @message at @to when its date is before that of @from. */
void                   tend_faults_check_order (TendFaults  *self,
                                                TendRecord  *record,
                                                const char  *from,
                                                const char  *to,
                                                const char  *message);
/* The days and moments of what has been (TEND_FIELD_PAST) that at @now are still to come.
 * Who writes down or brings in a record asks for it; what is kept already is not judged
 * again by a clock. */
void                   tend_faults_check_past (TendFaults  *self,
                                               TendRecord  *record,
                                               TendInstant  now);
guint                  tend_faults_count (TendFaults  *self);
const TendRecordFault *tend_faults_get   (TendFaults  *self,
                                          guint        index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendFaults, tend_faults_free)

/* (transfer full): every fault, by the field table and the kind's own check. */
TendFaults     *tend_record_validate     (TendRecord     *self);

/* The record as a JSON object, without what is nested in it. */
char           *tend_record_to_json      (TendRecord     *self);

/* Storing.  All of these are plain and synchronous. */

/* TEND_ERROR_NOT_FOUND when there is none. */
TendRecord     *tend_record_load         (TendVault       *vault,
                                          const TendKind  *kind,
                                          const char      *id,
                                          GError         **error);
/**
 * tend_record_save:
 * @reason: (nullable): why, for the history
 *
 * Validates, inserts or updates, indexes for search and appends to the history,
 * in one transaction (or as part of the one that is open).  An unchanged record
 * writes nothing.  TEND_ERROR_INVALID names record and field.
 */
gboolean        tend_record_save         (TendVault       *vault,
                                          TendRecord      *record,
                                          const char      *reason,
                                          GError         **error);
/* Removes a record that nothing refers to; the history keeps its last values. */
gboolean        tend_record_remove       (TendVault       *vault,
                                          TendRecord      *record,
                                          const char      *reason,
                                          GError         **error);
/* Every record of a kind, by id. (element-type TendRecord) */
GPtrArray      *tend_record_load_all     (TendVault       *vault,
                                          const TendKind  *kind,
                                          GError         **error);
/* The records of @kind nested in @parent, in their order. (element-type TendRecord) */
GPtrArray      *tend_record_load_nested  (TendVault       *vault,
                                          TendRecord      *parent,
                                          const TendKind  *kind,
                                          GError         **error);
/* All that is nested in @parent, kind after kind. (element-type TendRecord) */
GPtrArray      *tend_record_load_all_nested (TendVault    *vault,
                                          TendRecord      *parent,
                                          GError         **error);

G_END_DECLS
