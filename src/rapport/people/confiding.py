"""Whether something was told in confidence: what is confided never reaches the eyes of anybody else.

A wrong yes costs a suggestion, a wrong no costs a friend: in doubt the answer is yes.
"""

import re

_WORDED = re.compile(
    r"""(?ix)
    \b(?:
        not\s+a\s+(?:word|soul) | (?:strictly\s+|just\s+)?between\s+(?:us|you\s+and\s+me|ourselves|the\s+two\s+of\s+us)
      | confidential(?:ly)? | in\s+(?:strict\s+)?confidence | confided | off\s+the\s+record | hush[\s-]hush
      | (?<!no\s)(?<!trade\s)(?<!open\s)secret(?:ly)?
            (?!\s+(?:santa|gardens?|ingredients?|service|sauce|of\s+success|cinema))\b
      | (?:do\s+not|don['’]?t|never|please\s+not|mustn['’]?t|not\s+to(?:\s+be)?)\s+
            (?:ever\s+)?(?:mention(?:ed)?|tell|told|share[d]?|repeat(?:ed)?|pass(?:ed)?\s+(?:it|this)?\s*on|let\s+on)
      | (?:keep|kept|keeps|keeping)\s+(?:it|this|that|quiet|\w+)?\s*
            (?:quiet|private|to\s+(?:your|my|him|her|them)sel(?:f|ves)|under\s+(?:wraps|your\s+hat)|from\s+the)
      | mum['’]?s\s+the\s+word | sworn\s+to\s+secrecy | under\s+wraps | for\s+your\s+(?:eyes|ears)\s+only
      | (?:nobody|no\s+one|no-one)\s+(?:else\s+)?(?:knows|is\s+to\s+know|must\s+know|should\s+know|may\s+know)
      | not\s+public(?:ly)?(?:\s+known)? | hasn['’]?t\s+told\s+(?:anyone|anybody)
      | unter\s+uns | vertraulich | im\s+vertrauen | geheim(?:nis)? | nicht\s+weiter\s*sagen | kein\s+wort
      | entre\s+nosotros | entre\s+t[uú]\s+y\s+yo | en\s+confianza | confidencial | (?:en\s+)?secreto
      | no\s+(?:se\s+)?lo\s+(?:cuentes|digas)(?:\s+a\s+nadie)? | ni\s+una\s+palabra
      | entre\s+nous | confidentiel(?:le)? | pas\s+un\s+mot | ne\s+le\s+dis
      | mellom\s+oss | fortrolig | hemmelig(?:het)? | ikke\s+si\s+det | mellan\s+oss | f[oö]rtroligt | hemlig(?:t|het)?
      | idir\s+(?:t[uú]\s+f[eé]in\s+agus\s+m[eé]\s+f[eé]in|muid) | faoi\s+r[uú]n
      | по\s+секрету | между\s+нами | никому\s+не\s+(?:говори|рассказывай) | конфиденциально
      | секрет(?:но)? | ни\s+слова
      | بيننا | لا\s+تخبر | سر(?:ي|اً|ا)? | سرّي
    )(?!\w)
    """
)
_RUN_ON = re.compile(
    r"保密|不要说出去|別說出去|别告诉|別告訴|秘密|私下|内緒|ここだけの話|गुप्त|राज़|मत\s+बताना|किसी\s+को\s+न\s+बता"
)


def confided(text: str) -> bool:
    """Whether the words ask for silence: 'not a word at the chapter', 'between us', 'vertraulich', '保密'."""
    return bool(_WORDED.search(text) or (not text.isascii() and _RUN_ON.search(text)))
