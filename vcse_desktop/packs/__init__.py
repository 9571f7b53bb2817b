"""The signed pack: the container, the signature, the claims, and checking."""
