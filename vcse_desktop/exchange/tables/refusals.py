"""What a person is told of a file that is no table, or none that can be read: one sentence each."""

from vcse_desktop.i18n import N_

GONE = (
    N_("The file cannot be read"),
    N_(
        "There is no file “{name}” here, or it may not be opened, so nothing was imported: check its name, "
        "close it in other programs and choose it again."
    ),
)
FOLDER = (
    N_("This is a folder"),
    N_("“{name}” is a folder, so nothing was imported: open it and choose the spreadsheet inside."),
)
EMPTY = (
    N_("This file is empty"),
    N_(
        "There is nothing in “{name}”, so nothing was imported: open it in the program it was made with, "
        "save it again and choose it anew."
    ),
)
TOO_LARGE = (
    N_("This file is too large"),
    N_(
        "“{name}” holds more than can be read at once ({most} MB), so nothing was imported: save a part of "
        "it as a file of its own, such as one year, and choose that."
    ),
)
TOO_WIDE = (
    N_("This sheet is too large"),
    N_(
        "“{name}” holds more than {most} cells, or a single cell far away from the others, so nothing was "
        "imported: copy the table alone into a new spreadsheet, save it and choose that."
    ),
)
LOCKED = (
    N_("This spreadsheet is locked with a password"),
    N_(
        "“{name}” is protected against being opened, so nothing was imported: open it in the spreadsheet "
        "program, save a copy without a password and choose that."
    ),
)
DAMAGED = (
    N_("This spreadsheet is damaged"),
    N_(
        "“{name}” is cut off or damaged, so nothing was imported: fetch it again from where it came from, or "
        "open it in the spreadsheet program, save a copy and choose that."
    ),
)
OTHER_FORMAT = (
    N_("This kind of spreadsheet cannot be read here"),
    N_(
        "“{name}” is in a format that cannot be read here ({kind}), so nothing was imported: open it in the "
        "program it was made with, save a copy as Excel workbook (XLSX) or CSV and choose that."
    ),
)
NO_SPREADSHEET = (
    N_("This is not a spreadsheet"),
    N_(
        "“{name}” holds no table of rows and columns ({kind}), so nothing was imported: choose a file that "
        "was saved as XLSX, XLS, ODS or CSV."
    ),
)
NO_TABLE = (
    N_("There is no table in this file"),
    N_(
        "No rows were found in “{name}”, so nothing was imported: check in the spreadsheet program that this "
        "is the right file, save it as XLSX or CSV and choose that."
    ),
)
OPEN_QUOTE = (
    N_("A quotation mark is not closed"),
    N_(
        "In row {row} a cell begins with a quotation mark but does not end with one, so that nobody can tell "
        "where the cell ends and nothing was imported: mend that row and choose the file again."
    ),
)
LONG_CELL = (
    N_("One cell is far too long"),
    N_(
        "In row {row} one cell holds more than a million letters, so nothing was imported: shorten it and "
        "choose the file again."
    ),
)
LOST_LETTER = (
    N_("Some letters in this file cannot be read"),
    N_(
        "Row {row} holds a letter that does not fit the rest of the file, so nothing was imported: type that "
        "letter again, save the sheet as CSV in UTF-8 and choose that."
    ),
)
NO_ANSWER = (
    N_("The spreadsheet could not be read"),
    N_(
        "Reading “{name}” did not come to its end, so nothing was imported: open it in the spreadsheet "
        "program, save the sheet as CSV and choose that."
    ),
)
BAD_PACKAGE = (
    N_("This data package cannot be read"),
    N_(
        "“{name}” does not describe its tables as a data package does, so nothing was imported: choose one "
        "of the tables beside it, which are files of their own."
    ),
)
OUTSIDE = (
    N_("A table of this data package is somewhere else"),
    N_(
        "The data package names “{path}”, which does not lie within its folder and is never fetched, so "
        "nothing was imported: put the file into that folder, name it there, and choose the package again."
    ),
)
NOT_THERE = (
    N_("A table of this data package is missing"),
    N_(
        "The data package names “{path}”, which is not there, so nothing was imported: fetch the whole "
        "package again, or choose one of its tables."
    ),
)
