"""The names of news outlets, and how a name is recognised under its many spellings.

Belongs here: names and their spellings. Does not belong here: what a mention of an outlet means.

The table holds agencies and outlets that others cite often, with the spellings that differ from the
name by more than an article, '.com' or 'News'. An outlet that it lacks is still found where a phrase
such as 'originally appeared at' names it, or where it is a source of the corpus.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

_TABLE = """
Associated Press = AP, A.P., The AP, AP News
Reuters = Thomson Reuters, Reuters News Agency
Agence France-Presse = AFP, Agence France Presse
United Press International = UPI
Bloomberg = Bloomberg News, Bloomberg Businessweek
Deutsche Presse-Agentur = DPA, dpa
Press Association = PA Media, PA news agency
Interfax = Interfax news agency
TASS = Tass, TASS news agency, ITAR-TASS
RIA Novosti = RIA, RIA news agency
Xinhua = Xinhua News Agency
Kyodo News = Kyodo
Yonhap News Agency = Yonhap, Yonhap News
Anadolu Agency = Anadolu
The New York Times = NY Times, NYT, N.Y. Times, New York Times, nytimes.com
The Washington Post = WaPo, Washington Post, washingtonpost.com
The Wall Street Journal = WSJ, Wall Street Journal, wsj.com
Los Angeles Times = LA Times, L.A. Times, latimes.com
USA Today = USA TODAY, usatoday.com
Chicago Tribune =
The Boston Globe = Boston Globe
Boston Herald =
New York Post = NY Post, N.Y. Post, nypost.com
New York Daily News =
The Washington Times = Washington Times
Washington Examiner = The Washington Examiner
Washington Free Beacon = The Washington Free Beacon
Miami Herald = The Miami Herald
San Francisco Chronicle =
Houston Chronicle =
The Dallas Morning News = Dallas Morning News
The Philadelphia Inquirer = Philadelphia Inquirer
The Atlanta Journal-Constitution = Atlanta Journal-Constitution
The Seattle Times = Seattle Times
Tampa Bay Times =
Star Tribune = Minneapolis Star Tribune
The Christian Science Monitor = Christian Science Monitor, CSMonitor
CNN = CNN.com, CNN News, Cable News Network
CNBC =
MSNBC =
NBC News = NBC, NBCNews.com
ABC News = ABC
CBS News = CBS
Fox News = FOX News, Fox News Channel, FoxNews.com, FNC
Fox Business = Fox Business Network
PBS = PBS NewsHour
NPR = National Public Radio
C-SPAN =
Newsmax = Newsmax TV
One America News = OAN, OANN, One America News Network
Al Jazeera = Al-Jazeera
BBC = BBC News, British Broadcasting Corporation
Sky News =
ITV News = ITV
Channel 4 News =
CBC = CBC News
RT = Russia Today
Voice of America = VOA
Radio Free Europe = RFE/RL, Radio Free Europe/Radio Liberty
Deutsche Welle = DW
France 24 =
The Guardian = Guardian
The Times of London = Times of London, The London Times
The Daily Telegraph = The Telegraph, Daily Telegraph
The Independent =
Financial Times = FT
The Economist = Economist
Daily Mail = The Daily Mail, MailOnline, Mail Online, DailyMail.com
The Sun =
The Mirror = Daily Mirror
The Globe and Mail = Globe and Mail
Toronto Star =
The Sydney Morning Herald = Sydney Morning Herald
Le Monde =
Le Figaro =
Der Spiegel = Spiegel
Bild =
Die Zeit =
Süddeutsche Zeitung = Sueddeutsche Zeitung
Frankfurter Allgemeine Zeitung = FAZ
El País = El Pais
Haaretz =
The Jerusalem Post = Jerusalem Post
The Times of Israel = Times of Israel
South China Morning Post = SCMP
The Japan Times = Japan Times
The Hindu =
The Times of India = Times of India
The Moscow Times = Moscow Times
Kyiv Independent = The Kyiv Independent
Politico = POLITICO
Axios =
The Hill =
Roll Call =
ProPublica =
The Intercept =
The Atlantic =
The New Yorker = New Yorker
The New Republic = New Republic
The Nation =
The Weekly Standard = Weekly Standard
The Daily Beast = Daily Beast
The Daily Caller = Daily Caller, Daily Caller News Foundation
The Daily Wire = Daily Wire
The Federalist =
The Blaze = TheBlaze
The Epoch Times = Epoch Times
The Verge =
The Conversation =
Time = TIME, Time magazine, TIME magazine
Newsweek =
Forbes =
Fortune =
Vanity Fair =
Rolling Stone =
Vox =
Slate =
Salon =
Mother Jones =
National Review = National Review Online
Breitbart News = Breitbart
HuffPost = Huffington Post, The Huffington Post
BuzzFeed News = BuzzFeed, Buzzfeed
Business Insider = Insider
Yahoo News = Yahoo! News
MarketWatch = Marketwatch
Foreign Policy =
Reason = Reason magazine
Townhall =
Vice News = VICE News, Vice
Variety =
The Hollywood Reporter = Hollywood Reporter
TMZ =
ESPN =
Antiwar.com =
ZeroHedge = Zero Hedge
Bellingcat =
McClatchy = McClatchy Newspapers
Tribune News Service =
"""

# Spellings that are common words or initials too: they count only beside a word of reporting.
AMBIGUOUS = frozenset(
    {
        *(
            "Time",
            "TIME",
            "Fortune",
            "Slate",
            "Salon",
            "Reason",
            "Variety",
            "Vice",
            "Vox",
            "Insider",
        ),
        *(
            "PA",
            "FT",
            "DW",
            "RT",
            "ABC",
            "RIA",
            "Bild",
            "Economist",
            "Guardian",
            "The Sun",
            "The Hill",
        ),
        *("The Nation", "The Independent", "The Mirror", "The Conversation", "The Atlantic"),
    }
)


_SHORTEST_NAME = 3
# Few names are many mentions: as many are kept as a large corpus has, and no more.
_NAMES_KEPT = 65_536


@lru_cache(maxsize=_NAMES_KEPT)
def plain_name(name: str) -> str:
    """A name without article, top-level domain, punctuation and case, for comparing spellings."""
    name = re.sub(r"^(?:the|www\.)[\s ]*(?=\S)", "", name.strip(), flags=re.IGNORECASE)
    name = re.sub(r"\.(?:com|org|net|co\.uk|news|example)\b", "", name, flags=re.IGNORECASE)
    name = re.sub(
        r"\((?:web|online) news\)|\bonline news\b|\bweb news\b| - news$",
        "",
        name,
        flags=re.IGNORECASE,
    )
    return re.sub(r"[\W_]+", "", name).lower()


@lru_cache(maxsize=1)
def _spellings() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        name, _, others = line.partition("=")
        for spelling in (name, *others.split(",")):
            if spelling.strip():
                found[spelling.strip()] = name.strip()
    return found


@lru_cache(maxsize=1)
def _by_plain_name() -> Mapping[str, str]:
    return {plain_name(spelling): name for spelling, name in _spellings().items()}


@lru_cache(maxsize=_NAMES_KEPT)
def known_outlet(name: str) -> str | None:
    """The outlet that a spelling stands for; None where the table has none."""
    return _spellings().get(name.strip()) or _by_plain_name().get(plain_name(name))


def canonical_outlet(name: str) -> str:
    """The outlet's name in the table, else the name as given without doubled white space."""
    return known_outlet(name) or " ".join(name.split())


def same_outlet(one: str, other: str) -> bool:
    """Whether two names are one outlet's: alike, or one the other's beginning ('CNN', 'CNN Politics')."""
    first, second = sorted(
        (plain_name(canonical_outlet(one)), plain_name(canonical_outlet(other))), key=len
    )
    return first == second or (len(first) >= _SHORTEST_NAME and second.startswith(first))


def initials_of(names: Iterable[str]) -> dict[str, str]:
    """Initials of names of three capitalised words or more, where no two names share them."""
    found: dict[str, list[str]] = {}
    for name in names:
        words = re.findall(r"\b[A-Z]\w*", re.sub(r"^The ", "", name))
        if len(words) >= _SHORTEST_NAME:
            found.setdefault("".join(word[0] for word in words), []).append(name)
    return {letters: many[0] for letters, many in found.items() if len(many) == 1}


class OutletNames:
    """Finds mentions of outlets in text: those of the table and the given further names.

    Further names are found by their initials too ('NPA' in a dateline), as agencies sign.
    """

    def __init__(self, further: Iterable[str] = ()) -> None:
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        spellings = dict(_spellings())
        named = [name for name in further if len(plain_name(name)) >= _SHORTEST_NAME]
        for spelling, name in [(name, name) for name in named] + list(initials_of(named).items()):
            spellings.setdefault(spelling, canonical_outlet(name))
        for spelling, name in sorted(spellings.items(), key=lambda item: (-len(item[0]), item[0])):
            first = _CAPITALISED.match(spelling)
            if first:
                self._by_first.setdefault(first.group(), []).append((spelling, name))

    def mentions(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, outlet) of each mention, in order; the longest spelling wins."""
        found: list[tuple[int, int, str]] = []
        end = 0
        for word in _CAPITALISED.finditer(text):
            start = word.start()
            for spelling, name in self._by_first.get(word.group(), ()) if start >= end else ():
                if (
                    text.startswith(spelling, start)
                    and not text[start + len(spelling) : start + len(spelling) + 1].isalnum()
                ):
                    end = start + len(spelling)
                    found.append((start, end, name))
                    break
        return found


_CAPITALISED = re.compile(
    r"(?<![\w.@])(?:[A-Z]\w*|dpa|nytimes|washingtonpost|wsj|latimes|usatoday|nypost)"
)
