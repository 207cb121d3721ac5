/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-recovery-card.h"

#include "tend-compat.h"
#include "tend-document-dialog.h"
#include "tend-recovery-reader.h"
#include "tend-recovery-sheet.h"
#include "tend-recovery.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TendRecoveryCard
{
  AdwBin      parent_instance;

  char      **groups;
  char       *owner;
  TendDate    made_on;

  GtkFlowBox *box;
  GtkLabel   *said;
};

G_DEFINE_FINAL_TYPE (TendRecoveryCard, tend_recovery_card, ADW_TYPE_BIN)

static void
wipe_groups (TendRecoveryCard *self)
{
  for (guint i = 0; self->groups != NULL && self->groups[i] != NULL; i++)
    memset (self->groups[i], 0, strlen (self->groups[i]));

  g_clear_pointer (&self->groups, g_strfreev);
}

static TendDocument *
make_sheet (TendRecoveryCard *self)
{
  TendRecoverySheet sheet = {
    .groups = (const char *const *) self->groups,
    .owner = self->owner,
    .made_on = self->made_on,
  };

  return tend_document_new_recovery (&sheet);
}

static void
print_cb (TendRecoveryCard *self)
{
  g_autoptr(TendDocument) document = make_sheet (self);

  tend_document_print (GTK_WIDGET (self), document, _("Recovery sheet"));
}

static void
save_to (const char *path,
         gpointer    user_data)
{
  TendRecoveryCard *self = user_data;
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *said = NULL;

  if (self->groups == NULL)
    return;

  document = make_sheet (self);

  if (!tend_document_write_pdf (document, path, &error))
    said = g_strdup (error->message);
  else
    said = g_strdup_printf (_("Saved as “%s”. Keep the memory stick away from the laptop."),
                            path);

  gtk_label_set_label (self->said, said);
  gtk_widget_set_visible (GTK_WIDGET (self->said), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->said));
}

static void
save_cb (TendRecoveryCard *self)
{
  tend_compat_save_file (GTK_WIDGET (self), _("Save the Recovery Sheet"),
                         _("tend-recovery-sheet.pdf"), save_to, g_object_ref (self),
                         g_object_unref);
}

static void
read_cb (TendRecoveryCard *self)
{
  tend_recovery_reader_present (GTK_WIDGET (self), (const char *const *) self->groups);
}

static GtkWidget *
group_tile (const char *group,
            guint       index)
{
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  GtkWidget *count = gtk_label_new (number);
  GtkWidget *text = gtk_label_new (group);

  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (text, "recovery-group");
  gtk_widget_add_css_class (tile, "recovery-tile");
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_box_append (GTK_BOX (tile), count);
  gtk_box_append (GTK_BOX (tile), text);

  return tile;
}

static void
fill_box (TendRecoveryCard *self)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->box, 0)) != NULL)
    gtk_flow_box_remove (self->box, GTK_WIDGET (child));

  for (guint i = 0; self->groups != NULL && self->groups[i] != NULL; i++)
    {
      g_autofree char *spoken = g_strdup_printf (_("Group %u: %s"), i + 1, self->groups[i]);
      GtkWidget *holder = gtk_flow_box_child_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (holder),
                                    group_tile (self->groups[i], i));
      gtk_accessible_update_property (GTK_ACCESSIBLE (holder),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      gtk_flow_box_append (self->box, holder);
    }
}

static void
tend_recovery_card_dispose (GObject *object)
{
  TendRecoveryCard *self = TEND_RECOVERY_CARD (object);

  wipe_groups (self);
  g_clear_pointer (&self->owner, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_RECOVERY_CARD);

  G_OBJECT_CLASS (tend_recovery_card_parent_class)->dispose (object);
}

static void
tend_recovery_card_class_init (TendRecoveryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_recovery_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-recovery-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TendRecoveryCard, box);
  gtk_widget_class_bind_template_child (widget_class, TendRecoveryCard, said);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_cb);
}

static void
tend_recovery_card_init (TendRecoveryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tend_recovery_card_set (TendRecoveryCard *self,
                        const char       *key,
                        const char       *owner,
                        TendDate          made_on)
{
  g_return_if_fail (TEND_IS_RECOVERY_CARD (self));

  wipe_groups (self);
  g_free (self->owner);
  self->owner = g_strdup (owner);
  self->made_on = made_on;

  if (key != NULL)
    {
      guint n_groups = tend_recovery_n_groups ();

      self->groups = g_new0 (char *, n_groups + 1);
      for (guint i = 0; i < n_groups; i++)
        self->groups[i] = tend_recovery_group (key, i);
    }

  fill_box (self);
  gtk_widget_set_visible (GTK_WIDGET (self->said), FALSE);
}
