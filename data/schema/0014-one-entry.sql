-- A dose has one entry in force: whoever tells it otherwise corrects what is there (0007).
-- Two times of a line are one moment where the clocks go forward, at 01:00 UTC on the last
-- Sunday of March.  A correction whose entry is still to come in does not stand in its way.
CREATE TRIGGER mar_entries_one_in_force BEFORE INSERT ON mar_entries
WHEN NEW.due_at IS NOT NULL AND NEW.supersedes IS NULL
 AND NOT (strftime ('%m %w %H:%M', NEW.due_at, 'unixepoch') = '03 0 01:00'
          AND strftime ('%d', NEW.due_at, 'unixepoch') >= '25')
 AND NOT EXISTS (SELECT 1 FROM mar_entries WHERE supersedes = NEW.id)
 AND EXISTS (SELECT 1 FROM mar_entries AS other
             WHERE other.medication = NEW.medication AND other.due_at = NEW.due_at
             AND other.id <> NEW.id
             AND (other.supersedes IS NULL
                  OR EXISTS (SELECT 1 FROM mar_entries WHERE id = other.supersedes))
             AND NOT EXISTS (SELECT 1 FROM mar_entries WHERE supersedes = other.id))
BEGIN SELECT RAISE (ABORT, 'That dose is written down already: correct its entry.'); END;
