/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-csv.h"
#include "tend-writer.h"

static void
test_json (void)
{
  g_autoptr(TendWriter) writer = tend_writer_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  tend_writer_map (writer, NULL);
  tend_writer_text (writer, "text", "\"Ŵ\"\n");
  tend_writer_text (writer, "none", NULL);
  tend_writer_int (writer, "number", G_MININT64);
  tend_writer_bool (writer, "yes", 5);
  tend_writer_date (writer, "date", tend_date_new (2026, 6, 2));
  tend_writer_date (writer, "no_date", TEND_DATE_NONE);
  /* 25 October 2026, 01:30 for the second time. */
  tend_writer_instant (writer, "instant", 1792891800);
  tend_writer_instant (writer, "no_instant", TEND_INSTANT_NONE);
  tend_writer_array (writer, "array");
  tend_writer_int (writer, NULL, 1);
  g_assert_true (tend_writer_json (writer, NULL, "{\"a\":[1.50,null,true],\"b\":\"\\u0174\"}"));
  tend_writer_end (writer);
  tend_writer_map (writer, "empty");
  tend_writer_array (writer, "array");
  tend_writer_end (writer);
  tend_writer_map (writer, "map");
  tend_writer_end (writer);
  tend_writer_end (writer);
  tend_writer_end (writer);

  bytes = tend_writer_finish (writer);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"text\": \"\\\"Ŵ\\\"\\n\",\n"
                   "  \"none\": null,\n"
                   "  \"number\": -9223372036854775808,\n"
                   "  \"yes\": true,\n"
                   "  \"date\": \"2026-06-02\",\n"
                   "  \"no_date\": null,\n"
                   "  \"instant\": \"2026-10-25T01:30Z\",\n"
                   "  \"no_instant\": null,\n"
                   "  \"array\": [\n"
                   "    1,\n"
                   "    {\n"
                   "      \"a\": [\n"
                   "        1.50,\n"
                   "        null,\n"
                   "        true\n"
                   "      ],\n"
                   "      \"b\": \"Ŵ\"\n"
                   "    }\n"
                   "  ],\n"
                   "  \"empty\": {\n"
                   "    \"array\": [],\n"
                   "    \"map\": {}\n"
                   "  }\n"
                   "}\n");
}

static void
test_no_json (void)
{
  const char * const texts[] = { "", "{", "[1,]", "x", "{} {}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(TendWriter) writer = tend_writer_new ();

      g_assert_false (tend_writer_json (writer, NULL, texts[i]));
    }
}

static void
test_csv (void)
{
  g_autoptr(GString) text = g_string_new (NULL);

  tend_csv_add (text, "a", "", "b c", NULL);
  tend_csv_add (text, "1,5", "say \"hello\"", "two\nlines", NULL);
  tend_csv_add (text, "=1+1", "+44 1632", "-", "@x", "\tx", NULL);
  tend_csv_add (text, "-3.00", "+44", "-3e5", "O'Neill", NULL);
  g_assert_cmpstr (text->str, ==,
                   "a,,b c\r\n"
                   "\"1,5\",\"say \"\"hello\"\"\",\"two\nlines\"\r\n"
                   "\"'=1+1\",\"'+44 1632\",\"'-\",\"'@x\",\"'\tx\"\r\n"
                   "-3.00,+44,-3e5,O'Neill\r\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/writer/json", test_json);
  g_test_add_func ("/exchange/writer/no-json", test_no_json);
  g_test_add_func ("/exchange/csv", test_csv);

  return g_test_run ();
}
