"""Everything as one JSON document: written, read strictly, and taken into a store."""
