/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mileage-page.h"

#include "tend-form.h"
#include "tend-kinds.h"
#include "tend-ledger.h"
#include "tend-mileage-book.h"
#include "tend-mileage-output.h"
#include "tend-money.h"
#include "tend-rows.h"
#include "tend-trip-dialog.h"
#include "tend-vehicles.h"

#include <glib/gi18n-lib.h>

struct _TendMileagePage
{
  TendPage              parent_instance;

  TendDate              year;   /* the 6 April of the tax year */
  TendDate              month;  /* the first day of the month whose journeys are listed */
  GPtrArray            *own_rates;
  GPtrArray            *rate_rows; /* what the expander holds, to be taken out again */

  AdwHeaderBar         *header;
  GtkStack             *stack;
  GtkLabel             *year_label;
  GtkWidget            *later_year_button;
  GtkFlowBox           *figures;
  AdwPreferencesGroup  *trips_group;
  GtkWidget            *later_month_button;
  AdwExpanderRow       *rates_row;
};

G_DEFINE_FINAL_TYPE (TendMileagePage, tend_mileage_page, TEND_TYPE_PAGE)

typedef struct
{
  TendDate year;
  TendDate from;
  TendDate to;
} Question;

static gpointer
ask (TendVault  *vault,
     gpointer    data,
     GError    **error)
{
  const Question *question = data;

  return tend_mileage_book_load (vault, question->year, question->from, question->to, error);
}

static TendDate
today_of (TendMileagePage *self)
{
  return tend_session_get_today (tend_page_get_session (TEND_PAGE (self)));
}

static TendDate
month_of (TendDate date)
{
  int year, month;

  tend_date_get (date, &year, &month, NULL);
  return tend_date_new (year, month, 1);
}

/* The year. */

static void
show_year (TendMileagePage *self,
           TendMileageBook *book)
{
  g_autofree char *name = tend_tax_year_format (self->year);
  g_autofree char *title = g_strdup_printf (_("Tax year %s"), name);
  g_autofree char *tenths = tend_ledger_tenths (book->year->miles_tenths);
  g_autofree char *claim = tend_money_format (book->year->claim_pence);
  g_autofree char *charged = tend_money_format (book->year->charged_pence);

  gtk_label_set_label (self->year_label, title);
  gtk_widget_set_sensitive (self->later_year_button,
                            self->year < tend_tax_year_start (today_of (self)));
  tend_ledger_clear (self->figures);
  tend_ledger_add_card (self->figures, _("Business miles"), tenths);
  tend_ledger_add_card (self->figures, _("Mileage allowance"), claim);
  tend_ledger_add_card (self->figures, _("Charged to clients"), charged);
}

/* The month. */

static void
trip_activated_cb (TendMileagePage *self,
                   GtkWidget       *row)
{
  tend_mileage_page_open_trip (self, gtk_widget_get_name (row));
}

static void
add_trip (TendMileagePage *self,
          TendMileageBook *book,
          TendRecord      *trip)
{
  g_autofree char *title = tend_mileage_book_title (book, trip);
  g_autofree char *subtitle = tend_mileage_book_subtitle (book, trip);
  g_autofree char *state = tend_mileage_book_state (book, trip);
  g_autofree char *tenths = tend_tenths_format (tend_record_get_int (trip, "miles_tenths"));
  g_autofree char *miles = g_strdup_printf (_("%s miles"), tenths);
  GtkWidget *row = tend_ledger_row (title, subtitle, miles, state);

  g_signal_connect_object (row, "activated", G_CALLBACK (trip_activated_cb), self,
                           G_CONNECT_SWAPPED);
  tend_rows_add (self->trips_group, row, tend_record_get_id (trip));
}

/* "14 journeys, 96.4 miles, 80.2 of them for business" */
static char *
describe_month (TendMileageBook *book)
{
  gint64 all = 0, business = 0;
  g_autofree char *all_text = NULL;
  g_autofree char *business_text = NULL;
  g_autofree char *count = NULL;

  for (guint i = 0; i < book->trips->len; i++)
    {
      TendRecord *trip = book->trips->pdata[i];
      gint64 tenths = tend_record_get_int (trip, "miles_tenths");

      all += tenths;
      if (tend_trip_is_business (tend_record_get_text (trip, "kind"), book->home_journeys))
        business += tenths;
    }

  if (book->trips->len == 0)
    return g_strdup (_("No journeys in this month."));

  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u journey", "%u journeys",
                                        book->trips->len), book->trips->len);
  all_text = tend_ledger_tenths (all);
  business_text = tend_ledger_tenths (business);
  if (business == all)
    /* Translators: "14 journeys, 96.4 miles" */
    return g_strdup_printf (_("%s, %s miles"), count, all_text);

  /* Translators: "14 journeys, 96.4 miles, 80.2 of them for business" */
  return g_strdup_printf (_("%s, %s miles, %s of them for business"), count, all_text,
                          business_text);
}

static void
show_month (TendMileagePage *self,
            TendMileageBook *book)
{
  int year, month;
  g_autofree char *title = NULL;
  g_autofree char *description = describe_month (book);

  tend_date_get (book->from, &year, &month, NULL);
  title = g_strdup_printf ("%s %d", tend_month_name (month), year);
  adw_preferences_group_set_title (self->trips_group, title);
  adw_preferences_group_set_description (self->trips_group, description);
  gtk_widget_set_sensitive (self->later_month_button, self->month < month_of (today_of (self)));

  tend_rows_begin (self->trips_group);
  for (guint i = 0; i < book->trips->len; i++)
    add_trip (self, book, book->trips->pdata[i]);
  tend_rows_end (self->trips_group);
}

/* What counts, and at what rate. */

/* A correction of the carer's own for this kind and day, or a new one like it. */
static TendRecord *
correction_of (TendMileagePage       *self,
               const TendMileageRate *rate)
{
  TendRecord *record;

  for (guint i = 0; i < self->own_rates->len; i++)
    {
      TendRecord *own = self->own_rates->pdata[i];

      if (tend_record_get_int (own, "from") == rate->from &&
          g_strcmp0 (tend_record_get_text (own, "kind"), rate->kind) == 0)
        return g_object_ref (own);
    }

  record = tend_record_new (&tend_mileage_rate_kind);
  tend_record_set_text (record, "kind", rate->kind);
  tend_record_set_int (record, "from", rate->from);
  tend_record_set_int (record, "pence_first", rate->pence_first);
  tend_record_set_int (record, "pence_after", rate->pence_after);
  tend_record_set_int (record, "limit_tenths", rate->limit_tenths);
  return record;
}

static void
rate_activated_cb (TendMileagePage *self,
                   GtkWidget       *row)
{
  static const char * const fields[] = {
    "kind", "from", "pence_first", "pence_after", "limit_tenths", "source", NULL
  };

  tend_record_dialog_present (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)),
                              g_object_get_data (G_OBJECT (row), "correction"),
                              _("Correct a Rate"), fields, NULL, NULL);
}

static void
put_rate_row (TendMileagePage *self,
              GtkWidget       *row)
{
  adw_expander_row_add_row (self->rates_row, row);
  g_ptr_array_add (self->rate_rows, row);
}

static void
add_rate (TendMileagePage       *self,
          const TendMileageRate *rate)
{
  const TendField *field = tend_kind_field (&tend_mileage_rate_kind, "kind");
  g_autofree char *terms = tend_mileage_rate_describe (rate);
  g_autofree char *title = g_strdup_printf ("%s: %s", tend_field_choice_label (field, rate->kind),
                                            terms);
  g_autofree char *from = tend_date_format (rate->from, TEND_DATE_LONG);
  g_autofree char *subtitle =
    rate->source != NULL ? g_strdup_printf (_("From %s. Source: %s."), from, rate->source)
                         : g_strdup_printf (_("From %s; your own figure."), from);
  GtkWidget *row = tend_row_link (title, subtitle);

  if (rate->unconfirmed)
    tend_ledger_row_mark (row, "dialog-warning-symbolic", "warning", _("Worth checking"));
  gtk_widget_set_tooltip_text (row, _("Correct this rate"));
  g_object_set_data_full (G_OBJECT (row), "correction", correction_of (self, rate),
                          g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (rate_activated_cb), self,
                           G_CONNECT_SWAPPED);
  put_rate_row (self, row);
}

static void
settings_cb (TendMileagePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.settings", NULL);
}

static void
add_home_journeys (TendMileagePage *self,
                   TendMileageBook *book)
{
  GtkWidget *row = tend_row_link (
    book->home_journeys ? _("Journeys between home and clients count")
                        : _("Journeys between home and clients do not count"),
    book->home_journeys
    ? _("You have set this in Settings, because you were advised so. Keep the advice.")
    : _("For most people HMRC sees them as going to work. If an accountant has told you that "
        "yours count, say so in Settings."));

  g_signal_connect_object (row, "activated", G_CALLBACK (settings_cb), self, G_CONNECT_SWAPPED);
  put_rate_row (self, row);
}

/* The closed row says the car's rate, which is what most people drive. */
static void
show_rates (TendMileagePage *self,
            TendMileageBook *book)
{
  gboolean unconfirmed = FALSE;
  g_autofree char *terms = NULL;
  g_autofree char *subtitle = NULL;

  g_clear_pointer (&self->own_rates, g_ptr_array_unref);
  self->own_rates = g_ptr_array_ref (book->own_rates);
  for (guint i = 0; i < self->rate_rows->len; i++)
    adw_expander_row_remove (self->rates_row, self->rate_rows->pdata[i]);
  g_ptr_array_set_size (self->rate_rows, 0);

  put_rate_row (self, tend_row_nothing (
    _("Journeys between clients, out with a client, on errands and to training count as "
      "business; private ones do not. What you charge a client is income, and you may claim the "
      "same miles too.")));
  add_home_journeys (self, book);
  for (guint i = 0; i < book->year->rates->len; i++)
    {
      const TendMileageRate *rate = &g_array_index (book->year->rates, TendMileageRate, i);

      unconfirmed |= rate->unconfirmed;
      add_rate (self, rate);
    }

  if (book->year->rates->len > 0)
    terms = tend_mileage_rate_describe (&g_array_index (book->year->rates, TendMileageRate, 0));
  if (unconfirmed)
    put_rate_row (self, tend_row_nothing (
      _("A rate marked here was announced, but we have not seen it in law for the self-employed. "
        "Check it on GOV.UK or with an accountant before your tax return, and correct it here if "
        "it is different.")));
  subtitle = unconfirmed ? g_strdup_printf (_("%s. Worth checking before your tax return."), terms)
                         : g_strdup (terms);
  adw_expander_row_set_subtitle (self->rates_row, subtitle != NULL ? subtitle : "");
}

static void
answered (TendPage     *page,
          gpointer      data,
          const GError *error)
{
  TendMileagePage *self = TEND_MILEAGE_PAGE (page);
  g_autoptr(TendMileageBook) book = data;
  gboolean empty;

  if (book == NULL)
    return;

  show_year (self, book);
  show_month (self, book);
  show_rates (self, book);

  /* A month without journeys is not an empty book once there is any. */
  empty = book->trips->len == 0 && book->year->miles_tenths + book->year->private_tenths == 0 &&
          self->year == tend_tax_year_start (today_of (self)) &&
          !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "book");
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "book");
}

static void
tend_mileage_page_reload (TendPage *page)
{
  TendMileagePage *self = TEND_MILEAGE_PAGE (page);
  Question question = { self->year, self->month, tend_date_add_months (self->month, 1) - 1 };

  tend_page_query (page, ask, g_memdup2 (&question, sizeof question), g_free,
                   (GDestroyNotify) tend_mileage_book_free, answered);
}

/* Going to another time. */

/* The year follows the month, by its last day: April belongs to the new one. */
static void
go_to_month (TendMileagePage *self,
             TendDate         month)
{
  self->month = month;
  self->year = tend_tax_year_start (tend_date_add_months (month, 1) - 1);
  tend_page_reload (TEND_PAGE (self));
}

static void
earlier_month_cb (TendMileagePage *self)
{
  go_to_month (self, tend_date_add_months (self->month, -1));
}

static void
later_month_cb (TendMileagePage *self)
{
  go_to_month (self, tend_date_add_months (self->month, 1));
}

/* The last month of a year that is over, or this one. */
static void
go_to_year (TendMileagePage *self,
            TendDate         year)
{
  self->year = year;
  self->month = MIN (tend_date_add_months (month_of (tend_tax_year_end (year)), -1),
                     month_of (today_of (self)));
  tend_page_reload (TEND_PAGE (self));
}

static void
earlier_year_cb (TendMileagePage *self)
{
  go_to_year (self, tend_tax_year_start (self->year - 1));
}

static void
later_year_cb (TendMileagePage *self)
{
  go_to_year (self, tend_tax_year_end (self->year) + 1);
}

/* Actions. */

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  tend_mileage_print (widget, tend_page_get_session (TEND_PAGE (widget)),
                      TEND_MILEAGE_PAGE (widget)->year);
}

static void
csv_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  tend_mileage_save_csv (widget, tend_page_get_session (TEND_PAGE (widget)),
                         TEND_MILEAGE_PAGE (widget)->year);
}

static void
vehicles_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  tend_vehicles_present (widget, tend_page_get_session (TEND_PAGE (widget)));
}

/* Class and instance. */

static void
tend_mileage_page_constructed (GObject *object)
{
  TendMileagePage *self = TEND_MILEAGE_PAGE (object);

  G_OBJECT_CLASS (tend_mileage_page_parent_class)->constructed (object);

  self->month = month_of (today_of (self));
  self->year = tend_tax_year_start (today_of (self));
}

static void
tend_mileage_page_dispose (GObject *object)
{
  TendMileagePage *self = TEND_MILEAGE_PAGE (object);

  g_clear_pointer (&self->own_rates, g_ptr_array_unref);
  g_clear_pointer (&self->rate_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_MILEAGE_PAGE);

  G_OBJECT_CLASS (tend_mileage_page_parent_class)->dispose (object);
}

static void
tend_mileage_page_class_init (TendMileagePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tend_mileage_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = tend_mileage_page_dispose;
  TEND_PAGE_CLASS (klass)->reload = tend_mileage_page_reload;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-mileage-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TendMileagePage, header);
  gtk_widget_class_bind_template_child (widget_class, TendMileagePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TendMileagePage, year_label);
  gtk_widget_class_bind_template_child (widget_class, TendMileagePage, later_year_button);
  gtk_widget_class_bind_template_child (widget_class, TendMileagePage, figures);
  gtk_widget_class_bind_template_child (widget_class, TendMileagePage, trips_group);
  gtk_widget_class_bind_template_child (widget_class, TendMileagePage, later_month_button);
  gtk_widget_class_bind_template_child (widget_class, TendMileagePage, rates_row);
  gtk_widget_class_bind_template_callback (widget_class, earlier_year_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_year_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_month_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_month_cb);

  gtk_widget_class_install_action (widget_class, "mileage.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "mileage.csv", NULL, csv_action);
  gtk_widget_class_install_action (widget_class, "mileage.vehicles", NULL, vehicles_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "mileage.print",
                                       NULL);
}

static void
tend_mileage_page_init (TendMileagePage *self)
{
  self->rate_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_page_set_header (TEND_PAGE (self), self->header);
}

GtkWidget *
tend_mileage_page_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_MILEAGE_PAGE, "session", session, NULL);
}

void
tend_mileage_page_open_trip (TendMileagePage *self,
                             const char      *id)
{
  g_return_if_fail (TEND_IS_MILEAGE_PAGE (self));

  tend_trip_dialog_present (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)), id);
}
