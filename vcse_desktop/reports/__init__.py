"""How a report reads: blocks, and the formats made from them."""
