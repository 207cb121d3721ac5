/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-application.h"

#include "tend-harden.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* TEND_LOCALEDIR is for running from the build folder. */
static void
speak (void)
{
  const char *folder = g_getenv ("TEND_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : TEND_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(TendApplication) application = NULL;

  tend_vault_harden_process ();

  speak ();

  /* Tend shows text, lists and charts drawn with Cairo.  The GL renderer would
   * cost 70 MB of memory and a tenth of a second at the start, and gain nothing.
   */
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  /* Nor does GDK have to see whether there is GL: that alone loads 60 MB of drivers. */
  if (gtk_get_minor_version () < 14)
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  else
    g_setenv ("GDK_DISABLE", "gl,vulkan", FALSE);

  g_set_prgname (TEND_APP_ID);
  g_set_application_name (_("Tend"));

  application = tend_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
