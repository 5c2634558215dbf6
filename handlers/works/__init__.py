"""How people reach challenges and the review desk."""
