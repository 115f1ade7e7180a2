-- The record: what was said, by whom, in which document. Days are ISO text, moments are
-- milliseconds since 1970 UTC, spans count UTF-16 units. What a rule of the record can be put
-- into a constraint or a trigger is put there, so that no program can break it by mistake.

CREATE TABLE identity (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  uuid     TEXT NOT NULL CHECK (length(uuid) = 32)
) STRICT;
INSERT INTO identity (only_row, uuid) VALUES (1, lower(hex(randomblob(16))));

CREATE TABLE document (
  id               INTEGER PRIMARY KEY,
  name             TEXT NOT NULL CHECK (trim(name) <> ''),
  item             TEXT,
  url              TEXT,
  source           TEXT,
  title            TEXT,
  language         TEXT NOT NULL CHECK (language IN ('en', 'ru', 'uk', 'und')),
  published        TEXT CHECK (published IS date(published)),
  retrieved        INTEGER NOT NULL,
  text             TEXT NOT NULL,
  sha256           TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  previous_version INTEGER REFERENCES document (id) CHECK (previous_version < id)
) STRICT;
CREATE UNIQUE INDEX document_version ON document (name, ifnull(item, ''), sha256);
CREATE INDEX document_previous ON document (previous_version) WHERE previous_version IS NOT NULL;

CREATE TABLE passage (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  ordinal     INTEGER NOT NULL CHECK (ordinal >= 0),
  start_unit  INTEGER NOT NULL CHECK (start_unit >= 0),
  end_unit    INTEGER NOT NULL CHECK (end_unit > start_unit),
  text        TEXT NOT NULL,
  narration   INTEGER NOT NULL CHECK (narration IN (0, 1)),
  UNIQUE (document_id, ordinal)
) STRICT;

CREATE TABLE official (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  side TEXT CHECK (trim(side) <> '')
) STRICT;
CREATE INDEX official_name ON official (name);

CREATE TABLE official_alias (
  official_id INTEGER NOT NULL REFERENCES official (id),
  ordinal     INTEGER NOT NULL CHECK (ordinal >= 0),
  alias       TEXT NOT NULL CHECK (trim(alias) <> ''),
  PRIMARY KEY (official_id, ordinal),
  UNIQUE (official_id, alias)
) STRICT, WITHOUT ROWID;

CREATE TABLE official_post (
  official_id INTEGER NOT NULL REFERENCES official (id),
  ordinal     INTEGER NOT NULL CHECK (ordinal >= 0),
  role        TEXT NOT NULL CHECK (trim(role) <> ''),
  from_day    TEXT CHECK (from_day IS date(from_day)),
  to_day      TEXT CHECK (to_day IS date(to_day)),
  PRIMARY KEY (official_id, ordinal),
  CHECK (from_day IS NULL OR to_day IS NULL OR from_day <= to_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE utterance (
  id INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE statement (
  id           INTEGER PRIMARY KEY,
  document_id  INTEGER NOT NULL REFERENCES document (id),
  official_id  INTEGER REFERENCES official (id),
  unnamed      TEXT CHECK (trim(unnamed) <> ''),
  role         TEXT,
  side         TEXT CHECK (trim(side) <> ''),
  kind         TEXT NOT NULL CHECK (kind IN ('VERBATIM', 'REPORTED')),
  parts        INTEGER NOT NULL CHECK (parts >= 1),
  spoken       TEXT CHECK (spoken IS date(spoken)),
  occasion     TEXT,
  language     TEXT NOT NULL CHECK (language IN ('en', 'ru', 'uk', 'und')),
  quoted_by    TEXT,
  confidence   REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  reason       TEXT NOT NULL,
  status       TEXT NOT NULL CHECK (status IN ('STANDING', 'HELD', 'CORRECTED', 'RETRACTED')),
  cause        INTEGER REFERENCES document (id),
  utterance_id INTEGER NOT NULL REFERENCES utterance (id),
  CHECK ((official_id IS NULL) <> (unnamed IS NULL)),
  CHECK ((status IN ('CORRECTED', 'RETRACTED')) = (cause IS NOT NULL))
) STRICT;
CREATE INDEX statement_document ON statement (document_id);
CREATE INDEX statement_official ON statement (official_id, status, spoken);
CREATE INDEX statement_side ON statement (side, status, spoken);
CREATE INDEX statement_utterance ON statement (utterance_id);
CREATE INDEX statement_cause ON statement (cause) WHERE cause IS NOT NULL;
CREATE INDEX statement_held ON statement (id) WHERE status = 'HELD';

CREATE TABLE part (
  statement_id INTEGER NOT NULL REFERENCES statement (id),
  ordinal      INTEGER NOT NULL CHECK (ordinal >= 0),
  start_unit   INTEGER NOT NULL CHECK (start_unit >= 0),
  end_unit     INTEGER NOT NULL CHECK (end_unit > start_unit),
  text         TEXT NOT NULL CHECK (trim(text) <> ''),
  PRIMARY KEY (statement_id, ordinal)
) STRICT, WITHOUT ROWID;

-- What happened to a statement after it was stored, and who or what did it.
CREATE TABLE status_change (
  id           INTEGER PRIMARY KEY,
  statement_id INTEGER NOT NULL REFERENCES statement (id),
  document_id  INTEGER NOT NULL REFERENCES document (id),
  status       TEXT NOT NULL CHECK (status IN ('HELD', 'CORRECTED', 'RETRACTED')),
  reason       TEXT NOT NULL,
  changed_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX status_change_statement ON status_change (statement_id);

CREATE TABLE decision (
  id           INTEGER PRIMARY KEY,
  statement_id INTEGER NOT NULL REFERENCES statement (id),
  verdict      TEXT NOT NULL CHECK (verdict IN ('ACCEPTED', 'SPEAKER_CHANGED', 'REJECTED')),
  speaker      TEXT,
  editor       TEXT NOT NULL CHECK (trim(editor) <> ''),
  note         TEXT NOT NULL,
  decided_at   INTEGER NOT NULL,
  CHECK ((verdict = 'SPEAKER_CHANGED') = (speaker IS NOT NULL))
) STRICT;
CREATE INDEX decision_statement ON decision (statement_id);

-- What an index has to read again. AUTOINCREMENT: a number is never used twice.
CREATE TABLE change (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  type       TEXT NOT NULL CHECK (type IN ('STATEMENT', 'PASSAGE', 'OFFICIAL')),
  row_id     INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER document_never_changes BEFORE UPDATE ON document
BEGIN SELECT raise(ABORT, 'a document never changes'); END;
CREATE TRIGGER document_never_leaves BEFORE DELETE ON document
BEGIN SELECT raise(ABORT, 'a document never leaves the record'); END;

CREATE TRIGGER passage_never_changes BEFORE UPDATE ON passage
BEGIN SELECT raise(ABORT, 'a passage never changes'); END;
CREATE TRIGGER passage_never_leaves BEFORE DELETE ON passage
BEGIN SELECT raise(ABORT, 'a passage never leaves the record'); END;
CREATE TRIGGER passage_stands_in_document BEFORE INSERT ON passage
WHEN NOT EXISTS (SELECT 1 FROM document d WHERE d.id = NEW.document_id AND instr(d.text, NEW.text) > 0)
BEGIN SELECT raise(ABORT, 'a passage stands in its document'); END;

CREATE TRIGGER statement_never_changes
BEFORE UPDATE OF id, document_id, kind, parts, role, spoken, occasion, language, quoted_by,
  confidence, reason ON statement
BEGIN SELECT raise(ABORT, 'a statement''s words, kind and circumstances never change'); END;
CREATE TRIGGER statement_never_stands_again BEFORE UPDATE OF status ON statement
WHEN OLD.status IN ('CORRECTED', 'RETRACTED') AND NEW.status IN ('STANDING', 'HELD')
BEGIN SELECT raise(ABORT, 'what was corrected or retracted never stands again'); END;
CREATE TRIGGER statement_never_leaves BEFORE DELETE ON statement
BEGIN SELECT raise(ABORT, 'a statement never leaves the record'); END;

CREATE TRIGGER part_never_changes BEFORE UPDATE ON part
BEGIN SELECT raise(ABORT, 'a statement''s words never change'); END;
CREATE TRIGGER part_never_leaves BEFORE DELETE ON part
BEGIN SELECT raise(ABORT, 'a statement''s words never leave the record'); END;
CREATE TRIGGER part_belongs BEFORE INSERT ON part
WHEN NOT EXISTS (SELECT 1 FROM statement s WHERE s.id = NEW.statement_id AND NEW.ordinal < s.parts)
BEGIN SELECT raise(ABORT, 'a statement has as many parts as it was made of'); END;
CREATE TRIGGER part_follows BEFORE INSERT ON part
WHEN EXISTS (SELECT 1 FROM part p WHERE p.statement_id = NEW.statement_id
  AND (p.ordinal < NEW.ordinal AND p.end_unit > NEW.start_unit
    OR p.ordinal > NEW.ordinal AND p.start_unit < NEW.end_unit))
BEGIN SELECT raise(ABORT, 'the parts of a statement follow each other'); END;
CREATE TRIGGER part_stands_in_document BEFORE INSERT ON part
WHEN NOT EXISTS (SELECT 1 FROM statement s JOIN document d ON d.id = s.document_id
  WHERE s.id = NEW.statement_id AND instr(d.text, NEW.text) > 0)
BEGIN SELECT raise(ABORT, 'a statement''s words stand in its document'); END;

CREATE TRIGGER status_change_never_changes BEFORE UPDATE ON status_change
BEGIN SELECT raise(ABORT, 'the history of a statement never changes'); END;
CREATE TRIGGER decision_never_changes BEFORE UPDATE ON decision
BEGIN SELECT raise(ABORT, 'an editor''s decision is kept as it was made'); END;
CREATE TRIGGER change_never_changes BEFORE UPDATE ON change
BEGIN SELECT raise(ABORT, 'a change number is never used twice'); END;

PRAGMA application_id = 1330791236;
PRAGMA user_version = 1;
