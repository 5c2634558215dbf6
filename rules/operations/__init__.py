"""The rules of running it: announcements of staff, backups, the doctor."""
