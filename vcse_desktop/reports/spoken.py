"""What a chart says in words: no order, no sum, nothing of the hidden values."""

from vcse_desktop.i18n import ngettext, tr
from vcse_desktop.reports.blocks import Chart, Hidden, Shown
from vcse_desktop.reports.numbers import value, whole
from vcse_desktop.reports.plain import plain


def alt_text(chart: Chart) -> str:
    """Return the alternative text: what it shows, its range, how many are hidden, where every value is."""
    cells = [cell for series in chart.series for cell in series.values]
    shown = sorted({c for c in cells if isinstance(c, Shown)}, key=lambda c: c.number)
    hidden = sum(isinstance(c, Hidden) for c in cells)
    said = [tr("Chart: {title}.", title=plain(chart.title))]
    said += [tr("It shows: {name}.", name=plain(series.label)) for series in chart.series]
    if shown:
        low, high = (value(c, chart.lang) for c in (shown[0], shown[-1]))
        said.append(tr("The values shown lie between {low} and {high}.", low=low, high=high))
    if hidden:
        said.append(
            ngettext(
                "{n} value is hidden to protect people.",
                "{n} values are hidden to protect people.",
                hidden,
                n=whole(hidden, chart.lang),
            )
        )
    said.append(tr("The table after this chart gives every value."))
    return " ".join(said)
