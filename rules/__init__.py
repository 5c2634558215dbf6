"""What the programme says: tables, values and decisions. Pure; imports only the standard library and msgspec."""
