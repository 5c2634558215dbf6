-- When each scheduled post is due next by which times (cron and zone), and when that was found (UTC seconds).
-- It saves work between two due times; what decides is `job_run`.
CREATE TABLE job_next (
    job      TEXT    NOT NULL,
    scope    INTEGER NOT NULL,
    times    TEXT    NOT NULL,
    next_at  INTEGER NOT NULL,
    found_at INTEGER NOT NULL,
    PRIMARY KEY (job, scope)
) STRICT, WITHOUT ROWID;
CREATE INDEX job_run_due ON job_run (job, scope, due_at);
