"""The rules of boards, awards and of what is shown to people about themselves."""
