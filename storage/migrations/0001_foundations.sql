-- People, places and roles -------------------------------------------------------------------------------------------

CREATE TABLE member (
    id               INTEGER PRIMARY KEY,
    telegram_id      INTEGER NOT NULL CONSTRAINT member_telegram_id UNIQUE,
    name             TEXT    NOT NULL,
    username         TEXT,
    locale           TEXT    NOT NULL,
    first_seen       INTEGER NOT NULL,
    reachable        INTEGER NOT NULL DEFAULT 0,
    covenant_version INTEGER NOT NULL DEFAULT 0,
    covenant_at      INTEGER,
    level            INTEGER NOT NULL DEFAULT 0,
    contribution     INTEGER NOT NULL DEFAULT 0,
    hidden           INTEGER NOT NULL DEFAULT 0,
    quiet            INTEGER NOT NULL DEFAULT 0,
    suspended_until  INTEGER
) STRICT;
CREATE INDEX member_username ON member (lower(username)) WHERE username IS NOT NULL;

CREATE TABLE chat_group (
    id           INTEGER PRIMARY KEY,
    chat_id      INTEGER NOT NULL CONSTRAINT chat_group_chat_id UNIQUE,
    title        TEXT    NOT NULL,
    part         TEXT    NOT NULL CONSTRAINT chat_group_part CHECK (part IN ('community', 'core', 'staff', 'channel')),
    timezone     TEXT    NOT NULL,
    locale       TEXT    NOT NULL,
    activated_at INTEGER NOT NULL,
    active       INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE group_topic (
    chat_group INTEGER NOT NULL CONSTRAINT group_topic_group REFERENCES chat_group,
    purpose    TEXT    NOT NULL,
    thread_id  INTEGER NOT NULL,
    PRIMARY KEY (chat_group, purpose)
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
    chat_group INTEGER NOT NULL CONSTRAINT membership_group REFERENCES chat_group,
    member     INTEGER NOT NULL CONSTRAINT membership_member REFERENCES member,
    since      INTEGER NOT NULL,
    messages   INTEGER NOT NULL DEFAULT 0,
    present    INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (chat_group, member)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_member ON membership (member);

CREATE TABLE role (
    member   INTEGER NOT NULL CONSTRAINT role_member REFERENCES member,
    role     TEXT    NOT NULL,
    given_by INTEGER CONSTRAINT role_given_by REFERENCES member,
    given_at INTEGER NOT NULL,
    PRIMARY KEY (member, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
    token_hash TEXT    PRIMARY KEY,
    made_at    INTEGER NOT NULL,
    used_by    INTEGER CONSTRAINT claim_used_by REFERENCES member,
    used_at    INTEGER
) STRICT, WITHOUT ROWID;

-- Who wrote a group message; no text. A reaction names the message, not its author.
CREATE TABLE message_author (
    chat_group INTEGER NOT NULL CONSTRAINT message_author_group REFERENCES chat_group,
    message    INTEGER NOT NULL,
    member     INTEGER NOT NULL CONSTRAINT message_author_member REFERENCES member,
    at         INTEGER NOT NULL,
    topic      INTEGER,
    PRIMARY KEY (chat_group, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_author_at ON message_author (at);

-- The ledger ---------------------------------------------------------------------------------------------------------

CREATE TABLE account (
    id     INTEGER PRIMARY KEY,
    kind   TEXT    NOT NULL CONSTRAINT account_kind CHECK (kind IN ('member', 'issue', 'shop', 'expired', 'void')),
    member INTEGER CONSTRAINT account_member UNIQUE CONSTRAINT account_of REFERENCES member,
    posted INTEGER NOT NULL DEFAULT 0,
    held   INTEGER NOT NULL DEFAULT 0 CONSTRAINT account_held CHECK (held >= 0),
    CONSTRAINT account_owner CHECK ((kind = 'member') = (member IS NOT NULL)),
    CONSTRAINT account_funds CHECK (kind <> 'member' OR posted - held >= 0)
) STRICT;
CREATE UNIQUE INDEX account_house ON account (kind) WHERE member IS NULL;
INSERT INTO account (id, kind) VALUES (1, 'issue'), (2, 'shop'), (3, 'expired'), (4, 'void');

CREATE TABLE transfer (
    id           INTEGER PRIMARY KEY,
    at           INTEGER NOT NULL,
    debit        INTEGER NOT NULL CONSTRAINT transfer_debit REFERENCES account,
    credit       INTEGER NOT NULL CONSTRAINT transfer_credit REFERENCES account,
    amount       INTEGER NOT NULL CONSTRAINT transfer_amount CHECK (amount > 0),
    phase        TEXT    NOT NULL CONSTRAINT transfer_phase CHECK (phase IN ('single', 'hold', 'post', 'void', 'expire')),
    settles      INTEGER CONSTRAINT transfer_settles REFERENCES transfer,
    reverses     INTEGER CONSTRAINT transfer_reverses REFERENCES transfer,
    contribution INTEGER NOT NULL,
    rule         TEXT    NOT NULL,
    version      TEXT    NOT NULL,
    key          TEXT    NOT NULL CONSTRAINT transfer_key UNIQUE,
    fingerprint  BLOB    NOT NULL,
    actor        INTEGER CONSTRAINT transfer_actor REFERENCES member,
    reason       TEXT,
    chat_group   INTEGER CONSTRAINT transfer_group REFERENCES chat_group,
    message      INTEGER,
    day          TEXT    NOT NULL,
    hash         BLOB    NOT NULL,
    CONSTRAINT transfer_two_sides CHECK (debit <> credit),
    CONSTRAINT transfer_settling CHECK ((phase IN ('post', 'void', 'expire')) = (settles IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX transfer_settled_once ON transfer (settles) WHERE settles IS NOT NULL;
CREATE UNIQUE INDEX transfer_reversed_once ON transfer (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX transfer_of_debit ON transfer (debit, id);
CREATE INDEX transfer_of_credit ON transfer (credit, id);

CREATE TRIGGER transfer_never_changes BEFORE UPDATE ON transfer
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: correct by a linked reversal');
END;
CREATE TRIGGER transfer_never_goes BEFORE DELETE ON transfer
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: correct by a linked reversal');
END;

CREATE TABLE seal (
    day       TEXT    PRIMARY KEY,
    transfers INTEGER NOT NULL,
    moved     INTEGER NOT NULL,
    hash      BLOB    NOT NULL,
    sealed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Running totals, kept in the same transaction as the entry. `scope` is a group, 0 for the whole brand.
CREATE TABLE tally (
    scope    INTEGER NOT NULL,
    period   TEXT    NOT NULL,
    member   INTEGER NOT NULL CONSTRAINT tally_member REFERENCES member,
    points   INTEGER NOT NULL DEFAULT 0,
    checkin  INTEGER NOT NULL DEFAULT 0,
    assist   INTEGER NOT NULL DEFAULT 0,
    creator  INTEGER NOT NULL DEFAULT 0,
    newcomer INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (scope, period, member)
) STRICT, WITHOUT ROWID;
CREATE INDEX tally_points ON tally (scope, period, points DESC, member) WHERE points > 0;
CREATE INDEX tally_checkin ON tally (scope, period, checkin DESC, member) WHERE checkin > 0;
CREATE INDEX tally_assist ON tally (scope, period, assist DESC, member) WHERE assist > 0;
CREATE INDEX tally_creator ON tally (scope, period, creator DESC, member) WHERE creator > 0;
CREATE INDEX tally_newcomer ON tally (scope, period, newcomer DESC, member) WHERE newcomer > 0;

-- The flow -----------------------------------------------------------------------------------------------------------

CREATE TABLE inbox (
    id          INTEGER PRIMARY KEY,
    update_id   INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    sender      INTEGER NOT NULL DEFAULT 0,
    body        TEXT,
    state       TEXT    NOT NULL DEFAULT 'waiting'
                CONSTRAINT inbox_state CHECK (state IN ('waiting', 'done', 'quarantined')),
    tries       INTEGER NOT NULL DEFAULT 0,
    incident    TEXT,
    CONSTRAINT inbox_update_once UNIQUE (update_id)
) STRICT;
CREATE INDEX inbox_waiting ON inbox (id) WHERE state = 'waiting';
CREATE INDEX inbox_turns ON inbox (sender, id) WHERE state = 'waiting';
CREATE INDEX inbox_received ON inbox (received_at);

-- Numbers are never used again: the delivery reads on from the last one it has seen.
CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at    INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    expires_at INTEGER,
    lane       INTEGER NOT NULL,
    method     TEXT    NOT NULL,
    body       TEXT,
    gather     TEXT,
    keep       TEXT,
    fade_s     INTEGER,
    fallback   TEXT,
    state      TEXT    NOT NULL DEFAULT 'queued'
               CONSTRAINT outbox_state CHECK (state IN ('queued', 'parked', 'sending', 'sent', 'uncertain', 'failed', 'dropped')),
    tries      INTEGER NOT NULL DEFAULT 0,
    sent_id    INTEGER,
    error      TEXT
) STRICT;
CREATE INDEX outbox_queued ON outbox (id) WHERE state = 'queued';
CREATE INDEX outbox_parked ON outbox (lane) WHERE state = 'parked';
CREATE INDEX outbox_unsettled ON outbox (state) WHERE state IN ('sending', 'uncertain');

-- Messages we sent and may want to edit: `name` is a business fact such as `review:12`.
CREATE TABLE posted (
    name    TEXT    PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    message INTEGER NOT NULL,
    at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A button is a request, not a promise: its data lives here, the chat carries a random token only.
CREATE TABLE button (
    token   TEXT    PRIMARY KEY,
    action  TEXT    NOT NULL,
    data    TEXT    NOT NULL,
    member  INTEGER CONSTRAINT button_member REFERENCES member,
    chat_id INTEGER,
    once    INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX button_expires ON button (expires);

-- What the bot has asked somebody in private and waits to be answered. One question at a time.
CREATE TABLE dialogue (
    member  INTEGER PRIMARY KEY CONSTRAINT dialogue_member REFERENCES member,
    prompt  TEXT    NOT NULL,
    data    TEXT    NOT NULL,
    expires INTEGER NOT NULL
) STRICT;

CREATE TABLE job_run (
    job        TEXT    NOT NULL,
    scope      INTEGER NOT NULL,
    period     TEXT    NOT NULL,
    due_at     INTEGER NOT NULL,
    ran_at     INTEGER NOT NULL,
    outcome    TEXT    NOT NULL CONSTRAINT job_run_outcome CHECK (outcome IN ('posted', 'nothing', 'skipped', 'failed')),
    PRIMARY KEY (job, scope, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE flood (
    member INTEGER PRIMARY KEY CONSTRAINT flood_member REFERENCES member,
    minute INTEGER NOT NULL,
    n      INTEGER NOT NULL
) STRICT;

-- Everything staff do, with actor, reason and time.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,
    actor   INTEGER NOT NULL CONSTRAINT audit_actor REFERENCES member,
    act     TEXT    NOT NULL,
    subject INTEGER CONSTRAINT audit_subject REFERENCES member,
    reason  TEXT,
    detail  TEXT    NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX audit_subject ON audit (subject, id);

-- Facts about the bot itself, such as the next update to ask for.
CREATE TABLE fact (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The covenant ---------------------------------------------------------------------------------------------------------

CREATE TABLE covenant_consent (
    member  INTEGER NOT NULL CONSTRAINT covenant_consent_member REFERENCES member,
    version INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (member, version)
) STRICT, WITHOUT ROWID;

-- Check-in -------------------------------------------------------------------------------------------------------------

CREATE TABLE check_in (
    member  INTEGER NOT NULL CONSTRAINT check_in_member REFERENCES member,
    day     TEXT    NOT NULL,
    streak  INTEGER NOT NULL CONSTRAINT check_in_streak CHECK (streak > 0),
    at      INTEGER NOT NULL,
    made_up INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (member, day)
) STRICT, WITHOUT ROWID;

-- How many have checked in on a day, so that the place of the next one is read, not counted.
CREATE TABLE check_in_day (
    day TEXT    PRIMARY KEY,
    n   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
