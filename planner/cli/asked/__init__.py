"""What is asked for on the command line: words, options, entries."""
