/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a week to blocks on view, keeping those of what has not changed. */

#include "tend-rota-view-private.h"

static TendRotaState
rota_state (TendVisitStatus status)
{
  switch (status)
    {
    case TEND_VISIT_DONE:
      return TEND_ROTA_DONE;
    case TEND_VISIT_CANCELLED:
      return TEND_ROTA_CANCELLED;
    case TEND_VISIT_MISSED:
      return TEND_ROTA_MISSED;
    case TEND_VISIT_PLANNED:
    default:
      return TEND_ROTA_PLANNED;
    }
}

static void
make_looks (TendRotaView *self)
{
  GPtrArray *visits = self->week->visits;
  GHashTable *colors = self->week->colors;

  g_free (self->looks);
  self->looks = g_new0 (TendRotaVisit, visits->len + 1);

  for (guint i = 0; i < visits->len; i++)
    {
      const TendVisit *visit = visits->pdata[i];

      self->looks[i] = (TendRotaVisit) {
        .client = visit->client_name,
        .service = visit->service_name,
        .start = tend_visit_start (visit),
        .end = tend_visit_end (visit),
        .state = rota_state (visit->status),
        .color = colors != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (colors, visit->client)) : 0,
      };
    }

  for (guint i = 0; i < self->week->clashes->len; i++)
    {
      const TendClash *clash = &g_array_index (self->week->clashes, TendClash, i);

      self->looks[clash->first].clash = self->looks[clash->second].clash = TRUE;
    }
}

static void
make_time_off (TendRotaView *self)
{
  g_array_set_size (self->time_off, 0);

  for (guint i = 0; i < self->week->time_off->len; i++)
    {
      TendRecord *record = self->week->time_off->pdata[i];
      const TendField *kind = tend_kind_field (tend_record_get_kind (record), "kind");
      TendRotaTimeOff off = {
        .starts_on = tend_record_get_int (record, "starts_on"),
        .ends_on = tend_record_get_int (record, "ends_on"),
        .label = tend_field_choice_label (kind, tend_record_get_text (record, "kind")),
      };

      g_array_append_val (self->time_off, off);
    }

  self->grid.time_off = (const TendRotaTimeOff *) self->time_off->data;
  self->grid.n_time_off = self->time_off->len;
}

/* The same part of the same visit, from one answer to the next: a visit over
 * midnight has a block on each day. */
static char *
part_key (const char *key,
          gboolean    from_before)
{
  return g_strconcat (key, from_before ? "+" : "", NULL);
}

static char *
visit_key (TendRotaView       *self,
           const TendRotaPart *part)
{
  return tend_rota_view_key (self->week->visits->pdata[part->visit]);
}

static TendVisitBlock *
new_block (TendRotaView *self)
{
  GtkWidget *block = tend_visit_block_new ();

  gtk_widget_set_parent (block, GTK_WIDGET (self));
  g_signal_connect_object (block, "activate", G_CALLBACK (tend_rota_view_open_block), self,
                           G_CONNECT_SWAPPED);
  return TEND_VISIT_BLOCK (block);
}

/* Blocks by the part they showed, taken out of the view. */
static GHashTable *
take_blocks (TendRotaView *self)
{
  GHashTable *blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      TendVisitBlock *block = self->blocks->pdata[i];
      const char *key = tend_visit_block_get_key (block);

      g_hash_table_insert (blocks,
                           part_key (key, tend_visit_block_get_part (block)->from_before), block);
    }

  g_ptr_array_set_size (self->blocks, 0);
  return blocks;
}

/* Blocks that stay are found first; the others then go to whoever needs one. */
static void
keep_blocks (TendRotaView *self,
             GArray       *parts)
{
  g_autoptr(GHashTable) before = take_blocks (self);
  GHashTableIter iter;
  gpointer block;

  for (guint i = 0; i < parts->len; i++)
    {
      const TendRotaPart *part = &g_array_index (parts, TendRotaPart, i);
      g_autofree char *key = visit_key (self, part);
      g_autofree char *full = part_key (key, part->from_before);

      g_ptr_array_add (self->blocks, g_hash_table_lookup (before, full));
      g_hash_table_remove (before, full);
    }

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &block))
    g_ptr_array_add (self->spare, block);
}

static void
fill_blocks (TendRotaView *self,
             GArray       *parts)
{
  GtkWidget *previous = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const TendRotaPart *part = &g_array_index (parts, TendRotaPart, i);
      g_autofree char *key = visit_key (self, part);
      GtkWidget *block;

      if (self->blocks->pdata[i] == NULL && self->spare->len > 0)
        self->blocks->pdata[i] = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
      else if (self->blocks->pdata[i] == NULL)
        self->blocks->pdata[i] = new_block (self);

      block = self->blocks->pdata[i];
      tend_visit_block_update (TEND_VISIT_BLOCK (block), key, &self->looks[part->visit], part);
      gtk_widget_set_visible (block, TRUE);
      if (gtk_widget_get_prev_sibling (block) != previous)
        gtk_widget_insert_after (block, GTK_WIDGET (self), previous);
      previous = block;
    }

  for (guint i = 0; i < self->spare->len; i++)
    gtk_widget_set_visible (self->spare->pdata[i], FALSE);
}

/* Where the keyboard stood, to stand there again when its visit has gone. */
static void
keep_focus (TendRotaView *self,
            const char   *key,
            TendDate      date,
            TendClock     clock)
{
  TendVisitBlock *block = tend_rota_view_block (self, key);

  if (block != NULL)
    tend_rota_view_focus_block (self, block);
  else
    tend_rota_view_focus_time (self, date, clock);
}

static void
rebuild (TendRotaView *self)
{
  g_autoptr(GArray) parts = NULL;
  TendDrawStyle style;

  tend_rota_view_update_style (self, &style);

  if (self->week != NULL)
    {
      tend_rota_hours (self->looks, self->week->visits->len, self->grid.first_day,
                       self->grid.n_days, &self->grid.from_hour, &self->grid.to_hour);
      parts = tend_rota_layout (self->looks, self->week->visits->len, &self->grid,
                                tend_rota_min_minutes (&self->grid,
                                                       tend_rota_view_least_height (self),
                                                       &style));
    }
  else
    {
      parts = g_array_new (FALSE, FALSE, sizeof (TendRotaPart));
    }

  keep_blocks (self, parts);
  fill_blocks (self, parts);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  tend_rota_view_forget_paper (self);
}

/* Rebuilds, and puts the focus where it was, in time if not on a visit. */
static void
rebuild_around_focus (TendRotaView *self,
                      int           days_on)
{
  TendVisitBlock *block = tend_rota_view_focused_block (self);
  TendRotaSlot *slot = tend_rota_view_focused_slot (self);
  g_autofree char *key = block != NULL ? g_strdup (tend_visit_block_get_key (block)) : NULL;
  TendDate date = TEND_DATE_NONE;
  TendClock clock = TEND_CLOCK_NONE;

  if (block != NULL)
    tend_time_to_local (tend_visit_block_get_start (block), &date, &clock);
  else if (slot != NULL)
    {
      date = tend_rota_slot_get_date (slot);
      clock = tend_rota_slot_get_clock (slot);
    }

  rebuild (self);

  if (block != NULL || slot != NULL)
    keep_focus (self, key, date + days_on, clock);
  else
    tend_rota_view_hide_slot (self);
}

void
tend_rota_view_set_week (TendRotaView *self,
                         TendWeek     *week,
                         TendDate      today,
                         TendInstant   now)
{
  int days_on = 0;

  g_return_if_fail (TEND_IS_ROTA_VIEW (self));

  tend_rota_view_cancel_edit (self);
  if (week != NULL && self->week != NULL)
    days_on = week->monday - self->monday;

  self->week = week;
  self->grid.today = today;
  self->grid.now = now;

  if (week != NULL)
    {
      if (self->grid.n_days == 7 || self->grid.first_day == TEND_DATE_NONE)
        self->grid.first_day = week->monday;
      else
        self->grid.first_day += days_on;
      self->monday = week->monday;
      make_looks (self);
      make_time_off (self);
    }

  rebuild_around_focus (self, days_on);
}

void
tend_rota_view_set_days (TendRotaView *self,
                         TendDate      first_day,
                         int           n_days)
{
  g_return_if_fail (TEND_IS_ROTA_VIEW (self));
  g_return_if_fail (n_days >= 1 && n_days <= 7);

  if (first_day == self->grid.first_day && n_days == self->grid.n_days)
    return;

  tend_rota_view_cancel_edit (self);
  self->grid.first_day = first_day;
  self->grid.n_days = n_days;
  rebuild_around_focus (self, 0);
}

void
tend_rota_view_set_now (TendRotaView *self,
                        TendDate      today,
                        TendInstant   now)
{
  g_return_if_fail (TEND_IS_ROTA_VIEW (self));

  self->grid.today = today;
  self->grid.now = now;
  tend_rota_view_forget_paper (self);
}
