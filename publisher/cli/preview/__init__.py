"""What `publisher preview` does: make what is to be shown, serve it, and make it again on change."""
