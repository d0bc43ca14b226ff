"""A story's body to and from QTextDocument. QtGui only."""
