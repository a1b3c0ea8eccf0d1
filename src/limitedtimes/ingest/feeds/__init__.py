"""What outlets announce: RSS, RDF, Atom, JSON Feed and sitemaps to entries, and where they are found."""
