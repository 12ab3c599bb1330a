"""The patterns of German, in the order of their codes.

They were tried on a few dozen public texts only, so all that they find is an info. A German verb is often
far from its subject, so a pattern holds both.
"""

from __future__ import annotations

from pirgen.rules.language.german.set_phrases import SET_PHRASES
from pirgen.rules.language.notation import any_of
from pirgen.rules.language.passages import Part
from pirgen.rules.language.phrasing import Pattern, Spared

_ROLE = any_of(
    r"entwickler\w* techniker\w* ingenieur\w* administrator\w* admins? mitarbeiter\w* mitarbeitende\w* "
    r"kolleg\w+ praktikant\w* bediener\w* anwender\w* operateur\w* operator\w* schicht schichtleiter\w* "
    r"bereitschaft rufbereitschaft leiter\w* vorgesetzte\w* manager\w* pilot\w* kapitän\w* pfleger\w* "
    r"krankenschwester\w* ärzt\w+ arzt fahrer\w* disponent\w* elektriker\w* monteur\w* lieferant\w* "
    r"hersteller\w* anbieter\w* dienstleister\w* team person betreiber\w* prüfer\w* \w*führer\w* \w*meister\w* "
    r"\w*leiter\w* \w*hoster\w*"
)
_ARTICLE = r"(?:der|die|das|ein|eine|einer|eines|einem|einen|den|dem|des|unser\w*|zwei|drei|mehrere|beide)"
_OTHERS = rf"\b(?:jemand|{_ARTICLE} (?:[\w-]+ ){{0,2}}(?:[\w-]+-)?{_ROLE})\b"
_ANYBODY = rf"(?:\b(?:ich|wir|er|sie|man)\b|{_OTHERS})"
_FEW_WORDS = r"(?: (?!und\b|aber\b|oder\b|sondern\b)[\w-]+){0,8}"

_ACTED = any_of(
    "gelöscht entfernt abgeschaltet ausgeschaltet abgezogen gezogen getrennt überschrieben geändert "
    "deaktiviert aktiviert neu_gestartet gestartet gestoppt ausgeführt eingespielt ausgerollt verwechselt "
    "vertauscht eingegeben freigegeben umgangen übersprungen verursacht ausgelöst geschlossen geöffnet "
    "durchtrennt gekündigt"
)
_DID = any_of(
    "löschte entfernte zog trennte überschrieb änderte deaktivierte aktivierte startete stoppte "
    "verwechselte vertauschte umging übersprang verursachte durchtrennte"
)
_KNOWN = any_of("bemerkt erkannt entdeckt gesehen verhindert vermieden gefunden gemeldet abgefangen")
_NEGLECTED = (
    r"(?:übersehen|vergessen|versäumt|ignoriert|missachtet|verpasst|nicht (?:\w+ )?(?:bemerkt|geprüft"
    r"|überprüft|getestet|gelesen|gemeldet|beachtet|bedacht|berücksichtigt|informiert|kommuniziert"
    r"|abgestimmt|eingewiesen))"
)
_ACTS = Spared.SAID | Spared.REASONED

PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "PIR601",
        "menschliches menschlichem menschlicher menschliche bedienfehler bedienungsfehler anwenderfehler "
        "benutzerfehler flüchtigkeitsfehler leichtsinnsfehler pilotenfehler schaltfehler fehlbedienung",
        r"menschliche[smnr]? (?:versagens?|fehler[ns]?|fehlverhaltens?)\b|\b(?:bedien|bedienungs|anwender"
        r"|benutzer|flüchtigkeits|leichtsinns|piloten|schalt)fehler[ns]?\b|\bfehlbedienung(?:en)?\b",
    ),
    Pattern(
        "PIR601",
        "fehler versehen irrtum",
        rf"(?:fehler|versehen|irrtum) (?:(?:durch|von|seitens) )?{_OTHERS}",
    ),
    Pattern(
        "PIR601",
        "fehler fehlern",
        rf"{_OTHERS} (?:hat|hatte|haben|hatten){_FEW_WORDS} fehler (?:gemacht|begangen)\b"
        rf"|\bfehler unterlaufen\b"
        r"|\bvermeidbare[rsnm]? fehlern?\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR601",
        "missverständnis missverständnisse kommunikationsfehler",
        r"(?:missverständnis(?:se)?|kommunikationsfehler) zwischen\b",
    ),
    Pattern(
        "PIR602",
        "jemand ein eine der die das unser unsere zwei",
        rf"{_OTHERS} (?:hat|haben|hatte|hatten){_FEW_WORDS} {_ACTED}\b|{_OTHERS} {_DID}\b|\b(?:durch"
        rf"|von) {_OTHERS} {_ACTED}\b|\b{_ACTED} (?:durch|von) {_OTHERS}",
        spares=_ACTS,
        only_in=(Part.CAUSE,),
    ),
    Pattern(
        "PIR603",
        "fahrlässig fahrlässige fahrlässiger fahrlässiges fahrlässigkeit schlampig schlampige schlampiger "
        "schlamperei leichtsinn leichtsinnig leichtsinnige unachtsam unachtsame unachtsamkeit nachlässig "
        "nachlässige nachlässigkeit inkompetent inkompetente inkompetenz unfähig unfähigkeit "
        "unprofessionell unerfahren unerfahrene unerfahrener sorglos sorglose verantwortungslos dummheit "
        "leichtfertig",
        r"(?:(?:grob )?fahrlässig\w*|schlampig\w*|schlamperei|leichtsinn\w*|unachtsam\w*|nachlässig\w*"
        r"|inkompeten\w+|unfähig\w*|unprofessionell\w*|unerfahren\w*|sorglos\w*|verantwortungslos\w*"
        r"|dummheit|leichtfertig\w*)\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR604",
        "schuld verschuldet schuldige schuldigen",
        rf"{_OTHERS} (?:ist|war|sind|waren|hat|hatte|trägt|trug)(?: \w+)? (?:schuld|die schuld)\b"
        rf"|\bschuld (?:ist|war|hat|trägt|liegt bei) {_OTHERS}|\bdie schuld (?:liegt|lag) bei\b"
        rf"|\bverschuldet (?:durch|von) {_OTHERS}|\bder schuldige\b",
    ),
    Pattern(
        "PIR604",
        "mitschuld versäumnisse versäumnissen",
        r"mitschuld\b|\bversäumnissen?\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR605",
        "wäre+gewesen wären+gewesen",
        r"wären? [^.;!?]{0,60}\b(?:zu (?:vermeiden|verhindern)|vermeidbar) gewesen\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR605",
        "hätte hätten",
        rf"(?:{_ANYBODY} hätten?|\bhätten? {_ANYBODY}){_FEW_WORDS} (?:müssen|sollen|können)\b"
        rf"|\bhätten?{_FEW_WORDS} {_KNOWN} werden (?:können|müssen|sollen)\b|\bhätten? (?:früher |eher "
        rf"|schon )?auffallen (?:müssen|können)\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR606",
        "übersehen vergessen versäumt ignoriert missachtet verpasst nicht",
        rf"{_ANYBODY} (?:hat|haben|hatte|hatten){_FEW_WORDS} {_NEGLECTED}\b|\b(?:wurden?"
        rf"|worden) (?:\w+ )?(?:übersehen|vergessen|missachtet)\b|\bübersehen worden\b",
        spares=_ACTS,
    ),
    Pattern(
        "PIR606",
        "ignorierte übersah vergaß missachtete versäumte umging",
        rf"(?:ignorierte|übersah|vergaß|missachtete|versäumte|umging) {_OTHERS}"
        rf"|{_OTHERS} (?:[\w-]+ )?(?:ignorierte"
        r"|übersah|vergaß|missachtete|versäumte|umging)\b",
        spares=_ACTS,
    ),
    Pattern(
        "PIR606",
        "ohne+rücksprache ohne+absprache ohne+abstimmung ohne+rückfrage nichtbeachtung missachtung",
        r"ohne (?:rücksprache|absprache|abstimmung|rückfrage)\b|\bunter (?:nichtbeachtung|missachtung)\b",
        spares=_ACTS,
    ),
    Pattern(
        "PIR606",
        "niemand keiner",
        r"(?:niemand|keiner)(?: von uns)? (?:hat |hatte )?(?:[\w-]+ ){0,4}?(?:bemerkte?|prüfte|geprüft"
        r"|getestet|testete|gemerkt|las|gelesen|meldete|gemeldet|gesehen|daran gedacht|dachte daran)\b",
        spares=Spared.UNCERTAIN | Spared.REASONED,
    ),
    Pattern(
        "PIR607",
        "mangelnde mangelnder mangelndes mangelhafte unzureichende unzureichender unzureichendes fehlende "
        "fehlender ungenügende mangels verstoß verstoßen vorschrift",
        r"(?:mangelnde|mangelhafte|unzureichende|ungenügende|fehlende)[rsnm]? (?:\w+ )?(?:sorgfalt|tests?"
        r"|prüfung|überprüfung|kommunikation|abstimmung|aufmerksamkeit|vorbereitung|planung|disziplin"
        r"|einweisung|aufsicht|umsicht)\b|\bmangels sorgfalt\b|\b(?:verstoß|verstoßen) gegen (?:die |das "
        r"|den )?(?:\w+ )?(?:vorschrift|richtlinie|regel|anweisung|prozess|vorgaben?)\w*\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR608",
        "!! unfassbar peinlich inakzeptabel unverzeihlich skandalös lächerlich unglaublich",
        r"!!+|\b(?:unfassbar|peinlich|inakzeptabel|unverzeihlich|skandalös|lächerlich)\w*\b",
        spares=Spared.DENIED | Spared.NAMED,
    ),
    Pattern(
        "PIR609",
        "nachhinein rückblickend vorhersehbar vermeidbar frage+zeit",
        r"im nachhinein\b|\brückblickend\b|\b(?:war|waren|ist) (?:\w+ )?(?:vorhersehbar|absehbar"
        r"|vermeidbar)\b|\b(?:nur )?eine frage der zeit\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR610",
        "ursache grundursache",
        r"(?:einzige|alleinige|wahre|eigentliche)[rsnm]? (?:grund)?ursache\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR613",
        "versehentlich versehen irrtümlich",
        r"(?:versehentlich|irrtümlich(?:erweise)?|aus versehen)\b",
        spares=Spared.USUAL,
    ),
    Pattern(
        "PIR615",
        "mein meine unser unsere leid",
        r"(?:mein|unser) fehler\b|\b(?:meine|unsere) schuld\b|\btut mir leid, dass ich\b",
        spares=Spared.DENIED | Spared.NAMED,
    ),
    *SET_PHRASES,
)
