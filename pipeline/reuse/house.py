"""What a publisher puts around its reports: legal notices, calls to the reader, biographies, methods.

Belongs here: phrases that mark a sentence as no reporting. Does not belong here: lines that one source
repeats (those are counted, not phrased), and what follows from either.

Each phrase stands beside a word that it cannot do without, so that most sentences are done after a look
for those.
"""

import re

_PHRASES = {
    # legal notices
    "rights reserved": r"all rights reserved",
    "copyright": r"copyright (?:©|\(c\)|\d{4}|of)",
    "©": r"©\s*\d{4}",
    "published": r"(?:may not|not to) be published|first published in",
    "republish": r"(?:may not|not to) be republished",
    "reproduced": r"(?:may not|not to) be reproduced",
    "reprint": r"(?:may not|not to) be reprinted",
    "permission": r"without (?:prior |express )?(?:written )?permission",
    "terms of": r"terms of (?:use|service)",
    "privacy policy": r"privacy policy",
    "expressed": r"(?:views?|opinions?) expressed (?:in|here|by|are)",
    "reflect": r"do(?:es)? not (?:necessarily )?reflect (?:the|those)",
    "represent": r"do(?:es)? not (?:necessarily )?represent (?:the|those)",
    # calls to the reader
    "sign up": r"sign up\b.{0,40}\b(?:for|to) (?:our|the|a|his|her|my)\b",
    "subscribe": r"unsubscribe|subscribe (?:here|now)|subscribe\b.{0,40}\bto (?:our|the|a|his|her|my)\b",
    "newsletter": r"newsletter",
    "your inbox": r"your inbox",
    "twitter": r"(?:follow|like) .{0,30}\bon twitter",
    "facebook": r"(?:follow|like) .{0,30}\bon facebook",
    "instagram": r"(?:follow|like) .{0,30}\bon instagram",
    "share this": r"share this (?:story|article)",
    "click here": r"click here",
    " app": r"download (?:our|the) app",
    "advertisement": r"advertisement",
    "a tip": r"got a (?:news )?tip\b|send us a tip",
    "submi": r"submit (?:a|your) (?:letter|comment|column)|submission guidelines",
    "letter": r"letters? to the editor",
    "to read more": r"to read more",
    "comments": r"(?:welcome|moderate|remove|delete)\b.{0,60}\bcomments\b|comments (?:are|will be) moderated",
    "personal attacks": r"(?:remove|delete|contain|avoid|no|not)\b.{0,60}\bpersonal attacks",
    "a member": r"become a member|becoming a member",
    "subscriber": r"become a subscriber",
    "donation": r"mak(?:e|ing) an? (?:[\w-]+ )?donation",
    "contribution": r"mak(?:e|ing) an? (?:[\w-]+ )?contribution",
    " gift": r"mak(?:e|ing) an? [\w-]+ gift",
    # biographies and credits of staff
    "contribut": r"contributed (?:to|reporting)|is an? (?:\w+ ){0,3}contribut(?:or|ing)\b",
    "reached at": r"can be reached at",
    "tweets at": r"(?:he|she) tweets at",
    "updated": r"story (?:has been|was) updated",
    "columnist": r"\bis an? (?:\w+ ){0,4}columnist\b",
    "writer": r"\bis an? (?:\w+ ){0,3}(?:staff |senior |speech)writer\b",
    "fellow": r"\bis an? (?:\w+ ){0,3}fellow\b",
    "analyst": r"\bis an? (?:\w+ ){0,3}(?:political|legal) analyst\b",
    "commentator": r"\bis an? (?:\w+ ){0,3}commentator\b",
    "editor": r"\bis (?:an? |the )?(?:\w+ ){0,4}editor (?:for|at|of)\b",
    "correspondent": r"\bis (?:an? |the )?(?:\w+ ){0,4}correspondent (?:for|at|of)\b",
    "reporter": r"\bis (?:an? |the )?(?:\w+ ){0,4}reporter (?:for|at|of)\b",
    "producer": r"\bis (?:an? |the )?(?:\w+ ){0,4}producer (?:for|at|of)\b",
    "weekly": r"(?:a|the) weekly (?:column|newsletter|feature)",
    # how a poll was made
    "poll": r"poll was conducted",
    "error of": r"margin of (?:sampling )?error of",
    "credibility interval": r"credibility interval",
}
_COMPILED = [(word, re.compile(phrase)) for word, phrase in _PHRASES.items()]


def is_house_text(sentence: str) -> bool:
    """Whether the sentence is a notice, a call to the reader, a biography or a note on method."""
    lowered = sentence.lower()
    near = [phrase for word, phrase in _COMPILED if word in lowered]
    return any(phrase.search(lowered) for phrase in near)
