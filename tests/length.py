"""How much a run of the tests does: a little of each family each time, all of it by itself."""

import os

IS_LONG = os.environ.get("CAP_FAULTS") == "long"
"""Set by `make faults`: each family whole."""
IS_WHOLE = bool(os.environ.get("CAP_EVERY_BUTTON"))
"""Set by `make every-button`: each size of the text in each window."""
