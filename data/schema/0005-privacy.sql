-- Data protection: who asked for what is kept about them, what went wrong, how long a
-- record is kept, and what was destroyed.  Columns are the fields of src/records/kinds.

CREATE TABLE information_requests (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "received_on" TEXT NOT NULL,
  "asked_by" TEXT NOT NULL,
  "relation" TEXT,
  "how" TEXT,
  "scope" TEXT,
  "identity_asked_on" TEXT,
  "identity_confirmed_on" TEXT,
  "identity_how" TEXT,
  "authority" TEXT,
  "authority_how" TEXT,
  "scope_asked_on" TEXT,
  "scope_answered_on" TEXT,
  "extended" INTEGER,
  "extended_why" TEXT,
  "with_safeguarding" INTEGER,
  "with_others" INTEGER,
  "included_why" TEXT,
  "answered_on" TEXT,
  "outcome" TEXT,
  "outcome_why" TEXT
) STRICT;

CREATE TABLE data_breaches (
  id TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT,
  "what" TEXT NOT NULL,
  "happened_at" INTEGER,
  "aware_at" INTEGER NOT NULL,
  "whose" TEXT,
  "n_people" INTEGER,
  "data" TEXT,
  "consequences" TEXT,
  "done" TEXT,
  "risk" TEXT,
  "risk_why" TEXT,
  "ico_told_at" INTEGER,
  "ico_reference" TEXT,
  "late_why" TEXT,
  "people_told_on" TEXT,
  "people_told_how" TEXT,
  "lessons" TEXT,
  "closed_on" TEXT
) STRICT;

CREATE TABLE retention_periods (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "keeping" TEXT NOT NULL,
  "years" INTEGER NOT NULL,
  "decided_on" TEXT NOT NULL,
  "reason" TEXT NOT NULL
) STRICT;

CREATE TABLE legal_holds (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "placed_on" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "asked_by" TEXT,
  "lifted_on" TEXT,
  "lifted_why" TEXT
) STRICT;

-- These name nobody: they outlive the person's record.
CREATE TABLE destructions (
  id TEXT PRIMARY KEY NOT NULL,
  "destroyed_on" TEXT NOT NULL,
  "what" TEXT NOT NULL,
  "ended_on" TEXT,
  "kept_until" TEXT,
  "rule" TEXT,
  "reason" TEXT NOT NULL,
  "decided_by" TEXT,
  "n_records" INTEGER,
  "n_documents" INTEGER,
  "copies" TEXT
) STRICT;

CREATE TABLE destroyed_invoices (
  id TEXT PRIMARY KEY NOT NULL,
  "destruction" TEXT NOT NULL REFERENCES destructions DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "number" TEXT NOT NULL UNIQUE,
  "issued_on" TEXT NOT NULL,
  "total_pence" INTEGER
) STRICT;

CREATE INDEX information_requests_by_client ON information_requests (client);
CREATE INDEX retention_periods_by_client ON retention_periods (client);
CREATE INDEX legal_holds_by_client ON legal_holds (client);
CREATE INDEX destroyed_invoices_by_destruction ON destroyed_invoices (destruction, position);

-- A destruction note stays as it was written, and so do the numbers it keeps.
CREATE TRIGGER destructions_no_update BEFORE UPDATE ON destructions
BEGIN SELECT RAISE (ABORT, 'A destruction note cannot be changed.'); END;
CREATE TRIGGER destructions_no_delete BEFORE DELETE ON destructions
BEGIN SELECT RAISE (ABORT, 'A destruction note cannot be removed.'); END;
CREATE TRIGGER destroyed_invoices_no_update BEFORE UPDATE ON destroyed_invoices
BEGIN SELECT RAISE (ABORT, 'A destruction note cannot be changed.'); END;
CREATE TRIGGER destroyed_invoices_no_delete BEFORE DELETE ON destroyed_invoices
BEGIN SELECT RAISE (ABORT, 'A destruction note cannot be removed.'); END;
