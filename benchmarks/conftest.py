"""Drawn off screen unless a platform is named. Qt must be told before it is imported."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
