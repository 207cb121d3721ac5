/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-body-view.h"

#include "tend-body-map.h"
#include "tend-widget-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The drawing is measured in points of paper, with text of this size. */
#define FONT_SIZE    9.0
#define LEAST_WIDE 240
#define WIDE       360

/* What an arrow key moves the mark by, in thousandths. */
#define STEP 10

/* Where a new mark begins: the middle of the chest. */
#define FIRST_X 500
#define FIRST_Y 280

struct _TendBodyView
{
  GtkWidget  parent_instance;

  TendForm  *form;
};

G_DEFINE_FINAL_TYPE (TendBodyView, tend_body_view, GTK_TYPE_WIDGET)

/* As the field's choices are written. */
static const char *const sides[TEND_BODY_N_SIDES] = { "front", "back", "left", "right" };

static TendBodyMark
mark_of (TendRecord *record)
{
  const char *side = tend_record_get_text (record, "side");
  TendBodyMark mark = {
    .x = tend_record_get_int (record, "x_thousandths"),
    .y = tend_record_get_int (record, "y_thousandths"),
    .number = tend_record_get_int (record, "position") + 1,
  };

  for (int i = 0; i < TEND_BODY_N_SIDES; i++)
    if (g_strcmp0 (sides[i], side) == 0)
      mark.side = i;

  return mark;
}

static void
put_mark (TendBodyView *self,
          TendBodyMark *mark)
{
  TendRecord *record = tend_form_get_record (self->form);

  tend_record_set_text (record, "side", sides[mark->side]);
  tend_record_set_int (record, "x_thousandths", CLAMP (mark->x, 0, 1000));
  tend_record_set_int (record, "y_thousandths", CLAMP (mark->y, 0, 1000));
  tend_form_show (self->form, "side");
}

static void
update (TendBodyView *self)
{
  TendBodyMark mark = mark_of (tend_form_get_record (self->form));
  g_autofree char *text =
    g_strdup_printf (_("%s, %d hundredths from the left and %d from the top. The arrow keys "
                       "move the mark."), tend_body_side_label (mark.side), mark.x / 10,
                     mark.y / 10);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Points of paper for a pixel, and the style to draw with in points. */
static double
scale_of (GtkWidget     *widget,
          TendDrawStyle *style)
{
  double scale;

  tend_widget_draw_style (widget, style);
  scale = style->font_size / FONT_SIZE;
  style->font_size = FONT_SIZE;
  return scale;
}

static void
tend_body_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TendBodyMark mark = mark_of (tend_form_get_record (TEND_BODY_VIEW (widget)->form));
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  TendDrawStyle style;
  double scale = scale_of (widget, &style);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_scale (cr, scale, scale);
  tend_body_map_draw (cr, width / scale, height / scale, &mark, 1, &style);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
tend_body_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tend_body_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TendDrawStyle style;
  double scale = scale_of (widget, &style);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDE;
      *natural = WIDE;
      return;
    }

  *minimum = (int) ceil (tend_body_map_height ((for_size > 0 ? for_size : WIDE) / scale) * scale);
  *natural = *minimum;
}

static void
pressed_cb (TendBodyView *self,
            int           n_press,
            double        x,
            double        y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TendDrawStyle style;
  double scale = scale_of (widget, &style);
  TendBodyMark mark;

  gtk_widget_grab_focus (widget);
  if (tend_body_map_find (gtk_widget_get_width (widget) / scale,
                          gtk_widget_get_height (widget) / scale, x / scale, y / scale, &mark))
    put_mark (self, &mark);
}

static gboolean
key_cb (TendBodyView *self,
        guint         key)
{
  TendBodyMark mark = mark_of (tend_form_get_record (self->form));

  if (key == GDK_KEY_Left)
    mark.x -= STEP;
  else if (key == GDK_KEY_Right)
    mark.x += STEP;
  else if (key == GDK_KEY_Up)
    mark.y -= STEP;
  else if (key == GDK_KEY_Down)
    mark.y += STEP;
  else
    return FALSE;

  put_mark (self, &mark);
  return TRUE;
}

static void
tend_body_view_dispose (GObject *object)
{
  g_clear_object (&TEND_BODY_VIEW (object)->form);

  G_OBJECT_CLASS (tend_body_view_parent_class)->dispose (object);
}

static void
tend_body_view_class_init (TendBodyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_body_view_dispose;
  widget_class->snapshot = tend_body_view_snapshot;
  widget_class->measure = tend_body_view_measure;
  widget_class->get_request_mode = tend_body_view_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "bodyview");
}

static void
tend_body_view_init (TendBodyView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  tend_widget_follow_palette (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Body, with the mark"), -1);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
tend_body_view_new (TendForm *form)
{
  TendBodyView *self = g_object_new (TEND_TYPE_BODY_VIEW, NULL);

  self->form = g_object_ref (form);
  update (self);
  g_signal_connect_object (form, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
tend_body_view_prepare (TendForm  *form,
                        GtkWindow *dialog,
                        gpointer   list)
{
  TendRecord *mark = tend_form_get_record (form);
  GtkWidget *group = gtk_widget_get_ancestor (tend_form_find_row (form, "kind"),
                                              ADW_TYPE_PREFERENCES_GROUP);

  if (!tend_record_is_set (mark, "side"))
    {
      tend_record_set_text (mark, "side", sides[TEND_BODY_FRONT]);
      tend_record_set_int (mark, "x_thousandths", FIRST_X);
      tend_record_set_int (mark, "y_thousandths", FIRST_Y);
      tend_form_show (form, "side");
    }
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (group)), tend_body_view_new (form),
                              group);
}

void
tend_body_view_check (TendRecord *record,
                      TendFaults *faults,
                      gpointer    list)
{
  TendBodyMark mark = mark_of (record);

  if (tend_record_is_set (record, "side") && !tend_body_map_is_on_body (&mark))
    tend_faults_add (faults, "side", _("The mark lies beside the body: move it onto it."));
}
