"""What calendars are made of (RFC 5545, RFC 7986): zones, events and the calendar that holds them."""
