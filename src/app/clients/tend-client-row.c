/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-client-row.h"

#include "tend-money.h"

#include <glib/gi18n-lib.h>

struct _TendClientRow
{
  GtkListBoxRow  parent_instance;

  char          *id;
  char          *status;
  char          *search;

  AdwAvatar     *avatar;
  GtkLabel      *name;
  GtkLabel      *detail;
  GtkLabel      *owed;
};

G_DEFINE_FINAL_TYPE (TendClientRow, tend_client_row, GTK_TYPE_LIST_BOX_ROW)

static void
tend_client_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_CLIENT_ROW);

  G_OBJECT_CLASS (tend_client_row_parent_class)->dispose (object);
}

static void
tend_client_row_finalize (GObject *object)
{
  TendClientRow *self = TEND_CLIENT_ROW (object);

  g_free (self->id);
  g_free (self->status);
  g_free (self->search);

  G_OBJECT_CLASS (tend_client_row_parent_class)->finalize (object);
}

static void
tend_client_row_class_init (TendClientRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_client_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tend_client_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-client-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TendClientRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, TendClientRow, name);
  gtk_widget_class_bind_template_child (widget_class, TendClientRow, detail);
  gtk_widget_class_bind_template_child (widget_class, TendClientRow, owed);
}

static void
tend_client_row_init (TendClientRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What matters next: the visit for those with one, else how things stand. */
static char *
describe (const TendClientSummary *summary)
{
  const TendField *field = tend_kind_field (tend_kind_by_name ("client"), "status");
  g_autofree char *moment = NULL;

  if (summary->died)
    return g_strdup (_("Died"));
  if (g_strcmp0 (summary->status, "active") != 0)
    return g_strdup (tend_field_choice_label (field, summary->status));
  if (summary->next_visit == TEND_INSTANT_NONE)
    return g_strdup (_("No visit planned"));

  moment = tend_client_format_moment (summary->next_visit);
  return g_strdup_printf (_("Next visit %s"), moment);
}

static void
show_owed (TendClientRow           *self,
           const TendClientSummary *summary)
{
  gboolean overdue = summary->overdue_pence != 0;
  g_autofree char *amount =
    tend_money_format (overdue ? summary->overdue_pence : summary->owed_pence);
  g_autofree char *text = g_strdup_printf (overdue ? _("%s overdue") : _("%s owed"), amount);

  gtk_widget_set_visible (GTK_WIDGET (self->owed), summary->owed_pence != 0);
  gtk_label_set_label (self->owed, text);
  if (overdue)
    gtk_widget_add_css_class (GTK_WIDGET (self->owed), "warning");
}

GtkWidget *
tend_client_row_new (const TendClientSummary *summary)
{
  TendClientRow *self = g_object_new (TEND_TYPE_CLIENT_ROW, NULL);
  g_autofree char *detail = describe (summary);
  g_autofree char *sentence = NULL;

  self->id = g_strdup (summary->id);
  self->status = g_strdup (summary->status);
  self->search = g_strdup (summary->search);

  adw_avatar_set_text (self->avatar, summary->name);
  gtk_label_set_label (self->name, summary->name);
  gtk_label_set_label (self->detail, detail);
  show_owed (self, summary);

  sentence = summary->owed_pence != 0
               ? g_strdup_printf ("%s, %s, %s", summary->name, detail,
                                  gtk_label_get_label (self->owed))
               : g_strdup_printf ("%s, %s", summary->name, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);

  return GTK_WIDGET (self);
}

const char *
tend_client_row_get_id (TendClientRow *self)
{
  g_return_val_if_fail (TEND_IS_CLIENT_ROW (self), NULL);

  return self->id;
}

const char *
tend_client_row_get_status (TendClientRow *self)
{
  g_return_val_if_fail (TEND_IS_CLIENT_ROW (self), NULL);

  return self->status;
}

gboolean
tend_client_row_matches (TendClientRow *self,
                         const char    *text)
{
  g_return_val_if_fail (TEND_IS_CLIENT_ROW (self), FALSE);

  return g_str_match_string (text, self->search, TRUE);
}
