"""What we remember of team projects and co-creation."""
