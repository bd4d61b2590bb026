"""What a structure is known by outside, and whether it is archived."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

COLUMNS = (
    "siret",
    "region",
    "department",
    "agreement",
    "agreement_from",
    "agreement_until",
    "archived_at",
)


def upgrade() -> None:
    """Add the columns, empty: nobody was asked yet."""
    for name in COLUMNS:
        op.add_column("structures", sa.Column(name, sa.Text(), nullable=True))
