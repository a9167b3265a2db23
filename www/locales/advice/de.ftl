# Was man sonst noch tun kann: Briefe an Krankenhäuser, Schritte und Quellen mit Datum.

advice-title = Was kann ich sonst noch tun?
advice-legal = Allgemeine Informationen, keine Rechtsberatung.
advice-dated = Geprüft am { $checked }. Gesetze ändern sich, und jedes Krankenhaus macht es anders. Bitte sehen Sie in die Quellen.
advice-fill = Füllen Sie aus, was Sie möchten. Es kommt in die Briefe unten. Es bleibt auf dieser Seite und ist weg, wenn Sie sie schließen.
advice-english = Briefe auf Englisch
    .hint = Für ein Krankenhaus, das kein Deutsch liest.
advice-copy = Diesen Brief kopieren
advice-copied = Kopiert.
advice-marked = Der Brief ist markiert. Kopieren Sie ihn mit der Tastatur oder dem Finger.
advice-print = Alles drucken
advice-save = Alles als Text speichern
advice-sources = Quellen, geprüft am { $checked }. Sie öffnen sich in einem neuen Tab, und nur, wenn Sie darauf drücken:

field-name = Ihr Name
    .blank = [Ihr Name]
field-address = Ihre Adresse
    .blank = [Ihre Adresse]
field-hospital = Krankenhaus oder Praxis
    .blank = [Name des Krankenhauses oder der Praxis]
field-scan = Art der Aufnahme, zum Beispiel MRT des Knies
    .blank = [Art der Aufnahme]
field-when = Datum der Aufnahme
    .blank = [Datum der Aufnahme]

ask-ai = Vor der Aufnahme nach KI fragen
    .what = Krankenhäuser nutzen Computerprogramme (KI), um Aufnahmen zu sortieren, zu messen und zu lesen. Sie dürfen fragen, wie. Fragen Sie, wenn Sie den Termin ausmachen, nicht erst, wenn Sie im Gerät liegen.
    .p1 = Sieht sich ein KI-Programm meine Aufnahme an? Wozu?
    .p2 = Liest auch eine Ärztin oder ein Arzt die Aufnahme, und wer entscheidet?
    .p3 = Verlässt meine Aufnahme dafür das Krankenhaus? Welche Firma bekommt sie, und in welchem Land?
    .p4 = Behält diese Firma meine Aufnahme, oder trainiert sie ihre Programme damit?
    .p5 = Ist das Programm dafür zugelassen, etwa mit CE-Zeichen oder in den USA durch die FDA?
    .p6 = Kann ich Nein sagen, und was ändert sich dann?
    .letter =
        { $today }

        An: { $hospital }, Radiologie

        Sehr geehrte Damen und Herren,

        von mir wird oder wurde bei Ihnen eine Aufnahme gemacht: { $scan }, am { $when }. Ich möchte gern wissen:

        1. Wird ein Computerprogramm (künstliche Intelligenz) für meine Bilder oder meinen Befund benutzt? Wofür?
        2. Sieht sich auch eine Ärztin oder ein Arzt die Bilder an, und wer entscheidet?
        3. Werden meine Bilder oder Daten dafür außer Haus gegeben? An wen und in welches Land?
        4. Behält sie jemand, oder werden damit Programme trainiert oder getestet?
        5. Kann ich zu etwas davon Nein sagen, und was würde sich für mich ändern?

        Bitte antworten Sie mir schriftlich.

        Mit freundlichen Grüßen
        { $name }
        { $address }

opt-out = Nein sagen zu Forschung und KI-Training
    .what = Krankenhäuser können Aufnahmen für die Forschung weitergeben. Oft nehmen sie vorher den Namen weg. Sie können sie bitten, das nicht zu tun.
    .p1 = In der EU und in Großbritannien können Sie widersprechen (DSGVO, Artikel 21). Einen Brief dafür finden Sie unter „Das Recht kennen: Europa“.
    .p2 = Haben Sie früher eine Einwilligung unterschrieben, können Sie sie schriftlich widerrufen (DSGVO, Artikel 7; in den USA 45 CFR 164.508). Das gilt ab dann. Was vorher weitergegeben wurde, lässt sich oft nicht zurückholen.
    .p3 = Ein Nein darf Ihre Behandlung nicht ändern, außer die Behandlung selbst ist Teil einer Studie. Lassen Sie sich das bestätigen.
    .p4 = USA: Aufnahmen ohne Namen dürfen weitergegeben werden, ohne Sie zu fragen (164.514). Auch Forschung, die eine Prüfstelle ohne Ihre Einwilligung erlaubt hat, geht weiter (164.512). Ein Krankenhaus kann trotzdem zusagen, Ihre Aufnahmen auszulassen.
    .p5 = USA: Sie dürfen um Grenzen bitten, wie Ihre Akten für Behandlung, Bezahlung und den Betrieb des Krankenhauses benutzt werden (45 CFR 164.522). Meist darf das Krankenhaus ablehnen. Sagt es zu, muss es sich daran halten, außer im Notfall.
    .letter =
        { $today }

        An: { $hospital }, Datenschutz

        Sehr geehrte Damen und Herren,

        bitte beachten Sie für alle meine Bilder und Unterlagen, darunter { $scan }, { $when }:

        1. Ich bin nicht damit einverstanden, dass sie für Forschung benutzt oder weitergegeben werden, ohne dass ich für diese Studie schriftlich eingewilligt habe.
        2. Ich bin nicht damit einverstanden, dass mit ihnen künstliche Intelligenz trainiert oder getestet wird, auch nicht, wenn mein Name entfernt wurde.
        3. Ich bin nicht damit einverstanden, dass sie verkauft oder lizenziert werden, mit oder ohne meinen Namen.
        4. Habe ich früher in etwas davon eingewilligt, widerrufe ich das ab heute.

        Ich bitte darum nach den Regeln, die für Sie gelten, etwa Artikel 21 DSGVO oder in den USA 45 CFR 164.522(a), und sonst als Bitte an Sie. Bitte teilen Sie mir schriftlich mit, wozu Sie Ja sagen, wozu nicht, und warum. Bitte bestätigen Sie, dass meine Behandlung nicht davon abhängt.

        Mit freundlichen Grüßen
        { $name }
        { $address }

consent = Eine Einwilligung lesen: worauf achten?
    .what = Sie dürfen darum bitten, das Formular mit nach Hause zu nehmen, etwas durchzustreichen und in Ruhe nachzudenken.
    .p1 = Geht es um die Behandlung oder auch um Forschung? Bitten Sie, für beides getrennt zu unterschreiben.
    .p2 = Wer bekommt die Aufnahme: dieses Krankenhaus, eine Universität, eine Firma?
    .p3 = „De-identifiziert“, „pseudonymisiert“, „anonymisiert“: wie genau? Werden aus Kopfaufnahmen die Gesichter entfernt? Wird Schrift aus den Bildern entfernt?
    .p4 = „Künftige Forschung“, „beliebige Zwecke“, „kommerzielle Nutzung“: Das kann KI-Training für den Verkauf heißen.
    .p5 = Kommt die Aufnahme ins Internet oder in eine Datenbank, aus der andere sie herunterladen können?
    .p6 = Wird sie mit anderem verbunden: Genen, anderen Akten, einer Smartwatch?
    .p7 = Wie lange wird sie aufbewahrt? In welchem Land?
    .p8 = Können Sie später aufhören, und was wird dann aus den Kopien?
    .p9 = Sagt Ihnen jemand Bescheid, wenn eine Krankheit gefunden wird?

accounting = Fragen, wer Ihre Unterlagen bekommen hat
    .what = Sie können fragen, wer Ihre Daten bekommen hat. In den USA heißt diese Liste „accounting of disclosures“ (45 CFR 164.528). Der Brief hier ist für die USA.
    .p1 = EU und Großbritannien: Fragen Sie nach Artikel 15 DSGVO, wer Ihre Daten bekommen hat. Der Brief steht unter „Das Recht kennen: Europa“.
    .p2 = USA: Die Liste geht sechs Jahre zurück.
    .p3 = USA: Das Krankenhaus hat 60 Tage Zeit, und 30 mehr, wenn es Ihnen sagt, warum. Die erste Liste in 12 Monaten kostet nichts.
    .p4 = USA: Vieles steht nicht darauf: Behandlung, Bezahlung, der Betrieb des Krankenhauses, worin Sie schriftlich eingewilligt haben, und Aufnahmen ohne Namen oder als „limited data set“.
    .p5 = Fragen Sie deshalb auch danach.
    .letter =
        { $today }

        An: { $hospital }, Privacy Officer

        Sehr geehrte Damen und Herren,

        nach 45 CFR 164.528 bitte ich um eine Liste der Weitergaben meiner Gesundheitsdaten („accounting of disclosures“) in den letzten sechs Jahren, darunter meine Bilder: { $scan }, { $when }.

        Bitte sagen Sie mir, soweit Sie können, auch, ob meine Bilder weitergegeben wurden

        - für Forschung, und mit welcher Genehmigung oder Ausnahme,
        - in de-identifizierter Form oder als „limited data set“, und an wen,
        - an Firmen, die künstliche Intelligenz anbieten.

        Bitte schicken Sie die Liste an die Adresse unten.

        Mit freundlichen Grüßen
        { $name }
        { $address }

complain = Sich beim Datenschutz beschweren
    .what = In der EU und in Großbritannien wenden Sie sich an den Datenschutzbeauftragten des Krankenhauses. In den USA muss jedes Krankenhaus, für das HIPAA gilt, jemanden haben, der Beschwerden annimmt (45 CFR 164.530).
    .p1 = Sagen Sie, was geschehen ist, wann, und was Sie möchten.
    .p2 = Schicken Sie keine Aufnahme und keinen Befund mit. Behalten Sie eine Kopie des Briefes.
    .p3 = In der EU können Sie sich auch bei der Datenschutzbehörde Ihres Landes beschweren (DSGVO, Artikel 77). In Deutschland ist es meist die des Bundeslandes.
    .p4 = In Großbritannien beschweren Sie sich zuerst beim Krankenhaus. Seit dem 19. Juni 2026 muss es innerhalb von 30 Tagen bestätigen, dass die Beschwerde da ist. Hilft das nicht, gehen Sie zum ICO.
    .p5 = In den USA können Sie sich auch beim Office for Civil Rights (HHS) beschweren, innerhalb von 180 Tagen, nachdem Sie davon erfahren haben (45 CFR 160.306).
    .p6 = Man darf Sie dafür nicht bestrafen.
    .letter =
        { $today }

        An: { $hospital }, Datenschutz

        Sehr geehrte Damen und Herren,

        ich möchte mich darüber beschweren, wie mit meinen Gesundheitsdaten umgegangen wurde.

        Was geschehen ist: [bitte beschreiben]
        Wann: [Datum]
        Es geht um: { $scan }, { $when }

        Bitte teilen Sie mir mit, was Sie herausfinden, wer meine Daten gesehen hat, was Sie tun, damit es nicht wieder geschieht, und was ich tun kann, um mich zu schützen.

        Bitte antworten Sie schriftlich innerhalb von 30 Tagen.

        Mit freundlichen Grüßen
        { $name }
        { $address }

apps = Portale und andere Apps prüfen
    .what = Ein Krankenhaus ist an den Datenschutz gebunden. In Europa gilt die DSGVO auch für Apps. In den USA gilt HIPAA oft nicht für eine App, die Sie selbst wählen: Was Sie dorthin senden, steht dann unter deren eigenen Regeln.
    .p1 = Wer macht die App, und womit verdient die Firma Geld?
    .p2 = Suchen Sie in ihren Regeln nach „weitergeben“, „Partner“, „trainieren“, „Dienste verbessern“ und „de-identifiziert“ oder „anonymisiert“.
    .p3 = Können Sie Ihre Daten löschen, und nicht nur das Konto?
    .p4 = Suchen Sie in Ihrem Portal nach „verbundenen Apps“. Entfernen Sie, was Sie nicht nutzen.
    .p5 = Schalten Sie die Anmeldung in zwei Schritten ein.
    .p6 = Fügen Sie keinen Befund und keine Aufnahme in einen Chat mit einer KI ein, außer Sie würden sie jedem zeigen.

mail = Lieber das Portal als E-Mail
    .what = Eine E-Mail kann unterwegs gelesen werden und bleibt jahrelang in vielen Postfächern. Aufnahmen sind groß, und der Name steckt darin.
    .p1 = Schicken Sie Aufnahmen über das Portal des Krankenhauses, oder bringen Sie die CD mit.
    .p2 = Wenn es E-Mail sein muss: Nehmen Sie zuerst Ihren Namen heraus, sichern Sie dann die ZIP-Datei mit einem Passwort, und sagen Sie das Passwort am Telefon.
    .p3 = Ein Link zu einem Ordner in der Cloud: Setzen Sie ein Ende und ein Passwort, und löschen Sie ihn danach.
    .p4 = Bitten Sie die andere Seite, alles zu löschen, wenn sie fertig ist.

access = Ihre eigenen Aufnahmen und Unterlagen bekommen
    .what = Sie haben ein Recht auf eine Kopie: Artikel 15 DSGVO in der EU und in Großbritannien, HIPAA (45 CFR 164.524) in den USA. Bitten Sie um DICOM-Dateien, nicht um Fotos vom Bildschirm.
    .p1 = EU und Großbritannien: innerhalb eines Monats, bis zu zwei mehr, wenn es schwierig ist. Die erste Kopie ist kostenlos.
    .p2 = USA: innerhalb von 30 Tagen, einmal 30 mehr. Das Krankenhaus darf verlangen, was die Kopie kostet.
    .p3 = Sie müssen nicht sagen, wofür Sie sie brauchen.
    .p4 = Ist etwas falsch? Sie können verlangen, dass es berichtigt wird (DSGVO, Artikel 16; 45 CFR 164.526).
    .letter =
        { $today }

        An: { $hospital }, Archiv

        Sehr geehrte Damen und Herren,

        ich bitte um eine vollständige Kopie meiner Bilder im DICOM-Format, mit den Befunden: { $scan }, { $when }. Ich bitte darum nach Artikel 15 DSGVO, nach 45 CFR 164.524 (HIPAA) oder nach dem Gesetz, das für Sie gilt.

        Bitte schicken Sie sie über Ihr Portal oder auf einer CD oder einem Stick.

        Mit freundlichen Grüßen
        { $name }
        { $address }

law-us = Das Recht kennen: USA
    .what = HIPAA gilt in allen Bundesstaaten für Krankenhäuser, Ärzte und Krankenversicherungen. Die Staaten können mehr verlangen.
    .p1 = HIPAA (1996, Regeln in 45 CFR 160 und 164): Ihre Aufnahme darf für Behandlung, Bezahlung und den Betrieb des Krankenhauses benutzt werden, ohne Sie zu fragen. Anderes braucht Ihre schriftliche Einwilligung oder eine Regel, die es erlaubt. Ohne Namen gilt HIPAA nicht mehr.
    .p2 = Kalifornien: Der Confidentiality of Medical Information Act (Civil Code 56) gilt auch für viele Gesundheits-Apps. Seit dem 1. Januar 2025 muss eine Nachricht über Ihre Gesundheit, die eine KI geschrieben hat, das sagen, und wie Sie einen Menschen erreichen, außer eine Fachkraft hat sie vorher gelesen (AB 3030).
    .p3 = Kalifornien: Seit dem 1. Januar 2025 darf eine KI Ihnen nicht allein eine Behandlung als unnötig verweigern. Eine Ärztin, ein Arzt oder eine andere Fachkraft muss entscheiden (SB 1120, für Krankenversicherungen).
    .p4 = Colorado: Das KI-Gesetz von 2024 (SB 24-205) wurde verschoben und trat nie in Kraft. An seiner Stelle muss eine Firma Ihnen ab dem 1. Januar 2027 sagen, wenn ein Computerprogramm viel Einfluss auf eine Entscheidung über Ihre Gesundheitsversorgung oder Versicherung hat. Fällt sie gegen Sie aus, muss die Firma sie erklären, und Sie können verlangen, dass ein Mensch noch einmal hinsieht (SB 26-189, unterschrieben am 14. Mai 2026).
    .p5 = Colorado: Der Privacy Act (seit 1. Juli 2023) verlangt Ihre Einwilligung, bevor Gesundheitsdaten benutzt werden, aber nicht dort, wo HIPAA gilt.
    .p6 = Texas: Seit dem 1. Januar 2026 muss man Ihnen sagen, wenn bei Ihrer Behandlung KI benutzt wird (HB 149), und seit dem 1. September 2025, wenn KI hilft herauszufinden, was Sie haben (SB 1188).
    .p7 = Washington: Der My Health My Data Act (seit 31. März 2024) gilt für Apps und Firmen, für die HIPAA nicht gilt.
    .p8 = Apps in den ganzen USA: Nach der Health Breach Notification Rule (16 CFR 318, erneuert am 29. Juli 2024) müssen sie Ihnen sagen, wenn Ihre Daten nach außen gelangt sind.
    .p9 = Ihr Staat fehlt? Suchen Sie seinen Namen mit „medical records privacy“ und „AI disclosure“, oder fragen Sie seinen Attorney General.

law-eu = Das Recht kennen: Europa
    .what = In der EU, in Norwegen, Island und Liechtenstein, und in eigener Form in Großbritannien, gilt die DSGVO, für jeden, der Ihre Daten hat, und nicht nur für Krankenhäuser.
    .p1 = Gesundheitsdaten brauchen einen Grund, den das Gesetz nennt, etwa Ihre Behandlung oder Ihre klare Einwilligung (Artikel 9).
    .p2 = Sie können Ihre Daten sehen (15), berichtigen (16), in manchen Fällen löschen lassen (17) und widersprechen (21). Man hat einen Monat Zeit zu antworten (12).
    .p3 = Daten, die sich mit einem Schlüssel auf Sie zurückführen lassen, bleiben Ihre persönlichen Daten, auch ohne Namen, für jeden, der diesen Schlüssel nutzen kann.
    .p4 = Der Europäische Gesundheitsdatenraum (Verordnung 2025/327) erlaubt, Gesundheitsdaten noch einmal für Forschung zu nutzen. Das meiste davon beginnt am 26. März 2029. Sie werden Nein sagen können (Artikel 71).
    .p5 = Deutschland: Was Ihre elektronische Patientenakte an die Forschung gibt, können Sie ablehnen (§ 363 SGB V). England hat den National Data Opt-out für Forschung und Planung.
    .p6 = Im November 2025 hat die EU-Kommission vorgeschlagen, die DSGVO zu ändern („Digital-Omnibus“). Bitte sehen Sie nach, wie es jetzt steht.
    .letter =
        { $today }

        An: { $hospital }, Datenschutzbeauftragte oder Datenschutzbeauftragter

        Sehr geehrte Damen und Herren,

        es geht um meine Bilder und Unterlagen: { $scan }, { $when }.

        1. Nach Artikel 15 DSGVO bitte ich um Auskunft, wofür, auf welcher Rechtsgrundlage und von wem sie benutzt werden, wer sie bekommen hat und wie lange sie gespeichert werden.
        2. Nach Artikel 21 DSGVO widerspreche ich ihrer Nutzung für Forschung und für das Training künstlicher Intelligenz, soweit sie nicht auf meiner Einwilligung beruht. Soweit ich eingewilligt habe, widerrufe ich das (Artikel 7 Absatz 3).
        3. Bitte teilen Sie mir mit, ob sie in ein Land außerhalb der EU gegeben wurden.

        Bitte antworten Sie innerhalb eines Monats (Artikel 12 Absatz 3).

        Mit freundlichen Grüßen
        { $name }
        { $address }

law-else = Das Recht kennen: andere Länder
    .what = Die meisten Länder haben eine Behörde für Datenschutz. Suchen Sie ihren Namen zusammen mit „Gesundheitsdaten“. Einige der Gesetze:
    .p1 = Kanada: Jede Provinz hat ihr eigenes. In Ontario (PHIPA) bekommen Sie innerhalb von 30 Tagen Antwort. Fragen Sie zuerst das Krankenhaus, dann die Datenschutzbehörde der Provinz.
    .p2 = Brasilien: LGPD (Gesetz 13.709 von 2018). Sie können Ihre Daten sehen, erfahren, wer sie bekommen hat, und eine Einwilligung widerrufen (Artikel 18). Eine volle Antwort dauert bis zu 15 Tage (Artikel 19). Beschwerden gehen an die ANPD.
    .p3 = Mexiko: das Datenschutzgesetz vom 20. März 2025. Sie können Ihre Daten sehen, berichtigen oder löschen lassen und widersprechen.
    .p4 = Israel: das Datenschutzgesetz, mit Änderung 13 seit dem 14. August 2025. Sie können Ihre Daten sehen (Abschnitt 13). Krankenhäuser müssen einen Datenschutzbeauftragten haben.
    .p5 = Saudi-Arabien: das Gesetz zum Schutz persönlicher Daten (seit 14. September 2023). Gesundheitsdaten gelten als empfindlich. Die Behörde ist SDAIA.
    .p6 = Indien: der DPDP Act von 2023. Die meisten Ihrer Rechte beginnen im Mai 2027.
    .p7 = Japan: APPI. Sie können verlangen, Ihre Daten zu sehen (Artikel 33). Ihre Krankengeschichte ist besonders geschützt. Für 2026 waren Änderungen geplant, auch zu KI: Sehen Sie nach, wie es steht.
    .p8 = China: PIPL (seit 1. November 2021). Gesundheitsdaten gelten als empfindlich (Artikel 28) und brauchen Ihre gesonderte Einwilligung (29). Sie können sie sehen und kopieren (45) und in manchen Fällen löschen lassen (47).
    .letter =
        { $today }

        An: { $hospital }

        Sehr geehrte Damen und Herren,

        es geht um meine Bilder und Unterlagen: { $scan }, { $when }. Nach dem Datenschutzgesetz, das für Sie gilt, [Name des Gesetzes], bitte ich Sie:

        1. Sagen Sie mir, wofür sie benutzt werden und wer sie bekommen hat.
        2. Schicken Sie mir eine Kopie.
        3. Benutzen Sie sie nicht ohne meine Einwilligung für Forschung oder für das Training künstlicher Intelligenz, und geben Sie sie nicht dafür weiter. Habe ich früher eingewilligt, widerrufe ich das ab heute.

        Bitte antworten Sie schriftlich.

        Mit freundlichen Grüßen
        { $name }
        { $address }
