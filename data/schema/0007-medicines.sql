-- Medicines: the lines of the MAR chart, what became of each dose, and stock.  Columns are
-- the fields of src/records/kinds, as in 0002.

CREATE TABLE medications (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "form" TEXT,
  "strength" TEXT,
  "dose" TEXT,
  "route" TEXT,
  "support" TEXT NOT NULL,
  "ingredient" TEXT,
  "pattern" TEXT,
  "days_on" INTEGER,
  "days_off" INTEGER,
  "starts_on" TEXT NOT NULL,
  "review_on" TEXT,
  "ends_on" TEXT,
  "end_reason" TEXT,
  "as_needed" INTEGER,
  "max_in_24h" INTEGER,
  "min_interval_minutes" INTEGER,
  "window_minutes" INTEGER,
  "time_critical" INTEGER,
  "controlled" INTEGER,
  "purpose" TEXT,
  "instructions" TEXT,
  "signs" TEXT,
  "try_first" TEXT,
  "can_ask" INTEGER,
  "by" TEXT,
  "applied" TEXT,
  "apply_to" TEXT,
  "reuse_days" INTEGER,
  "prescriber" TEXT,
  "pharmacy" TEXT,
  "source" TEXT,
  "source_detail" TEXT,
  "written_by" TEXT,
  "written_on" TEXT,
  "checked_by" TEXT,
  "checked_on" TEXT,
  "trained_by" TEXT,
  "trained_on" TEXT,
  "approved_by" TEXT,
  "approved_on" TEXT,
  "low_stock_days" INTEGER,
  "replaces" TEXT REFERENCES medications DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE medication_times (
  id TEXT PRIMARY KEY NOT NULL,
  "medication" TEXT NOT NULL REFERENCES medications DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "at" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "round" TEXT,
  "quantity" INTEGER
) STRICT;

CREATE TABLE medication_doses (
  id TEXT PRIMARY KEY NOT NULL,
  "medication" TEXT NOT NULL REFERENCES medications DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "from" TEXT NOT NULL,
  "quantity" INTEGER NOT NULL
) STRICT;

CREATE TABLE mar_entries (
  id TEXT PRIMARY KEY NOT NULL,
  "medication" TEXT NOT NULL REFERENCES medications DEFERRABLE INITIALLY DEFERRED,
  "due_at" INTEGER,
  "given_at" INTEGER,
  "outcome" TEXT NOT NULL,
  "quantity" INTEGER,
  "support" TEXT,
  "reason" TEXT,
  "note" TEXT,
  "by" TEXT,
  "asked_by" TEXT,
  "purpose" TEXT,
  "initials" TEXT,
  "written_at" INTEGER,
  "copied" INTEGER,
  "site" TEXT,
  "old_removed" INTEGER,
  "counted" INTEGER,
  "advised_by" TEXT,
  "advice" TEXT,
  "incident" TEXT REFERENCES incidents DEFERRABLE INITIALLY DEFERRED,
  "supersedes" TEXT REFERENCES mar_entries DEFERRABLE INITIALLY DEFERRED,
  "correction_reason" TEXT
) STRICT;

CREATE TABLE mar_notes (
  id TEXT PRIMARY KEY NOT NULL,
  "mar_entry" TEXT NOT NULL REFERENCES mar_entries DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "kind" TEXT,
  "written_at" INTEGER NOT NULL,
  "initials" TEXT,
  "text" TEXT NOT NULL
) STRICT;

CREATE TABLE stock (
  id TEXT PRIMARY KEY NOT NULL,
  "medication" TEXT NOT NULL REFERENCES medications DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "quantity" INTEGER NOT NULL,
  "at" TEXT,
  "note" TEXT,
  "incident" TEXT REFERENCES incidents DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE credentials (
  id TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT,
  "level" TEXT,
  "covers" TEXT,
  "issuer" TEXT,
  "reference" TEXT,
  "issued_on" TEXT,
  "expires_on" TEXT,
  "cover_pence" INTEGER,
  "named_employer" TEXT,
  "note" TEXT
) STRICT;

ALTER TABLE clients ADD COLUMN "chart_from" TEXT;
ALTER TABLE medicine_requests ADD COLUMN "gp_told_on" TEXT;
ALTER TABLE medicine_requests ADD COLUMN "gp_told_how" TEXT;
ALTER TABLE medicine_requests ADD COLUMN "training_checked_on" TEXT;

CREATE INDEX medications_by_client ON medications (client, starts_on);
CREATE INDEX medications_by_replaced ON medications (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX medication_times_by_medication ON medication_times (medication, position);
CREATE INDEX medication_doses_by_medication ON medication_doses (medication, position);
CREATE INDEX mar_entries_by_due ON mar_entries (medication, due_at);
CREATE INDEX mar_entries_by_given ON mar_entries (medication, given_at);
CREATE INDEX mar_entries_by_superseded ON mar_entries (supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX mar_entries_by_incident ON mar_entries (incident) WHERE incident IS NOT NULL;
CREATE INDEX mar_notes_by_entry ON mar_notes (mar_entry, position);
CREATE INDEX stock_by_medication ON stock (medication, date);
CREATE INDEX stock_by_incident ON stock (incident) WHERE incident IS NOT NULL;

-- What is written of a dose stays: a correction is a new entry that supersedes it.
CREATE TRIGGER mar_entries_no_update BEFORE UPDATE ON mar_entries
BEGIN SELECT RAISE (ABORT, 'A MAR entry cannot be changed: correct it with a new one.'); END;
CREATE TRIGGER mar_entries_no_delete BEFORE DELETE ON mar_entries
WHEN NOT EXISTS (SELECT 1 FROM medications AS m JOIN erasure AS e ON e.client = m.client
                 WHERE m.id = OLD.medication AND e.open IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'A MAR entry cannot be removed: correct it with a new one.'); END;
CREATE TRIGGER mar_notes_no_update BEFORE UPDATE ON mar_notes
BEGIN SELECT RAISE (ABORT, 'What was added to a dose cannot be changed: add to it again.'); END;
CREATE TRIGGER mar_notes_no_delete BEFORE DELETE ON mar_notes
WHEN NOT EXISTS (SELECT 1 FROM mar_entries AS n JOIN medications AS m ON m.id = n.medication
                 JOIN erasure AS e ON e.client = m.client
                 WHERE n.id = OLD.mar_entry AND e.open IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'What was added to a dose cannot be removed.'); END;

-- An entry corrects one of the same dose, and none is corrected twice.
CREATE TRIGGER mar_entries_supersede BEFORE INSERT ON mar_entries
WHEN EXISTS (SELECT 1 FROM mar_entries WHERE supersedes = NEW.supersedes AND id <> NEW.id)
  OR EXISTS (SELECT 1 FROM mar_entries
             WHERE (id = NEW.supersedes OR supersedes = NEW.id)
             AND (medication <> NEW.medication OR due_at IS NOT NEW.due_at))
BEGIN SELECT RAISE (ABORT, 'That entry is corrected already, or is of another dose.'); END;

-- Once a dose is written down, what it was written against stays as it is.
CREATE TRIGGER medications_no_update BEFORE UPDATE ON medications
WHEN EXISTS (SELECT 1 FROM mar_entries WHERE medication = OLD.id)
 AND (NEW.client <> OLD.client OR NEW.name <> OLD.name OR NEW.form IS NOT OLD.form
      OR NEW.strength IS NOT OLD.strength OR NEW.dose IS NOT OLD.dose
      OR NEW.route IS NOT OLD.route OR NEW.pattern IS NOT OLD.pattern
      OR NEW.days_on IS NOT OLD.days_on OR NEW.days_off IS NOT OLD.days_off
      OR NEW.starts_on <> OLD.starts_on OR NEW.as_needed IS NOT OLD.as_needed
      OR NEW.max_in_24h IS NOT OLD.max_in_24h OR NEW."by" IS NOT OLD."by"
      OR NEW.min_interval_minutes IS NOT OLD.min_interval_minutes)
BEGIN SELECT RAISE (ABORT, 'A medicine with entries cannot be changed: begin a new line.'); END;
CREATE TRIGGER medication_times_no_update BEFORE UPDATE ON medication_times
WHEN EXISTS (SELECT 1 FROM mar_entries WHERE medication = OLD.medication)
BEGIN SELECT RAISE (ABORT, 'A medicine with entries cannot be changed: begin a new line.'); END;
CREATE TRIGGER medication_times_no_insert BEFORE INSERT ON medication_times
WHEN EXISTS (SELECT 1 FROM mar_entries WHERE medication = NEW.medication)
BEGIN SELECT RAISE (ABORT, 'A medicine with entries cannot be changed: begin a new line.'); END;
CREATE TRIGGER medication_times_no_delete BEFORE DELETE ON medication_times
WHEN EXISTS (SELECT 1 FROM mar_entries WHERE medication = OLD.medication)
BEGIN SELECT RAISE (ABORT, 'A medicine with entries cannot be changed: begin a new line.'); END;

-- Days to come may be added to a dose that changes; those that an entry was made on stay.
CREATE TRIGGER medication_doses_no_update BEFORE UPDATE ON medication_doses
WHEN EXISTS (SELECT 1 FROM mar_entries
             WHERE medication = OLD.medication AND due_at >= unixepoch (OLD."from"))
BEGIN SELECT RAISE (ABORT, 'A medicine with entries cannot be changed: begin a new line.'); END;
CREATE TRIGGER medication_doses_no_delete BEFORE DELETE ON medication_doses
WHEN EXISTS (SELECT 1 FROM mar_entries
             WHERE medication = OLD.medication AND due_at >= unixepoch (OLD."from"))
BEGIN SELECT RAISE (ABORT, 'A medicine with entries cannot be changed: begin a new line.'); END;
