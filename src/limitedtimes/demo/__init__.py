"""The demonstration: a bundled sample press, taken all the way to a site."""
