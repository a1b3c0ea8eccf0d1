"""The sample press: six fictional outlets that ``demo`` serves on loopback (``content``, ``server``)."""
