/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-places.h"

#include <glib/gi18n-lib.h>

static const TendPlace places[] = {
  { NULL }
};

static const TendMatter matters[] = {
  { NULL }
};

const TendPlace *
tend_places (void)
{
  return places;
}

const TendPlace *
tend_place_by_name (const char *name)
{
  for (const TendPlace *place = places; place->name != NULL; place++)
    if (g_strcmp0 (place->name, name) == 0)
      return place;

  return NULL;
}

const TendMatter *
tend_matter_by_kind (const char *kind)
{
  for (const TendMatter *matter = matters; matter->kind != NULL; matter++)
    if (g_strcmp0 (matter->kind, kind) == 0)
      return matter;

  return NULL;
}
