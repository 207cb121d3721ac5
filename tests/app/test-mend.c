/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mend.h"
#include "tend-places.h"

#include <string.h>

#define EXIT_SKIPPED 77 /* what meson takes for "skipped" */

static void
open_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       opened)
{
  const char *kind, *id;

  g_variant_get (target, "(&s&s)", &kind, &id);
  g_assert_nonnull (tend_matter_by_kind (kind));
  g_assert_cmpstr (id, !=, "");
  ++*(guint *) opened;
}

static void
place_cb (GSimpleAction *action,
          GVariant      *target,
          gpointer       opened)
{
  g_assert_nonnull (tend_place_by_name (g_variant_get_string (target, NULL)));
  ++*(guint *) opened;
}

static void
settings_cb (GSimpleAction *action,
             GVariant      *target,
             gpointer       opened)
{
  ++*(guint *) opened;
}

static GtkWidget *
new_page (guint *opened)
{
  const GActionEntry entries[] = {
    { "open", open_cb, "(ss)" }, { "place", place_cb, "s" }, { "settings", settings_cb },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *page = g_object_ref_sink (gtk_label_new (NULL));

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), opened);
  gtk_widget_insert_action_group (page, "win", G_ACTION_GROUP (group));
  return page;
}

/* Whatever a finding is about, its row leads somewhere, whether it is somebody's or not. */
static void
test_subjects (void)
{
  guint opened = 0;
  GtkWidget *page = new_page (&opened);

  for (const TendKind *const *kind = tend_kinds (); *kind != NULL; kind++)
    for (int n = 0; n < 2; n++)
      {
        TendFinding finding = { .kind = *kind, .id = (char *) "x",
                                .client = n == 0 ? NULL : (char *) "rose" };

        opened = 0;
        tend_mend_present (page, NULL, &finding, "");
        g_test_message ("%s", (*kind)->name);
        g_assert_cmpuint (opened, ==, 1);
      }

  g_object_unref (page);
}

/* The rule's own check says where it belongs. */
static void
test_rules (void)
{
  static const struct
  {
    const char *check;
    gboolean    of_person;
    const char *mend;
  } cases[] = {
    { "days_without_miles", FALSE, "place:mileage" }, { "return", FALSE, "view:council" },
    { "plan", TRUE, "care:care_plan" }, { "contingency", TRUE, "care:contingency_plan" },
    { "communication", TRUE, "care:about_me" }, { "complaints_told", TRUE, "client_details" },
  };
  guint opened = 0;
  GtkWidget *page = new_page (&opened);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "[scheme]\nname=Town\ncouncil=Town\ncountry=england\nsource=Ours\n"
        "[rule T1]\ncheck=%s\nasks=So.\nshown=register\nmissing=warn: No.\n", cases[i].check);
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) schemes =
        g_ptr_array_new_with_free_func ((GDestroyNotify) tend_scheme_free);
      TendFinding finding = {
        .kind = tend_kind_by_name (cases[i].of_person ? "client" : "provider"), .id = (char *) "x",
        .client = cases[i].of_person ? (char *) "x" : NULL, .scheme = (char *) "town",
        .rule = (char *) "T1",
      };
      g_autofree char *mend = NULL;

      g_ptr_array_add (schemes, tend_scheme_parse ("town", text, strlen (text), &error));
      g_assert_no_error (error);
      mend = tend_mend_of (schemes, &finding);
      g_assert_cmpstr (mend, ==, cases[i].mend);

      opened = 0;
      tend_mend_present (page, NULL, &finding, mend);
      g_assert_cmpuint (opened, ==, 1);
    }

  g_object_unref (page);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    return EXIT_SKIPPED;

  g_test_add_func ("/app/mend/subjects", test_subjects);
  g_test_add_func ("/app/mend/rules", test_rules);

  return g_test_run ();
}
