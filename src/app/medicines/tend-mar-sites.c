/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-sites.h"

#include <glib/gi18n-lib.h>

/* As one would say them: the side is the person's own. */
static const char * const sites[] = {
  N_("Left upper arm"), N_("Right upper arm"), N_("Left forearm"), N_("Right forearm"),
  N_("Left upper chest"), N_("Right upper chest"), N_("Left upper back"), N_("Right upper back"),
  N_("Left lower back"), N_("Right lower back"), N_("Left side of the tummy"),
  N_("Right side of the tummy"), N_("Left hip"), N_("Right hip"), N_("Left buttock"),
  N_("Right buttock"), N_("Left thigh"), N_("Right thigh"), N_("Left lower leg"),
  N_("Right lower leg"), N_("Left foot"), N_("Right foot"), N_("Left hand"), N_("Right hand"),
  N_("Face"), N_("Scalp"), N_("Neck"), N_("Groin"),
};

GPtrArray *
tend_mar_sites (void)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sites); i++)
    g_ptr_array_add (list, (gpointer) _(sites[i]));

  return list;
}
