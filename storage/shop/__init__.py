"""What we remember of rewards, codes, orders and addresses."""
