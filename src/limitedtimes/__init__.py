"""The Limited Times: your own newsroom for the world's non-English press."""
