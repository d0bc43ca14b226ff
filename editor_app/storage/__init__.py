"""The newsroom folder: tables, migrations, originals by SHA-256, search, backup, locks."""
