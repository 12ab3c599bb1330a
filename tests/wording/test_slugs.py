from pirgen.wording.slugs import slug, unlike_slugs


def test_a_text_becomes_part_of_an_address() -> None:
    assert slug("Checkout & Pay!") == "checkout-pay"
    assert slug("  ") == "unnamed"


def test_no_two_slugs_are_alike() -> None:
    assert unlike_slugs(["a & b", "a b", "index"], "index") == {
        "a & b": "a-b",
        "a b": "a-b-2",
        "index": "index-2",
    }


def test_slugs_are_fit_for_anchors() -> None:
    assert [slug(text) for text in ("Prow build/cluster", "SEV-1", "Überlast", "!")] == [
        "prow-build-cluster",
        "sev-1",
        "überlast",
        "unnamed",
    ]


def test_no_slug_is_a_device_of_windows() -> None:
    assert list(unlike_slugs(["Con", "LPT1", "com¹", "com"]).values()) == ["con-2", "lpt1-2", "com¹-2", "com"]
