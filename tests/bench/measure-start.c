/* SPDX-License-Identifier: GPL-3.0-or-later */

/* measure-start SECONDS COMMAND...: starts a program and prints, between tabs,
 *
 *   the milliseconds from just before fork() until its window is mapped,
 *   those until its pixels first stayed the same for a second, and
 *   its resident memory in KB after so many SECONDS.
 *
 * Nothing is asked of the program: the X server says when a window is mapped and
 * when something was drawn in it.
 */

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <glib.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Smaller windows are tips and helpers. */
#define LEAST_PIXELS 100
#define QUIET_MS 1000
#define PATIENCE_MS 60000

typedef struct
{
  Display *display;
  int      damage_event;  /* the number of XDamage's event */
  Damage   damage;
  double   begun;
  double   mapped;        /* milliseconds since then; -1: not yet */
  double   drawn;         /* the last drawing before the pause */
  gboolean is_quiet;
} Watch;

static double
now (void)
{
  return g_get_monotonic_time () / 1000.0;
}

static int
ignore_error (Display     *display,
              XErrorEvent *event)
{
  return 0; /* a window that is gone again */
}

static void
note_map (Watch *watch,
          Window window)
{
  double when = now () - watch->begun;
  XWindowAttributes attributes;

  if (watch->mapped >= 0 || !XGetWindowAttributes (watch->display, window, &attributes) ||
      attributes.width < LEAST_PIXELS || attributes.height < LEAST_PIXELS)
    return;

  watch->mapped = watch->drawn = when;
  watch->damage = XDamageCreate (watch->display, window, XDamageReportNonEmpty);
}

static void
note_drawing (Watch *watch)
{
  double when = now () - watch->begun;

  if (when - watch->drawn > QUIET_MS)
    watch->is_quiet = TRUE;
  if (!watch->is_quiet)
    watch->drawn = when;

  XDamageSubtract (watch->display, watch->damage, None, None);
}

static void
read_events (Watch *watch)
{
  while (XPending (watch->display) > 0)
    {
      XEvent event;

      XNextEvent (watch->display, &event);
      if (event.type == MapNotify)
        note_map (watch, event.xmap.window);
      else if (event.type == watch->damage_event + XDamageNotify)
        note_drawing (watch);
    }
}

static long
resident_kb (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", (int) pid);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (line = strstr (text, "VmRSS:")) == NULL)
    return -1;

  return strtol (line + strlen ("VmRSS:"), NULL, 10);
}

/* Until the program's window has stood for so long; FALSE when it never came. */
static gboolean
watch_window (Watch *watch,
              double stand_ms)
{
  for (;;)
    {
      struct pollfd wait = { ConnectionNumber (watch->display), POLLIN, 0 };
      double end = watch->mapped >= 0 ? watch->mapped + stand_ms : PATIENCE_MS;
      double left = end - (now () - watch->begun);

      if (left <= 0)
        return watch->mapped >= 0;

      if (XPending (watch->display) == 0)
        poll (&wait, 1, (int) left + 1);
      read_events (watch);
    }
}

static gboolean
open_display (Watch *watch)
{
  int error_base;

  watch->display = XOpenDisplay (NULL);
  if (watch->display == NULL ||
      !XDamageQueryExtension (watch->display, &watch->damage_event, &error_base))
    return FALSE;

  XSetErrorHandler (ignore_error);
  XSelectInput (watch->display, DefaultRootWindow (watch->display), SubstructureNotifyMask);
  XSync (watch->display, False);

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  Watch watch = { .mapped = -1 };
  gboolean came;
  long memory;
  pid_t pid;

  if (argc < 3)
    {
      fprintf (stderr, "measure-start SECONDS COMMAND...\n");
      return 2;
    }

  if (!open_display (&watch))
    {
      fprintf (stderr, "There is no display with the DAMAGE extension.\n");
      return 1;
    }

  watch.begun = now ();
  pid = fork ();
  if (pid == 0)
    {
      close (ConnectionNumber (watch.display));
      execvp (argv[2], argv + 2);
      perror (argv[2]);
      _exit (127);
    }

  came = watch_window (&watch, 1000 * atof (argv[1]));
  memory = resident_kb (pid);
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  XCloseDisplay (watch.display);

  if (!came || memory < 0)
    {
      fprintf (stderr, "%s showed no window.\n", argv[2]);
      return 1;
    }

  printf ("%.1f\t%.1f\t%ld\n", watch.mapped, watch.drawn, memory);
  return 0;
}
