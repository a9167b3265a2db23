# The sources of what else a person can do, by their official names, in every language. `.at` is an address that is shown, and opened by a person alone.

source-164-508 = 45 CFR 164.508 (eCFR, USA)
    .at = https://www.ecfr.gov/current/title-45/section-164.508
source-164-512 = 45 CFR 164.512 (eCFR, USA)
    .at = https://www.ecfr.gov/current/title-45/section-164.512
source-164-514 = 45 CFR 164.514 (eCFR, USA)
    .at = https://www.ecfr.gov/current/title-45/section-164.514
source-164-522 = 45 CFR 164.522 (eCFR, USA)
    .at = https://www.ecfr.gov/current/title-45/section-164.522
source-164-524 = 45 CFR 164.524 (eCFR, USA)
    .at = https://www.ecfr.gov/current/title-45/section-164.524
source-164-526 = 45 CFR 164.526 (eCFR, USA)
    .at = https://www.ecfr.gov/current/title-45/section-164.526
source-164-528 = 45 CFR 164.528 (eCFR, USA)
    .at = https://www.ecfr.gov/current/title-45/section-164.528
source-164-530 = 45 CFR 164.530 (eCFR, USA)
    .at = https://www.ecfr.gov/current/title-45/section-164.530
source-160-306 = 45 CFR 160.306 (eCFR, USA)
    .at = https://www.ecfr.gov/current/title-45/section-160.306
source-164 = 45 CFR 164 (eCFR, USA)
    .at = https://www.ecfr.gov/current/title-45/part-164
source-318 = 16 CFR 318 (eCFR, USA)
    .at = https://www.ecfr.gov/current/title-16/part-318
source-ocr = HHS Office for Civil Rights (USA)
    .at = https://www.hhs.gov/hipaa/filing-a-complaint/index.html
source-hhs-apps = HHS: HIPAA, health apps and APIs (USA)
    .at = https://www.hhs.gov/hipaa/for-professionals/privacy/guidance/access-right-health-apps-apis/index.html
source-ca-civ = California Civil Code 56.06
    .at = https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=56.06.
source-ca-3030 = California AB 3030
    .at = https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id=202320240AB3030
source-ca-1120 = California SB 1120
    .at = https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id=202320240SB1120
source-co-189 = Colorado SB 26-189
    .at = https://leg.colorado.gov/bills/sb26-189
source-co-ag = Colorado Attorney General: AI
    .at = https://coag.gov/resources/ai/
source-co-cpa = Colorado Attorney General: Colorado Privacy Act
    .at = https://coag.gov/resources/colorado-privacy-act/
source-tx-149 = Texas HB 149
    .at = https://capitol.texas.gov/BillLookup/History.aspx?LegSess=89R&Bill=HB149
source-tx-1188 = Texas SB 1188
    .at = https://capitol.texas.gov/BillLookup/History.aspx?LegSess=89R&Bill=SB1188
source-wa = Washington RCW 19.373
    .at = https://app.leg.wa.gov/rcw/default.aspx?cite=19.373
source-gdpr = GDPR: Regulation (EU) 2016/679 (EUR-Lex)
    .at = https://eur-lex.europa.eu/eli/reg/2016/679/oj
source-ehds = EHDS: Regulation (EU) 2025/327 (EUR-Lex)
    .at = https://eur-lex.europa.eu/eli/reg/2025/327/oj
source-edpb = European Data Protection Board
    .at = https://www.edpb.europa.eu/
source-uk = Data (Use and Access) Act 2025, section 103 (UK)
    .at = https://www.legislation.gov.uk/ukpga/2025/18/section/103
source-ico = ICO (UK)
    .at = https://ico.org.uk/make-a-complaint/
source-nhs = NHS England: National Data Opt-out
    .at = https://www.nhs.uk/your-nhs-data-matters/
source-de = SGB V § 363 (Deutschland)
    .at = https://www.gesetze-im-internet.de/sgb_5/__363.html
source-canada = Office of the Privacy Commissioner of Canada
    .at = https://www.priv.gc.ca/en/privacy-topics/health-genetic-and-other-body-information/02_05_d_70_phi
source-brazil = LGPD: Lei 13.709/2018 (Brasil)
    .at = https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm
source-mexico = LFPDPPP (México)
    .at = https://www.diputados.gob.mx/LeyesBiblio/pdf/LFPDPPP.pdf
source-israel = הרשות להגנת הפרטיות (Israel)
    .at = https://www.gov.il/he/departments/the_privacy_protection_authority
source-saudi = SDAIA (المملكة العربية السعودية)
    .at = https://sdaia.gov.sa/
source-india = MeitY (भारत)
    .at = https://www.meity.gov.in/
source-japan = 個人情報保護委員会 (日本)
    .at = https://www.ppc.go.jp/
source-china = 国家互联网信息办公室 (中国)
    .at = https://www.cac.gov.cn/
