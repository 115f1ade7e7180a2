-- What was used of the language model on a day (UTC), so that a restart doesn't begin the day's budget
-- anew. Who asked is not kept.

CREATE TABLE model_use (
  day           TEXT PRIMARY KEY CHECK (day IS date(day)),
  calls         INTEGER NOT NULL CHECK (calls >= 0),
  input_tokens  INTEGER NOT NULL CHECK (input_tokens >= 0),
  output_tokens INTEGER NOT NULL CHECK (output_tokens >= 0)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 13;
