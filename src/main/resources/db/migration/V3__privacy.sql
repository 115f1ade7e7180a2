-- Whose a row is, so that what one person asked can be handed out and deleted: a group is no person.

ALTER TABLE inbox ADD COLUMN person_id INTEGER;
UPDATE inbox SET person_id = coalesce(
    json_extract(raw, '$.message.sender_chat.id'),
    json_extract(raw, '$.message.from.id'),
    json_extract(raw, '$.edited_message.sender_chat.id'),
    json_extract(raw, '$.edited_message.from.id'),
    json_extract(raw, '$.callback_query.from.id'))
  WHERE json_valid(raw) AND chat_id IS NOT NULL;
CREATE INDEX inbox_person ON inbox (person_id) WHERE person_id IS NOT NULL;

ALTER TABLE outbox ADD COLUMN person_id INTEGER;
CREATE INDEX outbox_person ON outbox (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX turn_person ON turn (person_id);

-- What leaves no trace: it is deleted as soon as it was sent or given up.
ALTER TABLE outbox ADD COLUMN fleeting INTEGER NOT NULL DEFAULT 0 CHECK (fleeting IN (0, 1));
CREATE INDEX outbox_fleeting ON outbox (id) WHERE fleeting = 1;

-- Whether something was deleted of which copies may lie in unused parts of the file.
CREATE TABLE scrub (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  due      INTEGER NOT NULL CHECK (due IN (0, 1))
) STRICT;
INSERT INTO scrub (only_row, due) VALUES (1, 0);

PRAGMA user_version = 3;
