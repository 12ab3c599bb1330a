import json

from pirgen.diagnostics import Report
from pirgen.diagnostics.formats import gitlab
from tests.diagnostics.reports import a_finding, a_report


def test_no_two_issues_share_a_fingerprint() -> None:
    issues = json.loads(gitlab.render(a_report(*[a_finding()] * 5)))
    assert len({issue["fingerprint"] for issue in issues}) == 5


def test_an_issue_has_what_gitlab_requires() -> None:
    for issue in json.loads(gitlab.render(a_report())):
        assert {"description", "check_name", "fingerprint", "severity", "location"} == set(issue)
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not issue["location"]["path"].startswith(("./", "/"))
        assert issue["location"]["lines"]["begin"] >= 1


def test_nothing_found_is_an_empty_list() -> None:
    assert gitlab.render(Report(())) == "[]\n"
