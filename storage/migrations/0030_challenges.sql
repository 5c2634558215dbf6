-- Challenges, submissions and the review desk ------------------------------------------------------------------------

CREATE TABLE trust (
    member   INTEGER PRIMARY KEY CONSTRAINT trust_member REFERENCES member,
    step     TEXT    NOT NULL CONSTRAINT trust_step CHECK (step IN ('base', 'framework', 'open')),
    given_by INTEGER NOT NULL CONSTRAINT trust_given_by REFERENCES member,
    given_at INTEGER NOT NULL
) STRICT;

-- Lists (steps, do's, don'ts, examples) are one item a line.
CREATE TABLE challenge (
    id       INTEGER PRIMARY KEY,
    title    TEXT    NOT NULL,
    kind     TEXT    NOT NULL CONSTRAINT challenge_kind CHECK (kind IN ('standard', 'framework', 'open')),
    track    TEXT    NOT NULL CONSTRAINT challenge_track CHECK (track IN ('photo', 'video', 'writing', 'tech', 'helping')),
    points   INTEGER NOT NULL CONSTRAINT challenge_points CHECK (points >= 0),
    deadline INTEGER NOT NULL,
    places   INTEGER CONSTRAINT challenge_has_places CHECK (places > 0),
    each     INTEGER NOT NULL CONSTRAINT challenge_each CHECK (each > 0),
    trust    TEXT    NOT NULL CONSTRAINT challenge_trust CHECK (trust IN ('base', 'framework', 'open')),
    about    TEXT    NOT NULL,
    steps    TEXT    NOT NULL,
    dos      TEXT    NOT NULL,
    donts    TEXT    NOT NULL,
    examples TEXT    NOT NULL,
    state    TEXT    NOT NULL DEFAULT 'open' CONSTRAINT challenge_state CHECK (state IN ('open', 'closed')),
    made_by  INTEGER NOT NULL CONSTRAINT challenge_made_by REFERENCES member,
    made_at  INTEGER NOT NULL,
    joined   INTEGER NOT NULL DEFAULT 0 CONSTRAINT challenge_joined CHECK (joined >= 0),
    CONSTRAINT challenge_places CHECK (places IS NULL OR joined <= places)
) STRICT;
CREATE INDEX challenge_open ON challenge (deadline) WHERE state = 'open';

CREATE TABLE challenge_member (
    challenge INTEGER NOT NULL CONSTRAINT challenge_member_challenge REFERENCES challenge,
    member    INTEGER NOT NULL CONSTRAINT challenge_member_member REFERENCES member,
    joined_at INTEGER NOT NULL,
    reminded  INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (challenge, member)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
    id            INTEGER PRIMARY KEY,
    challenge     INTEGER NOT NULL CONSTRAINT submission_challenge REFERENCES challenge,
    member        INTEGER NOT NULL CONSTRAINT submission_member REFERENCES member,
    stage         TEXT    NOT NULL CONSTRAINT submission_stage CHECK (stage IN ('plan', 'work')),
    standing      TEXT    NOT NULL
                  CONSTRAINT submission_standing CHECK (standing IN ('waiting', 'returned', 'approved', 'featured')),
    version       INTEGER NOT NULL CONSTRAINT submission_counts CHECK (version > 0),
    made_at       INTEGER NOT NULL,
    waiting_since INTEGER NOT NULL,
    shown         INTEGER NOT NULL DEFAULT 0,
    nagged_at     INTEGER,
    featured_at   INTEGER
) STRICT;
CREATE INDEX submission_of_member ON submission (member, challenge);
CREATE INDEX submission_of_challenge ON submission (challenge);
CREATE INDEX submission_waiting ON submission (waiting_since) WHERE standing = 'waiting';

CREATE TABLE submission_version (
    submission INTEGER NOT NULL CONSTRAINT submission_version_of REFERENCES submission,
    version    INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    text       TEXT    NOT NULL,
    chat_group INTEGER CONSTRAINT submission_version_group REFERENCES chat_group,
    message    INTEGER,
    album      TEXT,
    PRIMARY KEY (submission, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX submission_version_message ON submission_version (chat_group, message) WHERE message IS NOT NULL;

CREATE TABLE submission_file (
    submission INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    file_id    TEXT    NOT NULL,
    unique_id  TEXT    NOT NULL,
    PRIMARY KEY (submission, version, position),
    CONSTRAINT submission_file_of FOREIGN KEY (submission, version) REFERENCES submission_version (submission, version)
) STRICT, WITHOUT ROWID;

-- Whose a file is in a challenge: the same one is never handed in twice, by whomever.
CREATE TABLE challenge_file (
    challenge  INTEGER NOT NULL CONSTRAINT challenge_file_challenge REFERENCES challenge,
    unique_id  TEXT    NOT NULL,
    submission INTEGER NOT NULL CONSTRAINT challenge_file_submission REFERENCES submission,
    PRIMARY KEY (challenge, unique_id)
) STRICT, WITHOUT ROWID;

-- Albums reach us one message at a time; kept for a day, so that a reply to one picture means all of them.
CREATE TABLE album_piece (
    chat_id   INTEGER NOT NULL,
    message   INTEGER NOT NULL,
    album     TEXT    NOT NULL,
    member    INTEGER NOT NULL CONSTRAINT album_piece_member REFERENCES member,
    at        INTEGER NOT NULL,
    kind      TEXT    NOT NULL,
    file_id   TEXT    NOT NULL,
    unique_id TEXT    NOT NULL,
    PRIMARY KEY (chat_id, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX album_piece_album ON album_piece (album);
CREATE INDEX album_piece_at ON album_piece (at);

CREATE TABLE review_claim (
    submission INTEGER PRIMARY KEY CONSTRAINT review_claim_submission REFERENCES submission,
    reviewer   INTEGER NOT NULL CONSTRAINT review_claim_reviewer REFERENCES member,
    at         INTEGER NOT NULL,
    chips      TEXT    NOT NULL DEFAULT '',
    words      TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE review (
    submission INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    reviewer   INTEGER NOT NULL CONSTRAINT review_reviewer REFERENCES member,
    decision   TEXT    NOT NULL CONSTRAINT review_decision CHECK (decision IN ('approved', 'featured', 'returned')),
    chips      TEXT    NOT NULL,
    words      TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (submission, version),
    CONSTRAINT review_of FOREIGN KEY (submission, version) REFERENCES submission_version (submission, version),
    CONSTRAINT review_says_something CHECK (chips <> '' OR words <> '')
) STRICT, WITHOUT ROWID;

CREATE INDEX job_run_latest ON job_run (job, scope, due_at);
