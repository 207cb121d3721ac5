/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-text.h"

#include <glib/gi18n-lib.h>

#include "tend-date.h"

#define FAMILIES "Inter, Adwaita Sans, Cantarell, DejaVu Sans, sans-serif"
#define MONO_FAMILIES "JetBrains Mono, DejaVu Sans Mono, monospace"

#define FIRST_STRONG_ISOLATE 0x2068
#define POP_ISOLATE 0x2069

static const struct
{
  const char  *family;
  double       size;
  double       large;        /* the same in large print */
  PangoWeight  weight;
  float        line_spacing; /* 0: the font's own */
} scale[] = {
  [TEND_TEXT_TITLE]   = { FAMILIES,      23.0, 30.0, PANGO_WEIGHT_SEMIBOLD, 0.0f },
  [TEND_TEXT_PART]    = { FAMILIES,      16.0, 23.0, PANGO_WEIGHT_SEMIBOLD, 0.0f },
  [TEND_TEXT_HEADING] = { FAMILIES,      12.5, 20.5, PANGO_WEIGHT_SEMIBOLD, 0.0f },
  [TEND_TEXT_STRONG]  = { FAMILIES,       9.5, 18.0, PANGO_WEIGHT_SEMIBOLD, 0.0f },
  [TEND_TEXT_BODY]    = { FAMILIES,      10.0, 18.0, PANGO_WEIGHT_NORMAL,   1.18f },
  [TEND_TEXT_CELL]    = { FAMILIES,       9.5, 18.0, PANGO_WEIGHT_NORMAL,   0.0f },
  [TEND_TEXT_SMALL]   = { FAMILIES,       8.0, 13.0, PANGO_WEIGHT_NORMAL,   0.0f },
  [TEND_TEXT_LABEL]   = { FAMILIES,       8.0, 15.0, PANGO_WEIGHT_MEDIUM,   0.0f },
  [TEND_TEXT_AMOUNT]  = { FAMILIES,      19.0, 25.0, PANGO_WEIGHT_SEMIBOLD, 0.0f },
  [TEND_TEXT_KEY]     = { MONO_FAMILIES, 21.0, 21.0, PANGO_WEIGHT_NORMAL,   0.0f },
  [TEND_TEXT_LARGE]   = { FAMILIES,      13.5, 18.0, PANGO_WEIGHT_NORMAL,   1.12f },
};

PangoContext *
tend_text_context_new (const char *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoFontDescription *font = pango_font_description_new ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_font_description_set_family_static (font, FAMILIES);
  pango_font_description_set_absolute_size (font, scale[TEND_TEXT_CELL].size * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string (language ? language : "en-GB"));
  return context;
}

#define LARGE_KEY "tend-large-print"

void
tend_text_context_set_large (PangoContext *context,
                             gboolean      large)
{
  g_object_set_data (G_OBJECT (context), LARGE_KEY, GINT_TO_POINTER (large));
}

gboolean
tend_text_context_is_large (PangoContext *context)
{
  return g_object_get_data (G_OBJECT (context), LARGE_KEY) != NULL;
}

PangoAttrList *
tend_text_attributes (TendTextStyle style)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (style != TEND_TEXT_KEY)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  return attributes;
}

static gboolean
goes_left (gunichar c)
{
  switch (g_unichar_isalpha (c) ? g_unichar_get_script (c) : G_UNICODE_SCRIPT_COMMON)
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
tend_text_is_right_to_left (const char *text)
{
  int isolated = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == FIRST_STRONG_ISOLATE)
        isolated++;
      else if (c == POP_ISOLATE)
        isolated--;
      else if (isolated <= 0 && g_unichar_isalpha (c))
        return goes_left (c);
    }
  return FALSE;
}

static gboolean
has_right_to_left (const char *line)
{
  for (const char *p = line; *p; p = g_utf8_next_char (p))
    if (goes_left (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

char *
tend_text_isolate (const char *text)
{
  g_auto(GStrv) lines = NULL;

  if (!has_right_to_left (text))
    return g_strdup (text);

  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line; line++)
    if (has_right_to_left (*line))
      {
        GString *isolated = g_string_new (NULL);

        g_string_append_unichar (isolated, FIRST_STRONG_ISOLATE);
        g_string_append (isolated, *line);
        g_string_append_unichar (isolated, POP_ISOLATE);
        g_free (*line);
        *line = g_string_free (isolated, FALSE);
      }
  return g_strjoinv ("\n", lines);
}

PangoLayout *
tend_text_layout (PangoContext  *context,
                  TendTextStyle  style,
                  const char    *text,
                  double         width)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *attributes = tend_text_attributes (style);
  double size = tend_text_context_is_large (context) ? scale[style].large : scale[style].size;
  g_autofree char *isolated = text ? tend_text_isolate (text) : NULL;

  g_assert (style < G_N_ELEMENTS (scale));

  pango_font_description_set_family_static (font, scale[style].family);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, scale[style].weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  if (scale[style].line_spacing > 0)
    pango_layout_set_line_spacing (layout, scale[style].line_spacing);
  if (width >= 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }

  /* Else Pango moves the lines that go from right to left to the other side. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, isolated ? isolated : "", -1);
  return layout;
}

double
tend_text_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

double
tend_text_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.height / (double) PANGO_SCALE;
}

double
tend_text_baseline (PangoLayout *layout)
{
  return pango_layout_get_baseline (layout) / (double) PANGO_SCALE;
}

char *
tend_text_minutes (gint64 minutes)
{
  const char *sign = minutes < 0 ? "−" : "";
  guint64 length = ABS (minutes);

  if (length < 60)
    /* Translators: a length of time in a column; %s is a minus sign or nothing */
    return g_strdup_printf (_("%s%d min"), sign, (int) length);
  /* Translators: hours and minutes in a column, minutes with two digits */
  return g_strdup_printf (_("%s%d h %02d min"), sign, (int) (length / 60), (int) (length % 60));
}

char *
tend_text_period (int from,
                  int to)
{
  g_autofree char *last = tend_date_format (to, TEND_DATE_LONG);
  g_autofree char *first = NULL;
  int year, month, day, last_year, last_month, last_day;

  if (from == TEND_DATE_NONE || from == to)
    return g_steal_pointer (&last);
  if (to == TEND_DATE_NONE)
    {
      first = tend_date_format (from, TEND_DATE_LONG);
      /* Translators: %s is a date: the period begins then and has no end yet */
      return g_strdup_printf (_("from %s"), first);
    }

  tend_date_get (from, &year, &month, &day);
  tend_date_get (to, &last_year, &last_month, &last_day);
  if (year == last_year && month == last_month)
    /* Translators: "18–31 August 2025": the first day, and the last one as a date */
    return g_strdup_printf (_("%d–%s"), day, last);
  if (year == last_year)
    /* Translators: "30 August – 12 September 2025": day, month, and the last day as a date */
    return g_strdup_printf (_("%d %s – %s"), day, tend_month_name (month), last);

  first = tend_date_format (from, TEND_DATE_LONG);
  return g_strdup_printf ("%s – %s", first, last);
}
