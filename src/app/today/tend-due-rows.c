/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-due-rows.h"

#include "tend-places.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where a kind of matter is seen to, if not where its subject is. */
typedef struct
{
  const char *kind;
  const char *icon;
  const char *action; /* NULL: win.open with @opens */
  const char *opens;  /* NULL: the subject's own kind */
} Lead;

static const Lead leads[] = {
  { "data_breach", "dialog-warning-symbolic", "win.privacy" },
  { "people_told", "dialog-warning-symbolic", "win.privacy" },
  { "information_request", "mail-send-symbolic", "win.privacy" },
  { "data_complaint", "mail-send-symbolic", "win.privacy" },
  { "retention", "user-trash-symbolic", "win.privacy" },
  { "back_up", "drive-removable-media-symbolic", "win.back-up" },
  { "mar_gap", "tend-medicines-symbolic", NULL, "mar" },
  { "unbilled", "mail-send-symbolic" },
  { "invoice", "tend-money-symbolic" },
};
static const Lead usual = { NULL, "document-edit-symbolic" };
static const Lead own = { NULL, "x-office-calendar-symbolic" };

static const Lead *
lead_of (const TendDueItem *item)
{
  for (gsize i = 0; i < G_N_ELEMENTS (leads); i++)
    if (g_str_equal (leads[i].kind, item->kind))
      return &leads[i];

  return item->own ? &own : &usual;
}

/* The day's week for time off, which has no window of its own. */
static GVariant *
make_target (const Lead        *lead,
             const TendDueItem *item)
{
  g_auto(GStrv) parts = g_strsplit (item->subject, "/", 2);
  const char *kind = lead->opens != NULL ? lead->opens : parts[0];
  g_autofree char *day = NULL;

  if (g_str_equal (parts[0], "time_off"))
    {
      day = tend_date_format_iso (item->due_on + 14);
      return g_variant_new ("(ss)", "week", day);
    }

  return tend_matter_by_kind (kind) != NULL ? g_variant_new ("(ss)", kind, parts[1]) : NULL;
}

/* The action that leads there, with its target; NULL when there is no such place. */
static const char *
find_action (const TendDueItem  *item,
             GVariant          **target)
{
  const Lead *lead = lead_of (item);

  *target = NULL;
  if (lead->action != NULL)
    return lead->action;

  *target = make_target (lead, item);
  if (*target != NULL)
    return "win.open";
  if (g_str_has_prefix (item->kind, "tax_"))
    *target = g_variant_new_string ("money");
  else if (tend_place_by_name ("portfolio") != NULL)
    *target = g_variant_new_string ("portfolio");

  return *target != NULL ? "win.place" : NULL;
}

void
tend_due_open (GtkWidget         *widget,
               const TendDueItem *item)
{
  GVariant *target;
  const char *action = find_action (item, &target);

  if (action != NULL)
    gtk_widget_activate_action_variant (widget, action, target);
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        GVariant   *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu_button (const TendDueItem *item)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) later = g_menu_new ();
  g_autoptr(GMenu) never = g_menu_new ();
  /* Translators: what is done about the matter that is named */
  g_autofree char *name = g_strdup_printf (_("Answer: %s"), item->title);

  append (menu, _("_Done"), "today.due-done", g_variant_new_string (item->id));
  append (later, _("Remind Me _Tomorrow"), "today.due-later", g_variant_new ("(si)", item->id, 1));
  append (later, _("Remind Me in a _Week"), "today.due-later", g_variant_new ("(si)", item->id, 7));
  append (later, _("Remind Me on a D_ay…"), "today.due-day", g_variant_new_string (item->id));
  append (never, _("Does Not _Concern Me…"), "today.due-not-mine",
          g_variant_new_string (item->id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (later));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (never));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

GtkWidget *
tend_due_row (const TendDueItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (lead_of (item)->icon);
  GVariant *target;
  const char *action = find_action (item, &target);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), item->detail);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_add_css_class (row, "day-row");

  gtk_widget_add_css_class (icon, "step-icon");
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_menu_button (item));

  if (action != NULL)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, item->detail, -1);
  return row;
}
