"""Words to read and to be heard, alone or in columns."""
