"""What the files of a site were made from, and when one may be left as it is."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pirgen.cache import Cache
from pirgen.writing import SiteRecord, Staging, StagingError
from tests.conftest import written


def _built(root: Path, made_from: str = "1") -> bool:
    """Whether a build of a site with one page has left the page there; the page says what it is made from."""
    with Cache(root / "cache.sqlite") as cache:
        staging = Staging(root / "site")
        record = SiteRecord(cache, staging.site)
        is_left = record.leave("a/index.html", made_from)
        written(staging.folder, {"index.html": "always"} | ({} if is_left else {"a/index.html": made_from}))
        record.keep(staging.publish(record.left).states)
        assert (root / "site/a/index.html").read_text(encoding="utf-8") == made_from
        return is_left


def _set_back(page: Path) -> None:
    """Write another text of the same length, and set the time back to that of the old one."""
    times = page.stat()
    page.write_text("x", encoding="utf-8")
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))


def _link(page: Path) -> None:
    page.symlink_to(page.rename(page.with_name("elsewhere.html")).name)


def _link_folder(page: Path) -> None:
    page.parent.symlink_to(page.parent.rename(page.parents[2] / "elsewhere"))


CHANGES: list[Callable[[Path], object]] = [Path.unlink, _set_back, _link, _link_folder]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder whose site was built twice, so that the page is known."""
    assert not _built(tmp_path)
    time.sleep(0.1)  # until what was written last cannot be taken for what is written now
    _built(tmp_path)
    return tmp_path


def test_a_page_is_left_while_it_would_come_out_the_same(root: Path) -> None:
    assert _built(root)
    assert not _built(root, "2")
    assert not _built(root)


@pytest.mark.parametrize("change", CHANGES)
def test_a_page_that_somebody_changed_is_written_again(change: Callable[[Path], object], root: Path) -> None:
    change(root / "site/a/index.html")
    assert not _built(root)


def test_nothing_is_published_where_another_program_changes_what_was_to_be_left(root: Path) -> None:
    with Cache(root / "cache.sqlite") as cache:
        staging = Staging(root / "site")
        record = SiteRecord(cache, staging.site)
        assert record.leave("a/index.html", "1")
        (root / "site/a/index.html").write_text("2", encoding="utf-8")
        with pytest.raises(StagingError, match="another program"):
            staging.publish(record.left)
        staging.discard()
    assert (root / "site/index.html").read_text(encoding="utf-8") == "always"


def test_a_page_of_the_site_that_takes_the_place_of_one_that_was_left_is_not_taken_for_it(root: Path) -> None:
    for is_known in (True, False):
        with Cache(root / "cache.sqlite") as cache:
            staging = Staging(root / "site")
            record = SiteRecord(cache, staging.site)
            assert record.has("a/index.html", "1") == is_known
            assert not is_known or record.leave("a/index.html", "1")
            written(staging.folder, {"a/index.html": "own"})
            record.keep(staging.publish(record.left).states)
        time.sleep(0.1)
