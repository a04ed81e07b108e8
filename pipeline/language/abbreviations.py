"""Words whose full stop does not end a sentence, and words that usually begin one.

Belongs here: tables. Does not belong here: the rules that use them. All entries are without their
last full stop; abbreviations are in lower case.
"""

from pipeline.cleaning.words import word_set

BEFORE_NAMES = word_set(
    "mr mrs ms mx messrs mmes dr prof rev fr sr hon gov govs gen lt ltc col cpt capt cmdr cdr comdr "
    "maj sgt ssgt sfc cpl pvt pfc adm radm vadm ens brig sen sens rep reps del pres supt insp det "
    "atty amb sec asst assoc dir mgr mt ft st ste sta pt rt mme mlle mons msgr dom bro hr frau "
    "al dep ald cllr const gdn ofc treas "
    "op cit ibid e.g i.e eg ie viz cf vs v approx ca c circa incl excl esp abbr est ext ps p.s drs "
    "resp subsp synth undef med nat l.p f.e"
)
"""Never the end of a sentence: titles and words that need what follows."""

BEFORE_NUMBERS = word_set(
    "no nos nr num n° n.º vol vols fig figs p pp par art arts ch chap sect sec ex app ed eq sched "
    "tel fax ext apt rm jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur "
    "thurs fri sat sun phil gen matt cor"
)
"""Not the end where a number follows; 'No.' also ends answers, 'Oct.' also ends sentences."""

MAYBE_LAST = word_set(
    "inc ltd corp co cos bros llc plc pty gmbh sa ag nv jr snr esq min dept et al am pm a.m p.m a.d b.c "
    "ave blvd rd st hwy ln dr sq pl pkwy bldg univ inst assn dist mfg intl natl "
    "ala ariz ark calif colo conn dak del fla ga ill ind kan ky la md mass mich minn miss mo mont "
    "neb nev okla ore pa penn tenn tex vt va wash wis wyo ont que alta "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "ph.d m.d b.a m.a d.c u.s u.k u.n e.u u.s.a u.a.e n.y l.a n.j govt rept admin mgmt n.h n.m n.c s.c s.d n.d w.va r.i"
)
"""The end only where what follows looks like the start of a sentence."""

STATES = word_set(
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla "
    "ore pa tenn tex vt va wash wis wyo ont que n.y n.j n.h n.m n.c s.c s.d n.d w.va r.i d.c"
)
"""Behind a town and a comma they take another comma inside a sentence, and a title may follow them."""

TITLES_AFTER_STATES = word_set(
    "Mayor Gov Governor Sen Senator Rep Representative Congressman Congresswoman Republican Republicans "
    "Democrat Democrats Democratic Police Sheriff Attorney District County City Fire State Judge Superintendent "
    "Council Councilman Councilwoman School University College National International Statehouse Capitol"
)

LAST_BEFORE_CAPITALS = word_set("etc")
"""The end before any capital letter, and never before a small one."""

STARTERS = word_set(
    "The This That These Those There Then They Their He She It Its His Her We Our You Your I My "
    "I'm I've I'd I’m I’ve It's It’s He's He’s She's She’s They're They’re We're We’re That's That’s "
    "A An And But Or Nor So Yet If When While Where Who What Why How Which Whether Because Since "
    "Although Though Despite However Meanwhile Moreover Instead Still Even Also Some Many Most "
    "Several Each Every All Both Another Other Others One Two Three In On At By For From With Without "
    "After Before During As To Of Under Over Among Between Until Is Are Was Were Do Does Did Has Have "
    "Had Can Could Will Would Should May Might No Not Now Here Once Only Yes Today Yesterday Let "
    "Finally Later Last Nobody Nothing Someone Perhaps Asked According Earlier Please "
    "Millions Thousands Hundreds Dozens People Officials Police"
)
"""Capitalised words that seldom stand inside a name, so that one begins a sentence."""

TIME_ZONES = word_set(
    "ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT BST CET IST UTC Eastern Pacific Central"
)

ENGLISH_FUNCTION_WORDS = word_set(
    "the and that with from which who whose are were been have had would could should this these "
    "those their they them his she its it you your said says when after before about into more than "
    "how why what where there not by but if may to while because through against between us our"
)
"""Words that English uses all the time and its neighbours hardly ever: no 'a', 'in', 'no' or 'was'."""
