"""What we remember. The only package that speaks SQL; functions of a transaction that return values from rules."""
