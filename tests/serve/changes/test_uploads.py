"""What is brought is kept in one folder, under a harmless name, whatever it is called."""

from __future__ import annotations

import pytest

from kg.errors import KgError
from kg.serve.changes.uploads import FOLDER, kept, named, pasted


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("许昌日报-A3.txt", "许昌日报-A3.txt"),
        ("../../etc/cron.d/job.txt", "job.txt"),
        ("C:\\Users\\x\\page.PDF", "page.PDF"),
        ("a b\x00\n\u202e.html", "a_b_.html"),
        (".bashrc.txt", "bashrc.txt"),
        ("（头版）要闻.docx", "（头版）要闻.docx"),
        ("x" * 300 + ".txt", "x" * 96 + ".txt"),
    ],
)
def test_a_name_keeps_its_letters_and_loses_its_way(given, name):
    assert named(given) == name


@pytest.mark.parametrize("given", ["run.sh", "page", "", "..", ".txt", "pages.yaml", "graph.ttl", "a.txt.exe", "/"])
def test_what_is_of_no_kind_that_is_read_is_refused(given):
    with pytest.raises(KgError, match="kg reads"):
        named(given)


def test_files_of_one_name_stay_beside_each_other_and_the_same_file_is_kept_once(tmp_path):
    first, second, again = (kept(tmp_path, "a.txt", data) for data in (b"one", b"two", b"one"))
    assert (first.name, second.name, again) == ("a.txt", "a-2.txt", first)
    assert sorted(path.name for path in (tmp_path / FOLDER).iterdir()) == ["a-2.txt", "a.txt"]


def test_an_empty_file_is_refused(tmp_path):
    with pytest.raises(KgError, match="is empty"):
        kept(tmp_path, "a.txt", b" \n")


def test_a_link_in_the_folder_is_not_followed_out_of_it(tmp_path):
    (tmp_path / FOLDER).mkdir()
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"mine")
    (tmp_path / FOLDER / "a.txt").symlink_to(outside)
    assert kept(tmp_path, "a.txt", b"yours").name == "a-2.txt"
    assert outside.read_bytes() == b"mine"


def test_a_pasted_text_is_called_after_what_it_says():
    assert pasted("甲") == pasted("甲") != pasted("乙")
