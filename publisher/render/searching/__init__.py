"""What makes entries found: the terms of a text, and the files that a browser looks them up in."""
