/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendSchemes:
 *
 * The councils whose schemes for small carers Tend knows, to tick, and "None of
 * these".  The value is as in the provider's field "schemes": an id a line.
 * Signal: "changed".
 */
#define TEND_TYPE_SCHEMES (tend_schemes_get_type ())
G_DECLARE_FINAL_TYPE (TendSchemes, tend_schemes, TEND, SCHEMES, AdwPreferencesGroup)

/* (transfer full): "" for none. */
char *tend_schemes_get (TendSchemes *self);
/* @ids: (nullable) */
void  tend_schemes_set (TendSchemes *self,
                        const char  *ids);

G_END_DECLS
