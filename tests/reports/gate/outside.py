"""What others say of a PDF: qpdf, pdfua and poppler."""

import re
import subprocess
from pathlib import Path

from pdfua.rules import default_registry
from pdfua.validator import validate

NOT_RUN = {"UA-14-001"}
"""The rule on empty headings raises with the pikepdf that we use; our own gate reads each heading's words."""


def pdfua(file: Path) -> list[str]:
    """What pdfua finds, and each of its rules that could not be run but for the one that is named."""
    report = validate(str(file))
    assert len(report.outcomes) == len(list(default_registry()))
    found = [f"{finding.rule_id}: {finding.message}" for one in report.outcomes for finding in one.findings]
    skipped = {one.rule_id: one.skipped_reason for one in report.outcomes if one.skipped_reason}
    return [*found, *(f"{rule}: {why}" for rule, why in skipped.items() if rule not in NOT_RUN)]


def qpdf(file: Path) -> str:
    """What qpdf finds; "" where all is well."""
    run = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    return "" if run.returncode == 0 and "WARNING" not in run.stderr else run.stdout + run.stderr


def told(file: Path) -> str:
    """The tree with its words as poppler reads it, without what depends on its version."""
    run = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, check=True)
    text = re.sub(r" \((?:block|inline)\)", "", run.stdout.decode("utf-8"))
    return re.sub(r"Object \d+ \d+", "Object", text)


def text(file: Path) -> str:
    """All words as poppler finds them on the pages, in the order in which they were drawn."""
    run = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True)
    return " ".join(run.stdout.decode("utf-8").split())
