"""How what people write is read: words, numbers, moments, forms. What is kept stays as it was written."""
