"""How it reads: blocks without markup, and the formats made of them."""
