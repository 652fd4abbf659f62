"""The slip radar: values that look like a slip of the hand, each with its sentence and its repair.

Pure functions over what was entered before. Nothing here forbids a value.
"""
