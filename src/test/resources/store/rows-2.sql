-- What schema 2 added; one statement a line.
INSERT INTO chat (id, language) VALUES (7318294655, 'uk');
INSERT INTO chat_setting (chat_id, name, value) VALUES (7318294655, 'help', 'seen');
INSERT INTO inbox (id, numbering, update_id, chat_id, raw, received_at) VALUES (1, 1, 1, -100, '{"message":{"from":{"id":7318294655},"text":"in a group"}}', 0);
INSERT INTO inbox (id, numbering, update_id, chat_id, raw, received_at) VALUES (2, 1, 2, -100, '{"callback_query":{"from":{"id":8}}}', 0);
INSERT INTO inbox (id, numbering, update_id, chat_id, raw, received_at) VALUES (3, 1, 3, -100, 'not JSON at all', 0);
INSERT INTO outbox (id, chat_id, kind, payload, created_at) VALUES (1, 7318294655, 'ANSWER', '"an old answer"', 0);
INSERT INTO outbox_statement (outbox_id, ordinal, statement_id) VALUES (1, 0, 1);
INSERT INTO turn (id, chat_id, person_id, message_id, question, asked_at) VALUES (1, 7318294655, 7318294655, 4, 'and the dam?', 0);
INSERT INTO subscription (id, chat_id, local_time, zone, language, quiet, last_change, created_at) VALUES (1, 7318294655, '08:30', 'Europe/Kyiv', 'uk', 0, 2, 0);
INSERT INTO digest (id, subscription_id, local_date, from_change, to_change, created_at) VALUES (1, 1, '2041-02-03', 0, 2, 0);
