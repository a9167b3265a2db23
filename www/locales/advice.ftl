# What else a person can do, in English: letters to hospitals, with steps and dated sources. `steps.ts` has their order.

advice-title = What else can I do?
advice-legal = General information, not legal advice.
advice-dated = Written in November 2026. Laws change, and each hospital has its own ways. Please check the sources.
advice-fill = Fill in what you like. It goes into the letters below. It stays on this page, and is gone when you close it.
advice-copy = Copy this letter
advice-copied = Copied.
advice-marked = The letter is marked. Copy it with your keyboard or your finger.
advice-print = Print all
advice-save = Save all as text
advice-sources = Sources. They open in a new tab, and only when you press them:

field-name = Your name
field-address = Your address
field-hospital = Hospital or clinic
field-scan = Kind of scan, such as MRI of the knee
field-when = Date of the scan

ask-ai = Ask about AI before the scan
    .what = Hospitals use computer programs (AI) to sort, measure and read scans. You may ask how. Ask when you make the appointment, not when you lie in the scanner.
    .p1 = Will an AI program look at my scan? What for?
    .p2 = Does a doctor read the scan too, and who decides?
    .p3 = Does my scan leave the hospital for this? Which company gets it, and in which country?
    .p4 = Does that company keep my scan, or use it to train its programs?
    .p5 = Is the program cleared for this use, such as by the FDA or with a CE mark?
    .p6 = Can I say no, and what changes if I do?
    .letter =
        { $today }

        To: { $hospital }, Radiology

        Dear Sir or Madam,

        I have, or will have, a scan with you: { $scan }, on { $when }. Before that I would like to know:

        1. Will a computer program (artificial intelligence) be used on my images or my report? For what?
        2. Will a doctor read the images as well, and who decides?
        3. Will my images or my data be sent outside the hospital for this? To whom, and to which country?
        4. Will anyone keep them, or use them to train or test programs?
        5. May I say no to any of this, and what would change for me?

        Please answer in writing.

        Yours faithfully,
        { $name }
        { $address }

opt-out = Say no to research and AI training
    .what = Hospitals may share scans for research. Often they first take out the name. In the USA they may then share them without asking you. You can still ask them not to.
    .p1 = In the USA you have the right to ask for limits (45 CFR 164.522). The hospital may say no to most of them. If it says yes, it must keep its word.
    .p2 = Scans without names (45 CFR 164.514) are not under that law. A hospital can still agree to leave yours out.
    .p3 = If you signed a consent form before, you may take it back in writing. That counts from then on. What was shared before often cannot be called back.
    .p4 = Saying no must not change your treatment. Ask them to confirm that.
    .letter =
        { $today }

        To: { $hospital }, Privacy Officer

        Dear Sir or Madam,

        Please note the following for all my images and records, among them: { $scan }, { $when }.

        1. I do not agree that they are used or shared for research, without my written consent for that study.
        2. I do not agree that they are used or shared to train or test artificial intelligence, also where my name has been taken out.
        3. I do not agree that they are sold or licensed, with or without my name.
        4. If I have agreed to any of this before, I take that back from today.

        Where the law lets you decide, I ask for a restriction under 45 CFR 164.522(a), or the rule that applies to you. Please tell me in writing what you agree to, what you do not, and why. Please confirm that my treatment does not depend on this.

        Yours faithfully,
        { $name }
        { $address }

consent = Read a consent form: what to look for
    .what = You may take the form home. You may cross things out and ask. Nobody may rush you.
    .p1 = Is it about treatment, or also about research? These should be two signatures.
    .p2 = Who gets the scan: this hospital, a university, a company?
    .p3 = "De-identified": how? Are faces taken out of head scans? Is writing in the pictures taken out?
    .p4 = "Future research", "any purpose", "commercial use": this can mean AI training for sale.
    .p5 = Will the scan be put on the internet, or in a database that others can download?
    .p6 = Is it joined with other things: genes, other records, a smartwatch?
    .p7 = How long is it kept? In which country?
    .p8 = Can you stop later, and what happens to copies then?
    .p9 = Will someone tell you if they find an illness?

accounting = Ask who got your records
    .what = In the USA you can ask for a list of those who got your health records: an "accounting of disclosures" (45 CFR 164.528).
    .p1 = It goes back six years.
    .p2 = They have 60 days, and may take 30 more if they tell you why.
    .p3 = The first list in 12 months is free.
    .p4 = Much is not on it: treatment, payment, the hospital's own running, what you agreed to, and scans shared without names. So ask about those as well.
    .letter =
        { $today }

        To: { $hospital }, Privacy Officer

        Dear Sir or Madam,

        Under 45 CFR 164.528 I ask for an accounting of disclosures of my health information for the last six years, among it my images: { $scan }, { $when }.

        Please also tell me, as far as you can, whether my images were shared

        - for research, and under which approval or waiver,
        - in de-identified form or as a limited data set, and with whom,
        - with companies that offer artificial intelligence.

        Please send the list to the address below.

        Yours faithfully,
        { $name }
        { $address }

complain = Complain to the privacy officer
    .what = Each hospital in the USA must have somebody who takes complaints about privacy. In the EU and the UK it is the data protection officer.
    .p1 = Say what happened, when, and what you want.
    .p2 = Send no scan and no report along. Keep a copy of the letter.
    .p3 = They may not punish you for it.
    .p4 = In the USA you can also complain to the Office for Civil Rights (HHS), within 180 days of when you learnt of it (45 CFR 160.306).
    .p5 = In the EU, complain to your country's data protection authority (GDPR, Article 77); in the UK, to the ICO.
    .letter =
        { $today }

        To: { $hospital }, Privacy Officer

        Dear Sir or Madam,

        I want to complain about how my health information was handled.

        What happened: [say what happened]
        When: [date]
        It concerns: { $scan }, { $when }

        I ask you to tell me what you find, who has seen my information, what you will do so that it does not happen again, and what I can do to protect myself.

        Please answer in writing within 30 days.

        Yours faithfully,
        { $name }
        { $address }

apps = Check portals and other apps
    .what = A hospital is bound by privacy law. An app that you choose yourself often is not: what you send there is then under the app's own rules.
    .p1 = Who makes it, and how does it earn money?
    .p2 = Search its rules for "share", "partners", "train", "improve our services" and "de-identified".
    .p3 = Can you delete your data, and not just the account?
    .p4 = In your portal, look for "linked apps" or "connected apps". Take out those you do not use.
    .p5 = Turn on sign-in in two steps.
    .p6 = Do not paste a report or a scan into a chat with an AI, unless you would show it to anybody.

mail = Use the portal rather than e-mail
    .what = An e-mail can be read on its way, and stays in many mailboxes for years. Scans are big, and their names are inside.
    .p1 = Send scans by the hospital's portal, or bring the disc.
    .p2 = If it must be e-mail: take your name off first, then lock the zip with a password, and tell the password by phone.
    .p3 = A link to a cloud folder: set an end date and a password, and delete it after.
    .p4 = Ask the other side to delete it when they are done.

access = Get your own scans and records
    .what = You have a right to a copy: HIPAA (45 CFR 164.524) in the USA, Article 15 of the GDPR in the EU and the UK. Ask for DICOM files, not for photos of the screen.
    .p1 = USA: within 30 days, once 30 more. They may ask for what the copy costs.
    .p2 = EU and UK: within one month, up to two more if it is hard. The first copy is free.
    .p3 = You need not say why you want it.
    .letter =
        { $today }

        To: { $hospital }, Medical Records

        Dear Sir or Madam,

        I ask for a full copy of my images in DICOM form, with the reports: { $scan }, { $when }. I make this request under 45 CFR 164.524 (HIPAA), or Article 15 of the GDPR, whichever applies to you.

        Please send them by your portal, or on a disc or stick.

        Yours faithfully,
        { $name }
        { $address }

law-us = Know the law: USA
    .what = HIPAA holds in all states for hospitals, doctors and health plans. States can add to it. This is what we know of in November 2026.
    .p1 = HIPAA (1996, rules at 45 CFR 160 and 164): your scan may be used for treatment and payment without asking. Other use needs your consent, or a rule that allows it. Without names it is no longer covered.
    .p2 = California: the Confidentiality of Medical Information Act (Civil Code 56) covers many apps, too. Since 1 January 2025 a message about your health that AI wrote must say so, unless a person has read it (AB 3030).
    .p3 = Colorado: the AI law of 2024 (SB 24-205) never came into force. In its place, from 1 January 2027, a company must tell you when a computer program plays a large part in a decision on your health care or insurance (SB 26-189, signed 14 May 2026). The Colorado Privacy Act asks for consent before health data are used, but not where HIPAA holds.
    .p4 = Texas: since 1 January 2026 you must be told when AI is part of your treatment (HB 149).
    .p5 = Washington: the My Health My Data Act (since 31 March 2024) covers apps and companies that HIPAA does not.
    .p6 = Apps anywhere in the USA: the Health Breach Notification Rule (16 CFR 318, renewed 2024) says that they must tell you when your data got out.

law-eu = Know the law: Europe and elsewhere
    .what = In the EU and the UK the GDPR holds, for everyone who has your data, and not just for hospitals.
    .p1 = Health data need a reason that the law names, such as your treatment or your clear consent (Article 9).
    .p2 = You may see your data (15), have them put right (16), in some cases deleted (17), and object (21). They have one month to answer (12).
    .p3 = Data that can still be led back to you by a key stay your personal data, also without your name.
    .p4 = The European Health Data Space (Regulation 2025/327) lets health data be used again for research. Most of this starts in March 2029. You will be able to say no (Article 71).
    .p5 = England has the National Data Opt-out for research and planning. Germany: what your electronic patient file gives to research, you can refuse there.
    .p6 = Elsewhere, such as in Canada, Brazil (LGPD), Israel, India (DPDP Act 2023), Japan (APPI) and China (PIPL), look for "health data" and the office for data protection.
    .letter =
        { $today }

        To: { $hospital }, Data Protection Officer

        Dear Sir or Madam,

        It concerns my images and records: { $scan }, { $when }.

        1. Under Article 15 of the GDPR, please tell me for what, on which legal ground and by whom they are used, who got them, and how long they are kept.
        2. Under Article 21 of the GDPR I object to their use for research and for training artificial intelligence, where that does not rest on my consent. Where I have consented, I withdraw it (Article 7(3)).
        3. Please tell me whether they were sent outside the EU or the UK.

        Please answer within one month (Article 12(3)).

        Yours faithfully,
        { $name }
        { $address }
