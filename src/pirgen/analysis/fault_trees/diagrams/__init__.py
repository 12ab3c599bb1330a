"""Decision diagrams: functions and families of sets as graphs that share equal parts."""
