-- What history must not change, in the words of SQLite.

CREATE TRIGGER transfer_never_changes BEFORE UPDATE ON transfer
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: correct by a linked reversal');
END;

CREATE TRIGGER transfer_never_goes BEFORE DELETE ON transfer
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: correct by a linked reversal');
END;

CREATE TRIGGER code_never_moves BEFORE UPDATE ON code WHEN OLD.shop_order IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'a code that was handed out stays with its order');
END;
