"""How staff run the programme."""
