"""Text as Telegram reads it: HTML, entities, links."""
