"""In which ways a report is printed: with usual letters or large ones, from the left or from the right."""

from dataclasses import dataclass, replace

from vcse_desktop.reports.blocks import Block


@dataclass(frozen=True, slots=True)
class Edition:
    """One way of printing, and for which words: ``right`` says that these are read from the right."""

    large: bool = False
    right: bool = False
    lang: str = "en"

    def of(self, block: Block) -> "Edition":
        """Return it for the words of this block."""
        return replace(self, right=block.dir == "rtl", lang=block.lang or self.lang)

    @property
    def figures_in_row(self) -> int:
        """How many large numbers stand side by side."""
        return 1 if self.large else 3

    @property
    def columns(self) -> int:
        """How many columns of a table the page holds; where it has more, its rows become lists."""
        return 3 if self.large else 1000

    @property
    def chart_letters(self) -> float:
        """How large the letters of a chart are."""
        return 18.0 if self.large else 9.5


USUAL, LARGE = Edition(), Edition(large=True)
