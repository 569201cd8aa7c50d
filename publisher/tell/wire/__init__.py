"""What the kinds of notification share; packages in here are none."""
