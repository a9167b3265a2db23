//! Twenty patients who do not exist, and those around them, in ten languages.

/// One patient.
pub struct Person {
    pub name: &'static str,
    pub id: &'static str,
    /// Birth date, and days of two studies.
    pub birth: &'static str,
    pub days: [&'static str; 2],
    pub phone: &'static str,
    pub address: &'static str,
    pub institution: &'static str,
    pub physician: &'static str,
}

macro_rules! people {
    ($($name:literal $id:literal $birth:literal [$one:literal $two:literal] $phone:literal $address:literal $institution:literal $physician:literal;)*) => {
        pub const PEOPLE: &[Person] = &[$(Person {
            name: $name, id: $id, birth: $birth, days: [$one, $two], phone: $phone, address: $address, institution: $institution,
            physician: $physician,
        }),*];
    };
}

people! {
    "Thornbury^Wilhelmina" "TB-4471902" "19480311" ["20190412" "20190930"] "0161 555 0143" "14 Quillfeather Row, Ormsgate" "Ormsgate Infirmary" "Penhallow^Gwendolen";
    "Okonjo^Barnaby" "881-203-447" "19620727" ["20200118" "20210605"] "(415) 555-0177" "2207 Larkmoor Ave, Tressel Bay" "Tresselbay Wexcombe House" "Vanterpool^Ignatius";
    "Müßiggänger^Jürgen" "HN-0093481" "19550205" ["20180702" "20190114"] "+49 30 55501 22" "Kässbohrerstraße 7, Wolfenbüttel" "Klinikum Süderquell" "Großhübner^Anneliese";
    "Pfäffli^Röschen" "CH77120033" "19711119" ["20170308" "20171121"] "+41 44 555 01 88" "Zürlindenweg 3, Rüschegg" "Spital Blüemlisberg" "Käsermann^Ueli";
    "Lefèvre-Dunoyer^Élodie" "FR-550918" "19830614" ["20211010" "20220203"] "01 55 50 01 99" "8 rue des Églantiers, Crécy-la-Forêt" "Hôpital Saint-Gaëtan" "Bézancourt^Thibault";
    "Çelikçapa^Gökçe" "TR 2209183" "19900830" ["20160412" "20180912"] "0312 555 01 44" "Yıldızçeşme Sokak 21, Gölbaşı" "Gülhisar Hastanesi" "Öztürkmen^Şükrü";
    "Núñez Ibáñez^Íñigo" "ES-X4410982" "19580901" ["20140203" "20150817"] "915 550 143" "Calle Peñaflor 19, Logroño" "Hospital Virgen de la Cañada" "Zubiría^Begoña";
    "Wójcikowska^Łucja" "PL66032209184" "19660322" ["20130909" "20140310"] "22 555 01 43" "ul. Świętojańska 5, Łomża" "Szpital Źródlany" "Szczęsny^Bogumił";
    "Кузнецовская^Людмила" "RU-7719204" "19511217" ["20151103" "20160522"] "8 495 555 01 43" "ул. Берёзовая 12, Зареченск" "Больница Зареченская" "Воробьянинов^Пётр";
    "Παπαδημητρίου^Ελευθερία" "GR-3348201" "19691008" ["20120611" "20130120"] "210 555 0143" "Οδός Ανεμώνης 4, Νάουσα" "Νοσοκομείο Ανθούσας" "Χατζηγιάννης^Σταύρος";
    "Watanabe^Kentarou=渡辺橋^健太郎=わたなべばし^けんたろう" "JP-0091827" "19440404" ["20100815" "20110216"] "03-5550-1433" "東雲坂町三丁目" "青葉台橋病院" "Hoshizora^Mitsuki=星空谷^美月";
    "Gim^Huijung=金熙中^熙中=김희중^희중" "KR-8820114" "19750129" ["20190220" "20191111"] "02-555-0143" "서울별빛로 44" "달맞이병원" "Bak^Sera=朴世羅^世羅=박세라^세라";
    "Ouyangzi^Xiaohong=欧阳紫^晓虹" "CN310229184" "19810818" ["20180330" "20200404"] "021-5550-1433" "梧桐巷九号院" "青松岭医院" "Zhugeliang^Ming=诸葛良^明";
    "Nguyễn Phước^Thị Hạnh" "VN-55019283" "19930525" ["20170707" "20181212"] "028 5550 1433" "12 đường Hoa Phượng, Đồng Nai" "Bệnh viện Hồng Liên" "Trịnh^Quốc Bảo";
    "Åkerströmer^Örjan" "19471102-5501" "19471102" ["20090309" "20100101"] "08-555 014 33" "Björkhagsvägen 3, Ängelholm" "Sjukhuset Källvik" "Öhrnbäck^Märta";
    "Delacroix-Vandamme^Marguerite" "BE-440918277" "19390713" ["20110505" "20120606"] "02 555 01 43" "Chaussée de l'Étang 9, Ixelbeke" "Clinique des Aubépines" "Vandenberghe^Lieve";
    "Brancaleoni^Ippolito" "IT-BRNPPL77" "19770101" ["20140714" "20150815"] "06 5550 1433" "Via delle Ginestre 40, Montefosco" "Ospedale San Procopio" "Quagliarella^Fiordaliso";
    "Siqueirense^Araci" "BR-01928374" "19860606" ["20210303" "20220404"] "(11) 5550-1433" "Rua Jabuticabeira 88, Itapecuru" "Hospital Santa Olávia" "Guimarãens^Tomé";
    "Hartigsveld^Joost" "NL-BSN 1199273" "19640216" ["20160229" "20170301"] "020 555 0143" "Kwikstaartlaan 6, Zuiderwoude" "Ziekenhuis De Meerkoet" "Oosterwijck^Fenna";
    "Abernethy-Okafor^Temperance" "MRN0004471" "19280229" ["20190101" "20191231"] "0131 555 0143" "Flat 3, 9 Gorsewater Close" "St. Ethelwynn's Hospice" "McQuarrington^Fergus";
}
