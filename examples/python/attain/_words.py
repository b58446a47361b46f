"""The words of the enumerations, as the library itself lists them."""
from typing import List, NamedTuple

from ._enums import Language, Vocabulary
from ._arrays import choice
from ._ffi import decode, lib


class Word(NamedTuple):
    """A value of an enumeration: what tables and rows call it, what people
    read in English and Chinese, and what it means."""

    value: int
    word: str
    label: str
    label_zh: str
    description: str


def vocabularies() -> List[str]:
    """The names of the enumerations."""
    return [decode(lib.attain_word(Vocabulary.VOCABULARY, i)) or ""
            for i in range(lib.attain_vocabulary_count())]


def words(vocabulary: str) -> List[Word]:
    """The words of an enumeration, `"comparator"`."""
    which = choice(Vocabulary, vocabulary)
    found = []
    for i in range(lib.attain_word_count(which)):
        value = lib.attain_word_value(which, i)
        texts = (lib.attain_word(which, value),
                 lib.attain_word_label(which, value, Language.EN),
                 lib.attain_word_label(which, value, Language.ZH),
                 lib.attain_word_description(which, value))
        found.append(Word(value, *(decode(text) or "" for text in texts)))
    return found
