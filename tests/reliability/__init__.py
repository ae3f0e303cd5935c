"""The proofs of reliability can fail."""
