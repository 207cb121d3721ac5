/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-earnings-save.h"

#include "tend-compose.h"
#include "tend-document-dialog.h"
#include "tend-page.h"
#include "tend-save-copy.h"

#include <glib/gi18n-lib.h>

/* A picture to be put into a letter: small text on a wide sheet, sharp when enlarged. */
#define PICTURE_WIDTH  900
#define PICTURE_HEIGHT 480
#define PICTURE_FONT   13
#define PICTURE_SCALE  2

/* In a thread of its own; figures are never changed. */
static gboolean
write_picture (const char  *path,
               gpointer     data,
               GError     **error)
{
  const TendEarningsFigures *figures = data;
  const TendDrawStyle style = { tend_palette_get (TEND_PALETTE_PRINT), NULL, PICTURE_FONT };
  TendChartSeries series[TEND_PALETTE_N_SERIES];
  TendChart chart = tend_earnings_figures_chart (figures, series);
  int height = PICTURE_HEIGHT;

  if (chart.kind == TEND_CHART_BARS)
    height = (int) tend_chart_bars_height (&chart, &style, PICTURE_WIDTH) + 3 * PICTURE_FONT;

  return tend_chart_write_png (&chart, &style, PICTURE_WIDTH, height, PICTURE_SCALE, path, error);
}

void
tend_earnings_save_picture (GtkWidget           *parent,
                            TendEarningsFigures *figures)
{
  g_autofree char *name = g_strconcat (figures->title, ".png", NULL);

  tend_save_copy (parent, _("Save Picture"), name,
                  figures->by == TEND_EARNINGS_CLIENT
                  ? _("the names of clients and what they bring in")
                  : _("your earnings or hours"),
                  write_picture, tend_earnings_figures_ref (figures),
                  (GDestroyNotify) tend_earnings_figures_unref);
}

/* On paper. */

typedef struct
{
  GtkWidget      *parent; /* weak */
  TendDate        from;
  TendDate        to;
  TendEarningsBy  by;
} Paper;

static void
paper_free (Paper *paper)
{
  g_clear_weak_pointer (&paper->parent);
  g_free (paper);
}

static gpointer
load_values (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  const Paper *paper = data;

  return tend_compose_earnings_load (vault, paper->from, paper->to, paper->by, error);
}

static void
loaded_cb (GObject      *session,
           GAsyncResult *result,
           gpointer      data)
{
  Paper *paper = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendEarningsValues) values =
    tend_session_finish (TEND_SESSION (session), result, &error);

  if (paper->parent != NULL && values == NULL)
    {
      tend_toast (paper->parent, error->message);
    }
  else if (paper->parent != NULL)
    {
      g_autoptr(TendDocument) document = tend_compose_earnings_document (values);

      tend_document_dialog_present (paper->parent, document, _("Earnings"),
                                    paper->by == TEND_EARNINGS_CLIENT
                                    ? _("your earnings and the names of clients")
                                    : _("your earnings"), NULL, NULL, NULL);
    }

  paper_free (paper);
}

void
tend_earnings_print (GtkWidget      *parent,
                     TendSession    *session,
                     TendDate        from,
                     TendDate        to,
                     TendEarningsBy  by)
{
  Paper *paper = g_new0 (Paper, 1);

  g_set_weak_pointer (&paper->parent, parent);
  paper->from = from;
  paper->to = to;
  paper->by = by;
  tend_session_query (session, load_values, paper, NULL,
                      (GDestroyNotify) tend_earnings_values_free, NULL, loaded_cb, paper);
}
