"""An entry's Markdown file: front matter and text, as a producer would write them."""
