"""Facts that the network reads between the mentions of an article, and how they stand beside those of the rules."""
