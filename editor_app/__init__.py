"""Meja Redaksi, the editorial desk: compose, attach, approve and export stories, offline."""
