# Ce que l’on peut faire d’autre : des lettres aux hôpitaux, des étapes et des sources datées.

advice-title = Que puis-je faire d’autre ?
advice-legal = Informations générales, pas un conseil juridique.
advice-dated = Vérifié le { $checked }. Les lois changent, et chaque hôpital a ses habitudes. Consultez les sources.
advice-fill = Remplissez ce que vous voulez. Cela s’ajoute aux lettres ci-dessous, reste sur cette page et disparaît quand vous la fermez.
advice-english = Lettres en anglais
    .hint = Pour un hôpital où l’on ne lit pas le français.
advice-copy = Copier cette lettre
advice-copied = Copié.
advice-marked = La lettre est sélectionnée. Copiez-la avec votre clavier ou votre doigt.
advice-print = Tout imprimer
advice-save = Tout enregistrer en texte
advice-sources = Sources, vérifiées le { $checked }. Elles s’ouvrent dans un nouvel onglet, et seulement si vous appuyez dessus :

field-name = Votre nom
    .blank = [votre nom]
field-address = Votre adresse
    .blank = [votre adresse]
field-hospital = Hôpital ou clinique
    .blank = [nom de l’hôpital ou de la clinique]
field-scan = Type d’examen, par exemple IRM du genou
    .blank = [type d’examen]
field-when = Date de l’examen
    .blank = [date de l’examen]

ask-ai = Poser des questions sur l’IA avant l’examen
    .what = Les hôpitaux utilisent des programmes (IA) pour trier, mesurer et lire les images. Vous avez le droit de demander comment. Demandez-le en prenant rendez-vous, pas une fois dans l’appareil.
    .p1 = Un programme d’IA va-t-il regarder mes images ? Pour quoi faire ?
    .p2 = Un médecin les lit-il aussi, et qui décide ?
    .p3 = Mes images sortent-elles de l’hôpital pour cela ? Quelle entreprise les reçoit, et dans quel pays ?
    .p4 = Cette entreprise garde-t-elle mes images, ou s’en sert-elle pour entraîner ses programmes ?
    .p5 = Le programme est-il autorisé pour cet usage, par exemple avec un marquage CE, ou par la FDA aux États-Unis ?
    .p6 = Puis-je refuser, et qu’est-ce que cela change ?
    .letter =
        { $today }

        À : { $hospital }, service de radiologie

        Madame, Monsieur,

        Je passe, ou j’ai passé, un examen chez vous : { $scan }, le { $when }. Je voudrais savoir :

        1. Un programme (intelligence artificielle) est-il utilisé pour mes images ou mon compte rendu ? Pour quoi faire ?
        2. Un médecin regarde-t-il aussi les images, et qui décide ?
        3. Mes images ou mes données sont-elles envoyées hors de l’hôpital pour cela ? À qui, et dans quel pays ?
        4. Quelqu’un les garde-t-il, ou s’en sert-il pour entraîner ou tester des programmes ?
        5. Puis-je refuser tout ou partie de cela, et qu’est-ce que cela changerait pour moi ?

        Je vous remercie de me répondre par écrit.

        Veuillez agréer, Madame, Monsieur, mes salutations distinguées.
        { $name }
        { $address }

opt-out = Refuser la recherche et l’entraînement d’IA
    .what = Les hôpitaux peuvent transmettre des images pour la recherche. Souvent, ils enlèvent d’abord le nom. Vous pouvez leur demander de ne pas le faire.
    .p1 = Dans l’Union européenne et au Royaume-Uni, vous pouvez vous opposer (RGPD, article 21). La lettre se trouve sous « Connaître la loi : Europe ».
    .p2 = Si vous avez déjà signé un consentement, vous pouvez le retirer par écrit (RGPD, article 7 ; aux États-Unis, 45 CFR 164.508). Cela vaut pour la suite. Ce qui a été transmis avant ne peut souvent plus être repris.
    .p3 = Refuser ne doit pas changer vos soins, sauf si ces soins font eux-mêmes partie d’une étude. Demandez-leur de le confirmer.
    .p4 = États-Unis : les images sans nom peuvent être transmises sans vous demander (164.514). La recherche qu’un comité a autorisée sans votre consentement continue aussi (164.512). Un hôpital peut tout de même accepter d’écarter les vôtres.
    .p5 = États-Unis : vous pouvez demander des limites à l’usage de votre dossier pour les soins, le paiement et le fonctionnement de l’hôpital (45 CFR 164.522). Le plus souvent, il peut refuser. S’il accepte, il doit s’y tenir, sauf en urgence.
    .letter =
        { $today }

        À : { $hospital }, délégué à la protection des données

        Madame, Monsieur,

        Merci de noter ce qui suit pour toutes mes images et tous mes documents, dont : { $scan }, { $when }.

        1. Je n’accepte pas qu’ils soient utilisés ou transmis pour la recherche sans mon consentement écrit pour l’étude en question.
        2. Je n’accepte pas qu’ils servent à entraîner ou à tester une intelligence artificielle, même si mon nom a été enlevé.
        3. Je n’accepte pas qu’ils soient vendus ou cédés sous licence, avec ou sans mon nom.
        4. Si j’ai déjà accepté une partie de cela, je retire mon accord à partir d’aujourd’hui.

        Je le demande au titre des règles qui s’appliquent à vous, comme l’article 21 du RGPD ou, aux États-Unis, 45 CFR 164.522(a), et sinon comme une simple demande. Merci de me dire par écrit ce que vous acceptez, ce que vous refusez, et pourquoi. Merci de confirmer que mes soins n’en dépendent pas.

        Veuillez agréer, Madame, Monsieur, mes salutations distinguées.
        { $name }
        { $address }

consent = Lire un formulaire de consentement : à quoi faire attention
    .what = Vous pouvez demander à emporter le formulaire, à rayer des passages, et à avoir le temps de réfléchir.
    .p1 = S’agit-il des soins, ou aussi de la recherche ? Demandez à signer séparément pour chacun.
    .p2 = Qui reçoit les images : cet hôpital, une université, une entreprise ?
    .p3 = « Désidentifié », « pseudonymisé », « anonymisé » : comment, au juste ? Les visages sont-ils enlevés des images de la tête ? L’écriture dans les images est-elle enlevée ?
    .p4 = « Recherches futures », « toute finalité », « usage commercial » : cela peut vouloir dire entraîner une IA destinée à la vente.
    .p5 = Les images seront-elles mises sur internet, ou dans une base que d’autres peuvent télécharger ?
    .p6 = Seront-elles reliées à autre chose : gènes, autres dossiers, montre connectée ?
    .p7 = Combien de temps sont-elles gardées ? Dans quel pays ?
    .p8 = Pouvez-vous arrêter plus tard, et que deviennent alors les copies ?
    .p9 = Quelqu’un vous préviendra-t-il si l’on trouve une maladie ?

accounting = Demander qui a reçu votre dossier
    .what = Vous pouvez demander qui a reçu vos données. Aux États-Unis, cette liste s’appelle « accounting of disclosures » (45 CFR 164.528). La lettre ci-dessous est pour les États-Unis.
    .p1 = Union européenne et Royaume-Uni : demandez qui a reçu vos données (RGPD, article 15). La lettre se trouve sous « Connaître la loi : Europe ».
    .p2 = États-Unis : la liste remonte à six ans.
    .p3 = États-Unis : l’hôpital a 60 jours, et 30 de plus s’il vous dit pourquoi. La première liste en 12 mois est gratuite.
    .p4 = États-Unis : beaucoup de choses n’y figurent pas : les soins, le paiement, le fonctionnement de l’hôpital, ce que vous avez accepté par écrit, et les images transmises sans nom ou sous forme de « limited data set ».
    .p5 = Demandez donc aussi cela.
    .letter =
        { $today }

        À : { $hospital }, Privacy Officer

        Madame, Monsieur,

        Au titre de 45 CFR 164.528, je demande la liste des transmissions de mes données de santé (« accounting of disclosures ») pour les six dernières années, dont mes images : { $scan }, { $when }.

        Merci de me dire aussi, autant que possible, si mes images ont été transmises

        - pour la recherche, et avec quelle autorisation ou dispense,
        - sous forme désidentifiée ou comme « limited data set », et à qui,
        - à des entreprises qui proposent de l’intelligence artificielle.

        Merci d’envoyer la liste à l’adresse ci-dessous.

        Veuillez agréer, Madame, Monsieur, mes salutations distinguées.
        { $name }
        { $address }

complain = Se plaindre auprès du responsable de la vie privée
    .what = Dans l’Union européenne et au Royaume-Uni, adressez-vous au délégué à la protection des données de l’hôpital. Aux États-Unis, chaque hôpital soumis à HIPAA doit avoir quelqu’un qui reçoit les plaintes (45 CFR 164.530).
    .p1 = Dites ce qui s’est passé, quand, et ce que vous voulez.
    .p2 = Ne joignez ni image ni compte rendu. Gardez une copie de la lettre.
    .p3 = Dans l’Union européenne, vous pouvez aussi vous plaindre à l’autorité de protection des données de votre pays, en France la CNIL (RGPD, article 77).
    .p4 = Au Royaume-Uni, plaignez-vous d’abord à l’hôpital. Depuis le 19 juin 2026, il doit confirmer sous 30 jours qu’il a reçu votre plainte. Si cela ne suffit pas, adressez-vous à l’ICO.
    .p5 = Aux États-Unis, vous pouvez aussi vous plaindre à l’Office for Civil Rights (HHS), dans les 180 jours après avoir appris les faits (45 CFR 160.306).
    .p6 = On n’a pas le droit de vous punir pour cela.
    .letter =
        { $today }

        À : { $hospital }, délégué à la protection des données

        Madame, Monsieur,

        Je souhaite me plaindre de la façon dont mes données de santé ont été traitées.

        Ce qui s’est passé : [décrivez les faits]
        Quand : [date]
        Cela concerne : { $scan }, { $when }

        Merci de me dire ce que vous constatez, qui a vu mes données, ce que vous ferez pour que cela ne se reproduise pas, et ce que je peux faire pour me protéger.

        Merci de me répondre par écrit sous 30 jours.

        Veuillez agréer, Madame, Monsieur, mes salutations distinguées.
        { $name }
        { $address }

apps = Vérifier les portails et les autres applications
    .what = Un hôpital doit respecter la loi sur la vie privée. En Europe, le RGPD vaut aussi pour les applications. Aux États-Unis, HIPAA ne s’applique souvent pas à une application que vous choisissez vous-même : ce que vous y envoyez suit alors ses propres règles.
    .p1 = Qui la fait, et comment gagne-t-il de l’argent ?
    .p2 = Cherchez dans ses règles « partager », « partenaires », « entraîner », « améliorer nos services » et « désidentifié » ou « anonymisé ».
    .p3 = Pouvez-vous effacer vos données, et pas seulement le compte ?
    .p4 = Dans votre portail, cherchez « applications connectées ». Retirez celles dont vous ne vous servez pas.
    .p5 = Activez la connexion en deux étapes.
    .p6 = Ne collez ni compte rendu ni image dans un chat avec une IA, sauf si vous les montreriez à tout le monde.

mail = Préférer le portail à l’e-mail
    .what = Un e-mail peut être lu en chemin, et reste des années dans bien des boîtes. Les images sont lourdes, et le nom est dedans.
    .p1 = Envoyez les images par le portail de l’hôpital, ou apportez le CD.
    .p2 = S’il faut un e-mail : enlevez d’abord votre nom, protégez ensuite le fichier ZIP par un mot de passe, et donnez ce mot de passe par téléphone.
    .p3 = Un lien vers un dossier en ligne : mettez une date de fin et un mot de passe, et supprimez-le après.
    .p4 = Demandez à l’autre de tout effacer quand c’est fini.

access = Obtenir vos images et votre dossier
    .what = Vous avez droit à une copie : article 15 du RGPD dans l’Union européenne et au Royaume-Uni, HIPAA (45 CFR 164.524) aux États-Unis. Demandez des fichiers DICOM, pas des photos de l’écran.
    .p1 = Union européenne et Royaume-Uni : sous un mois, jusqu’à deux de plus si c’est difficile. La première copie est gratuite.
    .p2 = États-Unis : sous 30 jours, et une fois 30 de plus. L’hôpital peut demander ce que coûte la copie.
    .p3 = Vous n’avez pas à dire pourquoi vous la voulez.
    .p4 = Quelque chose est faux ? Vous pouvez demander une correction (RGPD, article 16 ; 45 CFR 164.526).
    .letter =
        { $today }

        À : { $hospital }, service des archives médicales

        Madame, Monsieur,

        Je demande une copie complète de mes images au format DICOM, avec les comptes rendus : { $scan }, { $when }. Je le demande au titre de l’article 15 du RGPD, de 45 CFR 164.524 (HIPAA), ou de la loi qui s’applique à vous.

        Merci de les envoyer par votre portail, sur un CD ou sur une clé.

        Veuillez agréer, Madame, Monsieur, mes salutations distinguées.
        { $name }
        { $address }

law-us = Connaître la loi : États-Unis
    .what = HIPAA vaut dans tous les États pour les hôpitaux, les médecins et les assurances maladie. Les États peuvent y ajouter des règles.
    .p1 = HIPAA (1996, règles 45 CFR 160 et 164) : vos images peuvent servir aux soins, au paiement et au fonctionnement de l’hôpital sans vous demander. Tout autre usage exige votre accord écrit, ou une règle qui le permet. Sans nom, elles ne sont plus protégées par HIPAA.
    .p2 = Californie : le Confidentiality of Medical Information Act (Civil Code 56) couvre aussi beaucoup d’applications de santé. Depuis le 1er janvier 2025, un message sur votre santé écrit par une IA doit le dire, et comment joindre une personne, sauf si un professionnel l’a lu avant (AB 3030).
    .p3 = Californie : depuis le 1er janvier 2025, une IA seule ne peut pas vous refuser des soins comme inutiles. Un médecin ou un autre professionnel doit décider (SB 1120, pour les assurances maladie).
    .p4 = Colorado : la loi de 2024 sur l’IA (SB 24-205) a été repoussée et n’est jamais entrée en vigueur. À sa place, à partir du 1er janvier 2027, une entreprise doit vous dire quand un programme pèse lourd dans une décision sur vos soins ou votre assurance. Si elle vous est défavorable, elle doit l’expliquer, et vous pouvez demander qu’une personne l’examine de nouveau (SB 26-189, signée le 14 mai 2026).
    .p5 = Colorado : le Privacy Act (depuis le 1er juillet 2023) exige votre accord avant d’utiliser des données de santé, mais pas là où HIPAA s’applique.
    .p6 = Texas : depuis le 1er janvier 2026, on doit vous dire quand l’IA sert à vos soins (HB 149), et depuis le 1er septembre 2025 quand elle sert à trouver ce que vous avez (SB 1188).
    .p7 = Washington : le My Health My Data Act (depuis le 31 mars 2024) couvre les applications et les entreprises que HIPAA ne couvre pas.
    .p8 = Applications partout aux États-Unis : la Health Breach Notification Rule (16 CFR 318, renouvelée le 29 juillet 2024) les oblige à vous prévenir quand vos données ont fuité.
    .p9 = Votre État n’est pas là ? Cherchez son nom avec « medical records privacy » et « AI disclosure », ou demandez à son Attorney General.

law-eu = Connaître la loi : Europe
    .what = Le RGPD vaut dans l’Union européenne, en Norvège, en Islande et au Liechtenstein, et sous une forme propre au Royaume-Uni, pour tous ceux qui ont vos données, et pas seulement pour les hôpitaux.
    .p1 = Les données de santé exigent un motif prévu par la loi, comme vos soins ou votre consentement clair (article 9).
    .p2 = Vous pouvez voir vos données (15), les faire corriger (16), dans certains cas effacer (17), et vous opposer (21). La réponse doit venir sous un mois (12).
    .p3 = Des données que l’on peut relier à vous avec une clé restent vos données personnelles, même sans votre nom, pour qui peut se servir de cette clé.
    .p4 = L’espace européen des données de santé (règlement 2025/327) permet de réutiliser des données de santé pour la recherche. L’essentiel commence le 26 mars 2029. Vous pourrez refuser (article 71).
    .p5 = L’Angleterre a le National Data Opt-out pour la recherche et la planification. En Allemagne, on peut refuser que le dossier électronique serve à la recherche (§ 363 SGB V).
    .p6 = En novembre 2025, la Commission européenne a proposé de modifier le RGPD (« omnibus numérique »). Vérifiez où cela en est.
    .letter =
        { $today }

        À : { $hospital }, délégué à la protection des données

        Madame, Monsieur,

        Cette lettre concerne mes images et mes documents : { $scan }, { $when }.

        1. Au titre de l’article 15 du RGPD, merci de me dire pour quoi, sur quelle base légale et par qui ils sont utilisés, qui les a reçus, et combien de temps ils sont gardés.
        2. Au titre de l’article 21 du RGPD, je m’oppose à leur usage pour la recherche et pour l’entraînement d’intelligence artificielle, lorsqu’il ne repose pas sur mon consentement. Si j’ai donné mon consentement, je le retire (article 7, paragraphe 3).
        3. Merci de me dire s’ils ont été envoyés hors de l’Union européenne.

        Merci de répondre sous un mois (article 12, paragraphe 3).

        Veuillez agréer, Madame, Monsieur, mes salutations distinguées.
        { $name }
        { $address }

law-else = Connaître la loi : autres pays
    .what = La plupart des pays ont une autorité de protection des données. Cherchez son nom avec « données de santé ». Quelques lois :
    .p1 = Canada : chaque province a la sienne. En Ontario (LPRPS, en anglais PHIPA), vous avez une réponse sous 30 jours. Adressez-vous d’abord à l’hôpital, puis au commissaire à la vie privée.
    .p2 = Brésil : LGPD (loi 13.709 de 2018). Vous pouvez voir vos données, savoir qui les a reçues, et retirer votre accord (article 18). Une réponse complète prend jusqu’à 15 jours (article 19). Les plaintes vont à l’ANPD.
    .p3 = Mexique : la loi sur la protection des données du 20 mars 2025. Vous pouvez voir vos données, les faire corriger ou effacer, et vous opposer.
    .p4 = Israël : la loi sur la protection de la vie privée, avec l’amendement 13 depuis le 14 août 2025. Vous pouvez voir vos données (article 13). Les hôpitaux doivent avoir un responsable de la protection de la vie privée.
    .p5 = Arabie saoudite : la loi sur la protection des données personnelles (depuis le 14 septembre 2023). Les données de santé sont sensibles. L’autorité est la SDAIA.
    .p6 = Inde : le DPDP Act de 2023. La plupart de vos droits commencent en mai 2027.
    .p7 = Japon : APPI. Vous pouvez demander à voir vos données (article 33). Vos antécédents médicaux sont spécialement protégés. Des changements, aussi pour l’IA, étaient prévus en 2026 : vérifiez où cela en est.
    .p8 = Chine : PIPL (depuis le 1er novembre 2021). Les données de santé sont sensibles (article 28) et exigent votre accord séparé (29). Vous pouvez les voir et les copier (45), et les faire effacer dans certains cas (47).
    .letter =
        { $today }

        À : { $hospital }

        Madame, Monsieur,

        Cette lettre concerne mes images et mes documents : { $scan }, { $when }. Au titre de la loi sur la protection des données qui s’applique à vous, [nom de la loi], je vous demande :

        1. de me dire à quoi ils servent, et qui les a reçus ;
        2. de m’en envoyer une copie ;
        3. de ne pas les utiliser ni les transmettre pour la recherche ou pour l’entraînement d’intelligence artificielle sans mon consentement. Si j’ai déjà consenti, je retire mon accord à partir d’aujourd’hui.

        Je vous remercie de me répondre par écrit.

        Veuillez agréer, Madame, Monsieur, mes salutations distinguées.
        { $name }
        { $address }
