"""How long a test waits for what must come, on the slowest machine: nothing is asserted on it."""

import os

PATIENCE = float(os.environ.get("CAP_PATIENCE", "30"))
"""Seconds; a test that works never waits so long, and `CAP_PATIENCE` sets another number."""
PATIENCE_MS = round(PATIENCE * 1000)
