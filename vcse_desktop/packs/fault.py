"""The one way in which bytes can be none of ours."""


class Broken(Exception):
    """A rule of the format is broken. The message is a short code word, never a piece of the content."""
