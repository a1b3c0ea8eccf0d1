"""The world comes in: feeds and pages, politely fetched, read into values."""

AGENT = "LimitedTimes"  # as outlets address this program in rules for robots
