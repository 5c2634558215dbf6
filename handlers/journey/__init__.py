"""How people come to the programme, and what becomes of them: how staff reach it."""
