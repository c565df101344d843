"""Words that stand in a name field and are not the name."""

HONORIFICS = frozenset(
    "mr mrs ms mx miss dr prof professor sir dame rev reverend fr hon herr frau sr sra srta senor senora dott ing "
    "mag dipl monsieur mme madame mlle shri smt sheikh".split()
)
CREDENTIALS = frozenset(
    "mba emba phd dphil md dds dmd do jd llm llb esq cpa cfa cfp acca aca fca ca cma pmp psm csm csp msc bsc ma ba "
    "meng beng msw lcsw lmft rn np pa pe ra aia riba mrics frics rics leed ap shrm cp scp sphr phr cphr cism cissp "
    "cisa itil mph mpa mpp edd psyd dba pharmd dvm facp facs fellow cmp cmm dmcp cfre ceo cto cfo coo founder mcc "
    "pcc acc icf cpcc obe mbe cbe kbe qc kc he him his she her hers they them".split()
)
# After the last word without a comma these may as well be the family name.
DOUBTFUL_CREDENTIALS = frozenset("ma ba do pa ra pe ap cp ca he him his she her hers they them np qc fellow".split())
# "v" and "vi" are left out: they are initials and given names more often than kings.
GENERATIONS = {
    "jr": "junior", "jnr": "junior", "junior": "junior", "sr": "senior", "snr": "senior", "senior": "senior",
    "ii": "ii", "iii": "iii", "iv": "iv", "2nd": "ii", "3rd": "iii",
}  # fmt: skip
PRONOUNS = frozenset("he him his she her hers they them theirs ze hir el ella elle il lui er ihm sie ihr".split())
PARTICLES = frozenset(
    "van von vom der den de het la las los le les del della dello di da das do dos du e y i o ter ten te zu zum zur "
    "af av bin ibn ben bint al el ul ad ni nic ui ua st san santa".split()
)
JOINING = (" & ", " and ", " und ", " et ", " + ", " og ", " och ", " with ", " famil", " fam. ", " couple ")
PLACEHOLDERS = frozenset(
    {
        "linkedin member", "facebook user", "instagram user", "deleted account", "deleted user", "unknown", "no name",
        "unnamed", "anonymous", "telegram", "whatsapp user", "you", "me", "n a", "none", "null", "undefined", "user",
        "contact", "new contact", "google user", "member", "private person", "account deleted", "test", "guest",
    }
)  # fmt: skip
# Family names that stand first as often as last; the same first word is then no given name in common.
FAMILY_FIRST = frozenset(
    "kim lee park choi jung kang cho yoon jang lim han shin kwon hwang ahn song hong wang li zhang liu chen yang "
    "huang zhao wu zhou xu sun ma zhu hu guo lin luo gao zheng liang xie tang chan cheung wong leung lau ng chow ho "
    "lam tan nguyen tran le pham vu vo dang bui do hoang phan truong nagy kovacs toth szabo horvath varga kiss "
    "molnar sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato".split()
)
