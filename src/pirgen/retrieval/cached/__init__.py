"""What the cache keeps of a folder that was searched: how its files were, its index, what answers tell of it"""
