"""Whether a finished PDF means what its blocks say: our own gate, made without what makes the PDF."""
