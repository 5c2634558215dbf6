"""What people do about events and resources: publish, take a seat, apply, come, bring back."""
