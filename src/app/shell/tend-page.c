/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-page.h"

typedef struct
{
  TendSession  *session;
  AdwHeaderBar *header;
  GCancellable *asking;  /* the question whose answer is awaited */
  gboolean      stale;   /* something changed while out of view */
} TendPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TendPage, tend_page, ADW_TYPE_BIN)

#define PRIVATE(self) ((TendPagePrivate *) tend_page_get_instance_private (self))

typedef enum
{
  PROP_SESSION = 1,
  PROP_HEADER_BAR,
} TendPageProperty;

static GParamSpec *properties[PROP_HEADER_BAR + 1];

typedef struct
{
  GWeakRef        page;
  GCancellable   *asking;
  TendPageAnswer  answer;
  GDestroyNotify  free_result;
} Question;

static void
question_free (Question *question)
{
  g_weak_ref_clear (&question->page);
  g_object_unref (question->asking);
  g_free (question);
}

void
tend_toast (GtkWidget  *widget,
            const char *message)
{
  /* A dialogue that has no place for it says it in the window below. */
  while (widget != NULL && !gtk_widget_activate_action (widget, "win.toast", "s", message))
    {
      GtkRoot *root = gtk_widget_get_root (widget);

      widget = GTK_IS_WINDOW (root)
                 ? GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (root))) : NULL;
    }
}

void
tend_toast_in (AdwToastOverlay *overlay,
               const char      *message)
{
  /* A toast's title is markup, and a path may hold an ampersand. */
  g_autofree char *markup = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (overlay, adw_toast_new (markup));
}

static void
answered_cb (GObject      *session,
             GAsyncResult *result,
             gpointer      data)
{
  Question *question = data;
  g_autoptr(TendPage) self = g_weak_ref_get (&question->page);
  g_autoptr(GError) error = NULL;
  gpointer answer = tend_session_finish (TEND_SESSION (session), result, &error);

  if (self == NULL || PRIVATE (self)->asking != question->asking)
    {
      if (answer != NULL && question->free_result != NULL)
        question->free_result (answer);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_object (&PRIVATE (self)->asking);
      if (error != NULL)
        tend_toast (GTK_WIDGET (self), error->message);
      question->answer (self, answer, error);
    }

  question_free (question);
}

void
tend_page_query (TendPage        *self,
                 TendSessionFunc  func,
                 gpointer         data,
                 GDestroyNotify   free_data,
                 GDestroyNotify   free_result,
                 TendPageAnswer   answer)
{
  TendPagePrivate *priv = PRIVATE (self);
  Question *question = g_new0 (Question, 1);

  g_return_if_fail (TEND_IS_PAGE (self));

  g_cancellable_cancel (priv->asking);
  g_clear_object (&priv->asking);
  priv->asking = g_cancellable_new ();

  g_weak_ref_init (&question->page, self);
  question->asking = g_object_ref (priv->asking);
  question->answer = answer;
  question->free_result = free_result;

  tend_session_query (priv->session, func, data, free_data, free_result,
                      priv->asking, answered_cb, question);
}

void
tend_page_reload (TendPage *self)
{
  TendPagePrivate *priv = PRIVATE (self);

  g_return_if_fail (TEND_IS_PAGE (self));

  priv->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!priv->stale)
    TEND_PAGE_GET_CLASS (self)->reload (self);
}

static gboolean
has_open_menu (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_POPOVER (widget))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_open_menu (child))
      return TRUE;

  return FALSE;
}

void
tend_page_tick (TendPage *self)
{
  g_return_if_fail (TEND_IS_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !has_open_menu (GTK_WIDGET (self)))
    tend_page_reload (self);
}

static void
tend_page_map (GtkWidget *widget)
{
  TendPage *self = TEND_PAGE (widget);

  GTK_WIDGET_CLASS (tend_page_parent_class)->map (widget);

  if (PRIVATE (self)->stale)
    tend_page_reload (self);
}

static void
tend_page_constructed (GObject *object)
{
  TendPage *self = TEND_PAGE (object);

  G_OBJECT_CLASS (tend_page_parent_class)->constructed (object);

  PRIVATE (self)->stale = TRUE;
  g_signal_connect_object (PRIVATE (self)->session, "changed",
                           G_CALLBACK (tend_page_reload), self, G_CONNECT_SWAPPED);
}

static void
tend_page_dispose (GObject *object)
{
  TendPagePrivate *priv = PRIVATE (TEND_PAGE (object));

  g_cancellable_cancel (priv->asking);
  g_clear_object (&priv->asking);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (tend_page_parent_class)->dispose (object);
}

static void
tend_page_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TendPagePrivate *priv = PRIVATE (TEND_PAGE (object));

  switch ((TendPageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;

    case PROP_HEADER_BAR:
      g_value_set_object (value, priv->header);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_page_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TendPagePrivate *priv = PRIVATE (TEND_PAGE (object));

  switch ((TendPageProperty) prop_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;

    case PROP_HEADER_BAR:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_page_class_init (TendPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tend_page_constructed;
  object_class->dispose = tend_page_dispose;
  object_class->get_property = tend_page_get_property;
  object_class->set_property = tend_page_set_property;
  GTK_WIDGET_CLASS (klass)->map = tend_page_map;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, TEND_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HEADER_BAR] =
    g_param_spec_object ("header-bar", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tend_page_init (TendPage *self)
{
}

TendSession *
tend_page_get_session (TendPage *self)
{
  g_return_val_if_fail (TEND_IS_PAGE (self), NULL);

  return PRIVATE (self)->session;
}

void
tend_page_set_header (TendPage     *self,
                      AdwHeaderBar *header)
{
  PRIVATE (self)->header = header;
}
