-- What schema 11 added; one statement a line.
INSERT INTO editing (id, editor, deed, statement_id, about, done_at) VALUES (1, 99, 'RETRACTED', 1, 'she was misheard', 0);
