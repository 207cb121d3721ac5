-- The care record.  Columns are the fields of src/records/kinds, as in 0002.

CREATE TABLE representatives (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT NOT NULL REFERENCES people DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "acts" TEXT,
  "reference" TEXT,
  "registered_on" TEXT,
  "seen_on" TEXT,
  "seen_how" TEXT,
  "ends_on" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE about_me (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "written_on" TEXT NOT NULL,
  "written_with" TEXT,
  "matters" TEXT,
  "people" TEXT,
  "communicate" TEXT,
  "support" TEXT,
  "wellness" TEXT,
  "please_do" TEXT,
  "please_dont" TEXT,
  "also" TEXT,
  "communication_format" TEXT,
  "language" TEXT,
  "interpreter" INTEGER,
  "ethnicity" TEXT,
  "religion" TEXT,
  "gender" TEXT,
  "sexuality" TEXT,
  "check_on" TEXT
) STRICT;

CREATE TABLE care_plans (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "version" INTEGER,
  "status" TEXT NOT NULL,
  "needs" TEXT,
  "preferences" TEXT,
  "routine" TEXT,
  "equipment" TEXT,
  "boundaries" TEXT,
  "change_note" TEXT,
  "agreed_on" TEXT,
  "agreed_by" TEXT,
  "authority" TEXT,
  "representative" TEXT REFERENCES representatives DEFERRABLE INITIALLY DEFERRED,
  "review_on" TEXT,
  "superseded_on" TEXT
) STRICT;

CREATE TABLE plan_outcomes (
  id TEXT PRIMARY KEY NOT NULL,
  "care_plan" TEXT NOT NULL REFERENCES care_plans DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "outcome" TEXT NOT NULL,
  "steps" TEXT,
  "measure" TEXT
) STRICT;

CREATE TABLE plan_tasks (
  id TEXT PRIMARY KEY NOT NULL,
  "care_plan" TEXT NOT NULL REFERENCES care_plans DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "title" TEXT NOT NULL,
  "detail" TEXT,
  "part_of_day" TEXT,
  "weekdays" TEXT,
  "service" TEXT REFERENCES services DEFERRABLE INITIALLY DEFERRED,
  "personal_care" INTEGER,
  "when_needed" INTEGER
) STRICT;

CREATE TABLE visit_addenda (
  id TEXT PRIMARY KEY NOT NULL,
  "visit" TEXT NOT NULL REFERENCES visits DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "written_at" INTEGER NOT NULL,
  "text" TEXT NOT NULL
) STRICT;

CREATE TABLE risks (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "hazard" TEXT NOT NULL,
  "who" TEXT,
  "controls" TEXT,
  "likelihood_before" INTEGER,
  "severity_before" INTEGER,
  "further" TEXT,
  "likelihood_after" INTEGER,
  "severity_after" INTEGER,
  "owner" TEXT,
  "assessed_on" TEXT NOT NULL,
  "review_on" TEXT,
  "closed_on" TEXT
) STRICT;

CREATE TABLE consents (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "sharing_with" TEXT,
  "detail" TEXT,
  "answer" TEXT NOT NULL,
  "given_on" TEXT NOT NULL,
  "how" TEXT NOT NULL,
  "given_by" TEXT NOT NULL,
  "representative" TEXT REFERENCES representatives DEFERRABLE INITIALLY DEFERRED,
  "ends_on" TEXT,
  "withdrawn_on" TEXT,
  "withdrawn_how" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE capacity_decisions (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "decision" TEXT NOT NULL,
  "assessed_on" TEXT NOT NULL,
  "assessed_by" TEXT,
  "outcome" TEXT NOT NULL,
  "reasons" TEXT,
  "best_interests" TEXT,
  "review_on" TEXT
) STRICT;

CREATE TABLE directives (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "original_at" TEXT NOT NULL,
  "made_on" TEXT,
  "made_by" TEXT,
  "witnessed" INTEGER,
  "seen_on" TEXT,
  "review_on" TEXT,
  "told" TEXT,
  "ended_on" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE contingency_plans (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "updated_on" TEXT NOT NULL,
  "carer_ill" TEXT,
  "bad_weather" TEXT,
  "no_reply" TEXT,
  "no_reply_minutes" INTEGER,
  "cannot_wait" TEXT,
  "can_wait" TEXT,
  "others" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE contingency_contacts (
  id TEXT PRIMARY KEY NOT NULL,
  "contingency_plan" TEXT NOT NULL REFERENCES contingency_plans DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "person" TEXT REFERENCES people DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "phone" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE incidents (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "visit" TEXT REFERENCES visits DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "what" TEXT,
  "happened_at" INTEGER NOT NULL,
  "place" TEXT,
  "present" TEXT,
  "facts" TEXT NOT NULL,
  "own_words" TEXT,
  "opinion" TEXT,
  "injuries" TEXT,
  "action" TEXT,
  "abuse" TEXT,
  "wishes" TEXT,
  "agreed_to_tell" TEXT,
  "override_reason" TEXT,
  "written_at" INTEGER,
  "follow_up" TEXT,
  "follow_up_on" TEXT,
  "lessons" TEXT,
  "closed_on" TEXT
) STRICT;

CREATE TABLE incident_reports (
  id TEXT PRIMARY KEY NOT NULL,
  "incident" TEXT NOT NULL REFERENCES incidents DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "role" TEXT NOT NULL,
  "name" TEXT,
  "told_at" INTEGER NOT NULL,
  "how" TEXT,
  "reference" TEXT,
  "answer" TEXT
) STRICT;

CREATE TABLE body_maps (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "incident" TEXT REFERENCES incidents DEFERRABLE INITIALLY DEFERRED,
  "seen_at" INTEGER NOT NULL,
  "note" TEXT
) STRICT;

CREATE TABLE body_marks (
  id TEXT PRIMARY KEY NOT NULL,
  "body_map" TEXT NOT NULL REFERENCES body_maps DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "side" TEXT NOT NULL,
  "x_thousandths" INTEGER NOT NULL,
  "y_thousandths" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "place" TEXT,
  "size" TEXT,
  "shape" TEXT,
  "colour" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE feedback (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "received_on" TEXT NOT NULL,
  "from_name" TEXT,
  "relation" TEXT,
  "how" TEXT,
  "words" TEXT NOT NULL,
  "about_data" INTEGER,
  "acknowledged_on" TEXT,
  "passed_to" TEXT,
  "passed_on" TEXT,
  "answer" TEXT,
  "outcome" TEXT,
  "closed_on" TEXT,
  "lessons" TEXT,
  "may_quote" INTEGER,
  "quote_as" TEXT,
  "consent_on" TEXT
) STRICT;

CREATE TABLE secrets (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "place" TEXT,
  "code" TEXT NOT NULL,
  "changed_on" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE equipment_training (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "equipment" TEXT NOT NULL,
  "trained_on" TEXT NOT NULL,
  "trained_by" TEXT NOT NULL,
  "trainer" TEXT NOT NULL,
  "shown" TEXT,
  "signed_on" TEXT,
  "review_on" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE gifts (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "offered_on" TEXT NOT NULL,
  "what" TEXT NOT NULL,
  "value_pence" INTEGER,
  "offered_by" TEXT,
  "answer" TEXT NOT NULL,
  "told" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE medicine_requests (
  id TEXT PRIMARY KEY NOT NULL,
  "client" TEXT NOT NULL REFERENCES clients DEFERRABLE INITIALLY DEFERRED,
  "asked_on" TEXT NOT NULL,
  "asked_by" TEXT NOT NULL,
  "representative" TEXT REFERENCES representatives DEFERRABLE INITIALLY DEFERRED,
  "medicine" TEXT,
  "action" TEXT NOT NULL,
  "signed_on" TEXT,
  "signed_by" TEXT,
  "ends_on" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE risk_bands (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "from" INTEGER NOT NULL UNIQUE
) STRICT;

ALTER TABLE visits ADD COLUMN "intake" TEXT;
ALTER TABLE visits ADD COLUMN "skin" TEXT;
ALTER TABLE visits ADD COLUMN "observations" TEXT;
ALTER TABLE visits ADD COLUMN "handover" TEXT;
ALTER TABLE visits ADD COLUMN "money_given_pence" INTEGER;
ALTER TABLE visits ADD COLUMN "money_spent_pence" INTEGER;
ALTER TABLE visits ADD COLUMN "money_returned_pence" INTEGER;
ALTER TABLE visits ADD COLUMN "money_receipt" INTEGER;
ALTER TABLE visits ADD COLUMN "money_note" TEXT;
ALTER TABLE visits ADD COLUMN "recorded_at" INTEGER;
ALTER TABLE visits ADD COLUMN "first_start" INTEGER;
ALTER TABLE visits ADD COLUMN "first_end" INTEGER;
ALTER TABLE visits ADD COLUMN "correction_reason" TEXT;

ALTER TABLE visit_tasks ADD COLUMN "plan_task" TEXT
  REFERENCES plan_tasks DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE attachments ADD COLUMN "title" TEXT;
ALTER TABLE attachments ADD COLUMN "dated_on" TEXT;
ALTER TABLE attachments ADD COLUMN "note" TEXT;

CREATE INDEX representatives_by_client ON representatives (client);
CREATE INDEX about_me_by_client ON about_me (client);
CREATE INDEX care_plans_by_client ON care_plans (client);
CREATE INDEX plan_outcomes_by_care_plan ON plan_outcomes (care_plan, position);
CREATE INDEX plan_tasks_by_care_plan ON plan_tasks (care_plan, position);
CREATE INDEX visit_addenda_by_visit ON visit_addenda (visit, position);
CREATE INDEX risks_by_client ON risks (client);
CREATE INDEX consents_by_client ON consents (client);
CREATE INDEX capacity_decisions_by_client ON capacity_decisions (client);
CREATE INDEX directives_by_client ON directives (client);
CREATE INDEX contingency_plans_by_client ON contingency_plans (client);
CREATE INDEX contingency_contacts_by_contingency_plan
  ON contingency_contacts (contingency_plan, position);
CREATE INDEX incidents_by_client ON incidents (client);
CREATE INDEX incident_reports_by_incident ON incident_reports (incident, position);
CREATE INDEX body_maps_by_client ON body_maps (client);
CREATE INDEX body_marks_by_body_map ON body_marks (body_map, position);
CREATE INDEX feedback_by_client ON feedback (client);
CREATE INDEX secrets_by_client ON secrets (client);
CREATE INDEX equipment_training_by_client ON equipment_training (client);
CREATE INDEX gifts_by_client ON gifts (client);
CREATE INDEX medicine_requests_by_client ON medicine_requests (client);
CREATE INDEX visit_tasks_by_plan_task ON visit_tasks (plan_task);
CREATE INDEX incidents_by_visit ON incidents (visit);
CREATE INDEX body_maps_by_incident ON body_maps (incident);

-- An agreed plan is what was agreed: its words and lines stay.  It may still be replaced,
-- and its review moved.  Lines are stored with their plan, before or after it.
CREATE TRIGGER care_plans_no_update BEFORE UPDATE ON care_plans
WHEN OLD.status <> 'draft' AND (
  NEW.client <> OLD.client OR NEW.version IS NOT OLD.version OR NEW.status = 'draft'
  OR NEW.needs IS NOT OLD.needs OR NEW.preferences IS NOT OLD.preferences
  OR NEW.routine IS NOT OLD.routine OR NEW.equipment IS NOT OLD.equipment
  OR NEW.boundaries IS NOT OLD.boundaries OR NEW.change_note IS NOT OLD.change_note
  OR NEW.agreed_on IS NOT OLD.agreed_on OR NEW.agreed_by IS NOT OLD.agreed_by
  OR NEW.authority IS NOT OLD.authority OR NEW.representative IS NOT OLD.representative)
BEGIN SELECT RAISE (ABORT, 'An agreed plan cannot be changed: make a new version.'); END;
CREATE TRIGGER care_plans_no_delete BEFORE DELETE ON care_plans
WHEN OLD.status <> 'draft'
 AND NOT EXISTS (SELECT 1 FROM erasure WHERE client = OLD.client AND open IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'An agreed plan cannot be removed.'); END;
CREATE TRIGGER plan_outcomes_no_update BEFORE UPDATE ON plan_outcomes
WHEN EXISTS (SELECT 1 FROM care_plans
             WHERE id IN (OLD.care_plan, NEW.care_plan) AND status <> 'draft')
BEGIN SELECT RAISE (ABORT, 'An agreed plan cannot be changed: make a new version.'); END;
CREATE TRIGGER plan_outcomes_no_delete BEFORE DELETE ON plan_outcomes
WHEN EXISTS (SELECT 1 FROM care_plans AS p WHERE p.id = OLD.care_plan AND p.status <> 'draft'
             AND NOT EXISTS (SELECT 1 FROM erasure WHERE client = p.client AND open IS NOT NULL))
BEGIN SELECT RAISE (ABORT, 'An agreed plan cannot be changed: make a new version.'); END;
CREATE TRIGGER plan_tasks_no_update BEFORE UPDATE ON plan_tasks
WHEN EXISTS (SELECT 1 FROM care_plans
             WHERE id IN (OLD.care_plan, NEW.care_plan) AND status <> 'draft')
BEGIN SELECT RAISE (ABORT, 'An agreed plan cannot be changed: make a new version.'); END;
CREATE TRIGGER plan_tasks_no_delete BEFORE DELETE ON plan_tasks
WHEN EXISTS (SELECT 1 FROM care_plans AS p WHERE p.id = OLD.care_plan AND p.status <> 'draft'
             AND NOT EXISTS (SELECT 1 FROM erasure WHERE client = p.client AND open IS NOT NULL))
BEGIN SELECT RAISE (ABORT, 'An agreed plan cannot be changed: make a new version.'); END;

-- What was added to a visit's record stays as it was written.
CREATE TRIGGER visit_addenda_no_update BEFORE UPDATE ON visit_addenda
BEGIN SELECT RAISE (ABORT, 'What was added to a visit cannot be changed: add to it again.'); END;
CREATE TRIGGER visit_addenda_no_delete BEFORE DELETE ON visit_addenda
WHEN NOT EXISTS (SELECT 1 FROM visits AS v JOIN erasure AS e ON e.client = v.client
                 WHERE v.id = OLD.visit AND e.open IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'What was added to a visit cannot be removed.'); END;
