/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-time.h"

#include <gio/gio.h>
#include <yajl/yajl_gen.h>

G_BEGIN_DECLS

/**
 * TendWriter:
 *
 * Writes JSON, indented by two spaces: the interchange file, its schema and the
 * answers of tend-cli.  @key is %NULL inside an array and for the outermost
 * value.  What is "none" (NULL text, no date) is written as null.
 */
typedef struct _TendWriter TendWriter;

TendWriter *tend_writer_new      (void);
void        tend_writer_free     (TendWriter  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendWriter, tend_writer_free)

void        tend_writer_map      (TendWriter  *self,
                                  const char  *key);
void        tend_writer_array    (TendWriter  *self,
                                  const char  *key);
/* Ends the map or array begun last. */
void        tend_writer_end      (TendWriter  *self);
void        tend_writer_text     (TendWriter  *self,
                                  const char  *key,
                                  const char  *text);
void        tend_writer_int      (TendWriter  *self,
                                  const char  *key,
                                  gint64       number);
void        tend_writer_bool     (TendWriter  *self,
                                  const char  *key,
                                  gboolean     value);
void        tend_writer_null     (TendWriter  *self,
                                  const char  *key);
/* YYYY-MM-DD */
void        tend_writer_date     (TendWriter  *self,
                                  const char  *key,
                                  TendDate     date);
/* The local time of the interchange file. */
void        tend_writer_instant  (TendWriter  *self,
                                  const char  *key,
                                  TendInstant  instant);
/* A value that is JSON already, set anew.  FALSE when it is not. */
gboolean    tend_writer_json     (TendWriter  *self,
                                  const char  *key,
                                  const char  *json);
/* For what writes itself, in place of a value. */
yajl_gen    tend_writer_get_gen  (TendWriter  *self);
/* (transfer full): the finished text, ending with a line break. */
GBytes     *tend_writer_finish   (TendWriter  *self);

G_END_DECLS
