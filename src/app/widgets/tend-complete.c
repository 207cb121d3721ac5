/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-complete.h"

#include <string.h>

#define KEY "tend-complete"

typedef struct
{
  GtkEditable *row;     /* has this */
  GPtrArray   *words;
  char        *typed;   /* without what was added */
  gboolean     added;   /* the rest of a word, and nothing was done since */
  guint        adding;  /* source */
  guint        selecting; /* source */
  GtkPopover  *popover;
} Complete;

static void
complete_free (gpointer data)
{
  Complete *self = data;

  g_clear_handle_id (&self->adding, g_source_remove);
  g_clear_handle_id (&self->selecting, g_source_remove);
  g_ptr_array_unref (self->words);
  g_free (self->typed);
  g_free (self);
}

/* The first word that begins like @text; NULL for none, and when @text is a word of
 * its own.
 */
static const char *
find_word (GPtrArray  *words,
           const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  glong length = g_utf8_strlen (text, -1);
  const char *found = NULL;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      g_autofree char *beginning = NULL;
      g_autofree char *folded_beginning = NULL;

      if (g_utf8_strlen (word, -1) < length)
        continue;

      beginning = g_utf8_substring (word, 0, length);
      folded_beginning = g_utf8_casefold (beginning, -1);
      if (strcmp (folded, folded_beginning) != 0)
        continue;
      if (g_utf8_strlen (word, -1) == length)
        return NULL;
      if (found == NULL)
        found = word;
    }

  return found;
}

/* After the text has been put in, since GTK then moves the cursor.  The word is
 * taken as it was written before, its capitals too: "leek" becomes "Leek".
 */
static gboolean
complete_cb (gpointer data)
{
  Complete *self = data;
  const char *text = gtk_editable_get_text (self->row);
  int length = g_utf8_strlen (text, -1);
  const char *word = NULL;

  self->adding = 0;
  if (strcmp (text, self->typed) == 0 && gtk_editable_get_position (self->row) == length)
    word = find_word (self->words, text);

  if (word != NULL)
    {
      gtk_editable_set_text (self->row, word);
      gtk_editable_select_region (self->row, length, -1);
      g_clear_handle_id (&self->adding, g_source_remove);
      g_free (self->typed);
      self->typed = g_utf8_substring (word, 0, length);
      self->added = TRUE;
    }

  return G_SOURCE_REMOVE;
}

static gboolean
has_focus (Complete *self)
{
  GtkWidget *editor = GTK_WIDGET (gtk_editable_get_delegate (self->row));

  return (gtk_widget_get_state_flags (editor) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Only what has just grown by typing is completed. */
static void
changed_cb (Complete *self)
{
  const char *text = gtk_editable_get_text (self->row);
  gboolean grown = strlen (text) > strlen (self->typed) && g_str_has_prefix (text, self->typed);

  g_free (self->typed);
  self->typed = g_strdup (text);
  self->added = FALSE;
  g_clear_handle_id (&self->adding, g_source_remove);
  if (grown && has_focus (self))
    self->adding = g_idle_add (complete_cb, self);
}

/* What was added is the carer's own once they go to and fro in it. */
static void
cursor_moved_cb (Complete *self)
{
  self->added = FALSE;
}

static gboolean
select_again_cb (gpointer data)
{
  Complete *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->row));

  self->selecting = 0;
  if (self->added && has_focus (self) && gtk_window_is_active (GTK_WINDOW (root)))
    gtk_editable_select_region (self->row, g_utf8_strlen (self->typed, -1), -1);

  return G_SOURCE_REMOVE;
}

/* Every selection is offered to other programs.  X11 tells late of the one that ended
 * when a letter was typed over it; GTK takes that for the loss of the one made since,
 * and unselects what was added.  It is selected again before the next letter comes.
 */
static void
unselected_cb (Complete *self)
{
  if (self->added && self->selecting == 0 &&
      !gtk_editable_get_selection_bounds (self->row, NULL, NULL))
    self->selecting = g_idle_add_full (G_PRIORITY_HIGH, select_again_cb, self, NULL);
}

static void
row_activated_cb (Complete      *self,
                  GtkListBoxRow *row)
{
  const char *word = g_ptr_array_index (self->words, gtk_list_box_row_get_index (row));

  gtk_popover_popdown (self->popover);
  gtk_editable_set_text (self->row, word);
  gtk_widget_grab_focus (GTK_WIDGET (self->row));
}

static GtkWidget *
word_list (Complete *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < self->words->len; i++)
    {
      const char *word = g_ptr_array_index (self->words, i);
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = gtk_label_new (word);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
      gtk_widget_add_css_class (label, "completion");
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "completions");
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);

  return scroller;
}

static void
add_button (Complete   *self,
            const char *label)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, word_list (self));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->popover));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  tend_entry_row_add_suffix (TEND_ENTRY_ROW (self->row), button);
}

void
tend_complete_attach (TendEntryRow *row,
                      GPtrArray    *words,
                      const char   *button_label)
{
  GtkText *text = tend_entry_row_get_text (row);
  GtkGesture *click;
  Complete *self;

  g_return_if_fail (TEND_IS_ENTRY_ROW (row));

  if (words->len == 0)
    return;

  click = gtk_gesture_click_new ();
  self = g_new0 (Complete, 1);
  self->row = GTK_EDITABLE (row);
  self->words = g_ptr_array_ref (words);
  self->typed = g_strdup (gtk_editable_get_text (self->row));
  add_button (self, button_label);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (text, "notify::cursor-position", G_CALLBACK (unselected_cb), self);
  g_signal_connect_swapped (text, "move-cursor", G_CALLBACK (cursor_moved_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (cursor_moved_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (click));
  g_object_set_data_full (G_OBJECT (row), KEY, self, complete_free);
}
