/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-bank-secret.h"

#define NONE TEND_BANK_SECRET_NONE
#define CARD TEND_BANK_SECRET_CARD
#define PIN TEND_BANK_SECRET_PIN

/* 4111 1111 1111 1111 and its like are the numbers that card firms give for tests. */
static const struct { const char *text; TendBankSecret found; } cases[] = {
  { NULL, NONE }, { "", NONE }, { "Likes two sugars", NONE },
  { "4111111111111111", CARD }, { "4111 1111 1111 1111", CARD }, { "4111-1111-1111-1111", CARD },
  { "card 5555 5555 5555 4444, ends 12/28", CARD }, { "378282246310005", CARD }, /* 15 digits */
  { "4222222222222", CARD },                        /* 13 */
  { "4111 1111 1111 1112", NONE },                  /* a wrong check digit */
  { "411111111111", NONE },                         /* 12 digits */
  { "411111111111111111111111", NONE },             /* 24 */
  { "0000 0000 0000 0000", NONE },
  { "4111  1111  1111  1111", NONE },               /* not as a card is written */
  { "01632 960201", NONE }, { "943 476 5870", NONE },
  { "PIN 1234", PIN }, { "pin:1234", PIN }, { "1234 is the PIN", PIN }, { "PINs 1234", PIN },
  { "Her PIN for the card is 0042.", PIN }, { "Pin = 12345", NONE }, { "PIN 123", NONE },
  { "PIN is at the bank", NONE }, { "spinning class 1400", NONE }, { "pinned up 1966", NONE },
  { "PIN. She was born in the year that was 1938.", NONE }, /* too far away */
  { "1 PIN 20260602", NONE }, { "gosod pin 4321 yn y drôr", PIN }, { "épin 1234", NONE },
  { "PIN 1234, card 4111 1111 1111 1111", CARD },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (tend_bank_secret_find (cases[i].text) != cases[i].found)
        g_test_message ("%s", cases[i].text);
      g_assert_cmpint (tend_bank_secret_find (cases[i].text), ==, cases[i].found);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/bank-secret/find", test_find);

  return g_test_run ();
}
