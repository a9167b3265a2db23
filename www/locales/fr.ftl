# Every sentence of en.ftl, in the language whose tag names this file. Where words are changed there, they are changed here.


## Steps

steps-label = Étapes
step-choose = Choisir
step-review = Vérifier
step-cleaning = Nettoyer
step-done = Enregistrer

## Choose

choose-title = Ajoutez vos images médicales
choose-how = Déposez ici le dossier, le disque, son image ou le fichier zip que l’on vous a remis. Ou choisissez-le :
choose-how-touch = Choisissez le fichier zip, le dossier ou les fichiers que l’on vous a remis :
choose-folder = Choisir un dossier
choose-files = Choisir des fichiers
choose-stay = Tout reste sur cet appareil.
choose-stay-form = Vos propres fichiers restent sur cet appareil. Seules les copies nettoyées partent avec ce formulaire.
choose-sample = Essayer avec un exemple
choose-sample-hint = Un patient inventé, prêt à l’essai.
choose-drop = Lâchez pour ajouter
choose-looking = Parcours du dossier : { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
  }
choose-disabled = L’ajout d’images est désactivé ici.
choose-nothing = Il n’y avait aucun fichier. Choisissez le dossier qui contient vos images.
choose-too-big = Cela fait { $size }. Ce site accepte au plus { $max }.
lacks-pictures = Cette version ne peut pas chercher d’écriture ni de visage dans les images. Elle laisse donc de côté celles qui peuvent en contenir.
lacks-codecs = Cette petite version ne peut pas ouvrir certaines images (JPEG 2000 et JPEG XL). Elle les laisse donc de côté.
lacks-reader = Cette petite version ne peut pas lire l’écriture dans les images. Elle peut donc en masquer plus.
lacks-codecs-reader = Cette petite version peut masquer plus d’écriture que nécessaire, et elle laisse de côté certaines images (JPEG 2000 et JPEG XL).

## Reading

reading-title = Lecture de vos fichiers
reading-hint = Rien n’est encore modifié, et rien n’est envoyé.
reading-count = { $done } sur { $total }
reading-stop = Arrêter
reading-use = Continuer avec ce qui a été lu
reading-found = Trouvé jusqu’ici
progress-reading = Lecture : { $done } sur { $total }
progress-looking = Examen des images : { $done } sur { $total }
progress-cleaning = Nettoyage : { $done } sur { $total }

## Review

review-title = { $studies ->
    [0] Nous n’avons trouvé aucun examen
    [one] Nous avons trouvé { $studies } examen
   *[other] Nous avons trouvé { $studies } examens
  }
review-title-pictures = { $count ->
    [one] Nous avons trouvé { $count } fichier image
   *[other] Nous avons trouvé { $count } fichiers image
  }
review-summary = { $series ->
    [one] { $series } série
   *[other] { $series } séries
  }, { $images ->
    [one] { $images } image
   *[other] { $images } images
  }, { $size }. Rien n’est encore modifié.
review-and-fact = { $first }, { $second }
review-now = { $size } en tout. Rien n’est encore modifié.
review-facts-show = Afficher l’hôpital et la date
review-facts-hide = Masquer l’hôpital et la date
review-count = { $series ->
    [one] { $series } série
   *[other] { $series } séries
  }, { $images ->
    [one] { $images } image
   *[other] { $images } images
  }
review-kind-of = { $kind } : { $part }
review-kind-of-two = { $kind } : { $part } et { $other }
review-unread = { $count ->
    [one] Vous avez arrêté : { $count } fichier n’a pas été lu
   *[other] Vous avez arrêté : { $count } fichiers n’ont pas été lus
  }
review-unread-hint = Ils sont laissés de côté. Nous ne savons pas ce qu’ils contiennent.
review-unread-read = Les lire tous
review-whole = Inclure toutes les séries de cet examen : { $title }
review-whole-short = Toutes les séries de cet examen
review-person = Inclure tous les examens de la personne { $person }
review-person-short = Inclure cette personne
review-out = { $series ->
    [one] Vous avez laissé de côté { $series } série
   *[other] Vous avez laissé de côté { $series } séries
  } : { $images ->
    [one] { $images } image
   *[other] { $images } images
  }.
review-kind-count = { $kind } : { $count }
review-none = Aucun de ces fichiers n’est un examen que cet outil peut lire. Choisissez tout le dossier ou le zip que l’hôpital vous a remis.
review-people = Ces examens concernent { $people } personnes
review-people-check = Vérifiez-les tous. Est-ce que ce sont vos examens, ou avez-vous le droit de les partager ? Sinon, décochez cette personne.
review-people-apart = Elles restent séparées : chaque personne reçoit son propre numéro inventé.
review-people-same = Certaines sont peut-être la même personne : un nom apparaît deux fois ou manque. Nous ne pouvons pas le savoir.
review-people-nameless = Sans nom
review-study-of = Personne { $person } : { $kind }
review-name = Nom
review-birth = Date de naissance
review-id = Numéro de patient
review-date = Date de l’examen
review-hospital = Hôpital
review-description = Description
review-hidden = masqué
review-absent = non indiqué
review-show = Afficher
review-hide = Masquer
review-show-label = Afficher les détails de cet examen
review-hide-label = Masquer les détails de cet examen
review-study = Examen
review-series = Séries de cet examen
review-series-help = Décochez une série pour la laisser de côté.
review-column-include = Inclure
review-column-picture = Image
review-column-series = Série
review-column-images = Images
review-include = Inclure { $series }, { $images ->
    [one] { $images } image
   *[other] { $images } images
  }
review-images = { $images ->
    [one] { $images } image
   *[other] { $images } images
  }
review-pictures = Fichiers image
review-pictures-hint = Photos ou captures d’écran, gardées comme images et non comme examens. Elles ne portent pas de nom : vérifiez que chacune est à vous. Les notes cachées, comme le lieu d’une photo, sont retirées.
review-left-series = Laissé de côté
review-refused = { $count ->
    [one] { $count } de ses fichiers sera laissé de côté
   *[other] { $count } de ses fichiers seront laissés de côté
  }
review-picture = Une image de { $series }
review-no-picture = Pas d’aperçu
review-removes = Ces informations seront retirées
review-removes-hint = Chacune est effacée, nettoyée ou remplacée par une information inventée, dans chaque fichier.
review-counts = Combien de chaque sorte
review-counts-line = { $kind } : { $count } fois
review-stays = Ceci reste
review-look = À regarder
review-left = { $count ->
    [one] { $count } autre élément sera laissé de côté
   *[other] { $count } autres éléments seront laissés de côté
  }
review-left-hint = Ils ne font pas partie de l’examen et contiennent souvent des noms.
review-withheld = { $count ->
    [one] { $count } fichier ne peut pas être inclus
   *[other] { $count } fichiers ne peuvent pas être inclus
  }
review-withheld-hint = Nous ne laissons sortir un fichier que si nous pouvons le vérifier. Pour ceux-ci, nous ne le pouvons pas :
review-start = { $images ->
    [one] Nettoyer { $images } image
   *[other] Nettoyer { $images } images
  }
review-start-none = Cochez au moins une série pour continuer.
review-start-name = Changez le nom pour les examens pour continuer.
review-disc = En faire aussi un disque
review-disc-hint = Les fichiers reçoivent les noms utilisés sur les disques, et une liste que lisent les visionneuses de disques. Elle n’en dit pas plus que les fichiers.
review-back = Choisir autre chose
review-files = Afficher les fichiers
review-more = et { $count } de plus

## What goes and what stays

removes-names = Votre nom
removes-ids = Numéros qui mènent à vous
removes-birth = Votre date de naissance
removes-dates = Vraies dates
removes-places = Hôpital et service
removes-staff = Médecins et personnel
removes-contact = Adresse et téléphone
removes-device = Numéro de série et nom de l’appareil
removes-notes = Notes et commentaires
removes-uids = Numéros techniques qui mènent à l’hôpital
removes-private = Champs cachés des fabricants
removes-graphics = Dessins et texte posés sur l’image
removes-beside = Notes cachées dans les fichiers image
removes-other = Autres informations

## Every field of a file

fields-open = Détails : chaque champ, avant et après
fields-title = Champs d’une image
fields-hint = Pour ceux qui connaissent DICOM. Voici ce qui sera fait à une image du milieu d’une série. Les valeurs ne quittent jamais cet écran.
fields-series = Série
fields-series-find = Chercher une série
fields-series-none = Aucune série ne correspond
fields-which = Afficher
fields-all = Tous les champs
fields-goes = Ce qui part
fields-changes = Ce qui change
fields-stays = Ce qui reste
fields-find = Chercher
fields-show = Afficher les valeurs
fields-count = { $count } champs sur { $of }
fields-none = Impossible de regarder dans cette image.
fields-column-path = Champ
fields-column-action = Ce qui est fait
fields-column-rule = Pourquoi
fields-column-before = Avant
fields-column-after = Après
fields-items = { $count ->
    [one] { $count } entrée
   *[other] { $count } entrées
  }
fields-bytes = { $size } de données
fields-empty = vide
fields-private = { $count ->
    [one] { $count } champ caché du fabricant part aussi.
   *[other] { $count } champs cachés du fabricant partent aussi.
  }
fields-graphics = { $count ->
    [one] { $count } dessin posé sur l’image part aussi.
   *[other] { $count } dessins posés sur l’image partent aussi.
  }
fields-unknown = { $count ->
    [one] { $count } champ que personne ne connaît part aussi.
   *[other] { $count } champs que personne ne connaît partent aussi.
  }
fields-more = { $count ->
    [one] { $count } autre champ n’est pas listé ici. Les mêmes règles valent pour lui.
   *[other] { $count } autres champs ne sont pas listés ici. Les mêmes règles valent pour eux.
  }
action-keep = Reste
action-remove = Retiré
action-replace = Remplacé
action-empty = Vidé
action-clean = Nettoyé à l’intérieur
action-dummy = Rempli de mots qui ne disent rien
action-add = Ajouté
rule-basic = Règles de base
rule-bytes = Données dans lesquelles personne ne peut regarder
rule-code = Code
rule-date = Date ou heure
rule-device-text = Texte de l’appareil lui-même
rule-foreign = N’a pas sa place dans ce type de fichier
rule-grammar = N’a pas la bonne forme
rule-identifier = Contient une information sur vous
rule-required = Doit être présent, donc rempli
rule-statement = Dit ce qui a été fait
rule-term = Mot de la norme
rule-text = Texte libre
rule-uid = Numéro technique
rule-value = Nombres seulement

## Parts of the body: "MRI scan of the knee"

part-body = corps entier
part-spine = colonne vertébrale
part-teeth = dents ou mâchoire
part-eyes = yeux
part-face = visage
part-head = tête
part-neck = cou
part-breast = sein
part-heart = cœur
part-chest = thorax
part-hip = hanche
part-pelvis = bassin
part-belly = ventre
part-knee = genou
part-foot = pied ou cheville
part-leg = jambe
part-shoulder = épaule
part-hand = main ou poignet
part-arm = bras

## What cannot be taken out of a scan

remains-title = Ce qui ne peut pas être retiré de cet examen
remains-sources = Comment le savons-nous ?
remains-photo = Une photo montre la peau, les cicatrices, les tatouages et les bagues tels qu’ils sont.
remains-teeth = Les dents et les plombages sont différents chez chacun. Qui a une autre radio de vos dents peut voir que les deux sont à vous.
    .source = Dents : une étude des radios dentaires de 746 personnes, 2022.
remains-eyes = Les vaisseaux de l’œil sont différents chez chacun. Un ordinateur peut voir que deux images montrent le même œil. Il peut aussi deviner l’âge et le sexe.
remains-face = Les os du visage et les cavités du front restent. Ils sont différents chez chacun.
    .source = Visage : travaux pour la justice qui ont comparé les cavités du front.
remains-head = Le cerveau et le crâne restent. Qui a un autre examen de votre tête peut voir que les deux sont à vous.
    .source = Tête : Schwarz et autres, 2019 (visages tirés d’IRM, comparés à des photos). Sharma et autres, 2026, arXiv 2602.10043 (cerveaux sans visage).
remains-chest = Elle ne montre pas votre visage. Mais un ordinateur peut voir que deux radios du thorax sont de la même personne, même à des années d’écart. Il peut deviner l’âge, le sexe, et combien il y a de graisse et de muscle.
    .source = Radio du thorax : Packhäuser et autres, 2022 (deux radios d’une personne). Alipour et autres, Radiology Advances (RSNA), 2025 (graisse).
remains-bones = Les os sont différents chez chacun. Un ordinateur peut voir que deux radios sont de la même personne.
    .source = Os : l’étude « Radiobiometrics » sur des radios du thorax, du genou, du bassin et de la main, 2025.
remains-surface = Le contour du corps reste, avec les cicatrices et les implants sous la peau.
    .source = Corps : Selfridge et autres, 2023 (examens du corps entier).
remains-vessels = Les vaisseaux restent tels qu’ils sont. Leur trajet est différent chez chacun.
remains-report = Ne collez pas un compte rendu tel quel dans une discussion avec une IA. Ce que l’on y écrit peut être gardé et réapparaître.
remains-guess = Avec presque tout examen, un ordinateur peut deviner l’âge, le sexe et la carrure.
    .source = Carrure : RSNA, mai 2026 (graisse et muscle dans les IRM de 66 608 personnes).
remains-rare = Les implants, les anciennes fractures et les signes rares peuvent mener à vous, si quelqu’un les connaît.
stays-pictures = Les images
    .why = Ce qu’elles montrent ne change pas. Seule l’écriture peut être noircie.
    .why-faces = Ce qu’elles montrent ne change pas, sauf deux choses : l’écriture peut être noircie, et un visage peut être retiré.
stays-dates-moved = Les dates, mais décalées
    .why = Toutes sont décalées du même nombre secret de jours. Le temps entre deux examens reste juste.
stays-dates-true = Vraies dates
    .why = Quand les choses ont été faites, mais pas votre date de naissance.
stays-body = Sexe, âge et mesures du corps
    .why = Comme la taille et le poids. Les médecins et les chercheurs en ont besoin. Un âge de plus de 89 ans devient 90.
stays-settings = Réglages de l’appareil
    .why = Comment l’image a été prise, avec la marque et le modèle de l’appareil.
stays-words = Mots médicaux
    .why = Dans les notes et descriptions, les mots d’une liste de mots médicaux restent. Tous les autres partent.
stays-reports = Comptes rendus, nettoyés
    .why = Les résultats et les mesures restent. Les noms et les mots hors de la liste partent.
stays-graphics = Marques sur l’image
    .why = Les lignes et les flèches restent. Leurs mots sont nettoyés.
stays-hospital = Hôpital et service
    .why = Leurs noms et adresses restent tels quels.
stays-device = Quel appareil c’était
    .why = Son numéro de série et son nom restent, pour pouvoir comparer des examens.
stays-private = Champs cachés des fabricants connus comme sûrs
    .why = Des nombres qui servent à calculer les images. Tous les autres partent.
stays-uids = Numéros techniques
    .why = Ils peuvent mener aux dossiers de l’hôpital, et donc à vous.

## The rules one by one

rules-title = Les règles
rules-share = Faites pour partager avec des personnes que vous ne connaissez pas, comme des chercheurs.
rules-strict = Il reste le moins possible.
rules-clinical = Faites pour un médecin de votre choix : il reste plus.
rules-own = Le site où vous êtes a choisi ces règles.
rules-all = Toutes les règles une par une : { $on } options sur { $all } sont activées
rules-on = Oui
rules-off = Non
option-basic = Règles de base
    .what = Les noms, numéros, lieux, dates et notes partent, sauf si une règle ci-dessous les laisse.
option-clean-pixel-data = Effacer l’écriture des images
    .what = Noircit les lettres de l’image qui pourraient dire qui vous êtes.
option-clean-recognizable-visual-features = Retirer les visages
    .what = Retire le visage des examens de la tête faits de nombreuses couches (scanner, IRM, TEP). Un examen qui peut montrer un visage que nous ne pouvons pas retirer ne passe pas. Si désactivé, les visages restent.
option-clean-graphics = Nettoyer les marques sur l’image
    .what = Garde les lignes et les flèches dessinées sur l’image, et nettoie leurs mots. Si désactivé, elles partent.
option-clean-structured-content = Nettoyer les comptes rendus
    .what = Garde les résultats et les mesures d’un compte rendu, et en retire les noms. Si désactivé, les comptes rendus ne passent pas.
option-clean-descriptors = Nettoyer les notes et descriptions
    .what = Ne garde que les mots d’une liste de mots médicaux. Si désactivé, toutes les notes partent.
option-retain-longitudinal-full-dates = Garder les vraies dates
    .what = Garde toutes les dates et heures telles quelles, mais pas la date de naissance.
option-retain-longitudinal-modified-dates = Décaler les dates
    .what = Décale toutes les dates d’un même nombre secret de jours, pour que le temps entre deux examens reste juste.
option-retain-patient-characteristics = Garder les données du corps
    .what = Garde le sexe, l’âge, la taille, le poids, etc. Un âge de plus de 89 ans devient 90.
option-retain-device-identity = Garder quel appareil c’était
    .what = Garde le numéro de série et le nom de l’appareil, pour pouvoir comparer des examens.
option-retain-uids = Garder les numéros techniques
    .what = Garde les numéros qui relient les fichiers. Ils peuvent mener aux dossiers de l’hôpital.
option-retain-safe-private = Garder les champs sûrs des fabricants
    .what = Garde les champs cachés dont on sait qu’ils ne contiennent que des nombres pour les images. Si désactivé, tous les champs cachés partent.
option-retain-institution-identity = Garder l’hôpital
    .what = Garde le nom et l’adresse de l’hôpital et du service.

## The name on the scans

name-title = Nom à mettre sur les examens
name-hint = Vous pouvez laisser ce champ vide. Nous inventons alors un nom, comme OTTER AMBER.
name-several = Quelques lettres et chiffres y sont ajoutés, pour distinguer les personnes présentes ici.
name-signs = Un nom ne peut pas contenir \ ^ = ni de signes cachés. Écrivez-le sans eux.
name-long = Ce nom est trop long. Utilisez au plus 64 lettres.
name-real = C’est le vrai nom, ou une partie. Si vous continuez, il sera sur les examens, visible de tous.
name-given = Le site où vous êtes met ce nom sur les examens.

## Warnings

warn-head = Un examen de la tête peut encore montrer un visage
    .body = À partir d’un examen de la tête, un ordinateur peut dessiner le visage. Les règles en place ne retirent pas les visages. Ne le partagez qu’avec des personnes à qui vous confieriez une photo de vous.
    .which = Dans ce lot : { $series }.
warn-head-face = Un examen de la tête peut montrer un visage
    .body = À partir d’un examen de la tête, un ordinateur peut dessiner le visage. Nous cherchons les visages et les retirons. Avant tout nettoyage, nous vous montrons la tête avant et après. Si cela échoue, l’examen est laissé de côté.
    .which = Dans ce lot : { $series }.
warn-head-alone = Un examen de la tête peut montrer un visage
    .body = À partir d’un examen de la tête, un ordinateur peut dessiner le visage. Nous cherchons les visages et les retirons. Ces règles ne s’arrêtent pas pour vous montrer l’avant et l’après. Si cela échoue, l’examen est laissé de côté.
    .which = Dans ce lot : { $series }.
warn-head-unknown = Si la tête a été examinée, un visage peut encore se voir
    .body = Nous ne savons pas quelle partie du corps montrent certaines séries. On peut dessiner un visage à partir d’un examen de la tête, et les règles en place ne retirent pas les visages. Regardez les images.
    .which = Dans ce lot : { $series }.
warn-writing = Des noms peuvent être écrits dans les images
    .body = Nous cherchons l’écriture dans les images et vous montrons ce que nous trouvons avant tout nettoyage. Nous pouvons en manquer. Regardez donc les images avant de les partager.
warn-writing-always = Des noms peuvent être écrits dans les images
    .body = Nous cherchons l’écriture dans les images. Puis nous vous montrons chaque série, avant tout nettoyage. Nous pouvons en manquer. Regardez donc avec soin.
warn-writing-alone = Des noms peuvent être écrits dans les images
    .body = Nous cherchons l’écriture dans les images et la noircissons. Ces règles ne s’arrêtent pas pour vous montrer ce qui a été trouvé. Nous pouvons en manquer. Regardez donc les images avant de les partager.
warn-writing-off = Cherchez l’écriture dans les images
    .body = Les règles en place ne cherchent pas de lettres dans les images. Regardez-les toutes avant de les partager.
warn-pictures = Une photo peut montrer qui vous êtes
    .body = Nous cherchons l’écriture dans les fichiers image. Nous ne pouvons pas retirer un visage d’une photo ou d’un dessin de tête, ni un tatouage ou une bague. Regardez chaque image, et laissez-la de côté si elle vous montre.

## The pictures: what was found, what will be black

looking-title = Recherche d’écriture dans les images
looking-hint = Rien n’est encore modifié, et rien n’est envoyé.
look-title = Regardez les images
look-lead = Il y a de l’écriture dans certaines images, ou il pourrait y en avoir. Voyez ce qui sera noirci, et corrigez là où nous nous trompons. Rien n’est encore modifié.
look-lead-always = Les règles en place vous demandent de regarder d’abord les images. Voyez ce qui sera noirci, et corrigez là où nous nous trompons. Rien n’est encore modifié.
look-miss = Nous pouvons manquer de l’écriture. Regardez aussi les bords et les coins des images. Si vous voyez un nom, un numéro ou une date hors des cadres noirs, dessinez un cadre dessus.
look-state-open = À regarder
look-state-right = C’est bon
look-state-out = Laissé de côté
look-found = { $count ->
    [0] Nous n’avons pas trouvé d’écriture qui pourrait dire qui vous êtes (images : { $of }).
    [one] Nous avons trouvé de l’écriture dans { $count } image (sur { $of }).
   *[other] Nous avons trouvé de l’écriture dans { $count } images (sur { $of }).
  }
look-unsearched = { $count ->
    [one] { $count } image n’a pas pu être entièrement examinée. Regardez-la avec soin.
   *[other] { $count } images n’ont pas pu être entièrement examinées. Regardez-les avec soin.
  }
look-lost = { $count ->
    [one] { $count } autre fichier ne peut pas être inclus : il n’est que de l’écriture, ou nous ne pouvons pas ouvrir son image.
   *[other] { $count } autres fichiers ne peuvent pas être inclus : ils ne sont que de l’écriture, ou nous ne pouvons pas ouvrir leurs images.
  }
look-key-gone = Sera noir. Plus personne ne pourra le lire.
look-key-kept = Reste. Nous le pensons sans danger, comme « L » pour la gauche.
look-key-bare = Reste lisible, mais pourrait dire qui vous êtes.
look-boxes = Cadres sur l’image
look-box-gone = { $what } : sera noir
look-box-kept = { $what } : reste
look-where = Image { $at } sur { $of }
look-where-frames = Image { $at } sur { $of }, vue { $frame } sur { $frames }
look-frame = Vue
look-frame-of = Vue { $frame } sur { $frames }
look-previous = Précédente
look-next = Suivante
look-next-found = Suivante avec écriture
look-no-picture = Cette image ne peut pas être affichée ici. En cas de doute, laissez la série de côté.
look-add = Ajouter un cadre
look-added = Un cadre noir a été ajouté.
look-erase = Enlever le cadre
look-erased = Le cadre a été enlevé.
look-leaves = Montrer comme elle sortira
look-help = Appuyez sur un cadre pour passer de noir à gardé. Faites glisser sur l’image pour en dessiner un nouveau. Faites glisser un cadre pour le déplacer, ou son coin pour changer sa taille. Au clavier : Tab va à un cadre, Entrée le bascule, les flèches le déplacent, Maj et une flèche changent sa taille, Suppr enlève un cadre que vous avez dessiné.
look-reach = Vos changements valent pour
look-reach-series = Les { $pictures } images de cette série qui ont la même taille
look-reach-file = Cette image seulement
look-reach-frames = Cette image, toutes ses vues
look-reach-frame = Cette vue seulement
look-stays = Ceci restera lisible.
look-stays-in = { $count ->
    [one] Dans { $count } image, vous laissez de l’écriture qui pourrait dire qui vous êtes.
   *[other] Dans { $count } images, il reste de l’écriture qui pourrait dire qui vous êtes.
  }
look-right = C’est bon
look-out = Laisser cette série de côté
look-in = Reprendre cette série
look-undo = Annuler mes changements
look-go = Retirer mes informations
look-go-hint = Dites d’abord pour chaque série que c’est bon, ou laissez-la de côté.
look-go-none = Toutes les séries sont laissées de côté, il n’y a donc rien à nettoyer.
look-back = Retour
why-region = Un endroit où ce type d’appareil écrit
why-outside = Hors de la partie qui montre l’examen
why-unread = Écriture qui n’a pas pu être lue
why-unknown = Écriture qui peut dire qui vous êtes
why-identifies = Écriture qui dit qui vous êtes
why-harmless = Écriture sans danger
why-drawn = Un cadre que vous avez dessiné

## Faces: the head before and after

searching-title = Recherche de visages
searching-hint = Nous regardons la forme de ce qui a été examiné. Rien n’est encore modifié, et rien n’est envoyé.
face-title = Votre visage
face-lead = À partir d’un examen de la tête, un ordinateur peut dessiner la tête. Voici comment elle apparaît maintenant, et comment elle apparaîtra sans le visage. Rien n’est encore modifié.
face-lead-lost = À partir d’un examen de la tête, un ordinateur peut dessiner le visage. Ici, nous n’avons pas pu le retirer. Rien n’est encore modifié.
face-sure-cut = Nous avons trouvé le visage. Il sera retiré.
face-sure-layer = Nous avons trouvé le visage. Sa peau sera changée.
face-unsure-cut = Nous avons trouvé le visage et le retirerons. Mais nous ne sommes pas sûrs qu’il parte en entier.
face-unsure-layer = Nous avons trouvé le visage et changerons sa peau. Mais nous ne sommes pas sûrs de la changer en entier.
face-compare = Comparez les images.
face-layer = Ceci cache moins que d’habitude.
face-layer-why = Seule la peau du visage change. Les os en dessous restent. À partir des os, un expert peut déduire à quoi un visage a pu ressembler.
face-lost = Il y a peut-être un visage ici, et nous n’avons pas pu le retirer. Il est donc laissé de côté.
face-lost-code = Il y a peut-être un visage ici. Il est donc laissé de côté.
face-no-picture = La tête ne peut pas être dessinée ici.
face-before = Avant
face-after = Après
face-front = De face
face-half-left = De trois quarts gauche
face-half-right = De trois quarts droit
face-left = De profil gauche
face-right = De profil droit
face-alt-before = { $from }, avant : la tête telle qu’elle est
face-alt-after = { $from }, après : la tête telle qu’elle sortira
face-alt-written = { $from } : la tête telle qu’elle sort
face-question-cut = Une partie du visage est-elle encore visible ?
face-question-layer = Peut-on encore voir à quoi ressemble le visage ?
face-help = Regardez les images d’après. Si vous ne les voyez pas bien, choisissez « je ne sais pas ».
face-help-free = Vous pouvez laisser ceci sans réponse.
face-gone-cut = Non, il est parti
face-gone-layer = Non
face-visible = Oui, ou je ne sais pas
face-out = Cet examen sera laissé de côté.
face-go-hint = Répondez d’abord à la question pour chaque tête.
face-stays = Ce qui reste
face-stays-bones = La forme du crâne. Les dents et les oreilles peuvent aussi rester.
face-stays-ears = Les oreilles. Les règles en place les gardent.
face-stays-eyes = Les yeux, mais pas les paupières. Les règles en place les gardent.
face-stays-brain = Le cerveau. Si quelqu’un a un autre examen de vous, un ordinateur peut voir que les deux sont de la même personne.
face-stays-else = Les images isolées et les vues 3D de la même visite peuvent montrer le visage d’une autre façon. Nous les laissons de côté.

## Cleaning

cleaning-title = Nettoyage
cleaning-hint = Chaque fichier est nettoyé, puis relu pour le vérifier. Gardez cette page ouverte.
cleaning-left-seconds = { $seconds ->
    [one] Encore { $seconds } seconde
   *[other] Encore { $seconds } secondes
  }
cleaning-left-minutes = { $minutes ->
    [one] Encore environ { $minutes } minute
   *[other] Encore environ { $minutes } minutes
  }
cleaning-stopped = Arrêté. Vos fichiers sont toujours là.

## Done

done-title = Terminé et vérifié
done-title-none = Rien n’a pu être nettoyé
done-summary = { $images ->
    [one] { $images } image relue ; aucune information sur vous n’y a été trouvée.
   *[other] { $images } images relues ; aucune information sur vous n’y a été trouvée.
  }
done-summary-left = { $images ->
    [one] { $images } image relue ; aucune information sur vous trouvée en dehors de l’image elle-même.
   *[other] { $images } images relues ; aucune information sur vous trouvée en dehors des images elles-mêmes.
  }
done-summary-none = Aucun fichier n’a passé la vérification, il n’y a donc rien à enregistrer. Rien n’a quitté cet appareil.
done-zip = Enregistrer en zip
done-folder = Enregistrer dans un dossier
done-form = Prêt à envoyer. Continuez avec le formulaire ci-dessous.
done-saving = Enregistrement…
done-saved = Enregistré. Vos propres fichiers n’ont pas changé.
done-saving-percent = Enregistrement : { $percent } %
done-stop = Arrêter
done-stopped = Arrêté. Rien n’en a été gardé.
done-partly = { $saved } fichiers sur { $files } sont dans le dossier « { $folder } ». Les autres n’ont pas pu être enregistrés. Si l’examen est sur un disque ou une clé, remettez-le. Puis continuez.
done-go-on = Continuer l’enregistrement
done-share = Envoyer à une autre application
done-shared = Remis à l’autre application.
done-parts = Enregistrer en plusieurs fichiers plus petits
done-parts-hint = Pour l’e-mail, les téléphones et les portails qui refusent les gros fichiers. Toutes les parties ensemble sont vos examens : enregistrez-les toutes.
done-parts-size = Chacune au plus
done-part = Enregistrer la partie { $part } sur { $parts } ({ $size })
done-part-saved = ✓ enregistrée
done-part-kept = La partie { $part } sur { $parts } est enregistrée.
done-part-large = Une seule image est déjà plus grande.
done-save-failed = L’enregistrement n’a pas marché. Si l’examen est sur un disque ou une clé, remettez-le et réessayez.
done-report = Voir le rapport
done-report-hide = Masquer le rapport
done-report-save = Enregistrer le rapport
done-size = { $size } en tout
done-withheld = { $count ->
    [one] { $count } fichier n’a pas pu être vérifié, il n’est donc pas inclus
   *[other] { $count } fichiers n’ont pas pu être vérifiés, ils ne sont donc pas inclus
  }
done-disc-none = La liste pour les visionneuses de disques n’a pas passé notre vérification, elle n’est donc pas là. Les fichiers propres y sont.
done-not-chosen = { $count ->
    [one] { $count } fichier a été laissé de côté, comme vous l’avez choisi.
   *[other] { $count } fichiers ont été laissés de côté, comme vous l’avez choisi.
  }
done-not-read = { $count ->
    [one] { $count } fichier n’a pas été lu, car vous avez arrêté ; il a été laissé de côté.
   *[other] { $count } fichiers n’ont pas été lus, car vous avez arrêté ; ils ont été laissés de côté.
  }
done-cannot = Ce que ceci ne peut pas retirer
done-again = Recommencer
done-back = Revenir à ce qui a été trouvé
done-blackened = { $images ->
    [one] Dans { $images } image, l’écriture a été noircie.
   *[other] Dans { $images } images, l’écriture a été noircie.
  }
done-pictures = { $images ->
    [one] { $images } est un fichier image. Il n’y reste que l’image elle-même.
   *[other] { $images } sont des fichiers image. Il n’y reste que les images elles-mêmes.
  }
done-recompressed = { $images ->
    [one] { $images } photo était enregistrée tournée. Pour la redresser, il a fallu la compresser à nouveau ; elle est un peu moins nette.
   *[other] { $images } photos étaient enregistrées tournées. Pour les redresser, il a fallu les compresser à nouveau ; elles sont un peu moins nettes.
  }
done-staying = { $images ->
    [one] Dans { $images } image, il reste de l’écriture lisible qui pourrait dire qui vous êtes.
   *[other] Dans { $images } images, il reste de l’écriture lisible qui pourrait dire qui vous êtes.
  }
done-unseen = { $images ->
    [one] { $images } image n’a pas été entièrement examinée. Regardez-la avant de la partager.
   *[other] { $images } images n’ont pas été entièrement examinées. Regardez-les avant de les partager.
  }
done-face-removed = { $images ->
    [one] { $images } image montre une tête. Le visage a été retiré.
   *[other] { $images } images montrent une tête. Le visage a été retiré.
  }
done-face-layer = { $images ->
    [one] { $images } image montre une tête. Seule la peau du visage a été changée. Cela cache moins.
   *[other] { $images } images montrent une tête. Seule la peau du visage a été changée. Cela cache moins.
  }
done-face-open = { $images ->
    [one] Dans { $images } image, une partie du visage peut encore se voir. Nous ne sommes pas sûrs, et personne n’a confirmé que tout est parti.
   *[other] Dans { $images } images, une partie du visage peut encore se voir. Nous ne sommes pas sûrs, et personne n’a confirmé que tout est parti.
  }
done-face-kept = { $images ->
    [one] Dans { $images } image, aucun visage n’a été cherché : les règles en place laissent les visages.
   *[other] Dans { $images } images, aucun visage n’a été cherché : les règles en place laissent les visages.
  }
done-heads = Votre tête, telle qu’elle sort
done-heads-hint = Voici ce qu’un ordinateur peut dessiner à partir des fichiers propres.
cannot-writing = L’écriture dans les images qui nous a échappé. Regardez les images avant de les partager.
cannot-faces = Un visage dans des images où nous n’en cherchons pas, comme des photos, des dessins ou des images isolées d’une tête.
cannot-heads = La forme du crâne, et parfois les dents et les oreilles. Et le cerveau : si quelqu’un a un autre examen de vous, un ordinateur peut voir que les deux sont de la même personne.
cannot-anatomy = Votre corps lui-même : os, dents, implants ou un signe rare peuvent encore mener à vous.

## Report

report-title = Rapport
report-hint = Il ne contient ni nom, ni numéro, ni date vous concernant.
report-policy = Règles utilisées
report-found = Trouvés
report-verified = Nettoyés et vérifiés
report-withheld = Non inclus
report-left = Laissés de côté (pas des examens)
report-attributes = Champ par champ : ce qui a été fait
report-column-path = Champ
report-column-action = Ce qui a été fait
report-column-rule = Pourquoi
report-column-count = Fois
report-writing = Les images
report-faces = Visages dans les examens de la tête
report-unchecked = Vérifié par personne
unchecked-writing-in-pixels = L’écriture dans certaines images
unchecked-faces = Les visages dans certaines images
unchecked-anatomy = Ce que dit le corps lui-même
report-tool = Fait par { $name } { $version }

## Failed

failed-title = Cela n’a pas marché
failed-nothing = Rien n’a quitté cet appareil, et vos fichiers n’ont pas changé.
failed-retry = Réessayer

## Form

form-missing = Ajoutez d’abord un examen.
form-working = Attendez que votre examen soit nettoyé et vérifié.
form-unfinished = Terminez d’abord le nettoyage de votre examen.
form-none = Aucun des fichiers n’a pu être nettoyé. Choisissez-en d’autres.

## Why a file is not included: what happened, and what to do

code-archive-encrypted = Le zip est verrouillé par un mot de passe.
    .do = Décompressez-le d’abord avec le mot de passe, puis ajoutez le dossier.
code-archive-method = Il est compressé d’une façon que nous ne pouvons pas lire.
    .do = Décompressez-le sur votre ordinateur, puis ajoutez le dossier.
code-archive-structure = Le zip, l’image de disque ou l’archive est abîmé.
    .do = Téléchargez-le à nouveau, ou demandez une nouvelle copie.
code-archive-mismatch = Un fichier compressé est abîmé.
    .do = Téléchargez-le à nouveau, ou demandez une nouvelle copie.
code-archive-depth = Ceci est compressé trois fois de suite.
    .do = Décompressez-le sur votre ordinateur, puis ajoutez le dossier.
code-cut-off = Le fichier finit trop tôt. Il n’a pas été copié en entier.
    .do = Copiez-le à nouveau depuis le disque ou le portail.
code-structure = Le fichier se contredit, nous ne pouvons donc pas être sûrs de son contenu.
    .do = Demandez une nouvelle copie à l’hôpital.
code-depth = Le fichier a trop de niveaux pour être vérifié.
    .do = Laissez-le de côté, ou demandez une copie simple à l’hôpital.
code-too-many = Le fichier contient plus de champs que nous ne pouvons en vérifier.
    .do = Laissez-le de côté, ou demandez une copie simple à l’hôpital.
code-too-long = Une partie du fichier est plus longue que ce que nous pouvons vérifier.
    .do = Laissez-le de côté, ou demandez une copie simple à l’hôpital.
code-transfer-syntax = Le fichier est enregistré sous une forme que nous ne pouvons pas lire.
    .do = Demandez une copie non compressée à l’hôpital.
code-no-identity = Le fichier ne dit pas ce qu’il est.
    .do = Demandez une nouvelle copie à l’hôpital.
code-deflate = La partie compressée du fichier est abîmée.
    .do = Demandez une nouvelle copie à l’hôpital.
code-pages = Il a plusieurs pages, et nous ne pouvons vérifier qu’une image par fichier.
    .do = Enregistrez chaque page comme une image à part, puis ajoutez-les.
code-pixel-layout = La taille de l’image et ses données ne vont pas ensemble.
    .do = Demandez une nouvelle copie à l’hôpital.
code-pixel-short = Il manque une partie de l’image.
    .do = Copiez-le à nouveau depuis le disque ou le portail.
code-pixel-stream = Impossible de regarder dans l’image compressée, elle pourrait donc cacher quelque chose.
    .do = Demandez une copie non compressée à l’hôpital.
code-pixel-elsewhere = L’image n’est pas dans ce fichier. Le fichier dit seulement où elle est.
    .do = Laissez-le de côté. Seul, il ne sert à rien.
code-document = C’est un document, comme un PDF. Ses pages sont pleines de noms.
    .do = Laissez-le de côté. Si vous en avez besoin, noircissez les noms à la main.
code-report = C’est un compte rendu écrit. Il peut y avoir des noms partout, et les règles en place ne nettoient pas les comptes rendus.
    .do = Laissez-le de côté. Si vous en avez besoin, recopiez la partie médicale à la main.
code-free-text = C’est un compte rendu fait uniquement de mots. Sans ses mots, il ne resterait rien.
    .do = Laissez-le de côté. Si vous en avez besoin, recopiez la partie médicale à la main.
code-video = C’est une vidéo. Des noms y sont souvent écrits.
    .do = Laissez-la de côté.
code-waveform = C’est un enregistrement sonore. Une voix dit qui parle.
    .do = Laissez-le de côté.
code-raw-data = Ce sont les données brutes de l’appareil. Seul son fabricant peut les lire.
    .do = Laissez-les de côté. Les images qui en sont tirées suffisent.
code-object-kind = C’est un type de fichier que nous ne connaissons pas.
    .do = Laissez-le de côté.
code-writing = L’image n’est que de l’écriture, ou nous n’avons pas pu y chercher d’écriture.
    .do = Laissez-le de côté. Si vous en avez besoin, noircissez les noms à la main.
code-codec = Nous n’avons pas pu ouvrir l’image de ce fichier, donc pas pu y chercher d’écriture.
    .do = Demandez une copie non compressée à l’hôpital.
code-face = Il montre peut-être un visage que nous n’avons pas pu retirer, ou le montre d’une autre façon. Nous l’avons donc retenu.
    .do = Laissez-le de côté.
code-mask = L’écriture a été noircie, mais la nouvelle image n’a pas passé notre vérification. Nous avons donc retenu le fichier.
    .do = Demandez une copie non compressée à l’hôpital, ou laissez-le de côté.
code-residue = Après le nettoyage, nous y avons encore trouvé une information sur vous. Nous l’avons donc retenu.
    .do = Laissez-le de côté.
code-conformance = Le fichier nettoyé n’a pas passé notre propre vérification. Nous l’avons donc retenu.
    .do = Laissez-le de côté.
code-policy = Les règles de nettoyage ne sont pas valables.
    .do = Prévenez les responsables de ce site.
    .do = Prévenez les responsables de ce site.
code-policy-conflict = Les règles se contredisent.
    .do = Prévenez les responsables de ce site.
code-key = Ce navigateur n’a pas donné de nombre aléatoire sûr. Nous n’avons donc pas commencé.
    .do = Réessayez dans un autre navigateur.
code-unreadable = Le fichier n’a pas pu être lu. Il a peut-être été déplacé, ou le disque retiré.
    .do = Remettez le disque ou la clé et réessayez.
code-worker-start = La partie qui nettoie n’a pas pu démarrer dans ce navigateur.
    .do = Mettez le navigateur à jour ou essayez-en un autre. Si vous êtes sur le site d’un hôpital, prévenez ses responsables.
code-worker-died = La vérification s’est arrêtée sur ce fichier. Nous l’avons donc retenu.
    .do = Laissez-le de côté, ou réessayez avec moins de fichiers.
code-worker-timeout = La vérification de ce fichier a pris trop de temps. Nous l’avons donc retenu.
    .do = Laissez-le de côté, ou réessayez avec moins de programmes ouverts.
code-memory = Cet appareil a manqué de mémoire pour ce fichier.
    .do = Fermez d’autres programmes, ou essayez sur un ordinateur plus puissant.
code-cancelled = Vous avez arrêté avant que ce fichier soit fini.
    .do = Recommencez pour l’inclure.
code-other = Ce fichier n’a pas pu être vérifié ({ $code }).
    .do = Laissez-le de côté.

## What else is on a disc

what-dicomdir = Table des matières (elle contient votre nom)
what-empty = Fichier vide
what-pdf = Document PDF
what-gif = Image (GIF)
what-picture = Image (HEIC, AVIF, WebP, JPEG 2000)
what-program = Programme
what-text = Fichier texte
what-html = Page web
what-xml = Fichier de données (XML)
what-nifti = Fichier d’examen pour la recherche (NIfTI)
what-iso = Image de disque sans fichiers
what-gzip = Fichier compressé (gzip) sans rien dedans
what-rar = Fichier compressé (RAR). Décompressez-le d’abord, puis ajoutez le dossier.
what-7z = Fichier compressé (7z). Décompressez-le d’abord, puis ajoutez le dossier.
what-packed = Fichier compressé. Décompressez-le d’abord, puis ajoutez le dossier.
what-tar = Fichier compressé (tar) sans fichiers
what-zip = Fichier compressé (zip) sans fichiers
what-video = Vidéo
what-office = Document bureautique
what-not-read = Non lu, car vous avez arrêté
what-unknown = Autre fichier

## Kinds of scan

modality-CT = Scanner
modality-MR = IRM
modality-CR = Radio
modality-DX = Radio
modality-RF = Série de radios
modality-XA = Radio des vaisseaux
modality-MG = Mammographie
modality-US = Échographie
modality-IVUS = Échographie
modality-PT = TEP
modality-NM = Examen de médecine nucléaire
modality-OT = Autre image
modality-SC = Capture d’écran
modality-PX = Radio dentaire
modality-IO = Radio dentaire
modality-OPT = Examen de l’œil
modality-OP = Photo de l’œil
modality-ES = Image de caméra
modality-XC = Photo
modality-SM = Image de microscope
modality-ECG = Tracé du cœur
modality-SR = Compte rendu
modality-DOC = Document
modality-PR = Réglages d’affichage
modality-KO = Liste d’images clés
modality-SEG = Zones marquées
modality-RTSTRUCT = Plan de radiothérapie
modality-RTPLAN = Plan de radiothérapie
modality-RTDOSE = Dose de rayons
modality-PICTURES = Fichier image
modality-other = Examen ({ $modality })

## Sizes

size-kilobytes = { $n } ko
size-megabytes = { $n } Mo
size-gigabytes = { $n } Go

## The report on one page

report-save-page = Enregistrer le rapport à lire ou imprimer
report-core = Empreinte de la partie qui nettoie (SHA-256) :
report-done = Ce qui a été fait
report-why-not = Pourquoi des fichiers ne sont pas inclus

## The page around it

page-skip = Aller à l’outil
page-language = Langue
page-title = Retirez votre nom de vos images médicales
page-lead = Votre IRM, scanner ou radio, prêt à être partagé, sans les informations qui disent qui vous êtes.
    .stays = Tout reste sur cet appareil.
    .offline = Cela marche aussi sans internet.
page-how = Comment ça marche
page-choose = Choisir
    .what = Ajoutez le dossier, le disque ou le zip que l’on vous a remis. Nous le lisons ici, dans ce navigateur.
page-check = Vérifier
    .what = Voyez qui et quoi y est nommé. Rien ne change avant votre accord.
page-save = Enregistrer
    .what = Chaque fichier est nettoyé, puis relu pour le vérifier. Seuls ceux qui passent sont enregistrés. Vos propres fichiers restent tels quels.
page-limits = Ce qu’aucun outil ne peut retirer
page-body = Votre corps est dans l’image.
    .what = Une radio du thorax montre à peu près votre âge, votre sexe et votre carrure. Cela ne peut pas être retiré.
page-head = Une tête a sa propre forme.
    .what = Nous retirons le visage des examens de la tête. Mais le crâne et le cerveau restent, et un ordinateur peut les rapprocher d’un autre examen de vous.
page-rare = Certaines choses sont rares.
    .what = Des dents, des implants, une ancienne fracture ou une maladie rare peuvent mener à une seule personne.
page-writing = L’écriture dans l’image.
    .what = Nous la cherchons, vous montrons ce que nous avons trouvé et la noircissons. Nous pouvons en manquer. Regardez les images.
page-so = Donc : retirez votre nom, et choisissez quand même avec soin à qui vous donnez vos examens.
page-promise = Pas de compte, pas de cookies, pas de comptage des visites. Les règles de cette page lui interdisent d’envoyer quoi que ce soit, et votre navigateur les fait respecter.
page-advice = Cet outil ne donne pas de conseil médical ou juridique. Il suit la norme DICOM pour retirer les informations personnelles des examens (PS3.15, annexe E). Il est fourni tel quel, sans promettre que personne ne pourra jamais dire de qui est un examen.
page-few = Cette petite version ne parle pas toutes les langues : { $languages }.

## The badge that says what is known of the network

badge-online = En ligne. Vos fichiers ne sont pas envoyés.
badge-ready = Prêt : vous pouvez couper internet.
badge-offline = Hors ligne, et ça marche toujours
badge-offline-apart = Hors ligne. Il manque encore des parties de cette page.
badge-get = Préparer pour travailler hors ligne
badge-getting = Les dernières parties arrivent…
badge-failed = Les dernières parties ne sont pas arrivées.

## Keeping the page for use without a network

keep-title = Garder cet outil
keep-what = Il s’ouvre alors sur cet appareil sans internet. Seul l’outil est gardé, environ { $size }. Vos fichiers ne le sont pas.
keep-do = Le garder
keep-doing = Enregistrement de l’outil…
keep-done = Il est gardé. Vous pouvez l’ouvrir sans internet.
keep-failed = Cela n’a pas marché. Rien n’a été gardé.
keep-forget = Ne plus le garder
keep-gone = Il n’est plus gardé.

## What else a person can do

else-title = Que puis-je faire d’autre ?
else-lead = Questions à poser et lettres à copier, sur vos examens, l’IA et vos droits.
else-open = Afficher les étapes et les lettres
else-failed = Ces pages n’ont pas pu être chargées. Connectez-vous, rouvrez la page et appuyez encore une fois sur le bouton.
else-english = Dans cette version, ces pages n’existent qu’en anglais.
