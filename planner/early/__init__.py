"""What makes a start quicker before anything of the program is loaded. It knows no other floor."""
