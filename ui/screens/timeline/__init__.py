"""What happened, day by day, as it stands on a card, under a form or in the place of a card."""
