"""The contact list: whom to ring or to invite, on the screen, on paper, or copied."""
