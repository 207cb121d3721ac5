/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-sharing.h"

#define COUNCIL "Cambridgeshire County Council"

static void
test_names (void)
{
  static const struct
  {
    const char *with, *recipient;
    gboolean    agreed;
  } cases[] = {
    { COUNCIL, COUNCIL, TRUE },
    { "cambridgeshire  county council.", COUNCIL, TRUE },
    { COUNCIL ", and Maureen", COUNCIL, TRUE },
    { COUNCIL ", and Maureen", "Maureen", TRUE },
    { "Catrin, Moorland Surgery, and the district nurses", "District nurses", TRUE },
    { "Moorland Surgery and " COUNCIL, COUNCIL, TRUE },
    { "Moorland Surgery\nThe council", "the Council", TRUE },
    { "Health and Care Partnership", "Health and Care Partnership", TRUE },
    { "Johnson and Sons pharmacy", "Johnson and Sons pharmacy", TRUE },
    { "Johnson and Sons pharmacy and the surgery", "Johnson and Sons pharmacy", TRUE },
    { "Maureen, Johnson and Sons pharmacy and the surgery.", "Johnson and Sons pharmacy", TRUE },
    { "The surgery & Johnson and Sons pharmacy", "Johnson and Sons pharmacy", TRUE },
    { "Johnson and Sons pharmacy and the surgery", "Surgery", TRUE },
    { "Johnson and Sons pharmacy and the surgery", "Sons", FALSE },
    { "Dr Johnson and Sons pharmacy", "Johnson and Sons pharmacy", FALSE },
    { "Meddygfa’r Rhos, ac Ŵyn", "ŵyn", TRUE },
    { COUNCIL, "C", FALSE },
    { COUNCIL, "Shire", FALSE },
    { COUNCIL, "Council", FALSE },
    { COUNCIL, "Cambridgeshire", FALSE },
    { "Cambridgeshire", COUNCIL, FALSE },
    { "B and A Smith", "Smith", FALSE },
    { "Anyone but " COUNCIL, COUNCIL, FALSE },
    { "Everybody except Maureen, " COUNCIL, COUNCIL, FALSE },
    { "Not with my son, " COUNCIL, COUNCIL, FALSE },
    { "Pawb heblaw Catrin, " COUNCIL, COUNCIL, FALSE },
    { "I won't share with: my son, " COUNCIL, COUNCIL, FALSE },
    { "I won’t have it told to Ann, " COUNCIL, COUNCIL, FALSE },
    { "I dont want Ann, " COUNCIL, COUNCIL, FALSE },
    { "Refused: my daughter, " COUNCIL, COUNCIL, FALSE },
    { "Refusing Ann, " COUNCIL, COUNCIL, FALSE },
    { "My GP only; " COUNCIL, COUNCIL, FALSE },
    { "My GP; until I say so, " COUNCIL, COUNCIL, FALSE },
    { "Anyone excluding my brother, " COUNCIL, COUNCIL, FALSE },
    { "Stop sharing with Ann, " COUNCIL, COUNCIL, FALSE },
    { "No son of mine, " COUNCIL, COUNCIL, FALSE },
    { "Nobody, " COUNCIL, COUNCIL, FALSE },
    { "Shared with: Ann, " COUNCIL, COUNCIL, FALSE },
    { "Stopford Surgery, Noble House", "Noble House", TRUE },
    { "", COUNCIL, FALSE },
    { NULL, COUNCIL, FALSE },
    { COUNCIL, "", FALSE },
    { "Catrin, , and ", " ", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (tend_sharing_names (cases[i].with, cases[i].recipient) != cases[i].agreed)
      g_error ("“%s” for “%s”", cases[i].with, cases[i].recipient);
}

/* What may be meant for them is. */
static void
test_refuses (void)
{
  static const struct
  {
    const char *with, *recipient;
    gboolean    refused;
  } cases[] = {
    { COUNCIL, COUNCIL, TRUE },
    { "My son, and the council", COUNCIL, TRUE },
    { COUNCIL " social services", COUNCIL, TRUE },
    { "Not with " COUNCIL, COUNCIL, TRUE },
    { "Anybody but my GP", COUNCIL, TRUE },
    { "Everyone", COUNCIL, TRUE },
    { NULL, COUNCIL, TRUE },
    { "My son", COUNCIL, FALSE },
    { "Moorland Surgery, Catrin", COUNCIL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (tend_sharing_refuses (cases[i].with, cases[i].recipient) != cases[i].refused)
      g_error ("“%s” for “%s”", cases[i].with, cases[i].recipient);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/sharing/names", test_names);
  g_test_add_func ("/records/sharing/refuses", test_refuses);

  return g_test_run ();
}
