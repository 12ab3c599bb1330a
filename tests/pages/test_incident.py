import re
from dataclasses import replace
from datetime import date

from pirgen.diagrams import Figure
from pirgen.model import (
    NOT_RECORDED,
    Account,
    ActionStatus,
    Assignment,
    Basis,
    Book,
    Detection,
    EventKind,
    Evidence,
    EvidenceKind,
    FaultTree,
    FiveWhys,
    Gate,
    GateKind,
    IncidentKind,
    IncidentReference,
    IncidentStatus,
    Link,
    Measure,
    Moment,
    Occurred,
    Provenance,
    ReviewStatus,
    Term,
    Vocabulary,
    Why,
)
from pirgen.model import Impact as ImpactOf
from pirgen.pages import complete
from tests.pages.books import (
    a_book,
    a_factor,
    a_figure,
    a_review,
    an_action,
    an_event,
    an_incident,
    incident_page,
    pages_of,
)


def words(html: str) -> str:
    """What a reader sees of it, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


FULL = a_review(
    trigger="A release",
    trigger_kind="deploy",
    factors=(a_factor(), a_factor("no-alert", "monitoring")),
    five_whys=FiveWhys("It failed", (Why("A test was missing", factor="no-test"),)),
    fault_tree=FaultTree("top", (Gate("top", "Orders fail", GateKind.ALL, ("no-test", "no-alert")),)),
    accounts=(Account("on call", "It looked *fine*."),),
    surprises=("It was quick",),
    went_well=("The rollback",),
    lessons=("Test it",),
    open_questions=("Why then?",),
    actions=(an_action(eliminates=("no-test",)),),
)
RELATED = an_incident(
    related=(IncidentReference("2025-04-01-search", "The same deploy tool"),),
    roles=(Assignment("incident commander", "checkout on-call"),),
    links=(Link("The thread", "https://example.org/thread"),),
)
OTHER = an_incident("2025-04-01-search", title="Search failed", services=("search",))


def test_sections_stand_in_the_order_of_a_review() -> None:
    page = incident_page(RELATED, FULL, OTHER)
    assert [heading.id for heading in page.headings] == [
        "summary",
        "impact",
        "surprises",
        "timeline",
        "accounts",
        "causes",
        "trigger",
        "factors",
        "actions",
        "analysis",
        "fault-tree",
        "whys",
        "fishbone",
        "response",
        "went",
        "went-well",
        "lessons",
        "questions",
        "evidence",
        "related",
    ]


def test_sections_that_have_nothing_to_say_are_left_out() -> None:
    page = incident_page(an_incident(timeline=()), a_review(factors=()))
    assert [heading.id for heading in page.headings] == ["summary", "impact", "actions", "response"]


def test_drawings_are_put_in_later() -> None:
    page = incident_page(an_incident(), timeline=a_figure("timeline"))
    assert "<svg>" not in page.html
    assert "<text>timeline</text>" in complete(page)


def test_a_drawing_that_failed_becomes_a_note_and_its_table_is_open() -> None:
    page = incident_page(an_incident(), timeline=Figure(None, "t", "d", "the engine <stopped>"))
    assert "could not be made: the engine &lt;stopped&gt;" in page.html
    assert '<details class="pirgen-more pirgen-on-paper" open>' in page.html


def test_moments_come_with_the_time_since_the_one_before() -> None:
    html = words(incident_page(an_incident()).html)
    assert "Started 09:00 1 Mar 2025" in html
    assert "Mitigated 09:40 1 Mar 2025 30 min after detected" in html
    assert "Acknowledged" not in html


def test_a_moment_that_may_still_come_is_not_called_missing() -> None:
    html = words(incident_page(an_incident(status=IncidentStatus.MITIGATED)).html)
    assert "Resolved not yet" in html


def test_a_response_is_a_fact_beside_its_target() -> None:
    timeline = (
        an_event("2025-03-01 09:00", Moment.STARTED),
        an_event("2025-03-01 09:45", Moment.DETECTED, Moment.ACKNOWLEDGED),
    )
    html = words(incident_page(an_incident(timeline=timeline)).html)
    assert "Acknowledged 45 min after the start: 15 min later than the target." in html


def test_a_factor_leads_to_its_event_gate_and_answer_and_each_of_them_back() -> None:
    alert = Evidence(EvidenceKind.ALERT, "https://example.org/alert")
    factors = (replace(a_factor(), evidence=(alert,)), a_factor("no-alert", "monitoring"))
    event = replace(an_event("2025-03-01 09:10", Moment.DETECTED), evidence=(alert,))
    html = incident_page(an_incident(timeline=(event,)), replace(FULL, factors=factors)).html
    first, second = re.findall(r'<p class="pirgen-quiet pirgen-trail">(.*?)</p>', html, re.DOTALL)
    assert re.findall('href="(.*?)"', first) == ["#event-detected", "#gate-top", "#why-no-test"]
    assert re.findall('href="(.*?)"', second) == ["#gate-top"]
    for id in ("event-detected", "gate-top", "why-no-test"):
        place = html.index(f' id="{id}"')
        assert 'href="#factor-no-test"' in html[place : place + 900]


def test_a_related_incident_is_beside_the_page_s_own() -> None:
    later = an_incident(
        "2025-06-01-again",
        title="Orders failed again",
        related=(IncidentReference("2025-03-01-checkout", "It came back"),),
    )
    factors = (a_factor("other-test"), a_factor("no-alert", "monitoring"))
    learned = a_review("2025-06-01-again", factors=factors)
    html = incident_page(later, an_incident(), a_review(factors=(a_factor(),)), learned).html
    table = html[html.index('<table class="pirgen-table pirgen-beside" id="beside-2025-03-01-checkout"') :]
    rows = [words(row) for row in re.findall("<tr>.*?</tr>", table.partition("</table>")[0], re.DOTALL)]
    assert rows[0] == "Compared This incident Checkout failed"
    assert [row for row in rows if row.startswith("Factors")] == [
        "Factors in Testing both The factor other-test The factor no-test",
        "Factors in Monitoring The factor no-alert \N{EN DASH}",
    ]


def test_the_target_is_not_quoted_where_it_promises_nothing() -> None:
    """It is the house's own, about outages: not others', not a near miss, not planned work."""
    others = a_review(provenance=Provenance.EXTERNAL)
    for things in (
        (an_incident(), others),
        (an_incident(impact=None), a_review()),
        (an_incident(kind=IncidentKind.MAINTENANCE), a_review()),
    ):
        html = words(incident_page(*things).html)
        assert "What SEV-2 means here" in html
        assert "target" not in html
    assert "Response target" in words(incident_page(an_incident(), a_review(owner=NOT_RECORDED)).html)


def test_services_that_nobody_named_yet_say_so() -> None:
    assert "Services not recorded" in words(incident_page(an_incident(services=())).html)


def test_a_response_that_nobody_recorded_says_so() -> None:
    timeline = (
        an_event("2025-03-01 09:00", Moment.STARTED),
        an_event("2025-03-01 09:00", Moment.ACKNOWLEDGED, at=NOT_RECORDED),
    )
    said = words(incident_page(an_incident(timeline=timeline)).html)
    assert "Acknowledged not recorded" in said
    assert "The time to acknowledge is not recorded" in said
    assert "time to acknowledge" not in words(incident_page(an_incident()).html)


def test_two_marks_of_one_event_have_no_time_between_them() -> None:
    timeline = (
        an_event("2025-03-01 09:00", Moment.STARTED),
        an_event("2025-03-01 09:10", Moment.DETECTED, Moment.ACKNOWLEDGED),
    )
    said = words(incident_page(an_incident(timeline=timeline)).html)
    assert "Acknowledged 09:10 1 Mar 2025" in said
    assert "after detected" not in said


def test_a_role_keeps_its_letters() -> None:
    said = words(incident_page(an_incident(roles=(Assignment("SRE lead", "on-call"),))).html)
    assert "SRE lead on-call" in said


def test_a_review_of_several_counts_the_others() -> None:
    ids = [f"2025-0{month}-01-checkout" for month in (1, 2, 3)]
    incidents = [an_incident(id) for id in ids]
    pages = pages_of(a_book(*incidents, a_review(ids[0], covers=tuple(ids[1:]))))
    assert "reviewed together with 2 others" in words(pages[f"incidents/{ids[1]}.md"].html)
    pages = pages_of(a_book(*incidents[:2], a_review(ids[0], covers=(ids[1],))))
    assert "reviewed together with another one" in words(pages[f"incidents/{ids[1]}.md"].html)


def test_a_near_miss_says_that_nothing_reached_users() -> None:
    top = Gate("top", "Orders fail", GateKind.ALL, ("no-test", "no-alert"))
    factors = (a_factor(), a_factor("no-alert", occurred=Occurred.NO))
    review = a_review(factors=factors, fault_tree=FaultTree("top", (top,)))
    html = words(incident_page(an_incident(impact=None), review).html)
    assert "this was a near miss" in html
    assert "Conditions that it would have taken, those that held it back included." in html
    assert "The factors that occurred do not suffice for the top event: it was a near miss." in html
    assert "Conditions that had to be present." in words(incident_page(an_incident(), review).html)


def test_estimates_are_marked() -> None:
    impact = ImpactOf(
        "Down", measures=(Measure("orders lost", "about 50", estimate=True), Measure("sites", "3"))
    )
    html = words(incident_page(an_incident(impact=impact)).html)
    assert "orders lost about 50 estimate" in html
    assert "sites 3 Who" not in html


def test_the_table_tells_evidence_from_accounts_and_what_was_learned_later() -> None:
    evidence = (Evidence(EvidenceKind.CHANGE, "https://example.org/pull/1", "Pull 1"),)
    timeline = (
        an_event("2025-03-01 09:00", text="One", evidence=evidence),
        an_event("2025-03-02 09:00", text="Two", known_then=False, approximate=True),
    )
    html = words(incident_page(an_incident(timeline=timeline)).html)
    assert (
        "1 Mar 2025 09:00 ¶ One context Pull 1 (change) 2 Mar 2025 ~09:00 ¶ Two learned later context account"
        in html
    )


def test_evidence_beside_the_yaml_is_linked_and_unsafe_evidence_is_not() -> None:
    evidence = (
        Evidence(EvidenceKind.METRIC, "load.png", "Load"),
        Evidence(EvidenceKind.LOG, "javascript:alert(1)", "Log"),
    )
    incident = an_incident(timeline=(an_event("2025-03-01 09:00", evidence=evidence),))
    book = a_book(
        incident,
        attachments=frozenset({f"{incident.id}/load.png", f"{incident.id}/a b.log"}),
        picture_sizes={f"{incident.id}/load.png": (800, 400)},
        file_sizes={f"{incident.id}/load.png": 31_234, f"{incident.id}/a b.log": 999},
    )
    html = pages_of(book)[f"incidents/{incident.id}.md"].html
    assert '<a href="load.png">Load</a>' in html
    assert (
        '<a href="load.png"><img class="pirgen-picture" src="load.png" alt="Load" width="800" height="400"'
        ' loading="lazy" decoding="async"></a>\n'
        '<figcaption><a class="pirgen-quiet" href="#event-2025-03-01-0900">'
        '<time datetime="2025-03-01T09:00Z">1 Mar 2025 09:00 UTC</time></a>'
        " <span>Load</span></figcaption>" in html
    )
    assert '<li><a href="a%20b.log">a b.log</a> <span class="pirgen-quiet">log, 999 B</span></li>' in html
    assert '<span class="pirgen-quiet">PNG, 800 by 400 pixels, 31 kB</span>' in html
    assert "javascript" not in html


def test_a_factor_says_what_works_on_it() -> None:
    review = a_review(
        factors=(
            a_factor(basis=Basis.INFERRED, occurred=Occurred.UNKNOWN),
            a_factor("no-alert", "monitoring", basis=Basis.STATED),
        ),
        actions=(an_action("add-test", ActionStatus.DONE, reduces=("no-test",), proof="Merged"),),
    )
    html = incident_page(an_incident(), review).html
    factor = words(html[html.index('id="factor-no-test"') : html.index('id="factor-no-alert"')])
    assert "inferred by us" in factor
    assert "not known whether it occurred" in factor
    assert "✓ Done Do add-test reduces it" in factor
    assert "No action works on it." in words(html[html.index('id="factor-no-alert"') :])


def test_the_tree_is_told_as_an_outline_with_anchors() -> None:
    html = incident_page(an_incident(), FULL).html
    assert 'id="gate-top"' in html
    outline = words(html.replace("&nbsp;", " "))
    assert "Orders fail all of The factor no-test ○ to be eliminated by add-test The" in outline
    assert "The factor no-alert no action" in outline
    assert "It shows no blame, and not everything." in html


def test_whys_are_told_as_a_list_that_ends_in_factors() -> None:
    assert "It failed Why? A test was missing factor: The factor no-test" in words(
        incident_page(an_incident(), FULL).html
    )


def test_actions_can_be_linked_to_and_show_how_they_ended() -> None:
    review = a_review(
        actions=(
            an_action("a", ActionStatus.DONE, proof="Merged in *May*", done_on=date(2025, 5, 1)),
            an_action("b", ActionStatus.DECLINED, reason="Too dear"),
            an_action("c", ActionStatus.OPEN, due=date(2025, 4, 1), done_when="It pages"),
            an_action("d", ActionStatus.UNKNOWN, owner=NOT_RECORDED),
        )
    )
    html = incident_page(an_incident(), review).html
    text = words(html)
    assert 'id="action-a"' in html
    assert "Done on 1 May 2025 . Proof: Merged in May" in text
    assert "✕ Declined" in text
    assert "Reason: Too dear" in text
    assert "Done when: It pages" in text
    assert "○ Open overdue" in text
    assert "? State not known" in text
    assert "4 actions: 1 open, 1 done, 1 declined, 1 of unknown state" in text


def test_what_no_action_records_is_said_once_and_has_no_column() -> None:
    actions = (an_action("one", priority=NOT_RECORDED), an_action("two", ActionStatus.DONE, due=NOT_RECORDED))
    html = incident_page(an_incident(), a_review(actions=actions)).html
    assert "No priority or due date is recorded." in words(html)
    assert "Priority" not in html
    assert "Due" not in html
    html = incident_page(an_incident(), a_review(actions=(*actions, an_action("x", due=date(2025, 4, 1))))).html
    assert "No priority is recorded." in words(html)
    assert html.count('<td data-label="Due">') == 3


def test_a_review_without_actions_gives_its_reason() -> None:
    assert "None, because: Nothing to mend" in words(
        incident_page(an_incident(), a_review(no_actions_reason="Nothing to mend")).html
    )


def test_a_draft_is_watermarked_and_an_unreviewed_incident_says_so() -> None:
    draft = incident_page(an_incident(), a_review(status=ReviewStatus.DRAFT)).html
    assert "pirgen-is-draft" in draft
    assert "Nothing in it is counted in the trends" in draft
    assert "No review yet." in incident_page(an_incident()).html


def test_escalation_and_communication_are_a_view_of_their_own() -> None:
    timeline = (
        an_event("2025-03-01 09:00", text="It breaks"),
        an_event("2025-03-01 09:05", text="The team is paged", kind=EventKind.ESCALATION),
    )
    html = incident_page(an_incident(timeline=timeline, detection=Detection(NOT_RECORDED))).html
    spoken = words(html[html.index('id="communication"') :])
    assert "1 Mar 2025 09:05 UTC escalation The team is paged" in spoken
    assert "It breaks" not in spoken


def test_related_incidents_come_with_the_reason() -> None:
    html = words(incident_page(RELATED, FULL, OTHER).html)
    assert "1 Apr 2025 Search failed The same deploy tool" in html


def test_the_other_incident_says_that_it_was_named_there() -> None:
    html = words(incident_page(OTHER, RELATED, FULL).html)
    assert "The same deploy tool (noted there about this incident)" in html


def test_a_covered_incident_points_to_its_review() -> None:
    book = a_book(an_incident(), OTHER, a_review(covers=(OTHER.id,), lessons=("Test it",)))
    html = pages_of(book)[f"incidents/{OTHER.id}.md"].html
    assert '<a href="../2025-03-01-checkout/#causes">the review that covers this incident</a>' in html
    assert "Test it" not in html
    assert "Also covers" in pages_of(book)["incidents/2025-03-01-checkout.md"].html


def test_neighbours_in_time_are_linked() -> None:
    html = incident_page(an_incident(), OTHER).html
    assert '<a class="pirgen-later-incident" href="../2025-04-01-search/" rel="next">' in html
    assert 'rel="prev"' not in html


def test_only_words_that_are_used_are_explained() -> None:
    vocabulary = Vocabulary(
        glossary=(Term("wal", "release", "What is shipped"), Term("no", "quorum", "Never used"))
    )
    book = Book((an_incident(),), (a_review(),), vocabulary)
    html = words(pages_of(book)["incidents/2025-03-01-checkout.md"].html)
    assert "release What is shipped" in html
    assert "quorum" not in html


def test_the_page_knows_its_file_and_description() -> None:
    page = incident_page(an_incident(title="A `b` & c", tags=("deploy",)), a_review())
    assert page.title == "A b & c"
    assert page.source == "2025-03-01-checkout/pir.yaml"
    assert page.description == "A release broke the checkout."
    assert page.tags == ("deploy",)
    assert incident_page(an_incident()).source == "2025-03-01-checkout/incident.yaml"


def test_the_history_of_both_files_is_linked() -> None:
    pages = pages_of(a_book(an_incident(), a_review()), history_urls={"": "https://example.org/log/{path}"})
    html = pages["incidents/2025-03-01-checkout.md"].html
    assert '<a href="https://example.org/log/2025-03-01-checkout/pir.yaml">pir.yaml</a>' in html


def test_text_of_authors_cannot_become_markup() -> None:
    evil = "<script>alert(1)</script>"
    incident = an_incident(
        title=evil,
        services=(evil,),
        severity_note=evil,
        tags=(evil,),
        detection=Detection("staff", evil),
        roles=(Assignment(evil, evil),),
        links=(Link(evil, "https://example.org/<x>", evil),),
    )
    review = a_review(owner=evil, summary=evil, trigger=evil, factors=(a_factor(text=evil, note=evil),))
    for page in pages_of(a_book(incident, review)).values():
        assert "<script>" not in page.html


def test_a_review_of_what_others_published_says_what_they_did_not_publish() -> None:
    quoted = an_action(
        owner=NOT_RECORDED, due=NOT_RECORDED, done_when=NOT_RECORDED, note="It was not recorded by us."
    )
    own = incident_page(an_incident(), a_review(owner=NOT_RECORDED, actions=(quoted,)))
    others = incident_page(
        an_incident(), a_review(owner=NOT_RECORDED, actions=(quoted,), provenance=Provenance.EXTERNAL)
    )
    nothing = incident_page(an_incident(), a_review(provenance=Provenance.EXTERNAL))
    assert "Review owner not recorded" in words(own.html)
    assert "Written from" not in words(own.html)
    assert "Written from what others have published" in words(others.html)
    assert "Review owner" not in words(others.html)
    assert "Done when: not published" in words(others.html)
    assert words(others.html).count("not recorded") == words(others.html).count("It was not recorded by us.")
    assert "None are published." in words(nothing.html)
