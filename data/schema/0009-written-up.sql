-- What came of an incident; and what is added to a record of what happened once it is
-- closed, as to a visit's.  Columns are the fields of src/records/kinds, as in 0002.

ALTER TABLE incidents ADD COLUMN "changed_at" INTEGER;
ALTER TABLE incidents ADD COLUMN "followed_up_on" TEXT;
ALTER TABLE incidents ADD COLUMN "outcome" TEXT;
ALTER TABLE body_maps ADD COLUMN "written_at" INTEGER;
ALTER TABLE body_maps ADD COLUMN "changed_at" INTEGER;

CREATE TABLE incident_addenda (
  id TEXT PRIMARY KEY NOT NULL,
  "incident" TEXT NOT NULL REFERENCES incidents DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "written_at" INTEGER NOT NULL,
  "corrects" TEXT,
  "text" TEXT NOT NULL,
  "reason" TEXT
) STRICT;

CREATE TABLE body_map_addenda (
  id TEXT PRIMARY KEY NOT NULL,
  "body_map" TEXT NOT NULL REFERENCES body_maps DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "written_at" INTEGER NOT NULL,
  "corrects" TEXT,
  "text" TEXT NOT NULL,
  "reason" TEXT
) STRICT;

CREATE INDEX incident_addenda_by_incident ON incident_addenda (incident, position);
CREATE INDEX body_map_addenda_by_body_map ON body_map_addenda (body_map, position);

CREATE TRIGGER incident_addenda_no_update BEFORE UPDATE ON incident_addenda
BEGIN SELECT RAISE (ABORT, 'What was added to a record cannot be changed: add to it again.'); END;
CREATE TRIGGER incident_addenda_no_delete BEFORE DELETE ON incident_addenda
WHEN NOT EXISTS (SELECT 1 FROM incidents AS i JOIN erasure AS e ON e.client = i.client
                 WHERE i.id = OLD.incident AND e.open IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'What was added to a record cannot be removed.'); END;
CREATE TRIGGER body_map_addenda_no_update BEFORE UPDATE ON body_map_addenda
BEGIN SELECT RAISE (ABORT, 'What was added to a record cannot be changed: add to it again.'); END;
CREATE TRIGGER body_map_addenda_no_delete BEFORE DELETE ON body_map_addenda
WHEN NOT EXISTS (SELECT 1 FROM body_maps AS m JOIN erasure AS e ON e.client = m.client
                 WHERE m.id = OLD.body_map AND e.open IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'What was added to a record cannot be removed.'); END;
