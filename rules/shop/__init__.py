"""The rules of rewards and orders."""
