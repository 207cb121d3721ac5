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
  assert_name ("DOROTHY QUILLFEATHER", "D.Q.");
  assert_name ("mabel ashcroft", "M.A.");
  assert_name ("Mabel ashcroft", "M.A.");
  assert_name ("quillfeather, dorothy", "Q.D.");
  assert_name ("dr khan", "dr K.");
  assert_name ("Seán O’Neill", "S.O.");
  assert_name ("peter and jane", "P.J.");
  assert_name ("van Gogh", "V.G.");
  assert_name ("Maria de la Cruz", "M.C.");
  assert_name ("Daughter (Sue)", "S.");
  assert_name ("my sister-in-law (sue)", "S.");
  assert_name ("Jane Smith, Staffordshire County Council", "J.S.");
  assert_name ("Jane from next door", "J.");
  assert_name ("the nurses", "the nurses");
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

  /* What is rung is not always somebody. */
  tend_redaction_add (redaction, "The alarm centre");
  tend_redaction_add (redaction, "The Shahs");
  assert_run (redaction, "The pendant alarm: the centre rang the Shahs.",
              "The pendant alarm: the centre rang S.");
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

/* However it was typed, there and here. */
static void
test_letters (void)
{
  g_autoptr(TendRedaction) redaction = tend_redaction_new ();

  tend_redaction_keep (redaction, "Ann Carer");
  tend_redaction_add (redaction, "DOROTHY QUILLFEATHER");
  tend_redaction_add (redaction, "Seán O'Neill");
  tend_redaction_add (redaction, "Jean McKay");
  tend_redaction_add (redaction, "mabel ashcroft");
  tend_redaction_add (redaction, "dr khan");
  tend_redaction_add (redaction, "Daughter (Sue)");
  assert_run (redaction, "DOROTHY QUILLFEATHER, dorothy’s son Sue", "D.Q., D.Q.’s son S.");
  assert_run (redaction, "Dorothys tablets, Mrs Quillfeathers' cat, the QUILLFEATHER'S",
              "D.Q.s tablets, Mrs Q.s' cat, the Q.'S");
  assert_run (redaction, "Dorothy\nQuillfeather, Dorothy  Quillfeather", "D.Q., D.Q.");
  assert_run (redaction, "Seán O’Neill, sean o'neill, SEA\xcc\x81N ONeill", "S.O., S.O., S.O.");
  assert_run (redaction, "MCKAY, mckay. McKay_x: mckaying", "M., M. M._x: mckaying");
  assert_run (redaction, "Mabel Ashcroft told Dr Khan and KHAN.", "M.A. told dr K. and K.");
  assert_run (redaction, "Her daughter came; ANN CARER, ann carer.",
              "Her daughter came; ANN CARER, ann carer.");
}

static void
test_halves (void)
{
  g_autoptr(TendRedaction) redaction = tend_redaction_new ();

  tend_redaction_add (redaction, "Anne-Marie Smith-Jones");
  tend_redaction_add (redaction, "Sister-in-law Mair");
  assert_run (redaction, "Anne-Marie Smith‑Jones", "A.S.");
  assert_run (redaction, "Anne Marie, Marie, Smith and Jones; the Joneses",
              "A. M., M., S. and J.; the J.es");
  assert_run (redaction, "In law Mair is in.", "In law M. is in.");
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

/* Small ones are words, and "don't" is one whole. */
static void
test_small (void)
{
  g_autoptr(TendRedaction) redaction = tend_redaction_new ();

  tend_redaction_add (redaction, "Will Wood");
  tend_redaction_add (redaction, "Don Long");
  tend_redaction_add (redaction, "Jo Bell");
  assert_run (redaction, "Will will sit on wood as long as mr wood does.",
              "W.W. will sit on wood as long as mr W. does.");
  assert_run (redaction, "will wood; WILL", "W.W.; W.W.");
  assert_run (redaction, "Don't, don't and Don", "Don't, don't and D.L.");
  assert_run (redaction, "Jo has a bell, jo; joes.", "J.B. has a bell, J.B.; joes.");
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

/* Whoever has a title is known by it, also where nobody has added the name. */
static void
test_titles (void)
{
  g_autoptr(TendRedaction) redaction = tend_redaction_new ();

  tend_redaction_add (redaction, "Rose Hartley");
  assert_run (redaction, "Dr Khan and Rose", "Dr Khan and R.H.");
  tend_redaction_add_titles (redaction);
  assert_run (redaction, "Dr Khan, at the hospital", "Dr K., at the hospital");
  assert_run (redaction, "Sister Okafor and Dr Anne O’Brien-Lee rang.",
              "Sister O. and Dr A.O. rang.");
  assert_run (redaction, "Told Mrs Bell.", "Told Mrs B.");
  assert_run (redaction, "Mrs Hartley met Rose", "Mrs H. met R.H.");
  assert_run (redaction, "Her sister, Sister of the ward; a Nurse. Miss the bus.",
              "Her sister, Sister of the ward; a Nurse. Miss the bus.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/redact/names", test_names);
  g_test_add_func ("/exchange/redact/text", test_text);
  g_test_add_func ("/exchange/redact/letters", test_letters);
  g_test_add_func ("/exchange/redact/halves", test_halves);
  g_test_add_func ("/exchange/redact/address", test_address);
  g_test_add_func ("/exchange/redact/words", test_words);
  g_test_add_func ("/exchange/redact/small", test_small);
  g_test_add_func ("/exchange/redact/accents", test_accents);
  g_test_add_func ("/exchange/redact/titles", test_titles);
  return g_test_run ();
}
