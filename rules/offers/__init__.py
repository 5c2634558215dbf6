"""The rules of what the brand offers to few: events and their seats, resources that are lent or given."""
