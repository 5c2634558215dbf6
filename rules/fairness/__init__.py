"""The rules of the covenant and of what staff may give."""
