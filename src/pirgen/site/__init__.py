"""What a site is made of, whatever engine builds it: the files beside its pages, and it all as a docs tree."""
