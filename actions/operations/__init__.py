"""What it takes to run the programme: roles, set-up, exports, audits."""
