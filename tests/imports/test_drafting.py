from datetime import UTC, date, datetime

from pirgen.drafts import incident_text, review_text
from pirgen.imports import ImportOptions, draft_incidents
from pirgen.imports.incident import FollowUp, ImportedEvent, ImportedIncident
from pirgen.model import ActionStatus, Instant


def test_ids_of_actions_are_ids_and_none_is_used_twice() -> None:
    asked = [
        FollowUp(what, ActionStatus.OPEN)
        for what in ("Refund", "refund!", "Refund 2", "7 days", "null", "\u2026")
    ]
    (made,) = draft_incidents(
        [ImportedIncident("Tool", title="x", day=date(2026, 1, 5), follow_ups=tuple(asked))], ImportOptions()
    )
    assert made.draft is not None
    ids = [action.id for action in made.draft.actions]
    assert ids == ["refund", "refund-2", "refund-2-2", "a-7-days", "null", "incident"]
    assert '  - id: "null"\n' in review_text(made.draft)


def test_incidents_of_one_day_and_title_get_numbers() -> None:
    found = [
        ImportedIncident("Tool", title=title, day=date(2026, 1, 5))
        for title in ("Disk full", "Disk full", "Disk full 2")
    ]
    ids = [made.draft.id for made in draft_incidents(found, ImportOptions()) if made.draft]
    assert ids == ["2026-01-05-disk-full", "2026-01-05-disk-full-2", "2026-01-05-disk-full-2-2"]


def test_an_action_is_not_done_or_due_before_it_was_created() -> None:
    days = {"created": date(2026, 1, 5), "due": date(2026, 1, 4), "done_on": date(2026, 1, 4)}
    ask = FollowUp("x", ActionStatus.DONE, **days)
    (made,) = draft_incidents(
        [ImportedIncident("Tool", title="x", day=date(2026, 1, 5), follow_ups=(ask,))], ImportOptions()
    )
    assert made.draft is not None
    assert "done_on: not recorded" in review_text(made.draft)


def test_an_event_that_says_nothing_is_to_be_written() -> None:
    entry = ImportedEvent(Instant(datetime(2026, 1, 5, tzinfo=UTC)), ("",))
    (made,) = draft_incidents(
        [ImportedIncident("Tool", title="x", events=(entry,), tags=(" ",), lists=(("lessons", ("",)),))],
        ImportOptions(),
    )
    assert made.draft is not None
    assert [found.event.text for found in made.draft.events] == ["The first effect on users", "To be written"]
    assert (made.draft.tags, made.draft.lists) == ((), (("lessons", ()),))


def test_what_the_files_do_not_say_is_left_to_do() -> None:
    (made,) = draft_incidents([ImportedIncident("Tool", key="T1", day=date(2026, 1, 5))], ImportOptions())
    assert made.draft is not None
    assert [line for line in incident_text(made.draft).splitlines() if line.startswith("# To do")] == [
        "# To do: the title, which the files do not have",
        "# To do: the severity: the export has none, so SEV-3 is only a placeholder",
        "# To do: the services, which the export does not name",
        "# To do: when users were first affected, which the export does not say",
    ]


def test_where_an_event_was_found_is_said_without_a_private_link() -> None:
    at = Instant(datetime(2026, 1, 5, tzinfo=UTC))
    entry = ImportedEvent(at, ("Up",), origin="Tool alert https://hooks.slack.com/services/T0/B0/x")
    (made,) = draft_incidents([ImportedIncident("Tool", title="x", events=(entry,))], ImportOptions())
    assert made.draft is not None
    assert "  # Tool alert (link removed)\n" in incident_text(made.draft)
