"""The editor of tables: a grid whose cells are written in place, in a dialog over the page."""
