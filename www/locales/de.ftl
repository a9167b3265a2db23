# Every sentence of en.ftl, in the language whose tag names this file. Where words are changed there, they are changed here.


## Steps

steps-label = Schritte
step-choose = Wählen
step-review = Prüfen
step-cleaning = Reinigen
step-done = Speichern

## Choose

choose-title = Fügen Sie Ihre Aufnahmen hinzu
choose-how = Ziehen Sie den Ordner, die CD, ihr Abbild oder die Zip-Datei hierher, die Sie bekommen haben. Oder wählen Sie sie aus:
choose-how-touch = Wählen Sie die Zip-Datei, den Ordner oder die Dateien, die Sie bekommen haben:
choose-folder = Ordner wählen
choose-files = Dateien wählen
choose-stay = Alles bleibt auf diesem Gerät.
choose-stay-form = Ihre eigenen Dateien bleiben auf diesem Gerät. Nur die bereinigten Kopien gehen mit diesem Formular weg.
choose-sample = Mit einem Beispiel ausprobieren
choose-sample-hint = Ein erfundener Patient, fertig zum Testen.
choose-drop = Loslassen zum Hinzufügen
choose-looking = Der Ordner wird durchgesehen: { $files ->
    [one] { $files } Datei
   *[other] { $files } Dateien
  }
choose-disabled = Hier können keine Aufnahmen hinzugefügt werden.
choose-nothing = Darin war keine Datei. Wählen Sie den Ordner mit Ihren Aufnahmen.
choose-too-big = Das sind { $size }. Diese Seite nimmt höchstens { $max }.
lacks-pictures = Diese Fassung kann in Bildern nicht nach Schrift oder Gesichtern suchen. Bilder, die so etwas enthalten können, lässt sie weg.
lacks-codecs = Diese kleine Fassung kann manche Bilder (JPEG 2000 und JPEG XL) nicht öffnen und lässt sie weg.
lacks-reader = Diese kleine Fassung kann Schrift in Bildern nicht lesen und schwärzt deshalb vielleicht mehr davon.
lacks-codecs-reader = Diese kleine Fassung schwärzt vielleicht mehr Schrift in Bildern als nötig, und sie lässt manche Bilder (JPEG 2000 und JPEG XL) weg.

## Reading

reading-title = Ihre Dateien werden gelesen
reading-hint = Noch ist nichts geändert, und nichts wird gesendet.
reading-count = { $done } von { $total }
reading-stop = Anhalten
reading-use = Mit dem bisher Gelesenen weitermachen
reading-found = Bisher gefunden
progress-reading = Gelesen: { $done } von { $total }
progress-looking = Bilder angesehen: { $done } von { $total }
progress-cleaning = Gereinigt: { $done } von { $total }

## Review

review-title = { $studies ->
    [0] Wir haben keine Aufnahmen gefunden
    [one] Wir haben { $studies } Untersuchung gefunden
   *[other] Wir haben { $studies } Untersuchungen gefunden
  }
review-title-pictures = { $count ->
    [one] Wir haben { $count } Bilddatei gefunden
   *[other] Wir haben { $count } Bilddateien gefunden
  }
review-summary = { $series ->
    [one] { $series } Serie
   *[other] { $series } Serien
  }, { $images ->
    [one] { $images } Bild
   *[other] { $images } Bilder
  }, { $size }. Noch ist nichts geändert.
review-and-fact = { $first }, { $second }
review-now = Insgesamt { $size }. Noch ist nichts geändert.
review-facts-show = Krankenhaus und Datum zeigen
review-facts-hide = Krankenhaus und Datum verbergen
review-count = { $series ->
    [one] { $series } Serie
   *[other] { $series } Serien
  }, { $images ->
    [one] { $images } Bild
   *[other] { $images } Bilder
  }
review-kind-of = { $kind }: { $part }
review-kind-of-two = { $kind }: { $part } und { $other }
review-unread = { $count ->
    [one] Sie haben angehalten: { $count } Datei wurde nicht gelesen
   *[other] Sie haben angehalten: { $count } Dateien wurden nicht gelesen
  }
review-unread-hint = Diese werden weggelassen. Wir wissen nicht, was darin ist.
review-unread-read = Alle lesen
review-whole = Alle Serien dieser Untersuchung einbeziehen: { $title }
review-whole-short = Alle Serien dieser Untersuchung
review-person = Alle Untersuchungen von Person { $person } einbeziehen
review-person-short = Diese Person einbeziehen
review-out = { $series ->
    [one] Sie haben { $series } Serie weggelassen
   *[other] Sie haben { $series } Serien weggelassen
  }: { $images ->
    [one] { $images } Bild
   *[other] { $images } Bilder
  }.
review-kind-count = { $kind }: { $count }
review-none = Keine dieser Dateien ist eine Aufnahme, die dieses Werkzeug lesen kann. Wählen Sie den ganzen Ordner oder die ganze Zip-Datei, die Sie vom Krankenhaus haben.
review-people = Diese Aufnahmen sind von { $people } Personen
review-people-check = Bitte prüfen Sie alle. Sind es Ihre Aufnahmen, oder dürfen Sie sie weitergeben? Wenn nicht, nehmen Sie den Haken bei dieser Person weg.
review-people-apart = Die Aufnahmen bleiben getrennt: Jede Person bekommt eine eigene erfundene Nummer.
review-people-same = Manche davon können dieselbe Person sein: Ein Name kommt zweimal vor oder fehlt. Wir können das nicht erkennen.
review-people-nameless = Kein Name
review-study-of = Person { $person }: { $kind }
review-name = Name
review-birth = Geburtsdatum
review-id = Patientennummer
review-date = Datum der Aufnahme
review-hospital = Krankenhaus
review-description = Beschreibung
review-hidden = verdeckt
review-absent = nicht angegeben
review-show = Zeigen
review-hide = Verbergen
review-show-label = Angaben dieser Untersuchung zeigen
review-hide-label = Angaben dieser Untersuchung verbergen
review-study = Untersuchung
review-series = Serien dieser Untersuchung
review-series-help = Nehmen Sie den Haken weg, um eine Serie wegzulassen.
review-column-include = Einbeziehen
review-column-picture = Bild
review-column-series = Serie
review-column-images = Bilder
review-include = { $series } einbeziehen, { $images ->
    [one] { $images } Bild
   *[other] { $images } Bilder
  }
review-images = { $images ->
    [one] { $images } Bild
   *[other] { $images } Bilder
  }
review-pictures = Bilddateien
review-pictures-hint = Fotos oder Bildschirmfotos. Diese bleiben Bilder und werden keine Aufnahmen. Sie nennen selbst keinen Namen: Bitte prüfen Sie, ob jedes von Ihnen ist. Versteckte Notizen darin, etwa wo ein Foto gemacht wurde, fallen weg.
review-left-series = Weggelassen
review-refused = { $count ->
    [one] { $count } ihrer Dateien wird weggelassen
   *[other] { $count } ihrer Dateien werden weggelassen
  }
review-picture = Ein Bild aus { $series }
review-no-picture = Keine Vorschau
review-removes = Diese Angaben werden entfernt
review-removes-hint = Jede wird in jeder Datei gelöscht, gereinigt oder durch eine erfundene ersetzt.
review-counts = Wie viele von jeder Art
review-counts-line = { $kind }: { $count }-mal
review-stays = Das bleibt
review-look = Bitte ansehen
review-left = { $count ->
    [one] { $count } andere Sache wird weggelassen
   *[other] { $count } andere Sachen werden weggelassen
  }
review-left-hint = Das gehört nicht zu den Aufnahmen und enthält oft Namen.
review-withheld = { $count ->
    [one] { $count } Datei kann nicht dabei sein
   *[other] { $count } Dateien können nicht dabei sein
  }
review-withheld-hint = Wir lassen eine Datei nur hinaus, wenn wir sie prüfen können. Diese können wir nicht prüfen:
review-start = { $images ->
    [one] { $images } Bild reinigen
   *[other] { $images } Bilder reinigen
  }
review-start-none = Haken Sie mindestens eine Serie an, um weiterzumachen.
review-start-name = Ändern Sie den Namen für die Aufnahmen, um weiterzumachen.
review-disc = Auch eine CD daraus machen
review-disc-hint = Die Dateien bekommen Namen, wie CDs sie brauchen, und eine Liste für CD-Betrachter. Sie sagt nicht mehr als die Dateien selbst.
review-back = Etwas anderes wählen
review-files = Die Dateien zeigen
review-more = und { $count } weitere

## What goes and what stays

removes-names = Ihr Name
removes-ids = Nummern, die zu Ihnen führen
removes-birth = Ihr Geburtsdatum
removes-dates = Echte Daten
removes-places = Krankenhaus und Abteilung
removes-staff = Ärzte und Personal
removes-contact = Adresse und Telefon
removes-device = Seriennummer und Name des Geräts
removes-notes = Notizen und Kommentare
removes-uids = Technische Nummern, die zum Krankenhaus führen
removes-private = Versteckte Felder der Hersteller
removes-graphics = Zeichnungen und Text über dem Bild
removes-beside = Versteckte Notizen in Bilddateien
removes-other = Andere Angaben

## Every field of a file

fields-open = Einzelheiten: jedes Feld, vorher und nachher
fields-title = Felder eines Bildes
fields-hint = Für alle, die DICOM kennen. Das geschieht mit einem Bild aus der Mitte einer Serie. Die Werte verlassen diesen Bildschirm nie.
fields-series = Serie
fields-series-find = Eine Serie suchen
fields-series-none = Keine Serie passt
fields-which = Zeigen
fields-all = Alle Felder
fields-goes = Was wegfällt
fields-changes = Was geändert wird
fields-stays = Was bleibt
fields-find = Suchen
fields-show = Werte zeigen
fields-count = { $count } von { $of } Feldern
fields-none = In dieses Bild konnten wir nicht hineinsehen.
fields-column-path = Feld
fields-column-action = Was geschieht
fields-column-rule = Warum
fields-column-before = Vorher
fields-column-after = Nachher
fields-items = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
  }
fields-bytes = { $size } Daten
fields-empty = leer
fields-private = { $count ->
    [one] { $count } verstecktes Feld des Herstellers fällt auch weg.
   *[other] { $count } versteckte Felder des Herstellers fallen auch weg.
  }
fields-graphics = { $count ->
    [one] { $count } Zeichnung über dem Bild fällt auch weg.
   *[other] { $count } Zeichnungen über dem Bild fallen auch weg.
  }
fields-unknown = { $count ->
    [one] { $count } Feld, das niemand kennt, fällt auch weg.
   *[other] { $count } Felder, die niemand kennt, fallen auch weg.
  }
fields-more = { $count ->
    [one] { $count } weiteres Feld steht hier nicht. Dafür gelten dieselben Regeln.
   *[other] { $count } weitere Felder stehen hier nicht. Dafür gelten dieselben Regeln.
  }
action-keep = Bleibt
action-remove = Entfernt
action-replace = Ersetzt
action-empty = Geleert
action-clean = Innen gereinigt
action-dummy = Mit nichtssagenden Wörtern gefüllt
action-add = Hinzugefügt
rule-basic = Grundregeln
rule-bytes = Daten, in die niemand hineinsehen kann
rule-code = Code
rule-date = Datum oder Uhrzeit
rule-device-text = Text des Geräts selbst
rule-foreign = Gehört nicht in diese Art von Datei
rule-grammar = Nicht in der richtigen Form
rule-identifier = Enthält eine Angabe zu Ihnen
rule-required = Muss da sein und wird deshalb gefüllt
rule-statement = Sagt, was getan wurde
rule-term = Wort des Standards
rule-text = Freier Text
rule-uid = Technische Nummer
rule-value = Nur Zahlen

## Parts of the body: "MRI scan of the knee"

part-body = ganzer Körper
part-spine = Wirbelsäule
part-teeth = Zähne oder Kiefer
part-eyes = Augen
part-face = Gesicht
part-head = Kopf
part-neck = Hals
part-breast = Brust (Mamma)
part-heart = Herz
part-chest = Brustkorb
part-hip = Hüfte
part-pelvis = Becken
part-belly = Bauch
part-knee = Knie
part-foot = Fuß oder Knöchel
part-leg = Bein
part-shoulder = Schulter
part-hand = Hand oder Handgelenk
part-arm = Arm

## What cannot be taken out of a scan

remains-title = Was sich aus dieser Aufnahme nicht entfernen lässt
remains-sources = Woher wissen wir das?
remains-photo = Ein Foto zeigt Haut, Narben, Tätowierungen und Ringe, wie sie sind.
remains-teeth = Zähne und Füllungen sind bei jedem Menschen anders. Wer ein anderes Röntgenbild Ihrer Zähne hat, kann erkennen, dass beide von Ihnen sind.
    .source = Zähne: eine Studie mit Röntgenbildern der Zähne von 746 Menschen, 2022.
remains-eyes = Die Gefäße im Auge sind bei jedem Menschen anders. Ein Computer kann erkennen, dass zwei Bilder vom selben Auge sind. Er kann auch Alter und Geschlecht raten.
remains-face = Die Knochen des Gesichts und die Hohlräume in der Stirn bleiben. Sie sind bei jedem Menschen anders.
    .source = Gesicht: Arbeiten für Gerichte, die die Hohlräume in der Stirn verglichen haben.
remains-head = Gehirn und Schädel bleiben. Wer eine andere Aufnahme Ihres Kopfes hat, kann erkennen, dass beide von Ihnen sind.
    .source = Kopf: Schwarz und andere, 2019 (Gesichter aus MRT-Aufnahmen, mit Fotos verglichen). Sharma und andere, 2026, arXiv 2602.10043 (Gehirne ohne Gesicht).
remains-chest = Es zeigt Ihr Gesicht nicht. Aber ein Computer kann erkennen, dass zwei Röntgenbilder des Brustkorbs von derselben Person sind, auch Jahre später. Er kann Alter und Geschlecht raten und wie viel Fett und Muskeln da sind.
    .source = Röntgenbild des Brustkorbs: Packhäuser und andere, 2022 (zwei Röntgenbilder einer Person). Alipour und andere, Radiology Advances (RSNA), 2025 (Fett).
remains-bones = Knochen sind bei jedem Menschen anders. Ein Computer kann erkennen, dass zwei Röntgenbilder von derselben Person sind.
    .source = Knochen: die Studie „Radiobiometrics“ mit Röntgenbildern von Brustkorb, Knie, Becken und Hand, 2025.
remains-surface = Der Umriss des Körpers bleibt, mit Narben und mit Implantaten unter der Haut.
    .source = Körper: Selfridge und andere, 2023 (Aufnahmen des ganzen Körpers).
remains-vessels = Die Gefäße bleiben, wie sie sind. Ihr Verlauf ist bei jedem Menschen anders.
remains-report = Fügen Sie einen Befund nicht so, wie er ist, in einen Chat mit einer KI ein. Was dort steht, kann gespeichert werden und wieder auftauchen.
remains-guess = Aus fast jeder Aufnahme kann ein Computer Alter, Geschlecht und Körperbau raten.
    .source = Körperbau: RSNA, Mai 2026 (Fett und Muskeln in den MRT-Aufnahmen von 66.608 Menschen).
remains-rare = Implantate, alte Brüche und seltene Befunde können zu Ihnen führen, wenn jemand davon weiß.
stays-pictures = Die Bilder
    .why = Was sie zeigen, wird nicht geändert. Nur Schrift darin wird vielleicht geschwärzt.
    .why-faces = Was sie zeigen, wird nicht geändert, bis auf zweierlei: Schrift darin wird vielleicht geschwärzt, und ein Gesicht wird vielleicht entfernt.
stays-dates-moved = Daten, aber verschoben
    .why = Alle werden um dieselbe geheime Zahl von Tagen verschoben. Die Zeit zwischen zwei Aufnahmen stimmt weiter.
stays-dates-true = Echte Daten
    .why = Wann etwas gemacht wurde, aber nicht, wann Sie geboren sind.
stays-body = Geschlecht, Alter und Körpermaße
    .why = Wie Größe und Gewicht. Ärzte und Forscher brauchen sie. Aus einem Alter über 89 wird 90.
stays-settings = Einstellungen des Geräts
    .why = Wie das Bild gemacht wurde, mit Marke und Modell des Geräts.
stays-words = Medizinische Wörter
    .why = In Notizen und Beschreibungen bleiben Wörter aus einer Liste medizinischer Wörter. Alle anderen fallen weg.
stays-reports = Befunde, gereinigt
    .why = Ergebnisse und Messungen bleiben. Namen und Wörter, die nicht auf der Liste stehen, fallen weg.
stays-graphics = Zeichen auf dem Bild
    .why = Linien und Pfeile bleiben. Ihre Wörter werden gereinigt.
stays-hospital = Krankenhaus und Abteilung
    .why = Ihre Namen und Adressen bleiben, wie sie sind.
stays-device = Welches Gerät es war
    .why = Seriennummer und Name bleiben, damit man Aufnahmen vergleichen kann.
stays-private = Versteckte Felder der Hersteller, die sicher sind
    .why = Zahlen, mit denen die Bilder berechnet werden. Alle anderen fallen weg.
stays-uids = Technische Nummern
    .why = Diese Nummern können zu den Akten des Krankenhauses führen und so zu Ihnen.

## The rules one by one

rules-title = Die Regeln
rules-share = Gemacht, um Aufnahmen mit Fremden zu teilen, etwa mit Forschern.
rules-strict = Es bleibt so wenig wie möglich.
rules-clinical = Gemacht für einen Arzt Ihrer Wahl: Es bleibt mehr.
rules-own = Die Seite, auf der Sie sind, hat diese Regeln gewählt.
rules-all = Alle Regeln einzeln: { $on } von { $all } sind an
rules-on = An
rules-off = Aus
option-basic = Grundregeln
    .what = Namen, Nummern, Orte, Daten und Notizen fallen weg, wenn keine Regel unten sie bleiben lässt.
option-clean-pixel-data = Schrift aus den Bildern entfernen
    .what = Schwärzt Buchstaben im Bild, die verraten könnten, wer Sie sind.
option-clean-recognizable-visual-features = Gesichter entfernen
    .what = Entfernt das Gesicht aus Kopfaufnahmen, die aus vielen Schichten bestehen (CT, MRT, PET). Eine Aufnahme, die ein Gesicht zeigen kann, das wir nicht entfernen können, kommt nicht durch. Wenn aus, bleiben Gesichter.
option-clean-graphics = Zeichen auf dem Bild reinigen
    .what = Behält Linien und Pfeile, die über das Bild gezeichnet sind, und reinigt ihre Wörter. Wenn aus, fallen sie weg.
option-clean-structured-content = Befunde reinigen
    .what = Behält Ergebnisse und Messungen eines Befunds und nimmt Namen heraus. Wenn aus, kommen Befunde nicht durch.
option-clean-descriptors = Notizen und Beschreibungen reinigen
    .what = Behält nur Wörter aus einer Liste medizinischer Wörter. Wenn aus, fallen alle Notizen weg.
option-retain-longitudinal-full-dates = Echte Daten behalten
    .what = Behält alle Daten und Uhrzeiten, wie sie sind, aber nicht das Geburtsdatum.
option-retain-longitudinal-modified-dates = Daten verschieben
    .what = Verschiebt alle Daten um dieselbe geheime Zahl von Tagen, sodass die Zeit zwischen zwei Aufnahmen weiter stimmt.
option-retain-patient-characteristics = Angaben zum Körper behalten
    .what = Behält Geschlecht, Alter, Größe, Gewicht und Ähnliches. Aus einem Alter über 89 wird 90.
option-retain-device-identity = Behalten, welches Gerät es war
    .what = Behält Seriennummer und Name des Geräts, damit man Aufnahmen vergleichen kann.
option-retain-uids = Technische Nummern behalten
    .what = Behält die Nummern, die Dateien verbinden. Diese Nummern können zu den Akten des Krankenhauses führen.
option-retain-safe-private = Sichere Felder der Hersteller behalten
    .what = Behält versteckte Felder, die bekanntlich nur Zahlen für die Bilder enthalten. Wenn aus, fallen alle versteckten Felder weg.
option-retain-institution-identity = Das Krankenhaus behalten
    .what = Behält Name und Adresse von Krankenhaus und Abteilung.

## The name on the scans

name-title = Name für die Aufnahmen
name-hint = Sie können das leer lassen. Dann erfinden wir einen Namen, etwa OTTER AMBER.
name-several = Ein paar Buchstaben und Ziffern kommen dazu, damit man die Personen hier unterscheiden kann.
name-signs = Ein Name darf \ ^ = und versteckte Zeichen nicht enthalten. Bitte geben Sie ihn ohne sie ein.
name-long = Der Name ist zu lang. Bitte höchstens 64 Buchstaben.
name-real = Das ist der echte Name oder ein Teil davon. Wenn Sie weitermachen, steht er für alle sichtbar auf den Aufnahmen.
name-given = Die Seite, auf der Sie sind, setzt diesen Namen auf die Aufnahmen.

## Warnings

warn-head = Eine Kopfaufnahme kann noch ein Gesicht zeigen
    .body = Aus einer Aufnahme des Kopfes kann ein Computer das Gesicht zeichnen. Die geltenden Regeln entfernen Gesichter nicht. Geben Sie sie nur Menschen, denen Sie auch ein Foto von sich geben würden.
    .which = In diesen Dateien: { $series }.
warn-head-face = Eine Kopfaufnahme kann ein Gesicht zeigen
    .body = Aus einer Aufnahme des Kopfes kann ein Computer das Gesicht zeichnen. Wir suchen Gesichter und entfernen sie. Bevor etwas gereinigt wird, zeigen wir Ihnen den Kopf vorher und nachher. Wo das nicht gelingt, wird die Aufnahme weggelassen.
    .which = In diesen Dateien: { $series }.
warn-head-alone = Eine Kopfaufnahme kann ein Gesicht zeigen
    .body = Aus einer Aufnahme des Kopfes kann ein Computer das Gesicht zeichnen. Wir suchen Gesichter und entfernen sie. Diese Regeln halten nicht an, um Ihnen vorher und nachher zu zeigen. Wo das nicht gelingt, wird die Aufnahme weggelassen.
    .which = In diesen Dateien: { $series }.
warn-head-unknown = Wenn der Kopf aufgenommen wurde, kann noch ein Gesicht zu sehen sein
    .body = Bei manchen Serien können wir nicht erkennen, welchen Teil des Körpers sie zeigen. Aus einer Kopfaufnahme kann man ein Gesicht zeichnen, und die geltenden Regeln entfernen Gesichter nicht. Bitte sehen Sie sich die Bilder an.
    .which = In diesen Dateien: { $series }.
warn-writing = In den Bildern können Namen stehen
    .body = Wir suchen in den Bildern nach Schrift und zeigen Ihnen, was wir finden, bevor etwas gereinigt wird. Wir können etwas übersehen. Sehen Sie die Bilder also durch, bevor Sie sie weitergeben.
warn-writing-always = In den Bildern können Namen stehen
    .body = Wir suchen in den Bildern nach Schrift. Dann zeigen wir Ihnen jede Serie, bevor etwas gereinigt wird. Wir können etwas übersehen. Sehen Sie also genau hin.
warn-writing-alone = In den Bildern können Namen stehen
    .body = Wir suchen in den Bildern nach Schrift und schwärzen sie. Diese Regeln halten nicht an, um Ihnen zu zeigen, was gefunden wurde. Wir können etwas übersehen. Sehen Sie die Bilder also durch, bevor Sie sie weitergeben.
warn-writing-off = Suchen Sie in den Bildern nach Schrift
    .body = Die geltenden Regeln suchen in den Bildern nicht nach Buchstaben. Bitte sehen Sie alle durch, bevor Sie sie weitergeben.
warn-pictures = Ein Foto kann zeigen, wer Sie sind
    .body = Wir suchen in Bilddateien nach Schrift. Ein Gesicht können wir aus einem Foto oder einer Zeichnung eines Kopfes nicht entfernen. Eine Tätowierung oder einen Ring auch nicht. Bitte sehen Sie jedes Bild an und lassen Sie es weg, wenn es Sie zeigt.

## The pictures: what was found, what will be black

looking-title = In den Bildern wird nach Schrift gesucht
looking-hint = Noch ist nichts geändert, und nichts wird gesendet.
look-title = Bitte sehen Sie sich die Bilder an
look-lead = In manchen Bildern ist Schrift, oder es könnte welche da sein. Sehen Sie, was geschwärzt wird, und berichtigen Sie, wo wir falsch liegen. Noch ist nichts geändert.
look-lead-always = Die geltenden Regeln bitten Sie, die Bilder zuerst anzusehen. Sehen Sie, was geschwärzt wird, und berichtigen Sie, wo wir falsch liegen. Noch ist nichts geändert.
look-miss = Wir können Schrift übersehen. Sehen Sie auch auf die Ränder und Ecken der Bilder. Wenn Sie außerhalb der schwarzen Kästen einen Namen, eine Nummer oder ein Datum sehen, ziehen Sie einen Kasten darüber.
look-state-open = Bitte ansehen
look-state-right = Sieht richtig aus
look-state-out = Weggelassen
look-found = { $count ->
    [0] Wir haben keine Schrift gefunden, die verraten könnte, wer Sie sind (Bilder: { $of }).
    [one] Wir haben in { $count } Bild Schrift gefunden (von { $of }).
   *[other] Wir haben in { $count } Bildern Schrift gefunden (von { $of }).
  }
look-unsearched = { $count ->
    [one] { $count } Bild konnte nicht ganz durchsucht werden. Sehen Sie es genau an.
   *[other] { $count } Bilder konnten nicht ganz durchsucht werden. Sehen Sie sie genau an.
  }
look-lost = { $count ->
    [one] { $count } weitere Datei kann nicht dabei sein: Sie ist ganz voll Schrift, oder wir können ihr Bild nicht öffnen.
   *[other] { $count } weitere Dateien können nicht dabei sein: Sie sind ganz voll Schrift, oder wir können ihre Bilder nicht öffnen.
  }
look-key-gone = Wird schwarz. Niemand kann es mehr lesen.
look-key-kept = Bleibt. Wir halten es für harmlos, wie „L“ für links.
look-key-bare = Bleibt lesbar, könnte aber verraten, wer Sie sind.
look-boxes = Kästen auf dem Bild
look-box-gone = { $what }: wird schwarz
look-box-kept = { $what }: bleibt
look-where = Bild { $at } von { $of }
look-where-frames = Bild { $at } von { $of }, Einzelbild { $frame } von { $frames }
look-frame = Einzelbild
look-frame-of = Einzelbild { $frame } von { $frames }
look-previous = Vorheriges
look-next = Nächstes
look-next-found = Nächstes mit Schrift
look-no-picture = Dieses Bild kann hier nicht gezeigt werden. Wenn Sie nicht sicher sind, lassen Sie die Serie weg.
look-add = Kasten hinzufügen
look-added = Ein schwarzer Kasten ist dazugekommen.
look-erase = Kasten wegnehmen
look-erased = Der Kasten ist weg.
look-leaves = Zeigen, wie es hinausgeht
look-help = Drücken Sie auf einen Kasten, um zwischen schwarz und lesbar zu wechseln. Ziehen Sie auf dem Bild, um einen neuen zu zeichnen. Ziehen Sie einen Kasten, um ihn zu bewegen, oder seine Ecke, um ihn größer oder kleiner zu machen. Mit der Tastatur: Tab geht zu einem Kasten, Enter wechselt ihn, die Pfeiltasten bewegen ihn, Umschalt und eine Pfeiltaste ändern die Größe, Entf nimmt einen weg, den Sie gezeichnet haben.
look-reach = Was Sie ändern, gilt für
look-reach-series = Alle { $pictures } Bilder dieser Serie mit derselben Größe
look-reach-file = Nur dieses Bild
look-reach-frames = Dieses Bild, alle Einzelbilder
look-reach-frame = Nur dieses Einzelbild
look-stays = Das bleibt lesbar.
look-stays-in = { $count ->
    [one] In { $count } Bild lassen Sie Schrift stehen, die verraten könnte, wer Sie sind.
   *[other] In { $count } Bildern bleibt Schrift stehen, die verraten könnte, wer Sie sind.
  }
look-right = Sieht richtig aus
look-out = Diese Serie weglassen
look-in = Diese Serie wieder einbeziehen
look-undo = Meine Änderungen zurücknehmen
look-go = Meine Angaben entfernen
look-go-hint = Sagen Sie zuerst von jeder Serie, dass sie richtig aussieht, oder lassen Sie sie weg.
look-go-none = Alle Serien sind weggelassen, es gibt also nichts zu reinigen.
look-back = Zurück
why-region = Eine Stelle, an die diese Art Gerät schreibt
why-outside = Außerhalb des Teils, der die Aufnahme zeigt
why-unread = Schrift, die nicht gelesen werden konnte
why-unknown = Schrift, die vielleicht verrät, wer Sie sind
why-identifies = Schrift, die verrät, wer Sie sind
why-harmless = Harmlose Schrift
why-drawn = Ein Kasten, den Sie gezeichnet haben

## Faces: the head before and after

searching-title = Es wird nach Gesichtern gesucht
searching-hint = Wir sehen uns die Form dessen an, was aufgenommen wurde. Noch ist nichts geändert, und nichts wird gesendet.
face-title = Ihr Gesicht
face-lead = Aus einer Kopfaufnahme kann ein Computer den Kopf zeichnen. So sieht er jetzt aus, und so wird er ohne das Gesicht aussehen. Noch ist nichts geändert.
face-lead-lost = Aus einer Kopfaufnahme kann ein Computer das Gesicht zeichnen. Hier konnten wir es nicht entfernen. Noch ist nichts geändert.
face-sure-cut = Wir haben das Gesicht gefunden. Es wird entfernt.
face-sure-layer = Wir haben das Gesicht gefunden. Seine Haut wird verändert.
face-unsure-cut = Wir haben das Gesicht gefunden und werden es entfernen. Aber wir sind nicht sicher, dass alles davon weg ist.
face-unsure-layer = Wir haben das Gesicht gefunden und werden seine Haut verändern. Aber wir sind nicht sicher, dass wir alles davon verändern.
face-compare = Bitte vergleichen Sie die Bilder.
face-layer = Das verbirgt weniger als sonst.
face-layer-why = Nur die Haut des Gesichts wird verändert. Die Knochen darunter bleiben. Aus Knochen kann ein Fachmann schließen, wie ein Gesicht ausgesehen haben kann.
face-lost = Hier kann ein Gesicht sein, und wir konnten es nicht entfernen. Deshalb wird es weggelassen.
face-lost-code = Hier kann ein Gesicht sein. Deshalb wird es weggelassen.
face-no-picture = Der Kopf kann hier nicht gezeichnet werden.
face-before = Vorher
face-after = Nachher
face-front = Von vorn
face-half-left = Schräg von links
face-half-right = Schräg von rechts
face-left = Von links
face-right = Von rechts
face-alt-before = { $from }, vorher: der Kopf, wie er jetzt ist
face-alt-after = { $from }, nachher: der Kopf, wie er hinausgeht
face-alt-written = { $from }: der Kopf, wie er hinausgeht
face-question-cut = Ist noch ein Teil des Gesichts zu sehen?
face-question-layer = Können Sie noch erkennen, wie das Gesicht aussieht?
face-help = Sehen Sie sich die Bilder „Nachher“ an. Wenn Sie sie nicht gut sehen, wählen Sie „nicht sicher“.
face-help-free = Sie können das offen lassen.
face-gone-cut = Nein, es ist weg
face-gone-layer = Nein
face-visible = Ja, oder ich bin nicht sicher
face-out = Diese Aufnahme wird weggelassen.
face-go-hint = Beantworten Sie zuerst die Frage zu jedem Kopf.
face-stays = Was bleibt
face-stays-bones = Die Form des Schädels. Auch Zähne und Ohren können bleiben.
face-stays-ears = Die Ohren. Die geltenden Regeln behalten sie.
face-stays-eyes = Die Augen, aber nicht ihre Lider. Die geltenden Regeln behalten sie.
face-stays-brain = Das Gehirn. Wenn jemand eine andere Aufnahme von Ihnen hat, kann ein Computer erkennen, dass beide von derselben Person sind.
face-stays-else = Einzelne Bilder und 3D-Ansichten vom selben Termin können das Gesicht auf andere Weise zeigen. Die lassen wir weg.

## Cleaning

cleaning-title = Reinigen
cleaning-hint = Jede Datei wird gereinigt und dann zur Prüfung noch einmal gelesen. Lassen Sie diese Seite offen.
cleaning-left-seconds = { $seconds ->
    [one] Noch { $seconds } Sekunde
   *[other] Noch { $seconds } Sekunden
  }
cleaning-left-minutes = { $minutes ->
    [one] Noch etwa { $minutes } Minute
   *[other] Noch etwa { $minutes } Minuten
  }
cleaning-stopped = Angehalten. Ihre Dateien sind noch da.

## Done

done-title = Fertig und geprüft
done-title-none = Nichts konnte gereinigt werden
done-summary = { $images ->
    [one] { $images } Bild noch einmal gelesen; keine Angabe zu Ihnen darin gefunden.
   *[other] { $images } Bilder noch einmal gelesen; keine Angabe zu Ihnen darin gefunden.
  }
done-summary-left = { $images ->
    [one] { $images } Bild noch einmal gelesen; keine Angabe zu Ihnen außerhalb des Bildes selbst gefunden.
   *[other] { $images } Bilder noch einmal gelesen; keine Angabe zu Ihnen außerhalb der Bilder selbst gefunden.
  }
done-summary-none = Keine Datei hat die Prüfung bestanden, es gibt also nichts zu speichern. Nichts hat dieses Gerät verlassen.
done-zip = Als Zip speichern
done-folder = In einen Ordner speichern
done-form = Bereit zum Senden. Machen Sie unten mit dem Formular weiter.
done-saving = Wird gespeichert…
done-saved = Gespeichert. Ihre eigenen Dateien sind unverändert.
done-saving-percent = Wird gespeichert: { $percent } %
done-stop = Anhalten
done-stopped = Angehalten. Davon wurde nichts behalten.
done-partly = { $saved } von { $files } Dateien sind im Ordner „{ $folder }“. Die anderen konnten nicht gespeichert werden. Wenn die Aufnahmen auf einer CD oder einem Stick sind, legen Sie sie wieder ein. Dann machen Sie weiter.
done-go-on = Weiter speichern
done-share = An eine andere App senden
done-shared = An die andere App übergeben.
done-parts = Als mehrere kleinere Dateien speichern
done-parts-hint = Für E-Mail, Telefone und Portale, die keine großen Dateien nehmen. Alle Teile zusammen sind Ihre Aufnahmen: Speichern Sie jeden.
done-parts-size = Jeder höchstens
done-part = Teil { $part } von { $parts } speichern ({ $size })
done-part-saved = ✓ gespeichert
done-part-kept = Teil { $part } von { $parts } ist gespeichert.
done-part-large = Ein einzelnes Bild ist größer.
done-save-failed = Das Speichern hat nicht geklappt. Wenn die Aufnahmen auf einer CD oder einem Stick sind, legen Sie sie wieder ein und versuchen Sie es noch einmal.
done-report = Bericht ansehen
done-report-hide = Bericht verbergen
done-report-save = Bericht speichern
done-size = { $size } insgesamt
done-withheld = { $count ->
    [one] { $count } Datei konnte nicht geprüft werden und ist nicht dabei
   *[other] { $count } Dateien konnten nicht geprüft werden und sind nicht dabei
  }
done-disc-none = Die Liste für CD-Betrachter hat unsere Prüfung nicht bestanden und fehlt deshalb. Die sauberen Dateien sind da.
done-not-chosen = { $count ->
    [one] { $count } Datei wurde weggelassen, wie Sie es gewählt haben.
   *[other] { $count } Dateien wurden weggelassen, wie Sie es gewählt haben.
  }
done-not-read = { $count ->
    [one] { $count } Datei wurde nicht gelesen, weil Sie angehalten haben, und deshalb weggelassen.
   *[other] { $count } Dateien wurden nicht gelesen, weil Sie angehalten haben, und deshalb weggelassen.
  }
done-cannot = Was dies nicht entfernen kann
done-again = Von vorn beginnen
done-back = Zurück zu den Funden
done-blackened = { $images ->
    [one] In { $images } Bild wurde Schrift geschwärzt.
   *[other] In { $images } Bildern wurde Schrift geschwärzt.
  }
done-pictures = { $images ->
    [one] { $images } ist eine Bilddatei. Darin ist nur noch das Bild selbst.
   *[other] { $images } sind Bilddateien. Darin sind nur noch die Bilder selbst.
  }
done-recompressed = { $images ->
    [one] { $images } Foto war gedreht gespeichert. Um es zurückzudrehen, musste es neu gepackt werden und ist etwas weniger scharf.
   *[other] { $images } Fotos waren gedreht gespeichert. Um sie zurückzudrehen, mussten sie neu gepackt werden und sind etwas weniger scharf.
  }
done-staying = { $images ->
    [one] In { $images } Bild bleibt Schrift lesbar, die verraten könnte, wer Sie sind.
   *[other] In { $images } Bildern bleibt Schrift lesbar, die verraten könnte, wer Sie sind.
  }
done-unseen = { $images ->
    [one] { $images } Bild wurde nicht ganz nach Schrift durchsucht. Sehen Sie es an, bevor Sie es weitergeben.
   *[other] { $images } Bilder wurden nicht ganz nach Schrift durchsucht. Sehen Sie sie an, bevor Sie sie weitergeben.
  }
done-face-removed = { $images ->
    [one] { $images } Bild ist von einem Kopf. Das Gesicht wurde entfernt.
   *[other] { $images } Bilder sind von einem Kopf. Das Gesicht wurde entfernt.
  }
done-face-layer = { $images ->
    [one] { $images } Bild ist von einem Kopf. Nur die Haut des Gesichts wurde verändert. Das verbirgt weniger.
   *[other] { $images } Bilder sind von einem Kopf. Nur die Haut des Gesichts wurde verändert. Das verbirgt weniger.
  }
done-face-open = { $images ->
    [one] In { $images } Bild ist vielleicht noch ein Teil des Gesichts zu sehen. Wir sind nicht sicher, und niemand hat gesagt, dass es weg ist.
   *[other] In { $images } Bildern ist vielleicht noch ein Teil des Gesichts zu sehen. Wir sind nicht sicher, und niemand hat gesagt, dass es weg ist.
  }
done-face-kept = { $images ->
    [one] { $images } Bild wurde nicht nach einem Gesicht durchsucht: Die geltenden Regeln lassen Gesichter bleiben.
   *[other] { $images } Bilder wurden nicht nach einem Gesicht durchsucht: Die geltenden Regeln lassen Gesichter bleiben.
  }
done-heads = Ihr Kopf, wie er hinausgeht
done-heads-hint = Das kann ein Computer aus den sauberen Dateien zeichnen.
cannot-writing = Schrift in den Bildern, die übersehen wurde. Sehen Sie die Bilder durch, bevor Sie sie weitergeben.
cannot-faces = Ein Gesicht in Bildern, in denen wir keines suchen, etwa Fotos, Zeichnungen oder einzelne Bilder eines Kopfes.
cannot-heads = Die Form des Schädels und manchmal Zähne und Ohren. Und das Gehirn: Wenn jemand eine andere Aufnahme von Ihnen hat, kann ein Computer erkennen, dass beide von derselben Person sind.
cannot-anatomy = Ihren Körper selbst: Knochen, Zähne, Implantate oder ein seltener Befund können noch zu Ihnen führen.

## Report

report-title = Bericht
report-hint = Er enthält keinen Namen, keine Nummer und kein Datum von Ihnen.
report-policy = Verwendete Regeln
report-found = Gefunden
report-verified = Gereinigt und geprüft
report-withheld = Nicht dabei
report-left = Weggelassen (keine Aufnahmen)
report-attributes = Feld für Feld: was getan wurde
report-column-path = Feld
report-column-action = Was getan wurde
report-column-rule = Warum
report-column-count = Wie oft
report-writing = Die Bilder
report-faces = Gesichter in Kopfaufnahmen
report-unchecked = Von niemandem geprüft
unchecked-writing-in-pixels = Schrift in manchen Bildern
unchecked-faces = Gesichter in manchen Bildern
unchecked-anatomy = Was der Körper selbst verrät
report-tool = Erstellt von { $name } { $version }

## Failed

failed-title = Das hat nicht geklappt
failed-nothing = Nichts hat dieses Gerät verlassen, und Ihre Dateien sind unverändert.
failed-retry = Noch einmal versuchen

## Form

form-missing = Fügen Sie zuerst Aufnahmen hinzu.
form-working = Warten Sie, bis Ihre Aufnahmen gereinigt und geprüft sind.
form-unfinished = Reinigen Sie Ihre Aufnahmen zuerst zu Ende.
form-none = Keine der Dateien konnte gereinigt werden. Wählen Sie andere.

## Why a file is not included: what happened, and what to do

code-archive-encrypted = Die Zip-Datei ist mit einem Passwort gesperrt.
    .do = Entpacken Sie sie zuerst mit dem Passwort und fügen Sie dann den Ordner hinzu.
code-archive-method = Es ist auf eine Weise gepackt, die wir nicht lesen können.
    .do = Entpacken Sie es auf Ihrem Computer und fügen Sie dann den Ordner hinzu.
code-archive-structure = Die Zip-Datei, das CD-Abbild oder das Paket ist beschädigt.
    .do = Laden Sie es noch einmal herunter oder bitten Sie um eine neue Kopie.
code-archive-mismatch = Eine gepackte Datei ist beschädigt.
    .do = Laden Sie es noch einmal herunter oder bitten Sie um eine neue Kopie.
code-archive-depth = Das ist dreifach verpackt.
    .do = Entpacken Sie es auf Ihrem Computer und fügen Sie dann den Ordner hinzu.
code-cut-off = Die Datei endet zu früh. Sie wurde nicht ganz kopiert.
    .do = Kopieren Sie sie noch einmal von der CD oder aus dem Portal.
code-structure = Die Datei widerspricht sich, wir können also nicht sicher sein, was darin ist.
    .do = Bitten Sie das Krankenhaus um eine neue Kopie.
code-depth = Die Datei hat zu viele Ebenen, um sie zu prüfen.
    .do = Lassen Sie sie weg oder bitten Sie das Krankenhaus um eine einfache Kopie.
code-too-many = Die Datei hat mehr Felder, als wir prüfen können.
    .do = Lassen Sie sie weg oder bitten Sie das Krankenhaus um eine einfache Kopie.
code-too-long = Ein Teil der Datei ist länger, als wir prüfen können.
    .do = Lassen Sie sie weg oder bitten Sie das Krankenhaus um eine einfache Kopie.
code-transfer-syntax = Die Datei ist in einer Form gespeichert, die wir nicht lesen können.
    .do = Bitten Sie das Krankenhaus um eine unkomprimierte Kopie.
code-no-identity = Die Datei sagt nicht, was sie ist.
    .do = Bitten Sie das Krankenhaus um eine neue Kopie.
code-deflate = Der gepackte Teil der Datei ist beschädigt.
    .do = Bitten Sie das Krankenhaus um eine neue Kopie.
code-pages = Sie hat mehrere Seiten, und wir können nur ein Bild je Datei prüfen.
    .do = Speichern Sie jede Seite als eigenes Bild und fügen Sie diese dann hinzu.
code-pixel-layout = Die Größe des Bildes und seine Daten passen nicht zusammen.
    .do = Bitten Sie das Krankenhaus um eine neue Kopie.
code-pixel-short = Ein Teil des Bildes fehlt.
    .do = Kopieren Sie sie noch einmal von der CD oder aus dem Portal.
code-pixel-stream = In das gepackte Bild konnten wir nicht hineinsehen, es könnte also etwas verbergen.
    .do = Bitten Sie das Krankenhaus um eine unkomprimierte Kopie.
code-pixel-elsewhere = Das Bild ist nicht in dieser Datei. Die Datei sagt nur, wo es ist.
    .do = Lassen Sie sie weg. Allein nützt sie nichts.
code-document = Es ist ein Dokument, etwa ein PDF. Seine Seiten sind voller Namen.
    .do = Lassen Sie es weg. Wenn Sie es brauchen, schwärzen Sie die Namen von Hand.
code-report = Es ist ein schriftlicher Befund. Namen können überall darin stehen, und die geltenden Regeln reinigen keine Befunde.
    .do = Lassen Sie ihn weg. Wenn Sie ihn brauchen, schreiben Sie den medizinischen Teil von Hand ab.
code-free-text = Es ist ein Befund nur aus Wörtern. Ohne seine Wörter bliebe nichts übrig.
    .do = Lassen Sie ihn weg. Wenn Sie ihn brauchen, schreiben Sie den medizinischen Teil von Hand ab.
code-video = Es ist ein Video. Oft stehen Namen darin.
    .do = Lassen Sie es weg.
code-waveform = Es ist eine Tonaufnahme. Eine Stimme verrät, wer spricht.
    .do = Lassen Sie es weg.
code-raw-data = Es sind die Rohdaten des Geräts. Nur der Hersteller kann sie lesen.
    .do = Lassen Sie sie weg. Die Bilder daraus genügen.
code-object-kind = Diese Art Datei kennen wir nicht.
    .do = Lassen Sie sie weg.
code-writing = Das Bild ist ganz voll Schrift, oder wir konnten darin nicht nach Schrift suchen.
    .do = Lassen Sie es weg. Wenn Sie es brauchen, schwärzen Sie die Namen von Hand.
code-codec = Wir konnten das Bild in dieser Datei nicht öffnen und deshalb nicht nach Schrift suchen.
    .do = Bitten Sie das Krankenhaus um eine unkomprimierte Kopie.
code-face = Sie zeigt vielleicht ein Gesicht, das wir nicht entfernen konnten, oder zeigt es auf andere Weise. Deshalb haben wir sie zurückgehalten.
    .do = Lassen Sie sie weg.
code-mask = Schrift wurde geschwärzt, aber das neue Bild hat unsere Prüfung nicht bestanden. Deshalb haben wir es zurückgehalten.
    .do = Bitten Sie das Krankenhaus um eine unkomprimierte Kopie oder lassen Sie das Bild weg.
code-residue = Nach dem Reinigen haben wir noch eine Angabe zu Ihnen darin gefunden. Deshalb haben wir sie zurückgehalten.
    .do = Lassen Sie sie weg.
code-conformance = Die gereinigte Datei hat unsere eigene Prüfung nicht bestanden. Deshalb haben wir sie zurückgehalten.
    .do = Lassen Sie sie weg.
code-policy = Die Regeln für das Reinigen sind nicht gültig.
    .do = Sagen Sie es den Betreibern dieser Seite.
    .do = Sagen Sie es den Betreibern dieser Seite.
code-policy-conflict = Die Regeln widersprechen sich.
    .do = Sagen Sie es den Betreibern dieser Seite.
code-key = Dieser Browser gab keine sichere Zufallszahl. Deshalb haben wir nicht angefangen.
    .do = Versuchen Sie es in einem anderen Browser.
code-unreadable = Die Datei konnte nicht gelesen werden. Vielleicht wurde sie verschoben oder die CD herausgenommen.
    .do = Legen Sie die CD oder den Stick wieder ein und versuchen Sie es noch einmal.
code-worker-start = Der Teil, der reinigt, konnte in diesem Browser nicht starten.
    .do = Aktualisieren Sie den Browser oder versuchen Sie einen anderen. Wenn Sie auf der Seite eines Krankenhauses sind, sagen Sie es den Betreibern.
code-worker-died = Die Prüfung ist bei dieser Datei stehen geblieben. Deshalb haben wir sie zurückgehalten.
    .do = Lassen Sie sie weg oder versuchen Sie es mit weniger Dateien.
code-worker-timeout = Die Prüfung dieser Datei hat zu lange gedauert. Deshalb haben wir sie zurückgehalten.
    .do = Lassen Sie sie weg oder versuchen Sie es mit weniger offenen Programmen.
code-memory = Dem Gerät ging bei dieser Datei der Speicher aus.
    .do = Schließen Sie andere Programme oder versuchen Sie es an einem größeren Computer.
code-cancelled = Sie haben angehalten, bevor diese Datei fertig war.
    .do = Beginnen Sie noch einmal, um sie einzubeziehen.
code-other = Diese Datei konnte nicht geprüft werden ({ $code }).
    .do = Lassen Sie sie weg.

## What else is on a disc

what-dicomdir = Inhaltsverzeichnis (es enthält Ihren Namen)
what-empty = Leere Datei
what-pdf = PDF-Dokument
what-gif = Bild (GIF)
what-picture = Bild (HEIC, AVIF, WebP, JPEG 2000)
what-program = Programm
what-text = Textdatei
what-html = Webseite
what-xml = Datei mit Daten (XML)
what-nifti = Aufnahmedatei für die Forschung (NIfTI)
what-iso = CD-Abbild ohne Dateien
what-gzip = Gepackte Datei (gzip) ohne Inhalt
what-rar = Gepackte Datei (RAR). Entpacken Sie sie zuerst und fügen Sie dann den Ordner hinzu.
what-7z = Gepackte Datei (7z). Entpacken Sie sie zuerst und fügen Sie dann den Ordner hinzu.
what-packed = Gepackte Datei. Entpacken Sie sie zuerst und fügen Sie dann den Ordner hinzu.
what-tar = Gepackte Datei (tar) ohne Dateien
what-zip = Gepackte Datei (zip) ohne Dateien
what-video = Video
what-office = Office-Dokument
what-not-read = Nicht gelesen, weil Sie angehalten haben
what-unknown = Andere Datei

## Kinds of scan

modality-CT = CT
modality-MR = MRT
modality-CR = Röntgenbild
modality-DX = Röntgenbild
modality-RF = Röntgenserie
modality-XA = Röntgenbild der Gefäße
modality-MG = Mammografie
modality-US = Ultraschall
modality-IVUS = Ultraschall
modality-PT = PET
modality-NM = Nuklearmedizinische Aufnahme
modality-OT = Anderes Bild
modality-SC = Bildschirmfoto
modality-PX = Röntgenbild der Zähne
modality-IO = Röntgenbild der Zähne
modality-OPT = Augenaufnahme
modality-OP = Augenfoto
modality-ES = Kamerabild
modality-XC = Foto
modality-SM = Mikroskopbild
modality-ECG = Herzkurve
modality-SR = Befund
modality-DOC = Dokument
modality-PR = Anzeigeeinstellungen
modality-KO = Liste wichtiger Bilder
modality-SEG = Markierte Bereiche
modality-RTSTRUCT = Bestrahlungsplan
modality-RTPLAN = Bestrahlungsplan
modality-RTDOSE = Strahlendosis
modality-PICTURES = Bilddatei
modality-other = Aufnahme ({ $modality })

## Sizes

size-kilobytes = { $n } kB
size-megabytes = { $n } MB
size-gigabytes = { $n } GB

## The report on one page

report-save-page = Bericht zum Lesen oder Drucken speichern
report-core = Prüfsumme des reinigenden Teils (SHA-256):
report-done = Was getan wurde
report-why-not = Warum Dateien nicht dabei sind

## The page around it

page-skip = Zum Werkzeug
page-language = Sprache
page-title = Entfernen Sie Ihren Namen aus Ihren Aufnahmen
page-lead = Ihr MRT, CT oder Röntgenbild, fertig zum Weitergeben, ohne die Angaben, die verraten, wer Sie sind.
    .stays = Alles bleibt auf diesem Gerät.
    .offline = Es geht auch mit ausgeschaltetem Internet.
page-how = So geht es
page-choose = Wählen
    .what = Fügen Sie den Ordner, die CD oder die Zip-Datei hinzu, die Sie bekommen haben. Wir lesen sie hier in diesem Browser.
page-check = Prüfen
    .what = Sehen Sie, wer und was darin genannt wird. Nichts wird geändert, bevor Sie es sagen.
page-save = Speichern
    .what = Jede Datei wird gereinigt und dann zur Prüfung noch einmal gelesen. Nur was besteht, wird gespeichert. Ihre eigenen Dateien bleiben, wie sie sind.
page-limits = Was kein Werkzeug entfernen kann
page-body = Ihr Körper ist im Bild.
    .what = Ein Röntgenbild des Brustkorbs zeigt ungefähr Ihr Alter, Ihr Geschlecht und Ihren Körperbau. Das lässt sich nicht entfernen.
page-head = Ein Kopf hat seine eigene Form.
    .what = Wir nehmen das Gesicht aus Kopfaufnahmen heraus. Aber Schädel und Gehirn bleiben, und ein Computer kann sie mit einer anderen Aufnahme von Ihnen vergleichen.
page-rare = Manches ist selten.
    .what = Zähne, Implantate, ein alter Bruch oder eine seltene Krankheit können zu einer einzigen Person führen.
page-writing = Schrift im Bild.
    .what = Wir suchen sie, zeigen Ihnen, was wir gefunden haben, und schwärzen sie. Wir können etwas übersehen. Bitte sehen Sie die Bilder durch.
page-so = Also: Entfernen Sie Ihren Namen und wählen Sie trotzdem mit Bedacht, wem Sie Ihre Aufnahmen geben.
page-promise = Kein Konto, keine Cookies, keine Zählung der Besucher. Die Regeln dieser Seite verbieten ihr, etwas zu senden, und Ihr Browser setzt sie durch.
page-advice = Dieses Werkzeug gibt keinen medizinischen oder rechtlichen Rat. Es folgt dem DICOM-Standard für das Entfernen persönlicher Angaben aus Aufnahmen (PS3.15, Anhang E). Es kommt, wie es ist, ohne das Versprechen, dass niemand je erkennen kann, von wem eine Aufnahme ist.
page-few = Diese kleine Fassung spricht nicht jede Sprache: { $languages }.

## The badge that says what is known of the network

badge-online = Online. Ihre Dateien werden nicht gesendet.
badge-ready = Bereit: Sie können das Internet jetzt ausschalten.
badge-offline = Offline, und es läuft weiter
badge-offline-apart = Offline. Einige Teile dieser Seite sind noch nicht da.
badge-get = Für offline bereit machen
badge-getting = Die letzten Teile werden geholt …
badge-failed = Die letzten Teile kamen nicht an.

## Keeping the page for use without a network

keep-title = Dieses Werkzeug behalten
keep-what = Dann öffnet es sich auf diesem Gerät ohne Internet. Nur das Werkzeug wird behalten, etwa { $size }. Ihre Dateien nicht.
keep-do = Behalten
keep-doing = Wird abgelegt…
keep-done = Es liegt auf dem Gerät. Sie können es ohne Internet öffnen.
keep-failed = Das hat nicht geklappt. Nichts wurde behalten.
keep-forget = Nicht mehr behalten
keep-gone = Es ist nicht mehr auf dem Gerät.

## What else a person can do

else-title = Was kann ich sonst noch tun?
else-lead = Fragen und Briefe zum Kopieren, zu Ihren Aufnahmen, zu KI und zu Ihren Rechten.
else-open = Schritte und Briefe zeigen
else-failed = Diese Seiten konnten nicht geladen werden. Gehen Sie online, öffnen Sie die Seite neu und drücken Sie noch einmal auf den Knopf.
else-english = In dieser Fassung gibt es diese Seiten nur auf Englisch.
