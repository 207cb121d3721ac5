/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-section.h"
#include "tend-signed.h"

G_BEGIN_DECLS

/* All that the page of a person's care shows: asked for at once, counted by reference. */
struct _TendCareFile
{
  char        *client;   /* NULL: nobody */
  TendDate     today;
  TendInstant  now;
  gboolean     died;     /* nothing falls due any more, and nobody acts for them */
  GHashTable  *records;  /* kind → GPtrArray of TendRecord, the newest first */
  GHashTable  *names;    /* id → name: people, representatives, services */
  GArray      *bands;    /* TendRiskBand */
  GPtrArray   *not_signed; /* TendChoice: papers of the first-visit pack */
  char        *missing;  /* what the draft of a plan does not say yet; "" or NULL: nothing */
  char        *plan;     /* the id of the care plan in force, or NULL */
};

/* In the worker.  @client: (nullable): %NULL for what is on nobody's page; then there are
 * only the incidents that name nobody. */
TendCareFile *tend_care_file_load  (TendVault             *vault,
                                    const char            *client,
                                    TendDate               today,
                                    TendInstant            now,
                                    GError               **error);
TendCareFile *tend_care_file_ref   (TendCareFile          *self);
void          tend_care_file_unref (TendCareFile          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendCareFile, tend_care_file_unref)

/* (transfer none) (element-type TendRecord): of @section's kind. */
GPtrArray    *tend_care_file_get   (TendCareFile          *self,
                                    const TendCareSection *section);

G_END_DECLS
