"""What the sheets of quizzes tell, and what they never do: who was wrong at what."""

from storage.works.quizzes_sheet import SHEETS


def test_one_sheet_tells_who_passed_the_other_how_often_and_none_who_was_wrong_at_what() -> None:
    told = {sheet.name: {column.name for column in sheet.columns} for sheet in SHEETS}
    assert told == {
        "quizzes": {"id", "began_at", "telegram_id", "name", "quiz_id", "title", "ended_at", "state"},
        "quiz_questions": {"id", "quiz_id", "title", "text", "answered", "right", "withdrawn_at"},
    }
