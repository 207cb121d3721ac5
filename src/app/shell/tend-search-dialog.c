/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-search-dialog.h"

#include "tend-dialog.h"
#include "tend-kinds.h"
#include "tend-places.h"
#include "tend-search.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define LIMIT 40

#define TEND_TYPE_SEARCH_DIALOG (tend_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendSearchDialog, tend_search_dialog, TEND, SEARCH_DIALOG, AdwWindow)

struct _TendSearchDialog
{
  AdwWindow     parent_instance;

  TendSession  *session;
  GCancellable *cancellable; /* of the question that is on its way */

  GtkEditable  *entry;
  GtkStack     *stack;
  GtkListBox   *list;
  GtkLabel     *count;
};

G_DEFINE_FINAL_TYPE (TendSearchDialog, tend_search_dialog, ADW_TYPE_WINDOW)

/* Rows. */

static const char *
kind_label (const char *kind)
{
  const TendKind *found = tend_kind_by_name (kind);

  return found != NULL ? _(found->label) : kind;
}

static GtkWidget *
result_row (const TendFound *found)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *kind = gtk_label_new (kind_label (found->kind));
  g_autofree char *spoken = NULL;

  spoken = g_strconcat (kind_label (found->kind), ": ", found->title,
                        *found->detail != '\0' ? ", " : "", found->detail, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), found->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), found->detail);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_widget_add_css_class (kind, "caption");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "kind", g_strdup (found->kind), g_free);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (found->id), g_free);

  return row;
}

static void
clear_list (TendSearchDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_results (TendSearchDialog *self,
              GPtrArray        *results)
{
  guint shown = 0;
  g_autofree char *count = NULL;

  clear_list (self);

  for (guint i = 0; i < results->len; i++)
    {
      const TendFound *found = results->pdata[i];

      if (tend_matter_by_kind (found->kind) == NULL)
        continue;

      gtk_list_box_append (self->list, result_row (found));
      shown++;
    }

  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u found", "%u found", shown), shown);
  gtk_label_set_label (self->count, shown == LIMIT ? _("The first 40 are shown") : count);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_stack_set_visible_child_name (self->stack, shown > 0 ? "results" : "nothing");
}

/* Asking. */

static gpointer
search (TendVault  *vault,
        gpointer    data,
        GError    **error)
{
  return tend_search (vault, data, LIMIT, error);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(TendSearchDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) results = NULL;

  results = tend_session_finish (TEND_SESSION (object), result, &error);

  if (results != NULL && self->session != NULL)
    show_results (self, results);
}

static void
changed_cb (TendSearchDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (*text == '\0')
    {
      clear_list (self);
      gtk_stack_set_visible_child_name (self->stack, "hint");
      return;
    }

  self->cancellable = g_cancellable_new ();
  tend_session_query (self->session, search, g_steal_pointer (&text), g_free,
                      (GDestroyNotify) g_ptr_array_unref, self->cancellable,
                      found_cb, g_object_ref (self));
}

/* Choosing. */

static void
open_row (TendSearchDialog *self,
          GtkListBoxRow    *row)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *kind = NULL;
  g_autofree char *id = NULL;

  if (row == NULL)
    return;

  kind = g_strdup (g_object_get_data (G_OBJECT (row), "kind"));
  id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));
  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.open", "(ss)", kind, id);
}

static void
entry_activated_cb (TendSearchDialog *self)
{
  open_row (self, gtk_list_box_get_selected_row (self->list));
}

static void
row_activated_cb (TendSearchDialog *self,
                  GtkListBoxRow    *row)
{
  open_row (self, row);
}

/* The arrow keys go into the list while the entry keeps what is typed. */
static gboolean
key_pressed_cb (TendSearchDialog *self,
                guint             key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (key != GDK_KEY_Down || row == NULL)
    return GDK_EVENT_PROPAGATE;

  /* The first is chosen already: down goes to the second, where there is one. */
  if (gtk_list_box_get_row_at_index (self->list, 1) != NULL)
    row = gtk_list_box_get_row_at_index (self->list, 1);

  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));

  return GDK_EVENT_STOP;
}

static void
tend_search_dialog_dispose (GObject *object)
{
  TendSearchDialog *self = TEND_SEARCH_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_SEARCH_DIALOG);

  G_OBJECT_CLASS (tend_search_dialog_parent_class)->dispose (object);
}

static void
tend_search_dialog_class_init (TendSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_search_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TendSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, TendSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TendSearchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TendSearchDialog, count);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tend_search_dialog_init (TendSearchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tend_search_dialog_present (GtkWidget   *parent,
                            TendSession *session)
{
  TendSearchDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (TEND_IS_SESSION (session));

  self = g_object_new (TEND_TYPE_SEARCH_DIALOG,
                       "transient-for", gtk_widget_get_root (parent), NULL);
  self->session = g_object_ref (session);
  tend_dialog_fit (GTK_WINDOW (self), gtk_widget_get_root (parent));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
