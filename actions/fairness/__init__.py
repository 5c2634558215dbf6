"""The covenant, what staff give and take back, and the answer to "why?"."""
