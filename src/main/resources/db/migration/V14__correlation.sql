-- Which update a message answers, so that a log tells one story from a question to its delivery.

ALTER TABLE outbox ADD COLUMN inbox_id INTEGER REFERENCES inbox (id);

PRAGMA user_version = 14;
