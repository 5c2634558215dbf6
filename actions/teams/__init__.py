"""What people do in team projects and co-creation: take a role, deliver, share, answer."""
