/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-tab.h"

#include "tend-attachment-list.h"
#include "tend-calendar-button.h"
#include "tend-care-form.h"
#include "tend-care-papers.h"
#include "tend-care-plan-actions.h"
#include "tend-care-print.h"
#include "tend-care-row.h"
#include "tend-care-show.h"
#include "tend-flow-item.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

/* Of one section, until all are asked for. */
#define MOST_SHOWN 4

struct _TendCareTab
{
  TendClientTab  parent_instance;

  TendCareFile  *file;    /* as last loaded */
  GHashTable    *groups;  /* kind → AdwPreferencesGroup */
  GHashTable    *whole;   /* kinds of which all are shown */
  GHashTable    *shown;   /* secrets on view, by the record's id */
  GtkWidget     *plan_button;
  GtkWidget     *documents;
  const char    *wanted;  /* kind to move to once it is loaded */
  guint          moving;  /* source: it is, and is laid out next */

  AdwPreferencesGroup *pack;
};

G_DEFINE_FINAL_TYPE (TendCareTab, tend_care_tab, TEND_TYPE_CLIENT_TAB)

static TendSession *
session_of (TendCareTab *self)
{
  return tend_page_get_session (TEND_PAGE (self));
}

static gboolean
is_plan (const TendCareSection *section)
{
  return g_str_equal (section->kind, "care_plan");
}

static gboolean
is_draft (TendRecord *plan)
{
  return g_strcmp0 (tend_record_get_text (plan, "status"), "draft") == 0;
}

static void
open_cb (TendCareTab *self,
         GtkWidget   *row)
{
  tend_care_show_record (GTK_WIDGET (self), session_of (self), self->file,
                         g_object_get_data (G_OBJECT (row), "record"));
}

static void
agree_cb (TendCareTab *self,
          GtkWidget   *row)
{
  tend_care_plan_agree_present (GTK_WIDGET (self), session_of (self), self->file,
                                g_object_get_data (G_OBJECT (row), "record"));
}

static int
chosen_day (gpointer data)
{
  return TEND_DATE_NONE;
}

static void
day_cb (TendCareTab *self,
        int          date)
{
  tend_care_plan_read_on (GTK_WIDGET (self), session_of (self), self->file, date);
}

/* What can be done with a draft that is ready, or what is still to be written in it. */
static void
add_agree_row (TendCareTab         *self,
               AdwPreferencesGroup *group,
               TendRecord          *draft)
{
  gboolean ready = self->file->missing == NULL || *self->file->missing == '\0';
  g_autofree char *missing =
    /* Translators: "what they need; a task at visits" */
    ready ? NULL : g_strdup_printf (_("Still to be written: %s"), self->file->missing);
  GtkWidget *row = tend_row_link (ready ? _("Agree This Plan…") : _("Finish This Draft…"),
                                  ready ? _("When you have talked the draft over") : missing);

  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (draft), g_object_unref);
  g_signal_connect_object (row, "activated", ready ? G_CALLBACK (agree_cb) : G_CALLBACK (open_cb),
                           self, G_CONNECT_SWAPPED);
  tend_rows_add (group, row, "agree");
}

static void
add_day_row (TendCareTab         *self,
             AdwPreferencesGroup *group)
{
  GtkWidget *row = tend_row_value (_("Plan on Another Day"),
                                   _("Choose a day to read what was in force then"));
  GtkWidget *button = tend_calendar_button_new (self->file->today, chosen_day, self);

  tend_calendar_button_name (button, _("Plan on Another Day"));
  g_signal_connect_object (button, "settled", G_CALLBACK (day_cb), self, G_CONNECT_SWAPPED);
  tend_row_add_suffix (row, button);
  tend_rows_add (group, row, "on-day");
}

static void
update_plan (TendCareTab         *self,
             AdwPreferencesGroup *group,
             GPtrArray           *plans)
{
  gboolean any = plans->len > 0;
  gboolean draft = any && is_draft (plans->pdata[0]);

  if (draft && !self->file->died)
    add_agree_row (self, group, plans->pdata[0]);
  if (plans->len > (draft ? 1 : 0))
    add_day_row (self, group);
  gtk_button_set_label (GTK_BUTTON (self->plan_button),
                        any ? _("_Change…") : _("_Write One…"));
  gtk_widget_set_visible (self->plan_button, !self->file->died);
}

static void
all_cb (TendCareTab *self,
        GtkWidget   *row)
{
  g_hash_table_add (self->whole, g_object_get_data (G_OBJECT (row), "kind"));
  tend_page_reload (TEND_PAGE (self));
}

static void
add_all_row (TendCareTab           *self,
             AdwPreferencesGroup   *group,
             const TendCareSection *section,
             guint                  n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("Show all %u", "Show all %u", n), n);
  GtkWidget *row = tend_row_link (text, NULL);

  g_object_set_data (G_OBJECT (row), "kind", (gpointer) section->kind);
  g_signal_connect_object (row, "activated", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  tend_rows_add (group, row, "all");
}

static void
add_print_button (TendCareTab           *self,
                  const TendCareSection *section,
                  GtkWidget             *row,
                  TendRecord            *record)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  /* A day alone does not say of what. */
  g_autofree char *name =
    section->paper_form ? g_strdup_printf ("%s, %s", _(section->title), title) : g_strdup (title);
  GtkWidget *button = tend_care_paper_small_button (name);

  tend_care_paper_on_press (button, GTK_WIDGET (self), session_of (self), section, record,
                            self->file->today);
  tend_row_add_suffix (row, button);
}

static void
add_record (TendCareTab           *self,
            AdwPreferencesGroup   *group,
            const TendCareSection *section,
            TendRecord            *record)
{
  GtkWidget *row = tend_care_row_new (section, self->file, record);

  if (section->secret != NULL)
    tend_care_row_add_secret (row, TEND_PAGE (self), section, record, self->shown);
  if (section->paper_each)
    add_print_button (self, section, row, record);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  tend_rows_add (group, row, tend_record_get_id (record));
}

static void
show_section (TendCareTab           *self,
              const TendCareSection *section)
{
  AdwPreferencesGroup *group = g_hash_table_lookup (self->groups, section->kind);
  GPtrArray *records = tend_care_file_get (self->file, section);
  gboolean whole =
    section->weigh != NULL || g_hash_table_contains (self->whole, section->kind) ||
    records->len <= MOST_SHOWN + 1;

  tend_rows_begin (group);
  for (guint i = 0; i < records->len && (whole || i < MOST_SHOWN); i++)
    add_record (self, group, section, records->pdata[i]);
  if (!whole)
    add_all_row (self, group, section, records->len);
  if (records->len == 0)
    tend_rows_add (group, tend_row_nothing (self->file->died ? _("Nothing was written.")
                                            : _(section->nothing)), NULL);
  if (is_plan (section))
    update_plan (self, group, records);
  tend_rows_end (group);
}

static void
show_pack (TendCareTab *self)
{
  tend_rows_begin (self->pack);
  tend_rows_add (self->pack,
                 tend_care_pack_row (TEND_CLIENT_TAB (self), self->file->not_signed), "pack");
  tend_rows_end (self->pack);
  gtk_widget_set_visible (GTK_WIDGET (self->pack), !self->file->died);
}

/* Rows that have just come have a place only then. */
static gboolean
move_cb (gpointer data)
{
  TendCareTab *self = data;
  GtkWidget *group = g_hash_table_lookup (self->groups, self->wanted);

  self->moving = 0;
  self->wanted = NULL;
  gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  TendClientAsk *about = data;

  return tend_care_file_load (vault, about->client, about->today, about->now, error);
}

static void
loaded_cb (TendPage     *page,
           gpointer      answer,
           const GError *error)
{
  TendCareTab *self = TEND_CARE_TAB (page);

  if (answer == NULL)
    return;

  g_clear_pointer (&self->file, tend_care_file_unref);
  self->file = answer;
  show_pack (self);
  for (const TendCareSection *section = tend_care_sections; section->kind != NULL; section++)
    show_section (self, section);
  tend_attachment_list_show (TEND_ATTACHMENT_LIST (self->documents), session_of (self),
                             tend_kind_by_name ("client"), self->file->client);
  if (self->wanted != NULL && self->moving == 0)
    self->moving = g_idle_add_full (G_PRIORITY_LOW, move_cb, self, NULL);
}

static void
tend_care_tab_reload (TendPage *page)
{
  tend_client_tab_ask (TEND_CLIENT_TAB (page), load, (GDestroyNotify) tend_care_file_unref,
                       loaded_cb, 0, 0, 0);
}

static void
tend_care_tab_reset (TendClientTab *tab)
{
  TendCareTab *self = TEND_CARE_TAB (tab);

  g_hash_table_remove_all (self->whole);
  g_hash_table_remove_all (self->shown);
  g_clear_pointer (&self->file, tend_care_file_unref);
}

/* Whoever comes back later asks for a secret again. */
static void
tend_care_tab_unmap (GtkWidget *widget)
{
  TendCareTab *self = TEND_CARE_TAB (widget);
  gboolean any = g_hash_table_size (self->shown) > 0;

  g_hash_table_remove_all (self->shown);
  GTK_WIDGET_CLASS (tend_care_tab_parent_class)->unmap (widget);
  if (any)
    tend_page_reload (TEND_PAGE (self));
}

static void
add_cb (TendCareTab *self,
        GtkWidget   *button)
{
  const TendCareSection *section = g_object_get_data (G_OBJECT (button), "section");
  g_autoptr(TendRecord) record = NULL;
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  if (self->file == NULL)
    return;
  if (is_plan (section))
    {
      tend_care_plan_write (GTK_WIDGET (self), session_of (self), self->file);
      return;
    }

  record = tend_care_new (section, self->file);
  tend_care_present (GTK_WIDGET (self), session_of (self), section, self->file, record, none);
}

static void
jump_cb (TendCareTab *self,
         GtkWidget   *button)
{
  tend_client_tab_scroll_to (TEND_CLIENT_TAB (self), g_object_get_data (G_OBJECT (button), "to"));
}

static void
add_jump (TendCareTab *self,
          GtkFlowBox  *jumps,
          const char  *part,
          GtkWidget   *heading)
{
  GtkWidget *button = gtk_button_new_with_label (part);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));
  GtkWidget *item;

  /* Two beside each other in a narrow window, whatever the language. */
  gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);

  gtk_widget_add_css_class (button, "chip");
  g_object_set_data (G_OBJECT (button), "to", heading);
  g_signal_connect_object (button, "clicked", G_CALLBACK (jump_cb), self, G_CONNECT_SWAPPED);
  item = tend_flow_item_new (button);
  gtk_widget_set_halign (item, GTK_ALIGN_START);
  gtk_flow_box_append (jumps, item);
}

static GtkWidget *
make_heading (const char *part)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                     "label", part, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (heading, "title-2");
  gtk_widget_set_margin_top (heading, 12);
  return heading;
}

static void
add_part (TendCareTab *self,
          GtkFlowBox  *jumps,
          const char  *part)
{
  GtkWidget *heading = make_heading (part);

  tend_client_tab_append (TEND_CLIENT_TAB (self), heading);
  add_jump (self, jumps, part, heading);
}

static void
add_section (TendCareTab           *self,
             const TendCareSection *section)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *add = tend_head_button (_("_Add…"), _(section->add));
  AdwPreferencesGroup *group =
    tend_client_tab_add_group (TEND_CLIENT_TAB (self), _(section->title), head);

  if (section->paper != NULL && (!section->paper_each || section->paper_form))
    {
      GtkWidget *button = tend_care_paper_button (tend_care_paper_of (section));

      tend_care_prints (TEND_CLIENT_TAB (self), button, tend_care_paper_of (section));
      gtk_box_append (GTK_BOX (head), button);
    }
  gtk_box_append (GTK_BOX (head), add);
  if (section->about != NULL)
    adw_preferences_group_set_description (group, _(section->about));
  if (is_plan (section))
    self->plan_button = add;
  g_object_set_data (G_OBJECT (add), "section", (gpointer) section);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->groups, (gpointer) section->kind, group);
}

static void
tend_care_tab_finalize (GObject *object)
{
  TendCareTab *self = TEND_CARE_TAB (object);

  g_clear_handle_id (&self->moving, g_source_remove);
  g_clear_pointer (&self->file, tend_care_file_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->whole, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_hash_table_unref);

  G_OBJECT_CLASS (tend_care_tab_parent_class)->finalize (object);
}

static void
tend_care_tab_class_init (TendCareTabClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_care_tab_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = tend_care_tab_unmap;
  TEND_PAGE_CLASS (klass)->reload = tend_care_tab_reload;
  TEND_CLIENT_TAB_CLASS (klass)->reset = tend_care_tab_reset;
}

static void
tend_care_tab_init (TendCareTab *self)
{
  GtkFlowBox *jumps = GTK_FLOW_BOX (gtk_flow_box_new ());

  self->groups = g_hash_table_new (g_str_hash, g_str_equal);
  self->whole = g_hash_table_new (g_str_hash, g_str_equal);
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  gtk_flow_box_set_selection_mode (jumps, GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (jumps, 6);
  gtk_flow_box_set_row_spacing (jumps, 6);
  gtk_flow_box_set_min_children_per_line (jumps, 2);
  gtk_flow_box_set_max_children_per_line (jumps, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (jumps), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Parts of this page"), -1);
  tend_client_tab_append (TEND_CLIENT_TAB (self), GTK_WIDGET (jumps));
  self->pack = tend_client_tab_add_group (TEND_CLIENT_TAB (self), NULL, NULL);

  for (const TendCareSection *section = tend_care_sections; section->kind != NULL; section++)
    {
      if (section->part != NULL)
        add_part (self, jumps, _(section->part));
      add_section (self, section);
    }

  add_part (self, jumps, _("Papers and Pictures"));
  self->documents = tend_attachment_list_new ();
  tend_client_tab_append (TEND_CLIENT_TAB (self), self->documents);
  tend_care_add_papers (TEND_CLIENT_TAB (self));
}

GtkWidget *
tend_care_tab_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_CARE_TAB, "session", session, NULL);
}

void
tend_care_tab_show_section (TendCareTab *self,
                            const char  *kind)
{
  const TendCareSection *section = tend_care_section (kind);

  g_return_if_fail (TEND_IS_CARE_TAB (self));
  g_return_if_fail (section != NULL);

  self->wanted = section->kind;
  tend_page_reload (TEND_PAGE (self));
}
