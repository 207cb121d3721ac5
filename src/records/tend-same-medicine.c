/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which lines of a client's chart are one medicine to the body: what a guard counts together. */

#include "tend-medicines-private.h"

#include "tend-statement.h"

#include <string.h>

/* Folded, so that what was typed in another case is the same. */
#define LINES \
  "SELECT id, replaces, tend_fold (name), tend_fold (ingredient) FROM medications" \
  " WHERE client = :client"

/* Between the ingredients of one medicine: "Paracetamol and codeine", "Calcium + vitamin D". */
#define BETWEEN "\\s*[,;+/&\\n]\\s*|\\s+(?:and|with)\\s+"

typedef struct
{
  char      *id;
  char      *replaces;
  GPtrArray *holds;    /* its name and its ingredients */
  gboolean   is_same;
} Line;

static void
line_free (gpointer data)
{
  Line *self = data;

  g_free (self->id);
  g_free (self->replaces);
  g_ptr_array_unref (self->holds);
  g_free (self);
}

/* "paracetamol" of " paracetamol 500 mg". */
static void
add_held (GPtrArray  *holds,
          const char *text)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));

  for (char *at = plain; *at != '\0'; at++)
    if (at[0] == ' ' && g_ascii_isdigit (at[1]))
      {
        *at = '\0';
        break;
      }

  if (*plain != '\0')
    g_ptr_array_add (holds, g_steal_pointer (&plain));
}

/* A name is not taken apart: what is sugar free is not one medicine for that. */
static GPtrArray *
find_held (const char *name,
           const char *ingredient)
{
  GPtrArray *holds = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) parts = g_regex_split_simple (BETWEEN, ingredient != NULL ? ingredient : "", 0, 0);

  add_held (holds, name);
  for (guint i = 0; parts[i] != NULL; i++)
    add_held (holds, parts[i]);

  return holds;
}

static GPtrArray *
load_lines (TendVault   *vault,
            const char  *client,
            GError     **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr(TendStatement) statement = tend_statement_new (vault, LINES, error);
  TendStep step;

  if (statement == NULL)
    return NULL;

  tend_statement_bind_text (statement, ":client", client);
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      Line *line = g_new0 (Line, 1);

      line->id = g_strdup (tend_statement_get_text (statement, 0));
      line->replaces = g_strdup (tend_statement_get_text (statement, 1));
      line->holds = find_held (tend_statement_get_text (statement, 2),
                               tend_statement_get_text (statement, 3));
      g_ptr_array_add (lines, line);
    }

  return step == TEND_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

/* Also a salt of it: "codeine phosphate" is codeine. */
static gboolean
is_one (const char *held,
        const char *other)
{
  gsize length = strlen (held);

  return strncmp (held, other, length) == 0 && (other[length] == '\0' || other[length] == ' ');
}

static gboolean
share (const Line *line,
       const Line *other)
{
  for (guint i = 0; i < line->holds->len; i++)
    for (guint j = 0; j < other->holds->len; j++)
      if (is_one (line->holds->pdata[i], other->holds->pdata[j]) ||
          is_one (other->holds->pdata[j], line->holds->pdata[i]))
        return TRUE;

  return FALSE;
}

static gboolean
is_next (const Line *line,
         const Line *other)
{
  return g_strcmp0 (line->replaces, other->id) == 0 || g_strcmp0 (other->replaces, line->id) == 0;
}

/* Everything that took the place of @line, or whose place it took, one after the other. */
static void
mark_chain (GPtrArray *lines,
            Line      *line)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new ();

  line->is_same = TRUE;
  g_ptr_array_add (found, line);
  for (guint i = 0; i < found->len; i++)
    for (guint j = 0; j < lines->len; j++)
      {
        Line *other = lines->pdata[j];

        if (other->is_same || !is_next (found->pdata[i], other))
          continue;
        other->is_same = TRUE;
        g_ptr_array_add (found, other);
      }
}

char *
tend_medicine_same (TendVault   *vault,
                    TendRecord  *medication,
                    GError     **error)
{
  g_autoptr(GPtrArray) lines =
    load_lines (vault, tend_record_get_text (medication, "client"), error);
  const Line *own = NULL;
  GString *same;

  if (lines == NULL)
    return NULL;

  for (guint i = 0; i < lines->len && own == NULL; i++)
    if (strcmp (((Line *) lines->pdata[i])->id, tend_record_get_id (medication)) == 0)
      {
        own = lines->pdata[i];
        mark_chain (lines, lines->pdata[i]);
      }

  same = g_string_new ("\n");
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = lines->pdata[i];

      if (line->is_same || (own != NULL && share (own, line)))
        g_string_append_printf (same, "%s\n", line->id);
    }

  return g_string_free (same, FALSE);
}
