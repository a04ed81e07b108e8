"""Lines that are no prose of the article: credits, embeds, and the furniture of sites.

Belongs here: judging one line by its own words. Does not belong here: where it stands (plain_blocks.py,
html_blocks.py).
"""

import re
from dataclasses import dataclass

from pipeline.cleaning.dates import first_moment
from pipeline.records import Section

LONGEST_LINE = 300


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a line is: a section that stays in the text, or (None) why it is left out."""

    section: Section | None
    reason: str = ""


NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
CREDIT = Verdict("credit")
EMBED = Verdict("embed")
BYLINE = re.compile(
    rf"(?:(?:(?:[Ww]ritten|[Rr]eported|[Pp]osted|[Ss]tory|[Tt]ext|[Aa]nalysis|[Oo]pinion|[Rr]eporting|[Rr]eview) )?"
    rf"(?:by|By|BY)|Authors?|Writers?)\s?:?\s+{NAME}(?:[\s,&|•·/]+(?:{NAME}|and|of|for|the|in|with|de|da|van|von|bin|al|"
    r"staff|writer|reporter|editor|correspondent|contributor|columnist|special|to)\b\.?){1,14}"
    r"(?:\s?\([^)]{1,60}\))?(?:\s*[|•·—–,-]\s*.{0,60})?"
)
AGENCY_PHOTO = re.compile(
    r"\(?(?:AP|AFP|Reuters|REUTERS|EPA|Getty)(?: (?:Photo|Images?|file|Graphic))?\s?/\s?[^()]{2,60}\)?|"
    r"(?:[^\n]{0,80}(?:/|\bvia\b|\bvia the\b|\bfor\b)\s?)?(?:Getty Images?|AP Photo|AFP|Shutterstock|iStock|"
    r"Associated Press|REUTERS|Reuters|Bloomberg|NurPhoto|Unsplash|Pexels|Wikimedia Commons|"
    r"AP|EPA(?:-EFE)?)(?: (?:Images?|file|Photo))?\.?"
)
PHOTO_CREDIT = re.compile(
    r"[(\[]?(?:(?:Photo|Image|Photograph|Picture|Illustration|Video|Screenshot|Cover|Featured|Feature|Header|Graphic)s?"
    r"(?: (?i:credit|by|courtesy(?: of)?|via|image|source|illustration|from))?\s?:|"
    r"(?:Photo|Image|Photograph|Picture|Illustration|Graphic)s? (?i:credit|by|courtesy(?: of)?|via|from)\b|"
    r"Via |via |Courtesy(?: of)? |Credit: |Credit |Source: |\(?Photo by |\(?Image by |\[?Image source)"
    r"[^\n]{0,140}",
)
ORIGIN_CREDIT = re.compile(
    r"(?:This (?:article|story|piece|post|report|essay|column)(?: \w+){0,3} (?:originally|first|previously)?\s?"
    r"(?:appeared|published|ran|was (?:originally |first |previously )?(?:published|produced|reported|written))|"
    r"(?:Originally|First) (?:published|appeared|posted)|Reprinted (?:with|by|from)|"
    r"(?:Additional )?[Rr]eporting by|Editing by|Compiled (?:by|from)|With (?:reporting|files|additional reporting) (?:by|from)|"
    r"©|\(c\) ?\d{4}|Copyright\b)[^\n]{0,260}",
)
DATE_LABEL = re.compile(
    r"(?:Published|Posted|Updated|Last updated|Last modified|Modified|First published|Date|Created|"
    r"Publication date|Issued|Released|date|on|at|Originally published|Reviewed)\b\s*(?:on|at|:)?\s*",
    re.I,
)
DATE_FILLER = re.compile(
    r"(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|"
    r"\b(?:published|posted|updated|modified|first|last|date|on|at|by|e[sd]?t|p[sd]?t|c[sd]?t|m[sd]?t|gmt|"
    r"utc|bst|cet|eastern|min(?:ute)?s? read|read|a\.?m|p\.?m|\d{1,2}:\d\d)\b|[\W\d_]+"
)
MOST_DATE_WORDS = 6
TWEET = re.compile(
    r"pic\.twitter\.com/\w+|https?://t\.co/\w+|"
    r"[—–-]\s?[^\n]{1,60}\(@\w{1,20}\)\s+(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+,? \d{4})"
)
POST_NOTE = re.compile(
    r"(?:View this post on Instagram|A post shared by .*|Post by .*|pic\.twitter\.com/\w+|@\w{2,20}|"
    r"View (?:this|the) (?:post|tweet|video) on .{3,20}|.{1,60} \(@\w+\).{0,40})"
)

FURNITURE: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "form",
        re.compile(
            r'"?\*"? indicates required fields?|Required fields are marked.*|(?:This field is|Fields? marked) .*required.*|'
            r"(?:This site is )?[Pp]rotected by reCAPTCHA.*|This field is for validation purposes.*|"
            r"(?:Your )?[Ee]-?mail(?: address)?(?: \*|:)?|(?:First|Last) name(?: \*)?|Name(?: \*)?|Submit|Send|Search(?: for:)?|"
            r"Your email address will not be published\..*|Leave a (?:reply|comment)|Post (?:a )?comment|Cancel reply|"
            r"(?:Please )?(?:enter|provide) (?:your|a valid) e-?mail.*|CAPTCHA|Δ|Enter your email.*|"
            r"I (?:agree|consent) to .{0,160}|By (?:signing up|subscribing|submitting|entering|clicking|continuing|providing).{0,240}(?:agree|accept|consent|acknowledge|terms|policy).{0,160}",
            re.I,
        ),
    ),
    (
        "cookie notice",
        re.compile(
            r"(?:We|This (?:web)?site|Our (?:web)?site) uses? cookies.*|(?:Accept|Reject|Manage|Allow)(?: all)?(?: (?:our|your))? (?:cookies|preferences).*|"
            r"(?:Cookie|Privacy) (?:settings|preferences|notice|policy|statement)|Your privacy choices|Do not sell.{0,60}|"
            r"By using (?:this|our) (?:web)?site.{0,200}cookies.{0,200}",
            re.I,
        ),
    ),
    (
        "share bar",
        re.compile(
            r"(?:Share|Tweet|Pin|Print|Email|E-mail|Copy link|Facebook|Twitter|X|LinkedIn|WhatsApp|Reddit|Pinterest|Telegram|"
            r"Flipboard|Messenger|Bluesky|Threads|Instagram|YouTube|Save|Bookmark|Like|Copy|Link copied!?|Listen|SMS)"
            r"(?:[\s,|/•·+]+(?:Share|Tweet|Pin|Print|Email|E-mail|Copy link|Facebook|Twitter|X|LinkedIn|WhatsApp|Reddit|"
            r"Pinterest|Telegram|Flipboard|Messenger|Bluesky|Threads|Instagram|YouTube|Save|Bookmark|Like|Copy|link|Link|SMS|this|on|via|to|the|article|story|page|post|or|and|\d+))*|"
            r"Share (?:this|on|via|the|with|your|to)\b.{0,60}|(?:Click|Tap) to (?:share|tweet|print|email|copy).{0,80}|"
            r"\d+ (?:shares?|comments?|likes?|views?)|(?:View |Show |Read |See )?(?:all )?comments?(?: \(\d+\))?|"
            r"(?:Follow|Like|Find|Join) (?:us|me|him|her|them|@?\w+)(?: \w+)? on (?:Facebook|Twitter|X|Instagram|LinkedIn|YouTube|TikTok|Telegram|Google News|social).{0,120}|"
            r"(?:Opens in (?:a )?new window)|(?:Listen to|Print) (?:this )?article.{0,30}|(?:Back|Return) to top",
            re.I,
        ),
    ),
    (
        "related",
        re.compile(
            r"(?:(?:READ|SEE|LISTEN|WATCH|CLICK)(?: \w+)? ?(?:MORE|ALSO|NEXT|HERE)?\s?[:|»>].*|Read (?:more|also|next)(?: (?:about|at|on|from|in|here|stories|articles|news|of))?\b(?!,)(?:\s?[:|»>→].*|[^.!?]*)|"
            r"R(?:elated|ELATED)(?: (?i:articles?|stories|story|posts?|content|coverage|topics?|news|reading|links?|video|items?|pages?|resources?))?\s?(?:[:|].*)?|"
            r"(?:More|Also|Next|Previous|Recent|Latest|Popular|Trending|Recommended|Top|Featured|Other|Similar)(?: \w+){0,2} (?i:articles?|stories|posts?|news|headlines|reads?|coverage|videos?|reading)(?:\s?:.*)?|"
            r"(?:More|Also) (?:from|on|in|at|about|by)\b[^.!?]{0,60}|You (?:may|might)(?: also)? (?:also )?(?:like|enjoy|be interested).*|"
            r"(?:People are|Others) (?:also )?reading.*|What to read next|Up next.*|In case you missed it.*|Don[’']t miss.{0,60}|"
            r"(?:Recommended|Trending|Most (?:read|popular|viewed|shared)|Editors?[’'] picks?|Explore more|Keep reading|Continue reading|Read (?:next|this next|full story)|Suggested for you)\b[^.!?]{0,60}|"
            r"(?:See|View|Show|Load) (?:more|all)(?: \w+){0,3}|(?:Previous|Next) (?:post|article|story|page)\b.{0,120}|← .*|.* →|Tags?\s?:.*|Filed under:?.*|Categories\s?:.*|Topics?\s?:.*|Labels\s?:.*)",
        ),
    ),
    (
        "advertisement",
        re.compile(
            r"(?:-+ ?)?(?:Advertise?ments?|Ads?|Sponsored(?: content| by.{0,40})?|Promoted|Paid content|Article continues (?:below|after).{0,60}|"
            r"(?:Story|Content) continues (?:below|after).{0,60}|Scroll (?:down )?to continue.{0,40}|Continue reading(?: below)?|"
            r"Ad(?:vertisement)?[ -]?(?:feedback|choices)|Report (?:this )?ad|Loading\.{0,3}|Play(?: video)?|Skip ad.{0,20}|"
            r"(?:Media|Video|Audio) (?:playback )?(?:error|is unsupported|not supported).{0,80}|Your browser does not support.{0,80}|"
            r"(?:Please )?enable JavaScript.{0,120}|(?:Toggle|Open|Close|Hide|Show) (?:caption|menu|navigation|search|gallery)|"
            r"Skip to (?:main )?(?:content|navigation)|Table of contents|Jump to (?:content|section|comments))(?: ?-+)?",
            re.I,
        ),
    ),
    (
        "subscription",
        re.compile(
            r"(?:Subscribe|Sign up|Log in|Login|Sign in|Register|Join now|Get started|Donate|Support us|Become a (?:member|subscriber)|Create (?:an|your free) account|Already (?:a|have an?) (?:subscriber|member|account)\?.{0,40})\s?!?|"
            r"(?:Subscribe|Sign up|Register|Click here)(?: now| today| here)?,? (?:to|for|and get)\b.{0,160}(?:newsletter|e-?mails?|alerts?|updates?|channel|podcast|feed|inbox|briefing|edition|access).{0,120}|"
            r"(?:Get|Receive) .{0,80}(?:delivered|straight|sent|directly|right) (?:to|in|into) your (?:inbox|e-?mail|phone).{0,80}|"
            r"(?:Our|The|Free|Daily|Weekly|Email) newsletters?|Thank you for (?:signing up|subscribing).{0,100}|(?:You are now|You[’']re) (?:subscribed|signed up).{0,60}|"
            r"(?:Join|Sign up|Subscribe)\b.{0,60}\bto get updates\b.{0,60}|Get .{2,60} (?:stories|updates|posts) in your inbox.{0,20}|Remember me for faster sign in|(?:[^.!?\n]{3,120}[?!.] )?(?:Sign up|Subscribe|Register|Click)(?: to \w+)? here[.!]?|Download (?:our|the) .{0,40}\bapp\b.{0,80}|Help (?:us )?(?:keep|support).{0,60}journalism.{0,80}",
            re.I,
        ),
    ),
)


def judge_line(text: str) -> Verdict | None:
    """What the line is by its own words; None where nothing speaks against body text."""
    if len(text) > LONGEST_LINE:
        return EMBED if _is_post(text) else None
    for reason, pattern in FURNITURE:
        if pattern.fullmatch(text):
            return Verdict(None, reason)
    if _is_post(text) or POST_NOTE.fullmatch(text):
        return EMBED
    if is_credit(text):
        return CREDIT
    return None


def is_credit(text: str) -> bool:
    """Whether the line only says who wrote, printed, photographed or published, and when."""
    return bool(
        BYLINE.fullmatch(text)
        or PHOTO_CREDIT.fullmatch(text)
        or AGENCY_PHOTO.fullmatch(text)
        or ORIGIN_CREDIT.fullmatch(text)
        or is_date_line(text)
    )


def is_date_line(text: str) -> bool:
    """Whether the line is a date, alone or with an outlet, a name or 'Published' beside it."""
    if len(text) > 120:
        return False
    moment = first_moment(text)
    if moment is None:
        return False
    rest = DATE_FILLER.sub(" ", text[: moment.start] + " " + text[moment.end :]).split()
    if not rest:
        return True
    capitals = sum(word[0].isupper() for word in rest)
    ends_as_prose = text.rstrip().endswith((".", "!", "?", ":"))
    return len(rest) <= MOST_DATE_WORDS and capitals * 2 >= len(rest) and not ends_as_prose


def _is_post(text: str) -> bool:
    return TWEET.search(text) is not None and len(text) < 900
