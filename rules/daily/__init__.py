"""The rules of an ordinary day: check-in, questions and answers, thanks."""
