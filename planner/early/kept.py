"""Lends its name to the file of `bytecode.py`, which lies where the bytecode of this would lie.

pip removes with a module what is called its bytecode, and no other file in that folder. Nobody
loads this one: Python would find something else there, and write the bytecode of these lines.
"""
