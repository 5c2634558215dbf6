"""The rules of running it: announcements of staff, backups, health."""
