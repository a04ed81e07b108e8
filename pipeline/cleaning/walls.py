"""Pages that stand in front of the document: consent dialogs, access checks, paywalls.

Belongs here: telling them by their words. Does not belong here: single lines inside an article
(furniture.py).
"""

import re
from collections.abc import Sequence

from pipeline.cleaning.blocks import CleanBlock

MOST_CONSENT_WORDS = 400
MOST_CHECK_WORDS = 80
CONSENT_SHARE = 0.6  # of the letters, in paragraphs that speak of consent to the reader
FEWEST_TERMS = 3
CONSENT_TERM = re.compile(
    r"(?i)\b(?:cookies?|personal (?:data|information)|consent|legitimate interests?|trackers?|"
    r"tracking technolog(?:y|ies)|unique identifiers?|privacy (?:policy|settings|choices|preferences|notice)|"
    r"(?:our|\d+) (?:\w+ )?(?:partners|vendors)|(?:accept|reject|manage) (?:all|cookies|preferences|choices)|"
    r"i accept|before you continue|(?:store|access)\b.{0,40}\bon (?:a|your) device|"
    r"process(?:es|ing)? data|use cookies|opt[- ]out|"
    r"personali[sz]ed (?:ads?|advertising|content)|ads you see|your choices?|change your mind|withdraw)\b"
)
TO_THE_READER = re.compile(r"(?i)\b(?:you|your|we|our)\b")
ACCESS_CHECK = re.compile(
    r"(?i)\b(?:checking (?:if the site connection is secure|your browser)|"
    r"verify(?:ing)? (?:that )?you are (?:a |not a ro)?(?:human|bot)|are you a robot|not a robot|"
    r"enable javascript and cookies to continue|please enable (?:cookies|javascript)|unusual traffic|"
    r"access (?:to this page (?:has been|is) )?(?:denied|blocked)|ddos protection by|"
    r"(?:404|page) not found|403 forbidden|page (?:that )?you(?:[’']re| are| were)? (?:requested|looking for)\b"
    r".{0,40}(?:found|exist)|not available in your (?:region|country))\b"
)
FEWEST_WORDS = 150
LONGEST_NOTICE = 300
PAYWALL = re.compile(
    r"(?i)\b(?:subscribe|subscription|sign in|log in|register|become a member|free trial|unlock)\b"
    r".{0,80}\b(?:read(?:ing)?|continue|full|access|article|story|articles|stories)\b|"
    r"\b(?:for subscribers only|subscriber[- ]only|exclusive to subscribers|to continue reading)\b|"
    r"\b(?:reached|used|read) (?:your|the|all)\b.{0,40}\b(?:limit|free articles?|free stories)\b|"
    r"\balready (?:a|have an?) (?:subscriber|subscription|member|account)\b|"
    r"\b(?:article|story|content|page) is (?:only )?(?:for|available (?:only )?(?:to|for)|reserved for)\b"
    r".{0,30}\b(?:subscribers|members)\b"
)


def what_stands_in_front(blocks: Sequence[CleanBlock]) -> str | None:
    """What the page is instead of a document; None where it is one.

    It is judged by what was kept of it, and where that is a headline alone by all that there is.
    """
    kept = [block for block in blocks if block.section]
    read = [block for block in kept if block.section != "headline"] or list(blocks)
    words = sum(len(block.text.split()) for block in read)
    if words <= MOST_CHECK_WORDS and any(ACCESS_CHECK.search(b.text) for b in (*kept, *read)):
        return "an access check or an error page in the document's place"
    if words <= MOST_CONSENT_WORDS and _asks_consent([block.text for block in read]):
        return "a consent dialog in the document's place"
    return None


def _asks_consent(texts: Sequence[str]) -> bool:
    terms: set[str] = set()
    asking = 0
    for text in texts:
        found = {match.group().lower() for match in CONSENT_TERM.finditer(text)}
        if found and TO_THE_READER.search(text):
            asking += len(text)
            terms |= found
    return len(terms) >= FEWEST_TERMS and asking >= CONSENT_SHARE * sum(map(len, texts))


def is_cut_by_paywall(blocks: Sequence[CleanBlock], is_declared: bool) -> bool:
    """Whether only the opening stands before a paywall: few words, and a wall declared or in words."""
    words = sum(len(block.text.split()) for block in blocks if block.section == "body")
    if words >= FEWEST_WORDS:
        return False
    first = next((n for n, block in enumerate(blocks) if block.section == "body"), 0)
    below = [block.text for block in blocks[first:] if len(block.text) < LONGEST_NOTICE]
    return is_declared or any(PAYWALL.search(text) for text in below)
