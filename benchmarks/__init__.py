"""`python -m benchmarks`: this checkout beside the tools that producers would use instead.

Publishing beside aws, s5cmd and rclone, into one SeaweedFS; building beside Hugo, from the same
Markdown. The tools take turns; what is told is the median of all rounds.
"""
