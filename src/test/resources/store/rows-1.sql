-- What a store of schema 1 may hold; one statement a line.
INSERT INTO document (id, name, language, published, retrieved, text, sha256) VALUES (1, 'dam.txt', 'en', '2041-02-03', 0, '“The dam holds,” Nela Brusk said. Observers left.', '%HASH%');
INSERT INTO document (id, name, language, published, retrieved, text, sha256, previous_version) VALUES (2, 'dam.txt', 'en', '2041-02-04', 0, '“The dam holds,” Nela Brusk said. Observers left. ', '%HASH2%', 1);
INSERT INTO passage (id, document_id, ordinal, start_unit, end_unit, text, narration) VALUES (1, 1, 0, 34, 49, 'Observers left.', 1);
INSERT INTO official (id, name, side) VALUES (1, 'Nela Brusk', 'Ostrel');
INSERT INTO official_alias (official_id, ordinal, alias) VALUES (1, 0, 'Нела Бруск');
INSERT INTO official_post (official_id, ordinal, role, from_day) VALUES (1, 0, 'Water Minister', '2040-01-01');
INSERT INTO utterance (id) VALUES (1);
INSERT INTO statement (id, document_id, official_id, role, side, kind, parts, spoken, language, confidence, reason, status, cause, utterance_id) VALUES (1, 1, 1, 'Water Minister', 'Ostrel', 'VERBATIM', 1, '2041-02-03', 'en', 0.9, 'name after the quotation', 'RETRACTED', 2, 1);
INSERT INTO part (statement_id, ordinal, start_unit, end_unit, text) VALUES (1, 0, 1, 15, 'The dam holds,');
INSERT INTO status_change (id, statement_id, document_id, status, reason, changed_at) VALUES (1, 1, 2, 'RETRACTED', 'she was misheard', 0);
INSERT INTO decision (id, statement_id, verdict, editor, note, decided_at) VALUES (1, 1, 'ACCEPTED', 'An editor', '', 0);
INSERT INTO change (seq, type, row_id, changed_at) VALUES (1, 'PASSAGE', 1, 0);
INSERT INTO change (seq, type, row_id, changed_at) VALUES (2, 'OFFICIAL', 1, 0);
INSERT INTO change (seq, type, row_id, changed_at) VALUES (3, 'STATEMENT', 1, 0);
