"""The Podcasting 2.0 namespace: what its tags are, and what a show and an episode say in them."""
