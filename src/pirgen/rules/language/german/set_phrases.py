"""Set phrases of German that put something on people. All are infos until somebody has measured them."""

from __future__ import annotations

from pirgen.rules.language.phrasing import Pattern, Spared
from pirgen.rules.language.set_phrases import patterns_of

_MISTAKES = r"""
    (?:fehler|irrtum|fehleinschätzung|missgeschick|patzer|panne) (?:unseres|unserer|des|der|eines|einer|
        seitens|von seiten) (?:\w+ )?(?:mitarbeiters?|mitarbeiterin|technikers?|kollegen|administrators?|
        entwicklers?|teams?|dienstleisters?|anbieters?|betreibers?|herstellers?|lieferanten|personals|kunden)
    menschliche (?:komponente|schwäche|fehler|fehlleistung|unzulänglichkeit|fehlentscheidung|fehleinschätzung)
    (?:auf|durch) menschliches
    (?:ist|sind|war|waren|seien|sei) (?:\w+ )?(?:\w+ )?(?:\w+ )?fehler unterlaufen
    fehler unterlief(?:en)?
    fehler (?:gemacht|begangen)
    (?:fatalen?|folgenschweren?|schweren?|groben?|dummen?|peinlichen?|vermeidbaren?|gravierenden?|dicken?|
        kapitalen?) (?:fehlern?|fehlers|irrtum|patzer|schnitzer)
    tippfehler
    vertippt
    verklickt
    verwechselt
    verwechslung
    fehlentscheidung(?:en)?
    fehleinschätzung(?:en)?
    fehlgriff
    fehlverhalten
    fehlplanung(?:en)?
    missverständnis(?:se|sen)?
    kommunikationspanne
    kommunikationsprobleme?
    anwendungsfehler
    handhabungsfehler
    planungsfehler
    organisationsversagen
    (?:anwender|bediener|benutzer|operateur|montage)fehler
"""

_JUDGEMENTS = r"""
    achselzucken
    schulterzucken
    gleichgültig(?:e|er|es|en|keit)?
    desinteresse
    desinteressiert
    überfordert(?:e|er|es|en)?
    überforderung
    (?:ungeschult|unqualifiziert|ungelernt|ahnungslos|planlos|kopflos|naiv|blauäugig|arrogant|stur|faul|träge|
        schlafmützig|hilflos|konzeptlos|stümperhaft|dilettantisch|amateurhaft|laienhaft|rücksichtslos|
        gedankenlos|übereilt|vorschnell|überstürzt|lax|halbherzig|unbedacht|unüberlegt|unvorsichtig|
        voreilig)(?:e|er|es|en|em)?
    (?:ignoranz|arroganz|unwissenheit|unwissen|unkenntnis|unerfahrenheit|selbstüberschätzung|bequemlichkeit|
        gedankenlosigkeit|blindes vertrauen|naivität|faulheit|unvermögen|inkompetenz|unaufmerksamkeit|
        ablenkung|übermüdung)
    (?:war|waren|wurde|wurden) (?:\w+ )?(?:abgelenkt|unaufmerksam|übermüdet|unkonzentriert|überlastet|
        verunsichert)
    in keinster weise
    nicht (?:in der lage|fähig|kompetent|qualifiziert|geschult|ausgebildet|vertraut)
    keine ahnung
    (?:wenig|kaum|keine|keinerlei|zu wenig|mangelnde|fehlende|unzureichende) (?:\w+ )?(?:erfahrung|kenntnis|
        kenntnisse|wissen|verständnis|kompetenz|fachkenntnis|fachkenntnisse|know~how|schulung|ausbildung|
        einarbeitung|sensibilität|bewusstsein)
    auf die leichte schulter
    auf die lange bank
    urlaubsmodus
    nicht ernst genommen
    (?:hält|hielt|hielten) es nicht für nötig
    (?:nicht|kaum) (?:die mühe|interessiert)
"""

_FAULT = r"""
    vorzuwerfen
    vorwerfen lassen
    (?:schwere |erhebliche )?vorwürfe
    anlasten
    (?:anzulasten|angelastet)
    (?:zu verantworten|verantwortlich für den|verantwortlich für die|verantwortlich für das|
        verantwortlich gemacht)
    (?:trägt|tragen|trug|trugen|übernimmt|übernehmen) (?:\w+ )?(?:\w+ )?(?:verantwortung|schuld)
    zur (?:rechenschaft|verantwortung) (?:gezogen|ziehen)
    (?:durch|aufgrund|wegen) (?:das |des )?(?:eigenes |eigenen )?verschulden
    selbst~?verschuldet(?:e|er|es|en)?
    (?:selber|selbst) schuld
    im stich gelassen
    (?:abgemahnt|entlassen|gefeuert|suspendiert|fristlos)
    schuldzuweisung(?:en)?
    versagt (?:hat|haben|hatte)
    (?:das|dem|komplettes|völliges|kollektives) versagen (?:des|der|von|unseres|unserer)
"""

_COUNTERFACTUALS = r"""
    hätten? (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:verhindert|vermieden|bemerkt|erkannt|
        entdeckt|abgewendet|verhindern|vermeiden|bemerken|erkennen|entdecken|auffallen) (?:können|werden)
    hätten? (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:verhindert|vermieden|bemerkt|erkannt|
        entdeckt|gereicht|genügt|geholfen)
    (?:hätte|hätten) (?:sich )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:ereignen|passieren|geschehen|
        vorkommen) (?:können|dürfen)
    wären? (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:besser|sinnvoll|sinnvoller|klüger|richtig|möglich|nötig|
        notwendig|angebracht|hilfreich|vermeidbar|verhinderbar|nicht passiert|nicht geschehen|
        nicht eingetreten) ?(?:gewesen)?
    (?:besser|sinnvoller|klüger|richtig) (?:wäre|hätte)
    idealerweise (?:hätte|wäre|wären|hätten)
    wenn (?:wir|man|ich|er|sie|jemand) (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?hätten?
    hätten (?:wir|sie) (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:gewusst|geprüft|getestet|geahnt|bemerkt|erkannt|
        reagiert|aufgepasst)
"""

_OMISSIONS = r"""
    (?:übersehen|vergessen|versäumt|verschlafen|missachtet|vernachlässigt|verpasst|unterschätzt|verdrängt|
        ignoriert|verkannt|unterlassen) (?:worden|wurde|wurden|hat|haben|hatte|hatten|habe|hatten wir)
    (?:haben|hatten|habe|hatte|hat|wurde|
        wurden) (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:übersehen|vergessen|versäumt|verschlafen|
        missachtet|vernachlässigt|verpasst|unterschätzt|verdrängt|verkannt|unterlassen|
        außer acht gelassen|aus den augen verloren)
    (?:vergaß|vergaßen|übersah|übersahen|versäumte|versäumten|ignorierte|ignorierten|missachtete|missachteten|
        unterschätzte|unterschätzten|verkannte|vernachlässigte|unterließ)
    (?:niemand|keiner|niemandem) (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:mitbekommt|mitbekommen|bemerkt|bemerkte|
        auffiel|aufgefallen|merkte|gemerkt|kümmerte|gekümmert|prüfte|geprüft|getestet|zuständig|
        verantwortlich|reagierte|reagiert|wusste|gefragt|fragte|informiert|gesehen|daran gedacht|angesehen)
    (?:wurde|wurden|worden) (?:\w+ )?(?:\w+ )?nicht (?:\w+ )?(?:getestet|geprüft|überprüft|dokumentiert|
        kommuniziert|informiert|beachtet|berücksichtigt|bedacht|befolgt|eingehalten|gewartet|gemeldet|
        weitergegeben|kontrolliert|abgestimmt|eingewiesen|geschult|bemerkt|erkannt|ernst genommen|umgesetzt|
        aktualisiert|in betrieb genommen|durchgeführt|verfolgt)
    nicht (?:\w+ )?(?:getestet|geprüft|überprüft|dokumentiert|kommuniziert|informiert|beachtet|
        berücksichtigt|bedacht|befolgt|eingehalten|kontrolliert|abgestimmt|geschult|ernst genommen|
        in betrieb genommen|durchgeführt) (?:worden|wurde|wurden|haben|hatten|hat|hatte|habe)
    (?:haben|hatten|habe|hatte|hat) (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?nicht (?:\w+ )?(?:getestet|
        geprüft|überprüft|dokumentiert|kommuniziert|informiert|beachtet|berücksichtigt|bedacht|befolgt|
        eingehalten|kontrolliert|abgestimmt|geschult|daran gedacht|reagiert|bemerkt|erkannt|gemeldet|gewarnt|
        gefragt|gelesen|nachgefragt)
    ohne (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:zu prüfen|zu testen|zu informieren|zu fragen|nachzudenken|
        zu überprüfen|zu beachten|zu lesen|zu warnen|abzustimmen|nachzufragen|hinzusehen|zu berücksichtigen|
        vorher|vorherige|vorwarnung|ankündigung|risikoanalyse|prüfung|test|tests|genehmigung|freigabe|wissen)
    statt (?:dem|das|die|den|der) (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:nachzugehen|zu prüfen|zu testen|
        zu melden|zuzugeben|zu informieren|zu beheben)
    (?:blieb|blieben|bleibt) (?:\w+ )?(?:unbemerkt|unbeachtet|unbeantwortet|ungelesen|ungeprüft)
    nicht (?:daran|darauf) (?:gedacht|geachtet)
    durch die lappen
    unter (?:den tisch|dem radar)
    (?:unterlassung|unterlassungen|versäumnis|versäumnisse|nachlässigkeiten)
    nicht auf dem schirm
    zu spät (?:bemerkt|erkannt|reagiert|informiert|gemeldet|kommuniziert|gehandelt|eskaliert)
"""

_NORMS = r"""
    (?:mangelnde|mangelhafte|unzureichende|ungenügende|fehlende|schlechte|unsaubere|unsachgemäße|
        unvollständige|lückenhafte|nachlässige|schlampige|fehlerhafte)(?:r|s|n|m)? (?:\w+ )?(?:sorgfalt|
        kommunikation|abstimmung|absprache|absprachen|aufmerksamkeit|vorbereitung|planung|disziplin|
        einweisung|aufsicht|umsicht|kontrolle|kontrollen|wartung|führung|organisation|schulung|dokumentation|
        handhabung|bedienung|arbeit|reaktion|qualitätssicherung|koordination|einarbeitung|zusammenarbeit|
        überwachung|information|durchführung|testabdeckung|montage|installation|ausführung)
    mangel an (?:\w+ )?(?:sorgfalt|kommunikation|abstimmung|aufmerksamkeit|erfahrung|wissen|schulung|
        disziplin|verständnis|vorbereitung|planung)
    (?:kommunikation|planung|vorbereitung|abstimmung|schulung|unterricht|dienstunterricht|ausbildung|
        einweisung|wartung|organisation|reaktion|information|aufsicht|koordination|
        dokumentation) (?:\w+ )?(?:war|ist|waren|verlief|lief) (?:\w+ )?(?:unzureichend|mangelhaft|schlecht|
        ungenügend|lückenhaft|katastrophal|chaotisch|unterirdisch|miserabel|fehlerhaft|zu spät|
        nicht ausreichend|nicht gut|unbefriedigend|dürftig)
    (?:unzureichend|ungenügend|nicht ausreichend|mangelhaft|schlecht|unsachgemäß|nicht sachgemäß|
        nicht ordnungsgemäß|nicht sorgfältig|nicht gründlich|nicht richtig|nur oberflächlich) (?:getestet|
        geprüft|geplant|vorbereitet|kommuniziert|dokumentiert|abgestimmt|geschult|ausgebildet|informiert|
        gewartet|überprüft|kontrolliert|abgesichert|durchdacht|eingearbeitet|ausgeführt|installiert|montiert)
    (?:verstoß|verstöße|verstoßen|verstieß|verstießen|zuwiderhandlung) gegen
    (?:entgegen|unter missachtung|unter umgehung|unter verletzung) (?:der|des|den|dem|
        aller) (?:\w+ )?(?:vorschrift|vorschriften|anweisung|anweisungen|richtlinie|richtlinien|vorgabe|
        vorgaben|regel|regeln|regelwerks|empfehlung|empfehlungen|prozesse|absprache)
    (?:vorschriften|vorschrift|regeln|anweisungen|prozesse|prozess|vorgaben|
        richtlinien) (?:\w+ )?(?:\w+ )?(?:nicht (?:beachtet|eingehalten|befolgt)|missachtet|umgangen|
        verletzt)
    (?:falsche|schlechte|unglückliche|fragwürdige|riskante|mutige|vorschnelle|fatale)(?:r|n|
        s)? (?:entscheidung|entscheidungen|annahme|annahmen|idee|wahl|reihenfolge)
    lässt (?:sehr )?zu wünschen übrig
    ließ (?:\w+ )?(?:\w+ )?zu wünschen übrig
    hätte besser
    (?:nicht|alles andere als) optimal
    unprofessionell(?:e|er|es|en)?
    stiefmütterlich
    zu sorglos
    zwischen tür und angel
"""

_LOADED = r"""
    (?:absolute |komplette |reine |totale )?(?:katastrophe|frechheit|unverschämtheit|zumutung|sauerei|blamage|
        farce|unding|witz|chaos pur|totalversagen|armutszeugnis|trauerspiel)
    (?:unterirdisch|katastrophal|unmöglich|absurd|haarsträubend|unverschämt|beschämend|bodenlos|
        grottenschlecht|miserabel|dreist|lachhaft|unbegreiflich|unerhört|hanebüchen|ungeheuerlich|
        desaströs)(?:e|er|es|en|em)?
    (?:mist|scheiße|scheiss|verdammt|verflucht|saftladen)
    (?:schade|traurig|erschreckend|erstaunlich|bezeichnend),? (?:dass|ist|wie)
    (?:man zahlt|wofür zahlt|wozu zahlt|man fragt sich|fragt man sich)
    das darf (?:doch )?nicht wahr sein
    (?:kann|darf) (?:doch |einfach )?nicht sein
"""

_HINDSIGHT = r"""
    (?:im|in) (?:nachhinein|rückblick|rückschau)
    hinterher ist man
    (?:war|waren|wäre|wären) (?:leicht |klar |durchaus |absolut |schon |bereits |lange )?(?:vorhersehbar|
        absehbar|vermeidbar|abzusehen|vorherzusehen|offensichtlich|offenkundig|unübersehbar)
    vermeidbar(?:e|er|es|en|em)? (?:fehler|fehlern|ausfall|unfall|panne|störung|vorfall)
    (?:war|ist) (?:\w+ )?(?:\w+ )?(?:seit langem|längst|schon lange|lange|seit jahren|
        seit monaten) (?:bekannt|klar)
    obwohl (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:gewarnt|bekannt|wusste|wussten|hingewiesen)
    trotz (?:\w+ )?(?:\w+ )?(?:warnung|warnungen|hinweise|hinweisen|hinweis|kenntnis|bedenken)
    warnsignale
    (?:warnungen|warnung|hinweise|bedenken|anzeichen) (?:\w+ )?(?:\w+ )?(?:ignoriert|übersehen|überhört|
        nicht ernst|missachtet|in den wind)
    (?:früher oder später|tickende zeitbombe|mit ansage|nur eine frage)
    viel zu (?:spät|lange|langsam|wenig|leichtfertig|optimistisch|schnell)
    zu (?:lange|lang) gedauert
    länger (?:gedauert )?als (?:nötig|notwendig|gedacht|geplant|erwartet)
    (?:haben|hatten|hat|hatte) (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:fälschlicherweise|fälschlich|irrtümlich|
        zu unrecht) (?:angenommen|geglaubt|gedacht)
    (?:fälschlicherweise|irrtümlicherweise|irrigerweise)
"""

_OWN_BLAME = r"""
    (?:geht|gehen|ging) (?:\w+ )?auf (?:unsere|meine) kappe
    (?:unser|mein|unsere|meine|unserem|meinem) (?:eigener |eigenes |eigene |ganz klar )?(?:fehler|schuld|
        verschulden|versäumnis|versagen|dummheit)
    (?:haben|habe) (?:\w+ )?(?:\w+ )?(?:mist gebaut|geschlampt|verbockt|versagt|vermasselt|gepatzt)
    (?:übernehmen|übernehme|tragen|trage) (?:\w+ )?(?:\w+ )?(?:volle |die volle )?verantwortung
    asche auf
    trifft uns (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:mitschuld|schuld)
    (?:wir|ich) (?:schäme|schämen)
"""

SET_PHRASES: tuple[Pattern, ...] = (
    *patterns_of("PIR601", _MISTAKES, Spared.USUAL),
    *patterns_of("PIR603", _JUDGEMENTS, Spared.SAID),
    *patterns_of("PIR604", _FAULT, Spared.SAID),
    *patterns_of("PIR605", _COUNTERFACTUALS, Spared.SAID),
    *patterns_of("PIR606", _OMISSIONS, Spared.SAID | Spared.REASONED),
    *patterns_of("PIR607", _NORMS, Spared.SAID),
    *patterns_of("PIR608", _LOADED, Spared.DENIED | Spared.NAMED),
    *patterns_of("PIR609", _HINDSIGHT, Spared.SAID | Spared.REASONED),
    *patterns_of("PIR615", _OWN_BLAME, Spared.DENIED | Spared.NAMED),
)
