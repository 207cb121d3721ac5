/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of one record of the portfolio. */

#include "tend-portfolio-section.h"

#include "tend-attachment-list.h"
#include "tend-care-form.h"
#include "tend-scheme-row.h"

#include <glib/gi18n-lib.h>

/* What prepare() needs to know. */
typedef struct
{
  TendSession                *session;
  const TendPortfolioSection *section;
  GPtrArray                  *schemes;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->session);
  g_ptr_array_unref (edit->schemes);
  g_free (edit);
}

static void
add_documents (TendForm    *form,
               TendSession *session)
{
  GtkWidget *list = tend_attachment_list_new ();
  TendRecord *record = tend_form_get_record (form);

  tend_attachment_list_show (TEND_ATTACHMENT_LIST (list), session, tend_record_get_kind (record),
                             tend_record_is_stored (record) ? tend_record_get_id (record) : NULL);
  gtk_box_append (GTK_BOX (tend_care_form_box (form)), list);
}

static void
prepare (TendForm  *form,
         GtkWindow *dialog,
         gpointer   data)
{
  Edit *edit = data;

  if (tend_form_find_row (form, "member") != NULL)
    tend_form_set_choices (form, "member", NULL, _("You"));
  if (edit->section->scheme)
    tend_scheme_row_add (form, edit->schemes);
  if (edit->section->documents)
    add_documents (form, edit->session);
}

/* What has been cannot be to come: neither when it was learnt nor when somebody asked. */
static void
check_past (TendRecord *record,
            TendFaults *faults,
            gpointer    data)
{
  Edit *edit = data;

  tend_faults_check_past (faults, record, tend_session_get_now (edit->session));
}

void
tend_portfolio_present (GtkWidget                  *parent,
                        TendSession                *session,
                        const TendPortfolioSection *section,
                        TendRecord                 *record,
                        GPtrArray                  *schemes)
{
  gboolean stored = tend_record_is_stored (record);
  Edit *edit;
  TendRecordDialogOptions options = {
    .title = stored || section->add == NULL ? _(section->change) : _(section->add),
    .text = section->about != NULL ? _(section->about) : NULL,
    .fields = section->fields,
    .check = check_past,
    .prepare = prepare,
    .free_user_data = edit_free,
  };

  if (section->present != NULL)
    {
      section->present (parent, session, record);
      return;
    }

  options.user_data = edit = g_new0 (Edit, 1);
  edit->session = g_object_ref (session);
  edit->section = section;
  edit->schemes = g_ptr_array_ref (schemes);
  tend_record_dialog_present_full (parent, session, record, &options);
}

void
tend_portfolio_add (GtkWidget                  *parent,
                    TendSession                *session,
                    const TendPortfolioSection *section,
                    GPtrArray                  *schemes)
{
  const TendKind *kind = tend_kind_by_name (section->kind);
  g_autoptr(TendRecord) record = tend_record_new (kind);
  /* A window of its own knows what to begin with. */
  const char *day = section->present == NULL ? section->day : NULL;

  if (day != NULL && tend_kind_field (kind, day)->type == TEND_FIELD_INSTANT)
    tend_record_set_int (record, day, tend_session_get_now (session));
  else if (day != NULL)
    tend_record_set_int (record, day, tend_session_get_today (session));
  if (section->scheme)
    tend_scheme_row_guess (record, schemes);

  tend_portfolio_present (parent, session, section, record, schemes);
}
