import pytest

from checks.declaring.hints import FILE, Hint, HintError, Hints, ideas

SHARED = """
[shared.mean]
idea = "mean-once"
text = "Where is the mean taken?"

[shared."a row of its own"]
idea = "aliasing"
text = "{row} is of the shared kind."
"""
OWN = """
[product.backward]
mean-in-dx = "mean"
in-vain = "no-such-hint"

[product.backward.turned]
idea = "transpose"
text = "Which way round?"

[product.backward."way/other"]
idea = "transpose"
text = "The other way."
"""


@pytest.fixture
def hints(write_hints):
    write_hints(SHARED + OWN)
    return Hints("product")


# -- what is found ----------------------------------------------------------------------------------------------------


def test_a_hint_of_the_exercise_s_own(hints):
    assert hints.find("product.backward", "turned") == Hint("Which way round?", "transpose")


def test_a_word_names_a_shared_hint(hints):
    assert hints.find("product.backward", "mean-in-dx") == Hint("Where is the mean taken?", "mean-once")


def test_a_name_that_the_exercise_has_not_is_looked_up_among_the_shared_ones(hints):
    assert hints.find("product.backward", "mean").idea == "mean-once"
    assert hints.find("another.exercise", "mean") == hints.find("product.backward", "mean")
    assert hints.find("product.backward", "a row of its own").idea == "aliasing"


def test_a_variant_has_a_hint_under_its_whole_name(hints):
    assert hints.find("product.backward", "way/other").text == "The other way."
    with pytest.raises(HintError):
        hints.find("product.backward", "way")


def test_what_all_levels_share_is_there_without_a_file_of_one_s_own():
    assert hints_of_nobody().find("any.exercise", "self-forgotten").idea == "self"


def hints_of_nobody():
    return Hints("no_such_room")


def test_a_room_s_own_shared_hint_comes_before_that_of_all_levels(write_hints):
    write_hints('[shared.self-forgotten]\nidea = "kept"\ntext = "Ours."')
    assert Hints("product").find("product.backward", "self-forgotten") == Hint("Ours.", "kept")


def test_a_hint_of_the_exercise_comes_before_a_shared_one_of_the_same_name(write_hints):
    write_hints('[product.backward.self-forgotten]\nidea = "kept"\ntext = "Its own."')
    hints = Hints("product")
    assert hints.find("product.backward", "self-forgotten").text == "Its own."
    assert hints.find("product.forward", "self-forgotten") == hints_of_nobody().find("x.y", "self-forgotten")


def test_every_idea_has_a_title_and_every_shared_hint_an_idea():
    assert {tuple(idea) for idea in ideas().values()} == {("title",)}
    nobody = hints_of_nobody()
    for key in nobody._shared:
        assert nobody.find("any.exercise", key).text


# -- placeholders -----------------------------------------------------------------------------------------------------


def test_words_are_put_into_placeholders(hints):
    hint = hints.find("product.backward", "a row of its own").filled({"row": "dx", "other": "unused"})
    assert hint == Hint("dx is of the shared kind.", "aliasing")


@pytest.mark.parametrize("text", ["{axis} is missing", "{ alone", "alone }", "{} or {0}"])
def test_a_placeholder_without_a_word_is_an_error_that_shows_the_sentence(text):
    with pytest.raises(HintError) as error:
        Hint(text, "kept").filled({"row": "dx"})
    assert str(error.value).startswith("the placeholders of this hint can't be filled (")
    assert str(error.value).endswith(f": {text}")


# -- what is wrong with a file ----------------------------------------------------------------------------------------


def refusal(hints, key):
    with pytest.raises(HintError) as error:
        hints.find("product.backward", key)
    return str(error.value)


def test_a_missing_hint_is_named_with_file_exercise_and_mistake(hints):
    assert refusal(hints, "upside-down") == (
        f"product/{FILE}: there is no hint [product.backward] upside-down, nor a shared one named upside-down"
    )


def test_a_word_that_names_no_shared_hint_is_told_beside_the_mistake(hints):
    assert refusal(hints, "in-vain") == (
        f"product/{FILE}: there is no hint [product.backward] in-vain, nor a shared one named no-such-hint"
    )


def test_an_unknown_idea_is_named(write_hints):
    write_hints('[product.backward.turned]\nidea = "transposed"\ntext = "Which way round?"')
    assert refusal(Hints("product"), "turned") == (
        f"product/{FILE}: [product.backward] turned: there is no idea 'transposed' in declaring/ideas.toml"
    )


@pytest.mark.parametrize(
    "lines",
    [
        '[product.backward.turned]\nidea = "transpose"',
        '[product.backward.turned]\ntext = "Which way round?"',
        '[product.backward.turned]\ntext = "Which way round?"\nidea = 3',
        "[product.backward]\nturned = 3",
        '[product.backward]\nturned = ["mean-once"]',
        '[product.backward]\nturned = "mean"\n[shared]\nmean = "mean-once"',
    ],
)
def test_a_hint_is_a_text_and_an_idea(write_hints, lines):
    write_hints(lines)
    assert refusal(Hints("product"), "turned") == f"product/{FILE}: [product.backward] turned needs a text and an idea"


@pytest.mark.parametrize(
    "content",
    [b"[product.backward\n", b'text = "not closed\n', b"[a]\n[a]\n", b'text = "gr\xf6\xdfe"\n'],
    ids=["bracket", "quote", "twice", "latin-1"],
)
def test_a_file_that_is_no_toml_is_named(write_hints, content):
    path = write_hints("")
    path.write_bytes(content)
    with pytest.raises(HintError) as error:
        Hints("product")
    assert str(error.value).startswith(f"{path} is not proper TOML: ")
