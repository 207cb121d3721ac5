/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  TEND_PASSPHRASE_NONE,   /* nothing typed */
  TEND_PASSPHRASE_SHORT,  /* not accepted */
  TEND_PASSPHRASE_WEAK,
  TEND_PASSPHRASE_FAIR,
  TEND_PASSPHRASE_STRONG,
} TendPassphraseStrength;

/* How long somebody would be kept out who has the laptop and time: judged by
 * length, by how many different characters there are, and by runs ("1234", "aaaa"). */
TendPassphraseStrength tend_passphrase_judge (const char             *text);
/* One plain sentence. */
const char            *tend_passphrase_hint  (TendPassphraseStrength  strength);

/**
 * TendPassphraseGroup:
 *
 * The two entries of a new passphrase, with its strength in words and as a bar.
 * Signal: "changed".
 */
#define TEND_TYPE_PASSPHRASE_GROUP (tend_passphrase_group_get_type ())
G_DECLARE_FINAL_TYPE (TendPassphraseGroup, tend_passphrase_group, TEND, PASSPHRASE_GROUP,
                      AdwPreferencesGroup)

/* The passphrase; NULL while it is empty, too short, or not typed twice alike. */
const char *tend_passphrase_group_get_text  (TendPassphraseGroup *self);
gboolean    tend_passphrase_group_is_empty  (TendPassphraseGroup *self);
/* Shows what is wrong, if anything; returns whether there is a passphrase or none at all. */
gboolean    tend_passphrase_group_check     (TendPassphraseGroup *self);
void        tend_passphrase_group_clear     (TendPassphraseGroup *self);

G_END_DECLS
