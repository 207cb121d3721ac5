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

/* Whether a JPEG, by all bytes up to its picture's first, comes in several passes: then
 * no reader can make it smaller while reading, each must hold the whole of it. */
gboolean    tend_media_is_progressive (const guint8  *head,
                                       gsize          length);

G_END_DECLS
