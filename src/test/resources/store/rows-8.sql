-- What schema 8 added; one statement a line.
INSERT INTO report (id, chat_id, person_id, message_id, receipt, created_at) VALUES (1, 7318294655, 7318294655, 9, '{}', 0);
INSERT INTO reaction (outbox_id, emoji, count) VALUES (1, '👍', 2);
