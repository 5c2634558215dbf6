"""How people see boards, awards and themselves."""
