/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-bundle-dialog.h"

#include "tend-bundle-job.h"
#include "tend-clients.h"
#include "tend-dialog.h"
#include "tend-form.h"
#include "tend-kinds.h"
#include "tend-passphrase.h"
#include "tend-rows.h"
#include "tend-scheme.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TEND_TYPE_BUNDLE_DIALOG (tend_bundle_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendBundleDialog, tend_bundle_dialog, TEND, BUNDLE_DIALOG, AdwWindow)

struct _TendBundleDialog
{
  AdwWindow            parent_instance;

  TendSession         *session;
  TendForm            *form;      /* of a record that is never saved itself */
  TendRecord          *record;
  GPtrArray           *schemes;   /* ids, as the row has their names; NULL at first for none */
  char                *first;     /* the one to begin with */
  GHashTable          *with;      /* ids of items, ticked and not as usual */
  GHashTable          *without;
  TendPortfolioPlan   *plan;      /* NULL while it is looked up */
  GCancellable        *asking;

  GtkWidget           *content;
  AdwPreferencesGroup *whom;
  AdwComboRow         *scheme;
  GtkLabel            *refusal;
  AdwPreferencesGroup *items;
  AdwComboRow         *format;
  GtkWidget           *lock_box;
  TendPassphraseGroup *lock;
  GtkWidget           *preview;
  GtkWidget           *save;
};

G_DEFINE_FINAL_TYPE (TendBundleDialog, tend_bundle_dialog, ADW_TYPE_WINDOW)

/* What is chosen. */

static GStrv
words_of (GHashTable *set)
{
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_strv_builder_add (words, key);

  return g_strv_builder_end (words);
}

static TendBundleWish *
wish_of (TendBundleDialog *self)
{
  TendBundleWish *wish = g_new0 (TendBundleWish, 1);
  guint scheme = adw_combo_row_get_selected (self->scheme);

  if (self->schemes != NULL && scheme < self->schemes->len)
    wish->scheme = g_strdup (self->schemes->pdata[scheme]);
  wish->given_to = g_strdup (tend_record_get_text (self->record, "given_to"));
  wish->on = tend_session_get_today (self->session);
  tend_portfolio_purpose_parse (tend_record_get_text (self->record, "purpose"), &wish->purpose);
  tend_portfolio_clients_parse (tend_record_get_text (self->record, "clients"), &wish->clients);
  wish->with = words_of (self->with);
  wish->without = words_of (self->without);
  return wish;
}

/* What goes in. */

static void
ticked_cb (TendBundleDialog *self,
           GParamSpec       *pspec,
           GtkCheckButton   *box)
{
  const char *id = g_object_get_data (G_OBJECT (box), "tend-item");
  gboolean usual = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (box), "tend-usual"));
  gboolean ticked = gtk_check_button_get_active (box);

  g_hash_table_remove (self->with, id);
  g_hash_table_remove (self->without, id);
  if (ticked != usual)
    g_hash_table_add (ticked ? self->with : self->without, g_strdup (id));
  g_signal_emit_by_name (self->form, "changed");
}

static char *
describe (const TendPortfolioItem *item)
{
  /* Sensitive: it is not shown to whoever looks over the shoulder. */
  gboolean masked = g_strcmp0 (item->id, TEND_PORTFOLIO_UTR) == 0 && item->says != NULL;
  g_autoptr(GString) text = g_string_new (masked ? _("Recorded") : item->says);

  if (item->lacks != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", item->lacks);
  if (text->len > 0 && item->extent == TEND_PORTFOLIO_LINE && item->most > item->extent)
    g_string_append_printf (text, "\n%s", _("Only this is said of it."));
  if (text->len > 0 && item->extent == TEND_PORTFOLIO_PAGES)
    g_string_append_printf (text, "\n%s", _("Without its scans."));
  if (text->len > 0 && item->extent == TEND_PORTFOLIO_OUT)
    g_string_append_printf (text, "\n%s", _("Not in it."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A client's records are not ticked one by one: the choice above is for all. */
static void
add_box (TendBundleDialog        *self,
         const TendPortfolioItem *item,
         GtkWidget               *row)
{
  GtkWidget *box = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), item->extent == item->most);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  /* Translators: before the name of a paper, which is heard after it */
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Put in:"), -1);
  g_object_set_data_full (G_OBJECT (box), "tend-item", g_strdup (item->id), g_free);
  g_object_set_data (G_OBJECT (box), "tend-usual", GINT_TO_POINTER (item->usual == item->most));
  g_signal_connect_object (box, "notify::active", G_CALLBACK (ticked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), box);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), box);
}

static void
add_item (TendBundleDialog        *self,
          const TendPortfolioItem *item)
{
  g_autofree char *text = describe (item);
  GtkWidget *row = tend_row_value (item->title, *text != '\0' ? text : _("Nothing is recorded."));
  const char *state = tend_portfolio_state_label (item->state);

  gtk_widget_remove_css_class (row, "value");
  if (item->id != NULL && item->says != NULL)
    add_box (self, item, row);
  if (*state != '\0')
    tend_row_add_note (row, state, item->state > TEND_PORTFOLIO_DUE ? "error" : "dim-label");
  tend_rows_add (self->items, row, item->id);
}

static void
show_plan (TendBundleDialog *self)
{
  const char *refusal = tend_portfolio_plan_get_refusal (self->plan);

  tend_rows_begin (self->items);
  for (guint i = 0; i < tend_portfolio_plan_get_n_items (self->plan); i++)
    {
      const TendPortfolioItem *item = tend_portfolio_plan_get_item (self->plan, i);

      if (item->says != NULL || item->lacks != NULL)
        add_item (self, item);
    }
  tend_rows_end (self->items);

  gtk_label_set_label (self->refusal, refusal != NULL ? refusal : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), refusal != NULL);
  gtk_widget_set_sensitive (self->save, refusal == NULL);
  gtk_widget_set_sensitive (self->preview, TRUE);
}

/* Said where a refusal is: the dialog stays, to be put right in it. */
static void
show_error (TendBundleDialog *self,
            const GError     *error)
{
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_label_set_label (self->refusal, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), TRUE);
  gtk_widget_set_sensitive (self->save, FALSE);
  gtk_widget_set_sensitive (self->preview, FALSE);
}

static gpointer
make_plan (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  return tend_bundle_wish_plan (data, vault, error);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(TendBundleDialog) self = data;
  g_autoptr(GError) error = NULL;
  TendPortfolioPlan *plan = tend_session_finish (TEND_SESSION (source), result, &error);

  if (plan == NULL || self->session == NULL)
    {
      if (self->session != NULL)
        show_error (self, error);
      g_clear_pointer (&plan, tend_portfolio_plan_free);
      return;
    }
  g_clear_pointer (&self->plan, tend_portfolio_plan_free);
  self->plan = plan;
  show_plan (self);
}

static void
reload_cb (TendBundleDialog *self)
{
  /* Rows are still being made, or there is nothing yet to choose from. */
  if (self->schemes == NULL || self->form == NULL)
    return;

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  gtk_widget_set_sensitive (self->save, FALSE);
  tend_session_query (self->session, make_plan, wish_of (self),
                      (GDestroyNotify) tend_bundle_wish_free,
                      (GDestroyNotify) tend_portfolio_plan_free, self->asking, planned_cb,
                      g_object_ref (self));
}

/* The schemes there are: the carer's own in their order, then none. */

static gpointer
find_schemes (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  g_autoptr(GPtrArray) schemes = tend_schemes_load (vault, error);
  g_autoptr(TendRecord) provider = schemes != NULL ? tend_provider_load (vault, error) : NULL;
  const char *own = provider != NULL ? tend_record_get_text (provider, "schemes") : NULL;
  g_auto(GStrv) ids = g_strsplit (own != NULL ? own : "", "\n", -1);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; provider != NULL && ids[i] != NULL; i++)
    {
      const TendScheme *scheme = tend_schemes_find (schemes, ids[i]);

      if (scheme == NULL)
        continue;
      g_strv_builder_add (words, tend_scheme_get_id (scheme));
      g_strv_builder_add (words, tend_scheme_get_name (scheme));
    }

  return provider != NULL ? g_strv_builder_end (words) : NULL;
}

static void
schemes_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(TendBundleDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) words = tend_session_finish (TEND_SESSION (source), result, &error);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  guint chosen = 0;

  if (words == NULL || self->session == NULL)
    {
      if (self->session != NULL)
        show_error (self, error);
      return;
    }

  for (guint i = 0; words[i] != NULL; i += 2)
    {
      if (g_strcmp0 (words[i], self->first) == 0)
        chosen = i / 2;
      g_ptr_array_add (ids, g_strdup (words[i]));
      gtk_string_list_append (names, words[i + 1]);
    }
  g_ptr_array_add (ids, NULL);
  gtk_string_list_append (names, _("None"));

  adw_combo_row_set_model (self->scheme, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->scheme, chosen);
  self->schemes = g_steal_pointer (&ids);
  reload_cb (self);
}

/* The buttons. */

static void
preview_cb (TendBundleDialog *self)
{
  g_autoptr(TendBundleWish) wish = wish_of (self);

  if (self->plan != NULL)
    tend_bundle_preview (GTK_WIDGET (self), self->session, wish);
}

static void
save_cb (TendBundleDialog *self)
{
  gboolean zip = adw_combo_row_get_selected (self->format) == 0;
  g_autoptr(TendBundleWish) wish = wish_of (self);

  if (!tend_form_check (self->form) || (zip && !tend_passphrase_group_check (self->lock)))
    return;

  tend_bundle_save (GTK_WIDGET (self), self->session, wish,
                    tend_portfolio_plan_get_clients (self->plan), zip,
                    tend_passphrase_group_get_text (self->lock));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TendBundleDialog *self = TEND_BUNDLE_DIALOG (widget);

  if (gtk_widget_get_sensitive (self->save))
    save_cb (self);
}

static void
format_cb (TendBundleDialog *self)
{
  gtk_widget_set_visible (self->lock_box, adw_combo_row_get_selected (self->format) == 0);
}

static void
tend_bundle_dialog_dispose (GObject *object)
{
  TendBundleDialog *self = TEND_BUNDLE_DIALOG (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  if (self->lock != NULL)
    tend_passphrase_group_clear (self->lock);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_BUNDLE_DIALOG);
  g_clear_object (&self->asking);
  g_clear_object (&self->form);
  g_clear_object (&self->record);
  g_clear_object (&self->session);
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_clear_pointer (&self->with, g_hash_table_unref);
  g_clear_pointer (&self->without, g_hash_table_unref);
  g_clear_pointer (&self->plan, tend_portfolio_plan_free);
  g_clear_pointer (&self->first, g_free);

  G_OBJECT_CLASS (tend_bundle_dialog_parent_class)->dispose (object);
}

static void
tend_bundle_dialog_class_init (TendBundleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_bundle_dialog_dispose;

  g_type_ensure (TEND_TYPE_PASSPHRASE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-bundle-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TendBundleDialog, content);
  gtk_widget_class_bind_template_child (widget_class, TendBundleDialog, whom);
  gtk_widget_class_bind_template_child (widget_class, TendBundleDialog, scheme);
  gtk_widget_class_bind_template_child (widget_class, TendBundleDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, TendBundleDialog, items);
  gtk_widget_class_bind_template_child (widget_class, TendBundleDialog, format);
  gtk_widget_class_bind_template_child (widget_class, TendBundleDialog, lock_box);
  gtk_widget_class_bind_template_child (widget_class, TendBundleDialog, lock);
  gtk_widget_class_bind_template_child (widget_class, TendBundleDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, TendBundleDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, reload_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_cb);

  gtk_widget_class_install_action (widget_class, "bundle.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "bundle.save",
                                       NULL);
}

static void
tend_bundle_dialog_init (TendBundleDialog *self)
{
  self->with = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->without = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->record = tend_record_new (&tend_portfolio_kind);
  tend_record_set_text (self->record, "purpose", "council");

  gtk_widget_init_template (GTK_WIDGET (self));
  tend_dialog_close_on_escape (self->content);
  gtk_widget_set_sensitive (self->save, FALSE);
  gtk_widget_set_sensitive (self->preview, FALSE);
}

void
tend_bundle_dialog_present (GtkWidget   *parent,
                            TendSession *session,
                            const char  *scheme)
{
  static const char *const fields[] = { "purpose", "given_to", "clients", NULL };
  TendBundleDialog *self = g_object_new (TEND_TYPE_BUNDLE_DIALOG,
                                         "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  self->first = g_strdup (scheme);
  tend_record_set_int (self->record, "made_on", tend_session_get_today (session));
  self->form = tend_form_new (session, self->record);
  tend_form_add (self->form, self->whom, fields);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (reload_cb), self,
                           G_CONNECT_SWAPPED);

  tend_session_query (session, find_schemes, NULL, NULL, (GDestroyNotify) g_strfreev, NULL,
                      schemes_cb, g_object_ref (self));
  tend_dialog_fit (GTK_WINDOW (self), gtk_widget_get_root (parent));
  gtk_window_present (GTK_WINDOW (self));
}
