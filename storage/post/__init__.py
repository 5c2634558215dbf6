"""What came in and what goes out, and what waits in between."""
