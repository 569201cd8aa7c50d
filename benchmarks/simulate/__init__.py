"""`python -m benchmarks.simulate`: shows and buckets of any size, imagined, for docs/scale.md.

What decides about them is Publisher's own code; only the bytes of pages and recordings are left out.
"""
