/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-line-list.h"

#include "tend-draft.h"
#include "tend-record-words.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

struct _TendLineList
{
  AdwPreferencesGroup  parent_instance;

  TendSession         *session;
  const TendLineType  *type;
  TendRecord          *parent;
  char                *client;
  GHashTable          *names;
  GPtrArray           *lines;  /* TendRecord; each is replaced whole when it changes */
  GPtrArray           *before; /* TendRecord: the lines there were at first */
  char                *draft_key; /* (nullable): of the form that it is a part of */
};

G_DEFINE_FINAL_TYPE (TendLineList, tend_line_list, ADW_TYPE_PREFERENCES_GROUP)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

char *
tend_line_heading (const TendLineType *type,
                   TendRecord         *line,
                   GHashTable         *names)
{
  for (guint i = 0; type->heading[i] != NULL; i++)
    {
      const char *const one[] = { type->heading[i], NULL };
      g_autofree char *words = tend_record_words (line, one, "", names);

      if (*words != '\0')
        return g_steal_pointer (&words);
    }

  return g_strdup (_(type->change));
}

/* A line as it was typed; the vault is told of it with the record it lies in. */
static TendRecord *
keep_line (TendVault   *vault,
           TendRecord  *line,
           gpointer     data,
           GError     **error)
{
  return g_object_ref (line);
}

static GMenuModel *
make_menu (guint index,
           guint last)
{
  GMenu *menu = g_menu_new ();
  const struct { const char *label; const char *action; gboolean shown; } items[] = {
    { _("Move _Up"), "line.up", index > 0 },
    { _("Move _Down"), "line.down", index < last },
    { _("_Take Out"), "line.remove", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    if (items[i].shown)
      {
        g_autoptr(GMenuItem) item = g_menu_item_new (items[i].label, NULL);

        g_menu_item_set_action_and_target (item, items[i].action, "u", index);
        g_menu_append_item (menu, item);
      }

  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_menu_button (TendLineList *self,
                  guint         index,
                  const char   *title)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenuModel) menu = make_menu (index, self->lines->len - 1);
  g_autofree char *name = g_strdup_printf (_("Move or take out: %s"), title);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
activated_cb (GtkWidget *row)
{
  gtk_widget_activate_action (row, "line.edit", "u",
                              GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index")));
}

static GtkWidget *
make_row (TendLineList *self,
          guint         index)
{
  TendRecord *line = g_ptr_array_index (self->lines, index);
  g_autofree char *heading = tend_line_heading (self->type, line, self->names);
  g_autofree char *detail = tend_record_words (line, self->type->detail, " · ", self->names);
  GtkWidget *row = tend_row_link (heading, *detail != '\0' ? detail : NULL);

  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  tend_row_add_suffix (row, make_menu_button (self, index, heading));
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), NULL);

  return row;
}

static void
show_lines (TendLineList *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  tend_rows_begin (group);
  for (guint i = 0; i < self->lines->len; i++)
    tend_rows_add (group, make_row (self, i), tend_record_get_id (self->lines->pdata[i]));
  if (self->lines->len == 0)
    tend_rows_add (group, tend_row_nothing (_(self->type->nothing)), NULL);
  tend_rows_end (group);
}

static void
lines_changed (TendLineList *self)
{
  show_lines (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Puts @line in the place of the one with its id, else at the end. */
static void
line_saved_cb (TendRecord *line,
               gpointer    data)
{
  TendLineList *self = data;

  for (guint i = 0; i < self->lines->len; i++)
    if (g_str_equal (tend_record_get_id (self->lines->pdata[i]), tend_record_get_id (line)))
      {
        g_object_unref (self->lines->pdata[i]);
        self->lines->pdata[i] = g_object_ref (line);
        lines_changed (self);
        return;
      }

  g_ptr_array_add (self->lines, g_object_ref (line));
  lines_changed (self);
}

static void
edit_line (TendLineList *self,
           TendRecord   *line,
           gboolean      is_new)
{
  g_autofree char *draft_key = self->draft_key != NULL
    ? g_strdup_printf ("%s/%s/%s", self->draft_key, self->type->kind,
                       is_new ? "new" : tend_record_get_id (line))
    : NULL;
  TendRecordDialogOptions options = {
    .title = is_new ? _(self->type->add) : _(self->type->change),
    .accept = is_new ? _("_Add") : _("_Done"),
    .fields = self->type->fields,
    .client = self->client,
    .prepare = self->type->prepare,
    .check = self->type->check,
    .save = keep_line,
    .draft_key = draft_key,
    .on_saved = line_saved_cb,
    .user_data = g_object_ref (self),
    .free_user_data = g_object_unref,
  };

  tend_record_dialog_present_full (GTK_WIDGET (self), self->session, line, &options);
}

static void
add_cb (TendLineList *self)
{
  const TendKind *kind = tend_kind_by_name (self->type->kind);
  g_autoptr(TendRecord) line = tend_record_new (kind);

  tend_record_set_text (line, kind->parent, tend_record_get_id (self->parent));
  tend_record_set_int (line, "position", self->lines->len);
  if (self->type->now != NULL)
    tend_record_set_int (line, self->type->now, tend_session_get_now (self->session));
  edit_line (self, line, TRUE);
}

static void
swap_lines (TendLineList *self,
            guint         a,
            guint         b)
{
  gpointer line = self->lines->pdata[a];

  self->lines->pdata[a] = self->lines->pdata[b];
  self->lines->pdata[b] = line;
}

static void
line_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendLineList *self = TEND_LINE_LIST (widget);
  guint index = g_variant_get_uint32 (parameter);

  if (g_str_equal (name, "line.edit"))
    {
      edit_line (self, g_ptr_array_index (self->lines, index), FALSE);
      return;
    }

  if (g_str_equal (name, "line.up"))
    swap_lines (self, index, index - 1);
  else if (g_str_equal (name, "line.down"))
    swap_lines (self, index, index + 1);
  else
    g_ptr_array_remove_index (self->lines, index);
  lines_changed (self);
}

static void
tend_line_list_finalize (GObject *object)
{
  TendLineList *self = TEND_LINE_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->parent);
  g_clear_pointer (&self->client, g_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->draft_key, g_free);

  G_OBJECT_CLASS (tend_line_list_parent_class)->finalize (object);
}

static void
tend_line_list_class_init (TendLineListClass *klass)
{
  static const char *const actions[] = { "line.edit", "line.up", "line.down", "line.remove" };

  G_OBJECT_CLASS (klass)->finalize = tend_line_list_finalize;

  signals[CHANGED] = g_signal_new ("changed", TEND_TYPE_LINE_LIST, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), actions[i], "u", line_action);
}

static void
tend_line_list_init (TendLineList *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->before = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Adds to @copies those of @lines that are of @kind. */
static void
copy_lines (GPtrArray  *lines,
            const char *kind,
            GPtrArray  *copies)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (tend_record_get_kind (lines->pdata[i])->name, kind))
      g_ptr_array_add (copies, tend_record_copy (lines->pdata[i]));
}

GtkWidget *
tend_line_list_new (TendSession        *session,
                    const TendLineType *type,
                    TendRecord         *parent,
                    GPtrArray          *lines,
                    const char         *client,
                    GHashTable         *names)
{
  TendLineList *self = g_object_new (TEND_TYPE_LINE_LIST, NULL);
  GtkWidget *add = tend_head_button (_("_Add…"), _(type->add));

  self->session = g_object_ref (session);
  self->type = type;
  self->parent = g_object_ref (parent);
  self->client = g_strdup (client);
  self->names = names != NULL ? g_hash_table_ref (names) : NULL;
  copy_lines (lines, type->kind, self->lines);
  copy_lines (lines, type->kind, self->before);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _(type->title));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  show_lines (self);

  return GTK_WIDGET (self);
}

void
tend_line_list_dup_lines (TendLineList *self,
                          GPtrArray    *lines)
{
  g_return_if_fail (TEND_IS_LINE_LIST (self));

  copy_lines (self->lines, self->type->kind, lines);
}

static char *
dup_draft (gpointer part)
{
  TendLineList *self = part;

  return tend_draft_make_lines (self->before, self->lines);
}

static void
restore (gpointer    part,
         const char *text)
{
  TendLineList *self = part;
  g_autoptr(GPtrArray) lines = NULL;

  if (text != NULL)
    lines = tend_draft_parse_lines (text, tend_kind_by_name (self->type->kind), self->parent,
                                    self->before);

  g_ptr_array_set_size (self->lines, 0);
  copy_lines (lines != NULL ? lines : self->before, self->type->kind, self->lines);
  lines_changed (self);
}

void
tend_line_list_join (TendLineList *self,
                     TendForm     *form)
{
  static const TendFormPartType part = { dup_draft, restore };

  g_return_if_fail (TEND_IS_LINE_LIST (self));

  self->draft_key = tend_draft_key (self->parent);
  tend_form_add_part (form, self, self->type->kind, &part);
}
