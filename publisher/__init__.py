"""Publisher: from a folder of recordings and Markdown to feeds, pages and a bucket equal to them."""
