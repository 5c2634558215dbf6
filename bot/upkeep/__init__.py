"""What keeps it well: backups, the doctor, what is forgotten when."""
