-- The time of day of a death, where it is known.  Columns are the fields of src/records/kinds,
-- as in 0002.

ALTER TABLE clients ADD COLUMN "died_at" TEXT;
