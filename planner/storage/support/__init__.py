"""What helps to mend the program: its log, the trace of a crash, and a report to send."""
