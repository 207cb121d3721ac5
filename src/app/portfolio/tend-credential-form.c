/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-credential-form.h"

#include "tend-attachment-list.h"
#include "tend-care-form.h"
#include "tend-kinds.h"
#include "tend-rows.h"
#include "tend-scheme-row.h"
#include "tend-scheme.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define FIELDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* What papers of a kind say.  The last is for every other kind. */
static const struct
{
  const char        *kinds;    /* between spaces */
  const char        *text;     /* (nullable) N_(): above the form */
  const char *const *fields;
  gboolean           scheme;   /* it belongs to one scheme */
  const char        *issued;   /* (nullable) N_(): what the day is called here */
  const char        *title;    /* (nullable) N_(): and the title */
} forms[] = {
  { " dbs ",
    N_("The number and the day are all that is needed: write down nothing of what it says."),
    FIELDS ("kind", "level", "workforce", "named_employer", "", "reference", "issued_on",
            "update_service_until", "", "member", "note"), FALSE },
  { " training ",
    N_("What the course taught: choose all that its certificate names. Without a last day, the "
       "scheme’s interval counts, or yours."),
    FIELDS ("kind", "title", "covers", "issuer", "issued_on", "expires_on", "", "level", "minutes",
            "reference", "", "member", "note"), FALSE },
  { " public_liability employers_liability professional_indemnity ",
    N_("What the policy says it covers: choose all that it names. What is not named, ask about."),
    FIELDS ("kind", "title", "covers", "issuer", "issued_on", "expires_on", "", "cover_pence",
            "reference", "note"), FALSE },
  { " motor_insurance mot driving_licence ico ",
    N_("The last day is the one that matters."),
    FIELDS ("kind", "covers", "issuer", "reference", "issued_on", "expires_on", "", "note"),
    FALSE },
  { " standards declaration ",
    N_("Keep the signed paper with it."),
    FIELDS ("kind", "title", "issued_on", "version_on", "checked_on", "", "note"), TRUE,
    .issued = N_("Signed on") },
  { " conduct ", NULL,
    FIELDS ("kind", "title", "issued_on", "version_on", "checked_on", "", "note"), TRUE,
    .issued = N_("Read on"), .title = N_("What I read") },
  { " rate_notice ", NULL,
    FIELDS ("kind", "title", "issued_on", "", "note"), TRUE,
    .issued = N_("Told on"), .title = N_("What I told them") },
  { "",
    N_("What a course taught, or what a policy says it covers: choose all that it names."),
    FIELDS ("kind", "title", "covers", "issuer", "issued_on", "expires_on", "", "level",
            "reference", "cover_pence", "note"), FALSE },
};

static guint
form_of (const char *kind)
{
  g_autofree char *word = g_strdup_printf (" %s ", kind != NULL ? kind : "");
  guint i = 0;

  while (*forms[i].kinds != '\0' && strstr (forms[i].kinds, word) == NULL)
    i++;
  return i;
}

/* A paper that has begun is renewed by another: what stays the same comes along. */
static const char *const renewed[] = {
  "kind", "title", "level", "covers", "issuer", "named_employer", "scheme", "member", "workforce",
};

TendRecord *
tend_credential_new (const char *kind,
                     const char *covers,
                     const char *scheme)
{
  TendRecord *record = tend_record_new (&tend_credential_kind);

  tend_record_set_text (record, "kind", kind);
  tend_record_set_text (record, "covers", covers);
  tend_record_set_text (record, "scheme", scheme);
  return record;
}

static TendRecord *
renew (TendRecord *old)
{
  TendRecord *record = tend_record_new (&tend_credential_kind);
  TendDate last = tend_record_get_int (old, "expires_on");

  for (guint i = 0; i < G_N_ELEMENTS (renewed); i++)
    tend_record_set_text (record, renewed[i], tend_record_get_text (old, renewed[i]));
  if (tend_record_is_set (old, "cover_pence"))
    tend_record_set_int (record, "cover_pence", tend_record_get_int (old, "cover_pence"));
  /* A policy goes on where the one before ends, so that no day is without. */
  if (last != TEND_DATE_NONE)
    tend_record_set_int (record, "issued_on", last + 1);
  tend_record_set_text (record, "replaces", tend_record_get_id (old));

  return record;
}

typedef struct
{
  TendSession *session;
  TendRecord  *record;
  GPtrArray   *schemes;
  GtkWidget   *parent;  /* weak */
  char        *asked;   /* (nullable): what a scheme asks for, in its words */
  guint        form;    /* of forms[] */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->session);
  g_object_unref (edit->record);
  g_ptr_array_unref (edit->schemes);
  g_clear_weak_pointer (&edit->parent);
  g_free (edit->asked);
  g_free (edit);
}

static void
renew_cb (GtkWidget *row,
          Edit      *edit)
{
  g_autoptr(TendRecord) record = renew (edit->record);
  g_autoptr(TendSession) session = g_object_ref (edit->session);
  GtkWidget *parent = edit->parent;

  /* Closing lets go of @edit. */
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (row)));
  if (parent != NULL)
    tend_credential_present (parent, session, record);
}

static void
add_renewal (TendForm *form,
             Edit     *edit)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = tend_row_link (_("Renew…"), _("Writes down the new one, and keeps this one"));

  g_signal_connect (row, "activated", G_CALLBACK (renew_cb), edit);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_box_append (GTK_BOX (tend_care_form_box (form)), group);
}

static void
name_row (TendForm   *form,
          const char *field,
          const char *label)
{
  if (label != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (tend_form_find_row (form, field)),
                                   _(label));
}

/* Whether the window's title says the kind: then there is nothing to choose. */
static gboolean
is_settled (const char *kind)
{
  return kind != NULL && !g_str_equal (kind, "training") && !g_str_has_suffix (kind, "_liability");
}

static void
name_rows (TendForm *form,
           Edit     *edit)
{
  name_row (form, "issued_on", forms[edit->form].issued);
  name_row (form, "title", forms[edit->form].title);
  if (is_settled (tend_record_get_text (edit->record, "kind")))
    gtk_widget_set_visible (tend_form_find_row (form, "kind"), FALSE);
}

/* The certificate or the letter itself. */
static void
prepare (TendForm  *form,
         GtkWindow *dialog,
         gpointer   data)
{
  Edit *edit = data;
  gboolean stored = tend_record_is_stored (tend_form_get_record (form));
  GtkWidget *list = tend_attachment_list_new ();

  if (tend_form_find_row (form, "member") != NULL)
    tend_form_set_choices (form, "member", NULL, _("You"));
  if (forms[edit->form].scheme)
    tend_scheme_row_add (form, edit->schemes);
  name_rows (form, edit);

  tend_attachment_list_show (TEND_ATTACHMENT_LIST (list), edit->session, &tend_credential_kind,
                             stored ? tend_record_get_id (edit->record) : NULL);
  gtk_box_append (GTK_BOX (tend_care_form_box (form)), list);
  if (stored)
    add_renewal (form, edit);
}

/* A certificate of a day to come is a slip; a policy may begin later. */
static void
check (TendRecord *record,
       TendFaults *faults,
       gpointer    data)
{
  Edit *edit = data;
  const char *kind = tend_record_get_text (record, "kind");

  if ((g_strcmp0 (kind, "dbs") == 0 || g_strcmp0 (kind, "training") == 0) &&
      tend_record_get_int (record, "issued_on") > tend_session_get_today (edit->session))
    tend_faults_add (faults, "issued_on", _("This day is still to come: check the date."));
}

static char *
title_of (Edit *edit)
{
  const char *kind = tend_record_get_text (edit->record, "kind");
  gboolean stored = tend_record_is_stored (edit->record);

  if (kind == NULL)
    return g_strdup (_("Add a Paper"));
  if (!is_settled (kind))
    return g_strdup (stored ? _("Training or Insurance") : _("Add Training or Insurance"));
  /* More than one text is kept as having been read: what was pressed says which. */
  if (edit->asked != NULL && strcmp (kind, "conduct") == 0)
    return g_strndup (edit->asked, strcspn (edit->asked, ":."));

  return g_strdup (tend_field_choice_label (tend_kind_field (&tend_credential_kind, "kind"),
                                            kind));
}

static void
present (Edit *edit)
{
  TendRecord *record = edit->record;
  guint form = form_of (tend_record_get_text (record, "kind"));
  g_autofree char *title = title_of (edit);
  TendRecordDialogOptions options = {
    .title = title,
    .text = edit->asked != NULL ? edit->asked
            : forms[form].text != NULL ? _(forms[form].text) : NULL,
    .fields = forms[form].fields,
    .check = check,
    .prepare = prepare,
    .user_data = edit,
    .free_user_data = edit_free,
  };

  edit->form = form;
  if (forms[form].scheme && !tend_record_is_stored (record))
    tend_scheme_row_guess (record, edit->schemes);
  tend_record_dialog_present_full (edit->parent, edit->session, record, &options);
}

static gpointer
load_schemes (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  return tend_schemes_of_carer (vault, error);
}

static void
schemes_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Edit *edit = data;
  g_autoptr(GError) error = NULL;

  edit->schemes = tend_session_finish (TEND_SESSION (source), result, &error);
  if (edit->schemes == NULL)
    edit->schemes = g_ptr_array_new ();
  if (edit->parent != NULL && gtk_widget_get_root (edit->parent) != NULL)
    present (edit);
  else
    edit_free (edit);
}

void
tend_credential_present_asked (GtkWidget   *parent,
                               TendSession *session,
                               TendRecord  *record,
                               const char  *asked)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->asked = g_strdup (asked);
  edit->session = g_object_ref (session);
  edit->record = g_object_ref (record);
  g_set_weak_pointer (&edit->parent, parent);
  tend_session_query (session, load_schemes, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL,
                      schemes_cb, edit);
}

void
tend_credential_present (GtkWidget   *parent,
                         TendSession *session,
                         TendRecord  *record)
{
  tend_credential_present_asked (parent, session, record, NULL);
}

void
tend_credential_add_present (GtkWidget   *parent,
                             TendSession *session,
                             const char  *kind)
{
  g_autoptr(TendRecord) record = tend_credential_new (kind, "medicines", NULL);

  tend_credential_present (parent, session, record);
}
