/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-reader.h"

#include "tend-attachment-list.h"
#include "tend-care-papers.h"
#include "tend-care-window.h"
#include "tend-field-text.h"
#include "tend-record-words.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

/* The whole of a long text, and a day without its label, which stands above it. */
static char *
value_of (TendRecord      *record,
          const TendField *field,
          GHashTable      *names)
{
  return field->type == TEND_FIELD_REFERENCE || field->type == TEND_FIELD_LIST
           ? tend_record_word (record, field, names) : tend_field_text_format (record, field);
}

void
tend_care_read_field (AdwPreferencesGroup *group,
                      TendRecord          *record,
                      const char          *name,
                      GHashTable          *names)
{
  const TendField *field = tend_kind_field (tend_record_get_kind (record), name);
  g_autofree char *value = value_of (record, field, names);

  if (*value == '\0')
    return;
  adw_preferences_group_add (group, (field->flags & TEND_FIELD_SENSITIVE) != 0
                                      ? tend_row_masked (_(field->label), value)
                                      : tend_row_value (_(field->label), value));
}

/* All of a line below its heading: "At any visit", then how they like it done. */
static GtkWidget *
line_row (const TendLineType *type,
          TendRecord         *line,
          GHashTable         *names)
{
  g_autofree char *heading = tend_line_heading (type, line, names);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; type->detail[i] != NULL; i++)
    {
      const TendField *field = tend_kind_field (tend_record_get_kind (line), type->detail[i]);
      g_autofree char *word = tend_record_word (line, field, names);

      if (*word != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", word);
    }

  return tend_row_value (heading, text->str);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_page_add (page, group);
  return group;
}

GtkWidget *
tend_care_read_lines (const TendLineType *type,
                      GPtrArray          *lines,
                      GHashTable         *names)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (tend_record_get_kind (lines->pdata[i])->name, type->kind))
      {
        if (group == NULL)
          group = adw_preferences_group_new ();
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                   line_row (type, lines->pdata[i], names));
      }
  if (group != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(type->title));

  return group;
}

static void
add_lines (AdwPreferencesPage *page,
           const TendLineType *type,
           GPtrArray          *lines,
           GHashTable         *names)
{
  GtkWidget *group = tend_care_read_lines (type, lines, names);

  if (group != NULL)
    adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

void
tend_care_reader_present (GtkWidget             *parent,
                          TendSession           *session,
                          const TendCareSection *section,
                          TendCareFile          *file,
                          TendRecord            *record,
                          GPtrArray             *lines,
                          const char            *title,
                          const char            *text,
                          TendDate               on)
{
  static const char *const agreement[] = {
    "agreed_on", "agreed_by", "authority", "representative", "review_on", "superseded_on", NULL
  };
  AdwPreferencesPage *page;
  GtkWindow *window = tend_care_window_new (parent, title, &page);
  AdwPreferencesGroup *group = add_group (page);
  GtkWidget *documents = tend_attachment_list_new ();

  adw_preferences_group_set_description (group, text);
  if (section->paper_each)
    {
      GtkWidget *button = tend_care_paper_button (tend_care_paper_of (section));

      tend_care_paper_on_press (button, GTK_WIDGET (window), session, section, record, on);
      adw_preferences_group_set_header_suffix (group, button);
    }
  for (guint i = 0; agreement[i] != NULL; i++)
    if (tend_kind_field (tend_record_get_kind (record), agreement[i]) != NULL)
      tend_care_read_field (group, record, agreement[i], file->names);

  group = add_group (page);
  for (guint i = 0; section->fields[i] != NULL; i++)
    if (*section->fields[i] != '\0')
      tend_care_read_field (group, record, section->fields[i], file->names);
  for (guint i = 0; section->lines != NULL && section->lines[i] != NULL; i++)
    add_lines (page, section->lines[i], lines, file->names);

  tend_attachment_list_show (TEND_ATTACHMENT_LIST (documents), session,
                             tend_record_get_kind (record), tend_record_get_id (record));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (documents));
  gtk_window_present (window);
}
