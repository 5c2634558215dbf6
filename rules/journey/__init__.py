"""How people come to the programme, and what becomes of them: the rules."""
