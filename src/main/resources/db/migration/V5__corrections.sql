-- Which message shows which statement as standing (outbox_statement), and whether its readers know
-- that it was withdrawn since.

ALTER TABLE outbox_statement ADD COLUMN told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1));
-- What was shown before this was kept by page can't be corrected in its place.
UPDATE outbox_statement SET told = 1;

CREATE INDEX statement_withdrawn ON statement (id) WHERE status IN ('CORRECTED', 'RETRACTED');

-- What a chat was told, so that it is told once, however often it was shown the statement.
CREATE TABLE correction (
  chat_id      INTEGER NOT NULL,
  statement_id INTEGER NOT NULL REFERENCES statement (id),
  status       TEXT NOT NULL CHECK (status IN ('CORRECTED', 'RETRACTED')),
  told_at      INTEGER NOT NULL,
  PRIMARY KEY (chat_id, statement_id, status)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 5;
