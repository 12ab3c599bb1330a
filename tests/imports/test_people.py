from pirgen.imports.drafting.people import People, read_people
from pirgen.imports.incident import NamedPerson

ADA, LIN = NamedPerson("U1", "Ada Quill", ("ada@example.com",)), NamedPerson("U2", "Lin Okafor")


def test_people_are_numbered_as_a_reader_meets_them_and_keep_their_number() -> None:
    people = People([LIN, NamedPerson("U1"), ADA, LIN], {})
    assert [people.handle(each) for each in (LIN, NamedPerson("U1"), ADA)] == [
        "responder 1",
        "responder 2",
        "responder 2",
    ]


def test_somebody_with_only_a_name_is_the_one_of_that_name() -> None:
    people = People([ADA, NamedPerson(name="Ada Quill")], {})
    assert people.handle(NamedPerson(name="Ada Quill")) == "responder 1"


def test_two_of_one_name_and_two_ids_are_two() -> None:
    people = People([ADA, NamedPerson("U9", "Ada Quill")], {})
    assert people.handle(NamedPerson("U9", "Ada Quill")) == "responder 2"


def test_names_in_texts_become_handles_too() -> None:
    people = People([ADA, LIN], {})
    assert people.line("Ada Quill and Lin called Ada; Linux, Adam and quill@lin stay") == (
        "responder 1 and responder 2 called responder 1; Linux, Adam and quill@lin stay"
    )


def test_a_first_name_that_is_a_word_is_left_and_a_shared_one_is_nobody_in_particular() -> None:
    people = People(
        [NamedPerson("1", "Mark Ash"), NamedPerson("2", "Lin Ash"), NamedPerson("3", "Lin Oak")], {}
    )
    assert people.line("Mark it as done, Mark Ash") == "Mark it as done, responder 1"
    assert people.line("Lin fixed it") == "a responder fixed it"


def test_the_map_says_what_to_write_by_name_id_or_address() -> None:
    for key in ("ada quill", "U1", "ADA@example.com"):
        people = People([NamedPerson("U1"), ADA, LIN], {key: "payments *on-call*"})
        assert people.text((NamedPerson("U1"), " and ", LIN)) == "payments \\*on-call\\* and responder 1"
    assert People([ADA], {"Bo": "a partner"}).line("Bo called") == "a partner called"


def test_a_map_is_read_and_what_is_wrong_with_it_is_said_with_its_place() -> None:
    assert read_people("# who\nAda Quill: payments on-call\n012: '7'\n", "p.yaml") == (
        {"Ada Quill": "payments on-call", "012": "7"},
        (),
    )
    assert read_people("", "p.yaml") == ({}, ())
    assert read_people("- Ada", "p.yaml")[1] == (
        "p.yaml:1:1: expected a mapping of names or ids to what to write for them",
    )
    assert read_people("Ada:\nAda: x\nLin: [x]\n", "p.yaml")[1] == (
        "p.yaml:2:1: key 'Ada' is written twice in the same mapping",
        "p.yaml:1:5: 'Ada' has no words; expected what to write, such as 'payments on-call'",
        "p.yaml:3:6: 'Lin' has no words; expected what to write, such as 'payments on-call'",
    )
