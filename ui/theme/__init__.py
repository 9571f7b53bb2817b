"""The looks: colours, sizes, letters and icons. Nowhere else in the windows stands a colour or a size."""
