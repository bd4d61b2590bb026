"""Controls that know no assessment."""
