"""A bare PySide6 window: what any program with a window costs at least."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from benchmarks.windows.painted import FirstPaint


def main() -> int:
    """Show it, and end after its first paint."""
    app = QApplication(sys.argv)
    watch = FirstPaint(app, lambda _: app.quit())  # noqa: F841 - Qt keeps no hold of it
    window = QMainWindow()
    window.setCentralWidget(QLabel("A bare window"))
    window.resize(1280, 800)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
