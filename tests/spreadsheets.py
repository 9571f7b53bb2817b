"""Spreadsheets as groups keep them, made on disk for a test: CSV and XLSX."""

import csv
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

Rows = Sequence[Sequence[object]]


def as_csv(file: Path, rows: Rows) -> Path:
    """Write rows as a text file with commas."""
    with file.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows(rows)
    return file


def as_xlsx(file: Path, **sheets: Rows) -> Path:
    """Write a workbook with these sheets in their order; a day is a day in it."""
    with xlsxwriter.Workbook(str(file), {"default_date_format": "dd/mm/yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, list(row))
    return file


def last_month(today: date) -> date:
    """Return the first day of the month before."""
    return (today.replace(day=1) - timedelta(days=1)).replace(day=1)


def month_grid(first: date) -> Rows:
    """Return hours of a month: a person a row, a day a column, and totals."""
    days = range(1, 29)

    def row(name: str, **hours: object) -> list[object]:
        return [name, *(hours.get(f"d{day}", "") for day in days), ""]

    return [
        [f"Volunteer hours {first:%B %Y}"],
        [],
        ["Name", *days, "Total"],
        row("Smith, J", d1=1.5, d8="1:30", d15="1h30"),
        row("Bethan Rees", d2="half 2 til 4", d9=2),
        row("Amir & Zed Young", d3="three bags"),
    ]


def register(first: date) -> Rows:
    """Return a register with ticks: a person a row, a day a column."""
    days = [first + timedelta(days=7 * week) for week in range(4)]
    marks = {"Bethan Rees": "✓ ✓✓", "Joan Smith": "x  x", "Cai Jones": "✓?  "}
    rows = [[name, *(mark.strip() for mark in given)] for name, given in marks.items()]
    return [["Name", *(f"{day:%d/%m/%Y}" for day in days)], *rows]


CONTACTS: Rows = [
    ["Name", "Phone", "Email", "Role"],
    ["Bethan Rees", "01632 960001", "bethan@example.org", "volunteer"],
    ["Zed Young", "01632 960002", "zed@example.org", "vol"],
    ["Zed Young", "01632 960002", "", "voluntear"],
    ["Cai Jones", "", "", "boss"],
]
"""One who is in the vault, and one who stands there twice."""
