-- What a chat wants of its summaries, and what the record knew at earlier moments.

-- Days of the week: 1 for Monday, 2 for Tuesday, 4 for Wednesday …, added up.
ALTER TABLE subscription ADD COLUMN days INTEGER NOT NULL DEFAULT 127 CHECK (days BETWEEN 1 AND 127);
ALTER TABLE subscription ADD COLUMN verbatim_only INTEGER NOT NULL DEFAULT 0
  CHECK (verbatim_only IN (0, 1));
ALTER TABLE subscription ADD COLUMN brief INTEGER NOT NULL DEFAULT 0 CHECK (brief IN (0, 1));

-- From when on the first summary tells; created_at is when the wish for a time was last changed.
ALTER TABLE subscription ADD COLUMN began_at INTEGER NOT NULL DEFAULT 0;
UPDATE subscription SET began_at = created_at;

-- Messages that wait are taken in their order, however many there are.
CREATE INDEX outbox_pending ON outbox (id) WHERE state = 'PENDING';

-- When something came on record, and what changed since a moment.
CREATE INDEX change_row ON change (type, row_id);

-- What a statement was before an editor or a document changed it; null for what was done before this
-- was kept.
ALTER TABLE status_change ADD COLUMN earlier_status TEXT
  CHECK (earlier_status IN ('STANDING', 'HELD', 'CORRECTED', 'RETRACTED'));
ALTER TABLE decision ADD COLUMN earlier_status TEXT
  CHECK (earlier_status IN ('STANDING', 'HELD'));
ALTER TABLE decision ADD COLUMN earlier_official INTEGER REFERENCES official (id);
ALTER TABLE decision ADD COLUMN earlier_unnamed TEXT;
ALTER TABLE decision ADD COLUMN earlier_side TEXT;
CREATE INDEX status_change_when ON status_change (changed_at);
CREATE INDEX decision_when ON decision (decided_at);

PRAGMA user_version = 10;
