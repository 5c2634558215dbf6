"""What we say: one template per message and locale, and the renderer."""
