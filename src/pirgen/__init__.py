"""pirgen: structured incident reviews become a searchable site.

Scripts may use what is in ``__all__``; ``docs/guide/python.md`` says what stays. Its types are in
``__init__.pyi``, since the functions are imported when they are asked for: commands start without them.
"""

from importlib import import_module

__version__ = "0.1.0"

__all__ = ["PirgenError", "__version__", "build", "check", "read", "similar"]


def __getattr__(name: str) -> object:
    """A name that scripts may use."""
    if name in __all__:
        return getattr(import_module("pirgen.errors" if name == "PirgenError" else "pirgen.api"), name)
    raise AttributeError(f"module 'pirgen' has no attribute '{name}'")
