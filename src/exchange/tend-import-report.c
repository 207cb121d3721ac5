/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-import-private.h"

#include <glib/gi18n-lib.h>

static void
fault_free (gpointer data)
{
  TendImportFault *fault = data;

  g_free (fault->path);
  g_free (fault->message);
  g_free (fault);
}

TendImportReport *
tend_import_report_new (void)
{
  TendImportReport *self = g_new0 (TendImportReport, 1);

  self->faults = g_ptr_array_new_with_free_func (fault_free);
  return self;
}

void
tend_import_report_free (TendImportReport *self)
{
  g_ptr_array_unref (self->faults);
  g_free (self);
}

gboolean
tend_import_report_is_full (const TendImportReport *self)
{
  return self->faults->len >= TEND_IMPORT_MOST_FAULTS;
}

static void
add (TendImportReport *self,
     const char       *path,
     const char       *message)
{
  TendImportFault *fault = g_new (TendImportFault, 1);

  fault->path = g_strdup (path);
  fault->message = g_strdup (message);
  g_ptr_array_add (self->faults, fault);
}

void
tend_import_report_add (TendImportReport *self,
                        const char       *path,
                        const char       *message)
{
  if (self->faults->len + 1 < TEND_IMPORT_MOST_FAULTS)
    add (self, path, message);
  else if (!tend_import_report_is_full (self))
    add (self, TEND_IMPORT_WHOLE_FILE,
         _("There is more: only the first faults are listed here."));
}

gboolean
tend_import_report_check (const TendImportReport  *self,
                          GError                 **error)
{
  const TendImportFault *first;

  if (self->faults->len == 0)
    return TRUE;

  first = g_ptr_array_index (self->faults, 0);
  if (g_str_equal (first->path, TEND_IMPORT_WHOLE_FILE))
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID, first->message);
  else
    g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID, "%s: %s", first->path, first->message);

  return FALSE;
}
