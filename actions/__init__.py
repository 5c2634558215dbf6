"""What people do: one function per intention, and the only way to write."""
