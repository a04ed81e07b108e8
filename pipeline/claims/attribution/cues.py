"""The words of saying, believing, wanting and judging, by what they do and what they take.

Belongs here: lists of cue words from general knowledge of English (the classes follow Levin 1993,
English Verb Classes, and the reporting verbs of news style books). Does not belong here: how a cue
finds its content in a tree (indirect.py) or beside a quote (direct.py).
"""

from pipeline.claims.attribution.records import Act
from pipeline.cleaning.words import word_set

SAY = word_set(
    """
    say tell add write note report state announce declare claim argue assert explain acknowledge
    admit concede confess confirm reveal disclose insist maintain contend allege charge testify
    comment remark observe mention recall recount relate reply respond retort answer counter quip
    joke tweet retweet email text blog post warn caution predict forecast stress emphasize emphasise
    reiterate repeat suggest hint imply indicate signal advise inform notify remind assure reassure
    complain lament grumble gripe protest object boast brag exclaim shout yell scream cry whisper
    mutter murmur mumble chant continue conclude estimate calculate clarify elaborate specify
    underscore underline highlight opine muse surmise speculate theorize theorise posit reason
    rule proclaim pronounce profess affirm attest certify preach lecture joke tease deadpan crow
    gush rant fume thunder bark snap intone interject volunteer tout convey communicate relay
    echo cite quote detail outline describe depict portray summarize summarise characterize
    characterise recite read agree concur insinuate intimate publish document narrate chronicle
    articulate express voice propound postulate reaffirm restate enumerate underline bet gush rave
    misstate
    """
)
SHOW = word_set(
    """
    show find demonstrate prove illustrate establish project rank determine
    discover uncover detect conclude attribute list
    """
)
BELIEVE = word_set(
    """
    believe think consider feel expect assume suppose presume reckon suspect figure guess judge deem
    view regard imagine anticipate trust perceive envision envisage interpret foresee contemplate
    ponder
    """
)
KNOW = word_set(
    "know learn realize realise understand remember recognize recognise forget notice hear"
)
DOUBT = word_set("doubt question dispute contest mistrust distrust disbelieve")
DENY = word_set("deny disavow disclaim refute rebut rebuff repudiate contradict")
ASK = word_set("ask wonder inquire enquire query")
ORDER = word_set(
    """
    urge demand order command instruct direct implore beg plead exhort press encourage request
    recommend propose advocate petition summon forbid bar ban prohibit dare challenge
    beseech invite lobby authorize authorise entreat persuade convince pressure coax push
    """
)
HOPE = word_set("hope want wish prefer desire long yearn crave like love")
FEAR = word_set("fear worry dread fret regret")
PLAN = word_set(
    """
    plan intend vow pledge promise swear threaten decide resolve aim seek offer agree
    volunteer opt prepare propose vote commit
    """
)
REFUSE = word_set("refuse decline resist hesitate")
JUDGE = word_set(
    """
    criticize criticise praise condemn denounce decry blast slam attack assail lambaste rip
    mock ridicule deride dismiss reject oppose support back endorse defend applaud hail laud commend
    welcome blame accuse fault credit thank congratulate salute honor honour admire respect
    dislike hate loathe despise detest resent deplore bemoan lament favor favour approve
    disapprove embrace champion disparage denigrate belittle berate scold rebuke reprimand chide
    chastise castigate excoriate bash pan scorn trash disown downplay call label brand dub
    term compare liken acknowledge appreciate celebrate cheer boo rip hammer skewer pillory knock
    protest question doubt cite mention note tout stress emphasize emphasise highlight describe
    discuss debate broach promise pledge propose announce predict warn fear
    demand request seek suggest show order report offer declare indicate challenge write find tweet
    recommend reveal disclose expect anticipate explain regret
    underscore outline detail repeat reiterate echo recall claim confirm
    proclaim deny dispute contest refute rebut repudiate disavow renounce
    advocate portray depict characterize characterise hint imply
    forecast estimate quote invoke promote trumpet blast vouch articulate express voice propound
    reference revere idolize vilify demonize malign smear slander taunt heckle jeer insult lampoon
    satirize upbraid admonish censure impugn extol exalt glorify lionize eulogize debunk discredit
    exaggerate understate overstate misstate misrepresent hype espouse reaffirm restate enumerate
    bemoan decry contradict pound seethe shame mourn allege vow refuse consider
    """
)

PARTICLE_VERBS: dict[str, dict[str, Act]] = {
    "point": {"out": "say"},
    "spell": {"out": "say"},
    "rule": {"out": "say"},
    "let": {"on": "say"},
    "find": {"out": "know"},
    "figure": {"out": "know"},
    "call": {"out": "judge"},
    "shout": {"down": "judge"},
    "shrug": {"off": "judge"},
    "brush": {"off": "judge", "aside": "judge"},
    "wave": {"off": "judge", "aside": "judge"},
    "play": {"down": "judge", "up": "judge"},
    "talk": {"up": "judge"},
    "turn": {"down": "refuse"},
    "size": {"up": "judge"},
    "single": {"out": "judge"},
    "lay": {"out": "say"},
    "put": {"forth": "say", "forward": "say"},
    "bring": {"up": "say"},
}
"""Verbs that are cues with a particle only, or are other cues with it."""
_PARTICLED = {
    f"{verb} {particle}": act
    for verb, particles in PARTICLE_VERBS.items()
    for particle, act in particles.items()
}

ACTS: dict[str, Act] = {}
_BY_ACT: tuple[tuple[Act, frozenset[str]], ...] = (
    ("judge", JUDGE),
    ("plan", PLAN),
    ("show", SHOW),
    ("say", SAY),
    ("believe", BELIEVE),
    ("know", KNOW),
    ("doubt", DOUBT),
    ("deny", DENY),
    ("ask", ASK),
    ("order", ORDER),
    ("hope", HOPE),
    ("fear", FEAR),
    ("refuse", REFUSE),
)
for _act, _words in _BY_ACT:
    ACTS.update(dict.fromkeys(_words, _act))
ACTS.update(_PARTICLED)

TAKES_CLAUSE = (
    SAY | SHOW | BELIEVE | KNOW | DOUBT | DENY | ASK | ORDER | HOPE | FEAR | PLAN | JUDGE
) | frozenset(_PARTICLED)
TAKES_OBJECT = JUDGE | frozenset(_PARTICLED)
TAKES_INFINITIVE = (
    PLAN
    | REFUSE
    | HOPE
    | ORDER
    | word_set("claim profess expect fear tell say report ask agree vote")
)
OBJECT_IS_ADDRESSEE = word_set(
    "tell inform notify remind assure reassure advise warn caution show ask email text"
)
TELLS_THAT = SAY | OBJECT_IS_ADDRESSEE
SMALL_CLAUSE = word_set(
    "call consider deem label brand dub term view regard see describe portray depict characterize"
    " characterise judge compare liken treat declare find want expect"
)
BESIDE_QUOTE = (
    SAY
    | ASK
    | ORDER
    | BELIEVE
    | DENY
    | word_set(
        "begin go joke laugh smile sigh promise pledge vow propose conclude offer agree call"
        " criticize blast slam praise defend hope fear worry wish gesture start finish sing think"
    )
)
PREPOSITIONAL: dict[str, frozenset[str]] = {
    "call": word_set("for on upon"),
    "refer": word_set("to"),
    "point": word_set("to out"),
    "allude": word_set("to"),
    "object": word_set("to"),
    "react": word_set("to"),
    "respond": word_set("to"),
    "admit": word_set("to"),
    "agree": word_set("with on to"),
    "disagree": word_set("with"),
    "talk": word_set("about of"),
    "speak": word_set("about of against out"),
    "complain": word_set("about of"),
    "worry": word_set("about over"),
    "joke": word_set("about"),
    "boast": word_set("about of"),
    "brag": word_set("about of"),
    "warn": word_set("of about against"),
    "ask": word_set("about for"),
    "write": word_set("about of"),
    "tweet": word_set("about"),
    "comment": word_set("on about"),
    "elaborate": word_set("on"),
    "insist": word_set("on upon"),
    "hint": word_set("at"),
    "rail": word_set("against"),
    "argue": word_set("for against about"),
    "push": word_set("for back against"),
    "press": word_set("for"),
    "plead": word_set("for with"),
    "apologize": word_set("for"),
    "apologise": word_set("for"),
    "vouch": word_set("for"),
    "advocate": word_set("for"),
    "hope": word_set("for"),
    "wish": word_set("for"),
    "long": word_set("for"),
    "care": word_set("about"),
    "believe": word_set("in"),
    "think": word_set("of about"),
    "know": word_set("about"),
    "hear": word_set("of about"),
    "dream": word_set("of about"),
    "approve": word_set("of"),
    "disapprove": word_set("of"),
    "accuse": word_set("of"),
    "sympathize": word_set("with"),
    "dwell": word_set("on"),
    "look": word_set("forward"),
    "lash": word_set("out at"),
    "touch": word_set("on"),
    "balk": word_set("at"),
    "scoff": word_set("at"),
    "sneer": word_set("at"),
    "marvel": word_set("at"),
    "say": word_set("of about"),
    "caution": word_set("against about"),
    "crow": word_set("about"),
    "gripe": word_set("about"),
    "muse": word_set("about on"),
    "bristle": word_set("at"),
    "recoil": word_set("at from"),
    "side": word_set("with"),
    "campaign": word_set("for against on"),
    "lobby": word_set("for against"),
    "protest": word_set("against"),
    "testify": word_set("about to"),
    "inquire": word_set("about into"),
    "lie": word_set("about"),
    "rip": word_set("into"),
    "tear": word_set("into"),
    "fire": word_set("back"),
    "hit": word_set("back"),
    "speculate": word_set("about on"),
    "reflect": word_set("on"),
    "opine": word_set("on about"),
    "expound": word_set("on"),
    "harp": word_set("on"),
    "gush": word_set("about over"),
    "rave": word_set("about"),
    "rant": word_set("about against"),
    "fume": word_set("about over at"),
    "seethe": word_set("over at about after"),
    "despair": word_set("over of about"),
    "fret": word_set("about over"),
    "obsess": word_set("over"),
    "laugh": word_set("at"),
    "yearn": word_set("for"),
    "beg": word_set("for"),
    "pray": word_set("for"),
    "vote": word_set("for against"),
    "rule": word_set("against"),
    "lean": word_set("toward towards"),
    "bet": word_set("on"),
    "quarrel": word_set("with"),
    "spar": word_set("with over"),
    "clash": word_set("with over"),
    "double": word_set("down"),
    "grumble": word_set("about"),
    "rejoice": word_set("at in over"),
    "swear": word_set("by"),
    "condole": word_set("with"),
    "stand": word_set("by"),
}

FEELINGS: dict[str, Act] = {
    **dict.fromkeys(
        word_set(
            "confident sure certain convinced aware optimistic positive adamant clear pessimistic"
            " skeptical sceptical bullish bearish doubtful unsure uncertain persuaded mindful unaware"
        ),
        "believe",
    ),
    **dict.fromkeys(
        word_set("afraid worried concerned fearful anxious wary nervous alarmed apprehensive"),
        "fear",
    ),
    **dict.fromkeys(word_set("hopeful eager keen willing determined inclined"), "hope"),
    **dict.fromkeys(word_set("unwilling reluctant loath hesitant"), "refuse"),
    **dict.fromkeys(
        word_set(
            "happy unhappy glad sorry sad angry furious upset outraged proud disappointed pleased"
            " frustrated dismayed surprised shocked stunned appalled grateful thankful critical"
            " supportive dismissive ashamed embarrassed annoyed irritated disgusted horrified"
            " impressed excited thrilled delighted enthusiastic relieved satisfied dissatisfied"
            " bitter opposed vocal outspoken passionate upfront mistrustful distrustful cynical"
            " ambivalent favorable favourable sympathetic hostile scathing effusive mum silent coy"
        ),
        "judge",
    ),
}

NOUNS: dict[str, Act] = {
    **dict.fromkeys(
        word_set(
            """
            claim statement assertion allegation accusation charge suggestion argument contention
            comment remark announcement report admission acknowledgment acknowledgement confession
            declaration revelation disclosure testimony warning prediction forecast complaint
            reminder insistence boast message word news rumor rumour explanation reply response
            answer tweet quote conclusion estimate assessment observation assurance advice
            interpretation pronouncement missive rhetoric argument
            """
        ),
        "say",
    ),
    **dict.fromkeys(word_set("evidence proof sign indication finding signal"), "show"),
    **dict.fromkeys(
        word_set(
            "belief view opinion notion idea expectation assumption feeling impression conviction"
            " perception suspicion thought theory confidence"
        ),
        "believe",
    ),
    **dict.fromkeys(word_set("doubt"), "doubt"),
    **dict.fromkeys(word_set("denial"), "deny"),
    **dict.fromkeys(word_set("question"), "ask"),
    **dict.fromkeys(
        word_set(
            "demand call request order proposal recommendation plea appeal instruction urging"
        ),
        "order",
    ),
    **dict.fromkeys(word_set("hope desire wish"), "hope"),
    **dict.fromkeys(word_set("fear concern worry anxiety"), "fear"),
    **dict.fromkeys(
        word_set("intention decision promise pledge vow threat offer commitment"), "plan"
    ),
    **dict.fromkeys(word_set("refusal reluctance unwillingness"), "refuse"),
    **dict.fromkeys(
        word_set(
            "criticism praise support opposition endorsement condemnation denunciation attack stance"
            " position disdain contempt approval disapproval frustration anger skepticism admiration"
            " enthusiasm disagreement preference"
        ),
        "judge",
    ),
}

REPORTED_PASSIVE = word_set(
    "say believe think report allege expect know understand rumor rumour presume consider estimate"
)
HEARSAY_ADVERBS = word_set("reportedly allegedly supposedly purportedly")

OBJECT_AND: dict[str, frozenset[str]] = {
    "blame": word_set("on"),
    "liken": word_set("to"),
    "compare": word_set("to with"),
    "characterize": word_set("as"),
    "charge": word_set("with"),
}
"""Prepositions behind the object that belong to what is said: 'blamed the loss on him'."""

JUDGE_PASSIVE = word_set(
    "criticize criticise accuse charge blame praise hail condemn boo mock denounce fault report describe"
)
"""Verbs whose passive attributes without an agent: 'was criticized for the delay'."""

_POSITIONS = dict.fromkeys(
    word_set("opponent supporter critic advocate fan proponent champion believer defender foe"),
    word_set("of in"),
)
_SENTIMENTS = word_set(
    """
    support concern confidence hope doubt regret opposition frustration dismay anger outrage optimism
    skepticism scepticism pessimism sympathy gratitude appreciation disappointment admiration disdain
    contempt surprise shock sadness alarm horror relief remorse solidarity worry fear disapproval
    approval reservation belief view opinion condolence disgust enthusiasm
    """
)
_TOWARDS = word_set("that about over for in to at with of on toward towards")
IDIOMS: dict[str, dict[str, frozenset[str]]] = {
    "make": {
        "clear": word_set("that"),
        "plain": word_set("that"),
        "case": word_set("that for against"),
        "point": word_set("that of about"),
        "argument": word_set("that for against"),
        "claim": word_set("that about"),
        "mention": word_set("of"),
        "reference": word_set("to"),
        "fun": word_set("of"),
        "light": word_set("of"),
        "secret": word_set("of"),
    },
    "take": {
        "issue": word_set("with"),
        "aim": word_set("at"),
        "offense": word_set("at to"),
        "credit": word_set("for"),
        "responsibility": word_set("for"),
        "stand": word_set("on against"),
        "position": word_set("on"),
        "exception": word_set("to"),
        "swipe": word_set("at"),
        "shot": word_set("at"),
        "jab": word_set("at"),
    },
    "throw": {"support": word_set("behind to"), "weight": word_set("behind")},
    "lend": {"support": word_set("to"), "backing": word_set("to")},
    "cast": {"doubt": word_set("on"), "vote": word_set("for against")},
    "voice": dict.fromkeys(_SENTIMENTS, _TOWARDS),
    "show": dict.fromkeys(word_set("support sympathy respect contempt disdain"), _TOWARDS),
    "signal": dict.fromkeys(word_set("support opposition"), _TOWARDS),
    "share": dict.fromkeys(word_set("view concern thought fear opinion"), _TOWARDS),
    "raise": dict.fromkeys(word_set("question concern doubt alarm"), _TOWARDS),
    "sound": {"alarm": word_set("on about over that")},
    "draw": dict.fromkeys(
        word_set("contrast parallel comparison link"), word_set("with between to")
    ),
    "pay": {"tribute": word_set("to")},
    "heap": {"praise": word_set("on"), "scorn": word_set("on")},
    "level": dict.fromkeys(
        word_set("criticism accusation charge attack"), word_set("at against that")
    ),
    "launch": {"attack": word_set("on against")},
    "lay": {"blame": word_set("on for at")},
    "hold": {"view": word_set("that on about"), "belief": word_set("that in")},
    "express": {
        **dict.fromkeys(_SENTIMENTS, _TOWARDS),
        "interest": word_set("in"),
    },
    "shed": {"light": word_set("on")},
    "give": {"credit": word_set("to for"), "indication": word_set("that of")},
    "have": {"doubt": word_set("that about"), "concern": word_set("that about")},
    "be": {**_POSITIONS, "favor": word_set("of"), "favour": word_set("of")},
    "remain": _POSITIONS,
}
"""Cues of a verb and a noun or adjective, with what joins them to what is said."""

TELLING = word_set("told tell tells telling informed informs instructed instructs advised emailed")
TALKS = word_set(
    "interview statement email e-mail briefing conversation call message letter comments remarks"
)
"""Occasions on which an outlet is told something: 'in an interview with'."""

OTHER_SENSE: dict[str, frozenset[str]] = {
    "call": word_set("off up in"),
    "back": word_set("off up away down"),
    "hold": word_set("up off down back"),
    "write": word_set("off"),
    "read": word_set("up"),
    "see": word_set("off"),
    "show": word_set("up off"),
    "figure": word_set("in"),
    "set": word_set("up off out"),
    "sign": word_set("up on"),
    "order": word_set("up"),
    "pan": word_set("out"),
    "rip": word_set("off"),
    "rule": word_set("over"),
    "report": word_set("back"),
    "hail": word_set("down"),
}
"""Particles that make another verb of a cue: 'called off the talks'."""

FOUND_STATES = word_set(
    "dead alive unconscious injured wounded missing buried lying hanging hiding intact empty unharmed"
)
"""How people and things are come upon: 'found 12 residents dead' states no finding."""
EVIDENCE = word_set(
    "poll survey study report review investigation analysis research audit inquiry probe examination"
    " test researcher scientist investigator auditor economist jury court judge"
)
"""What and who finds things out by looking into them: 'the audit found gaps'."""
ACCOUNTS = word_set("profit loss revenue sale earnings income turnover dividend")
"""What a firm reports by having it: 'they report a profit'."""

NEEDS_ROLE = word_set(
    "rate identify frame cast paint peg position name rank pronounce dismiss view see regard treat"
)
"""Verbs that judge only with a role: 'cast himself as', 'rated the claim false'."""
KNOWN = frozenset(ACTS) | frozenset(PREPOSITIONAL) | NEEDS_ROLE
