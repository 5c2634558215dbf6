-- Questions and answers -------------------------------------------------------------------------------------------------

CREATE TABLE question (
    id          INTEGER PRIMARY KEY,
    chat_group  INTEGER NOT NULL CONSTRAINT question_group REFERENCES chat_group,
    message     INTEGER NOT NULL,
    topic       INTEGER,
    asker       INTEGER NOT NULL CONSTRAINT question_asker REFERENCES member,
    registrar   INTEGER NOT NULL CONSTRAINT question_registrar REFERENCES member,
    text        TEXT    NOT NULL,
    asked_at    INTEGER NOT NULL,
    state       TEXT    NOT NULL DEFAULT 'open'
                CONSTRAINT question_state CHECK (state IN ('open', 'solved', 'closed')),
    reminded_at INTEGER,
    CONSTRAINT question_message_once UNIQUE (chat_group, message)
) STRICT;
CREATE INDEX question_open ON question (chat_group, id) WHERE state = 'open';
CREATE INDEX question_open_of ON question (asker, id) WHERE state = 'open';

-- A reply to a question. Its words are kept for a while only; those of accepted ones stand in `knowledge`.
CREATE TABLE answer (
    chat_group INTEGER NOT NULL CONSTRAINT answer_group REFERENCES chat_group,
    message    INTEGER NOT NULL,
    question   INTEGER NOT NULL CONSTRAINT answer_question REFERENCES question,
    member     INTEGER NOT NULL CONSTRAINT answer_member REFERENCES member,
    topic      INTEGER,
    text       TEXT,
    at         INTEGER NOT NULL,
    PRIMARY KEY (chat_group, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_of ON answer (question, at);
CREATE INDEX answer_text_at ON answer (at) WHERE text IS NOT NULL;

-- The n-th acceptance of a question; at most one of them stands. `day` is the local day whose cap it counts to.
CREATE TABLE acceptance (
    question      INTEGER NOT NULL CONSTRAINT acceptance_question REFERENCES question,
    n             INTEGER NOT NULL,
    message       INTEGER NOT NULL,
    topic         INTEGER,
    answerer      INTEGER NOT NULL CONSTRAINT acceptance_answerer REFERENCES member,
    asker         INTEGER NOT NULL CONSTRAINT acceptance_asker REFERENCES member,
    accepted_by   INTEGER NOT NULL CONSTRAINT acceptance_by REFERENCES member,
    at            INTEGER NOT NULL,
    day           TEXT    NOT NULL,
    answer_entry  INTEGER CONSTRAINT acceptance_answer_entry REFERENCES transfer,
    asker_entry   INTEGER CONSTRAINT acceptance_asker_entry REFERENCES transfer,
    withheld      TEXT,
    edit_told_at  INTEGER,
    taken_back_at INTEGER,
    taken_back_by INTEGER CONSTRAINT acceptance_taken_back_by REFERENCES member,
    PRIMARY KEY (question, n)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX acceptance_stands_once ON acceptance (question) WHERE taken_back_at IS NULL;
CREATE INDEX acceptance_cap ON acceptance (asker, day) WHERE taken_back_at IS NULL;
CREATE INDEX acceptance_withheld ON acceptance (answerer) WHERE withheld IS NOT NULL;

-- What was asked and answered, to be found again. `grams` are pairs of Chinese characters, and whole words elsewhere.
CREATE TABLE knowledge (
    id         INTEGER PRIMARY KEY,
    question   INTEGER NOT NULL CONSTRAINT knowledge_question UNIQUE REFERENCES question,
    chat_group INTEGER NOT NULL CONSTRAINT knowledge_group REFERENCES chat_group,
    message    INTEGER NOT NULL,
    title      TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    at         INTEGER NOT NULL
) STRICT;

CREATE TABLE knowledge_gram (
    gram      TEXT    NOT NULL,
    knowledge INTEGER NOT NULL CONSTRAINT knowledge_gram_of REFERENCES knowledge ON DELETE CASCADE,
    in_title  INTEGER NOT NULL,
    PRIMARY KEY (gram, knowledge, in_title)
) STRICT, WITHOUT ROWID;
CREATE INDEX knowledge_gram_knowledge ON knowledge_gram (knowledge);

-- Which message of ours a person replies to.
CREATE INDEX posted_message ON posted (chat_id, message);
