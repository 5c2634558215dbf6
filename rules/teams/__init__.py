"""The rules of what several make together: team projects and co-creation."""
