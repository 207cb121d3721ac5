/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-recovery.h"

#include "tend-error.h"
#include "tend-guarded.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

/* Seven groups of four random characters and a check character:
 *
 *     7 x 4 x log2 (23) = 126.6 bits
 *
 * The alphabet leaves out every character that is taken for another: 0 O, 1 I L,
 * 2 Z, 5 S, 8 B, U V.  That leaves 23, a prime, which makes one check character
 * do all that one can: with
 *
 *     1 c1 + 2 c2 + 3 c3 + 4 c4 + 5 check + group + 1 = 0  (modulo 23)
 *
 * a wrong character in one place changes the sum by its distance times 1 to 5,
 * and two characters that changed places change it by their distance times 1 to
 * 4: never by a multiple of 23.  The group's number is in the sum so that whole
 * groups that changed places are found as well.
 */

static const char alphabet[] = "34679ACDEFGHJKMNPQRTWXY";

#define BASE          23
#define N_GROUPS      7
#define GROUP_RANDOM  4
#define GROUP_LENGTH  (GROUP_RANDOM + 1)
#define KEY_LENGTH    (N_GROUPS * GROUP_LENGTH)
#define SHOWN_LENGTH  (KEY_LENGTH + N_GROUPS - 1)

/* 5 x 14 = 70 = 3 x 23 + 1 */
#define INVERSE_OF_5  14

G_STATIC_ASSERT (sizeof alphabet == BASE + 1);

static int
value_of (char c)
{
  const char *at = c != '\0' ? strchr (alphabet, c) : NULL;

  return at != NULL ? (int) (at - alphabet) : -1;
}

/* The sum without the check character. */
static int
group_sum (const char *group,
           guint       index)
{
  int sum = index + 1;

  for (guint i = 0; i < GROUP_RANDOM; i++)
    sum += (i + 1) * value_of (group[i]);

  return sum % BASE;
}

static char
check_character (const char *group,
                 guint       index)
{
  return alphabet[(BASE - group_sum (group, index)) * INVERSE_OF_5 % BASE];
}

static gboolean
group_is_right (const char *group,
                guint       index)
{
  for (guint i = 0; i < GROUP_LENGTH; i++)
    {
      if (value_of (group[i]) < 0)
        return FALSE;
    }

  return check_character (group, index) == group[GROUP_RANDOM];
}

char *
tend_recovery_generate (void)
{
  char *text = tend_guarded_alloc (SHOWN_LENGTH + 1);
  char *at = text;

  for (guint group = 0; group < N_GROUPS; group++)
    {
      if (group > 0)
        *at++ = '-';

      for (guint i = 0; i < GROUP_RANDOM; i++)
        at[i] = alphabet[randombytes_uniform (BASE)];
      at[GROUP_RANDOM] = check_character (at, group);
      at += GROUP_LENGTH;
    }
  *at = '\0';

  return text;
}

void
tend_recovery_free (char *text)
{
  sodium_free (text);
}

guint
tend_recovery_n_groups (void)
{
  return N_GROUPS;
}

char *
tend_recovery_group (const char *text,
                     guint       index)
{
  char group[GROUP_LENGTH + 1] = "";
  guint n = 0;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (index < N_GROUPS, NULL);

  for (; *text != '\0' && n < (index + 1) * GROUP_LENGTH; text++)
    {
      if (value_of (g_ascii_toupper (*text)) < 0)
        continue;
      if (n >= index * GROUP_LENGTH)
        group[n - index * GROUP_LENGTH] = g_ascii_toupper (*text);
      n++;
    }

  return g_strdup (group);
}

/* What people put between groups: blanks of all kinds, dashes of all kinds, dots. */
static gboolean
is_separator (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION ||
         g_unichar_type (c) == G_UNICODE_FORMAT || c == 0x2212 || c == '.' || c == ',' || c == '_';
}

/* Puts the letters and digits in @plain, at most KEY_LENGTH of them; what cannot
 * be part of a key stays there as '?', and its group is named as the slip.
 * Returns: how many there were in all
 */
static guint
collect (const char *typed,
         char       *plain)
{
  guint n = 0;

  for (const char *at = typed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_separator (c))
        continue;

      /* Full-width letters and digits, as some keyboards give them. */
      if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xff01 - '!';

      if (n < KEY_LENGTH)
        plain[n] = c < 0x80 && g_ascii_isalnum (c) ? g_ascii_toupper (c) : '?';
      n++;
    }
  plain[MIN (n, KEY_LENGTH)] = '\0';

  return n;
}

static void
set_slip_error (const char  *plain,
                guint        group,
                GError     **error)
{
  const char *start = plain + group * GROUP_LENGTH;

  g_set_error (error, TEND_ERROR, TEND_ERROR_LOCKED,
               _("Group %u, “%.*s”, has a slip in it. Please check it against your sheet."),
               group + 1, (int) MIN (strlen (start), GROUP_LENGTH), start);
}

/* The first group with a slip, of those typed in full; N_GROUPS when there is none. */
static guint
first_slip (const char *plain)
{
  guint n_whole = strlen (plain) / GROUP_LENGTH;

  for (guint group = 0; group < n_whole; group++)
    {
      if (!group_is_right (plain + group * GROUP_LENGTH, group))
        return group;
    }

  return N_GROUPS;
}

static gboolean
check_plain (const char  *plain,
             guint        n_typed,
             GError     **error)
{
  guint slip = first_slip (plain);

  if (n_typed == 0)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_LOCKED,
                           _("Please type the recovery key from your sheet."));
      return FALSE;
    }

  /* A character too few or too many shifts all that follow: the first group
   * that does not fit is where to look.
   */
  if (slip < N_GROUPS)
    {
      set_slip_error (plain, slip, error);
      return FALSE;
    }

  if (n_typed < KEY_LENGTH)
    {
      guint missing = KEY_LENGTH - n_typed;

      g_set_error (error, TEND_ERROR, TEND_ERROR_LOCKED,
                   ngettext ("%u character is still missing from the recovery key.",
                             "%u characters are still missing from the recovery key.", missing),
                   missing);
      return FALSE;
    }

  if (n_typed > KEY_LENGTH)
    {
      guint extra = n_typed - KEY_LENGTH;

      g_set_error (error, TEND_ERROR, TEND_ERROR_LOCKED,
                   ngettext ("There is %u character more than a recovery key has.",
                             "There are %u characters more than a recovery key has.", extra),
                   extra);
      return FALSE;
    }

  return TRUE;
}

char *
tend_recovery_normalise (const char  *typed,
                         GError     **error)
{
  char *plain;
  guint n_typed;

  g_return_val_if_fail (typed != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!g_utf8_validate (typed, -1, NULL))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_LOCKED,
                           _("This is not a recovery key."));
      return NULL;
    }

  plain = tend_guarded_alloc (KEY_LENGTH + 1);
  n_typed = collect (typed, plain);
  if (check_plain (plain, n_typed, error))
    return plain;

  sodium_free (plain);
  return NULL;
}
