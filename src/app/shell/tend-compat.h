/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What has no spelling that is both in libadwaita 1.2 and not deprecated in the
 * newest one.  tend-compat.c alone looks at versions.
 */

typedef void (*TendConfirmFunc) (gpointer user_data);
typedef void (*TendFileFunc)    (GFile *file, gpointer user_data);
typedef void (*TendPathFunc)    (const char *path, gpointer user_data);

/* Asks before an act that cannot be undone or leaves the computer.
 * @accept: names the act: "_Remove Visit" */
void tend_compat_confirm    (GtkWidget        *parent,
                             const char       *heading,
                             const char       *body,
                             const char       *accept,
                             gboolean          destructive,
                             TendConfirmFunc   on_accepted,
                             gpointer          user_data);
/* The same with words for the other answer too: "_Keep It". */
void tend_compat_ask        (GtkWidget        *parent,
                             const char       *heading,
                             const char       *body,
                             const char       *accept,
                             const char       *refuse,
                             gboolean          destructive,
                             TendConfirmFunc   on_accepted,
                             gpointer          user_data);
/* Of one file on this computer: a place that is not (a server, a telephone) is said to be none,
 * in words, and @on_chosen is not called.
 * @free_user_data: (nullable): called whether a place was chosen or not; a question may outlive
 * what it was asked from, as when Tend locks meanwhile */
void tend_compat_save_file  (GtkWidget        *parent,
                             const char       *title,
                             const char       *suggested_name,
                             TendPathFunc      on_chosen,
                             gpointer          user_data,
                             GDestroyNotify    free_user_data);
void tend_compat_open_file  (GtkWidget        *parent,
                             const char       *title,
                             const char       *pattern,      /* "*.tend-backup" */
                             TendPathFunc      on_chosen,
                             gpointer          user_data,
                             GDestroyNotify    free_user_data);
/**
 * tend_compat_open_kind:
 * @kind: what they are called: "Scans and photographs"
 * @endings: (array zero-terminated=1): "pdf", in small letters; matches large ones too
 * @free_user_data: (nullable): called whether one was chosen or not
 *
 * Offers files of some kinds first, and all when asked.
 */
void tend_compat_open_kind  (GtkWidget         *parent,
                             const char        *title,
                             const char        *kind,
                             const char *const *endings,
                             TendFileFunc       on_chosen,
                             gpointer           user_data,
                             GDestroyNotify     free_user_data);
void tend_compat_show_about (GtkWindow        *parent);

G_END_DECLS
