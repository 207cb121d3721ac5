-- What became of the patch that was taken off when a new one was put on.  It is part of the
-- entry that put the new one on, and like all of that never changes.

ALTER TABLE mar_entries ADD COLUMN "old_patch" TEXT;
