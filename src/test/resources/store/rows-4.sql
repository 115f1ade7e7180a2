-- What schema 4 added; one statement a line.
INSERT INTO follow (id, chat_id, person_id, wish, language, mode, last_change, created_at) VALUES (1, 7318294655, 7318294655, 'Brusk dam', 'en', 'NOW', 3, 0);
