-- The incident that an entry of the breach log is about.  The entry outlives the record of
-- the person, so it lets go of an incident that is destroyed.

ALTER TABLE data_breaches ADD COLUMN "incident" TEXT REFERENCES incidents
  ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
