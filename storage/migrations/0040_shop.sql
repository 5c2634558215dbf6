-- The shop ---------------------------------------------------------------------------------------------------------------

-- `pieces` is all there ever were: those still to be had, those in open orders, and those handed out.
CREATE TABLE reward (
    id         INTEGER PRIMARY KEY,
    title      TEXT    NOT NULL CONSTRAINT reward_title CHECK (title <> ''),
    about      TEXT    NOT NULL,
    layer      TEXT    NOT NULL,
    kind       TEXT    NOT NULL CONSTRAINT reward_kind CHECK (kind IN ('goods', 'code', 'privilege')),
    price      INTEGER NOT NULL CONSTRAINT reward_price CHECK (price > 0),
    per_member INTEGER NOT NULL CONSTRAINT reward_per_member CHECK (per_member >= 0),
    level      INTEGER NOT NULL CONSTRAINT reward_level CHECK (level >= 0),
    opens_at   INTEGER,
    closes_at  INTEGER,
    picture    TEXT,
    pieces     INTEGER NOT NULL,
    stock      INTEGER NOT NULL CONSTRAINT reward_stock CHECK (stock >= 0),
    held       INTEGER NOT NULL DEFAULT 0 CONSTRAINT reward_held CHECK (held >= 0),
    sold       INTEGER NOT NULL DEFAULT 0 CONSTRAINT reward_sold CHECK (sold >= 0),
    version    INTEGER NOT NULL DEFAULT 1,
    made_by    INTEGER NOT NULL CONSTRAINT reward_made_by REFERENCES member,
    made_at    INTEGER NOT NULL,
    closed_at  INTEGER,
    CONSTRAINT reward_every_piece CHECK (stock + held + sold = pieces)
) STRICT;
CREATE INDEX reward_shelf ON reward (layer, price, id) WHERE closed_at IS NULL;

CREATE TABLE shop_order (
    id         INTEGER PRIMARY KEY,
    intent     TEXT    NOT NULL CONSTRAINT shop_order_intent UNIQUE,
    member     INTEGER NOT NULL CONSTRAINT shop_order_member REFERENCES member,
    reward     INTEGER NOT NULL CONSTRAINT shop_order_reward REFERENCES reward,
    title      TEXT    NOT NULL,
    price      INTEGER NOT NULL CONSTRAINT shop_order_price CHECK (price > 0),
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
    CONSTRAINT shop_order_claimed CHECK (state <> 'preparing' OR claimed_by IS NOT NULL),
    CONSTRAINT shop_order_sent CHECK ((state IN ('sent', 'received')) = (sent_at IS NOT NULL)),
    CONSTRAINT shop_order_ended CHECK ((state IN ('received', 'cancelled', 'returned')) = (ended_at IS NOT NULL)),
    CONSTRAINT shop_order_why CHECK (state <> 'returned' OR expired = 1 OR reason IS NOT NULL)
) STRICT;
CREATE INDEX shop_order_of_member ON shop_order (member, id);
CREATE INDEX shop_order_of_reward ON shop_order (reward, member);
CREATE INDEX shop_order_open ON shop_order (expires_at) WHERE state IN ('pending', 'preparing');
CREATE INDEX shop_order_on_its_way ON shop_order (sent_at) WHERE state = 'sent';

-- A code belongs to one order for ever once it is bound.
CREATE TABLE code (
    id         INTEGER PRIMARY KEY,
    reward     INTEGER NOT NULL CONSTRAINT code_reward REFERENCES reward,
    code       TEXT    NOT NULL CONSTRAINT code_text CHECK (code <> ''),
    shop_order INTEGER CONSTRAINT code_shop_order UNIQUE CONSTRAINT code_of_order REFERENCES shop_order,
    added_by   INTEGER NOT NULL CONSTRAINT code_added_by REFERENCES member,
    added_at   INTEGER NOT NULL,
    CONSTRAINT code_once UNIQUE (reward, code)
) STRICT;
CREATE INDEX code_free ON code (reward, id) WHERE shop_order IS NULL;
CREATE TRIGGER code_never_moves BEFORE UPDATE ON code WHEN OLD.shop_order IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'a code that was handed out stays with its order');
END;

-- Where to send things; erased as soon as the order has ended or was sent.
CREATE TABLE delivery_address (
    shop_order INTEGER PRIMARY KEY CONSTRAINT delivery_address_order REFERENCES shop_order,
    text       TEXT    NOT NULL,
    at         INTEGER NOT NULL
) STRICT;
