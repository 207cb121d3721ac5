-- Doses: times of day that are only for some days of the week.  Columns are the fields of
-- src/records/kinds, as in 0002.

ALTER TABLE medication_times ADD COLUMN "weekdays" TEXT;
