/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-guarded.h"

#include <sodium.h>

void
tend_guarded_init (void)
{
  if (sodium_init () < 0)
    g_error ("libsodium cannot be used on this computer");
}

gpointer
tend_guarded_alloc (gsize size)
{
  gpointer memory;

  tend_guarded_init ();
  memory = sodium_malloc (size);
  if (memory == NULL)
    g_error ("no memory for a secret");

  return memory;
}
