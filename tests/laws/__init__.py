"""Laws: what must hold of every meaning, over made worlds and over the real tables."""
