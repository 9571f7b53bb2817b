"""A canvas that marks what is drawn: as content of an element, or else as an artifact.

Nothing can be drawn that is neither: a call that nobody marked becomes decoration.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, Paragraph

from vcse_desktop.reports.letters import PIECE
from vcse_desktop.reports.structure import Content, Element
