"""``python -m limitedtimes`` and the command ``limitedtimes``."""

from limitedtimes.cli import main

if __name__ == "__main__":
    main()
