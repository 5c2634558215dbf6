"""What people write in communities: lines with what they are meant as, and ordinary chat that means nothing to the bot."""
