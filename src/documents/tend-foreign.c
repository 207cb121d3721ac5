/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-foreign.h"

#include "tend-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#define STEP (64 * 1024)

/* Pixels.  A picture that is made smaller while it is read may be larger than one that
 * cannot be. */
#define WHOLE_PIXELS   (80 * 1000 * 1000)
#define SMALLER_PIXELS (400 * 1000 * 1000)

/* PDF. */

static void
set_pdf_error (const GError  *failure,
               GError       **error)
{
  const char *message =
    g_error_matches (failure, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
      ? _("This PDF is locked with a password. Save a copy of it without one, and choose that.")
      : _("This PDF cannot be read: it may be damaged, or not all of it is there. Scan or "
          "download it again.");

  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID, message);
}

PopplerDocument *
tend_foreign_pdf (GBytes  *bytes,
                  GError **error)
{
  g_autoptr(GError) failure = NULL;
  PopplerDocument *document;

  g_return_val_if_fail (bytes != NULL, NULL);

  document = poppler_document_new_from_bytes (bytes, NULL, &failure);
  if (document == NULL || poppler_document_get_n_pages (document) < 1)
    {
      set_pdf_error (failure, error);
      g_clear_object (&document);
    }
  return document;
}

/* Pictures. */

typedef struct
{
  TendMediaWalk   walk;
  double          kept;      /* pixels */
  TendPictureSize size;
  gboolean        too_large;
} Reading;

/* It is at least as far as the picture's reader. */
static double
most_pixels (const TendMediaWalk *walk)
{
  return walk->media == TEND_MEDIA_JPEG && !walk->is_progressive ? SMALLER_PIXELS : WHOLE_PIXELS;
}

/* Before there is room for the picture.  Of no size, there will be none. */
static void
size_cb (GdkPixbufLoader *loader,
         int              width,
         int              height,
         Reading         *reading)
{
  double pixels = (double) width * height;

  reading->size.width = width;
  reading->size.height = height;
  if (pixels > most_pixels (&reading->walk))
    {
      reading->too_large = TRUE;
      gdk_pixbuf_loader_set_size (loader, 0, 0);
    }
  else if (pixels > reading->kept)
    {
      double scale = sqrt (reading->kept / pixels);

      gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1),
                                  MAX ((int) (height * scale), 1));
    }
}

static gboolean
feed (GdkPixbufLoader  *loader,
      Reading          *reading,
      GInputStream     *input,
      GCancellable     *cancellable,
      GError          **error)
{
  g_autofree guint8 *bytes = g_malloc (STEP);
  gssize got;

  while ((got = g_input_stream_read (input, bytes, STEP, cancellable, error)) > 0)
    {
      tend_media_walk (&reading->walk, bytes, got);
      if (!gdk_pixbuf_loader_write (loader, bytes, got, error))
        return FALSE;
    }

  return got == 0;
}

/* What the vault or the disk says is passed on; what the picture's reader says is not
 * for people.
 */
static void
set_picture_error (const Reading  *reading,
                   GError         *failure,
                   GError        **error)
{
  if (failure != NULL && failure->domain != GDK_PIXBUF_ERROR && !reading->too_large)
    g_propagate_error (error, g_error_copy (failure));
  else if (reading->too_large ||
           g_error_matches (failure, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY))
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                         _("This picture has too many dots to be shown. Save it smaller, or as a "
                           "JPEG, and choose that."));
  else
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                         _("This picture cannot be read to its end: it may be damaged, or not all "
                           "of it is there. Take or copy it again."));
}

/* Of the rest of a picture only its reader knows. */
static int
orientation_of (GdkPixbuf *pixbuf)
{
  const char *text = gdk_pixbuf_get_option (pixbuf, "orientation");
  int orientation = text != NULL ? atoi (text) : 1;

  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

static GdkPixbuf *
read_picture (GInputStream  *input,
              Reading       *reading,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(GdkPixbufLoader) loader =
    gdk_pixbuf_loader_new_with_mime_type (tend_media_type (reading->walk.media), &failure);
  GdkPixbuf *pixbuf = NULL;
  gboolean fed;

  if (loader != NULL)
    {
      g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), reading);
      fed = feed (loader, reading, input, cancellable, &failure);
      if (gdk_pixbuf_loader_close (loader, fed ? &failure : NULL) && fed)
        pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
    }

  /* Its reader fills up with grey what is missing at the end. */
  if (pixbuf == NULL || reading->too_large || !reading->walk.is_ended)
    {
      set_picture_error (reading, failure, error);
      return NULL;
    }
  reading->size.orientation = orientation_of (pixbuf);
  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

GdkPixbuf *
tend_foreign_picture (GInputStream     *input,
                      TendMedia         media,
                      double            pixels,
                      TendPictureSize  *size,
                      GCancellable     *cancellable,
                      GError          **error)
{
  Reading reading = { .kept = pixels };
  GdkPixbuf *pixbuf;

  g_return_val_if_fail (G_IS_INPUT_STREAM (input), NULL);
  g_return_val_if_fail (media != TEND_MEDIA_UNKNOWN && media != TEND_MEDIA_PDF, NULL);

  tend_media_walk_begin (&reading.walk, media);
  pixbuf = read_picture (input, &reading, cancellable, error);
  if (size != NULL)
    *size = reading.size;
  return pixbuf;
}
