-- What a carer keeps.  Columns are the fields of src/records/kinds, by the same names;
-- tests/records/test-schema.c compares the two.  What a value may be is said there, once.

CREATE TABLE provider (
  id TEXT PRIMARY KEY NOT NULL CHECK (id = 'provider'),
  "own_name" TEXT NOT NULL,
  "trading_name" TEXT,
  "address" TEXT,
  "postcode" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "utr" TEXT,
  "schemes" TEXT,
  "weekly_capacity_minutes" INTEGER,
  "home_journeys_are_business" INTEGER,
  "home_journeys_advice" TEXT,
  "payment_details" TEXT,
  "first_invoice_number" TEXT,
  "travel_minutes" INTEGER,
  "complaints_to" TEXT
) STRICT;

CREATE TABLE clients (
  id TEXT PRIMARY KEY NOT NULL,
  "reference" TEXT UNIQUE,
  "given_name" TEXT NOT NULL,
  "family_name" TEXT,
  "preferred_name" TEXT,
  "date_of_birth" TEXT,
  "address" TEXT,
  "postcode" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "status" TEXT,
  "started_on" TEXT,
  "ended_on" TEXT,
  "end_reason" TEXT,
  "died_on" TEXT,
  "funding" TEXT,
  "allergies_state" TEXT,
  "allergies" TEXT,
  "gp_practice" TEXT,
  "nhs_number" TEXT,
  "access" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE people (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "relation" TEXT NOT NULL,
  "organisation" TEXT,
  "address" TEXT,
  "postcode" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "pays_bills" INTEGER,
  "note" TEXT
) STRICT;

CREATE TABLE services (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL
) STRICT;

CREATE TABLE rates (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "service" TEXT REFERENCES services DEFERRABLE INITIALLY DEFERRED,
  "applies" TEXT NOT NULL,
  "fixed_date" TEXT,
  "starts_at" TEXT,
  "ends_at" TEXT,
  "unit" TEXT NOT NULL,
  "amount_pence" INTEGER NOT NULL,
  "valid_from" TEXT,
  "valid_to" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE agreements (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "service" TEXT REFERENCES services DEFERRABLE INITIALLY DEFERRED,
  "version" INTEGER,
  "starts_on" TEXT NOT NULL,
  "ends_on" TEXT,
  "signed_on" TEXT,
  "signed_by" TEXT,
  "notice_days" INTEGER,
  "mileage_charge" INTEGER,
  "payment_days" INTEGER,
  "billing" TEXT,
  "bill_minutes" TEXT,
  "cancellation_hours" INTEGER,
  "cancellation_percent" INTEGER,
  "commissioned_by" TEXT,
  "purchase_order" TEXT,
  "direct_payment_rate_pence" INTEGER,
  "contribution_pence" INTEGER,
  "wording" TEXT
) STRICT;

CREATE TABLE patterns (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "service" TEXT REFERENCES services DEFERRABLE INITIALLY DEFERRED,
  "rrule" TEXT NOT NULL,
  "starts_on" TEXT NOT NULL,
  "starts_at" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL,
  "ends_on" TEXT,
  "billing" TEXT,
  "tasks" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE visits (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "service" TEXT REFERENCES services DEFERRABLE INITIALLY DEFERRED,
  "pattern" TEXT REFERENCES patterns DEFERRABLE INITIALLY DEFERRED,
  "pattern_date" TEXT,
  "planned_start" INTEGER NOT NULL,
  "planned_end" INTEGER NOT NULL,
  "actual_start" INTEGER,
  "actual_end" INTEGER,
  "status" TEXT NOT NULL,
  "billing" TEXT,
  "note" TEXT,
  "mood" TEXT,
  "appetite" TEXT,
  "concern" TEXT,
  "cancelled_at" INTEGER,
  "cancel_reason" TEXT
) STRICT;

CREATE TABLE visit_tasks (
  id TEXT PRIMARY KEY NOT NULL,
  "visit" TEXT NOT NULL REFERENCES visits DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "title" TEXT NOT NULL,
  "done" INTEGER,
  "reason" TEXT
) STRICT;

CREATE TABLE time_off (
  id TEXT PRIMARY KEY NOT NULL,
  "starts_on" TEXT NOT NULL,
  "ends_on" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "told" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE vehicles (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "registration" TEXT
) STRICT;

CREATE TABLE trips (
  id TEXT PRIMARY KEY NOT NULL,
  "date" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "from" TEXT,
  "to" TEXT,
  "purpose" TEXT,
  "miles_tenths" INTEGER NOT NULL,
  "vehicle" TEXT REFERENCES vehicles DEFERRABLE INITIALLY DEFERRED,
  "client" TEXT REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "visit" TEXT REFERENCES visits DEFERRABLE INITIALLY DEFERRED,
  "chargeable" INTEGER
) STRICT;

CREATE TABLE charges (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "amount_pence" INTEGER NOT NULL,
  "description" TEXT
) STRICT;

CREATE TABLE invoices (
  id TEXT PRIMARY KEY NOT NULL,
  "number" TEXT NOT NULL UNIQUE,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "payer" TEXT REFERENCES people DEFERRABLE INITIALLY DEFERRED,
  "issued_on" TEXT NOT NULL,
  "due_on" TEXT NOT NULL,
  "period_from" TEXT,
  "period_to" TEXT,
  "credits" TEXT REFERENCES invoices DEFERRABLE INITIALLY DEFERRED,
  "seller" TEXT,
  "bill_to" TEXT,
  "care_for" TEXT,
  "purchase_order" TEXT,
  "payment_details" TEXT,
  "note" TEXT,
  "total_pence" INTEGER
) STRICT;

CREATE TABLE invoice_lines (
  id TEXT PRIMARY KEY NOT NULL,
  "invoice" TEXT NOT NULL REFERENCES invoices DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "date" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "minutes" INTEGER,
  "miles_tenths" INTEGER,
  "unit" TEXT,
  "rate_pence" INTEGER,
  "amount_pence" INTEGER NOT NULL,
  "visit" TEXT REFERENCES visits DEFERRABLE INITIALLY DEFERRED,
  "trip" TEXT REFERENCES trips DEFERRABLE INITIALLY DEFERRED,
  "charge" TEXT REFERENCES charges DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE payments (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "invoice" TEXT REFERENCES invoices DEFERRABLE INITIALLY DEFERRED,
  "received_on" TEXT NOT NULL,
  "amount_pence" INTEGER NOT NULL,
  "method" TEXT,
  "receipt_number" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE attachments (
  id TEXT PRIMARY KEY NOT NULL,
  "subject_kind" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "media_type" TEXT,
  "size" INTEGER,
  "added_on" TEXT,
  "blob" TEXT NOT NULL
) STRICT;

CREATE TABLE bank_holidays (
  id TEXT PRIMARY KEY NOT NULL,
  "date" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL
) STRICT;

CREATE TABLE mileage_rates (
  id TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL,
  "from" TEXT NOT NULL,
  "pence_first" INTEGER NOT NULL,
  "pence_after" INTEGER,
  "limit_tenths" INTEGER,
  "source" TEXT
) STRICT;

-- Columns beyond those that are looked up are there so that sums and checks over many
-- years need no more than the index.
--
-- One stored visit for each day of a repeating visit.
CREATE UNIQUE INDEX visits_by_pattern ON visits (pattern, pattern_date);
CREATE INDEX visits_by_start ON visits (planned_start);
CREATE INDEX visits_by_client ON visits (client, planned_start);
CREATE INDEX visit_tasks_by_visit ON visit_tasks (visit, position);
CREATE INDEX people_by_client ON people (client);
CREATE INDEX rates_by_client ON rates (client);
CREATE INDEX agreements_by_client ON agreements (client, starts_on);
CREATE INDEX patterns_by_client ON patterns (client);
CREATE INDEX trips_by_date ON trips (date);
CREATE INDEX trips_by_client ON trips (client, date);
CREATE INDEX charges_by_client ON charges (client, date);
CREATE INDEX invoices_by_client ON invoices (client, issued_on);
CREATE INDEX invoices_by_date ON invoices (issued_on, credits, client, id);
CREATE INDEX invoices_by_credited ON invoices (credits);
CREATE INDEX invoice_lines_by_invoice ON invoice_lines (invoice, position, amount_pence);
CREATE INDEX invoice_lines_by_visit ON invoice_lines (visit, invoice);
CREATE INDEX invoice_lines_by_trip ON invoice_lines (trip);
CREATE INDEX invoice_lines_by_charge ON invoice_lines (charge);
CREATE INDEX payments_by_client ON payments (client, received_on);
CREATE INDEX payments_by_invoice ON payments (invoice, received_on, amount_pence);
CREATE INDEX payments_by_date ON payments (received_on);
CREATE INDEX attachments_by_subject ON attachments (subject_kind, subject);

-- An invoice is in its table once it is issued; its lines come first, and from
-- then on neither changes.  Only an open erasure of that client removes them.
CREATE TRIGGER invoices_no_update BEFORE UPDATE ON invoices
BEGIN SELECT RAISE (ABORT, 'An issued invoice cannot be changed.'); END;
CREATE TRIGGER invoices_no_delete BEFORE DELETE ON invoices
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE client = OLD.client AND open IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'An issued invoice cannot be removed.'); END;
CREATE TRIGGER invoice_lines_no_insert BEFORE INSERT ON invoice_lines
WHEN EXISTS (SELECT 1 FROM invoices WHERE id = NEW.invoice)
BEGIN SELECT RAISE (ABORT, 'An issued invoice cannot be changed.'); END;
CREATE TRIGGER invoice_lines_no_update BEFORE UPDATE ON invoice_lines
WHEN EXISTS (SELECT 1 FROM invoices WHERE id IN (OLD.invoice, NEW.invoice))
BEGIN SELECT RAISE (ABORT, 'An issued invoice cannot be changed.'); END;
CREATE TRIGGER invoice_lines_no_delete BEFORE DELETE ON invoice_lines
WHEN EXISTS (SELECT 1 FROM invoices AS i WHERE i.id = OLD.invoice
             AND NOT EXISTS (SELECT 1 FROM erasure WHERE client = i.client AND open IS NOT NULL))
BEGIN SELECT RAISE (ABORT, 'An issued invoice cannot be changed.'); END;

-- What the program itself remembers: drafts, and what has been confirmed.
CREATE TABLE settings (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT
) STRICT;

-- The words people search for.  The text itself is not stored twice.
CREATE TABLE search_entries (
  entry INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  UNIQUE (kind, id)
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
  text, content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
