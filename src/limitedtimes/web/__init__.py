"""The site: pages rendered on the server from the store. ``limitedtimes.web.app`` makes the application."""
