"""From effects to letters."""
