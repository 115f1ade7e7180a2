-- The conversations about the record: what came in, what goes out, who wants summaries.
-- Chat and person numbers are Telegram's. Moments are milliseconds since 1970 UTC.

CREATE TABLE chat (
  id       INTEGER PRIMARY KEY,
  language TEXT CHECK (language IN ('en', 'ru', 'uk'))
) STRICT;

CREATE TABLE chat_setting (
  chat_id INTEGER NOT NULL REFERENCES chat (id) ON DELETE CASCADE,
  name    TEXT NOT NULL CHECK (trim(name) <> ''),
  value   TEXT NOT NULL,
  PRIMARY KEY (chat_id, name)
) STRICT, WITHOUT ROWID;

-- What people sent, stored before Telegram is told that it was taken. Telegram may start its
-- update numbers anew after a quiet week: such a start is a new numbering.
CREATE TABLE inbox (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  numbering   INTEGER NOT NULL,
  update_id   INTEGER NOT NULL,
  chat_id     INTEGER,
  raw         TEXT NOT NULL,
  state       TEXT NOT NULL DEFAULT 'NEW' CHECK (state IN ('NEW', 'DONE', 'FAILED')),
  attempts    INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  not_before  INTEGER NOT NULL DEFAULT 0,
  reason      TEXT,
  received_at INTEGER NOT NULL,
  finished_at INTEGER,
  UNIQUE (numbering, update_id),
  CHECK ((state = 'NEW') = (finished_at IS NULL)),
  CHECK (state <> 'FAILED' OR reason IS NOT NULL)
) STRICT;
CREATE INDEX inbox_new ON inbox (chat_id, id) WHERE state = 'NEW';
CREATE INDEX inbox_chat ON inbox (chat_id);

CREATE TRIGGER inbox_ends_once BEFORE UPDATE OF state ON inbox
WHEN OLD.state <> 'NEW' AND NEW.state <> OLD.state
BEGIN SELECT raise(ABORT, 'what was finished is not done again'); END;

-- What people get. SENDING: handed to Telegram, whose reply is not known yet.
CREATE TABLE outbox (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  chat_id    INTEGER NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('ANSWER', 'DIGEST')),
  payload    TEXT NOT NULL,
  memo       TEXT,
  state      TEXT NOT NULL DEFAULT 'PENDING'
    CHECK (state IN ('PENDING', 'SENDING', 'SENT', 'FAILED')),
  attempts   INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  uncertain  INTEGER NOT NULL DEFAULT 0 CHECK (uncertain IN (0, 1)),
  not_before INTEGER NOT NULL DEFAULT 0,
  message_id INTEGER,
  reason     TEXT,
  created_at INTEGER NOT NULL,
  tried_at   INTEGER,
  CHECK (state NOT IN ('SENDING', 'SENT') OR tried_at IS NOT NULL),
  CHECK (state <> 'FAILED' OR reason IS NOT NULL),
  CHECK (kind <> 'DIGEST' OR state <> 'PENDING' OR uncertain = 0)
) STRICT;
CREATE INDEX outbox_open ON outbox (chat_id, id) WHERE state IN ('PENDING', 'SENDING');
CREATE INDEX outbox_message ON outbox (chat_id, message_id);

CREATE TRIGGER outbox_ends_once BEFORE UPDATE OF state ON outbox
WHEN OLD.state IN ('SENT', 'FAILED') AND NEW.state <> OLD.state
BEGIN SELECT raise(ABORT, 'what was sent or given up is not sent again'); END;

-- The statements that a message shows, for its buttons.
CREATE TABLE outbox_statement (
  outbox_id    INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL CHECK (ordinal >= 0),
  statement_id INTEGER NOT NULL REFERENCES statement (id),
  PRIMARY KEY (outbox_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_statement_statement ON outbox_statement (statement_id);

-- The last questions of a person in a chat, so that «and the Americans?» can be understood.
CREATE TABLE turn (
  id         INTEGER PRIMARY KEY,
  chat_id    INTEGER NOT NULL,
  person_id  INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  question   TEXT NOT NULL,
  asked_at   INTEGER NOT NULL,
  UNIQUE (chat_id, person_id, message_id)
) STRICT;

CREATE TABLE subscription (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  chat_id     INTEGER NOT NULL,
  local_time  TEXT NOT NULL CHECK (local_time IS strftime('%H:%M', local_time)),
  zone        TEXT NOT NULL CHECK (trim(zone) <> ''),
  language    TEXT NOT NULL CHECK (language IN ('en', 'ru', 'uk')),
  quiet       INTEGER NOT NULL CHECK (quiet IN (0, 1)),
  active      INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  last_change INTEGER NOT NULL CHECK (last_change >= 0),
  created_at  INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX subscription_chat ON subscription (chat_id);

CREATE TRIGGER subscription_goes_forward BEFORE UPDATE OF last_change ON subscription
WHEN NEW.last_change < OLD.last_change
BEGIN SELECT raise(ABORT, 'a summary never tells the same again'); END;

CREATE TABLE digest (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  subscription_id INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
  local_date      TEXT NOT NULL CHECK (local_date IS date(local_date)),
  from_change     INTEGER NOT NULL CHECK (from_change >= 0),
  to_change       INTEGER NOT NULL CHECK (to_change >= from_change),
  created_at      INTEGER NOT NULL,
  UNIQUE (subscription_id, local_date)
) STRICT;

PRAGMA user_version = 2;
