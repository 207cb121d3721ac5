-- Who else looked at a dose that was set day by day, and held it against the book or the
-- message: each number is copied by hand, as the line of a medicine is.

ALTER TABLE medication_doses ADD COLUMN "checked_by" TEXT;
ALTER TABLE medication_doses ADD COLUMN "checked_on" TEXT;
