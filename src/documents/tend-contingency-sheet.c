/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-contingency-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"
#include "tend-table.h"

#define LARGEST      18.0
#define SMALLEST     10.0
#define MOST_LINES   14   /* of one answer, where it has to be cut short */
#define MOST_CONTACTS 8
#define PHONE_WIDTH   0.36
#define GAP           0.62 /* below an answer, of the size of the type */
#define SIGN_HEIGHT   76   /* at the foot, to sign */
#define LARGE_CONTACT 76   /* a name, a number and a note in large print */
#define LEAST_ROOM   320   /* for what is to happen, else it has a page of its own */

/* Those that are not the same on every sheet. */
typedef struct
{
  const char *ill;
  const char *away;
  const char *door;
} Headings;

/* Everything is laid twice: to see whether it fits, and then on the page. */
typedef struct
{
  TendFlow *flow;
  double    size;
  int       most_lines; /* 0: all */
  double    y;
  gboolean  draws;
  gboolean  cut;
} Writer;

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static PangoLayout *
make_layout (const Writer *self,
             const char   *text,
             double        scale,
             PangoWeight   weight,
             double        width)
{
  PangoLayout *layout = tend_text_layout (self->flow->context, TEND_TEXT_BODY, text, width);
  PangoFontDescription *font
    = pango_font_description_copy (pango_layout_get_font_description (layout));

  pango_font_description_set_absolute_size (font, self->size * scale * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

/* Returns the height; @layout is taken. */
static double
put (Writer          *self,
     PangoLayout     *layout,
     double           x,
     double           y,
     const TendColor *color)
{
  double height;

  if (self->most_lines > 0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -self->most_lines);
    }
  self->cut |= pango_layout_is_ellipsized (layout);
  height = tend_text_height (layout);
  if (self->draws)
    {
      tend_page_begin (self->flow->page, "P");
      tend_page_text (self->flow->page, layout, x, y, color);
      tend_page_end (self->flow->page);
    }
  else
    g_object_unref (layout);
  return height;
}

static void
put_heading (Writer     *self,
             const char *text,
             double      x,
             double      width)
{
  PangoLayout *layout = make_layout (self, text, 1, PANGO_WEIGHT_SEMIBOLD, width);
  double height = tend_text_height (layout);

  if (self->draws)
    {
      tend_page_begin (self->flow->page, "H2");
      tend_page_text (self->flow->page, layout, x, self->y, &self->flow->palette->accent);
      tend_page_end (self->flow->page);
    }
  else
    g_object_unref (layout);
  self->y += height + 2;
}

/* A heading with its answer, in a column of the page. */
static void
put_answer (Writer     *self,
            const char *heading,
            const char *text,
            gboolean    form,
            double      x,
            double      width)
{
  gboolean empty = is_empty (text);

  if (empty && !form)
    return;
  put_heading (self, heading, x, width);
  if (empty)
    self->y += 2.6 * self->size;
  else
    self->y += put (self, make_layout (self, text, 0.9, PANGO_WEIGHT_NORMAL, width), x, self->y,
                    &self->flow->palette->ink);
  if (empty && self->draws)
    tend_page_rule (self->flow->page, x, self->y, x + width, self->y, 0.6,
                    &self->flow->palette->soft_ink);
  self->y += GAP * self->size;
}

/* "Family · Has a key" */
static char *
contact_note (const TendContact *contact)
{
  const char *notes[] = { contact->who, contact->note };
  GString *note = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (notes[i] && *notes[i])
      g_string_append_printf (note, "%s%s", note->len > 0 ? " · " : "", notes[i]);
  return g_string_free (note, FALSE);
}

static void
put_contact (Writer            *self,
             guint              number,
             const TendContact *contact)
{
  const TendPalette *palette = self->flow->palette;
  double full = tend_flow_width (self->flow);
  double left = self->flow->left + 1.5 * self->size;
  double phone_left = self->flow->left + full * (1 - PHONE_WIDTH);
  double name_width = phone_left - left - 10;
  g_autofree char *order = g_strdup_printf ("%u", number);
  g_autofree char *note = contact_note (contact);
  double height, phone_height;

  put (self, make_layout (self, order, 1, PANGO_WEIGHT_SEMIBOLD, 2 * self->size),
       self->flow->left, self->y, &palette->accent);
  height = put (self, make_layout (self, contact->name, 1, PANGO_WEIGHT_SEMIBOLD, name_width),
                left, self->y, &palette->ink);
  if (*note != '\0')
    height += put (self, make_layout (self, note, 0.75, PANGO_WEIGHT_NORMAL, name_width),
                   left, self->y + height, &palette->soft_ink);
  phone_height = put (self, make_layout (self, contact->phone ? contact->phone : "", 1.15,
                                         PANGO_WEIGHT_SEMIBOLD, full * PHONE_WIDTH),
                      phone_left, self->y, &palette->ink);
  self->y += MAX (height, phone_height) + 0.4 * self->size;
}

static void
put_contacts (Writer                     *self,
              const TendContingencySheet *sheet)
{
  gsize n = self->most_lines > 0 ? MIN (sheet->n_contacts, MOST_CONTACTS) : sheet->n_contacts;
  TendContact blank = { .name = "" };
  double full = tend_flow_width (self->flow);

  put_heading (self, _("Who to ring, in this order"), self->flow->left, full);
  self->cut |= n < sheet->n_contacts;
  for (gsize i = 0; i < n; i++)
    put_contact (self, i + 1, &sheet->contacts[i]);
  for (guint i = 0; n == 0 && i < 3; i++)
    {
      put_contact (self, i + 1, &blank);
      if (self->draws)
        tend_page_rule (self->flow->page, self->flow->left + 1.5 * self->size, self->y,
                        self->flow->right, self->y, 0.6, &self->flow->palette->soft_ink);
    }
  self->y += GAP * self->size;
}

/* What cannot wait and what can, beside each other. */
static void
put_waiting (Writer                     *self,
             const TendContingencySheet *sheet)
{
  double full = tend_flow_width (self->flow);
  double half = (full - 22) / 2;
  double top = self->y;
  double bottom;

  put_answer (self, _("What cannot wait"), sheet->cannot_wait, sheet->form, self->flow->left,
              half);
  bottom = self->y;
  self->y = top;
  put_answer (self, _("What can wait"), sheet->can_wait, sheet->form,
              self->flow->left + half + 22, half);
  self->y = MAX (self->y, bottom);
}

/* (transfer full): whose choice the others are. */
static char *
choice_text (const TendContingencySheet *sheet)
{
  const char *name = sheet->head.called ? sheet->head.called : sheet->head.name;

  /* Translators: the person's name, then the carer's */
  return g_strdup_printf (_("%s chooses, and asks them. %s does not arrange cover or send anybody "
                            "instead."), name ? name : "", sheet->head.carer.name);
}

static void
put_others (Writer                     *self,
            const TendContingencySheet *sheet)
{
  double full = tend_flow_width (self->flow);
  g_autofree char *says = choice_text (sheet);

  if (is_empty (sheet->others) && !sheet->form)
    return;
  put_answer (self, _("Others to choose from"), sheet->others, sheet->form, self->flow->left,
              full);
  self->y -= GAP * self->size - 2;
  self->y += put (self, make_layout (self, says, 0.75, PANGO_WEIGHT_NORMAL, full),
                  self->flow->left, self->y, &self->flow->palette->soft_ink);
  self->y += GAP * self->size;
}

/* Returns whether it ends above the foot of the page. */
static gboolean
put_all (Writer                     *self,
         const TendContingencySheet *sheet,
         const Headings             *headings)
{
  double left = self->flow->left;
  double full = tend_flow_width (self->flow);

  self->y = self->flow->y;
  self->cut = FALSE;
  put_contacts (self, sheet);
  put_waiting (self, sheet);
  put_answer (self, headings->ill, sheet->carer_ill, sheet->form, left, full);
  put_answer (self, headings->away, sheet->bad_weather, sheet->form, left, full);
  put_answer (self, headings->door, sheet->no_reply, sheet->form, left, full);
  put_others (self, sheet);
  put_answer (self, _("Also"), sheet->note, FALSE, left, full);
  return self->y <= self->flow->bottom - 12;
}

/* The largest type that fits; where none does, answers are cut short. */
static void
fit (Writer                     *self,
     const TendContingencySheet *sheet,
     const Headings             *headings)
{
  for (self->size = LARGEST; self->size >= SMALLEST; self->size -= 0.5)
    if (put_all (self, sheet, headings))
      return;
  self->size = SMALLEST;
  for (self->most_lines = MOST_LINES; self->most_lines > 1; self->most_lines--)
    if (put_all (self, sheet, headings))
      return;
}

/* One after the other, as long as each of them is; on a form with lines to write on. */
static void
lay_answers (TendFlow                   *flow,
             const TendContingencySheet *sheet,
             const Headings             *headings)
{
  const struct { const char *heading; const char *text; } answers[] = {
    { _("What cannot wait"), sheet->cannot_wait }, { _("What can wait"), sheet->can_wait },
    { headings->ill, sheet->carer_ill }, { headings->away, sheet->bad_weather },
    { headings->door, sheet->no_reply }, { _("Others to choose from"), sheet->others },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    if (sheet->form && is_empty (answers[i].text))
      tend_blank_lay (flow, answers[i].heading, 2);
    else
      tend_field_lay (flow, answers[i].heading, answers[i].text);
  tend_field_lay (flow, _("Also"), sheet->note);
}

/* Everything again, on as many pages as it takes: where else could it be read? */
static void
lay_rest (TendFlow                   *flow,
          const TendContingencySheet *sheet,
          const Headings             *headings)
{
  const TendColumn columns[] = {
    { _("No."), TEND_COLUMN_FIGURES }, { _("Name"), TEND_COLUMN_FLEX },
    { _("Phone"), TEND_COLUMN_TEXT }, { _("Note"), TEND_COLUMN_FLEX | TEND_COLUMN_SOFT },
  };
  g_autoptr(TendTable) table = NULL;

  tend_flow_new_page (flow);
  tend_flow_text (flow, "H2", TEND_TEXT_PART, _("If something goes wrong: all of it"),
                  &flow->palette->accent);
  tend_heading_lay (flow, _("Who to ring, in this order"));
  table = tend_table_new (flow, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < sheet->n_contacts; i++)
    {
      const TendContact *contact = &sheet->contacts[i];
      g_autofree char *number = g_strdup_printf ("%d", (int) i + 1);
      g_autofree char *note = contact_note (contact);
      const char *cells[] = { number, contact->name, contact->phone, note };

      tend_table_add (table, TEND_ROW_BODY, cells);
    }
  tend_table_lay (table);
  tend_flow_space (flow, 14);
  lay_answers (flow, sheet, headings);
}

/* One below the other: large letters have no room for a table. */
static void
lay_large_contacts (TendFlow                   *flow,
                    const TendContingencySheet *sheet)
{
  const TendPalette *palette = flow->palette;

  tend_heading_lay (flow, _("Who to ring, in this order"));
  for (gsize i = 0; i < sheet->n_contacts; i++)
    {
      const TendContact *contact = &sheet->contacts[i];
      g_autofree char *name = g_strdup_printf ("%d  %s", (int) i + 1, contact->name);
      g_autofree char *note = contact_note (contact);

      tend_flow_need (flow, LARGE_CONTACT);
      tend_flow_text (flow, "P", TEND_TEXT_STRONG, name, &palette->ink);
      tend_flow_text (flow, "P", TEND_TEXT_PART, contact->phone, &palette->ink);
      tend_flow_text (flow, "P", TEND_TEXT_CELL, note, &palette->soft_ink);
      flow->y += 10;
    }
  for (guint i = 0; sheet->n_contacts == 0 && i < 3; i++)
    tend_blank_lay (flow, _("Name and phone"), 1);
}

/* In large print it is as many pages as it takes: small letters help nobody who asked for
 * them. */
static void
lay_large (TendFlow                   *flow,
           const TendContingencySheet *sheet,
           const Headings             *headings)
{
  g_autofree char *updated = tend_date_format (sheet->updated_on, TEND_DATE_LONG);
  g_autofree char *written = g_strdup_printf (_("Written on %s"), updated);
  g_autofree char *chooses = choice_text (sheet);

  lay_large_contacts (flow, sheet);
  tend_flow_space (flow, 10);
  lay_answers (flow, sheet, headings);
  if (!is_empty (sheet->others) || sheet->form)
    tend_flow_text (flow, "P", TEND_TEXT_CELL, chooses, &flow->palette->ink);
  if (*updated)
    {
      tend_flow_space (flow, 10);
      tend_flow_text (flow, "P", TEND_TEXT_CELL, written, &flow->palette->ink);
    }
}

/* What fits on one page, in type as large as that allows.  Returns whether all of it did. */
static gboolean
lay_page (TendFlow                   *flow,
          const TendContingencySheet *sheet,
          const Headings             *headings)
{
  Writer self = { .flow = flow };
  g_autofree char *updated = tend_date_format (sheet->updated_on, TEND_DATE_LONG);
  g_autofree char *written = g_strdup_printf (_("Written on %s"), updated);

  tend_flow_need (flow, LEAST_ROOM);
  if (sheet->to_sign)
    flow->bottom -= SIGN_HEIGHT;
  fit (&self, sheet, headings);
  self.draws = TRUE;
  put_all (&self, sheet, headings);
  flow->y = flow->bottom - 10;
  tend_flow_put (flow, "P", TEND_TEXT_SMALL,
                 self.cut ? _("Some of this is cut short here: all of it is on the next page.")
                 : *updated ? written : NULL,
                 flow->left, flow->y, tend_flow_width (flow), FALSE, &flow->palette->soft_ink);
  if (sheet->to_sign)
    {
      flow->bottom += SIGN_HEIGHT;
      flow->y += 20;
    }
  return !self.cut;
}

void
tend_contingency_sheet_lay (TendFlow                   *flow,
                            const TendContingencySheet *sheet)
{
  const char *carer = sheet->head.carer.name;
  /* Translators: %s is the carer's name */
  g_autofree char *ill = g_strdup_printf (_("If %s is unwell"), carer);
  g_autofree char *away = g_strdup_printf (_("If %s cannot get there"), carer);
  g_autofree char *door
    = sheet->no_reply_minutes > 0
      ? g_strdup_printf (_("If nobody answers the door for %d minutes"), sheet->no_reply_minutes)
      : g_strdup (_("If nobody answers the door"));
  const Headings headings = { ill, away, door };

  tend_care_head_lay (flow, &sheet->head, _("If something goes wrong"));
  /* Who comes with the ambulance reads this sheet first. */
  tend_care_person_lay (flow, &sheet->head);
  tend_notice_lay (flow, TEND_TEXT_HEADING, NULL,
                   _("In danger or badly hurt: ring 999.\n"
                     "Not an emergency, but it cannot wait: ring NHS 111."), TRUE);
  tend_care_allergies_lay (flow, &sheet->head);
  tend_care_medicines_lay (flow, &sheet->head);
  tend_care_directives_lay (flow, &sheet->head, TRUE);
  flow->y += 4;
  if (tend_text_context_is_large (flow->context))
    lay_large (flow, sheet, &headings);
  else if (!lay_page (flow, sheet, &headings))
    lay_rest (flow, sheet, &headings);
  if (sheet->to_sign)
    tend_signature_lay (flow, _("This is what is to happen"), sheet->head.name);
}

TendDocument *
tend_document_new_contingency (const TendContingencySheet *sheet)
{
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->head.carer.name != NULL, NULL);

  tend_care_begin (&flow, &sheet->head, _("If something goes wrong"));
  tend_contingency_sheet_lay (&flow, sheet);
  return tend_care_finish (&flow, &sheet->head, _("If something goes wrong"));
}
