-- What editors did over Telegram, and that readers are told when an editor gives words to somebody else.

CREATE TABLE editing (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  editor    INTEGER NOT NULL,
  deed      TEXT NOT NULL CHECK (deed IN
    ('INGESTED', 'ACCEPTED', 'SPEAKER_CHANGED', 'REJECTED', 'CORRECTED', 'RETRACTED')),
  statement_id INTEGER REFERENCES statement (id),
  about     TEXT NOT NULL,
  done_at   INTEGER NOT NULL
) STRICT;
CREATE TRIGGER editing_never_changes BEFORE UPDATE ON editing
BEGIN SELECT raise(ABORT, 'what an editor did is kept as it was'); END;
CREATE TRIGGER editing_never_leaves BEFORE DELETE ON editing
BEGIN SELECT raise(ABORT, 'what an editor did is kept'); END;

-- The last decision about the statement that the message's readers know.
ALTER TABLE outbox_statement ADD COLUMN decision_told INTEGER NOT NULL DEFAULT 0;
UPDATE outbox_statement SET decision_told =
  (SELECT ifnull(max(d.id), 0) FROM decision d WHERE d.statement_id = outbox_statement.statement_id);

CREATE TABLE correction_new (
  chat_id      INTEGER NOT NULL,
  statement_id INTEGER NOT NULL REFERENCES statement (id),
  status       TEXT NOT NULL CHECK (status IN
    ('CORRECTED', 'RETRACTED', 'SPEAKER_CHANGED', 'REJECTED')),
  decision_id  INTEGER NOT NULL DEFAULT 0,
  told_at      INTEGER NOT NULL,
  PRIMARY KEY (chat_id, statement_id, status, decision_id)
) STRICT, WITHOUT ROWID;
INSERT INTO correction_new (chat_id, statement_id, status, told_at)
  SELECT chat_id, statement_id, status, told_at FROM correction;
DROP TABLE correction;
ALTER TABLE correction_new RENAME TO correction;

PRAGMA user_version = 11;
