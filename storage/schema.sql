-- The schema that all migrations together make. Written by `make schema`; read it, do not edit it.

CREATE TABLE acceptance (
    question      INTEGER NOT NULL CONSTRAINT acceptance_question REFERENCES question,
    n             INTEGER NOT NULL,
    message       INTEGER NOT NULL,
    topic         INTEGER,
    answerer      INTEGER NOT NULL CONSTRAINT acceptance_answerer REFERENCES member,
    asker         INTEGER NOT NULL CONSTRAINT acceptance_asker REFERENCES member,
    accepted_by   INTEGER NOT NULL CONSTRAINT acceptance_by REFERENCES member,
    at            INTEGER NOT NULL,
    answer_entry  INTEGER CONSTRAINT acceptance_answer_entry REFERENCES transfer,
    asker_entry   INTEGER CONSTRAINT acceptance_asker_entry REFERENCES transfer,
    withheld      TEXT,
    taken_back_at INTEGER,
    taken_back_by INTEGER CONSTRAINT acceptance_taken_back_by REFERENCES member,
    PRIMARY KEY (question, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX acceptance_at ON acceptance (at) WHERE taken_back_at IS NULL;

CREATE INDEX acceptance_cap ON acceptance (asker, at) WHERE taken_back_at IS NULL;

CREATE INDEX acceptance_of_answerer ON acceptance (answerer, at);

CREATE UNIQUE INDEX acceptance_stands_once ON acceptance (question) WHERE taken_back_at IS NULL;

CREATE INDEX acceptance_withheld ON acceptance (answerer) WHERE withheld IS NOT NULL;

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

CREATE TABLE album_piece (
    chat_id   INTEGER NOT NULL,
    message   INTEGER NOT NULL,
    album     TEXT    NOT NULL,
    whole     INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    edited_at INTEGER,
    words     TEXT,
    kind      TEXT,
    file_id   TEXT,
    unique_id TEXT,
    PRIMARY KEY (chat_id, message)
) STRICT, WITHOUT ROWID;

CREATE INDEX album_piece_album ON album_piece (album);

CREATE INDEX album_piece_at ON album_piece (at);

CREATE TABLE announcement (
    kind         TEXT    NOT NULL,
    chat_group   INTEGER NOT NULL CONSTRAINT announcement_group REFERENCES chat_group,
    period       TEXT    NOT NULL,
    announced_at INTEGER NOT NULL,
    by           INTEGER CONSTRAINT announcement_by REFERENCES member,
    posted       INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (kind, chat_group, period)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE appeal (
    id         INTEGER PRIMARY KEY,
    sanction   INTEGER NOT NULL CONSTRAINT appeal_once UNIQUE CONSTRAINT appeal_against REFERENCES sanction,
    member     INTEGER NOT NULL CONSTRAINT appeal_member REFERENCES member,
    words      TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    state      TEXT    NOT NULL CONSTRAINT appeal_state CHECK (state IN ('open', 'upheld', 'shortened', 'lifted')),
    decided_by INTEGER CONSTRAINT appeal_decided_by REFERENCES member,
    decided_at INTEGER,
    reminded_at INTEGER,
    answer     TEXT,
    CONSTRAINT appeal_by_another CHECK (decided_by IS NULL OR decided_by <> member),
    CONSTRAINT appeal_decided CHECK ((state = 'open') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL))
) STRICT;

CREATE TABLE audience (
    meant      TEXT    NOT NULL CONSTRAINT audience_meant CHECK (meant IN ('broadcast', 'draft', 'quiz', 'series')),
    number     INTEGER NOT NULL,
    chat_group INTEGER NOT NULL CONSTRAINT audience_group REFERENCES chat_group,
    PRIMARY KEY (meant, number, chat_group)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE award_candidate (
    round       INTEGER NOT NULL CONSTRAINT award_candidate_round REFERENCES award_round,
    member      INTEGER NOT NULL CONSTRAINT award_candidate_member REFERENCES member,
    shortlisted INTEGER NOT NULL,
    declined    INTEGER NOT NULL,
    choice      INTEGER,
    PRIMARY KEY (round, member),
    CONSTRAINT award_candidate_declined CHECK (declined = 0 OR shortlisted = 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE award_round (
    id             INTEGER PRIMARY KEY,
    award          TEXT    NOT NULL,
    year           INTEGER NOT NULL,
    state          TEXT    NOT NULL CONSTRAINT award_round_state
                   CHECK (state IN ('nominating', 'choosing', 'voting', 'deciding', 'given', 'called_off')),
    opened_by      INTEGER NOT NULL CONSTRAINT award_round_opened_by REFERENCES member,
    opened_at      INTEGER NOT NULL,
    nominate_until INTEGER NOT NULL,
    ballot         INTEGER CONSTRAINT award_round_ballot REFERENCES ballot
) STRICT;

CREATE UNIQUE INDEX award_round_running ON award_round (award)
    WHERE state IN ('nominating', 'choosing', 'voting', 'deciding');

CREATE TABLE badge (
    member     INTEGER NOT NULL CONSTRAINT badge_member REFERENCES member,
    badge      TEXT    NOT NULL,
    state      TEXT    NOT NULL CONSTRAINT badge_state CHECK (state IN ('held', 'doubted', 'kept', 'revoked', 'lapsed')),
    needs      TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    quiet      INTEGER NOT NULL CONSTRAINT badge_quiet CHECK (quiet IN (0, 1)),
    told_at    INTEGER,
    given_by   INTEGER CONSTRAINT badge_given_by REFERENCES member,
    reason     TEXT,
    asked_at   INTEGER,
    settled_by INTEGER CONSTRAINT badge_settled_by REFERENCES member,
    settled_at INTEGER,
    PRIMARY KEY (member, badge),
    CONSTRAINT badge_given CHECK ((given_by IS NULL) = (reason IS NULL)),
    CONSTRAINT badge_settled CHECK ((settled_by IS NULL) = (settled_at IS NULL)),
    CONSTRAINT badge_taken CHECK (state IN ('held', 'doubted') OR settled_by IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX badge_asked ON badge (asked_at) WHERE asked_at IS NOT NULL;

CREATE INDEX badge_doubted ON badge (member) WHERE state = 'doubted';

CREATE INDEX badge_untold ON badge (member) WHERE told_at IS NULL;

CREATE TABLE ballot (
    id        INTEGER PRIMARY KEY,
    choices   INTEGER NOT NULL CONSTRAINT ballot_choices CHECK (choices BETWEEN 2 AND 10),
    level     TEXT    NOT NULL,
    quorum    INTEGER NOT NULL CONSTRAINT ballot_quorum CHECK (quorum > 0),
    opened_at INTEGER NOT NULL,
    closes_at INTEGER NOT NULL,
    closed_at INTEGER,
    eligible  INTEGER,
    CONSTRAINT ballot_closed CHECK ((closed_at IS NULL) = (eligible IS NULL))
) STRICT;

CREATE TABLE ballot_count (
    ballot INTEGER NOT NULL CONSTRAINT ballot_count_ballot REFERENCES ballot,
    choice INTEGER NOT NULL,
    votes  INTEGER NOT NULL CONSTRAINT ballot_count_votes CHECK (votes >= 0),
    PRIMARY KEY (ballot, choice)
) STRICT, WITHOUT ROWID;

CREATE TABLE best_assist (
    chat_group INTEGER NOT NULL CONSTRAINT best_assist_group REFERENCES chat_group,
    week       TEXT    NOT NULL,
    member     INTEGER NOT NULL CONSTRAINT best_assist_member REFERENCES member,
    people     INTEGER NOT NULL,
    awarded_at INTEGER NOT NULL,
    taken_back_at INTEGER,
    PRIMARY KEY (chat_group, week)
) STRICT, WITHOUT ROWID;

CREATE INDEX best_assist_member ON best_assist (member);

CREATE TABLE board_frozen (
    scope     INTEGER NOT NULL,
    period    TEXT    NOT NULL,
    metric    TEXT    NOT NULL,
    frozen_at INTEGER NOT NULL,
    PRIMARY KEY (scope, period, metric)
) STRICT, WITHOUT ROWID;

CREATE TABLE board_frozen_place (
    scope  INTEGER NOT NULL,
    period TEXT    NOT NULL,
    metric TEXT    NOT NULL,
    place  INTEGER NOT NULL,
    rank   INTEGER NOT NULL,
    member INTEGER NOT NULL CONSTRAINT board_frozen_place_member REFERENCES member,
    score  INTEGER NOT NULL,
    PRIMARY KEY (scope, period, metric, place),
    CONSTRAINT board_frozen_place_of FOREIGN KEY (scope, period, metric) REFERENCES board_frozen
) STRICT, WITHOUT ROWID;

CREATE TABLE broadcast (
    id      INTEGER PRIMARY KEY,
    author  INTEGER NOT NULL CONSTRAINT broadcast_author REFERENCES member,
    text    TEXT    NOT NULL,
    spans   TEXT    NOT NULL,
    files   TEXT    NOT NULL,
    album   TEXT,
    covered INTEGER NOT NULL DEFAULT 0 CONSTRAINT broadcast_covered CHECK (covered IN (0, 1)),
    above   INTEGER NOT NULL DEFAULT 0 CONSTRAINT broadcast_above CHECK (above IN (0, 1)),
    source  INTEGER,
    state   TEXT    NOT NULL
            CONSTRAINT broadcast_state CHECK (state IN ('draft', 'planned', 'sent', 'cancelled', 'missed', 'uncertain')),
    made_at INTEGER NOT NULL,
    due_at  INTEGER,
    sent_at INTEGER,
    CONSTRAINT broadcast_says CHECK (text <> '' OR files <> '[]'),
    CONSTRAINT broadcast_planned CHECK (state <> 'planned' OR due_at IS NOT NULL)
) STRICT;

CREATE INDEX broadcast_album ON broadcast (author, album) WHERE state = 'draft';

CREATE INDEX broadcast_due ON broadcast (due_at) WHERE state = 'planned';

CREATE INDEX broadcast_source ON broadcast (author, source);

CREATE TABLE bulletin (
    id           INTEGER PRIMARY KEY,
    title        TEXT    NOT NULL CONSTRAINT bulletin_title CHECK (title <> ''),
    text         TEXT    NOT NULL CONSTRAINT bulletin_text CHECK (text <> ''),
    link         TEXT    NOT NULL,
    until_at     INTEGER NOT NULL,
    version      TEXT    NOT NULL,
    theme        TEXT    NOT NULL,
    revision     INTEGER NOT NULL DEFAULT 1 CONSTRAINT bulletin_revision CHECK (revision >= 1),
    by           INTEGER NOT NULL CONSTRAINT bulletin_by REFERENCES member,
    at           INTEGER NOT NULL,
    open_at      INTEGER NOT NULL CONSTRAINT bulletin_open CHECK (open_at >= at),
    withdrawn_at INTEGER
) STRICT;

CREATE TABLE bulletin_helper (
    bulletin INTEGER NOT NULL CONSTRAINT bulletin_helper_of REFERENCES bulletin,
    member   INTEGER NOT NULL CONSTRAINT bulletin_helper_member REFERENCES member,
    PRIMARY KEY (bulletin, member)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE bystander (
    member INTEGER NOT NULL CONSTRAINT bystander_member REFERENCES member,
    scope  INTEGER NOT NULL,
    PRIMARY KEY (member, scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE card (
    member INTEGER PRIMARY KEY CONSTRAINT card_member REFERENCES member,
    intro  TEXT    NOT NULL CONSTRAINT card_intro CHECK (length(intro) <= 80),
    hides  TEXT    NOT NULL
) STRICT;

CREATE TABLE challenge (
    id       INTEGER PRIMARY KEY,
    title    TEXT    NOT NULL,
    kind     TEXT    NOT NULL CONSTRAINT challenge_kind CHECK (kind IN ('standard', 'framework', 'open')),
    track    TEXT    NOT NULL CONSTRAINT challenge_track CHECK (track IN ('photo', 'video', 'writing', 'tech', 'helping')),
    points   INTEGER NOT NULL CONSTRAINT challenge_points CHECK (points >= 0),
    deadline INTEGER NOT NULL,
    places   INTEGER CONSTRAINT challenge_has_places CHECK (places > 0),
    each     INTEGER NOT NULL CONSTRAINT challenge_each CHECK (each > 0),
    work     TEXT    NOT NULL DEFAULT 'anything'
             CONSTRAINT challenge_work CHECK (work IN ('anything', 'photo', 'video', 'file', 'words', 'link', 'screenshot', 'post')),
    trust    TEXT    NOT NULL CONSTRAINT challenge_trust CHECK (trust IN ('base', 'framework', 'open')),
    about    TEXT    NOT NULL,
    steps    TEXT    NOT NULL,
    dos      TEXT    NOT NULL,
    donts    TEXT    NOT NULL,
    examples TEXT    NOT NULL,
    tag      TEXT    NOT NULL DEFAULT '',
    wording  TEXT    NOT NULL DEFAULT '',
    checked  TEXT    CONSTRAINT challenge_checked CHECK (checked IN ('tag', 'wording', 'both')),
    made_by  INTEGER NOT NULL CONSTRAINT challenge_made_by REFERENCES member,
    made_at  INTEGER NOT NULL,
    joined   INTEGER NOT NULL DEFAULT 0 CONSTRAINT challenge_joined CHECK (joined >= 0),
    closed_at INTEGER,
    project  INTEGER CONSTRAINT challenge_project REFERENCES project,
    piece    TEXT    CONSTRAINT challenge_piece CHECK (piece IN ('part', 'whole')),
    CONSTRAINT challenge_places CHECK (places IS NULL OR joined <= places),
    CONSTRAINT challenge_of_project CHECK ((project IS NULL) = (piece IS NULL))
) STRICT;

CREATE UNIQUE INDEX challenge_of_team ON challenge (project, piece) WHERE project IS NOT NULL;

CREATE INDEX challenge_open ON challenge (deadline) WHERE closed_at IS NULL;

CREATE TABLE challenge_file (
    challenge  INTEGER NOT NULL CONSTRAINT challenge_file_challenge REFERENCES challenge,
    unique_id  TEXT    NOT NULL,
    submission INTEGER NOT NULL CONSTRAINT challenge_file_submission REFERENCES submission,
    PRIMARY KEY (challenge, unique_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX challenge_file_unique ON challenge_file (unique_id);

CREATE TABLE challenge_member (
    challenge INTEGER NOT NULL CONSTRAINT challenge_member_challenge REFERENCES challenge,
    member    INTEGER NOT NULL CONSTRAINT challenge_member_member REFERENCES member,
    joined_at INTEGER NOT NULL,
    reminded  INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (challenge, member)
) STRICT, WITHOUT ROWID;

CREATE TABLE chat_group (
    id           INTEGER PRIMARY KEY,
    chat_id      INTEGER NOT NULL CONSTRAINT chat_group_chat_id UNIQUE,
    title        TEXT    NOT NULL,
    username     TEXT,
    invite       TEXT,
    part         TEXT    NOT NULL CONSTRAINT chat_group_part CHECK (part IN ('community', 'core', 'staff', 'channel')),
    timezone     TEXT    NOT NULL,
    locale       TEXT    NOT NULL,
    activated_at INTEGER NOT NULL,
    active       INTEGER NOT NULL DEFAULT 1,
    era INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE check_in (
    member  INTEGER NOT NULL CONSTRAINT check_in_member REFERENCES member,
    day     TEXT    NOT NULL,
    streak  INTEGER NOT NULL CONSTRAINT check_in_streak CHECK (streak > 0 OR how = 'passed'),
    at      INTEGER NOT NULL,
    how     TEXT    NOT NULL CONSTRAINT check_in_how CHECK (how IN ('made', 'mended', 'passed')),
    zone    TEXT    NOT NULL,
    starts_at INTEGER NOT NULL CONSTRAINT check_in_starts_at CHECK (starts_at BETWEEN 0 AND 1439),
    chat_group INTEGER CONSTRAINT check_in_group REFERENCES chat_group,
    PRIMARY KEY (member, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE check_in_day (
    day        TEXT    NOT NULL,
    chat_group INTEGER NOT NULL,
    n          INTEGER NOT NULL,
    PRIMARY KEY (day, chat_group)
) STRICT, WITHOUT ROWID;

CREATE TABLE checklist (
    id       INTEGER PRIMARY KEY,
    member   INTEGER NOT NULL CONSTRAINT checklist_member REFERENCES member,
    domain   TEXT    NOT NULL CONSTRAINT checklist_domain CHECK (domain IN ('public', 'private')),
    owner    INTEGER NOT NULL CONSTRAINT checklist_owner REFERENCES member,
    begun_at INTEGER NOT NULL,
    state    TEXT    NOT NULL CONSTRAINT checklist_state CHECK (state IN ('running', 'done', 'ended'))
) STRICT;

CREATE INDEX checklist_of ON checklist (member);

CREATE UNIQUE INDEX checklist_running ON checklist (member) WHERE state = 'running';

CREATE TABLE checklist_note (
    id         INTEGER PRIMARY KEY,
    checklist  INTEGER NOT NULL CONSTRAINT checklist_note_checklist REFERENCES checklist,
    written_by INTEGER NOT NULL CONSTRAINT checklist_note_written_by REFERENCES member,
    at         INTEGER NOT NULL,
    words      TEXT    NOT NULL
) STRICT;

CREATE INDEX checklist_note_of ON checklist_note (checklist, id);

CREATE TABLE checklist_step (
    checklist INTEGER NOT NULL CONSTRAINT checklist_step_checklist REFERENCES checklist,
    place     INTEGER NOT NULL,
    key       TEXT    NOT NULL,
    title     TEXT    NOT NULL,
    due_on    TEXT    NOT NULL,
    done_at   INTEGER,
    done_by   INTEGER CONSTRAINT checklist_step_done_by REFERENCES member,
    PRIMARY KEY (checklist, key),
    CONSTRAINT checklist_step_done CHECK ((done_at IS NULL) = (done_by IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
    token_hash TEXT    PRIMARY KEY,
    made_at    INTEGER NOT NULL,
    used_by    INTEGER CONSTRAINT claim_used_by REFERENCES member,
    used_at    INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE cocreation (
    id       INTEGER PRIMARY KEY,
    title    TEXT    NOT NULL,
    problem  TEXT    NOT NULL,
    why      TEXT    NOT NULL,
    deadline INTEGER NOT NULL,
    prize    INTEGER NOT NULL CONSTRAINT cocreation_prize CHECK (prize >= 0),
    trust    TEXT    NOT NULL CONSTRAINT cocreation_trust CHECK (trust IN ('base', 'framework', 'open')),
    made_by  INTEGER NOT NULL CONSTRAINT cocreation_made_by REFERENCES member,
    made_at  INTEGER NOT NULL,
    asked_at INTEGER
) STRICT;

CREATE INDEX cocreation_due ON cocreation (deadline) WHERE asked_at IS NULL;

CREATE TABLE cocreation_answer (
    id         INTEGER PRIMARY KEY,
    cocreation INTEGER NOT NULL CONSTRAINT cocreation_answer_cocreation REFERENCES cocreation,
    member     INTEGER NOT NULL CONSTRAINT cocreation_answer_member REFERENCES member,
    at         INTEGER NOT NULL,
    text       TEXT    NOT NULL,
    won_at     INTEGER,
    reason     TEXT    NOT NULL DEFAULT '',
    points     INTEGER NOT NULL DEFAULT 0,
    entry      INTEGER CONSTRAINT cocreation_answer_entry REFERENCES transfer,
    taken_back_at INTEGER,
    case_at    INTEGER,
    unexpected TEXT    NOT NULL DEFAULT '',
    CONSTRAINT cocreation_answer_once UNIQUE (cocreation, member),
    CONSTRAINT cocreation_answer_won CHECK (won_at IS NOT NULL OR entry IS NULL),
    CONSTRAINT cocreation_answer_case CHECK ((case_at IS NULL) = (unexpected = ''))
) STRICT;

CREATE INDEX cocreation_answer_of_member ON cocreation_answer (member);

CREATE INDEX cocreation_answer_paid_by ON cocreation_answer (entry) WHERE entry IS NOT NULL;

CREATE UNIQUE INDEX cocreation_case ON cocreation_answer (cocreation) WHERE case_at IS NOT NULL;

CREATE UNIQUE INDEX cocreation_prized ON cocreation_answer (cocreation) WHERE won_at IS NOT NULL AND taken_back_at IS NULL;

CREATE TABLE cocreation_file (
    answer    INTEGER NOT NULL CONSTRAINT cocreation_file_answer REFERENCES cocreation_answer,
    position  INTEGER NOT NULL,
    kind      TEXT    NOT NULL,
    file_id   TEXT    NOT NULL,
    unique_id TEXT    NOT NULL,
    PRIMARY KEY (answer, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX cocreation_file_unique ON cocreation_file (unique_id);

CREATE TRIGGER code_never_moves BEFORE UPDATE ON code WHEN OLD.shop_order IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'a code that was handed out stays with its order');
END;

CREATE TABLE code (
    id         INTEGER PRIMARY KEY,
    reward     INTEGER NOT NULL CONSTRAINT code_reward REFERENCES reward,
    code       TEXT    NOT NULL CONSTRAINT code_text CHECK (code <> ''),
    batch      INTEGER NOT NULL CONSTRAINT code_of_batch REFERENCES code_batch,
    shop_order INTEGER CONSTRAINT code_shop_order UNIQUE CONSTRAINT code_of_order REFERENCES shop_order,
    CONSTRAINT code_once UNIQUE (reward, code)
) STRICT;

CREATE INDEX code_by_text ON code (code);

CREATE INDEX code_free ON code (reward, id) WHERE shop_order IS NULL;

CREATE INDEX code_in_batch ON code (batch) WHERE shop_order IS NULL;

CREATE TABLE code_batch (
    id       INTEGER PRIMARY KEY,
    reward   INTEGER NOT NULL CONSTRAINT code_batch_reward REFERENCES reward,
    given_by INTEGER NOT NULL CONSTRAINT code_batch_given_by REFERENCES member,
    given_at INTEGER NOT NULL,
    state    TEXT    NOT NULL CONSTRAINT code_batch_state CHECK (state IN ('shown', 'taken_in', 'dropped'))
) STRICT;

CREATE INDEX code_batch_shown ON code_batch (given_at) WHERE state = 'shown';

CREATE TABLE contact (
    id        INTEGER PRIMARY KEY,
    member    INTEGER NOT NULL CONSTRAINT contact_member REFERENCES member,
    opened_at INTEGER NOT NULL,
    last_at   INTEGER NOT NULL,
    messages  INTEGER NOT NULL DEFAULT 0,
    closed_at INTEGER,
    album     TEXT
) STRICT;

CREATE INDEX contact_last_at ON contact (last_at);

CREATE UNIQUE INDEX contact_open ON contact (member) WHERE closed_at IS NULL;

CREATE TABLE core_case (
    id         INTEGER PRIMARY KEY,
    member     INTEGER NOT NULL CONSTRAINT core_case_member REFERENCES member,
    chat_group INTEGER NOT NULL CONSTRAINT core_case_group REFERENCES chat_group,
    story      TEXT    NOT NULL CONSTRAINT core_case_story CHECK (story IN ('lost', 'returning', 'intruder', 'by_hand')),
    state      TEXT    NOT NULL CONSTRAINT core_case_state CHECK (state IN ('open', 'kept', 'let_go', 'lapsed', 'moot')),
    opened_at  INTEGER NOT NULL,
    settled_by INTEGER CONSTRAINT core_case_settled_by REFERENCES member,
    settled_at INTEGER,
    CONSTRAINT core_case_settled CHECK ((state = 'open') = (settled_at IS NULL)),
    CONSTRAINT core_case_decided CHECK ((state IN ('kept', 'let_go')) = (settled_by IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX core_case_open ON core_case (member, chat_group, story) WHERE state = 'open';

CREATE TABLE core_invitation (
    id         INTEGER PRIMARY KEY,
    member     INTEGER NOT NULL CONSTRAINT core_invitation_member REFERENCES member,
    chat_group INTEGER NOT NULL CONSTRAINT core_invitation_group REFERENCES chat_group,
    made_at    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    state      TEXT    NOT NULL
               CONSTRAINT core_invitation_state CHECK (state IN ('asked', 'open', 'used', 'withdrawn', 'expired', 'refused')),
    link       TEXT,
    used_by    INTEGER CONSTRAINT core_invitation_used_by REFERENCES member,
    ended_at   INTEGER,
    CONSTRAINT core_invitation_open CHECK (state <> 'open' OR link IS NOT NULL),
    CONSTRAINT core_invitation_used CHECK ((state = 'used') = (used_by IS NOT NULL)),
    CONSTRAINT core_invitation_ended CHECK ((state IN ('asked', 'open')) = (ended_at IS NULL))
) STRICT;

CREATE INDEX core_invitation_expires ON core_invitation (expires_at);

CREATE UNIQUE INDEX core_invitation_link ON core_invitation (link) WHERE link IS NOT NULL;

CREATE INDEX core_invitation_waiting ON core_invitation (member) WHERE state IN ('asked', 'open');

CREATE TABLE core_standing (
    member     INTEGER PRIMARY KEY CONSTRAINT core_standing_member REFERENCES member,
    offered_at INTEGER,
    entered_at INTEGER,
    welcome_in INTEGER CONSTRAINT core_standing_welcome_in REFERENCES chat_group,
    rightful   INTEGER NOT NULL DEFAULT 0 CONSTRAINT core_standing_rightful CHECK (rightful IN (0, 1)),
    guest_by   INTEGER CONSTRAINT core_standing_guest_by REFERENCES member,
    guest_at   INTEGER,
    CONSTRAINT core_standing_welcome CHECK (welcome_in IS NULL OR entered_at IS NOT NULL),
    CONSTRAINT core_standing_guest CHECK (guest_by IS NULL OR guest_at IS NOT NULL)
) STRICT;

CREATE INDEX core_standing_welcome ON core_standing (entered_at) WHERE welcome_in IS NOT NULL;

CREATE TABLE council_invitation (
    id         INTEGER PRIMARY KEY,
    member     INTEGER NOT NULL CONSTRAINT council_invitation_member REFERENCES member,
    invited_by INTEGER NOT NULL CONSTRAINT council_invitation_by REFERENCES member,
    at         INTEGER NOT NULL,
    until      INTEGER NOT NULL,
    state      TEXT    NOT NULL CONSTRAINT council_invitation_state
               CHECK (state IN ('open', 'accepted', 'declined', 'withdrawn', 'lapsed')),
    settled_at INTEGER,
    CONSTRAINT council_invitation_settled CHECK ((state = 'open') = (settled_at IS NULL)),
    CONSTRAINT council_invitation_not_for_oneself CHECK (invited_by <> member)
) STRICT;

CREATE INDEX council_invitation_of_member ON council_invitation (member, id);

CREATE UNIQUE INDEX council_invitation_open ON council_invitation (member) WHERE state = 'open';

CREATE TABLE council_proposal (
    id          INTEGER PRIMARY KEY,
    author      INTEGER NOT NULL CONSTRAINT council_proposal_author REFERENCES member,
    chat_group  INTEGER NOT NULL CONSTRAINT council_proposal_group REFERENCES chat_group,
    title       TEXT    NOT NULL CONSTRAINT council_proposal_title CHECK (title <> ''),
    about       TEXT    NOT NULL,
    state       TEXT    NOT NULL CONSTRAINT council_proposal_state
                CHECK (state IN ('talking', 'voting', 'carried', 'fallen', 'open_ended', 'withdrawn')),
    at          INTEGER NOT NULL,
    talk_until  INTEGER NOT NULL,
    decided_at  INTEGER,
    ticket      INTEGER CONSTRAINT council_proposal_ticket REFERENCES feedback,
    promised_at INTEGER,
    told        TEXT,
    against     INTEGER CONSTRAINT council_proposal_against REFERENCES feedback,
    veto        TEXT    CONSTRAINT council_proposal_veto CHECK (veto IN ('accepted', 'overruled')),
    reason      TEXT    NOT NULL DEFAULT '',
    CONSTRAINT council_proposal_answered CHECK (veto IS NULL OR (against IS NOT NULL AND state = 'carried' AND reason <> '')),
    CONSTRAINT council_proposal_either CHECK (ticket IS NULL OR against IS NULL),
    CONSTRAINT council_proposal_decided CHECK ((state IN ('talking', 'voting')) = (decided_at IS NULL)),
    CONSTRAINT council_proposal_promised CHECK ((state = 'carried') = (promised_at IS NOT NULL)),
    CONSTRAINT council_proposal_brought CHECK (ticket IS NULL OR state = 'carried')
) STRICT;

CREATE INDEX council_proposal_decisions ON council_proposal (decided_at) WHERE decided_at IS NOT NULL;

CREATE INDEX council_proposal_of_member ON council_proposal (author, id);

CREATE INDEX council_proposal_open ON council_proposal (state, talk_until) WHERE state IN ('talking', 'voting');

CREATE UNIQUE INDEX council_proposal_vetoes ON council_proposal (against)
    WHERE against IS NOT NULL AND state IN ('talking', 'voting');

CREATE TABLE council_seat (
    member       INTEGER PRIMARY KEY CONSTRAINT council_seat_member REFERENCES member,
    until        INTEGER,
    renews_until INTEGER
) STRICT;

CREATE TABLE council_vote (
    id         INTEGER PRIMARY KEY,
    proposal   INTEGER NOT NULL CONSTRAINT council_vote_proposal REFERENCES council_proposal,
    opened_at  INTEGER NOT NULL,
    closes_at  INTEGER NOT NULL,
    stopped_at INTEGER,
    quorum     INTEGER NOT NULL,
    needed     INTEGER NOT NULL,
    state      TEXT    NOT NULL CONSTRAINT council_vote_state CHECK (state IN ('open', 'closing', 'closed')),
    outcome    TEXT    CONSTRAINT council_vote_outcome
               CHECK (outcome IN ('carried', 'fallen', 'tied', 'too_few', 'stopped')),
    electors   INTEGER NOT NULL DEFAULT 0,
    counts     TEXT    NOT NULL DEFAULT '',
    CONSTRAINT council_vote_frozen CHECK ((state = 'closed') = (outcome IS NOT NULL))
) STRICT;

CREATE INDEX council_vote_due ON council_vote (closes_at) WHERE state <> 'closed';

CREATE INDEX council_vote_of ON council_vote (proposal, id);

CREATE TABLE covenant_consent (
    member  INTEGER NOT NULL CONSTRAINT covenant_consent_member REFERENCES member,
    version INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (member, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE data_copy (
    member INTEGER PRIMARY KEY CONSTRAINT data_copy_member REFERENCES member,
    at     INTEGER NOT NULL
) STRICT;

CREATE TABLE delivery_address (
    shop_order INTEGER PRIMARY KEY CONSTRAINT delivery_address_order REFERENCES shop_order,
    text       TEXT    NOT NULL,
    confirmed  INTEGER NOT NULL CONSTRAINT delivery_address_confirmed CHECK (confirmed IN (0, 1)),
    changed    INTEGER NOT NULL CONSTRAINT delivery_address_changed CHECK (changed IN (0, 1)),
    at         INTEGER NOT NULL
) STRICT;

CREATE TABLE dialogue (
    id        INTEGER PRIMARY KEY,
    member    INTEGER NOT NULL CONSTRAINT dialogue_member REFERENCES member,
    prompt    TEXT    NOT NULL,
    about     TEXT    NOT NULL DEFAULT '',
    data      TEXT    NOT NULL,
    expires   INTEGER NOT NULL,
    asked_at  INTEGER NOT NULL,
    turned_at INTEGER NOT NULL,
    reminded  TEXT    NOT NULL DEFAULT '',
    previewed INTEGER NOT NULL DEFAULT 0 CONSTRAINT dialogue_previewed CHECK (previewed IN (0, 1)),
    CONSTRAINT dialogue_once UNIQUE (member, prompt, about)
) STRICT;

CREATE INDEX dialogue_expires ON dialogue (expires);

CREATE TABLE digest (
    member INTEGER NOT NULL CONSTRAINT digest_member REFERENCES member,
    day    TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (member, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    id      INTEGER PRIMARY KEY,
    member  INTEGER NOT NULL CONSTRAINT draft_member REFERENCES member,
    kind    TEXT    NOT NULL CONSTRAINT draft_kind
            CHECK (kind IN ('challenge', 'reward', 'event', 'bulletin', 'project', 'cocreation', 'proposal', 'resource',
            'preference')),
    text    TEXT    NOT NULL DEFAULT '',
    made_at INTEGER NOT NULL,
    used_at INTEGER,
    became  INTEGER,
    CONSTRAINT draft_used CHECK ((used_at IS NULL) = (became IS NULL))
) STRICT;

CREATE INDEX draft_made_at ON draft (made_at);

CREATE INDEX draft_open ON draft (member, kind, text) WHERE used_at IS NULL;

CREATE TABLE event (
    id            INTEGER PRIMARY KEY,
    title         TEXT    NOT NULL,
    kind          TEXT    NOT NULL
                  CONSTRAINT event_kind CHECK (kind IN ('workshop', 'talk', 'meetup', 'launch', 'roundtable', 'dialogue')),
    mode          TEXT    NOT NULL CONSTRAINT event_mode CHECK (mode IN ('online', 'offline')),
    starts_at     INTEGER NOT NULL,
    minutes       INTEGER NOT NULL CONSTRAINT event_minutes CHECK (minutes > 0),
    seats         INTEGER NOT NULL CONSTRAINT event_seats CHECK (seats > 0),
    reserved      INTEGER NOT NULL,
    reserved_for  TEXT    NOT NULL CONSTRAINT event_reserved_for CHECK (reserved_for IN ('first', 'framework', 'open')),
    opens_at      INTEGER,
    closes_at     INTEGER,
    price         INTEGER NOT NULL CONSTRAINT event_price CHECK (price >= 0),
    place         TEXT    NOT NULL,
    speaker       TEXT    NOT NULL,
    spoken_by     INTEGER CONSTRAINT event_spoken_by REFERENCES member,
    speaker_away  INTEGER NOT NULL DEFAULT 0 CONSTRAINT event_speaker_away CHECK (speaker_away IN (0, 1)),
    about         TEXT    NOT NULL,
    made_by       INTEGER NOT NULL CONSTRAINT event_made_by REFERENCES member,
    made_at       INTEGER NOT NULL,
    taken         INTEGER NOT NULL DEFAULT 0,
    taken_first   INTEGER NOT NULL DEFAULT 0,
    revision      INTEGER NOT NULL DEFAULT 0,
    said_room     TEXT    NOT NULL DEFAULT 'free'
                  CONSTRAINT event_said_room CHECK (said_room IN ('free', 'reserved', 'full')),
    begun_at      INTEGER,
    code          TEXT,
    code_until    INTEGER,
    asked_at      INTEGER,
    settled_at    INTEGER,
    called_off_at INTEGER,
    reason        TEXT,
    CONSTRAINT event_reserved CHECK (reserved BETWEEN 0 AND seats),
    CONSTRAINT event_taken CHECK (taken BETWEEN 0 AND seats AND taken_first BETWEEN 0 AND taken),
    CONSTRAINT event_code CHECK ((code IS NULL) = (code_until IS NULL)),
    CONSTRAINT event_calling_off CHECK ((called_off_at IS NULL) = (reason IS NULL))
) STRICT;

CREATE INDEX event_ahead ON event (starts_at) WHERE called_off_at IS NULL;

CREATE INDEX event_spoken ON event (spoken_by) WHERE spoken_by IS NOT NULL;

CREATE TABLE event_material (
    event   INTEGER NOT NULL CONSTRAINT event_material_event REFERENCES event,
    nth     INTEGER NOT NULL,
    words   TEXT    NOT NULL,
    kind    TEXT,
    file_id TEXT,
    album   TEXT,
    by      INTEGER NOT NULL CONSTRAINT event_material_by REFERENCES member,
    at      INTEGER NOT NULL,
    PRIMARY KEY (event, nth),
    CONSTRAINT event_material_file CHECK ((kind IS NULL) = (file_id IS NULL)),
    CONSTRAINT event_material_something CHECK (words <> '' OR file_id IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_seat (
    id       INTEGER PRIMARY KEY,
    event    INTEGER NOT NULL CONSTRAINT event_seat_event REFERENCES event,
    member   INTEGER NOT NULL CONSTRAINT event_seat_member REFERENCES member,
    state    TEXT    NOT NULL CONSTRAINT event_seat_state CHECK (state IN
             ('seated', 'waiting', 'offered', 'left', 'removed', 'lapsed', 'unplaced', 'called_off',
             'gone')),
    first    INTEGER NOT NULL CONSTRAINT event_seat_first CHECK (first IN (0, 1)),
    later    INTEGER NOT NULL CONSTRAINT event_seat_later CHECK (later IN (0, 1)),
    made_at  INTEGER NOT NULL,
    price    INTEGER NOT NULL,
    until    INTEGER,
    hold     INTEGER CONSTRAINT event_seat_hold REFERENCES transfer CONSTRAINT event_seat_held_once UNIQUE,
    ended_at INTEGER,
    reminded INTEGER NOT NULL DEFAULT 0 CONSTRAINT event_seat_reminded CHECK (reminded IN (0, 1)),
    hour     TEXT    NOT NULL DEFAULT 'no' CONSTRAINT event_seat_hour CHECK (hour IN ('no', 'wanted', 'told')),
    tries    INTEGER NOT NULL DEFAULT 0,
    came_at  INTEGER,
    points   INTEGER NOT NULL DEFAULT 0,
    entry    INTEGER CONSTRAINT event_seat_entry REFERENCES transfer,
    taken_back_at INTEGER,
    missed_at INTEGER,
    feedback TEXT    CONSTRAINT event_seat_feedback CHECK (feedback IN ('much', 'fine', 'better')),
    excused  INTEGER NOT NULL DEFAULT 0 CONSTRAINT event_seat_excused CHECK (excused IN (0, 1)),
    CONSTRAINT event_seat_entered CHECK (entry IS NULL OR came_at IS NOT NULL),
    CONSTRAINT event_seat_kept CHECK ((state = 'offered') = (until IS NOT NULL)),
    CONSTRAINT event_seat_paid CHECK (state <> 'seated' OR price = 0 OR hold IS NOT NULL),
    CONSTRAINT event_seat_ended CHECK ((state IN ('seated', 'waiting', 'offered')) = (ended_at IS NULL))
) STRICT;

CREATE INDEX event_seat_line ON event_seat (event, later, id) WHERE state = 'waiting';

CREATE UNIQUE INDEX event_seat_live ON event_seat (event, member) WHERE state IN ('seated', 'waiting', 'offered');

CREATE INDEX event_seat_of_member ON event_seat (member, event);

CREATE INDEX event_seat_paid_by ON event_seat (entry) WHERE entry IS NOT NULL;

CREATE INDEX event_seat_until ON event_seat (until) WHERE state = 'offered';

CREATE TABLE fact (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE feature (
    id         INTEGER PRIMARY KEY,
    member     INTEGER NOT NULL CONSTRAINT feature_member REFERENCES member,
    chat_group INTEGER NOT NULL CONSTRAINT feature_group REFERENCES chat_group,
    message    INTEGER NOT NULL,
    share      INTEGER CONSTRAINT feature_share REFERENCES share,
    text       TEXT    NOT NULL,
    reason     TEXT    NOT NULL CONSTRAINT feature_reason CHECK (reason <> ''),
    by         INTEGER NOT NULL CONSTRAINT feature_by REFERENCES member,
    at         INTEGER NOT NULL,
    points     INTEGER NOT NULL DEFAULT 0 CONSTRAINT feature_points CHECK (points >= 0),
    entry      INTEGER CONSTRAINT feature_entry REFERENCES transfer,
    taken_back_at INTEGER,
    CONSTRAINT feature_once UNIQUE (chat_group, message),
    CONSTRAINT feature_of_another CHECK (member <> by)
) STRICT;

CREATE INDEX feature_of_member ON feature (member);

CREATE INDEX feature_paid ON feature (entry) WHERE entry IS NOT NULL;

CREATE INDEX feature_stands ON feature (at) WHERE taken_back_at IS NULL;

CREATE TABLE feature_file (
    feature   INTEGER NOT NULL CONSTRAINT feature_file_of REFERENCES feature,
    n         INTEGER NOT NULL,
    kind      TEXT    NOT NULL,
    file_id   TEXT    NOT NULL,
    unique_id TEXT    NOT NULL,
    PRIMARY KEY (feature, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX feature_file_unique ON feature_file (unique_id);

CREATE TABLE feedback (
    id          INTEGER PRIMARY KEY,
    member      INTEGER CONSTRAINT feedback_member REFERENCES member,
    anonymous   INTEGER NOT NULL CONSTRAINT feedback_anonymous CHECK (anonymous IN (0, 1)),
    code_hash   TEXT    CONSTRAINT feedback_code_once UNIQUE,
    kind        TEXT    NOT NULL CONSTRAINT feedback_kind CHECK (kind IN ('problem', 'idea', 'community')),
    words       TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    day         TEXT,
    state       TEXT    NOT NULL DEFAULT 'received'
                CONSTRAINT feedback_state CHECK (state IN ('received', 'discussing', 'adopted', 'declined', 'shipped')),
    since       INTEGER NOT NULL,
    reminded_at INTEGER,
    note        TEXT    NOT NULL DEFAULT '',
    version     TEXT    NOT NULL DEFAULT '',
    named       INTEGER CONSTRAINT feedback_named CHECK (named IN (0, 1)),
    merged_into INTEGER CONSTRAINT feedback_merged_into REFERENCES feedback,
    album       TEXT,
    promised_at INTEGER,
    CONSTRAINT feedback_author CHECK (anonymous = 1 OR member IS NOT NULL),
    CONSTRAINT feedback_code CHECK ((anonymous = 1) = (code_hash IS NOT NULL)),
    CONSTRAINT feedback_untimed CHECK (anonymous = 0 OR (day IS NULL AND album IS NULL)),
    CONSTRAINT feedback_why CHECK (state NOT IN ('adopted', 'declined', 'shipped') OR note <> ''),
    CONSTRAINT feedback_shipped CHECK (state <> 'shipped' OR version <> ''),
    CONSTRAINT feedback_merged CHECK (merged_into IS NULL OR merged_into <> id)
) STRICT;

CREATE INDEX feedback_merged_of ON feedback (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX feedback_of_member ON feedback (member, id) WHERE member IS NOT NULL;

CREATE INDEX feedback_taken_up ON feedback (since) WHERE state IN ('adopted', 'shipped') AND merged_into IS NULL;

CREATE INDEX feedback_waiting ON feedback (since) WHERE state IN ('received', 'discussing') AND merged_into IS NULL;

CREATE TABLE feedback_line (
    feedback INTEGER NOT NULL CONSTRAINT feedback_line_of REFERENCES feedback,
    n        INTEGER NOT NULL,
    by       INTEGER CONSTRAINT feedback_line_by REFERENCES member,
    words    TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (feedback, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE feedback_sealed (
    key       TEXT    PRIMARY KEY,
    code_hash TEXT    NOT NULL,
    kind      TEXT    CONSTRAINT feedback_sealed_kind CHECK (kind IN ('problem', 'idea', 'community')),
    words     TEXT    NOT NULL,
    files     TEXT    NOT NULL,
    album     TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE first_step (
    member INTEGER NOT NULL CONSTRAINT first_step_member REFERENCES member,
    step   TEXT    NOT NULL CONSTRAINT first_step_step
           CHECK (step IN ('agree', 'hello', 'check_in', 'ask', 'thank', 'challenge')),
    at     INTEGER NOT NULL,
    PRIMARY KEY (member, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE flood (
    member INTEGER PRIMARY KEY CONSTRAINT flood_member REFERENCES member,
    minute INTEGER NOT NULL,
    n      INTEGER NOT NULL
) STRICT;

CREATE TABLE forgotten (
    member INTEGER PRIMARY KEY CONSTRAINT forgotten_member REFERENCES member,
    mark   TEXT    NOT NULL,
    at     INTEGER NOT NULL
) STRICT;

CREATE INDEX forgotten_mark ON forgotten (mark);

CREATE TABLE grant_batch (
    id      INTEGER PRIMARY KEY,
    actor   INTEGER NOT NULL CONSTRAINT grant_batch_actor REFERENCES member,
    reason  TEXT    NOT NULL CONSTRAINT grant_batch_reason CHECK (reason <> ''),
    since   INTEGER NOT NULL,
    state   TEXT    NOT NULL CONSTRAINT grant_batch_state CHECK (state IN ('drafted', 'proposed', 'given', 'declined', 'lapsed'))
) STRICT;

CREATE TABLE grant_batch_line (
    batch       INTEGER NOT NULL CONSTRAINT grant_batch_line_of REFERENCES grant_batch,
    member      INTEGER NOT NULL CONSTRAINT grant_batch_line_member REFERENCES member,
    points      INTEGER NOT NULL CONSTRAINT grant_batch_line_points CHECK (points > 0),
    staff_grant INTEGER CONSTRAINT grant_batch_line_grant REFERENCES staff_grant,
    PRIMARY KEY (batch, member)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_right (
    chat_group INTEGER PRIMARY KEY CONSTRAINT group_right_group REFERENCES chat_group,
    checked_at INTEGER NOT NULL,
    standing   TEXT    NOT NULL CONSTRAINT group_right_standing CHECK (standing IN ('administrator', 'member', 'absent')),
    rights     TEXT    NOT NULL,
    forum      INTEGER NOT NULL
) STRICT;

CREATE TABLE group_topic (
    chat_group INTEGER NOT NULL CONSTRAINT group_topic_group REFERENCES chat_group,
    purpose    TEXT    NOT NULL,
    thread_id  INTEGER NOT NULL,
    PRIMARY KEY (chat_group, purpose)
) STRICT, WITHOUT ROWID;

CREATE TABLE honour (
    id          INTEGER PRIMARY KEY,
    round       INTEGER NOT NULL CONSTRAINT honour_round REFERENCES award_round,
    award       TEXT    NOT NULL,
    title       TEXT    NOT NULL,
    year        INTEGER NOT NULL,
    member      INTEGER NOT NULL CONSTRAINT honour_member REFERENCES member,
    citation    TEXT    NOT NULL,
    given_by    INTEGER NOT NULL CONSTRAINT honour_given_by REFERENCES member,
    given_at    INTEGER NOT NULL,
    revoked_by  INTEGER CONSTRAINT honour_revoked_by REFERENCES member,
    revoked_at  INTEGER,
    revoked_for TEXT,
    badge       TEXT,
    CONSTRAINT honour_once UNIQUE (round),
    CONSTRAINT honour_given_by_another CHECK (given_by <> member),
    CONSTRAINT honour_revoked CHECK ((revoked_at IS NULL) = (revoked_by IS NULL) AND (revoked_at IS NULL) = (revoked_for IS NULL))
) STRICT;

CREATE INDEX honour_member ON honour (member);

CREATE INDEX honour_year ON honour (year);

CREATE TABLE idea (
    id         INTEGER PRIMARY KEY,
    topic      INTEGER CONSTRAINT idea_topic REFERENCES topic,
    member     INTEGER NOT NULL CONSTRAINT idea_member REFERENCES member,
    chat_group INTEGER NOT NULL CONSTRAINT idea_group REFERENCES chat_group,
    message    INTEGER NOT NULL,
    album      TEXT,
    text       TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    points     INTEGER NOT NULL DEFAULT 0 CONSTRAINT idea_points CHECK (points >= 0),
    entry      INTEGER CONSTRAINT idea_entry REFERENCES transfer,
    taken_back_at INTEGER,
    struck_at  INTEGER,
    struck_by  INTEGER CONSTRAINT idea_struck_by REFERENCES member,
    struck_for TEXT,
    CONSTRAINT idea_once UNIQUE (chat_group, message),
    CONSTRAINT idea_struck CHECK ((struck_at IS NULL) = (struck_by IS NULL) AND (struck_at IS NULL) = (struck_for IS NULL))
) STRICT;

CREATE INDEX idea_album ON idea (album) WHERE album IS NOT NULL;

CREATE INDEX idea_of_member ON idea (member, at);

CREATE INDEX idea_of_topic ON idea (topic, id) WHERE taken_back_at IS NULL AND struck_at IS NULL;

CREATE INDEX idea_paid ON idea (entry) WHERE entry IS NOT NULL;

CREATE TABLE idea_mark (
    mark TEXT    PRIMARY KEY,
    idea INTEGER NOT NULL CONSTRAINT idea_mark_of REFERENCES idea
) STRICT, WITHOUT ROWID;

CREATE TABLE inbox (
    id          INTEGER PRIMARY KEY,
    update_id   INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    said_at     INTEGER NOT NULL,
    sender      INTEGER NOT NULL DEFAULT 0,
    body        TEXT,
    state       TEXT    NOT NULL DEFAULT 'waiting'
                CONSTRAINT inbox_state CHECK (state IN ('waiting', 'done', 'stopped', 'quarantined')),
    act         TEXT,
    chat        INTEGER,
    resumed     INTEGER NOT NULL DEFAULT 0,
    tries       INTEGER NOT NULL DEFAULT 0,
    incident    TEXT,
    CONSTRAINT inbox_update_once UNIQUE (update_id)
) STRICT;

CREATE INDEX inbox_stopped ON inbox (sender, id) WHERE state = 'stopped';

CREATE INDEX inbox_turns ON inbox (sender, id) WHERE state = 'waiting';

CREATE INDEX inbox_waiting ON inbox (id) WHERE state = 'waiting';

CREATE TABLE intro_report (
    reporter INTEGER NOT NULL CONSTRAINT intro_report_reporter REFERENCES member,
    reported INTEGER NOT NULL CONSTRAINT intro_report_reported REFERENCES member,
    day      TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (reporter, reported, day)
) STRICT, WITHOUT ROWID;

CREATE INDEX intro_report_at ON intro_report (at);

CREATE INDEX intro_report_of ON intro_report (reported, day);

CREATE TABLE job_next (
    job      TEXT    NOT NULL,
    scope    INTEGER NOT NULL,
    times    TEXT    NOT NULL,
    next_at  INTEGER NOT NULL,
    found_at INTEGER NOT NULL,
    PRIMARY KEY (job, scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_run (
    job        TEXT    NOT NULL,
    scope      INTEGER NOT NULL,
    period     TEXT    NOT NULL,
    due_at     INTEGER NOT NULL,
    ran_at     INTEGER NOT NULL,
    outcome    TEXT    NOT NULL CONSTRAINT job_run_outcome CHECK (outcome IN ('posted', 'nothing', 'skipped', 'failed', 'uncertain')),
    PRIMARY KEY (job, scope, period)
) STRICT, WITHOUT ROWID;

CREATE INDEX job_run_due ON job_run (job, scope, due_at);

CREATE INDEX job_run_latest ON job_run (job, scope, due_at);

CREATE TABLE keepsake (
    member INTEGER NOT NULL CONSTRAINT keepsake_member REFERENCES member,
    what   TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (member, what)
) STRICT, WITHOUT ROWID;

CREATE TABLE knowledge (
    id         INTEGER PRIMARY KEY,
    question   INTEGER CONSTRAINT knowledge_question UNIQUE CONSTRAINT knowledge_of REFERENCES question,
    feature    INTEGER CONSTRAINT knowledge_feature UNIQUE CONSTRAINT knowledge_of_feature REFERENCES feature,
    bulletin   INTEGER CONSTRAINT knowledge_bulletin UNIQUE CONSTRAINT knowledge_of_bulletin REFERENCES bulletin,
    chat_group INTEGER CONSTRAINT knowledge_group REFERENCES chat_group,
    message    INTEGER,
    title      TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    CONSTRAINT knowledge_of_one CHECK (
        CASE WHEN question IS NULL THEN 0 ELSE 1 END + CASE WHEN feature IS NULL THEN 0 ELSE 1 END
        + CASE WHEN bulletin IS NULL THEN 0 ELSE 1 END = 1),
    CONSTRAINT knowledge_place CHECK ((chat_group IS NULL) = (message IS NULL) AND (message IS NULL) = (bulletin IS NOT NULL))
) STRICT;

CREATE TABLE knowledge_gram (
    gram      TEXT    NOT NULL,
    knowledge INTEGER NOT NULL CONSTRAINT knowledge_gram_of REFERENCES knowledge ON DELETE CASCADE,
    in_title  INTEGER NOT NULL,
    PRIMARY KEY (gram, knowledge, in_title)
) STRICT, WITHOUT ROWID;

CREATE INDEX knowledge_gram_knowledge ON knowledge_gram (knowledge);

CREATE TABLE label (
    member INTEGER PRIMARY KEY CONSTRAINT label_member REFERENCES member,
    tokens TEXT    NOT NULL,
    at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX label_at ON label (at);

CREATE TABLE look (
    id          INTEGER PRIMARY KEY,
    challenge   INTEGER NOT NULL CONSTRAINT look_challenge REFERENCES challenge,
    member      INTEGER NOT NULL CONSTRAINT look_member REFERENCES member,
    at          INTEGER NOT NULL,
    text        TEXT    NOT NULL,
    standing    TEXT    NOT NULL DEFAULT 'waiting'
                CONSTRAINT look_standing CHECK (standing IN ('waiting', 'answered', 'moot', 'lapsed')),
    reader      INTEGER CONSTRAINT look_reader REFERENCES member,
    held_at     INTEGER,
    chips       TEXT    NOT NULL DEFAULT '',
    words       TEXT    NOT NULL DEFAULT '',
    settled_at  INTEGER,
    nagged_at   INTEGER,
    CONSTRAINT look_in_hand CHECK ((reader IS NULL) = (held_at IS NULL)),
    CONSTRAINT look_settled CHECK ((standing = 'waiting') = (settled_at IS NULL))
) STRICT;

CREATE INDEX look_awaited ON look (at) WHERE standing = 'waiting';

CREATE INDEX look_of_challenge ON look (challenge);

CREATE INDEX look_of_member ON look (member, challenge);

CREATE UNIQUE INDEX look_waiting ON look (member, challenge) WHERE standing = 'waiting';

CREATE TABLE look_file (
    look      INTEGER NOT NULL CONSTRAINT look_file_of REFERENCES look,
    position  INTEGER NOT NULL,
    kind      TEXT    NOT NULL,
    file_id   TEXT    NOT NULL,
    unique_id TEXT    NOT NULL,
    PRIMARY KEY (look, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE media_kit_file (
    id        INTEGER PRIMARY KEY,
    draft     INTEGER CONSTRAINT media_kit_file_draft REFERENCES draft,
    challenge INTEGER CONSTRAINT media_kit_file_challenge REFERENCES challenge,
    kind      TEXT    NOT NULL,
    file_id   TEXT    NOT NULL,
    unique_id TEXT    NOT NULL,
    CONSTRAINT media_kit_file_of CHECK ((draft IS NULL) <> (challenge IS NULL)),
    CONSTRAINT media_kit_file_of_draft UNIQUE (draft, unique_id),
    CONSTRAINT media_kit_file_of_challenge UNIQUE (challenge, unique_id)
) STRICT;

CREATE TABLE member (
    id               INTEGER PRIMARY KEY,
    telegram_id      INTEGER NOT NULL CONSTRAINT member_telegram_id UNIQUE,
    name             TEXT    NOT NULL,
    folded           TEXT    NOT NULL,
    username         TEXT,
    locale           TEXT    NOT NULL,
    first_seen       INTEGER NOT NULL,
    named_at         INTEGER NOT NULL DEFAULT 0,
    reachable        INTEGER NOT NULL DEFAULT 0,
    covenant_version INTEGER NOT NULL DEFAULT 0,
    covenant_at      INTEGER,
    level            TEXT    NOT NULL DEFAULT '',
    contribution     INTEGER NOT NULL DEFAULT 0,
    hidden           INTEGER NOT NULL DEFAULT 0,
    quiet            TEXT    NOT NULL DEFAULT 'all',
    suspended_until  INTEGER,
    home             INTEGER CONSTRAINT member_home REFERENCES chat_group,
    home_chosen      INTEGER CONSTRAINT member_home_chosen REFERENCES chat_group,
    home_moved_at    INTEGER,
    home_asked       INTEGER NOT NULL DEFAULT 0 CONSTRAINT member_home_asked CHECK (home_asked IN (0, 1)),
    tag_track        TEXT    CONSTRAINT member_tag_track CHECK (tag_track IN ('photo', 'video', 'writing', 'tech', 'helping')),
    tag_off          INTEGER NOT NULL DEFAULT 0,
    locale_chosen    INTEGER NOT NULL DEFAULT 0 CONSTRAINT member_locale_chosen CHECK (locale_chosen IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX member_username ON member (lower(username)) WHERE username IS NOT NULL;

CREATE TABLE membership (
    chat_group INTEGER NOT NULL CONSTRAINT membership_group REFERENCES chat_group,
    member     INTEGER NOT NULL CONSTRAINT membership_member REFERENCES member,
    since      INTEGER NOT NULL,
    messages   INTEGER NOT NULL DEFAULT 0,
    present    INTEGER NOT NULL DEFAULT 1,
    joined_at  INTEGER,
    tag        TEXT,
    tag_due    INTEGER NOT NULL DEFAULT 2,
    tag_ours   TEXT,
    tagged_at  INTEGER,
    PRIMARY KEY (chat_group, member)
) STRICT, WITHOUT ROWID;

CREATE INDEX membership_joined ON membership (chat_group, joined_at) WHERE joined_at IS NOT NULL;

CREATE INDEX membership_member ON membership (member);

CREATE INDEX membership_tag_due ON membership (chat_group, tag_due) WHERE tag_due > 0;

CREATE INDEX membership_tagged ON membership (tagged_at) WHERE tagged_at IS NOT NULL;

CREATE TABLE mentor (
    member INTEGER PRIMARY KEY CONSTRAINT mentor_member REFERENCES member,
    tracks TEXT    NOT NULL,
    car    TEXT    NOT NULL,
    words  TEXT    NOT NULL,
    away   INTEGER NOT NULL CONSTRAINT mentor_away CHECK (away IN (0, 1)),
    until  INTEGER,
    renews_until INTEGER
) STRICT;

CREATE TABLE mentor_offer (
    id         INTEGER PRIMARY KEY,
    member     INTEGER NOT NULL CONSTRAINT mentor_offer_member REFERENCES member,
    at         INTEGER NOT NULL,
    until      INTEGER NOT NULL,
    state      TEXT    NOT NULL
               CONSTRAINT mentor_offer_state CHECK (state IN ('waiting', 'confirmed', 'declined', 'lapsed', 'set_aside')),
    decided_by INTEGER CONSTRAINT mentor_offer_decided_by REFERENCES member,
    settled_at INTEGER,
    reason     TEXT,
    CONSTRAINT mentor_offer_settled CHECK ((state = 'waiting') = (settled_at IS NULL)),
    CONSTRAINT mentor_offer_by_somebody CHECK ((state IN ('confirmed', 'declined', 'set_aside')) = (decided_by IS NOT NULL)),
    CONSTRAINT mentor_offer_not_for_oneself CHECK (decided_by IS NULL OR decided_by <> member)
) STRICT;

CREATE INDEX mentor_offer_due ON mentor_offer (until) WHERE state = 'waiting';

CREATE INDEX mentor_offer_of_member ON mentor_offer (member, id);

CREATE UNIQUE INDEX mentor_offer_open ON mentor_offer (member) WHERE state = 'waiting';

CREATE TABLE mentor_question (
    member INTEGER PRIMARY KEY CONSTRAINT mentor_question_member REFERENCES member,
    at     INTEGER NOT NULL
) STRICT;

CREATE TABLE mentoring (
    id        INTEGER PRIMARY KEY,
    newcomer  INTEGER NOT NULL CONSTRAINT mentoring_newcomer REFERENCES member,
    tracks    TEXT    NOT NULL DEFAULT '',
    car       TEXT    NOT NULL DEFAULT '',
    words     TEXT    NOT NULL DEFAULT '',
    state     TEXT    NOT NULL CONSTRAINT mentoring_state
              CHECK (state IN ('wishing', 'waiting', 'asked', 'meeting', 'running', 'over')),
    at        INTEGER NOT NULL,
    since     INTEGER NOT NULL,
    mentor    INTEGER CONSTRAINT mentoring_mentor REFERENCES member,
    handed_by INTEGER CONSTRAINT mentoring_handed_by REFERENCES member,
    begun_at  INTEGER,
    ends_at   INTEGER,
    ended_at  INTEGER,
    ending    TEXT    CONSTRAINT mentoring_ending CHECK (ending IN ('steps', 'time', 'apart', 'unmatched')),
    openly    INTEGER NOT NULL DEFAULT 0 CONSTRAINT mentoring_openly CHECK (openly IN (0, 1)),
    nudged    TEXT,
    CONSTRAINT mentoring_of_another CHECK (mentor IS NULL OR mentor <> newcomer),
    CONSTRAINT mentoring_named CHECK (state = 'over' OR (state IN ('asked', 'meeting', 'running')) = (mentor IS NOT NULL)),
    CONSTRAINT mentoring_runs CHECK (state <> 'running' OR (begun_at IS NOT NULL AND ends_at IS NOT NULL)),
    CONSTRAINT mentoring_over CHECK ((state = 'over') = (ended_at IS NOT NULL) AND (state = 'over') = (ending IS NOT NULL))
) STRICT;

CREATE INDEX mentoring_in_state ON mentoring (state, id) WHERE state <> 'over';

CREATE INDEX mentoring_of_first ON mentoring (handed_by) WHERE handed_by IS NOT NULL;

CREATE INDEX mentoring_of_mentor ON mentoring (mentor, state) WHERE mentor IS NOT NULL;

CREATE INDEX mentoring_of_newcomer ON mentoring (newcomer, id);

CREATE UNIQUE INDEX mentoring_open ON mentoring (newcomer) WHERE state <> 'over';

CREATE TABLE mentoring_note (
    id        INTEGER PRIMARY KEY,
    mentoring INTEGER NOT NULL CONSTRAINT mentoring_note_of REFERENCES mentoring,
    author    INTEGER NOT NULL CONSTRAINT mentoring_note_author REFERENCES member,
    words     TEXT    NOT NULL CONSTRAINT mentoring_note_words CHECK (words <> ''),
    at        INTEGER NOT NULL
) STRICT;

CREATE INDEX mentoring_note_thread ON mentoring_note (mentoring, id);

CREATE TABLE mentoring_passed (
    mentoring INTEGER NOT NULL CONSTRAINT mentoring_passed_of REFERENCES mentoring,
    mentor    INTEGER NOT NULL CONSTRAINT mentoring_passed_mentor REFERENCES member,
    PRIMARY KEY (mentoring, mentor)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentoring_thanks (
    mentoring INTEGER NOT NULL CONSTRAINT mentoring_thanks_of REFERENCES mentoring,
    author    INTEGER NOT NULL CONSTRAINT mentoring_thanks_author REFERENCES member,
    words     TEXT    NOT NULL CONSTRAINT mentoring_thanks_words CHECK (words <> ''),
    at        INTEGER NOT NULL,
    openly    INTEGER NOT NULL CONSTRAINT mentoring_thanks_openly CHECK (openly IN (0, 1)),
    PRIMARY KEY (mentoring, author)
) STRICT, WITHOUT ROWID;

CREATE TABLE message_author (
    chat_group INTEGER NOT NULL CONSTRAINT message_author_group REFERENCES chat_group,
    message    INTEGER NOT NULL,
    member     INTEGER NOT NULL CONSTRAINT message_author_member REFERENCES member,
    at         INTEGER NOT NULL,
    topic      INTEGER,
    forwarded INTEGER NOT NULL DEFAULT 0,
    answers    INTEGER,
    PRIMARY KEY (chat_group, message)
) STRICT, WITHOUT ROWID;

CREATE INDEX message_author_answers ON message_author (member, at) WHERE answers IS NOT NULL;

CREATE INDEX message_author_at ON message_author (at);

CREATE TABLE monthly (
    month          TEXT    PRIMARY KEY,
    at             INTEGER NOT NULL,
    asked          INTEGER NOT NULL,
    replied        INTEGER NOT NULL,
    in_a_day       INTEGER NOT NULL,
    first_answer_s INTEGER,
    helpers        INTEGER NOT NULL,
    helps          INTEGER NOT NULL,
    top_helps      INTEGER NOT NULL,
    carriers       INTEGER NOT NULL,
    came           INTEGER NOT NULL,
    stayed         INTEGER NOT NULL,
    works_due      INTEGER NOT NULL,
    in_time        INTEGER NOT NULL,
    on_sprout      INTEGER NOT NULL,
    on_active      INTEGER NOT NULL,
    on_mature      INTEGER NOT NULL,
    on_alumni      INTEGER NOT NULL,
    issued         INTEGER NOT NULL,
    redeemed       INTEGER NOT NULL,
    outstanding    INTEGER,
    scarce         INTEGER,
    wishes         INTEGER,
    sought         INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE nomination (
    id        INTEGER PRIMARY KEY,
    round     INTEGER NOT NULL CONSTRAINT nomination_round REFERENCES award_round,
    nominee   INTEGER NOT NULL CONSTRAINT nomination_nominee REFERENCES member,
    nominator INTEGER NOT NULL CONSTRAINT nomination_nominator REFERENCES member,
    reason    TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    CONSTRAINT nomination_once UNIQUE (round, nominee, nominator),
    CONSTRAINT nomination_of_another CHECK (nominee <> nominator)
) STRICT;

CREATE TABLE note (
    id         INTEGER PRIMARY KEY,
    member     INTEGER NOT NULL CONSTRAINT note_member REFERENCES member,
    matter     TEXT    NOT NULL CONSTRAINT note_matter CHECK (matter IN ('answer', 'news', 'account', 'reminder', 'helping')),
    about      TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    buttons    TEXT    NOT NULL,
    made_at    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    CONSTRAINT note_about UNIQUE (member, about)
) STRICT;

CREATE INDEX note_expires ON note (expires_at);

CREATE INDEX note_of_about ON note (about);

CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at    INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    expires_at INTEGER,
    lane       INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    caller     INTEGER,
    method     TEXT    NOT NULL,
    body       TEXT,
    gather     TEXT,
    header     TEXT,
    keep       TEXT,
    weighs     TEXT,
    fade_s     INTEGER,
    pin        INTEGER NOT NULL DEFAULT 0 CONSTRAINT outbox_pin CHECK (pin IN (0, 1)),
    seen_by    INTEGER,
    file_name  TEXT,
    file       TEXT,
    fallback   TEXT,
    ended_at   INTEGER,
    missed     TEXT    CONSTRAINT outbox_missed CHECK (missed IN ('untold', 'told', 'settled')),
    state      TEXT    NOT NULL DEFAULT 'queued'
               CONSTRAINT outbox_state CHECK (state IN ('queued', 'parked', 'sending', 'sent', 'uncertain', 'failed', 'dropped')),
    tries      INTEGER NOT NULL DEFAULT 0,
    sent_id    INTEGER,
    error      TEXT
) STRICT;

CREATE INDEX outbox_missed_by ON outbox (missed) WHERE missed IN ('untold', 'told');

CREATE INDEX outbox_named ON outbox (keep) WHERE state IN ('queued', 'parked') AND keep IS NOT NULL;

CREATE INDEX outbox_parked ON outbox (lane) WHERE state = 'parked';

CREATE INDEX outbox_queued ON outbox (id) WHERE state = 'queued';

CREATE INDEX outbox_unsettled ON outbox (state) WHERE state IN ('sending', 'uncertain', 'failed');

CREATE TABLE outcome (
    id       INTEGER PRIMARY KEY,
    member   INTEGER NOT NULL CONSTRAINT outcome_member REFERENCES member,
    at       INTEGER NOT NULL,
    handled_at INTEGER NOT NULL,
    rule     TEXT    NOT NULL,
    outcome  TEXT    NOT NULL,
    frees_at INTEGER,
    detail   TEXT    NOT NULL DEFAULT '{}'
) STRICT;

CREATE INDEX outcome_of_member ON outcome (member, id);

CREATE TABLE pick (
    chat_group INTEGER NOT NULL CONSTRAINT pick_group REFERENCES chat_group,
    message    INTEGER NOT NULL,
    member     INTEGER NOT NULL CONSTRAINT pick_member REFERENCES member,
    at         INTEGER NOT NULL,
    PRIMARY KEY (chat_group, message, member)
) STRICT, WITHOUT ROWID;

CREATE INDEX pick_at ON pick (at);

CREATE TABLE picked (
    id         INTEGER PRIMARY KEY,
    chat_group INTEGER NOT NULL CONSTRAINT picked_group REFERENCES chat_group,
    message    INTEGER NOT NULL,
    member     INTEGER NOT NULL CONSTRAINT picked_member REFERENCES member,
    at         INTEGER NOT NULL,
    settled_at INTEGER,
    CONSTRAINT picked_once UNIQUE (chat_group, message)
) STRICT;

CREATE TABLE pin (
    id         INTEGER PRIMARY KEY,
    chat_group INTEGER NOT NULL CONSTRAINT pin_group REFERENCES chat_group,
    message    INTEGER NOT NULL,
    member     INTEGER NOT NULL CONSTRAINT pin_member REFERENCES member,
    at         INTEGER NOT NULL,
    CONSTRAINT pin_once UNIQUE (chat_group, message)
) STRICT;

CREATE INDEX pin_of_member ON pin (member);

CREATE TABLE plan (
    submission INTEGER PRIMARY KEY CONSTRAINT plan_submission REFERENCES submission,
    text       TEXT    NOT NULL,
    due        INTEGER NOT NULL,
    proposer   INTEGER NOT NULL CONSTRAINT plan_proposer REFERENCES member,
    staff      INTEGER NOT NULL CONSTRAINT plan_staff CHECK (staff IN (0, 1)),
    at         INTEGER NOT NULL,
    agreed_at  INTEGER,
    agreed_by  INTEGER CONSTRAINT plan_agreed_by REFERENCES member,
    reminded   TEXT    NOT NULL DEFAULT 'no' CONSTRAINT plan_reminded CHECK (reminded IN ('no', 'due', 'gone')),
    CONSTRAINT plan_agreed CHECK ((agreed_at IS NULL) = (agreed_by IS NULL)),
    CONSTRAINT plan_by_both CHECK (agreed_by <> proposer)
) STRICT;

CREATE INDEX plan_agreed_day ON plan (due) WHERE agreed_at IS NOT NULL AND reminded <> 'gone';

CREATE TABLE plan_ask (
    id          INTEGER PRIMARY KEY,
    submission  INTEGER NOT NULL CONSTRAINT plan_ask_submission REFERENCES submission,
    what        TEXT    NOT NULL,
    due         INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    standing    TEXT    NOT NULL DEFAULT 'waiting'
                CONSTRAINT plan_ask_standing CHECK (standing IN ('waiting', 'granted', 'not_now')),
    words       TEXT    NOT NULL DEFAULT '',
    answered_by INTEGER CONSTRAINT plan_ask_answered_by REFERENCES member,
    answered_at INTEGER,
    CONSTRAINT plan_ask_answered CHECK ((standing = 'waiting') = (answered_by IS NULL))
) STRICT;

CREATE INDEX plan_ask_of ON plan_ask (submission);

CREATE INDEX plan_ask_waiting ON plan_ask (at) WHERE standing = 'waiting';

CREATE TABLE plan_word (
    id         INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL CONSTRAINT plan_word_submission REFERENCES submission,
    author     INTEGER NOT NULL CONSTRAINT plan_word_author REFERENCES member,
    staff      INTEGER NOT NULL CONSTRAINT plan_word_staff CHECK (staff IN (0, 1)),
    at         INTEGER NOT NULL,
    text       TEXT    NOT NULL
) STRICT;

CREATE INDEX plan_word_of ON plan_word (submission, id);

CREATE TABLE poll_answer (
    poll   TEXT    NOT NULL,
    member INTEGER NOT NULL CONSTRAINT poll_answer_member REFERENCES member,
    choice INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (poll, member)
) STRICT, WITHOUT ROWID;

CREATE INDEX poll_answer_at ON poll_answer (at);

CREATE INDEX poll_answer_of_member ON poll_answer (member);

CREATE TABLE portrait (
    member    INTEGER PRIMARY KEY CONSTRAINT portrait_member REFERENCES member,
    agreed_at INTEGER NOT NULL,
    photo     BLOB,
    CONSTRAINT portrait_small CHECK (length(photo) <= 65536)
) STRICT;

CREATE TABLE posted (
    name    TEXT    PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    message INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    poll    TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX posted_message ON posted (chat_id, message);

CREATE INDEX posted_poll ON posted (poll) WHERE poll IS NOT NULL;

CREATE TABLE posted_file (
    unique_id TEXT    NOT NULL PRIMARY KEY,
    member    INTEGER NOT NULL CONSTRAINT posted_file_member REFERENCES member,
    at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX posted_file_at ON posted_file (at);

CREATE TABLE preference (
    id          INTEGER PRIMARY KEY,
    title       TEXT    NOT NULL CONSTRAINT preference_title CHECK (title <> ''),
    about       TEXT    NOT NULL,
    criteria    TEXT    NOT NULL,
    voters      TEXT    NOT NULL CONSTRAINT preference_voters CHECK (voters IN ('council', 'core')),
    secrecy     TEXT    NOT NULL CONSTRAINT preference_secrecy CHECK (secrecy IN ('named', 'secret')),
    chat_group  INTEGER NOT NULL CONSTRAINT preference_group REFERENCES chat_group,
    made_by     INTEGER NOT NULL CONSTRAINT preference_made_by REFERENCES member,
    made_at     INTEGER NOT NULL,
    state       TEXT    NOT NULL CONSTRAINT preference_state CHECK (state IN ('voting', 'counted', 'decided')),
    promised_at INTEGER,
    decision    TEXT    NOT NULL DEFAULT '',
    decided_at  INTEGER,
    reminded    INTEGER NOT NULL DEFAULT 0 CONSTRAINT preference_reminded CHECK (reminded IN (0, 1)),
    CONSTRAINT preference_promised CHECK (state = 'voting' OR promised_at IS NOT NULL),
    CONSTRAINT preference_decided CHECK ((state = 'decided') = (decided_at IS NOT NULL) AND (state = 'decided') = (decision <> ''))
) STRICT;

CREATE INDEX preference_undecided ON preference (state) WHERE state <> 'decided';

CREATE TABLE preference_ballot (
    round  INTEGER NOT NULL CONSTRAINT preference_ballot_round REFERENCES preference_round,
    nth    INTEGER NOT NULL,
    ballot INTEGER NOT NULL CONSTRAINT preference_ballot_once UNIQUE CONSTRAINT preference_ballot_is REFERENCES ballot,
    PRIMARY KEY (round, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE preference_design (
    round     INTEGER NOT NULL CONSTRAINT preference_design_round REFERENCES preference_round,
    nth       INTEGER NOT NULL CONSTRAINT preference_design_nth CHECK (nth BETWEEN 1 AND 10),
    name      TEXT    NOT NULL CONSTRAINT preference_design_name CHECK (name <> ''),
    kind      TEXT    NOT NULL,
    file_id   TEXT    NOT NULL,
    unique_id TEXT    NOT NULL,
    PRIMARY KEY (round, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE preference_elector (
    round  INTEGER NOT NULL CONSTRAINT preference_elector_round REFERENCES preference_round,
    member INTEGER NOT NULL CONSTRAINT preference_elector_member REFERENCES member,
    PRIMARY KEY (round, member)
) STRICT, WITHOUT ROWID;

CREATE INDEX preference_elector_of_member ON preference_elector (member);

CREATE TABLE preference_round (
    id         INTEGER PRIMARY KEY,
    preference INTEGER NOT NULL CONSTRAINT preference_round_of REFERENCES preference,
    nth        INTEGER NOT NULL,
    opened_at  INTEGER NOT NULL,
    closes_at  INTEGER NOT NULL,
    quorum     INTEGER NOT NULL CONSTRAINT preference_round_quorum CHECK (quorum > 0),
    ending     TEXT    CONSTRAINT preference_round_end CHECK (ending IN ('counted', 'stopped')),
    ended_at   INTEGER,
    CONSTRAINT preference_round_once UNIQUE (preference, nth),
    CONSTRAINT preference_round_ended CHECK ((ending IS NULL) = (ended_at IS NULL))
) STRICT;

CREATE INDEX preference_round_due ON preference_round (closes_at) WHERE ending IS NULL;

CREATE UNIQUE INDEX preference_round_open ON preference_round (preference) WHERE ending IS NULL;

CREATE TABLE programme (
    version TEXT    PRIMARY KEY,
    since   INTEGER NOT NULL,
    body    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE project (
    id        INTEGER PRIMARY KEY,
    title     TEXT    NOT NULL,
    track     TEXT    NOT NULL CONSTRAINT project_track CHECK (track IN ('photo', 'video', 'writing', 'tech', 'helping')),
    reward    INTEGER NOT NULL CONSTRAINT project_reward CHECK (reward >= 0),
    form_by   INTEGER NOT NULL,
    deadline  INTEGER NOT NULL,
    lead      TEXT    NOT NULL,
    trust     TEXT    NOT NULL CONSTRAINT project_trust CHECK (trust IN ('base', 'framework', 'open')),
    chat      TEXT    NOT NULL,
    about     TEXT    NOT NULL,
    made_by   INTEGER NOT NULL CONSTRAINT project_made_by REFERENCES member,
    made_at   INTEGER NOT NULL,
    state     TEXT    NOT NULL DEFAULT 'forming'
              CONSTRAINT project_state CHECK (state IN ('forming', 'running', 'done', 'dissolved')),
    begun_at  INTEGER,
    ended_at  INTEGER,
    asked_at  INTEGER,
    reward_asked_at INTEGER,
    reminded  INTEGER NOT NULL DEFAULT 0 CONSTRAINT project_reminded CHECK (reminded IN (0, 1)),
    CONSTRAINT project_begun CHECK (state NOT IN ('running', 'done') OR begun_at IS NOT NULL),
    CONSTRAINT project_ended CHECK ((state IN ('done', 'dissolved')) = (ended_at IS NOT NULL))
) STRICT;

CREATE INDEX project_live ON project (deadline) WHERE ended_at IS NULL;

CREATE TABLE project_milestone (
    project  INTEGER NOT NULL CONSTRAINT project_milestone_project REFERENCES project,
    nth      INTEGER NOT NULL,
    title    TEXT    NOT NULL,
    due      INTEGER NOT NULL,
    done_at  INTEGER,
    reminded INTEGER NOT NULL DEFAULT 0 CONSTRAINT project_milestone_reminded CHECK (reminded IN (0, 1)),
    PRIMARY KEY (project, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE project_role (
    project INTEGER NOT NULL CONSTRAINT project_role_project REFERENCES project,
    nth     INTEGER NOT NULL,
    name    TEXT    NOT NULL,
    places  INTEGER NOT NULL CONSTRAINT project_role_places CHECK (places BETWEEN 0 AND 5),
    share   INTEGER NOT NULL CONSTRAINT project_role_share CHECK (share BETWEEN 1 AND 100),
    what    TEXT    NOT NULL,
    taken   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (project, nth),
    CONSTRAINT project_role_taken CHECK (taken BETWEEN 0 AND places)
) STRICT, WITHOUT ROWID;

CREATE TABLE promotion (
    member     INTEGER NOT NULL CONSTRAINT promotion_member REFERENCES member,
    level      TEXT    NOT NULL,
    came_from  TEXT    NOT NULL,
    chat_group INTEGER CONSTRAINT promotion_group REFERENCES chat_group,
    reached_at INTEGER NOT NULL,
    told_at    INTEGER,
    PRIMARY KEY (member, level)
) STRICT, WITHOUT ROWID;

CREATE INDEX promotion_untold ON promotion (reached_at) WHERE told_at IS NULL;

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
    found_in    INTEGER CONSTRAINT question_found_in REFERENCES question,
    found_at    INTEGER,
    CONSTRAINT question_message_once UNIQUE (chat_group, message)
) STRICT;

CREATE INDEX question_asked ON question (asked_at);

CREATE INDEX question_found_in ON question (found_in) WHERE found_in IS NOT NULL;

CREATE INDEX question_open ON question (chat_group, id) WHERE state = 'open';

CREATE INDEX question_open_of ON question (asker, id) WHERE state = 'open';

CREATE TABLE quiz (
    id        INTEGER PRIMARY KEY,
    title     TEXT    NOT NULL CONSTRAINT quiz_title CHECK (title <> ''),
    about     TEXT    NOT NULL,
    asks      INTEGER NOT NULL,
    needs     INTEGER NOT NULL,
    points    INTEGER NOT NULL,
    tries     INTEGER NOT NULL,
    days      INTEGER NOT NULL,
    certifies INTEGER NOT NULL CONSTRAINT quiz_certifies CHECK (certifies IN (0, 1)),
    until     INTEGER,
    note      INTEGER CONSTRAINT quiz_note REFERENCES bulletin,
    link      TEXT    NOT NULL DEFAULT '',
    made_by   INTEGER NOT NULL CONSTRAINT quiz_made_by REFERENCES member,
    made_at   INTEGER NOT NULL,
    published_at INTEGER,
    closed_at    INTEGER,
    CONSTRAINT quiz_numbers CHECK (needs BETWEEN 1 AND asks AND points > 0 AND tries > 0 AND days > 0)
) STRICT;

CREATE INDEX quiz_of_note ON quiz (note) WHERE note IS NOT NULL;

CREATE TABLE quiz_asked (
    attempt  INTEGER NOT NULL CONSTRAINT quiz_asked_in REFERENCES quiz_attempt,
    place    INTEGER NOT NULL,
    question INTEGER NOT NULL CONSTRAINT quiz_asked_question REFERENCES quiz_question,
    choice   INTEGER,
    answered_at INTEGER,
    PRIMARY KEY (attempt, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX quiz_asked_of_question ON quiz_asked (question, choice) WHERE choice IS NOT NULL;

CREATE TABLE quiz_attempt (
    id       INTEGER PRIMARY KEY,
    quiz     INTEGER NOT NULL CONSTRAINT quiz_attempt_quiz REFERENCES quiz,
    member   INTEGER NOT NULL CONSTRAINT quiz_attempt_member REFERENCES member,
    seed     TEXT    NOT NULL,
    asks     INTEGER NOT NULL,
    needs    INTEGER NOT NULL,
    points   INTEGER NOT NULL,
    began_at INTEGER NOT NULL,
    ended_at INTEGER,
    correct  INTEGER NOT NULL DEFAULT 0,
    passed   INTEGER NOT NULL DEFAULT 0 CONSTRAINT quiz_attempt_passed CHECK (passed IN (0, 1)),
    entry    INTEGER CONSTRAINT quiz_attempt_entry REFERENCES transfer,
    taken_back_at INTEGER,
    CONSTRAINT quiz_attempt_paid CHECK (passed = 0 OR (ended_at IS NOT NULL AND correct >= needs))
) STRICT;

CREATE INDEX quiz_attempt_of_member ON quiz_attempt (member, quiz, began_at);

CREATE INDEX quiz_attempt_paid_by ON quiz_attempt (entry) WHERE entry IS NOT NULL;

CREATE UNIQUE INDEX quiz_attempt_running ON quiz_attempt (quiz, member) WHERE ended_at IS NULL;

CREATE UNIQUE INDEX quiz_attempt_stands ON quiz_attempt (quiz, member) WHERE passed = 1 AND taken_back_at IS NULL;

CREATE TABLE quiz_batch (
    id       INTEGER PRIMARY KEY,
    quiz     INTEGER NOT NULL CONSTRAINT quiz_batch_quiz REFERENCES quiz,
    given_by INTEGER NOT NULL CONSTRAINT quiz_batch_given_by REFERENCES member,
    given_at INTEGER NOT NULL,
    state    TEXT    NOT NULL CONSTRAINT quiz_batch_state CHECK (state IN ('shown', 'taken_in', 'dropped'))
) STRICT;

CREATE INDEX quiz_batch_shown ON quiz_batch (given_at) WHERE state = 'shown';

CREATE TABLE quiz_question (
    id      INTEGER PRIMARY KEY,
    quiz    INTEGER NOT NULL CONSTRAINT quiz_question_quiz REFERENCES quiz,
    batch   INTEGER CONSTRAINT quiz_question_batch REFERENCES quiz_batch,
    waits   INTEGER NOT NULL CONSTRAINT quiz_question_waits CHECK (waits IN (0, 1)),
    text    TEXT    NOT NULL CONSTRAINT quiz_question_text CHECK (text <> ''),
    options TEXT    NOT NULL,
    answer  INTEGER NOT NULL CONSTRAINT quiz_question_answer CHECK (answer >= 0),
    why     TEXT    NOT NULL,
    made_by INTEGER NOT NULL CONSTRAINT quiz_question_made_by REFERENCES member,
    made_at INTEGER NOT NULL,
    withdrawn_at INTEGER
) STRICT;

CREATE INDEX quiz_question_bank ON quiz_question (quiz, id) WHERE waits = 0 AND withdrawn_at IS NULL;

CREATE INDEX quiz_question_in_batch ON quiz_question (batch) WHERE batch IS NOT NULL;

CREATE TABLE radar_name (
    member   INTEGER NOT NULL CONSTRAINT radar_name_member REFERENCES member,
    at       INTEGER NOT NULL,
    kind     TEXT    NOT NULL CONSTRAINT radar_name_kind CHECK (kind IN ('helper', 'tester', 'writer')),
    why      TEXT    NOT NULL CONSTRAINT radar_name_why CHECK (why IN ('new', 'rising', 'steady')),
    owner    INTEGER CONSTRAINT radar_name_owner REFERENCES member,
    owned_at INTEGER,
    PRIMARY KEY (member, at),
    CONSTRAINT radar_name_owned CHECK ((owner IS NULL) = (owned_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX radar_name_at ON radar_name (at);

CREATE TABLE recheck (
    id         INTEGER PRIMARY KEY,
    bulletin   INTEGER NOT NULL CONSTRAINT recheck_bulletin REFERENCES bulletin,
    revision   INTEGER NOT NULL,
    question   INTEGER NOT NULL,
    n          INTEGER NOT NULL,
    sign       TEXT    NOT NULL CONSTRAINT recheck_sign CHECK (sign IN ('version', 'figure', 'formerly', 'matter')),
    shows      TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    state      TEXT    NOT NULL DEFAULT 'open' CONSTRAINT recheck_state
               CHECK (state IN ('open', 'right', 'corrected', 'withdrawn')),
    words      TEXT    NOT NULL DEFAULT '',
    decided_by INTEGER CONSTRAINT recheck_decided_by REFERENCES member,
    decided_at INTEGER,
    CONSTRAINT recheck_of FOREIGN KEY (question, n) REFERENCES acceptance,
    CONSTRAINT recheck_once UNIQUE (bulletin, revision, question, n),
    CONSTRAINT recheck_decided CHECK ((state = 'open') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT recheck_words CHECK ((state = 'corrected') = (words <> ''))
) STRICT;

CREATE INDEX recheck_decides ON recheck (question, n) WHERE state IN ('corrected', 'withdrawn');

CREATE INDEX recheck_of_bulletin ON recheck (bulletin);

CREATE UNIQUE INDEX recheck_open ON recheck (question, n) WHERE state = 'open';

CREATE TABLE recovery (
    entry     INTEGER PRIMARY KEY CONSTRAINT recovery_entry REFERENCES transfer,
    write_off INTEGER NOT NULL CONSTRAINT recovery_write_off REFERENCES transfer,
    taken     INTEGER NOT NULL CONSTRAINT recovery_taken REFERENCES transfer,
    CONSTRAINT recovery_once UNIQUE (write_off, taken)
) STRICT, WITHOUT ROWID;

CREATE INDEX recovery_of_taken ON recovery (taken);

CREATE TABLE report (
    id         INTEGER PRIMARY KEY,
    reporter   INTEGER NOT NULL CONSTRAINT report_reporter REFERENCES member,
    reported   INTEGER CONSTRAINT report_reported REFERENCES member,
    chat_group INTEGER NOT NULL CONSTRAINT report_group REFERENCES chat_group,
    message    INTEGER NOT NULL,
    words      TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    CONSTRAINT report_once UNIQUE (chat_group, message, reporter)
) STRICT;

CREATE INDEX report_at ON report (at);

CREATE INDEX report_of_day ON report (reporter, day);

CREATE TABLE resource (
    id        INTEGER PRIMARY KEY,
    title     TEXT    NOT NULL,
    kind      TEXT    NOT NULL CONSTRAINT resource_kind CHECK (kind IN ('lend', 'seat', 'give', 'link')),
    about     TEXT    NOT NULL,
    pieces    INTEGER CONSTRAINT resource_pieces CHECK (pieces > 0),
    days      INTEGER CONSTRAINT resource_days CHECK (days > 0),
    level     TEXT    NOT NULL,
    trust     TEXT    NOT NULL CONSTRAINT resource_trust CHECK (trust IN ('base', 'framework', 'open')),
    track     TEXT    CONSTRAINT resource_track CHECK (track IN ('photo', 'video', 'writing', 'tech', 'helping')),
    rank      TEXT    NOT NULL DEFAULT '',
    until     INTEGER,
    place     TEXT    NOT NULL,
    made_by   INTEGER NOT NULL CONSTRAINT resource_made_by REFERENCES member,
    made_at   INTEGER NOT NULL,
    taken     INTEGER NOT NULL DEFAULT 0,
    closed_at INTEGER,
    CONSTRAINT resource_taken CHECK (taken >= 0 AND (pieces IS NULL OR taken <= pieces)),
    CONSTRAINT resource_counted CHECK (kind = 'link' OR pieces IS NOT NULL),
    CONSTRAINT resource_lent CHECK ((kind = 'lend') = (days IS NOT NULL))
) STRICT;

CREATE TABLE resource_application (
    id         INTEGER PRIMARY KEY,
    resource   INTEGER NOT NULL CONSTRAINT resource_application_resource REFERENCES resource,
    member     INTEGER NOT NULL CONSTRAINT resource_application_member REFERENCES member,
    state      TEXT    NOT NULL DEFAULT 'waiting' CONSTRAINT resource_application_state CHECK (state IN
               ('waiting', 'granted', 'out', 'used', 'returned', 'lost', 'kept', 'declined', 'withdrawn', 'called_off')),
    purpose    TEXT    NOT NULL,
    made_at    INTEGER NOT NULL,
    day        INTEGER,
    due        INTEGER,
    words      TEXT    NOT NULL DEFAULT '',
    decided_by INTEGER CONSTRAINT resource_application_decided_by REFERENCES member,
    handed_at  INTEGER,
    ended_at   INTEGER,
    longer     INTEGER CONSTRAINT resource_application_longer CHECK (longer > 0),
    longer_why TEXT    NOT NULL DEFAULT '',
    reminded   TEXT    NOT NULL DEFAULT 'no'
               CONSTRAINT resource_application_reminded CHECK (reminded IN ('no', 'day', 'due', 'overdue')),
    CONSTRAINT resource_application_out CHECK (state <> 'out' OR due IS NOT NULL),
    CONSTRAINT resource_application_ended CHECK ((state IN ('waiting', 'granted', 'out')) = (ended_at IS NULL))
) STRICT;

CREATE INDEX resource_application_due ON resource_application (due) WHERE state = 'out';

CREATE UNIQUE INDEX resource_application_live ON resource_application (resource, member)
    WHERE state IN ('waiting', 'granted', 'out');

CREATE INDEX resource_application_of ON resource_application (resource, id);

CREATE INDEX resource_application_of_member ON resource_application (member, id);

CREATE TABLE resource_made (
    application INTEGER NOT NULL CONSTRAINT resource_made_application REFERENCES resource_application,
    submission  INTEGER NOT NULL CONSTRAINT resource_made_submission REFERENCES submission,
    at          INTEGER NOT NULL,
    PRIMARY KEY (application, submission)
) STRICT, WITHOUT ROWID;

CREATE INDEX resource_made_of ON resource_made (submission);

CREATE TABLE result (
    id         INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL CONSTRAINT result_of REFERENCES submission,
    link       TEXT    NOT NULL CONSTRAINT result_link UNIQUE
) STRICT;

CREATE INDEX result_of_submission ON result (submission);

CREATE TABLE result_report (
    id         INTEGER PRIMARY KEY,
    result     INTEGER NOT NULL CONSTRAINT result_report_of REFERENCES result,
    reads      INTEGER CONSTRAINT result_report_reads CHECK (reads >= 0),
    likes      INTEGER CONSTRAINT result_report_likes CHECK (likes >= 0),
    comments   INTEGER CONSTRAINT result_report_comments CHECK (comments >= 0),
    day        TEXT    NOT NULL,
    by         INTEGER NOT NULL CONSTRAINT result_report_by REFERENCES member,
    at         INTEGER NOT NULL,
    state      TEXT    NOT NULL CONSTRAINT result_report_state CHECK (state IN
               ('reported', 'confirmed', 'corrected', 'unseen')),
    settled_by INTEGER CONSTRAINT result_report_settled_by REFERENCES member,
    settled_at INTEGER,
    CONSTRAINT result_report_settled CHECK ((state = 'reported') = (settled_at IS NULL)
               AND (settled_by IS NULL) = (settled_at IS NULL))
) STRICT;

CREATE INDEX result_report_of_result ON result_report (result, day, id);

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

CREATE TABLE review_claim (
    submission INTEGER PRIMARY KEY CONSTRAINT review_claim_submission REFERENCES submission,
    reviewer   INTEGER NOT NULL CONSTRAINT review_claim_reviewer REFERENCES member,
    at         INTEGER NOT NULL,
    chips      TEXT    NOT NULL DEFAULT '',
    words      TEXT    NOT NULL DEFAULT '',
    caption    TEXT
) STRICT;

CREATE TABLE reward (
    id         INTEGER PRIMARY KEY,
    title      TEXT    NOT NULL CONSTRAINT reward_title CHECK (title <> ''),
    about      TEXT    NOT NULL,
    layer      TEXT    NOT NULL,
    kind       TEXT    NOT NULL CONSTRAINT reward_kind CHECK (kind IN ('goods', 'code', 'privilege')),
    price      INTEGER NOT NULL CONSTRAINT reward_price CHECK (price > 0),
    per_member INTEGER NOT NULL CONSTRAINT reward_per_member CHECK (per_member >= 0),
    level      TEXT    NOT NULL,
    opens_at   INTEGER,
    closes_at  INTEGER,
    picture    TEXT,
    cost       INTEGER CONSTRAINT reward_cost CHECK (cost >= 0),
    currency   TEXT,
    low_stock  INTEGER CONSTRAINT reward_low_stock CHECK (low_stock >= 0),
    low_told   INTEGER NOT NULL DEFAULT 0 CONSTRAINT reward_low_told CHECK (low_told IN (0, 1)),
    pieces     INTEGER NOT NULL,
    stock      INTEGER NOT NULL CONSTRAINT reward_stock CHECK (stock >= 0),
    held       INTEGER NOT NULL DEFAULT 0 CONSTRAINT reward_held CHECK (held >= 0),
    sold       INTEGER NOT NULL DEFAULT 0 CONSTRAINT reward_sold CHECK (sold >= 0),
    version    INTEGER NOT NULL DEFAULT 1,
    made_by    INTEGER NOT NULL CONSTRAINT reward_made_by REFERENCES member,
    made_at    INTEGER NOT NULL,
    closed_at  INTEGER,
    CONSTRAINT reward_costs CHECK ((cost IS NULL) = (currency IS NULL)),
    CONSTRAINT reward_every_piece CHECK (stock + held + sold = pieces)
) STRICT;

CREATE INDEX reward_shelf ON reward (layer, price, id) WHERE closed_at IS NULL;

CREATE TABLE role (
    member   INTEGER NOT NULL CONSTRAINT role_member REFERENCES member,
    role     TEXT    NOT NULL,
    given_by INTEGER CONSTRAINT role_given_by REFERENCES member,
    given_at INTEGER NOT NULL,
    PRIMARY KEY (member, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE said_in (
    chat_id INTEGER NOT NULL,
    number  INTEGER NOT NULL,
    member  INTEGER NOT NULL CONSTRAINT said_in_member REFERENCES member,
    prompt  TEXT    NOT NULL,
    about   TEXT    NOT NULL,
    words   TEXT    NOT NULL,
    gone    INTEGER NOT NULL CONSTRAINT said_in_gone CHECK (gone IN (0, 1)),
    at      INTEGER NOT NULL,
    PRIMARY KEY (chat_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX said_in_about ON said_in (member, prompt, about);

CREATE INDEX said_in_at ON said_in (at);

CREATE TABLE sanction (
    id         INTEGER PRIMARY KEY,
    member     INTEGER NOT NULL CONSTRAINT sanction_member REFERENCES member,
    actor      INTEGER NOT NULL CONSTRAINT sanction_actor REFERENCES member,
    grade      TEXT    NOT NULL CONSTRAINT sanction_grade CHECK (grade IN ('warning', 'mute', 'suspension')),
    length_s   INTEGER NOT NULL CONSTRAINT sanction_length CHECK (length_s >= 0),
    clause     INTEGER NOT NULL CONSTRAINT sanction_clause CHECK (clause > 0),
    title      TEXT    NOT NULL,
    reason     TEXT    NOT NULL CONSTRAINT sanction_reason CHECK (reason <> ''),
    at         INTEGER NOT NULL,
    chat_id    INTEGER NOT NULL,
    command    INTEGER NOT NULL,
    chat_group INTEGER CONSTRAINT sanction_group REFERENCES chat_group,
    message    INTEGER,
    conflict   INTEGER NOT NULL CONSTRAINT sanction_conflict CHECK (conflict IN (0, 1)),
    state      TEXT    NOT NULL CONSTRAINT sanction_state
               CHECK (state IN ('proposed', 'running', 'over', 'lifted', 'declined', 'lapsed')),
    until      INTEGER,
    decided_by INTEGER CONSTRAINT sanction_decided_by REFERENCES member,
    decided_at INTEGER,
    ended_by   INTEGER CONSTRAINT sanction_ended_by REFERENCES member,
    ended_at   INTEGER,
    ended_for  TEXT,
    CONSTRAINT sanction_command_once UNIQUE (chat_id, command),
    CONSTRAINT sanction_not_for_oneself CHECK (member <> actor),
    CONSTRAINT sanction_second_person CHECK (decided_by IS NULL OR (decided_by <> actor AND decided_by <> member)),
    CONSTRAINT sanction_declined_by CHECK (state <> 'declined' OR decided_by IS NOT NULL),
    CONSTRAINT sanction_of_conflict CHECK (conflict = 0 OR decided_by IS NOT NULL OR state IN ('proposed', 'lapsed')),
    CONSTRAINT sanction_warns CHECK ((grade = 'warning') = (length_s = 0)),
    CONSTRAINT sanction_runs CHECK (state <> 'running' OR (until IS NOT NULL AND grade <> 'warning')),
    CONSTRAINT sanction_lifted_by CHECK ((state = 'lifted') = (ended_by IS NOT NULL AND ended_for IS NOT NULL))
) STRICT;

CREATE INDEX sanction_of_member ON sanction (member, id);

CREATE INDEX sanction_proposed ON sanction (at) WHERE state = 'proposed';

CREATE INDEX sanction_running ON sanction (until) WHERE state = 'running';

CREATE TABLE scout_link (
    id         INTEGER PRIMARY KEY,
    scouted    INTEGER NOT NULL CONSTRAINT scout_link_scouted REFERENCES scouted,
    chat_group INTEGER NOT NULL CONSTRAINT scout_link_group REFERENCES chat_group,
    made_at    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    state      TEXT    NOT NULL
               CONSTRAINT scout_link_state CHECK (state IN ('asked', 'open', 'used', 'withdrawn', 'refused')),
    link       TEXT,
    CONSTRAINT scout_link_open CHECK (state <> 'open' OR link IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX scout_link_address ON scout_link (link) WHERE link IS NOT NULL;

CREATE INDEX scout_link_expires ON scout_link (expires_at);

CREATE INDEX scout_link_latest ON scout_link (scouted, id);

CREATE TABLE scouted (
    id         INTEGER PRIMARY KEY,
    name       TEXT    NOT NULL,
    domain     TEXT    NOT NULL CONSTRAINT scouted_domain CHECK (domain IN ('public', 'private')),
    platform   TEXT    NOT NULL,
    link       TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    noted_by   INTEGER NOT NULL CONSTRAINT scouted_noted_by REFERENCES member,
    at         INTEGER NOT NULL,
    member     INTEGER CONSTRAINT scouted_member REFERENCES member,
    came_at    INTEGER,
    kept_until INTEGER,
    CONSTRAINT scouted_came CHECK ((member IS NULL) = (came_at IS NULL)),
    CONSTRAINT scouted_kept CHECK ((member IS NULL) = (kept_until IS NOT NULL)),
    CONSTRAINT scouted_public CHECK ((domain = 'public') = (link <> '' AND platform <> ''))
) STRICT;

CREATE INDEX scouted_expected ON scouted (link) WHERE member IS NULL;

CREATE INDEX scouted_kept_until ON scouted (kept_until) WHERE kept_until IS NOT NULL;

CREATE UNIQUE INDEX scouted_of ON scouted (member) WHERE member IS NOT NULL;

CREATE TABLE seal (
    day       TEXT    PRIMARY KEY,
    transfers INTEGER NOT NULL,
    moved     INTEGER NOT NULL,
    hash      BLOB    NOT NULL,
    sealed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE series_pause (
    track TEXT    PRIMARY KEY,
    by    INTEGER NOT NULL CONSTRAINT series_pause_by REFERENCES member,
    at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE series_task (
    id        INTEGER PRIMARY KEY,
    track     TEXT    NOT NULL,
    brief     TEXT    NOT NULL,
    place     INTEGER NOT NULL,
    draft     INTEGER NOT NULL CONSTRAINT series_task_draft UNIQUE,
    made_by   INTEGER NOT NULL CONSTRAINT series_task_made_by REFERENCES member,
    made_at   INTEGER NOT NULL,
    state     TEXT    NOT NULL DEFAULT 'waiting'
              CONSTRAINT series_task_state CHECK (state IN ('waiting', 'opened', 'dropped')),
    challenge INTEGER CONSTRAINT series_task_challenge REFERENCES challenge CONSTRAINT series_task_once UNIQUE,
    week      TEXT,
    CONSTRAINT series_task_opened CHECK ((state = 'opened') = (challenge IS NOT NULL)
              AND (challenge IS NULL) = (week IS NULL)),
    CONSTRAINT series_task_week UNIQUE (track, week)
) STRICT;

CREATE INDEX series_task_waiting ON series_task (track, place) WHERE state = 'waiting';

CREATE TABLE share (
    id         INTEGER PRIMARY KEY,
    member     INTEGER NOT NULL CONSTRAINT share_member REFERENCES member,
    chat_group INTEGER NOT NULL CONSTRAINT share_group REFERENCES chat_group,
    message    INTEGER NOT NULL,
    album      TEXT,
    kind       TEXT    NOT NULL CONSTRAINT share_kind CHECK (kind IN ('words', 'picture', 'video')),
    at         INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    points     INTEGER NOT NULL DEFAULT 0 CONSTRAINT share_points CHECK (points >= 0),
    entry      INTEGER CONSTRAINT share_entry REFERENCES transfer,
    further_kind   TEXT    CONSTRAINT share_further_kind CHECK (further_kind IN ('picture', 'video')),
    further_points INTEGER NOT NULL DEFAULT 0 CONSTRAINT share_further_points CHECK (further_points >= 0),
    further_entry  INTEGER CONSTRAINT share_further_entry REFERENCES transfer,
    taken_back_at  INTEGER,
    CONSTRAINT share_once UNIQUE (chat_group, message)
) STRICT;

CREATE INDEX share_album ON share (album) WHERE album IS NOT NULL;

CREATE INDEX share_of_member ON share (member, at);

CREATE INDEX share_paid ON share (entry) WHERE entry IS NOT NULL;

CREATE INDEX share_paid_further ON share (further_entry) WHERE further_entry IS NOT NULL;

CREATE TABLE share_mark (
    mark  TEXT    PRIMARY KEY,
    share INTEGER NOT NULL CONSTRAINT share_mark_of REFERENCES share
) STRICT, WITHOUT ROWID;

CREATE TABLE shield (
    member INTEGER PRIMARY KEY CONSTRAINT shield_member REFERENCES member,
    have   INTEGER NOT NULL CONSTRAINT shield_have CHECK (have >= 0),
    helps  INTEGER NOT NULL CONSTRAINT shield_helps CHECK (helps >= 0),
    ever INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE shield_help (
    fact   TEXT    PRIMARY KEY,
    member INTEGER NOT NULL CONSTRAINT shield_help_member REFERENCES member,
    at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE shop_order (
    id         INTEGER PRIMARY KEY,
    intent     TEXT    NOT NULL CONSTRAINT shop_order_intent UNIQUE,
    member     INTEGER NOT NULL CONSTRAINT shop_order_member REFERENCES member,
    reward     INTEGER NOT NULL CONSTRAINT shop_order_reward REFERENCES reward,
    title      TEXT    NOT NULL,
    price      INTEGER NOT NULL CONSTRAINT shop_order_price CHECK (price > 0),
    cost       INTEGER CONSTRAINT shop_order_cost CHECK (cost >= 0),
    currency   TEXT,
    state      TEXT    NOT NULL CONSTRAINT shop_order_state
               CHECK (state IN ('pending', 'preparing', 'sent', 'received', 'cancelled', 'returned')),
    hold       INTEGER NOT NULL CONSTRAINT shop_order_hold UNIQUE CONSTRAINT shop_order_holds REFERENCES transfer,
    placed_at  INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    claimed_by INTEGER CONSTRAINT shop_order_claimed_by REFERENCES member,
    sent_at    INTEGER,
    ended_at   INTEGER,
    note       TEXT,
    reason     TEXT,
    expired    INTEGER NOT NULL DEFAULT 0,
    reminded INTEGER NOT NULL DEFAULT 0,
    doubted  INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT shop_order_costs CHECK ((cost IS NULL) = (currency IS NULL)),
    CONSTRAINT shop_order_claimed CHECK (state <> 'preparing' OR claimed_by IS NOT NULL),
    CONSTRAINT shop_order_sent CHECK ((state IN ('sent', 'received')) = (sent_at IS NOT NULL)),
    CONSTRAINT shop_order_ended CHECK ((state IN ('received', 'cancelled', 'returned')) = (ended_at IS NOT NULL)),
    CONSTRAINT shop_order_why CHECK (state <> 'returned' OR expired = 1 OR reason IS NOT NULL)
) STRICT;

CREATE INDEX shop_order_of_member ON shop_order (member, id);

CREATE INDEX shop_order_of_reward ON shop_order (reward, member);

CREATE INDEX shop_order_on_its_way ON shop_order (sent_at) WHERE state = 'sent';

CREATE INDEX shop_order_open ON shop_order (expires_at) WHERE state IN ('pending', 'preparing');

CREATE INDEX shop_order_placed ON shop_order (placed_at);

CREATE TABLE showcase (
    kind         TEXT    NOT NULL CONSTRAINT showcase_kind CHECK (kind IN ('work', 'discovery')),
    number       INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    caption      TEXT,
    posted_at    INTEGER NOT NULL,
    withdrawn_at INTEGER,
    withdrawn_by INTEGER CONSTRAINT showcase_withdrawn_by REFERENCES member,
    reason       TEXT,
    PRIMARY KEY (kind, number),
    CONSTRAINT showcase_withdrawal CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)
        AND (withdrawn_at IS NULL) = (reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE showcase_channel (
    kind       TEXT    NOT NULL,
    number     INTEGER NOT NULL,
    chat_group INTEGER NOT NULL CONSTRAINT showcase_channel_group REFERENCES chat_group,
    PRIMARY KEY (kind, number, chat_group),
    CONSTRAINT showcase_channel_of FOREIGN KEY (kind, number) REFERENCES showcase (kind, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE sought (
    day   TEXT    NOT NULL,
    words TEXT    NOT NULL CONSTRAINT sought_words CHECK (words <> ''),
    n     INTEGER NOT NULL CONSTRAINT sought_times CHECK (n > 0),
    PRIMARY KEY (day, words)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_grant (
    id         INTEGER PRIMARY KEY,
    member     INTEGER NOT NULL CONSTRAINT staff_grant_member REFERENCES member,
    actor      INTEGER NOT NULL CONSTRAINT staff_grant_actor REFERENCES member,
    points     INTEGER NOT NULL CONSTRAINT staff_grant_points CHECK (points <> 0),
    reason     TEXT    NOT NULL CONSTRAINT staff_grant_reason CHECK (reason <> ''),
    at         INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    chat_id    INTEGER NOT NULL,
    command    INTEGER NOT NULL,
    chat_group INTEGER CONSTRAINT staff_grant_group REFERENCES chat_group,
    message    INTEGER,
    state      TEXT    NOT NULL CONSTRAINT staff_grant_state CHECK (state IN ('proposed', 'given', 'declined', 'lapsed')),
    decided_by INTEGER CONSTRAINT staff_grant_decided_by REFERENCES member,
    decided_at INTEGER,
    undone_at INTEGER,
    CONSTRAINT staff_grant_command_once UNIQUE (chat_id, command),
    CONSTRAINT staff_grant_not_for_oneself CHECK (member <> actor),
    CONSTRAINT staff_grant_second_person CHECK (decided_by IS NULL OR (decided_by <> actor AND decided_by <> member)),
    CONSTRAINT staff_grant_declined_by CHECK (state <> 'declined' OR decided_by IS NOT NULL)
) STRICT;

CREATE INDEX staff_grant_alone ON staff_grant (actor, at) WHERE state = 'given' AND decided_by IS NULL AND undone_at IS NULL;

CREATE INDEX staff_grant_of_day ON staff_grant (member, day);

CREATE TABLE stage (
    id          INTEGER PRIMARY KEY,
    member      INTEGER NOT NULL CONSTRAINT stage_member REFERENCES member,
    stage       TEXT    NOT NULL CONSTRAINT stage_known CHECK (stage IN ('sprout', 'active', 'mature', 'alumni')),
    since       INTEGER NOT NULL,
    until       INTEGER,
    put_by      INTEGER NOT NULL CONSTRAINT stage_put_by REFERENCES member,
    paused_from INTEGER,
    CONSTRAINT stage_paused CHECK (paused_from IS NULL OR stage = 'alumni')
) STRICT;

CREATE UNIQUE INDEX stage_now ON stage (member) WHERE until IS NULL;

CREATE INDEX stage_of ON stage (member, id);

CREATE TABLE stage_proposal (
    id          INTEGER PRIMARY KEY,
    member      INTEGER NOT NULL CONSTRAINT stage_proposal_member REFERENCES member,
    stage       TEXT    NOT NULL CONSTRAINT stage_proposal_stage CHECK (stage IN ('sprout', 'active', 'mature', 'alumni')),
    stood_on    TEXT    CONSTRAINT stage_proposal_stood_on CHECK (stood_on IN ('sprout', 'active', 'mature', 'alumni')),
    quiet_since TEXT,
    at          INTEGER NOT NULL,
    until       INTEGER,
    state       TEXT    NOT NULL CONSTRAINT stage_proposal_state
                CHECK (state IN ('found', 'waiting', 'accepted', 'declined', 'lapsed', 'overtaken')),
    settled_at  INTEGER,
    settled_by  INTEGER CONSTRAINT stage_proposal_settled_by REFERENCES member
) STRICT;

CREATE INDEX stage_proposal_of ON stage_proposal (member, id);

CREATE UNIQUE INDEX stage_proposal_open ON stage_proposal (member) WHERE state IN ('found', 'waiting');

CREATE TABLE streak_milestone (
    member INTEGER NOT NULL CONSTRAINT streak_milestone_member REFERENCES member,
    streak INTEGER NOT NULL,
    day    TEXT    NOT NULL,
    PRIMARY KEY (member, streak, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
    id            INTEGER PRIMARY KEY,
    challenge     INTEGER NOT NULL CONSTRAINT submission_challenge REFERENCES challenge,
    member        INTEGER NOT NULL CONSTRAINT submission_member REFERENCES member,
    stage         TEXT    NOT NULL CONSTRAINT submission_stage CHECK (stage IN ('plan', 'work')),
    standing      TEXT    NOT NULL
                  CONSTRAINT submission_standing CHECK (standing IN ('waiting', 'returned', 'approved', 'featured', 'withdrawn')),
    version       INTEGER NOT NULL CONSTRAINT submission_counts CHECK (version > 0),
    made_at       INTEGER NOT NULL,
    waiting_since INTEGER NOT NULL,
    shown         INTEGER NOT NULL DEFAULT 0,
    nagged_at     INTEGER,
    featured_at   INTEGER,
    points        INTEGER NOT NULL DEFAULT 0 CONSTRAINT submission_points CHECK (points >= 0)
) STRICT;

CREATE INDEX submission_of_challenge ON submission (challenge);

CREATE INDEX submission_of_member ON submission (member, challenge);

CREATE INDEX submission_waiting ON submission (waiting_since) WHERE standing = 'waiting';

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

CREATE TABLE submission_page (
    page       TEXT    NOT NULL,
    submission INTEGER NOT NULL CONSTRAINT submission_page_of REFERENCES submission,
    PRIMARY KEY (page, submission)
) STRICT, WITHOUT ROWID;

CREATE INDEX submission_page_of_work ON submission_page (submission);

CREATE TABLE submission_undone (
    submission INTEGER NOT NULL CONSTRAINT submission_undone_of REFERENCES submission,
    rule       TEXT    NOT NULL CONSTRAINT submission_undone_rule CHECK (rule IN ('submission', 'featured')),
    PRIMARY KEY (submission, rule)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX submission_version_at ON submission_version (at);

CREATE INDEX submission_version_message ON submission_version (chat_group, message) WHERE message IS NOT NULL;

CREATE TABLE support (
    id         INTEGER PRIMARY KEY,
    chat_group INTEGER NOT NULL CONSTRAINT support_group REFERENCES chat_group,
    message    INTEGER NOT NULL,
    member     INTEGER NOT NULL CONSTRAINT support_member REFERENCES member,
    what       TEXT    NOT NULL CONSTRAINT support_what CHECK (what <> ''),
    helper     INTEGER NOT NULL CONSTRAINT support_helper REFERENCES member,
    by         INTEGER NOT NULL CONSTRAINT support_by REFERENCES member,
    due_at     INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    state      TEXT    NOT NULL DEFAULT 'offered' CONSTRAINT support_state
               CHECK (state IN ('offered', 'accepted', 'declined', 'withdrawn', 'lapsed', 'done')),
    reminded   INTEGER NOT NULL DEFAULT 0 CONSTRAINT support_reminded CHECK (reminded IN (0, 1)),
    CONSTRAINT support_of_another CHECK (member <> by AND member <> helper)
) STRICT;

CREATE INDEX support_due ON support (due_at) WHERE state IN ('offered', 'accepted');

CREATE UNIQUE INDEX support_once ON support (chat_group, message) WHERE state IN ('offered', 'accepted', 'done');

CREATE TABLE support_work (
    support    INTEGER PRIMARY KEY CONSTRAINT support_work_of REFERENCES support,
    member     INTEGER CONSTRAINT support_work_member REFERENCES member,
    chat_group INTEGER CONSTRAINT support_work_group REFERENCES chat_group,
    message    INTEGER,
    link       TEXT,
    at         INTEGER NOT NULL,
    CONSTRAINT support_work_where CHECK ((link IS NULL) = (message IS NOT NULL) AND (message IS NULL) = (chat_group IS NULL))
) STRICT;

CREATE TABLE talk (
    chat_group INTEGER NOT NULL CONSTRAINT talk_group REFERENCES chat_group,
    day        TEXT    NOT NULL,
    member     INTEGER NOT NULL CONSTRAINT talk_member REFERENCES member,
    messages   INTEGER NOT NULL,
    replies    INTEGER NOT NULL,
    pictures   INTEGER NOT NULL,
    videos     INTEGER NOT NULL,
    PRIMARY KEY (chat_group, day, member),
    CONSTRAINT talk_counts CHECK (replies <= messages AND pictures + videos <= messages)
) STRICT, WITHOUT ROWID;

CREATE TABLE tally (
    member   INTEGER NOT NULL CONSTRAINT tally_member REFERENCES member,
    scope    INTEGER NOT NULL,
    period   TEXT    NOT NULL,
    competes INTEGER NOT NULL DEFAULT 1,
    points   INTEGER NOT NULL DEFAULT 0,
    checkin  INTEGER NOT NULL DEFAULT 0,
    assist   INTEGER NOT NULL DEFAULT 0,
    creator  INTEGER NOT NULL DEFAULT 0,
    newcomer INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (member, scope, period)
) STRICT, WITHOUT ROWID;

CREATE INDEX tally_assist ON tally (scope, period, competes, assist DESC, member) WHERE assist <> 0;

CREATE INDEX tally_checkin ON tally (scope, period, competes, checkin DESC, member) WHERE checkin <> 0;

CREATE INDEX tally_creator ON tally (scope, period, competes, creator DESC, member) WHERE creator <> 0;

CREATE INDEX tally_newcomer ON tally (scope, period, competes, newcomer DESC, member) WHERE newcomer <> 0;

CREATE INDEX tally_points ON tally (scope, period, competes, points DESC, member) WHERE points <> 0;

CREATE TABLE teammate (
    id        INTEGER PRIMARY KEY,
    project   INTEGER NOT NULL,
    role      INTEGER NOT NULL,
    member    INTEGER NOT NULL CONSTRAINT teammate_member REFERENCES member,
    joined_at INTEGER NOT NULL,
    left_at   INTEGER,
    points    INTEGER NOT NULL DEFAULT 0,
    entry     INTEGER CONSTRAINT teammate_entry REFERENCES transfer,
    shared_at INTEGER,
    taken_back_at INTEGER,
    CONSTRAINT teammate_role FOREIGN KEY (project, role) REFERENCES project_role (project, nth),
    CONSTRAINT teammate_paid CHECK (entry IS NULL OR shared_at IS NOT NULL),
    CONSTRAINT teammate_shared CHECK (shared_at IS NULL OR left_at IS NULL)
) STRICT;

CREATE INDEX teammate_of_member ON teammate (member, project);

CREATE UNIQUE INDEX teammate_once ON teammate (project, member) WHERE left_at IS NULL;

CREATE INDEX teammate_paid_by ON teammate (entry) WHERE entry IS NOT NULL;

CREATE TABLE thanks (
    chat_group INTEGER NOT NULL CONSTRAINT thanks_group REFERENCES chat_group,
    message    INTEGER NOT NULL,
    giver      INTEGER NOT NULL CONSTRAINT thanks_giver REFERENCES member,
    receiver   INTEGER CONSTRAINT thanks_receiver REFERENCES member,
    at         INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    way        TEXT    NOT NULL CONSTRAINT thanks_way CHECK (way IN ('word', 'reaction')),
    outcome    TEXT    NOT NULL,
    points     INTEGER NOT NULL DEFAULT 0 CONSTRAINT thanks_points CHECK (points >= 0),
    entry      INTEGER CONSTRAINT thanks_entry REFERENCES transfer,
    reason     TEXT,
    since      INTEGER NOT NULL,
    messages   INTEGER NOT NULL,
    known_since    INTEGER NOT NULL,
    known_messages INTEGER NOT NULL,
    tries      INTEGER NOT NULL DEFAULT 1 CONSTRAINT thanks_tries CHECK (tries > 0),
    first_at   INTEGER NOT NULL,
    PRIMARY KEY (chat_group, message, giver),
    CONSTRAINT thanks_first CHECK (first_at <= at),
    CONSTRAINT thanks_not_to_oneself CHECK (outcome <> 'credited' OR receiver <> giver),
    CONSTRAINT thanks_paid CHECK (points = 0 OR (outcome = 'credited' AND entry IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX thanks_given ON thanks (giver, at) WHERE outcome = 'credited';

CREATE INDEX thanks_of_group ON thanks (chat_group, day, receiver, giver, points, outcome) WHERE outcome = 'credited';

CREATE INDEX thanks_pair ON thanks (giver, receiver, at) WHERE outcome = 'credited';

CREATE INDEX thanks_received ON thanks (receiver, at) WHERE outcome = 'credited';

CREATE INDEX thanks_refused_giver ON thanks (giver, at) WHERE outcome <> 'credited';

CREATE INDEX thanks_refused_receiver ON thanks (receiver, at) WHERE outcome <> 'credited';

CREATE TABLE title_proposal (
    id         INTEGER PRIMARY KEY,
    member     INTEGER NOT NULL CONSTRAINT title_proposal_member REFERENCES member,
    track      TEXT    NOT NULL CONSTRAINT title_proposal_track
               CHECK (track IN ('photo', 'video', 'writing', 'tech', 'helping')),
    stood_on   TEXT    NOT NULL,
    title      TEXT    NOT NULL,
    rises      INTEGER NOT NULL CONSTRAINT title_proposal_rises CHECK (rises IN (0, 1)),
    needs      TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    state      TEXT    NOT NULL CONSTRAINT title_proposal_state
               CHECK (state IN ('waiting', 'moot', 'confirmed', 'declined', 'lapsed', 'overtaken')),
    card       INTEGER,
    until      INTEGER,
    shown      TEXT,
    settled_by INTEGER CONSTRAINT title_proposal_settled_by REFERENCES member,
    settled_at INTEGER,
    reason     TEXT,
    CONSTRAINT title_proposal_moves CHECK (title <> stood_on),
    CONSTRAINT title_proposal_asked CHECK ((card IS NULL) = (until IS NULL) AND (card IS NULL) = (shown IS NULL)),
    CONSTRAINT title_proposal_settled CHECK ((state IN ('waiting', 'moot')) = (settled_at IS NULL)),
    CONSTRAINT title_proposal_by_somebody CHECK (state NOT IN ('confirmed', 'declined') OR settled_by IS NOT NULL),
    CONSTRAINT title_proposal_not_for_oneself CHECK (settled_by IS NULL OR settled_by <> member)
) STRICT;

CREATE INDEX title_proposal_of_member ON title_proposal (member, track, id);

CREATE INDEX title_proposal_on_card ON title_proposal (card, id);

CREATE UNIQUE INDEX title_proposal_open ON title_proposal (member, track) WHERE state IN ('waiting', 'moot');

CREATE INDEX title_proposal_stale ON title_proposal (card) WHERE shown <> state;

CREATE INDEX title_proposal_unsettled ON title_proposal (until) WHERE state IN ('waiting', 'moot');

CREATE TABLE topic (
    id         INTEGER PRIMARY KEY,
    chat_group INTEGER NOT NULL CONSTRAINT topic_group REFERENCES chat_group,
    title      TEXT    NOT NULL CONSTRAINT topic_title CHECK (title <> ''),
    opened_by  INTEGER NOT NULL CONSTRAINT topic_opened_by REFERENCES member,
    opened_at  INTEGER NOT NULL,
    closed_at  INTEGER,
    closed_by  INTEGER CONSTRAINT topic_closed_by REFERENCES member,
    changed    INTEGER NOT NULL DEFAULT 0 CONSTRAINT topic_changed CHECK (changed IN (0, 1)),
    CONSTRAINT topic_end CHECK ((closed_at IS NULL) = (closed_by IS NULL))
) STRICT;

CREATE INDEX topic_open ON topic (chat_group) WHERE closed_at IS NULL;

CREATE INDEX topic_to_show ON topic (id) WHERE changed = 1;

CREATE TABLE topic_moderator (
    id         INTEGER PRIMARY KEY,
    member     INTEGER NOT NULL CONSTRAINT topic_moderator_member REFERENCES member,
    chat_group INTEGER CONSTRAINT topic_moderator_group REFERENCES chat_group,
    thread     INTEGER,
    name       TEXT    NOT NULL CONSTRAINT topic_moderator_name CHECK (name <> ''),
    given_by   INTEGER NOT NULL CONSTRAINT topic_moderator_given_by REFERENCES member,
    given_at   INTEGER NOT NULL,
    until      INTEGER,
    ended_at   INTEGER,
    ending     TEXT    CONSTRAINT topic_moderator_ending CHECK (ending IN ('term', 'taken', 'sanction', 'left', 'honoured')),
    CONSTRAINT topic_moderator_place CHECK ((chat_group IS NULL) = (thread IS NULL)),
    CONSTRAINT topic_moderator_of_another CHECK (given_by <> member),
    CONSTRAINT topic_moderator_ended CHECK ((ended_at IS NULL) = (ending IS NULL))
) STRICT;

CREATE INDEX topic_moderator_now ON topic_moderator (member) WHERE ended_at IS NULL;

CREATE TABLE touched (
    member INTEGER NOT NULL CONSTRAINT touched_member REFERENCES member,
    source TEXT    NOT NULL,
    PRIMARY KEY (member, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE track_title (
    id        INTEGER PRIMARY KEY,
    member    INTEGER NOT NULL CONSTRAINT track_title_member REFERENCES member,
    track     TEXT    NOT NULL CONSTRAINT track_title_track
              CHECK (track IN ('photo', 'video', 'writing', 'tech', 'helping')),
    title     TEXT    NOT NULL CONSTRAINT track_title_title CHECK (title <> ''),
    needs     TEXT    NOT NULL,
    given_by  INTEGER NOT NULL CONSTRAINT track_title_given_by REFERENCES member,
    given_at  INTEGER NOT NULL,
    reason    TEXT    NOT NULL,
    proposal  INTEGER CONSTRAINT track_title_of_proposal REFERENCES title_proposal,
    taken_by  INTEGER CONSTRAINT track_title_taken_by REFERENCES member,
    taken_at  INTEGER,
    taken_for TEXT,
    CONSTRAINT track_title_not_for_oneself CHECK (given_by <> member AND (taken_by IS NULL OR taken_by <> member)),
    CONSTRAINT track_title_taken CHECK ((taken_by IS NULL) = (taken_at IS NULL) AND (taken_by IS NULL) = (taken_for IS NULL))
) STRICT;

CREATE UNIQUE INDEX track_title_held ON track_title (member, track, title) WHERE taken_at IS NULL;

CREATE INDEX track_title_of_member ON track_title (member, track, id);

CREATE TRIGGER transfer_never_changes BEFORE UPDATE ON transfer
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: correct by a linked reversal');
END;

CREATE TRIGGER transfer_never_goes BEFORE DELETE ON transfer
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: correct by a linked reversal');
END;

CREATE TABLE transfer (
    id           INTEGER PRIMARY KEY,
    at           INTEGER NOT NULL,
    written_at   INTEGER NOT NULL,
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

CREATE INDEX transfer_made_up ON transfer (actor, at) WHERE rule = 'write_off';

CREATE INDEX transfer_of_credit ON transfer (credit, id);

CREATE INDEX transfer_of_debit ON transfer (debit, id) WHERE debit > 4;

CREATE INDEX transfer_of_message ON transfer (chat_group, message) WHERE message IS NOT NULL;

CREATE UNIQUE INDEX transfer_reversed_once ON transfer (reverses) WHERE reverses IS NOT NULL;

CREATE UNIQUE INDEX transfer_settled_once ON transfer (settles) WHERE settles IS NOT NULL;

CREATE TABLE trust (
    member   INTEGER PRIMARY KEY CONSTRAINT trust_member REFERENCES member,
    step     TEXT    NOT NULL CONSTRAINT trust_step CHECK (step IN ('base', 'framework', 'open')),
    needs    TEXT    NOT NULL,
    given_by INTEGER NOT NULL CONSTRAINT trust_given_by REFERENCES member,
    given_at INTEGER NOT NULL,
    reason   TEXT    NOT NULL,
    proposal INTEGER CONSTRAINT trust_of_proposal REFERENCES trust_proposal,
    CONSTRAINT trust_not_for_oneself CHECK (given_by <> member)
) STRICT;

CREATE TABLE trust_proposal (
    id         INTEGER PRIMARY KEY,
    member     INTEGER NOT NULL CONSTRAINT trust_proposal_member REFERENCES member,
    stood_on   TEXT    NOT NULL CONSTRAINT trust_proposal_stood_on CHECK (stood_on IN ('base', 'framework', 'open')),
    step       TEXT    NOT NULL CONSTRAINT trust_proposal_step CHECK (step IN ('base', 'framework', 'open')),
    needs      TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    state      TEXT    NOT NULL CONSTRAINT trust_proposal_state
               CHECK (state IN ('waiting', 'moot', 'confirmed', 'declined', 'lapsed', 'overtaken')),
    card       INTEGER,
    until      INTEGER,
    shown      TEXT,
    settled_by INTEGER CONSTRAINT trust_proposal_settled_by REFERENCES member,
    settled_at INTEGER,
    reason     TEXT,
    CONSTRAINT trust_proposal_moves CHECK (step <> stood_on),
    CONSTRAINT trust_proposal_asked CHECK ((card IS NULL) = (until IS NULL) AND (card IS NULL) = (shown IS NULL)),
    CONSTRAINT trust_proposal_settled CHECK ((state IN ('waiting', 'moot')) = (settled_at IS NULL)),
    CONSTRAINT trust_proposal_by_somebody CHECK (state NOT IN ('confirmed', 'declined') OR settled_by IS NOT NULL),
    CONSTRAINT trust_proposal_not_for_oneself CHECK (settled_by IS NULL OR settled_by <> member)
) STRICT;

CREATE INDEX trust_proposal_of_member ON trust_proposal (member, id);

CREATE INDEX trust_proposal_on_card ON trust_proposal (card, id);

CREATE UNIQUE INDEX trust_proposal_open ON trust_proposal (member) WHERE state IN ('waiting', 'moot');

CREATE INDEX trust_proposal_stale ON trust_proposal (card) WHERE shown <> state;

CREATE INDEX trust_proposal_unsettled ON trust_proposal (until) WHERE state IN ('waiting', 'moot');

CREATE TABLE unheard (
    since INTEGER PRIMARY KEY,
    until INTEGER NOT NULL,
    CONSTRAINT unheard_span CHECK (since < until)
) STRICT;

CREATE TABLE value_letter (
    member  INTEGER NOT NULL CONSTRAINT value_letter_member REFERENCES member,
    month   TEXT    NOT NULL,
    zone    TEXT    NOT NULL,
    written INTEGER NOT NULL CONSTRAINT value_letter_written CHECK (written IN (0, 1)),
    at      INTEGER NOT NULL,
    PRIMARY KEY (member, month)
) STRICT, WITHOUT ROWID;

CREATE INDEX value_letter_round ON value_letter (month, zone, member);

CREATE TABLE value_letter_words (
    member INTEGER NOT NULL CONSTRAINT value_letter_words_member REFERENCES member,
    month  TEXT    NOT NULL,
    words  TEXT    NOT NULL CONSTRAINT value_letter_words_said CHECK (words <> ''),
    by     INTEGER NOT NULL CONSTRAINT value_letter_words_by REFERENCES member,
    at     INTEGER NOT NULL,
    PRIMARY KEY (member, month),
    CONSTRAINT value_letter_words_of_others CHECK (by <> member)
) STRICT, WITHOUT ROWID;

CREATE TABLE vote (
    ballot INTEGER NOT NULL CONSTRAINT vote_ballot REFERENCES ballot,
    member INTEGER NOT NULL CONSTRAINT vote_member REFERENCES member,
    choice INTEGER NOT NULL CONSTRAINT vote_choice CHECK (choice BETWEEN 1 AND 10),
    at     INTEGER NOT NULL,
    PRIMARY KEY (ballot, member)
) STRICT, WITHOUT ROWID;

CREATE TABLE want (
    reward  INTEGER NOT NULL CONSTRAINT want_reward REFERENCES reward,
    member  INTEGER NOT NULL CONSTRAINT want_member REFERENCES member,
    at      INTEGER NOT NULL,
    told_at INTEGER,
    PRIMARY KEY (reward, member)
) STRICT, WITHOUT ROWID;

CREATE INDEX want_told ON want (told_at) WHERE told_at IS NOT NULL;
