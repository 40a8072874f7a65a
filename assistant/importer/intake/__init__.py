"""Source files as they come in: read if it is certain what they say, else refused with the place."""
