-- Whom to ring about an adult at risk, as the carer found it: a record like any other, so that
-- it has a history and goes with an export.  It lay in the settings, three lines a council.

CREATE TABLE safeguarding_teams (
  id TEXT PRIMARY KEY NOT NULL,
  "scheme" TEXT,
  "phone" TEXT,
  "out_of_hours" TEXT,
  "checked_on" TEXT NOT NULL
) STRICT;

WITH parts AS (
  SELECT substr (key, length ('safeguarding/') + 1) AS scheme,
         substr (value, 1, instr (value, char (10)) - 1) AS phone,
         substr (value, instr (value, char (10)) + 1) AS rest
  FROM settings WHERE key LIKE 'safeguarding/%'
)
INSERT INTO safeguarding_teams (id, "scheme", "phone", "out_of_hours", "checked_on")
SELECT lower (hex (randomblob (16))), nullif (scheme, ''), nullif (phone, ''),
       nullif (substr (rest, 1, instr (rest, char (10)) - 1), ''),
       substr (rest, instr (rest, char (10)) + 1)
FROM parts WHERE rest LIKE '%' || char (10) || '____-__-__';

DELETE FROM settings WHERE key LIKE 'safeguarding/%';
