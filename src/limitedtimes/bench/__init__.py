"""The project's own measurements; each is a command, `limitedtimes bench NAME --json`."""
