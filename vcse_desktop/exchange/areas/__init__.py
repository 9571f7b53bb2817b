"""Open files about areas: every postcode's district, small areas and wards, deprivation, Census figures."""
