"""What was made before, kept between runs: bytes in an SQLite file, each under all that it was made from"""

from pirgen.cache.codec import Codec, UnreadableError, types_in
from pirgen.cache.keys import digest, key_of
from pirgen.cache.sharing import MANY_TO_HOLD, in_parts, shared
from pirgen.cache.store import Cache
from pirgen.cache.values import OpaqueError, ValueDigests, origin_of, read_from
from pirgen.cache.watched import CachedResults, Watch, kept_by_value

__all__ = [
    "MANY_TO_HOLD", "Cache", "CachedResults", "Codec", "OpaqueError", "UnreadableError", "ValueDigests",
    "Watch", "digest", "in_parts", "kept_by_value", "key_of", "origin_of", "read_from", "shared", "types_in",
]  # fmt: skip
