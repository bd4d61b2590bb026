"""CAP Desktop: an offline self-assessment for work-integration enterprises."""

__version__ = "0.1.0"
