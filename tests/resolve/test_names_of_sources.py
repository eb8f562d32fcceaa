"""Whom a source means: the fullest name that the article gives, or none where it is unclear."""

import pytest


@pytest.mark.parametrize(
    ("text", "statements", "name"),
    [
        pytest.param(
            "Ada Byrne, the mayor, opened the hall. Byrne said it was ready.",
            [("Byrne", "said it", "it was ready")],
            "Ada Byrne",
            id="a last name",
        ),
        pytest.param(
            "“It is ready,” said Byrne. Ada Byrne has been mayor for a year.",
            [("Byrne", "said", "It is ready")],
            "Ada Byrne",
            id="named in full only later",
        ),
        pytest.param(
            "The Ministry of Works wrote to the town. The ministry said the bridge was safe.",
            [("The ministry", "said", "the bridge was safe")],
            "Ministry of Works",
            id="a noun from the name of a body",
        ),
        pytest.param(
            "The Corrin Observatory for Human Rights (COHR) counted nine dead. COHR said more would follow.",
            [("COHR", "said", "more would follow")],
            "Corrin Observatory for Human Rights",
            id="letters in brackets",
        ),
        pytest.param(
            "The Alliance to Mend Our Quays (AMOQ) met on Monday. AMOQ says the quay is rotten.",
            [("AMOQ", "says", "the quay is rotten")],
            "Alliance to Mend Our Quays",
            id="letters of a name that does not say it is a body",
        ),
        pytest.param(
            "Harbour master Ruan Teveley left early. The harbour master said the quay was full.",
            [("The harbour master", "said", "the quay was full")],
            "The harbour master",
            id="a calling that is not known beside a name is left as it stands",
        ),
        pytest.param(
            "Governor Ilse Marrant left early. The governor said the quay was full.",
            [("The governor", "said", "the quay was full")],
            "Ilse Marrant",
            id="a calling",
        ),
        pytest.param(
            "Ilse Marrant, head of the Quay Union, came late. The head of the union said nothing was signed.",
            [("The head of the union", "said", "nothing was signed")],
            "Ilse Marrant",
            id="a calling with its body",
        ),
        pytest.param(
            "Nell Corvane, vice president of Corrin, and a guard were there. The president said it was over.",
            [("The president", "said", "it was over")],
            "The president",
            id="the president is not the vice president",
        ),
        pytest.param(
            "A source in Corrin saw it. The source said two men had left.",
            [("A source in Corrin", "saw", "it"), ("The source", "said", "two men had left")],
            "A source in Corrin",
            id="a description repeated",
        ),
        pytest.param(
            "Meridian Wire quoted a source in Corrin as saying that it rained. The source added that it was cold.",
            [("The source", "added", "it was cold")],
            "a source in Corrin",
            id="a description that somebody else quoted",
        ),
        pytest.param(
            "A monitor said nine had died. The Corrin Observatory gave no names.",
            [("A monitor", "said", "nine had died")],
            "Corrin Observatory",
            id="the only monitor that the article names",
        ),
        pytest.param(
            "The Hill League signed. The group said it would wait.",
            [("The Hill League", "signed", ""), ("The group", "said", "it would wait")],
            "Hill League",
            id="the group that spoke last",
        ),
        pytest.param(
            "Deputy Minister Joren Hask met Oona Selwick. Two residents said they were afraid.",
            [("Two residents", "said", "they were afraid")],
            "Two residents",
            id="a description stays as it stands",
        ),
    ],
)
def test_names_and_descriptions(last, text, statements, name):
    """Short names, letters, callings and nouns lead to the fullest name; what names nobody stays as it is."""
    assert last(text, *statements)["source_name"] == name


@pytest.mark.parametrize(
    ("text", "statements", "name"),
    [
        pytest.param(
            "Ada Byrne closed the quay. She said it was rotten.",
            [("She", "said", "it was rotten")],
            "Ada Byrne",
            id="the only one who fits",
        ),
        pytest.param(
            "Joren Hask met Ada Byrne. She said it was rotten.",
            [("She", "said", "it was rotten")],
            "Ada Byrne",
            id="the only woman",
        ),
        pytest.param(
            "At noon Ilse Marrant met Oona Selwick. “No,” she said.",
            [("she", "said", "No")],
            None,
            id="one of two women: unclear",
        ),
        pytest.param(
            "The mayor, Ada Byrne, said that she believed the letter was real.",
            [("The mayor, Ada Byrne,", "said", "she believed the letter was real"), ("she", "believed", "the letter")],
            "Ada Byrne",
            id="the speaker around",
        ),
        pytest.param(
            "“I think the quay is rotten,” Ada Byrne said.",
            [("I", "think", "the quay is rotten"), ("Ada Byrne", "said", "I think the quay is rotten")],
            "Ada Byrne",
            id="whoever is quoted says I",
        ),
        pytest.param(
            "You know that the quay is rotten.", [("You", "know", "the quay is rotten")], None, id="the reader"
        ),
        pytest.param(
            "Ada Byrne, the mayor of Corrin, who wrote the letter, was away.",
            [("who", "wrote", "the letter")],
            "Ada Byrne",
            id="a relative clause",
        ),
        pytest.param(
            "Two residents of Corrin who saw it were brave.",
            [("who", "saw", "it")],
            "Two residents of Corrin",
            id="a relative clause after a description",
        ),
        pytest.param(
            "Oona Selwick, 59, of Corrin, Md., who saw it, was brave. She said it was over.",
            [("She", "said", "it was over")],
            "Oona Selwick",
            id="not the state that she comes from",
        ),
        pytest.param(
            "The Quay Union wrote in April. It said the vents were shut.",
            [("It", "said", "the vents were shut")],
            "Quay Union",
            id="a body",
        ),
        pytest.param(
            "Residents left at noon, two officials said. They said the road was shut.",
            [("two officials", "said", "Residents left at noon"), ("They", "said", "the road was shut")],
            "two officials",
            id="several",
        ),
    ],
)
def test_pronouns(resolved, text, statements, name):
    """A pronoun means the nearest who fits and speaks; where two fit it stays without a name."""
    by_source = {a.source[0].of(text): a.source_name for a in resolved(text, *statements)}
    assert by_source[statements[0][0] if statements[0][0] == "I" else statements[-1][0]] == name


def test_described_first_and_named_next(resolved):
    """A witness who is described in one statement and named without a word of introduction in the next is one."""
    text = "One resident said the roof had lifted. “It was black,” Nell Corvane said."
    found = resolved(text, ("One resident", "said", "the roof had lifted"), ("Nell Corvane", "said", "It was black"))
    assert [(a.source_name, a.source_kind) for a in found] == [("Nell Corvane", "witness_or_resident")] * 2


def test_same_words_mean_the_same_person(resolved):
    """Two statements of one source have one name, also where the second alone would not tell."""
    text = "Omar Hask was pale. “Ruan Teveley knew,” he said, adding that Linus Wendle knew too."
    found = resolved(text, ("he", "said", "Ruan Teveley knew"), ("he", "adding", "Linus Wendle knew too"))
    assert [a.source_name for a in found] == ["Omar Hask", "Omar Hask"]


def test_two_of_one_name_are_told_apart(resolved):
    """A title, or who was introduced so far, tells which of two people with one last name is meant."""
    text = "Ada Byrne spoke first. Byrne said yes. Carl Byrne spoke next. Mr. Byrne said no. Mrs. Byrne said why."
    found = resolved(text, ("Byrne", "said", "yes"), ("Mr. Byrne", "said", "no"), ("Mrs. Byrne", "said", "why"))
    assert [a.source_name for a in found] == ["Ada Byrne", "Carl Byrne", "Ada Byrne"]


def test_a_namesake_in_passing_does_not_take_the_name(resolved):
    """Right after "Carl Byrne" the last name is his; further on it is again hers whom it meant before."""
    text = (
        "Ada Byrne spoke first. Byrne said yes. Carl Byrne came later. Byrne said no. Nobody moved. It rained. "
        "Byrne said why."
    )
    found = resolved(text, ("Byrne", "said yes", ""), ("Byrne", "said no", ""), ("Byrne", "said why", ""))
    assert [a.source_name for a in found] == ["Ada Byrne", "Carl Byrne", "Ada Byrne"]


def test_joint_sources(resolved):
    """Joint sources keep their words; where one of them is short for a name, the names stand one after the other."""
    text = "Ada Byrne and Joren Hask said so. Byrne and two residents said no."
    found = resolved(text, ("Ada Byrne and Joren Hask", "said", "so"), ("Byrne and two residents", "said", "no"))
    assert [a.source_name for a in found] == ["Ada Byrne and Joren Hask", "Ada Byrne; two residents"]


def test_lost_commas_and_apostrophes(last):
    """Apposition and possessives are read in a text that scraping robbed of its commas and apostrophes."""
    text = "Port Adas mayor was away. Ruan Teveley head of the Corrin Observatory for Human Rights said nine had died."
    found = last(text, ("Ruan Teveley", "said", "nine had died"))
    assert found == {
        "source_name": "Ruan Teveley",
        "source_role": "head",
        "source_affiliation": "Corrin Observatory for Human Rights",
        "source_kind": "monitor_or_ngo",
        "named": True,
    }
