-- What schema 5 added; one statement a line.
INSERT INTO correction (chat_id, statement_id, status, told_at) VALUES (7318294655, 1, 'RETRACTED', 0);
