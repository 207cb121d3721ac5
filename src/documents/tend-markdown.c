/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-markdown.h"

#include <string.h>

static void
add_attribute (TendWords      *self,
               PangoAttribute *attribute,
               gsize           from)
{
  attribute->start_index = from;
  attribute->end_index = self->text->len;
  pango_attr_list_insert (self->attributes, attribute);
}

/* What a finished node does to the words from @from on. */
static void
mark (TendWords  *self,
      cmark_node *node,
      gsize       from)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_STRONG:
      add_attribute (self, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), from);
      break;
    case CMARK_NODE_EMPH:
      add_attribute (self, pango_attr_style_new (PANGO_STYLE_ITALIC), from);
      break;
    case CMARK_NODE_CODE:
      add_attribute (self, pango_attr_family_new ("monospace"), from);
      break;
    case CMARK_NODE_LINK:
      /* On paper nobody can press a link: say where it leads. */
      if (strcmp (self->text->str + from, cmark_node_get_url (node)) != 0
          && !g_str_has_prefix (cmark_node_get_url (node), "mailto:"))
        g_string_append_printf (self->text, " (%s)", cmark_node_get_url (node));
      break;
    default:
      break;
    }
}

static void
enter (TendWords  *self,
       cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      g_string_append (self->text, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_CODE:
      g_string_append (self->text, cmark_node_get_literal (node));
      mark (self, node, self->text->len - strlen (cmark_node_get_literal (node)));
      break;
    case CMARK_NODE_SOFTBREAK:
      g_string_append_c (self->text, ' ');
      break;
    case CMARK_NODE_LINEBREAK:
      /* A new line of the same paragraph. */
      g_string_append (self->text, "\xe2\x80\xa8");
      break;
    default:
      break;
    }
}

void
tend_words_init (TendWords  *self,
                 cmark_node *node)
{
  self->text = g_string_new (NULL);
  self->attributes = pango_attr_list_new ();

  for (; node; node = cmark_node_next (node))
    {
      cmark_iter *iter = cmark_iter_new (node);
      g_autoptr(GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
      cmark_event_type event;

      while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
        {
          cmark_node *inner = cmark_iter_get_node (iter);

          if (event == CMARK_EVENT_ENTER)
            enter (self, inner);
          if (cmark_node_first_child (inner) == NULL)
            continue;
          if (event == CMARK_EVENT_ENTER)
            g_array_append_val (starts, self->text->len);
          else
            {
              mark (self, inner, g_array_index (starts, gsize, starts->len - 1));
              g_array_set_size (starts, starts->len - 1);
            }
        }
      cmark_iter_free (iter);
    }
}

void
tend_words_clear (TendWords *self)
{
  g_string_free (self->text, TRUE);
  pango_attr_list_unref (self->attributes);
}

PangoLayout *
tend_words_layout (TendWords     *self,
                   PangoContext  *context,
                   TendTextStyle  style,
                   double         width)
{
  PangoLayout *layout = tend_text_layout (context, style, NULL, width);
  PangoAttrList *attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  GSList *own = pango_attr_list_get_attributes (self->attributes);

  /* As it is, for the attributes' places; whole paragraphs of it may go from right to
   * left, and Pango would move them to the other side. */
  pango_layout_set_text (layout, self->text->str, -1);
  if (tend_text_is_right_to_left (self->text->str))
    {
      pango_layout_set_auto_dir (layout, TRUE);
      pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
    }

  for (GSList *l = own; l; l = l->next)
    pango_attr_list_insert (attributes, l->data); /* takes it */
  g_slist_free (own);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

gboolean
tend_markdown_split_item (cmark_node *item,
                          TendWords  *label,
                          TendWords  *text)
{
  cmark_node *paragraph = cmark_node_first_child (item);
  cmark_node *strong, *rest;
  const char *colon;

  if (paragraph == NULL || cmark_node_get_type (paragraph) != CMARK_NODE_PARAGRAPH
      || cmark_node_next (paragraph) != NULL)
    return FALSE;
  strong = cmark_node_first_child (paragraph);
  rest = strong ? cmark_node_next (strong) : NULL;
  if (strong == NULL || cmark_node_get_type (strong) != CMARK_NODE_STRONG || rest == NULL
      || cmark_node_get_type (rest) != CMARK_NODE_TEXT)
    return FALSE;
  /* "**Label** (how to fill it in): text" is a label too. */
  colon = strstr (cmark_node_get_literal (rest), ":");
  while (colon == NULL && rest && cmark_node_get_type (rest) == CMARK_NODE_TEXT)
    {
      rest = cmark_node_next (rest);
      if (rest && cmark_node_get_type (rest) == CMARK_NODE_TEXT)
        colon = strstr (cmark_node_get_literal (rest), ":");
    }
  if (colon == NULL)
    return FALSE;
  if (label == NULL)
    return TRUE;

  tend_words_init (label, cmark_node_first_child (strong));
  tend_words_init (text, cmark_node_next (strong));
  colon = strchr (text->text->str, ':');
  if (colon > text->text->str)
    g_string_append_len (label->text, text->text->str, colon - text->text->str);
  {
    gsize cut = colon + 1 - text->text->str;

    while (text->text->str[cut] == ' ')
      cut++;
    g_string_erase (text->text, 0, cut);
    pango_attr_list_update (text->attributes, 0, cut, 0);
  }
  return TRUE;
}

gboolean
tend_markdown_is_labelled (cmark_node *list)
{
  for (cmark_node *item = cmark_node_first_child (list); item; item = cmark_node_next (item))
    if (!tend_markdown_split_item (item, NULL, NULL))
      return FALSE;
  return cmark_node_first_child (list) != NULL;
}

gboolean
tend_markdown_is_blank_line (const char *text)
{
  return strlen (text) >= 3 && strspn (text, "_ ") == strlen (text);
}
