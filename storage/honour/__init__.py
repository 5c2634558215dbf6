"""What we remember of boards and awards."""
