/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-record-private.h"

#include "tend-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char      *id;
  gboolean   stored;
  TendValue *values; /* one for each field of the kind */
} TendRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TendRecord, tend_record, G_TYPE_OBJECT)

#define PRIVATE(self) ((TendRecordPrivate *) tend_record_get_instance_private (self))

const TendKind *
tend_record_get_kind (TendRecord *self)
{
  return TEND_RECORD_GET_CLASS (self)->kind;
}

/* Index of a field; a name the kind does not have is a slip in the program. */
static guint
field_index (TendRecord *self,
             const char *name)
{
  const TendKind *kind = tend_record_get_kind (self);

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    if (strcmp (kind->fields[i].name, name) == 0)
      return i;

  g_error ("A %s has no field “%s”", kind->name, name);
}

static void
value_clear (const TendField *field,
             TendValue       *value)
{
  g_clear_pointer (&value->text, g_free);
  value->set = FALSE;
  value->number = 0;

  if (field->type == TEND_FIELD_CLOCK)
    value->number = TEND_CLOCK_NONE;
  else if (field->type == TEND_FIELD_INSTANT)
    value->number = TEND_INSTANT_NONE;
}

static void
tend_record_constructed (GObject *object)
{
  TendRecord *self = TEND_RECORD (object);
  const TendKind *kind = tend_record_get_kind (self);

  G_OBJECT_CLASS (tend_record_parent_class)->constructed (object);

  PRIVATE (self)->values = g_new0 (TendValue, tend_kind_n_fields (kind));

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    value_clear (&kind->fields[i], &PRIVATE (self)->values[i]);
}

static void
tend_record_finalize (GObject *object)
{
  TendRecord *self = TEND_RECORD (object);
  TendRecordPrivate *priv = PRIVATE (self);
  guint n = tend_kind_n_fields (tend_record_get_kind (self));

  for (guint i = 0; i < n; i++)
    g_free (priv->values[i].text);

  g_free (priv->values);
  g_free (priv->id);

  G_OBJECT_CLASS (tend_record_parent_class)->finalize (object);
}

static void
tend_record_class_init (TendRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tend_record_constructed;
  object_class->finalize = tend_record_finalize;
}

static void
tend_record_init (TendRecord *self)
{
}

TendValue *
tend_record_value (TendRecord *self,
                   guint       index)
{
  return &PRIVATE (self)->values[index];
}

void
tend_record_set_stored (TendRecord *self,
                        gboolean    stored)
{
  PRIVATE (self)->stored = stored;
}

gboolean
tend_record_is_stored (TendRecord *self)
{
  g_return_val_if_fail (TEND_IS_RECORD (self), FALSE);

  return PRIVATE (self)->stored;
}

/* Time first, so that ids sort by when they were made; then chance, so that two
 * computers, or two processes, never make the same one.
 */
char *
tend_record_new_id (void)
{
  static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
  guint64 time = (guint64) g_get_real_time () / 1000;
  char id[21];

  for (int i = 8; i >= 0; i--, time /= 32)
    id[i] = digits[time % 32];

  for (int i = 9; i < 20; i++)
    id[i] = digits[g_random_int_range (0, 32)];

  id[20] = '\0';
  return g_strdup (id);
}

TendRecord *
tend_record_new (const TendKind *kind)
{
  TendRecord *self = g_object_new (tend_kind_type (kind), NULL);

  PRIVATE (self)->id = kind->single ? g_strdup (kind->name) : tend_record_new_id ();

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      const TendField *field = &kind->fields[i];

      if (field->standard != NULL && !tend_record_parse (self, field, field->standard, NULL))
        g_error ("The default of %s.%s is not valid", kind->name, field->name);
    }

  return self;
}

TendRecord *
tend_record_copy (TendRecord *self)
{
  const TendKind *kind = tend_record_get_kind (self);
  TendRecord *copy = g_object_new (tend_kind_type (kind), NULL);

  PRIVATE (copy)->id = g_strdup (PRIVATE (self)->id);
  PRIVATE (copy)->stored = PRIVATE (self)->stored;

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      *tend_record_value (copy, i) = *tend_record_value (self, i);
      tend_record_value (copy, i)->text = g_strdup (tend_record_value (self, i)->text);
    }

  return copy;
}

const char *
tend_record_get_id (TendRecord *self)
{
  g_return_val_if_fail (TEND_IS_RECORD (self), NULL);

  return PRIVATE (self)->id;
}

void
tend_record_set_id (TendRecord *self,
                    const char *id)
{
  g_return_if_fail (TEND_IS_RECORD (self));

  g_free (PRIVATE (self)->id);
  PRIVATE (self)->id = g_strdup (id);
}

gboolean
tend_record_is_set (TendRecord *self,
                    const char *field)
{
  return tend_record_value (self, field_index (self, field))->set;
}

static void
notify (TendRecord *self,
        guint       index)
{
  g_object_notify (G_OBJECT (self), tend_record_get_kind (self)->fields[index].name);
}

void
tend_record_clear (TendRecord *self,
                   const char *field)
{
  guint index = field_index (self, field);

  value_clear (&tend_record_get_kind (self)->fields[index], tend_record_value (self, index));
  notify (self, index);
}

const char *
tend_record_get_text (TendRecord *self,
                      const char *field)
{
  guint index = field_index (self, field);

  g_assert (tend_field_is_text (&tend_record_get_kind (self)->fields[index]));

  return tend_record_value (self, index)->text;
}

/* Control characters are no writing: they come along with pasted text, and would
 * steer a terminal or break a calendar's file.  Each of their bytes becomes a
 * space; line breaks and tabs stay.  (U+0080 to U+009F begin with 0xc2.)
 */
static char *
without_controls (const char *text)
{
  char *clean = g_strdup (text);

  for (char *c = clean; *c != '\0'; c++)
    {
      if (g_ascii_iscntrl (*c) && !g_ascii_isspace (*c))
        *c = ' ';
      else if (*c == '\v' || *c == '\f')
        *c = ' ';
      else if ((guchar) c[0] == 0xc2 && (guchar) c[1] >= 0x80 && (guchar) c[1] <= 0x9f)
        c[0] = c[1] = ' ';
    }

  return clean;
}

GStrv
tend_record_get_list (TendRecord *self,
                      const char *field)
{
  const char *words = tend_record_get_text (self, field);

  return g_strsplit (words != NULL ? words : "", "\n", -1);
}

void
tend_record_set_text (TendRecord *self,
                      const char *field,
                      const char *text)
{
  guint index = field_index (self, field);
  TendValue *value = tend_record_value (self, index);
  g_autofree char *clean = text != NULL && *text != '\0' ? without_controls (text) : NULL;

  g_assert (tend_field_is_text (&tend_record_get_kind (self)->fields[index]));

  if (g_strcmp0 (value->text, clean) == 0)
    return;

  g_free (value->text);
  value->text = g_steal_pointer (&clean);
  value->set = value->text != NULL;
  notify (self, index);
}

gint64
tend_record_get_int (TendRecord *self,
                     const char *field)
{
  guint index = field_index (self, field);

  g_assert (!tend_field_is_text (&tend_record_get_kind (self)->fields[index]));

  return tend_record_value (self, index)->number;
}

void
tend_record_set_int (TendRecord *self,
                     const char *field,
                     gint64      number)
{
  guint index = field_index (self, field);
  const TendField *definition = &tend_record_get_kind (self)->fields[index];
  TendValue *value = tend_record_value (self, index);
  TendValue none = { 0 };

  g_assert (!tend_field_is_text (definition));

  value_clear (definition, &none);
  if (value->set && value->number == number)
    return;

  /* The "none" of dates, times of day and instants is how they are cleared. */
  value->number = number;
  value->set = !((definition->type == TEND_FIELD_DATE || definition->type == TEND_FIELD_DAY ||
                  definition->type == TEND_FIELD_CLOCK || definition->type == TEND_FIELD_INSTANT) &&
                 number == none.number);
  notify (self, index);
}

gboolean
tend_record_equal (TendRecord *self,
                   TendRecord *other)
{
  const TendKind *kind = tend_record_get_kind (self);

  if (kind != tend_record_get_kind (other) ||
      g_strcmp0 (PRIVATE (self)->id, PRIVATE (other)->id) != 0)
    return FALSE;

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      TendValue *a = tend_record_value (self, i);
      TendValue *b = tend_record_value (other, i);

      if (a->set != b->set || a->number != b->number || g_strcmp0 (a->text, b->text) != 0)
        return FALSE;
    }

  return TRUE;
}
