-- What chats follow, in their own words. ONCE ends with the first statement, NOW tells at once, DAILY
-- in the daily summary. last_change: how far the record was looked through for ONCE and NOW.

CREATE TABLE follow (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  chat_id     INTEGER NOT NULL,
  person_id   INTEGER NOT NULL,
  wish        TEXT NOT NULL CHECK (trim(wish) <> ''),
  language    TEXT NOT NULL CHECK (language IN ('en', 'ru', 'uk')),
  mode        TEXT NOT NULL CHECK (mode IN ('ONCE', 'NOW', 'DAILY')),
  paused      INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  last_change INTEGER NOT NULL CHECK (last_change >= 0),
  created_at  INTEGER NOT NULL,
  UNIQUE (chat_id, wish)
) STRICT;
CREATE INDEX follow_person ON follow (person_id);
CREATE INDEX follow_behind ON follow (last_change) WHERE paused = 0 AND mode <> 'DAILY';

CREATE TRIGGER follow_goes_forward BEFORE UPDATE OF last_change ON follow
WHEN NEW.last_change < OLD.last_change
BEGIN SELECT raise(ABORT, 'an alert never tells the same again'); END;

-- Whether a summary tells only what the chat follows.
ALTER TABLE subscription ADD COLUMN followed_only INTEGER NOT NULL DEFAULT 0
  CHECK (followed_only IN (0, 1));

-- When to look again whether a summary is due; 0 for at once.
ALTER TABLE subscription ADD COLUMN next_look INTEGER NOT NULL DEFAULT 0;
CREATE INDEX subscription_look ON subscription (next_look) WHERE active = 1;

PRAGMA user_version = 4;
