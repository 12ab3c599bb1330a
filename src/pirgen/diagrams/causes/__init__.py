"""The other two ways to look at causes: five whys and the fishbone."""
