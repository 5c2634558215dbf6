"""What keeps it well: backups, health, what is forgotten when."""
