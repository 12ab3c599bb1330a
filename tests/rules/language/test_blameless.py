"""Which words trip which rule where, and which look alike and trip nothing."""

import re

import pytest

from pirgen.diagnostics import Level
from pirgen.model import Person, Vocabulary
from pirgen.rules.language.blameless import hits, level_of, thorough_hits
from pirgen.rules.language.english import PATTERNS
from pirgen.rules.language.kinds import KINDS
from pirgen.rules.language.names import names_of
from pirgen.rules.language.passages import Part
from pirgen.rules.language.phrasing import Reliability

CAUSE, ACTION, STORY, TIMELINE, ACCOUNT = Part.CAUSE, Part.ACTION, Part.STORY, Part.TIMELINE, Part.ACCOUNT
PEOPLE = names_of(Vocabulary(people=(Person("Ada Okafor", also=("Ada",), handles=("aokafor",)),)))

BLAMING = [
    (CAUSE, "Human error during the release", "PIR601", "Human error"),
    (CAUSE, "human-error", "PIR601", "human-error"),
    (STORY, "The on-call should have known.", "PIR605", "The on-call should have known"),
    (STORY, "The outage was put down to operator error.", "PIR601", "operator error"),
    (TIMELINE, "An engineer's mistake is found in the logs", "PIR601", "An engineer's mistake"),
    (STORY, "It was a mistake by the on-call engineer.", "PIR601", "mistake by the on-call engineer"),
    (CAUSE, "A fat-fingered port number", "PIR601", "fat-fingered"),
    (STORY, "PEBKAC, as so often.", "PIR601", "PEBKAC"),
    (STORY, "Ada's mistake was to trust the prompt.", "PIR601", "Ada's mistake"),
    (CAUSE, "The flag was left on due to a simple oversight", "PIR601", "a simple oversight"),
    (CAUSE, "The on-call deleted the wrong directory", "PIR602", "The on-call deleted"),
    (CAUSE, "An engineer deploys without a second look", "PIR602", "An engineer deploys"),
    (CAUSE, "The database was empty because a senior SRE had dropped it", "PIR602", "a senior SRE had dropped"),
    (CAUSE, "The payments team skipped the canary", "PIR602", "The payments team skipped"),
    (CAUSE, "Somebody simply restarted the wrong host", "PIR602", "Somebody simply restarted"),
    (CAUSE, "One of the engineers deleted the tag", "PIR602", "One of the engineers deleted"),
    (CAUSE, "The on-call, who had been awake since five, ran it", "PIR602", None),
    (CAUSE, "An operator typed the wrong host", "PIR602", "An operator typed"),
    (CAUSE, "A loop introduced by a developer", "PIR602", "introduced by a developer"),
    (CAUSE, "The operator on duty dropped the table", "PIR602", "The operator on duty dropped"),
    (CAUSE, "The replica lagged, and an engineer restarted it", "PIR602", "an engineer restarted"),
    (CAUSE, "There was no converter, and someone wrote one", "PIR602", "someone wrote"),
    (CAUSE, "The engineer reviewing the change misjudged it", "PIR602", None),
    (CAUSE, "The developer that merged it on Friday skipped the canary", "PIR602", None),
    (CAUSE, "Careless testing of the form", "PIR603", "Careless"),
    (STORY, "The change was reckless.", "PIR603", "reckless"),
    (ACTION, "Stop sloppy reviews", "PIR603", "sloppy"),
    (STORY, "It was a misguided rescue of the release.", "PIR603", "misguided"),
    (STORY, "The check was left out from laziness.", "PIR603", "laziness"),
    (STORY, "The release team was at fault.", "PIR604", "The release team was at fault"),
    (STORY, "He is mostly to blame.", "PIR604", "He is mostly to blame"),
    (CAUSE, "The reviewer's fault", "PIR604", "The reviewer's fault"),
    (STORY, "Somebody blamed the on-call.", "PIR604", "blamed the on-call"),
    (
        STORY,
        "The engineer responsible for the outage was new.",
        "PIR604",
        "engineer responsible for the outage",
    ),
    (STORY, "The reviewer should have noticed the price.", "PIR605", "The reviewer should have noticed"),
    (STORY, "We should've tested the restore.", "PIR605", "We should've tested"),
    (STORY, "The person who deployed could have checked the graph.", "PIR605", None),
    (CAUSE, "The on-call should not have run it twice", "PIR605", "The on-call should not have run"),
    (STORY, "She ought to have asked first.", "PIR605", "She ought to have asked"),
    (STORY, "Had we known of the limit, it would be up.", "PIR605", "Had we known"),
    (STORY, "If only someone had looked.", "PIR605", "If only someone"),
    (STORY, "We could have caught this on Monday.", "PIR605", "We could have caught"),
    (STORY, "If the engineer had checked the logs, it would be up.", "PIR605", "If the engineer had checked"),
    (STORY, "The team should have been more careful.", "PIR605", "The team should have been"),
    (STORY, "Ada should have asked.", "PIR605", "Ada should have asked"),
    (STORY, "@aokafor should have asked.", "PIR605", "@aokafor should have asked"),
    (CAUSE, "The on-call overlooked the alert", "PIR606", "The on-call overlooked"),
    (STORY, "The engineer failed to follow the runbook.", "PIR606", "The engineer failed to"),
    (STORY, "We did not test the restore.", "PIR606", "We did not test"),
    (TIMELINE, "The on-call didn't notice the page.", "PIR606", "The on-call didn't notice"),
    (STORY, "The on-call engineer missed the first two pages.", "PIR606", None),
    (CAUSE, "Failure to escalate", "PIR606", "Failure to escalate"),
    (STORY, "Somebody forgot the flag.", "PIR606", "Somebody forgot"),
    (STORY, "We had missed the vendor notice.", "PIR606", None),
    (CAUSE, "The second currency was simply overlooked", "PIR606", "was simply overlooked"),
    (STORY, "The first failures were dismissed as noise.", "PIR606", "were dismissed as"),
    (CAUSE, "Not double-checking the list of hosts", "PIR606", "Not double-checking"),
    (CAUSE, "A burst of requests, and us failing to shed them", "PIR606", "us failing to"),
    (
        STORY,
        "We did not take the old prices into account.",
        "PIR606",
        "We did not take the old prices into account",
    ),
    (CAUSE, "The team did not anticipate the load", "PIR606", "The team did not anticipate"),
    (CAUSE, "A wrong decision in the heat of the night", "PIR607", "wrong decision"),
    (CAUSE, "Inadequate supervision", "PIR607", "Inadequate supervision"),
    (STORY, "The runbook was not followed.", "PIR607", "runbook was not followed"),
    (CAUSE, "Lack of attention", "PIR607", "Lack of attention"),
    (CAUSE, "The process for releasing on a Friday night was not followed", "PIR607", None),
    (CAUSE, "The review of prices was not thorough enough", "PIR607", "not thorough enough"),
    (CAUSE, "Overconfidence in the canary", "PIR607", "Overconfidence"),
    (STORY, "To release both at once was a bad idea.", "PIR607", "bad idea"),
    (STORY, "The on-call was unfamiliar with the queue.", "PIR607", "The on-call was unfamiliar"),
    (STORY, "The operators lost situational awareness.", "PIR607", "lost situational awareness"),
    (STORY, "It was down again!!", "PIR608", "!!"),
    (STORY, "We can't believe that it was allowed.", "PIR608", "can't believe"),
    (STORY, "The migration was a nightmare.", "PIR608", "nightmare"),
    (STORY, "Four hours are simply unacceptable.", "PIR608", "unacceptable"),
    (STORY, "A desperate attempt followed.", "PIR608", "desperate"),
    (STORY, "The restart went horribly wrong.", "PIR608", "horribly"),
    (STORY, "In hindsight the signs were plain.", "PIR609", "In hindsight"),
    (STORY, "It was bound to fail.", "PIR609", "was bound to fail"),
    (STORY, "With 20:20 hindsight the signs were plain.", "PIR609", "With 20:20 hindsight"),
    (CAUSE, "We wrongly assumed that a price is never empty", "PIR609", "We wrongly assumed"),
    (STORY, "The reviewer mistakenly thought that it was safe.", "PIR609", None),
    (STORY, "It took us far too long to call it an incident.", "PIR609", "took us far too long"),
    (STORY, "We spent too much time on the proxy.", "PIR609", "We spent too much time"),
    (STORY, "We were slow to see the pattern.", "PIR609", "We were slow to"),
    (STORY, "The best choice would have been to roll back.", "PIR609", "The best choice would have been"),
    (STORY, "It would have been better to wait.", "PIR609", "It would have been better to"),
    (CAUSE, "Everybody knew that the disk was small", "PIR609", "Everybody knew"),
    (STORY, "The disk was the only root cause.", "PIR610", "only root cause"),
    (STORY, "The true root cause came out later.", "PIR610", "true root cause"),
    (STORY, "Load was the sole cause.", "PIR610", "sole cause"),
    (CAUSE, "The ultimate cause of the outage was a lock", "PIR610", "ultimate cause"),
    (STORY, "The root cause of the outage was a full disk.", "PIR611", "The root cause of the outage was"),
    (STORY, "A full disk was the root cause.", "PIR611", "the root cause"),
    (STORY, "The config should have been tested.", "PIR612", "should have been tested"),
    (STORY, "It shouldn't have been released.", "PIR612", "shouldn't have been released"),
    (CAUSE, "The price was released when it should not have been", "PIR612", "should not have been"),
    (CAUSE, "The table was accidentally dropped", "PIR613", "accidentally"),
    (CAUSE, "The key was accidently revoked", "PIR613", "accidently"),
    (STORY, "The accidental change of a price set it off.", "PIR613", "accidental change"),
    (STORY, "A canary would likely have caught it.", "PIR614", "would likely have caught"),
    (STORY, "A price test would have allowed us to see it.", "PIR614", "would have allowed us"),
    (CAUSE, "With a price of zero it wouldn't have happened", "PIR614", "wouldn't have happened"),
    (ACCOUNT, "That one was my fault.", "PIR615", "my fault"),
    (STORY, "We really screwed up.", "PIR615", "We really screwed up"),
    (STORY, "On this one we dropped the ball.", "PIR615", "we dropped the ball"),
    (Part.IMPACT, "Some users could not pay", "PIR616", "Some"),
    (Part.IMPACT, "Checkout was briefly down", "PIR616", "briefly"),
]

FINE = [
    (STORY, "The pictures are lazy-loaded."),
    (STORY, "The disaster recovery plan was used, and a catastrophic failure avoided."),
    (CAUSE, "The pilot error budget was spent"),
    (STORY, "We plan a careful rollout."),
    (STORY, "The alert should have fired."),
    (STORY, "The retry loop should have given up after a minute."),
    (CAUSE, "The user error message names no field"),
    (CAUSE, "The operator pattern needs a leader"),
    (CAUSE, "The operator deleted the pods that it had made"),
    (CAUSE, "The Postgres operator removed the replica"),
    (STORY, "The log has a human-readable error."),
    (STORY, "User errors rose to 4 %, all of them HTTP 400."),
    (STORY, "Human error analysis was the subject of the course."),
    (STORY, "This was not human error."),
    (STORY, "We do not accept human error as an answer."),
    (STORY, "No one is to blame."),
    (STORY, "The engineer was not at fault."),
    (STORY, "There was no single root cause."),
    (STORY, "We look at conditions rather than human error."),
    (CAUSE, "The team is very small"),
    (CAUSE, "The on-call lost the connection to the host"),
    (CAUSE, "The author of the package removed it from the registry"),
    (STORY, "The team did not follow up on the ticket."),
    (STORY, "The team missed the goal for errors."),
    (STORY, "Someone with access could have been paged."),
    (STORY, "The check that could have caught it was skipped."),
    (STORY, "Errors from engineers' laptops are filtered out."),
    (STORY, "One cause was the lock, another the queue; the real cause of the lock is not known."),
    (CAUSE, "The on-call had no runbook for the queue"),
    (CAUSE, "The on-call could not see which host it was"),
    (CAUSE, "The engineer believed that the host was the standby"),
    (CAUSE, "A job was deleting an employee's account"),
    (CAUSE, "Nobody owned the testing of backups"),
    (CAUSE, "No engineer had seen the new dashboard"),
    (CAUSE, "The deploy tool deleted the wrong directory"),
    (CAUSE, "Terraform forgot the state, and Redis failed to fork"),
    (CAUSE, "The job failed to start and ignored the flag"),
    (CAUSE, "The reviewer bot failed to post its result"),
    (CAUSE, "The package manager ignored the lock file"),
    (STORY, "The page to the on-call should have said which disk."),
    (STORY, "The mail from the operators should have arrived."),
    (STORY, "We should have been paged."),
    (STORY, "The engineer should have been able to see it."),
    (STORY, "We should have a runbook, and the team should have access to it."),
    (Part.LUCK, "We could have missed it; a backup would have caught nothing."),
    (STORY, "We could have lost a whole day of orders."),
    (STORY, "With a snapshot we could have restored it."),
    (STORY, "Do not take it that we could have started it sooner."),
    (CAUSE, "The oversight board is an oversight body of three"),
    (CAUSE, "The engineer believed, reading the prompt, that it was the standby"),
    (CAUSE, "The developer tooling ignored the lock file"),
    (CAUSE, "The parser ignored the flag, which was ignored by the loader too"),
    (CAUSE, "Not every shop has a second zone"),
    (CAUSE, "The queue did not anticipate the load"),
    (STORY, "The checkout is not fast enough, and the process was restarted and not the host."),
    (STORY, "Unacceptable values are refused."),
    (CAUSE, "The parser incorrectly assumed UTF-8, and the rate was wrongly expected to be zero"),
    (Part.LUCK, "Had we not been awake, it would have lasted until the morning."),
    (STORY, "Had we not been awake, it would have lasted until the morning."),
    (TIMELINE, "The root cause is thought to be a full disk."),
    (STORY, "The query took too long, and the proxy was slow to answer."),
    (STORY, "The root cause was not identified until Monday."),
    (STORY, "The root cause is still unknown; which of the two was the root cause?"),
    (CAUSE, "Nothing guards against accidental deletion"),
    (CAUSE, "A price can be accidentally deleted"),
    (STORY, "The prompt keeps people from accidentally choosing production."),
    (STORY, "Accidental complexity is not counted."),
    (Part.LUCK, "By accident the index was rebuilt."),
    (Part.RATIONALE, "Keys are no longer deleted by accident."),
    (STORY, "The users did not notice."),
    (STORY, "Every zone has its own fault domain, and their fault tolerance held."),
    (STORY, "Our fault tree has three gates."),
    (STORY, "The socket was bound to port 443."),
    (STORY, "If only one replica is left, writes stop."),
    (STORY, "Reads go to a sloppy quorum."),
    (STORY, "A bad disk was at fault."),
    (STORY, "A memory leak was responsible for the outage."),
    (STORY, "The culprit was obviously a stale cache; it is simply trivial to clear."),
    (STORY, "Inadequate capacity, inappropriate timeouts and poor performance."),
    (STORY, "There was no guard that would have stopped it."),
    (Part.RATIONALE, "This would have prevented the second outage."),
    (ACCOUNT, "I forgot which host I was on, and should have checked the prompt."),
    (STORY, "Run `--human-error`, `careless`, or ``blame``."),
    (STORY, "> The report calls it human error.\n\nWe do not."),
    (STORY, "The vendor calls it “human error”, and the press “reckless”."),
    (STORY, 'The vendor calls it "human error".'),
    (STORY, "The vendor calls it 'human error', and the engineers' union doesn't."),
    (STORY, "The log:\n\n```\nhuman error, careless!!\n```\n\nand so on."),
    (STORY, "See https://example.com/human-error/should-have-been-tested."),
    (STORY, "Wait, what? It worked!"),
    (STORY, "YAML reads !!binary as a tag."),
    (Part.IMPACT, "Some users, about 400, could not pay"),
    (Part.IMPACT, "Half of the users could not pay for significant sums"),
    (STORY, "Some users could not pay, briefly."),
]


def found(part: Part, text: str) -> list[tuple[str, str]]:
    return [(hit.code, text[hit.start : hit.end]) for hit in hits(part, text, PEOPLE)]


@pytest.mark.parametrize(("part", "text", "code", "words"), BLAMING, ids=lambda value: str(value)[:40])
def test_blame_is_found(part: Part, text: str, code: str, words: str | None) -> None:
    assert {code for code, _ in found(part, text)} == {code}
    assert words is None or (code, words) in found(part, text)


@pytest.mark.parametrize(("part", "text"), FINE, ids=lambda value: str(value)[:40])
def test_what_looks_alike_is_fine(part: Part, text: str) -> None:
    assert found(part, text) == []


@pytest.mark.parametrize("part", Part)
def test_no_phrasing_is_missed_for_the_sake_of_speed(part: Part) -> None:
    for _, text, *_ in BLAMING + FINE:
        assert hits(part, text, PEOPLE) == thorough_hits(part, text, PEOPLE), text


def test_every_phrasing_has_an_example_among_these() -> None:
    assert {code for _, _, code, _ in BLAMING} == {kind.code for kind in KINDS}


def test_words_called_for_are_words_as_texts_are_split() -> None:
    written = " ".join(words for pattern in PATTERNS for words in pattern.calling)
    assert re.fullmatch(r"[a-z0-9!+ ]+", written)


def test_wrapped_lines_do_not_hide_a_phrasing() -> None:
    assert found(STORY, "The on-call\nengineer should\n  have checked.") == [
        ("PIR605", "The on-call\nengineer should\n  have checked")
    ]


def test_a_curly_apostrophe_is_an_apostrophe() -> None:
    text = "The on-call didn\N{RIGHT SINGLE QUOTATION MARK}t notice."
    assert [code for code, _ in found(STORY, text)] == ["PIR606"]


def test_a_name_that_nobody_registered_is_not_taken_for_a_person() -> None:
    assert found(STORY, "Jenkins should have noticed. Kafka forgot the offset.") == []


@pytest.mark.parametrize(
    ("part", "text", "level"),
    [
        (CAUSE, "Human error", Level.ERROR),
        (ACTION, "Prevent human error", Level.INFO),
        (STORY, "Human error", Level.WARNING),
        (TIMELINE, "Human error", Level.WARNING),
        (ACCOUNT, "Human error", Level.INFO),
        (CAUSE, "The on-call overlooked it", Level.WARNING),
        (TIMELINE, "The on-call overlooked it", Level.INFO),
    ],
)
def test_the_same_words_weigh_less_in_an_account_than_in_a_cause(part: Part, text: str, level: Level) -> None:
    (hit,) = hits(part, text)
    assert hit.level is level


def test_only_what_was_judged_often_enough_and_mostly_right_is_more_than_an_info_in_a_story() -> None:
    for pattern in PATTERNS:
        right, judged = pattern.measured
        is_sure = judged >= 5 and right / judged >= 0.85
        levels = {part: level_of(pattern, part) for part in Part}
        assert is_sure or levels[STORY] in (None, Level.INFO), pattern
        assert is_sure or Level.ERROR not in levels.values(), pattern
        assert is_sure or judged < 5 or set(levels.values()) <= {None, Level.INFO}, pattern


def test_an_act_in_a_later_sentence_of_a_cause_is_part_of_a_story() -> None:
    first = hits(CAUSE, "An engineer deleted the index.")
    later = hits(CAUSE, "The index was rebuilt by hand. An engineer deleted the old one.")
    assert [hit.level for hit in (*first, *later)] == [Level.ERROR, Level.INFO]


def test_a_text_of_one_phrase_over_and_over_is_read_quickly() -> None:
    assert len(hits(CAUSE, "an engineer deleted it, and " * 5_000)) == 100


@pytest.mark.parametrize(
    ("right", "judged", "text", "cause"),
    [
        (0, 0, Level.INFO, Level.INFO),
        (3, 3, Level.INFO, Level.WARNING),
        (2, 3, Level.INFO, Level.INFO),
        (9, 10, Level.ERROR, Level.ERROR),
        (8, 10, Level.INFO, Level.INFO),
    ],
)
def test_a_level_rests_on_what_was_judged(right: int, judged: int, text: Level, cause: Level) -> None:
    measured = Reliability(right, judged)
    assert (measured.at_most(Part.STORY), measured.at_most(Part.CAUSE)) == (text, cause)
