"""The world comes in: feeds and pages, politely fetched, read into values."""
