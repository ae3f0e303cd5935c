"""The command line: plan, store, progress and export without a window."""
