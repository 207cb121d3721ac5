-- The vault's own tables: the history and what guards it, erasure, attachments.
-- A migration is never changed once released: the next one has the next number.

-- What the vault knows of itself ("vault_id", "created_at").
CREATE TABLE meta (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every change of every record.  hash is BLAKE2b over the row before's hash and
-- all columns of this row; payload_hash is BLAKE2b over a salt and the values.
CREATE TABLE history (
  sequence     INTEGER NOT NULL PRIMARY KEY,
  at           INTEGER NOT NULL,              -- UTC seconds
  who          TEXT    NOT NULL,
  kind         TEXT    NOT NULL CHECK (kind <> ''),
  id           TEXT    NOT NULL CHECK (id <> ''),
  action       TEXT    NOT NULL CHECK (action <> ''),
  reason       TEXT,
  payload_hash BLOB    CHECK (payload_hash IS NULL OR length (payload_hash) = 32),
  hash         BLOB    NOT NULL CHECK (length (hash) = 32)
) STRICT;

CREATE INDEX history_by_record ON history (kind, id, sequence);

-- The values after a change, apart from the chain so that they can be erased
-- and the chain still holds.  client is the person they are about, if any.
CREATE TABLE history_payload (
  sequence INTEGER NOT NULL PRIMARY KEY REFERENCES history (sequence),
  client   TEXT,
  salt     BLOB    NOT NULL CHECK (length (salt) = 16),
  "values" TEXT    NOT NULL
) STRICT;

CREATE INDEX history_payload_by_client ON history_payload (client) WHERE client IS NOT NULL;

-- Nothing is ever in here, so a deferred reference to it cannot be committed.
CREATE TABLE never (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id IS NULL)
) STRICT;

-- Erasure after retention: the destruction note comes first.  While open is 1
-- the triggers let through the DELETE of that client's protected rows, and
-- COMMIT fails, so that no erasure outlives its transaction: set it to NULL last.
CREATE TABLE erasure (
  id     INTEGER NOT NULL PRIMARY KEY,
  client TEXT    NOT NULL CHECK (client <> ''),
  at     INTEGER NOT NULL,                    -- UTC seconds
  note   TEXT    NOT NULL CHECK (note <> ''), -- why, and which copies still hold the person
  open   INTEGER DEFAULT 1 REFERENCES never (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX erasure_open ON erasure (client) WHERE open IS NOT NULL;

-- Which payloads an erasure took: one that is gone without being here is damage.
CREATE TABLE erased_payload (
  sequence INTEGER NOT NULL PRIMARY KEY REFERENCES history (sequence),
  erasure  INTEGER NOT NULL REFERENCES erasure (id)
) STRICT;

-- The attachments there should be in blobs/.
CREATE TABLE blob (
  name TEXT    NOT NULL PRIMARY KEY CHECK (length (name) = 64),
  size INTEGER NOT NULL CHECK (size >= 0)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER history_insert BEFORE INSERT ON history
WHEN new.sequence <> (SELECT coalesce (max (sequence), 0) + 1 FROM history)
BEGIN
  SELECT raise (ABORT, 'The history only grows at its end.');
END;

CREATE TRIGGER history_update BEFORE UPDATE ON history
BEGIN
  SELECT raise (ABORT, 'The history cannot be changed.');
END;

CREATE TRIGGER history_delete BEFORE DELETE ON history
BEGIN
  SELECT raise (ABORT, 'The history cannot be removed.');
END;

CREATE TRIGGER history_payload_update BEFORE UPDATE ON history_payload
BEGIN
  SELECT raise (ABORT, 'The history cannot be changed.');
END;

CREATE TRIGGER history_payload_delete BEFORE DELETE ON history_payload
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE open IS NOT NULL AND client = old.client)
BEGIN
  SELECT raise (ABORT, 'The history cannot be removed.');
END;

CREATE TRIGGER history_payload_erased AFTER DELETE ON history_payload
BEGIN
  INSERT INTO erased_payload (sequence, erasure)
  SELECT old.sequence, max (id) FROM erasure WHERE open IS NOT NULL AND client = old.client;
END;

CREATE TRIGGER erasure_insert BEFORE INSERT ON erasure
WHEN new.open IS NULL
BEGIN
  SELECT raise (ABORT, 'An erasure begins open.');
END;

CREATE TRIGGER erasure_update BEFORE UPDATE ON erasure
WHEN new.open IS NOT NULL OR old.open IS NULL
  OR new.id <> old.id OR new.client <> old.client OR new.at <> old.at OR new.note <> old.note
BEGIN
  SELECT raise (ABORT, 'A destruction note cannot be changed.');
END;

CREATE TRIGGER erasure_delete BEFORE DELETE ON erasure
BEGIN
  SELECT raise (ABORT, 'A destruction note cannot be removed.');
END;

CREATE TRIGGER erased_payload_insert BEFORE INSERT ON erased_payload
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE id = new.erasure AND open IS NOT NULL)
BEGIN
  SELECT raise (ABORT, 'A list of what was erased cannot be changed.');
END;

CREATE TRIGGER erased_payload_update BEFORE UPDATE ON erased_payload
BEGIN
  SELECT raise (ABORT, 'A list of what was erased cannot be changed.');
END;

CREATE TRIGGER erased_payload_delete BEFORE DELETE ON erased_payload
BEGIN
  SELECT raise (ABORT, 'A list of what was erased cannot be changed.');
END;
