# What else a person can do: letters to hospitals, steps, and dated sources. `www/page/steps.ts` has their order.
# Square brackets in a letter are to be filled in by hand. { $checked } is a date, { $today } another.

advice-title = What else can I do?
advice-legal = General information, not legal advice.
advice-dated = Checked on { $checked }. Laws change, and each hospital has its own ways. Please look at the sources.
advice-fill = Fill in what you like. It goes into the letters below. It stays on this page, and is gone when you close it.
advice-english = Letters in English
    .hint = For a hospital that does not read your language.
advice-copy = Copy this letter
advice-copied = Copied.
advice-marked = The letter is marked. Copy it with your keyboard or your finger.
advice-print = Print all
advice-save = Save all as text
advice-sources = Sources, checked on { $checked }. They open in a new tab, and only when you press them:

field-name = Your name
    .blank = [your name]
field-address = Your address
    .blank = [your address]
field-hospital = Hospital or clinic
    .blank = [name of the hospital or clinic]
field-scan = Kind of scan, such as MRI of the knee
    .blank = [kind of scan]
field-when = Date of the scan
    .blank = [date of the scan]

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

        I have, or will have, a scan with you: { $scan }, on { $when }. I would like to know:

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
    .p1 = In the USA you may ask for limits on how your records are used for treatment, payment and the hospital’s own running (45 CFR 164.522). The hospital may say no to most of them. If it says yes, it must keep to it, except in an emergency.
    .p2 = That rule does not reach research that a review board has allowed without your consent (164.512), nor scans without names (164.514). A hospital can still agree to leave yours out.
    .p3 = If you signed a consent form before, you may take it back in writing (164.508). That counts from then on. What was shared before often cannot be called back.
    .p4 = Saying no must not change your treatment, unless the treatment itself is part of a study. Ask them to confirm that.
    .p5 = In the EU and the UK you can object (GDPR, Article 21). There is a letter for that under “Know the law: Europe”.
    .letter =
        { $today }

        To: { $hospital }, Privacy Officer

        Dear Sir or Madam,

        Please note the following for all my images and records, among them: { $scan }, { $when }.

        1. I do not agree that they are used or shared for research, without my written consent for that study.
        2. I do not agree that they are used or shared to train or test artificial intelligence, also where my name has been taken out.
        3. I do not agree that they are sold or licensed, with or without my name.
        4. If I have agreed to any of this before, I take that back from today.

        I ask for this under the rules that apply to you, such as 45 CFR 164.522(a) in the USA or Article 21 of the GDPR, and otherwise as a request to you. Please tell me in writing what you agree to, what you do not, and why. Please confirm that my treatment does not depend on this.

        Yours faithfully,
        { $name }
        { $address }

consent = Read a consent form: what to look for
    .what = You may ask to take the form home, to cross things out, and for time to think.
    .p1 = Is it about treatment, or also about research? Ask to sign for each apart.
    .p2 = Who gets the scan: this hospital, a university, a company?
    .p3 = “De-identified”: how? Are faces taken out of head scans? Is writing in the pictures taken out?
    .p4 = “Future research”, “any purpose”, “commercial use”: this can mean AI training for sale.
    .p5 = Will the scan be put on the internet, or in a database that others can download?
    .p6 = Is it joined with other things: genes, other records, a smartwatch?
    .p7 = How long is it kept? In which country?
    .p8 = Can you stop later, and what happens to copies then?
    .p9 = Will someone tell you if they find an illness?

accounting = Ask who got your records
    .what = In the USA you can ask for a list of those who got your health records: an “accounting of disclosures” (45 CFR 164.528).
    .p1 = It goes back six years.
    .p2 = They have 60 days, and may take 30 more if they tell you why.
    .p3 = The first list in 12 months is free.
    .p4 = Much is not on it: treatment, payment, the hospital’s own running, what you agreed to in writing, and scans shared without names or as a “limited data set”. So ask about those as well.
    .p5 = In the EU and the UK, ask who got your data under Article 15 of the GDPR. The letter is under “Know the law: Europe”.
    .letter =
        { $today }

        To: { $hospital }, Privacy Officer

        Dear Sir or Madam,

        Under 45 CFR 164.528 I ask for an accounting of disclosures of my health information for the last six years, among it my images: { $scan }, { $when }.

        Please also tell me, as far as you can, whether my images were shared

        - for research, and under which approval or waiver,
        - in de-identified form or as a limited data set, and with whom,
        - with companies that offer artificial intelligence.

        Please send the list to the address below.

        Yours faithfully,
        { $name }
        { $address }

complain = Complain to the privacy officer
    .what = In the USA, each hospital under HIPAA must have somebody who takes complaints about privacy (45 CFR 164.530). In the EU and the UK, ask for the data protection officer.
    .p1 = Say what happened, when, and what you want.
    .p2 = Send no scan and no report along. Keep a copy of the letter.
    .p3 = They may not punish you for it.
    .p4 = In the USA you can also complain to the Office for Civil Rights (HHS), within 180 days of when you learnt of it (45 CFR 160.306).
    .p5 = In the EU, complain to your country’s data protection authority (GDPR, Article 77).
    .p6 = In the UK, complain to the hospital first. Since 19 June 2026 it must confirm within 30 days that it got your complaint. If that does not help, go to the ICO.
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
    .what = A hospital is bound by privacy law. In the USA, an app that you choose yourself often is not bound by HIPAA: what you send there is then under the app’s own rules. In Europe the GDPR holds for apps, too.
    .p1 = Who makes it, and how does it earn money?
    .p2 = Search its rules for “share”, “partners”, “train”, “improve our services” and “de-identified”.
    .p3 = Can you delete your data, and not just the account?
    .p4 = In your portal, look for “linked apps” or “connected apps”. Take out those you do not use.
    .p5 = Turn on sign-in in two steps.
    .p6 = Do not paste a report or a scan into a chat with an AI, unless you would show it to anybody.

mail = Use the portal rather than e-mail
    .what = An e-mail can be read on its way, and stays in many mailboxes for years. Scans are big, and their names are inside.
    .p1 = Send scans by the hospital’s portal, or bring the disc.
    .p2 = If it must be e-mail: take your name off first, then lock the zip with a password, and tell the password by phone.
    .p3 = A link to a cloud folder: set an end date and a password, and delete it after.
    .p4 = Ask the other side to delete it when they are done.

access = Get your own scans and records
    .what = You have a right to a copy: HIPAA (45 CFR 164.524) in the USA, Article 15 of the GDPR in the EU and the UK. Ask for DICOM files, not for photos of the screen.
    .p1 = USA: within 30 days, once 30 more. They may ask for what the copy costs.
    .p2 = EU and UK: within one month, up to two more if it is hard. The first copy is free.
    .p3 = You need not say why you want it.
    .p4 = Is something wrong in it? You may ask to have it put right (45 CFR 164.526; GDPR, Article 16).
    .letter =
        { $today }

        To: { $hospital }, Medical Records

        Dear Sir or Madam,

        I ask for a full copy of my images in DICOM form, with the reports: { $scan }, { $when }. I make this request under 45 CFR 164.524 (HIPAA), Article 15 of the GDPR, or the law that applies to you.

        Please send them by your portal, or on a disc or stick.

        Yours faithfully,
        { $name }
        { $address }

law-us = Know the law: USA
    .what = HIPAA holds in all states for hospitals, doctors and health plans. States can add to it.
    .p1 = HIPAA (1996, rules at 45 CFR 160 and 164): your scan may be used for treatment, payment and the hospital’s own running without asking. Other use needs your written consent, or a rule that allows it. Without names it is no longer covered.
    .p2 = California: the Confidentiality of Medical Information Act (Civil Code 56) covers many health apps, too. Since 1 January 2025 a message about your health that AI wrote must say so, and how to reach a person, unless a professional has read it first (AB 3030).
    .p3 = California: since 1 January 2025 an AI alone may not refuse you care as not needed. A doctor or other professional must decide (SB 1120, for health plans and insurers).
    .p4 = Colorado: the AI law of 2024 (SB 24-205) was put off and never came into force. In its place, from 1 January 2027, a company must tell you when a computer program plays a large part in a decision on your health care or insurance. If it goes against you, it must explain, and you can ask for a person to look again (SB 26-189, signed 14 May 2026).
    .p5 = Colorado: the Privacy Act (since 1 July 2023) asks for consent before health data are used, but not where HIPAA holds.
    .p6 = Texas: since 1 January 2026 you must be told when AI is used in your care (HB 149), and since 1 September 2025 when AI is used to find what you have (SB 1188).
    .p7 = Washington: the My Health My Data Act (since 31 March 2024) covers apps and companies that HIPAA does not.
    .p8 = Apps anywhere in the USA: the Health Breach Notification Rule (16 CFR 318, renewed on 29 July 2024) says that they must tell you when your data got out.
    .p9 = Your state is not here? Search for its name with “medical records privacy” and “AI disclosure”, or ask its attorney general.

law-eu = Know the law: Europe
    .what = In the EU, in Norway, Iceland and Liechtenstein, and in the UK in a form of its own, the GDPR holds, for everyone who has your data, and not just for hospitals.
    .p1 = Health data need a reason that the law names, such as your treatment or your clear consent (Article 9).
    .p2 = You may see your data (15), have them put right (16), in some cases deleted (17), and object (21). They have one month to answer (12).
    .p3 = Data that can be led back to you by a key stay your personal data, also without your name, for those who can use that key.
    .p4 = The European Health Data Space (Regulation 2025/327) lets health data be used again for research. Most of this starts on 26 March 2029. You will be able to say no (Article 71).
    .p5 = England has the National Data Opt-out for research and planning. Germany: what your electronic patient file gives to research, you can refuse (§ 363 SGB V).
    .p6 = In November 2025 the EU Commission proposed to change the GDPR (“Digital Omnibus”). Please look up how it stands now.
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

law-else = Know the law: other countries
    .what = Most countries have an office for data protection. Look for its name and “health data”. Some of the laws:
    .p1 = Canada: each province has its own. In Ontario (PHIPA) you get an answer within 30 days. Ask the hospital first, then the privacy commissioner.
    .p2 = Brazil: LGPD (Law 13.709 of 2018). You may see your data, learn who got them, and take consent back (Article 18). A full answer takes up to 15 days (Article 19). Complaints go to the ANPD.
    .p3 = Mexico: the data protection law of 20 March 2025. You may see your data, have them put right or deleted, and object.
    .p4 = Israel: the Privacy Protection Law, with Amendment 13 since 14 August 2025. You may see your data (section 13). Hospitals must have a privacy protection officer.
    .p5 = Saudi Arabia: the Personal Data Protection Law (since 14 September 2023). Health data are sensitive. The office is SDAIA.
    .p6 = India: the DPDP Act of 2023. Most of your rights start in May 2027.
    .p7 = Japan: APPI. You may ask to see your data (Article 33). Your medical history has special protection. Changes, also for AI, were planned in 2026: look up how it stands.
    .p8 = China: PIPL (since 1 November 2021). Health data are sensitive (Article 28) and need your separate consent (29). You may see and copy them (45), and have them deleted in some cases (47).
    .letter =
        { $today }

        To: { $hospital }

        Dear Sir or Madam,

        It concerns my images and records: { $scan }, { $when }. Under the data protection law that applies to you, [name of the law], I ask you:

        1. Please tell me for what they are used, and who got them.
        2. Please send me a copy.
        3. Please do not use or share them for research or for training artificial intelligence without my consent. If I have consented before, I take that back from today.

        Please answer in writing.

        Yours faithfully,
        { $name }
        { $address }
