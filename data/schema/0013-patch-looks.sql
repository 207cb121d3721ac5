-- The daily look whether a patch is still on: a note on the entry that put it on.  What was
-- added to a dose never changes and is never removed (0007), and neither is a look.

ALTER TABLE mar_notes ADD COLUMN "patch" TEXT;
