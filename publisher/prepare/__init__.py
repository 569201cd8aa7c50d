"""The audio and images listeners get."""
