-- What a council's scheme asks for.  Columns are the fields of src/records/kinds, as in 0002.

ALTER TABLE clients ADD COLUMN "schemes" TEXT;
ALTER TABLE clients ADD COLUMN "origin" TEXT;
ALTER TABLE clients ADD COLUMN "complaints_told_on" TEXT;
ALTER TABLE clients ADD COLUMN "wants_records" INTEGER;
ALTER TABLE clients ADD COLUMN "ended_without_notice" INTEGER;
ALTER TABLE clients ADD COLUMN "end_ground" TEXT;
ALTER TABLE agreements ADD COLUMN "distance_charge" INTEGER;
ALTER TABLE provider ADD COLUMN "quarter_ends" TEXT;
ALTER TABLE provider ADD COLUMN "profile_updated_on" TEXT;
ALTER TABLE contingency_plans ADD COLUMN "agreed_on" TEXT;
ALTER TABLE contingency_plans ADD COLUMN "agreed_with" TEXT;
ALTER TABLE plan_tasks ADD COLUMN "involves" TEXT;

CREATE TABLE team (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "role" TEXT,
  "fte" INTEGER,
  "weekly_minutes" INTEGER,
  "starts_on" TEXT,
  "ends_on" TEXT,
  "unpaid" INTEGER,
  "note" TEXT
) STRICT;

ALTER TABLE credentials ADD COLUMN "scheme" TEXT;
ALTER TABLE credentials ADD COLUMN "member" TEXT REFERENCES team DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE credentials ADD COLUMN "workforce" TEXT;
ALTER TABLE credentials ADD COLUMN "update_service_until" TEXT;
ALTER TABLE credentials ADD COLUMN "minutes" INTEGER;
ALTER TABLE credentials ADD COLUMN "version_on" TEXT;
ALTER TABLE credentials ADD COLUMN "checked_on" TEXT;
ALTER TABLE credentials ADD COLUMN "replaces" TEXT REFERENCES credentials DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE cpd (
  id TEXT PRIMARY KEY NOT NULL,
  "done_on" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "kind" TEXT,
  "minutes" INTEGER,
  "learnt" TEXT,
  "credential" TEXT REFERENCES credentials DEFERRABLE INITIALLY DEFERRED,
  "member" TEXT REFERENCES team DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE policies (
  id TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT,
  "version" INTEGER,
  "starts_on" TEXT NOT NULL,
  "reviewed_on" TEXT,
  "review_on" TEXT,
  "text" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE feedback_requests (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "asked_on" TEXT NOT NULL,
  "returned_on" TEXT,
  "feedback" TEXT REFERENCES feedback DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

CREATE TABLE service_requests (
  id TEXT PRIMARY KEY NOT NULL,
  "scheme" TEXT,
  "received_at" INTEGER NOT NULL,
  "urgent" INTEGER,
  "from_name" TEXT,
  "what" TEXT,
  "answered_at" INTEGER,
  "answer" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE returns (
  id TEXT PRIMARY KEY NOT NULL,
  "scheme" TEXT NOT NULL,
  "quarter" TEXT NOT NULL,
  "quarter_ends" TEXT,
  "prepared_on" TEXT,
  "sent_on" TEXT,
  "sent_how" TEXT,
  "figures" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE portfolios (
  id TEXT PRIMARY KEY NOT NULL,
  "purpose" TEXT NOT NULL,
  "scheme" TEXT,
  "made_on" TEXT NOT NULL,
  "given_to" TEXT,
  "given_on" TEXT,
  "clients" TEXT,
  "contents" TEXT,
  "locked" INTEGER,
  "sha256" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE overrides (
  id TEXT PRIMARY KEY NOT NULL,
  "rule" TEXT NOT NULL,
  "scheme" TEXT,
  "client" TEXT REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "subject" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "decided_on" TEXT NOT NULL
) STRICT;

CREATE TABLE reminders (
  id TEXT PRIMARY KEY NOT NULL,
  "matter" TEXT NOT NULL,
  "client" TEXT REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "subject" TEXT NOT NULL,
  "due_on" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "until" TEXT,
  "reason" TEXT,
  "answered_on" TEXT NOT NULL
) STRICT;

CREATE TABLE scheme_figures (
  id TEXT PRIMARY KEY NOT NULL,
  "scheme" TEXT NOT NULL,
  "figure" TEXT NOT NULL,
  "value" INTEGER NOT NULL,
  "valid_from" TEXT NOT NULL,
  "valid_to" TEXT,
  "source" TEXT NOT NULL,
  "entered_on" TEXT
) STRICT;

CREATE INDEX overrides_by_client ON overrides (client);
CREATE INDEX reminders_by_client ON reminders (client);
CREATE INDEX reminders_by_subject ON reminders (subject, matter);
CREATE INDEX feedback_requests_by_client ON feedback_requests (client, asked_on);

CREATE TRIGGER overrides_no_update BEFORE UPDATE ON overrides
BEGIN SELECT RAISE (ABORT, 'Why something went on cannot be changed: write it down again.'); END;
CREATE TRIGGER overrides_no_delete BEFORE DELETE ON overrides
WHEN NOT EXISTS (SELECT 1 FROM erasure AS e WHERE e.client = OLD.client AND e.open IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'Why something went on cannot be removed.'); END;
