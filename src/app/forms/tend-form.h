/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-change.h"
#include "tend-hold.h"
#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendForm:
 *
 * The rows of one record's form, made from its field table: an entry row for
 * text, numbers, money, dates and times (typed as people write them), a larger
 * one for notes, a combo row for choices and references, a switch for yes and
 * no.  Checks as one types; what is wrong is said under the row it belongs to,
 * and is the row's accessible description.
 *
 * Signals: "changed" whenever a value or the validity changes.
 */
#define TEND_TYPE_FORM (tend_form_get_type ())
G_DECLARE_FINAL_TYPE (TendForm, tend_form, TEND, FORM, GObject)

/* @session: (nullable): NULL in set-up, when there is no vault yet; then only for
 *   fields that are neither dates nor references
 * @record: edited in place; the caller saves it */
TendForm   *tend_form_new            (TendSession          *session,
                                      TendRecord           *record);
TendRecord *tend_form_get_record     (TendForm             *self);

/* Whose people and papers reference rows offer, for a record that does not say: a line
 * of a plan.  Before any row is added. */
void        tend_form_set_client     (TendForm             *self,
                                      const char           *client);
/* Adds to the faults that the field table finds: what depends on the day. */
typedef void (*TendFormCheckFunc)    (TendRecord           *record,
                                      TendFaults           *faults,
                                      gpointer              user_data);
/* @data: to outlive the form */
void        tend_form_set_check      (TendForm             *self,
                                      TendFormCheckFunc     func,
                                      gpointer              data);

/**
 * tend_form_add:
 * @group: where the rows go
 * @fields: (array zero-terminated=1): names of fields, in order
 */
void        tend_form_add            (TendForm             *self,
                                      AdwPreferencesGroup  *group,
                                      const char * const   *fields);
/* One row, for places where a group is built by hand. */
GtkWidget  *tend_form_row            (TendForm             *self,
                                      const char           *field);
/* A row that has been made already, to hide or show it; NULL when there is none. */
GtkWidget  *tend_form_find_row       (TendForm             *self,
                                      const char           *field);
/* What a reference row offers: (nullable) (element-type TendRecord).  Rows of
 * references to clients, services, vehicles and people fill themselves; with
 * %NULL this only gives their empty choice another label, "Everyone". */
void        tend_form_set_choices    (TendForm             *self,
                                      const char           *field,
                                      GPtrArray            *records,
                                      const char           *none_label);
/* Shows a value that the caller has set in the record. */
void        tend_form_show           (TendForm             *self,
                                      const char           *field);
/* Shows the whole record again, after it has been changed. */
void        tend_form_show_all       (TendForm             *self);
gboolean    tend_form_is_valid       (TendForm             *self);
/* Whether all that has been typed can be read, whatever else is wrong. */
gboolean    tend_form_is_readable    (TendForm             *self);
/* (transfer full): the fields that hold what cannot be read, and the texts: in turns. */
GStrv       tend_form_dup_unreadable (TendForm             *self);
/* Puts such pairs into their rows again, and says what is wrong with them; what is not of
 * this form is left out. */
void        tend_form_type           (TendForm             *self,
                                      const char *const    *typed);

/* What stands beside the rows and belongs to what is being written: a list of lines. */
typedef struct
{
  /* (nullable) (transfer full): how it stands; NULL when it is as it was */
  char *(*dup)     (gpointer    part);
  /* @text: such a text; NULL: as it was */
  void  (*restore) (gpointer    part,
                    const char *text);
} TendFormPartType;

/* @part: a GObject that emits "changed"
 * @name: of its place in a draft; static, as @type is */
void        tend_form_add_part       (TendForm             *self,
                                      gpointer              part,
                                      const char           *name,
                                      const TendFormPartType *type);
/* (transfer full): what there is beside the values of the record: what cannot be read,
 * and the parts that are not as they were; tend_form_type() puts all of it back. */
GStrv       tend_form_dup_typed      (TendForm             *self);
/* Makes every part as it was. */
void        tend_form_reset_parts    (TendForm             *self);
/* Moves the focus to the first row on view. */
void        tend_form_begin          (TendForm             *self);
/* Shows every fault (rows not yet touched too) and moves the focus to the first. */
gboolean    tend_form_check          (TendForm             *self);
/* Shows @message beside @field, for what only saving can find out. */
void        tend_form_set_fault      (TendForm             *self,
                                      const char           *field,
                                      const char           *message);

/**
 * tend_record_dialog_present:
 * @record: (transfer none): a new or stored record; a copy is edited
 * @fields: (array zero-terminated=1): which to show; "" starts a new group
 * @on_saved: (nullable): called with the saved record
 *
 * A modal window to add or change one record: Save (Ctrl+S, Enter) and Cancel
 * (Escape).  What was typed survives closing as a draft, offered next time.
 */
typedef void (*TendRecordSavedFunc) (TendRecord *record, gpointer user_data);
void        tend_record_dialog_present (GtkWidget             *parent,
                                        TendSession           *session,
                                        TendRecord            *record,
                                        const char            *title,
                                        const char * const    *fields,
                                        TendRecordSavedFunc    on_saved,
                                        gpointer               user_data);

/* In the worker, inside the transaction: (transfer full) what was saved, or NULL
 * with an error. */
typedef TendRecord *(*TendRecordSaveFunc) (TendVault   *vault,
                                           TendRecord  *record,
                                           gpointer     save_data,
                                           GError     **error);

/* Once the rows are there: adds to what they do, or rows beside them. */
typedef void (*TendRecordPrepareFunc) (TendForm  *form,
                                       GtkWindow *dialog,
                                       gpointer   user_data);

/* When Save is pressed: (transfer full) what the save function is handed then. */
typedef gpointer (*TendRecordCollectFunc) (gpointer user_data);

/* Saving has failed: whether what is to be said of it has been shown. */
typedef gboolean (*TendRecordRefusedFunc) (GtkWindow    *dialog,
                                           TendRecord   *record,
                                           const GError *error,
                                           gpointer      user_data);

/* The same window for more than saving: ending care, a price from a date on. */
typedef struct
{
  const char           *title;
  const char           *text;          /* (nullable): what it is about, above the form */
  const char           *accept;        /* (nullable): "_End Care"; NULL: "_Save" */
  gboolean              destructive;
  const char * const   *fields;
  const char           *client_label;  /* (nullable): for "client" and "service" left */
  const char           *service_label; /* open: "Everyone", "Every service" */
  const char           *client;        /* (nullable): as in tend_form_set_client() */
  TendFormCheckFunc     check;         /* (nullable): called with @user_data */
  TendRecordPrepareFunc prepare;       /* (nullable): called with @user_data */
  TendRecordSaveFunc    save;          /* (nullable): saves the record, and keeps drafts */
  gboolean              keeps_drafts;  /* with a @save of one's own too */
  const char           *draft_key;     /* (nullable): the same, kept there */
  gpointer              save_data;     /* (transfer full): handed to @save */
  GDestroyNotify        free_save_data;
  TendRecordCollectFunc collect;       /* (nullable): called with @user_data instead */
  TendRecordRefusedFunc refused;       /* (nullable): called with @user_data */
  TendChangeFunc        change;        /* (nullable): a scheme's rule may hold @act back */
  TendAct               act;
  TendRecordSavedFunc   on_saved;      /* (nullable) */
  gpointer              user_data;
  GDestroyNotify        free_user_data;
} TendRecordDialogOptions;

void        tend_record_dialog_present_full (GtkWidget                     *parent,
                                             TendSession                   *session,
                                             TendRecord                    *record,
                                             const TendRecordDialogOptions *options);

G_END_DECLS
