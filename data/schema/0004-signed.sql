-- Which paper a document is the signed copy of.  Columns are the fields of src/records/kinds,
-- as in 0002.

ALTER TABLE attachments ADD COLUMN "paper" TEXT;
