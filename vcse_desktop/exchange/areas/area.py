"""What is known of one small area (LSOA): its name, where it lies, and how deprived it is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """``decile`` is that of the Index of Multiple Deprivation, 1 the most deprived; None for not known."""

    name: str
    ward: str
    ward_name: str
    district: str
    district_name: str
    decile: int | None
