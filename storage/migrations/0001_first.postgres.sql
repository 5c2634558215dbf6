-- What history must not change, in the words of PostgreSQL; and numbers that go on after those given above.

CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only: correct by a linked reversal' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER transfer_never_changes BEFORE UPDATE ON transfer FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER transfer_never_goes BEFORE DELETE ON transfer FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE TRIGGER transfer_never_empties BEFORE TRUNCATE ON transfer EXECUTE FUNCTION append_only();

CREATE FUNCTION code_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a code that was handed out stays with its order' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER code_never_moves BEFORE UPDATE ON code FOR EACH ROW WHEN (OLD.shop_order IS NOT NULL)
EXECUTE FUNCTION code_stays();

SELECT setval(pg_get_serial_sequence('account', 'id'), (SELECT max(id) FROM account));
