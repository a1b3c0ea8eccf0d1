"""From a page to an article: what is its text, who wrote it and when, what its pictures show."""
