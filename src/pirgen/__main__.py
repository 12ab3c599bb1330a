"""``python -m pirgen``."""

from pirgen.cli import main

if __name__ == "__main__":
    main()
