/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-blob.h"

#include "tend-files.h"
#include "tend-vault-private.h"

#include <glib/gstdio.h>

void
tend_blob_unlink_doomed (TendVault *self)
{
  for (guint i = 0; i < self->doomed_blobs->len; i++)
    g_unlink (g_ptr_array_index (self->doomed_blobs, i));

  g_ptr_array_set_size (self->doomed_blobs, 0);
}
