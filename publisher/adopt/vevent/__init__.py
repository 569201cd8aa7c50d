"""VEVENTs: from the lines of a calendar to the keys of an event."""
