"""What texts mean to each other: embeddings, sketches, profiles, and the grouping and classifying that stand on them."""
