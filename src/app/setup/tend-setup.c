/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-setup-private.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-recovery.h"
#include "tend-remind.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TendSetup, tend_setup, ADW_TYPE_BIN)

enum
{
  MADE,
  RESTORE,
  SAMPLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const details[] = { "own_name", "trading_name", "phone", "email", NULL };
static const char *const address[] = { "address", "postcode", NULL };

/* Where "Back" leads; nowhere once the vault is made. */
static const struct
{
  const char *step;
  const char *back;
} ways[] = {
  { "welcome", NULL },
  { "details", "welcome" },
  { "schemes", "details" },
  { "reminders", "schemes" },
  { "security", "reminders" },
  { "recovery", NULL },
  { "confirm", "recovery" },
};

static const char *
way_back (const char *step)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].step, step))
      return ways[i].back;

  return NULL;
}

/* Reminders are for what is in the usual place; elsewhere nobody is asked about them. */
static const char *
without_reminders (TendSetup  *self,
                   const char *step,
                   const char *instead)
{
  return self->remind == NULL && g_strcmp0 (step, "reminders") == 0 ? instead : step;
}

void
_tend_setup_go (TendSetup  *self,
                const char *step)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->steps, step);

  gtk_stack_set_visible_child_name (self->steps, step);
  gtk_widget_set_visible (self->back, way_back (step) != NULL);

  if (TEND_IS_STEP (child))
    tend_step_begin (TEND_STEP (child));
}

static void
back_cb (TendSetup *self)
{
  const char *back = way_back (gtk_stack_get_visible_child_name (self->steps));

  back = without_reminders (self, back, way_back ("reminders"));
  if (back == NULL)
    return;

  gtk_stack_set_transition_type (self->steps, GTK_STACK_TRANSITION_TYPE_SLIDE_RIGHT);
  _tend_setup_go (self, back);
  gtk_stack_set_transition_type (self->steps, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT);
}

static void
fresh_cb (TendSetup *self)
{
  _tend_setup_go (self, "details");
}

static void
restore_cb (TendSetup *self)
{
  g_signal_emit (self, signals[RESTORE], 0);
}

static void
sample_cb (TendSetup *self)
{
  g_signal_emit (self, signals[SAMPLE], 0);
}

static void
details_next_cb (TendSetup *self)
{
  if (tend_form_check (self->form))
    _tend_setup_go (self, "schemes");
}

static void
schemes_next_cb (TendSetup *self)
{
  g_autofree char *ids = tend_schemes_get (self->schemes);

  tend_record_set_text (self->provider, "schemes", ids);
  _tend_setup_go (self, without_reminders (self, "reminders", "security"));
}

static void
reminders_next_cb (TendSetup *self)
{
  _tend_setup_go (self, "security");
}

static void
security_next_cb (TendSetup *self)
{
  if (tend_passphrase_group_check (self->passphrase))
    _tend_setup_make (self);
}

static void
recovery_next_cb (TendSetup *self)
{
  tend_recovery_check_set (self->check, self->recovery_key);
  _tend_setup_go (self, "confirm");
}

static void
confirm_next_cb (TendSetup *self)
{
  if (tend_recovery_check_check (self->check))
    _tend_setup_finish (self, TRUE);
}

static void
confirm_later_cb (TendSetup *self)
{
  _tend_setup_finish (self, FALSE);
}

static void
tend_setup_dispose (GObject *object)
{
  TendSetup *self = TEND_SETUP (object);

  _tend_setup_give_up (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_SETUP);
  g_clear_object (&self->form);
  g_clear_object (&self->provider);
  g_clear_object (&self->session);
  g_clear_pointer (&self->recovery_key, tend_recovery_free);
  g_clear_pointer (&self->dir, g_free);

  G_OBJECT_CLASS (tend_setup_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-setup.ui");
  gtk_widget_class_bind_template_child (widget_class, TendSetup, back);
  gtk_widget_class_bind_template_child (widget_class, TendSetup, steps);
  gtk_widget_class_bind_template_child (widget_class, TendSetup, details_group);
  gtk_widget_class_bind_template_child (widget_class, TendSetup, address_group);
  gtk_widget_class_bind_template_child (widget_class, TendSetup, schemes);
  gtk_widget_class_bind_template_child (widget_class, TendSetup, remind_group);
  gtk_widget_class_bind_template_child (widget_class, TendSetup, passphrase);
  gtk_widget_class_bind_template_child (widget_class, TendSetup, security_step);
  gtk_widget_class_bind_template_child (widget_class, TendSetup, card);
  gtk_widget_class_bind_template_child (widget_class, TendSetup, keyring_note);
  gtk_widget_class_bind_template_child (widget_class, TendSetup, confirm_step);
  gtk_widget_class_bind_template_child (widget_class, TendSetup, check);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, fresh_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, schemes_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, reminders_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, security_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, recovery_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_later_cb);
}

static void
tend_setup_class_init (TendSetupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_setup_dispose;

  signals[MADE] = g_signal_new ("made", TEND_TYPE_SETUP, G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, TEND_TYPE_SESSION);
  signals[RESTORE] = g_signal_new ("restore", TEND_TYPE_SETUP, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAMPLE] = g_signal_new ("sample", TEND_TYPE_SETUP, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TEND_TYPE_STEP);
  g_type_ensure (TEND_TYPE_PASSPHRASE_GROUP);
  g_type_ensure (TEND_TYPE_RECOVERY_CARD);
  g_type_ensure (TEND_TYPE_RECOVERY_CHECK);
  g_type_ensure (TEND_TYPE_SCHEMES);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
tend_setup_init (TendSetup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->provider = tend_record_new (&tend_provider_kind);
  tend_record_set_id (self->provider, "provider");
  self->form = tend_form_new (NULL, self->provider);
  tend_form_add (self->form, self->details_group, details);
  tend_form_add (self->form, self->address_group, address);
}

/* Reminders that nobody knows of remind nobody: on, unless it is said otherwise. */
static void
ask_reminders (TendSetup *self)
{
  if (!tend_remind_fits (self->dir))
    return;

  adw_preferences_group_add (self->remind_group, tend_remind_row_new (&self->remind));
  gtk_switch_set_active (self->remind, TRUE);
}

GtkWidget *
tend_setup_new (const char *dir,
                TendDate    today)
{
  TendSetup *self;

  g_return_val_if_fail (dir != NULL, NULL);

  self = g_object_new (TEND_TYPE_SETUP, NULL);
  self->dir = g_strdup (dir);
  self->today = today;
  ask_reminders (self);

  return GTK_WIDGET (self);
}
