-- What readers say about answers. A report is a reader's: it goes when what they asked goes.

CREATE TABLE report (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  chat_id    INTEGER NOT NULL,
  person_id  INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  receipt    TEXT NOT NULL CHECK (json_valid(receipt)),
  created_at INTEGER NOT NULL,
  UNIQUE (chat_id, message_id)
) STRICT;
CREATE INDEX report_person ON report (person_id);

-- How often a message carries an emoji; not whose.
CREATE TABLE reaction (
  outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  emoji     TEXT NOT NULL CHECK (trim(emoji) <> ''),
  count     INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (outbox_id, emoji)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 8;
