"""Bytes from the world, politely and safely: addresses, robots.txt, reservations, turns at hosts, limits."""
