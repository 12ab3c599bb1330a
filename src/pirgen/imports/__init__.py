"""Other tools' exports become drafts of incidents, offline and with nothing guessed."""

from pirgen.imports.drafting import Choices, drafts_of
from pirgen.imports.gathering import gathered
from pirgen.imports.people import read_people
from pirgen.imports.recognition import TOOLS, read_export

__all__ = ["TOOLS", "Choices", "drafts_of", "gathered", "read_export", "read_people"]
