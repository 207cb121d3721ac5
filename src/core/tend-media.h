/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a scan or photograph is, by its first bytes: a name can say anything. */
typedef enum
{
  TEND_MEDIA_UNKNOWN,
  TEND_MEDIA_PDF,
  TEND_MEDIA_JPEG,
  TEND_MEDIA_PNG,
  TEND_MEDIA_HEIC,
} TendMedia;

/* Enough of a file's beginning to tell. */
#define TEND_MEDIA_HEAD 1024

TendMedia   tend_media_guess          (gconstpointer  bytes,
                                       gsize          length);
/* "image/jpeg"; and back, TEND_MEDIA_UNKNOWN for anything else or NULL. */
const char *tend_media_type           (TendMedia      self);
TendMedia   tend_media_from_type      (const char    *type);
/* "PDF": what people call it.  For TEND_MEDIA_UNKNOWN "". */
const char *tend_media_name           (TendMedia      self);
/* ".jpg", for the name of a copy. */
const char *tend_media_ending         (TendMedia      self);

/**
 * TendMediaWalk:
 *
 * Goes through the parts of a picture without looking at its dots, piece by piece as it
 * is read.  It knows what a picture's reader does not say: whether all of it is there, also
 * with something else put behind it as cameras do, and how much has to be held at once.
 * Other kinds than JPEG and PNG have no parts for it.
 */
typedef struct
{
  TendMedia media;
  int       state;        /* its own */
  guint64   skip;         /* bytes of a part that are still to come */
  guint8    head[8];      /* of the part that has begun */
  guint     n_head;
  gboolean  has_frame;
  gboolean  is_progressive; /* a JPEG in several passes: no reader can make it smaller while
                               reading, each must hold the whole of it */
  gboolean  is_ended;     /* its last part has been seen */
} TendMediaWalk;

void        tend_media_walk_begin (TendMediaWalk *self,
                                   TendMedia      media);
void        tend_media_walk       (TendMediaWalk *self,
                                   const guint8  *bytes,
                                   gsize          length);

G_END_DECLS
