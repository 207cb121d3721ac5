/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (element-type utf8) (transfer container): named places of the body for patches and creams,
 * each with its side; translated. */
GPtrArray *tend_mar_sites (void);

G_END_DECLS
