/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-error.h"
#include "tend-template.h"

#include <string.h>

static GHashTable *
make_values (void)
{
  GHashTable *values = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (values, (gpointer) "name", (gpointer) "Rose");
  g_hash_table_insert (values, (gpointer) "empty", (gpointer) "");
  g_hash_table_insert (values, (gpointer) "odd", (gpointer) "1. *x* _y_ <b> #");
  g_hash_table_insert (values, (gpointer) "lines", (gpointer) "12 High St\n\n  Stafford\n");
  g_hash_table_insert (values, (gpointer) "rates", (gpointer) "Weekday\t£20.00\nNight\t£120.00");
  g_hash_table_insert (values, (gpointer) "trap", (gpointer) "{{name}} {{#empty}}");
  return values;
}

static const struct
{
  const char *template;
  const char *expected;
} fills[] = {
  { "", "" },
  { "Dear {{name}}.", "Dear Rose." },
  { "{{ name }}{{name}}", "RoseRose" },
  { "[{{empty}}]", "[]" },
  { "{{odd}}", "1\\. \\*x\\* \\_y\\_ \\<b\\> \\#" },
  { "At {{lines}}!", "At 12 High St, Stafford!" },
  { "{{lines}}", "12 High St\\\nStafford" },
  { "a\n  {{lines}}  \nb", "a\n  12 High St\\\nStafford  \nb" },
  { "- {{lines}}\n", "- 12 High St\n- Stafford\n" },
  { "  1. {{lines}}", "  1. 12 High St\n  1. Stafford" },
  { "- {{rates}}\n- end", "- **Weekday**: £20\\.00\n- **Night**: £120\\.00\n- end" },
  { "a {{#name}}yes{{/name}}{{^name}}no{{/name}} b", "a yes b" },
  { "a {{#empty}}yes{{/empty}}{{^empty}}no{{/empty}} b", "a no b" },
  { "a\n{{#name}}\nb\n{{/name}}\nc", "a\nb\nc" },
  { "a\n{{#empty}}\nb {{name}}\n{{/empty}}\nc", "a\nc" },
  { "{{#empty}}{{#name}}a{{/name}}{{/empty}}b", "b" },
  { "{{#name}}{{#empty}}a{{/empty}}b{{/name}}c", "bc" },
  { "<!-- {{nobody}} -->{{name}}", "<!-- {{nobody}} -->Rose" },
  { "{{trap}}", "\\{\\{name\\}\\} \\{\\{\\#empty\\}\\}" },
  { "a } } { {b}", "a } } { {b}" },
};

static void
test_fill (void)
{
  g_autoptr(GHashTable) values = make_values ();

  for (gsize i = 0; i < G_N_ELEMENTS (fills); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *filled = tend_template_fill (fills[i].template, values, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (filled, ==, fills[i].expected);
    }
}

static const struct
{
  const char *template;
  const char *names; /* what the message must have in it */
  int         line;
} faults[] = {
  { "a\nb {{nmae}}", "{{nmae}}", 2 },
  { "{{#empty}}{{nmae}}{{/empty}}", "{{nmae}}", 1 }, /* even where it would not be shown */
  { "\n\n{{#nmae}}x{{/nmae}}", "{{nmae}}", 3 },
  { "{{#name}}x", "{{/name}}", 0 },
  { "x{{/name}}", "{{/name}}", 1 },
  { "{{#name}}{{#empty}}{{/name}}{{/empty}}", "{{/name}}", 1 },
  { "a {{name b", "{{", 1 },
  { "a {{name\n}} b", "{{", 1 },
};

static void
test_faults (void)
{
  g_autoptr(GHashTable) values = make_values ();

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *line = g_strdup_printf ("Line %d ", faults[i].line);

      g_assert_null (tend_template_fill (faults[i].template, values, &error));
      g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, faults[i].names));
      if (faults[i].line)
        g_assert_nonnull (strstr (error->message, line));
    }
}

static void
test_deep (void)
{
  g_autoptr(GHashTable) values = make_values ();
  g_autoptr(GString) deep = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < 1000; i++)
    g_string_append (deep, "{{#name}}");
  g_assert_null (tend_template_fill (deep->str, values, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
}

static void
test_load (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *contract = tend_template_load ("contract", &error);
  g_autofree char *missing = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (strstr (contract, "{{client.name}}"));
  missing = tend_template_load ("nothing", &error);
  g_assert_null (missing);
  g_assert_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/fill", test_fill);
  g_test_add_func ("/template/faults", test_faults);
  g_test_add_func ("/template/deep", test_deep);
  g_test_add_func ("/template/load", test_load);
  return g_test_run ();
}
