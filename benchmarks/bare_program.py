"""The least program with a window, to be packaged and started beside ours."""

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("Bare"))
window.resize(1280, 800)
window.show()
app.exec()
