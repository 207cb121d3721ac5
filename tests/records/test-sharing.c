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
    { "", COUNCIL, FALSE },
    { NULL, COUNCIL, FALSE },
    { COUNCIL, "", FALSE },
    { "Catrin, , and ", " ", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (tend_sharing_names (cases[i].with, cases[i].recipient) != cases[i].agreed)
      g_error ("“%s” for “%s”", cases[i].with, cases[i].recipient);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/sharing/names", test_names);

  return g_test_run ();
}
