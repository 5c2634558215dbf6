"""Whether what was paid for works belongs to works."""

from actions.ledger.audit_rows import owned
from storage.works import submissions

AUDIT = (owned("submission", submissions.strays), owned("featured", submissions.strays))
