/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-redact.h"

static void
assert_name (const char *name,
             const char *initials)
{
  g_autofree char *got = tend_redact_name (name);

  g_assert_cmpstr (got, ==, initials);
}

static void
test_names (void)
{
  assert_name ("Rose Hartley", "R.H.");
  assert_name ("Siân Ŵyn-Pritchard", "S.Ŵ.");
  assert_name ("Dr Amin", "Dr A.");
  assert_name ("Meg Lewis, occupational therapist", "M.L.");
  assert_name ("Dilys, at number 11", "D.");
  assert_name ("The warden", "The warden");
  assert_name ("אסתר כהן", "א.כ.");
  assert_name ("NHS 111", "NHS 111");
  assert_name ("Adult safeguarding, Staffordshire", "Adult safeguarding, Staffordshire");
  assert_name ("Police", "Police");
  assert_name ("", "");
}

static void
assert_run (TendRedaction *redaction,
            const char    *text,
            const char    *expected)
{
  g_autofree char *got = tend_redaction_run (redaction, text);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_text (void)
{
  g_autoptr(TendRedaction) redaction = tend_redaction_new ();

  tend_redaction_add (redaction, "Rose Hartley");
  tend_redaction_add (redaction, "Alan Hartley");
  tend_redaction_add (redaction, "Dr Amin");
  assert_run (redaction, "Rose rang Alan Hartley.", "R.H. rang A.H.");
  assert_run (redaction, "Rose’s roses: Rosemary rose.", "R.H.’s roses: Rosemary rose.");
  assert_run (redaction, "Mrs Hartley and Dr Amin (Amin)", "Mrs H. and Dr A. (A.)");
  assert_run (redaction, "McRose", "McRose");
  assert_run (redaction, "", "");
}

static void
test_address (void)
{
  g_autoptr(TendRedaction) redaction = tend_redaction_new ();

  tend_redaction_add (redaction, "Rose Leek");
  tend_redaction_add_address (redaction,
                              "Bryn Awelon\n14a Station Terrace, Cheddleton\n7\nST13 9ZB");
  assert_run (redaction, "To stay at Bryn Awelon.", "To stay at ….");
  assert_run (redaction, "From 14a Station Terrace to Station Terrace", "From … to …");
  assert_run (redaction, "Cheddleton, ST13 9ZB, 7 times", "…, …, 7 times");
  assert_run (redaction, "Station, Bryn", "Station, Bryn");
}

/* Names that are words as well: hidden wherever they could be one, as a name told is worse. */
static void
test_words (void)
{
  g_autoptr(TendRedaction) redaction = tend_redaction_new ();

  tend_redaction_add (redaction, "May Hughes");
  tend_redaction_add (redaction, "Will Bright");
  assert_run (redaction, "You may ask; I will say.", "You may ask; I will say.");
  assert_run (redaction, "May and Will came.", "M.H. and W.B. came.");
  assert_run (redaction, "Will you ring?", "W.B. you ring?");
  assert_run (redaction, "From 12 May 2026, or May 2027.", "From 12 May 2026, or May 2027.");
  assert_run (redaction, "On 12 May Hughes rang May 20 times.", "On 12 M.H. rang M.H. 20 times.");
  assert_run (redaction, "May 20261, Will 2026", "M.H. 20261, W.B. 2026");
}

/* A part of a longer word stays, also where an accent is a character of its own. */
static void
test_accents (void)
{
  g_autoptr(TendRedaction) redaction = tend_redaction_new ();

  tend_redaction_add (redaction, "Ana Lee");
  assert_run (redaction, "Ana\xcc\x81 and Anaïs", "Ana\xcc\x81 and Anaïs");
  assert_run (redaction, "Ana, Lee", "A.L., L.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/redact/names", test_names);
  g_test_add_func ("/exchange/redact/text", test_text);
  g_test_add_func ("/exchange/redact/address", test_address);
  g_test_add_func ("/exchange/redact/words", test_words);
  g_test_add_func ("/exchange/redact/accents", test_accents);
  return g_test_run ();
}
