"""Actions and the tickets that follow them: what a tracker says goes into the files, and back."""

from pirgen.imports.trackers.changes import ActionChange, changes_of
from pirgen.imports.trackers.edits import edited, with_tracker
from pirgen.imports.trackers.filing import FiledAction, addresses_in, as_commands, as_jira_csv, unfiled
from pirgen.imports.trackers.matching import TicketIndex, read_moves
from pirgen.imports.trackers.tickets import Ticket, read_tickets

__all__ = [
    "ActionChange",
    "FiledAction",
    "Ticket",
    "TicketIndex",
    "addresses_in",
    "as_commands",
    "as_jira_csv",
    "changes_of",
    "edited",
    "read_moves",
    "read_tickets",
    "unfiled",
    "with_tracker",
]
