"""`python -m editor_app`: the same as the command `editor-app`."""

import sys

from editor_app.cli.main import main

sys.exit(main())
