"""The looks: the only place with a colour or a size."""

BODY_PX = 18
HEADING_PX = 28
STYLE = f"""
QWidget {{ background: #ffffff; color: #1a1a1a; font-size: {BODY_PX}px; }}
QLabel[heading="true"] {{ font-size: {HEADING_PX}px; font-weight: bold; }}
QPushButton {{ border: 2px solid #6b7a88; border-radius: 6px; padding: 10px 18px; }}
QPushButton:focus {{ border-color: #b35900; }}
"""
