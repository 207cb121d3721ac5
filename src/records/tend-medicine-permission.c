/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-medicine-permission.h"

#include "tend-attachments.h"
#include "tend-clients.h"
#include "tend-credentials.h"
#include "tend-figures-private.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const papers[] = {
  [TEND_MISSING_REQUEST] = "request", [TEND_MISSING_SIGNATURE] = "signature",
  [TEND_MISSING_GP] = "gp", [TEND_MISSING_CHECK] = "check",
  [TEND_MISSING_TRAINING] = "training", [TEND_MISSING_SPECIALIST] = "specialist",
  [TEND_MISSING_INSURER] = "insurer",
};

/* What there is, whoever asks for it. */
typedef struct
{
  gboolean  on_file[G_N_ELEMENTS (papers)];
  char     *request;  /* the id of the one to complete, or NULL */
} OnFile;

void
tend_missing_paper_free (TendMissingPaper *self)
{
  g_free (self->rule);
  g_free (self->scheme);
  g_free (self->message);
  g_free (self->fact);
  g_free (self->subject);
  g_free (self);
}

/* Special routes */

/* Whether @word stands in @text by itself: "peg" is in "by PEG" and not in "pegfilgrastim". */
static gboolean
has_word (const char *text,
          const char *word)
{
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if ((at == text || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[strlen (word)]))
      return TRUE;

  return FALSE;
}

/* Instructions are left out: most creams say not to put them on broken skin. */
gboolean
tend_medicine_is_special (TendRecord *medication)
{
  static const char *const fields[] = { "name", "form", "route", "apply_to" };
  g_autoptr(GKeyFile) file = tend_figures_load ("medicines.ini");
  g_auto(GStrv) words = g_key_file_get_locale_string_list (file, "special", "words", NULL, NULL,
                                                           NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = tend_record_get_text (medication, fields[i]);
      g_autofree char *text = value != NULL ? g_utf8_strdown (value, -1) : g_strdup ("");

      for (guint j = 0; words[j] != NULL; j++)
        if (has_word (text, words[j]))
          return TRUE;
    }

  return FALSE;
}

/* What is on file */

/* Whether @field says a day, and one that has come. */
static gboolean
done_by (TendRecord *record,
         const char *field,
         TendDate    date)
{
  return tend_record_is_set (record, field) && tend_record_get_int (record, field) <= date;
}

static gboolean
is_over (TendRecord *record,
         const char *last_day,
         TendDate    date)
{
  return tend_record_is_set (record, last_day) && tend_record_get_int (record, last_day) < date;
}

static gboolean
is_request_for (TendRecord *request,
                TendRecord *medication,
                TendDate    date)
{
  const char *medicine = tend_record_get_text (request, "medicine");
  g_autofree char *asked = NULL;
  g_autofree char *name = NULL;

  if (!done_by (request, "asked_on", date) || is_over (request, "ends_on", date))
    return FALSE;
  if (medicine == NULL)
    return TRUE;

  asked = g_utf8_casefold (medicine, -1);
  name = g_utf8_casefold (tend_record_get_text (medication, "name"), -1);
  return strcmp (g_strstrip (asked), g_strstrip (name)) == 0;
}

/* A day of signing, or the signed paper kept with the request itself: which request one
 * kept elsewhere is of cannot be told. */
static gboolean
is_signed (TendVault  *vault,
           TendRecord *request,
           TendDate    date)
{
  g_autoptr(GPtrArray) documents = NULL;

  if (tend_record_is_set (request, "signed_on"))
    return done_by (request, "signed_on", date);

  documents = tend_attachments_of (vault, request, NULL);
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    if (g_strcmp0 (tend_record_get_text (documents->pdata[i], "paper"), "medicine_request") == 0)
      return TRUE;

  return FALSE;
}

/* The request that is nearest to complete is the one to go on with; of two as complete,
 * the later. */
static gboolean
look_for_request (OnFile      *self,
                  TendVault   *vault,
                  TendRecord  *medication,
                  TendDate     date,
                  GError     **error)
{
  const char *client = tend_record_get_text (medication, "client");
  g_autoptr(GPtrArray) requests =
    tend_client_records (vault, &tend_medicine_request_kind, client, error);
  int most = -1;

  for (guint i = 0; requests != NULL && i < requests->len; i++)
    {
      TendRecord *request = requests->pdata[i];
      gboolean done[] = {
        is_signed (vault, request, date), done_by (request, "gp_told_on", date),
        done_by (request, "training_checked_on", date),
      };
      int n = 4 * done[0] + done[1] + done[2];

      if (n < most || !is_request_for (request, medication, date))
        continue;

      most = n;
      self->on_file[TEND_MISSING_REQUEST] = TRUE;
      self->on_file[TEND_MISSING_SIGNATURE] = done[0];
      self->on_file[TEND_MISSING_GP] = done[1];
      self->on_file[TEND_MISSING_CHECK] = done[2];
      g_free (self->request);
      self->request = g_strdup (tend_record_get_id (request));
    }

  return requests != NULL;
}

static gboolean
look_for_credentials (OnFile     *self,
                      TendVault  *vault,
                      TendDate    date,
                      GError    **error)
{
  g_autoptr(GPtrArray) credentials = tend_record_load_all (vault, &tend_credential_kind, error);

  for (guint i = 0; credentials != NULL && i < credentials->len; i++)
    {
      TendRecord *credential = credentials->pdata[i];
      const char *kind = tend_record_get_text (credential, "kind");
      gboolean begun = !tend_record_is_set (credential, "issued_on") ||
                       done_by (credential, "issued_on", date);

      if (!begun || is_over (credential, "expires_on", date) ||
          !tend_credential_covers (credential, "medicines"))
        continue;
      if (strcmp (kind, "training") == 0)
        self->on_file[TEND_MISSING_TRAINING] = TRUE;
      else if (strcmp (kind, "public_liability") == 0 || strcmp (kind, "other") == 0)
        self->on_file[TEND_MISSING_INSURER] = TRUE;
    }

  return credentials != NULL;
}

static void
look_for_specialist (OnFile     *self,
                     TendRecord *medication,
                     TendDate    date)
{
  self->on_file[TEND_MISSING_SPECIALIST] =
    !tend_medicine_is_special (medication) ||
    (tend_record_is_set (medication, "trained_by") && done_by (medication, "trained_on", date) &&
     tend_record_is_set (medication, "approved_by") && done_by (medication, "approved_on", date));
}

/* The rules */

static gboolean
has_value (GKeyFile   *file,
           const char *group,
           const char *key,
           const char *value)
{
  g_auto(GStrv) values = g_key_file_get_string_list (file, group, key, NULL, NULL);

  return values == NULL || g_strv_contains ((const char *const *) values, value);
}

static TendMissing
read_what (GKeyFile   *file,
           const char *group)
{
  g_autofree char *word = g_key_file_get_string (file, group, "what", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_strcmp0 (word, papers[i]) == 0)
      return i;

  g_error ("medicines.ini: [%s] does not say what", group);
}

/* One that is not there cannot be unsigned as well. */
static gboolean
is_missing (const OnFile *on_file,
            TendMissing   what)
{
  return !on_file->on_file[what] &&
         (what != TEND_MISSING_SIGNATURE || on_file->on_file[TEND_MISSING_REQUEST]);
}

static TendMissingPaper *
make_paper (GKeyFile     *file,
            const char   *group,
            TendMissing   what,
            const OnFile *on_file)
{
  TendMissingPaper *paper = g_new0 (TendMissingPaper, 1);
  g_autofree char *severity = g_key_file_get_string (file, group, "severity", NULL);

  paper->what = what;
  paper->rule = g_key_file_get_string (file, group, "rule", NULL);
  paper->scheme = g_key_file_get_string (file, group, "scheme", NULL);
  paper->stops = g_strcmp0 (severity, "stop") == 0;
  paper->message = g_key_file_get_locale_string (file, group, "words", NULL, NULL);
  paper->fact = g_key_file_get_locale_string (file, group, "fact", NULL, NULL);
  if (paper->fact == NULL)
    paper->fact = g_strdup (paper->message);
  if (what == TEND_MISSING_SIGNATURE || what == TEND_MISSING_GP || what == TEND_MISSING_CHECK)
    paper->subject = g_strdup (on_file->request);

  return paper;
}

static GPtrArray *
apply_rules (TendRecord         *medication,
             const char * const *schemes,
             const OnFile       *on_file)
{
  const char *support = tend_record_get_text (medication, "support");
  g_autoptr(GKeyFile) file = tend_figures_load ("medicines.ini");
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);
  GPtrArray *missing = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_missing_paper_free);
  guint n_stops = 0;

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *scheme = g_key_file_get_string (file, groups[i], "scheme", NULL);
      TendMissingPaper *paper;
      TendMissing what;

      if (scheme == NULL || !g_strv_contains (schemes, scheme) ||
          !has_value (file, groups[i], "support", support))
        continue;

      what = read_what (file, groups[i]);
      if (!is_missing (on_file, what))
        continue;

      paper = make_paper (file, groups[i], what, on_file);
      g_ptr_array_insert (missing, paper->stops ? (int) n_stops++ : -1, paper);
    }

  return missing;
}

static GPtrArray *
missing_by (TendVault           *vault,
            TendRecord          *medication,
            const char * const  *schemes,
            TendDate             date,
            GError             **error)
{
  OnFile on_file = { 0 };
  GPtrArray *missing = NULL;

  if (look_for_request (&on_file, vault, medication, date, error) &&
      look_for_credentials (&on_file, vault, date, error))
    {
      look_for_specialist (&on_file, medication, date);
      missing = apply_rules (medication, schemes, &on_file);
    }
  g_free (on_file.request);

  return missing;
}

GPtrArray *
tend_medicine_missing (TendVault   *vault,
                       TendRecord  *medication,
                       TendDate     date,
                       GError     **error)
{
  g_autoptr(TendRecord) provider = tend_provider_load (vault, error);
  g_auto(GStrv) schemes = provider != NULL ? tend_record_get_list (provider, "schemes") : NULL;

  return schemes != NULL
         ? missing_by (vault, medication, (const char *const *) schemes, date, error) : NULL;
}

GPtrArray *
tend_medicine_missing_in (TendVault   *vault,
                          TendRecord  *medication,
                          const char  *scheme,
                          TendDate     date,
                          GError     **error)
{
  const char *const schemes[] = { scheme, NULL };

  return missing_by (vault, medication, schemes, date, error);
}

/* The round */

gboolean
tend_medicine_is_mine (TendRecord *medication,
                       GPtrArray  *lines)
{
  if (tend_record_get_int (medication, "as_needed"))
    {
      const char *by = tend_record_get_text (medication, "by");

      return by == NULL || strcmp (by, "me") == 0;
    }

  for (guint i = 0; i < lines->len; i++)
    if (tend_record_get_kind (lines->pdata[i]) == &tend_medication_time_kind &&
        strcmp (tend_record_get_text (lines->pdata[i], "by"), "me") == 0)
      return TRUE;

  return FALSE;
}

/* (nullable) (transfer full): the line as it is stored, else the one that it replaces. */
static TendRecord *
line_before (TendVault  *vault,
             TendRecord *medication)
{
  const char *id = tend_record_is_stored (medication)
                     ? tend_record_get_id (medication)
                     : tend_record_get_text (medication, "replaces");

  return id != NULL ? tend_record_load (vault, &tend_medication_kind, id, NULL) : NULL;
}

/* What was missing for the line before, while it was the carer's; NULL where it was not. */
static GPtrArray *
missing_before (TendVault   *vault,
                TendRecord  *medication,
                TendDate     date)
{
  g_autoptr(TendRecord) before = line_before (vault, medication);
  g_autoptr(GPtrArray) times = NULL;

  if (before == NULL)
    return NULL;

  times = tend_record_load_nested (vault, before, &tend_medication_time_kind, NULL);
  if (times == NULL || !tend_medicine_is_mine (before, times))
    return NULL;

  return tend_medicine_missing (vault, before, date, NULL);
}

static gboolean
is_among (GPtrArray              *missing,
          const TendMissingPaper *paper)
{
  for (guint i = 0; i < missing->len; i++)
    {
      const TendMissingPaper *other = missing->pdata[i];

      if (other->what == paper->what && strcmp (other->scheme, paper->scheme) == 0)
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
tend_medicine_missing_for_round (TendVault   *vault,
                                 TendRecord  *medication,
                                 GPtrArray   *lines,
                                 TendDate     date,
                                 GError     **error)
{
  g_autoptr(GPtrArray) before = NULL;
  GPtrArray *missing;

  if (!tend_medicine_is_mine (medication, lines) || is_over (medication, "ends_on", date))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) tend_missing_paper_free);

  missing = tend_medicine_missing (vault, medication, date, error);
  before = missing != NULL ? missing_before (vault, medication, date) : NULL;
  for (guint i = 0; before != NULL && i < missing->len; i++)
    {
      TendMissingPaper *paper = missing->pdata[i];

      if (is_among (before, paper))
        paper->stops = FALSE;
    }

  return missing;
}

gboolean
tend_medicine_check_round (TendVault   *vault,
                           TendRecord  *medication,
                           GPtrArray   *lines,
                           TendDate     date,
                           GError     **error)
{
  g_autoptr(GPtrArray) missing =
    tend_medicine_missing_for_round (vault, medication, lines, date, error);
  g_autoptr(GString) text = g_string_new (NULL);

  if (missing == NULL)
    return FALSE;

  for (guint i = 0; i < missing->len; i++)
    {
      TendMissingPaper *paper = missing->pdata[i];

      if (paper->stops)
        g_string_append_printf (text, " %s", paper->message);
    }
  if (text->len == 0)
    return TRUE;

  g_set_error (error, TEND_ERROR, TEND_ERROR_STOPPED,
               _("This medicine cannot be on your round yet.%s"), text->str);
  return FALSE;
}
