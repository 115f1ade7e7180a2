-- When there is more to answer than can be answered at once, who has waited longest is told by when
-- the answer comes.

ALTER TABLE inbox ADD COLUMN promised INTEGER;

PRAGMA user_version = 12;
