/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TEND_ERROR:
 *
 * The one error domain.  A code is a way to react, not a place in the program:
 * tend-cli turns it into its exit status and the window into what it offers.
 */
#define TEND_ERROR (tend_error_quark ())

typedef enum
{
  TEND_ERROR_FAILED,    /* could not be done; the message says why        (exit 1) */
  TEND_ERROR_NOT_FOUND, /* no such record                                 (exit 1) */
  TEND_ERROR_STOPPED,   /* a rule holds it back; the message names it     (exit 1) */
  TEND_ERROR_HELD,      /* the same of a scheme's rule: with a reason one may go on (exit 1) */
  TEND_ERROR_USAGE,     /* the command line makes no sense                (exit 2) */
  TEND_ERROR_INVALID,   /* the input is invalid; names record and field   (exit 3) */
  TEND_ERROR_LOCKED,    /* the vault cannot be opened with what was given (exit 4) */
  TEND_ERROR_DAMAGED,   /* the vault or backup is damaged                 (exit 5) */
  TEND_ERROR_BUSY,      /* another program is using it; try again         (exit 1) */
} TendError;

GQuark tend_error_quark (void);

/**
 * tend_error_quote:
 * @text: what was typed or read, not necessarily UTF-8
 *
 * Returns: @text as a message may quote it: valid, without space around it, and
 *   cut short with "…" when long
 */
char *tend_error_quote (const char *text);

G_END_DECLS
