/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-form.h"

#include "app-test.h"

#include "tend-entry-row.h"
#include "tend-kinds.h"

#include <string.h>

#define EXIT_SKIPPED 77 /* what meson takes for "skipped" */

/* A form in a window, as it would be on the screen. */
typedef struct
{
  TendForm   *form;
  GtkWidget  *window;
  GtkWidget  *other;   /* something else that can have the focus */
  guint       changes;
} Shown;

static void
count (Shown *shown)
{
  shown->changes++;
}

static void
show_form (Shown              *shown,
           AppFixture         *fixture,
           TendRecord         *record,
           const char *const  *fields)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *group = adw_preferences_group_new ();

  *shown = (Shown) { .form = tend_form_new (fixture->session, record) };
  tend_form_add (shown->form, ADW_PREFERENCES_GROUP (group), fields);
  g_signal_connect_swapped (shown->form, "changed", G_CALLBACK (count), shown);

  shown->other = gtk_button_new ();
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), shown->other);
  shown->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (shown->window), box);
  gtk_window_present (GTK_WINDOW (shown->window));
}

static void
hide_form (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  g_assert_finalize_object (shown->form);
}

/* The label under a row, as long as it shows. */
static const char *
fault_of (Shown      *shown,
          const char *field)
{
  GtkWidget *row = tend_form_find_row (shown->form, field);
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *label = gtk_widget_get_last_child (child);

  return gtk_widget_get_visible (label) ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}

static GtkWidget *
text_of (Shown      *shown,
         const char *field)
{
  GtkWidget *row = tend_form_find_row (shown->form, field);

  return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));
}

static void
type (Shown      *shown,
      const char *field,
      const char *text)
{
  gtk_widget_grab_focus (text_of (shown, field));
  gtk_editable_set_text (GTK_EDITABLE (tend_form_find_row (shown->form, field)), text);
}

static void
leave (Shown *shown)
{
  gtk_widget_grab_focus (shown->other);
}

static const char *
typed (Shown      *shown,
       const char *field)
{
  return gtk_editable_get_text (GTK_EDITABLE (tend_form_find_row (shown->form, field)));
}

/* A fault waits until one has gone on, goes as soon as it is mended, and comes back at once. */
static void
test_faults (AppFixture    *fixture,
             gconstpointer  data)
{
  static const char *const fields[] = { "given_name", "date_of_birth", "nhs_number", NULL };
  g_autoptr(TendRecord) client = tend_record_new (&tend_client_kind);
  Shown shown;

  show_form (&shown, fixture, client, fields);
  g_assert_false (tend_form_is_valid (shown.form));
  g_assert_null (fault_of (&shown, "given_name"));

  type (&shown, "date_of_birth", "31/2/1940");
  g_assert_null (fault_of (&shown, "date_of_birth"));
  leave (&shown);
  g_assert_nonnull (fault_of (&shown, "date_of_birth"));
  g_assert_cmpstr (typed (&shown, "date_of_birth"), ==, "31/2/1940");
  g_assert_null (fault_of (&shown, "given_name"));

  type (&shown, "date_of_birth", "28/2/1940");
  g_assert_null (fault_of (&shown, "date_of_birth"));
  g_assert_cmpint (tend_record_get_int (client, "date_of_birth"), ==, tend_date_new (1940, 2, 28));
  type (&shown, "date_of_birth", "28/");
  g_assert_nonnull (fault_of (&shown, "date_of_birth"));
  type (&shown, "date_of_birth", "28/2/1940");
  leave (&shown);
  g_assert_cmpstr (typed (&shown, "date_of_birth"), ==, "28 Feb 1940");

  /* What the kind itself checks comes under the row it is about. */
  type (&shown, "nhs_number", "943 476 5918");
  leave (&shown);
  g_assert_nonnull (strstr (fault_of (&shown, "nhs_number"), "NHS number"));
  type (&shown, "nhs_number", "943 476 5919");
  g_assert_null (fault_of (&shown, "nhs_number"));

  g_assert_false (tend_form_check (shown.form));
  g_assert_nonnull (fault_of (&shown, "given_name"));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (shown.window)),
                                         text_of (&shown, "given_name")));
  type (&shown, "given_name", "Rose");
  g_assert_true (tend_form_is_valid (shown.form));
  g_assert_true (tend_form_check (shown.form));
  hide_form (&shown);
}

/* A row that was looked at and not changed is not held to be wrong. */
static void
test_untouched (AppFixture    *fixture,
                gconstpointer  data)
{
  static const char *const fields[] = { "given_name", "family_name", NULL };
  g_autoptr(TendRecord) client = tend_record_new (&tend_client_kind);
  Shown shown;

  show_form (&shown, fixture, client, fields);
  gtk_widget_grab_focus (text_of (&shown, "given_name"));
  leave (&shown);
  g_assert_null (fault_of (&shown, "given_name"));
  g_assert_cmpuint (shown.changes, ==, 0);

  type (&shown, "given_name", "R");
  g_assert_cmpuint (shown.changes, ==, 1);
  hide_form (&shown);
}

/* What only saving finds out stands until the row is changed. */
static void
test_saved_fault (AppFixture    *fixture,
                  gconstpointer  data)
{
  static const char *const fields[] = { "given_name", "reference", NULL };
  g_autoptr(TendRecord) client = tend_record_new (&tend_client_kind);
  Shown shown;

  tend_record_set_text (client, "given_name", "Rose");
  tend_record_set_text (client, "reference", "C1");
  show_form (&shown, fixture, client, fields);
  tend_form_set_fault (shown.form, "reference", "Somebody else has it.");
  g_assert_cmpstr (fault_of (&shown, "reference"), ==, "Somebody else has it.");
  g_assert_false (tend_form_is_valid (shown.form));
  type (&shown, "reference", "C2");
  g_assert_null (fault_of (&shown, "reference"));
  g_assert_true (tend_form_is_valid (shown.form));
  hide_form (&shown);
}

/* What cannot be read can be taken from one form and put into another. */
static void
test_typed_again (AppFixture    *fixture,
                  gconstpointer  data)
{
  static const char *const fields[] = { "given_name", "date_of_birth", NULL };
  static const char *const expected[] = { "date_of_birth", "31/2/1940", NULL };
  g_autoptr(TendRecord) client = tend_record_new (&tend_client_kind);
  g_auto(GStrv) unreadable = NULL;
  g_autofree char *fault = NULL;
  Shown shown;

  show_form (&shown, fixture, client, fields);
  type (&shown, "given_name", "Rose");
  type (&shown, "date_of_birth", "31/2/1940");
  leave (&shown);
  unreadable = tend_form_dup_unreadable (shown.form);
  g_assert_cmpstrv (unreadable, expected);
  fault = g_strdup (fault_of (&shown, "date_of_birth"));
  hide_form (&shown);

  show_form (&shown, fixture, client, fields);
  g_assert_true (tend_form_is_readable (shown.form));
  tend_form_type (shown.form, expected);
  g_assert_cmpstr (typed (&shown, "date_of_birth"), ==, "31/2/1940");
  g_assert_cmpstr (fault_of (&shown, "date_of_birth"), ==, fault);
  g_assert_false (tend_form_is_readable (shown.form));
  hide_form (&shown);
}

static void
test_masked (AppFixture    *fixture,
             gconstpointer  data)
{
  static const char *const fields[] = { "nhs_number", NULL };
  g_autoptr(TendRecord) client = tend_record_new (&tend_client_kind);
  TendEntryRow *row;
  Shown shown;

  tend_record_set_text (client, "nhs_number", "943 476 5919");
  show_form (&shown, fixture, client, fields);
  row = TEND_ENTRY_ROW (tend_form_find_row (shown.form, "nhs_number"));
  g_assert_true (GTK_IS_PASSWORD_ENTRY (tend_entry_row_get_entry (row)));
  g_assert_false (gtk_text_get_visibility (tend_entry_row_get_text (row)));
  hide_form (&shown);
}

typedef struct
{
  GtkWidget *row;
  guint      n;
} Choices;

static gboolean
has_choices (gpointer data)
{
  Choices *choices = data;
  GListModel *model = adw_combo_row_get_model (ADW_COMBO_ROW (choices->row));

  return model != NULL && g_list_model_get_n_items (model) == choices->n;
}

static const char *
chosen (GtkWidget *row)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (row));

  return gtk_string_object_get_string (item);
}

/* Rows of references fill themselves; those whose care has ended are not offered. */
static void
test_references (AppFixture    *fixture,
                 gconstpointer  data)
{
  static const char *const fields[] = { "client", "applies", "amount_pence", NULL };
  g_autoptr(TendRecord) rose = app_add (fixture, &tend_client_kind, "given_name", "Rose", NULL);
  g_autoptr(TendRecord) edna = app_add (fixture, &tend_client_kind, "given_name", "Edna",
                                        "status", "ended", NULL);
  g_autoptr(TendRecord) rate = tend_record_new (&tend_rate_kind);
  Choices choices;
  Shown shown;

  tend_record_set_text (rate, "client", tend_record_get_id (rose));
  show_form (&shown, fixture, rate, fields);
  tend_form_set_choices (shown.form, "client", NULL, "Everyone");
  choices = (Choices) { tend_form_find_row (shown.form, "client"), 2 };
  app_wait (has_choices, &choices, "the clients");
  g_assert_cmpstr (chosen (choices.row), ==, "Rose");
  g_assert_cmpuint (shown.changes, ==, 0);

  adw_combo_row_set_selected (ADW_COMBO_ROW (choices.row), 0);
  g_assert_cmpstr (chosen (choices.row), ==, "Everyone");
  g_assert_false (tend_record_is_set (rate, "client"));
  g_assert_cmpuint (shown.changes, ==, 1);

  adw_combo_row_set_selected (ADW_COMBO_ROW (tend_form_find_row (shown.form, "applies")), 2);
  g_assert_cmpstr (tend_record_get_text (rate, "applies"), ==, "saturday");
  hide_form (&shown);
}

/* A form may go before its rows, and its rows before it. */
static void
test_lifetimes (AppFixture    *fixture,
                gconstpointer  data)
{
  static const char *const fields[] = { "client", "name", "relation", "address", "pays_bills",
                                        NULL };
  g_autoptr(TendRecord) person = tend_record_new (&tend_person_kind);
  Shown shown;
  GtkWidget *name;

  show_form (&shown, fixture, person, fields);
  name = g_object_ref (tend_form_find_row (shown.form, "name"));
  g_clear_object (&shown.form);
  gtk_editable_set_text (GTK_EDITABLE (name), "Gillian");
  g_assert_null (tend_record_get_text (person, "name"));
  g_object_unref (name);
  gtk_window_destroy (GTK_WINDOW (shown.window));

  show_form (&shown, fixture, person, fields);
  gtk_window_destroy (GTK_WINDOW (shown.window));
  g_assert_false (tend_form_check (shown.form));
  app_settle (fixture);
  g_assert_finalize_object (shown.form);
}

/* What looks like a bank card's number is warned of at once, and stops nothing.  The number
 * is the one that card companies give for tests: its check digit is right. */
static void
test_bank_secret (AppFixture    *fixture,
                  gconstpointer  data)
{
  static const char *const fields[] = { "given_name", "reference", NULL };
  g_autoptr(TendRecord) client = tend_record_new (&tend_client_kind);
  Shown shown;

  show_form (&shown, fixture, client, fields);
  type (&shown, "given_name", "Rose");
  type (&shown, "reference", "4111 1111 1111 1111");
  g_assert_nonnull (strstr (fault_of (&shown, "reference"), "bank card"));
  g_assert_true (tend_form_is_valid (shown.form));
  g_assert_true (tend_form_check (shown.form));

  type (&shown, "reference", "C 7");
  g_assert_null (fault_of (&shown, "reference"));
  hide_form (&shown);
}

static void
not_sunday (TendRecord *record,
            TendFaults *faults,
            gpointer    data)
{
  if (g_strcmp0 (tend_record_get_text (record, "weekdays"), "SU") == 0)
    tend_faults_add (faults, "weekdays", "Not on a Sunday.");
}

static GtkToggleButton *
chip_of (GtkWidget  *widget,
         const char *name)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && g_str_equal (gtk_widget_get_name (widget), name))
    return GTK_TOGGLE_BUTTON (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkToggleButton *found = chip_of (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Words to choose from are set one beside the other; what the window knows is checked too. */
static void
test_words (AppFixture    *fixture,
            gconstpointer  data)
{
  static const char *const fields[] = { "title", "weekdays", NULL };
  g_autoptr(TendRecord) task = tend_record_new (&tend_plan_task_kind);
  GtkWidget *row;
  Shown shown;

  tend_record_set_text (task, "care_plan", "plan");
  show_form (&shown, fixture, task, fields);
  tend_form_set_check (shown.form, not_sunday, NULL);
  type (&shown, "title", "Bins");

  row = tend_form_find_row (shown.form, "weekdays");
  gtk_toggle_button_set_active (chip_of (row, "SU"), TRUE);
  g_assert_cmpstr (fault_of (&shown, "weekdays"), ==, "Not on a Sunday.");
  g_assert_false (tend_form_is_valid (shown.form));
  gtk_toggle_button_set_active (chip_of (row, "MO"), TRUE);
  g_assert_cmpstr (tend_record_get_text (task, "weekdays"), ==, "MO\nSU");
  g_assert_true (tend_form_is_valid (shown.form));
  gtk_toggle_button_set_active (chip_of (row, "SU"), FALSE);
  g_assert_cmpstr (tend_record_get_text (task, "weekdays"), ==, "MO");
  hide_form (&shown);
}

/* Tab goes through the rows, and Shift+Tab goes back. */
static void
test_tab (AppFixture    *fixture,
          gconstpointer  data)
{
  static const char *const fields[] = { "given_name", "family_name", "phone", NULL };
  g_autoptr(TendRecord) client = tend_record_new (&tend_client_kind);
  Shown shown;

  show_form (&shown, fixture, client, fields);
  gtk_widget_grab_focus (text_of (&shown, "given_name"));
  gtk_widget_child_focus (shown.window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (shown.window)),
                                         text_of (&shown, "family_name")));
  gtk_widget_child_focus (shown.window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (shown.window)),
                                         text_of (&shown, "given_name")));
  hide_form (&shown);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    return EXIT_SKIPPED;

  adw_init ();

  app_add_test ("/app/form/faults", test_faults);
  app_add_test ("/app/form/untouched", test_untouched);
  app_add_test ("/app/form/saved-fault", test_saved_fault);
  app_add_test ("/app/form/masked", test_masked);
  app_add_test ("/app/form/typed-again", test_typed_again);
  app_add_test ("/app/form/references", test_references);
  app_add_test ("/app/form/bank-secret", test_bank_secret);
  app_add_test ("/app/form/words", test_words);
  app_add_test ("/app/form/tab", test_tab);
  app_add_test ("/app/form/lifetimes", test_lifetimes);

  return g_test_run ();
}
