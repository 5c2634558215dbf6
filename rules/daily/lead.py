"""What leads to thanks: `好的`, `收到`, `换了保险丝就好了`, `got it`. A request or a refusal does not."""

import re

from rules.reading.heard import heard, pattern
from rules.reading.typed import any_of

_CLAUSES = re.compile(r"[^\w\s'@?/]+|(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")


_YES = heard("lead", "yes")
_DEGREES = heard("lead", "degrees")
_TITLES = heard("lead", "titles")
_RESULTS = heard("lead", "results")
_ASKING = heard("lead", "asking")
_ENGLISH = pattern("lead", "english")
_KEEPS = any_of(heard("lead", "keeps"))
_KEEPS_IN_ENGLISH = pattern("lead", "keeps_in_english")
_CALL = re.compile(rf"(?:@\w+|\w{{0,3}}(?:{any_of(_TITLES)})(?:{pattern('lead', 'plural')})?)")
_YES_CLAUSE = re.compile(
    rf"(?:(?:{any_of(_YES)}|{any_of(_DEGREES)}|{_KEEPS})|(?:{_ENGLISH}|{_KEEPS_IN_ENGLISH})(?:[\s,]+|\Z))+"
)
_KEPT_CLAUSE = re.compile(rf"(?:{_KEEPS}|(?:{_KEEPS_IN_ENGLISH})(?:[\s,]+|\Z))(?:{pattern('lead', 'kept_particles')})*")
_SIGH = re.compile(pattern("lead", "sighs"))
_MOST = 60
_RESULT = re.compile(
    rf"(?!.*(?:{any_of(_ASKING)}))(?:.{{0,30}}(?:{any_of(_RESULTS)})|{pattern('lead', 'turned_out')}){pattern('lead', 'particle')}?"
)


def leads(said: str, author: str) -> bool | None:
    """Whether `said`, right before a word of thanks, tells what came of the help; None when it leads elsewhere."""
    if len(said) > _MOST:
        return None
    clauses = [clause.strip(" ,") for clause in _CLAUSES.split(said)]
    result = False
    for clause in filter(None, clauses):
        if (
            _YES_CLAUSE.fullmatch(clause)
            or _SIGH.fullmatch(clause)
            or _CALL.fullmatch(clause)
            or _is_called(author, clause)
        ):
            continue
        if not _RESULT.fullmatch(clause):
            return None
        result = True
    return result


def _is_called(author: str, clause: str) -> bool:
    return len(clause) > 1 and any(name.endswith(clause) for name in author.split())


def keeps(said: str) -> bool:
    """Whether `said` has nothing in it but that somebody marks what they answer, for later or for what comes of it: `码住`."""
    clauses = [clause.strip(" ,") for clause in _CLAUSES.split(said)]
    named = [clause for clause in clauses if clause and not _CALL.fullmatch(clause)]
    return bool(named) and all(_KEPT_CLAUSE.fullmatch(clause) for clause in named)
