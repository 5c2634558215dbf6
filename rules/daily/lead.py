"""What leads to thanks: `好的`, `收到`, `换了保险丝就好了`, `got it`. A request or a refusal does not."""

import re

from rules.heard import heard
from rules.typed import any_of

_CLAUSES = re.compile(r"[^\w\s'@?/]+|(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")


_YES = heard("lead", "yes")
_DEGREES = heard("lead", "degrees")
_TITLES = heard("lead", "titles")
_RESULTS = heard("lead", "results")
_ASKING = heard("lead", "asking")
_ENGLISH = (
    r"ok(?:ay)?|got it|perfect|great|awesome|nice|cool|solved|fixed(?: it)?|(?:it )?works?(?: now| great| perfectly)?|it worked"
    r"|that (?:works|worked|helps|helped|did it|fixed it)|makes sense|will do|noted|done|yes|yep|oh|wow|ah|all good(?: now)?"
    r"|good to know|exactly|many|brilliant|excellent|lovely|sorted|love it|super|learned something|and|then|now"
    r"|i (?:just )?tried it|[a-z' ]{0,30}\b(?:works|worked|helped|fixed it|solved it)(?: now)?"
)
_CALL = re.compile(rf"(?:@\w+|\w{{0,3}}(?:{any_of(_TITLES)})(?:们)?)")
_YES_CLAUSE = re.compile(rf"(?:(?:{any_of(_YES)}|{any_of(_DEGREES)})|(?:{_ENGLISH})(?:[\s,]+|\Z))+")
_MOST = 60
_RESULT = re.compile(
    rf"(?!.*(?:{any_of(_ASKING)}))(?:.{{0,30}}(?:{any_of(_RESULTS)})|.{{0,12}}(?:终于|果然|居然|一下子?就).{{1,14}}了|原来.{{1,14}}"
    r"|(?:我|这就|马上|回头|今晚|晚上|明天|周末|回去|到家|下班|等下|一会儿?)*(?:再?去|来|先|就)?(?:试|弄|看|调|换)(?:一?下|试看?|看|着)?)[啦呀啊哈呢]?"
)


def leads(said: str, author: str) -> bool | None:
    """Whether `said`, right before a word of thanks, tells what came of the help; None when it leads elsewhere."""
    if len(said) > _MOST:
        return None
    clauses = [clause.strip(" ,") for clause in _CLAUSES.split(said)]
    result = False
    for clause in filter(None, clauses):
        if _YES_CLAUSE.fullmatch(clause) or _CALL.fullmatch(clause) or _is_called(author, clause):
            continue
        if not _RESULT.fullmatch(clause):
            return None
        result = True
    return result


def _is_called(author: str, clause: str) -> bool:
    return len(clause) > 1 and any(name.endswith(clause) for name in author.split())
