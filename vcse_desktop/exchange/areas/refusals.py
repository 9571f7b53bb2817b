"""What a person is told of an open file that cannot be used, and what to do."""

from vcse_desktop.i18n import N_

OTHER_COLUMNS = (
    N_("This file has other columns"),
    N_(
        "“{name}” is no file of areas, postcodes or Census figures that we know by its columns, so nothing "
        "was added and what you had is as it was. The help says which columns each kind has."
    ),
)
NO_ROWS = (
    N_("There is nothing in this file that can be used"),
    N_(
        "No row of “{name}” has both the code of an area and a number, so nothing was added and what you had "
        "is as it was. Fetch the file again from its publisher."
    ),
)
NO_YEAR = (
    N_("The file does not say of which year it is"),
    N_(
        "Figures of two years are never mixed, so nothing was added. Write the year, such as 2021, and add "
        "“{name}” again."
    ),
)
TWO_YEARS = (
    N_("The file holds more than one year"),
    N_(
        "Figures of two years are never mixed, so nothing was added. Save the rows of one year of “{name}” "
        "as a file of its own, and add that."
    ),
)
MIXED = (
    N_("An index goes with its own areas alone"),
    N_(
        "“{name}” has an index of {index} for areas of {year}. The index of 2019 was made for areas of 2011, "
        "that of 2025 for areas of 2021, so nothing was added. Fetch the file that belongs together."
    ),
)
OLDER = (
    N_("You have newer figures"),
    N_(
        "“{name}” is of {year}, and what it would take the place of is of {newer}, so nothing was added. "
        "Take the newer file out first if you want the older one."
    ),
)
OTHER_YEAR = (
    N_("The year is another one"),
    N_(
        "“{name}” says that it is of {found}, and {typed} is written beside it, so nothing was added. Empty "
        "the box for the year, or choose another file."
    ),
)
WRONG_YEAR = (
    N_("There is no such year"),
    N_("Nothing was added. Write the year in four digits, such as 2021."),
)
TOO_MANY = (
    N_("This file is about more than your area"),
    N_(
        "“{name}” has {n} areas. Nothing was added. Write the districts that you work in, such as Trafford, "
        "and add it again: only what lies in them is kept."
    ),
)
NO_DISTRICT = (
    N_("There is no such district in the file"),
    N_("“{name}” has no district “{district}”, so nothing was added. Write it as the file does."),
)
