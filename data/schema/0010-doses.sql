-- Doses: times of day that are only for some days of the week, on whose word a dose that is
-- set day by day changes, and who signs for the stock.  Columns are the fields of src/records/kinds, as in 0002.

ALTER TABLE medication_times ADD COLUMN "weekdays" TEXT;
ALTER TABLE medication_doses ADD COLUMN "source" TEXT;
ALTER TABLE medication_doses ADD COLUMN "source_detail" TEXT;
ALTER TABLE medication_doses ADD COLUMN "next_test_on" TEXT;
ALTER TABLE medication_doses ADD COLUMN "written_by" TEXT;
ALTER TABLE medication_doses ADD COLUMN "written_on" TEXT;
ALTER TABLE stock ADD COLUMN "initials" TEXT;

-- A dose that is written down was written against the one that was set for its day.
CREATE TRIGGER medication_doses_no_insert BEFORE INSERT ON medication_doses
WHEN EXISTS (SELECT 1 FROM mar_entries
             WHERE medication = NEW.medication AND due_at >= unixepoch (NEW."from"))
BEGIN SELECT RAISE (ABORT, 'A dose is written down for that day: begin the new one later.'); END;
