"""Words by which a source denies: what the cue implies and how the content is put follow from the same words here."""

VERBS = (
    "deny, reject, dismiss, refute, rebut, repudiate, disavow, disown, disclaim, debunk, discount, contradict, dispute,"
    "contest, disagree, rule out, brush off, brush aside, laugh off, wave away, wave off"
)
NOUNS = "denial, rebuttal, repudiation, refutation"
