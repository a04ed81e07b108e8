"""The words by which lines of site furniture are known, by why they are left out.

Belongs here: patterns that a whole line must match. Does not belong here: how they are used
(furniture.py). Each is one alternative; patterns ignore case unless they say otherwise.
"""

NETWORKS = (
    "Share|Tweet|Pin|Print|E-?mail|Copy link|Facebook|Twitter|X|LinkedIn|WhatsApp|Reddit|Pinterest|"
    "Telegram|Flipboard|Messenger|Bluesky|Threads|Instagram|YouTube|TikTok|Save|Bookmark|Like|Copy|"
    "Link copied!?|Listen|SMS"
)
SITES = "Facebook|Twitter|X|Instagram|LinkedIn|YouTube|TikTok|Telegram|Google News|social media"
LISTED = "articles?|stories|story|posts?|news|headlines|reads?|coverage|videos?|reading|content"
LINKED = f"{LISTED}|topics?|links?|items?|pages?|resources?"

FURNITURE: dict[str, tuple[str, ...]] = {
    "form": (
        r'"?\*"? indicates required fields?',
        r"Required fields are marked.*",
        r"(?:This field is|Fields? marked) .*required.*",
        r"(?:This site is )?protected by reCAPTCHA.*",
        r"This field is for validation purposes.*",
        r"(?:Your )?e-?mail(?: address)?(?: \*|:)?",
        r"(?:First|Last) name(?: \*)?|Name(?: \*)?|Submit|Send|CAPTCHA|Δ",
        r"Search(?: for:)?",
        r"Your email address will not be published\..*",
        r"Leave a (?:reply|comment)|Post (?:a )?comment|Cancel reply",
        r"(?:Please )?(?:enter|provide) (?:your|a valid) e-?mail.*",
        r"I (?:agree|consent) to (?:the|receive|be contacted|your)\b.{0,160}",
        r"By (?:signing up|subscribing|submitting|entering|clicking|continuing|providing).{0,240}"
        r"(?:agree|accept|consent|acknowledge|terms|policy).{0,160}",
    ),
    "cookie notice": (
        r"(?:We|This (?:web)?site|Our (?:web)?site) uses? cookies.*",
        r"(?:Accept|Reject|Manage|Allow)(?: all)?(?: (?:our|your))? (?:cookies|preferences).*",
        r"(?:Cookie|Privacy) (?:settings|preferences|notice|policy|statement)",
        r"Your privacy choices|Do not sell.{0,60}",
        r"By using (?:this|our) (?:web)?site.{0,200}cookies.{0,200}",
    ),
    "share bar": (
        rf"(?:{NETWORKS})(?:[\s,|/•·+]+(?:{NETWORKS}|link|this|on|via|to|the|article|story|page|post|or|and|\d+))*",
        r"Share (?:this|on|via|with your|to (?:Facebook|Twitter|X))\b.{0,60}",
        r"(?:Click|Tap) to (?:share|tweet|print|email|copy).{0,80}",
        r"\d+ (?:shares?|comments?|likes?|views?)",
        r"(?:View |Show |Read |See )?(?:all )?comments?(?: \(\d+\))?",
        rf"(?:Follow|Like|Find|Join) (?:us|me|him|her|them|@?\w+)(?: \w+)? on (?:{SITES}).{{0,120}}",
        r"Opens in (?:a )?new window|(?:Listen to|Print) (?:this )?article.{0,30}|(?:Back|Return) to top",
    ),
    "related": (
        r"(?-i:READ|SEE|LISTEN|WATCH|CLICK)(?: \w+)? ?(?:MORE|ALSO|NEXT|HERE)?\s?[:|»>].*",
        r"Read (?:more|also|next)(?: (?:about|at|on|from|in|here|stories|articles|news|of))?\b(?!,)"
        r"(?:\s?[:|»>→].*|[^.!?]*)",
        rf"Related(?: (?:{LINKED}))?\s?(?:[:|].*)?",
        rf"(?:More|Also|Next|Previous|Recent|Latest|Popular|Trending|Recommended|Top|Featured|Other|Similar)"
        rf"(?: \w+){{0,2}} (?:{LISTED})(?:\s?:.*)?",
        r"(?-i:More|Also|MORE|ALSO) (?:from|on|in|at|about|by)\b[^.!?,]{0,60}",
        r"You (?:may|might)(?: also)? (?:also )?(?:like|enjoy|be interested).*",
        r"(?:People are|Others) (?:also )?reading.*|What to read next|Up next.*|In case you missed it.*",
        r"Don[’']t miss:.{0,60}",
        r"(?:Recommended|Trending|Most (?:read|popular|viewed|shared)|Editors?[’'] picks?|Explore more|"
        r"Keep reading|Continue reading|Read (?:this next|full story)|Suggested for you)(?:\s?:.*|[^.!?,]{0,30})",
        r"(?:See|View|Show|Load) (?:more|all)(?: \w+){0,3}",
        r"(?:Previous|Next) (?:post|article|story|page)\b.{0,120}|← .*|.* →",
        r"\(? ?See also\s?:[^\n]{2,160}|(?-i:More):\s?[^\n]{10,160}[^.\n]",
        r"\(? ?Also on (?-i:[A-Z])[^.!?\n]{2,140}\)?",
        r"\(? ?(?-i:[A-Z])\w+[’']s full coverage of [^.!?\n]{2,80}\)?|This article tagged under:.*",
        r"(?-i:PHOTOS|VIDEO|GALLERY|WATCH|LISTEN|POLL|QUIZ|MORE|STORY|STORIES|SLIDESHOW|INTERACTIVE|TIMELINE): "
        r"[^\n]{2,140}|\[pullquote\]",
        r"[^.\n]{15,160} Read more",
        r"(?:Tags?|Filed under|Categories|Topics?|Labels)\s?:.*",
    ),
    "advertisement": (
        r"(?:-+ ?)?(?:Advertise?ments?|Ads?|Sponsored(?: content| by.{0,40})?|Promoted|Paid content)(?: ?-+)?",
        r"(?:Article|Story|Content) continue[sd] (?:below|after).{0,60}",
        r"Scroll (?:down )?to continue.{0,40}|Continue reading(?: below)?",
        r"Ad(?:vertisement)?[ -]?(?:feedback|choices)|Report (?:this )?ad|Skip ad.{0,20}",
        r"\d+ (?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?) ago",
        r"This article is more than \d+ (?:days?|weeks?|months?|years?) old|Slideshow \(\d+ images?\)",
        r"(?-i:JUST WATCHED)\b.*|(?-i:MUST WATCH)\b[^\n]{0,120}|Replay More Videos.*",
        r"Loading(?:\.{1,3}|…)?|Play(?: video)?",
        r"(?:Media|Video|Audio) (?:playback )?(?:error|is unsupported|not supported).{0,80}",
        r"Your browser does not support.{0,80}|(?:Please )?enable JavaScript.{0,120}",
        r"Press enter or click to view image in full size|Zoom in (?:icon )?on this (?:image|picture)",
        r"(?:Enlarge this image ?)?(?:(?:Toggle|Open|Close|Hide|Show) (?:caption|menu|navigation|search|gallery))?",
        r"Skip to (?:main )?(?:content|navigation)|Table of contents|Jump to (?:content|section|comments)",
    ),
    "subscription": (
        r"(?:Subscribe|Sign up|Log in|Login|Sign in|Register|Join now|Get started|Donate|Support us|"
        r"Become a (?:member|subscriber)|Create (?:an|your free) account)\s?!?",
        r"Already (?:a|have an?) (?:subscriber|member|account|subscription)\?.{0,40}",
        r"(?:Subscribe|Sign up|Sign in|Log in|Register)(?: now| today)? to (?:continue|keep|read|unlock|access|view)"
        r"\b[^.!?]{0,100}[.!]?",
        r"This (?:article|story|content|post|page) is (?:only )?(?:for|available (?:only )?(?:to|for)|reserved for) "
        r".{0,30}(?:subscribers|members)\b.{0,100}",
        r"You(?:[’']ve| have) (?:reached|read|used) (?:your|the|all).{0,40}(?:limit|articles|stories)\b.{0,80}",
        r"(?:Subscribe|Sign up|Register|Click here)(?: now| today| here)?,? (?:to|for|and get)\b.{0,160}"
        r"(?:newsletter|e-?mails?|alerts?|updates?|channel|podcast|feed|inbox|briefing|edition|access).{0,120}",
        r"(?:Get|Receive) .{0,80}(?:delivered|straight|sent|directly|right) (?:to|in|into) your "
        r"(?:inbox|e-?mail|phone).{0,80}",
        r"(?:Our|The|Free|Daily|Weekly|Email) newsletters?",
        r"Thank you for (?:signing up|subscribing).{0,100}|(?:You are now|You[’']re) (?:subscribed|signed up).{0,60}",
        r"(?:Join|Sign up|Subscribe)\b.{0,60}\bto get updates\b.{0,60}",
        r"Get .{2,60} (?:stories|updates|posts) in your inbox.{0,20}|Remember me for faster sign in",
        r"(?:[^.!?\n]{3,120}[?!.] )?(?:Sign up|Subscribe|Register) here[.!]?",
        r"Download (?:our|the) .{0,40}\bapp\b.{0,80}",
        r"Help (?:us )?(?:keep|support).{0,60}journalism.{0,80}",
    ),
}

PHOTO_AGENCIES = (
    "Getty Images?|AP Photo|AFP|Shutterstock|iStock|Associated Press|REUTERS|Reuters|Bloomberg|NurPhoto|"
    "Unsplash|Pexels|Wikimedia Commons|AP|EPA(?:-EFE)?"
)
PICTURE = "Photo|Image|Photograph|Picture|Illustration|Graphic"
CREDITS: tuple[str, ...] = (
    r"\(?(?:AP|AFP|Reuters|REUTERS|EPA|Getty)(?: (?:Photo|Images?|file|Graphic))?\s?/\s?[^()\n]{2,60}\)?",
    rf"(?:Enlarge this image )?(?:toggle caption )?"
    rf"(?:[^\n.]{{0,80}}(?:/|\bvia\b|\bvia the\b|\bfor\b)\s?)?(?:{PHOTO_AGENCIES})(?: (?:Images?|file|Photo))?\.?",
    rf"[(\[]?(?:{PICTURE}|Video|Screenshot|Cover|Featured|Feature|Header)s?"
    r"(?: (?:[Cc]redit|by|[Cc]ourtesy(?: of)?|[Vv]ia|[Ii]mage|[Ss]ource|illustration|from))?\s?:[^\n]{0,140}",
    rf"[(\[]?(?:{PICTURE})s? (?:[Cc]redit|by|[Cc]ourtesy(?: of)?|[Vv]ia|from)\b[^\n]{{0,140}}",
    r"[(\[]?(?:[Vv]ia|Courtesy(?: of)?|Credit:?|Source:?|Image source)\s(?:the )?[A-Z(@][^\n.!?]{0,60}\.?\)?",
    rf"[^\n]{{0,260}}\((?:{PICTURE}|AP Photo|File photo|Credit)s?\s?(?::|/|by|[Cc]ourtesy|[Vv]ia)[^()\n]{{2,80}}\)",
    r"(?:FILE(?: PHOTO)?|File photo)\s?(?:[-–—:])\s[^\n]{10,290}",
    r"This (?:article|story|piece|post|report|essay|column)(?: \w+){0,3} (?:originally|first|previously)?\s?"
    r"(?:appeared|published|ran|was (?:originally |first |previously )?(?:published|produced|reported|written))"
    r"[^\n]{0,260}",
    r"(?:Originally|First) (?:published|appeared|posted)[^\n]{0,200}|Reprinted (?:with|by|from)[^\n]{0,200}",
    r"(?:Additional )?[Rr]eporting by [^\n]{0,200}|(?:Writing|Editing) by [^\n]{0,200}",
    r"Compiled (?:by|from) [^\n]{0,200}",
    r"With (?:reporting|files|additional reporting) (?:by|from) [^\n]{0,200}",
    r"(?:©|\([cC]\) ?\d{4}|Copyright\b)[^\n]{0,260}",
)
