/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-setup.h"

#include "tend-form.h"
#include "tend-passphrase.h"
#include "tend-recovery-card.h"
#include "tend-schemes.h"
#include "tend-step.h"

G_BEGIN_DECLS

struct _TendSetup
{
  AdwBin                parent_instance;

  char                 *dir;
  TendDate              today;
  TendRecord           *provider;
  TendForm             *form;

  TendSession          *session;      /* once the vault is made */
  char                 *recovery_key; /* guarded; until set-up ends */

  GtkWidget            *back;
  GtkStack             *steps;
  AdwPreferencesGroup  *details_group;
  AdwPreferencesGroup  *address_group;
  TendSchemes          *schemes;
  AdwPreferencesGroup  *remind_group;
  GtkSwitch            *remind;       /* NULL when it is not asked */
  TendPassphraseGroup  *passphrase;
  TendStep             *security_step;
  TendRecoveryCard     *card;
  GtkWidget            *keyring_note;
  TendStep             *confirm_step;
  TendRecoveryCheck    *check;
};

/* tend-setup.c */
void _tend_setup_go          (TendSetup  *self,
                              const char *step);

/* tend-setup-make.c */
/* Makes the vault, and shows the recovery key when it is there. */
void _tend_setup_make        (TendSetup  *self);
/* When set-up is left before its end: unless somebody holds a key, the vault goes again. */
void _tend_setup_give_up     (TendSetup  *self);
/* Notes whether the two groups were typed back, and ends set-up. */
void _tend_setup_finish      (TendSetup  *self,
                              gboolean    confirmed);

G_END_DECLS
