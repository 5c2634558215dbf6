"""The pages to which works lead, and which other works lead there too."""

from rules.links import pages_in
from rules.works.submission import Elsewhere
from storage.declarations import GOES, Own
from storage.engine.tx import Tx

# A page that a whole community links to is told by its first works.
SHOWN = 3


def note(tx: Tx, submission: int, words: str) -> None:
    """A version with those `words` leads to the pages in them; what an older one led to stays known."""
    for page in pages_in(words):
        tx.run(
            "INSERT INTO submission_page (page, submission) VALUES (:page, :submission) ON CONFLICT DO NOTHING",
            page=page,
            submission=submission,
        )


def shared(tx: Tx, submission: int, words: str, given: str) -> tuple[Elsewhere, ...]:
    """Other works that lead to a page in `words`; not to one that was `given` with the challenge. Earliest first, at most 3.

    It is no matter that one's own plan does, what one took back, or another piece of the same project.
    """
    known = frozenset(pages_in(given))
    found: dict[int, Elsewhere] = {}
    for page in pages_in(words):
        if page not in known:
            found |= {one.submission: one for one in _leading_to(tx, page, submission)}
    return tuple(found[number] for number in sorted(found))[:SHOWN]


def _leading_to(tx: Tx, page: str, submission: int) -> list[Elsewhere]:
    rows = tx.all(
        """
        SELECT s.id, c.id AS challenge, c.title, CASE WHEN s.member = mine.member THEN '' ELSE m.name END AS author
        FROM submission_page p JOIN submission s ON s.id = p.submission JOIN submission mine ON mine.id = :submission
        JOIN challenge c ON c.id = s.challenge JOIN challenge here ON here.id = mine.challenge
        JOIN member m ON m.id = s.member
        WHERE p.page = :page AND s.id <> mine.id
        AND (s.member <> mine.member OR (s.standing <> 'withdrawn' AND (s.challenge <> mine.challenge OR s.stage = mine.stage)))
        AND (c.project IS NULL OR here.project IS NULL OR c.project <> here.project OR c.id = here.id)
        ORDER BY s.id LIMIT 3
        """,
        page=page,
        submission=submission,
    )
    return [Elsewhere(row.id, row.challenge, row.title, True, row.author) for row in rows]


OWN = (Own("submission_page", "", whose="submission IN (SELECT id FROM submission WHERE member = :member)", fate=GOES),)
