"""How people reach team projects and co-creation."""
