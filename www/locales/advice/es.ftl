# Qué más se puede hacer: cartas a hospitales, pasos y fuentes con fecha.

advice-title = ¿Qué más puedo hacer?
advice-legal = Información general, no es asesoría legal.
advice-dated = Comprobado el { $checked }. Las leyes cambian, y cada hospital tiene su manera. Por favor, consulte las fuentes.
advice-fill = Rellene lo que quiera. Pasa a las cartas de abajo. Se queda en esta página y desaparece cuando la cierra.
advice-english = Cartas en inglés
    .hint = Para un hospital donde no leen español.
advice-copy = Copiar esta carta
advice-copied = Copiado.
advice-marked = La carta está seleccionada. Cópiela con el teclado o con el dedo.
advice-print = Imprimir todo
advice-save = Guardar todo como texto
advice-sources = Fuentes, comprobadas el { $checked }. Se abren en otra pestaña, y solo si usted las pulsa:

field-name = Su nombre
    .blank = [su nombre]
field-address = Su dirección
    .blank = [su dirección]
field-hospital = Hospital o clínica
    .blank = [nombre del hospital o de la clínica]
field-scan = Tipo de estudio, por ejemplo resonancia de rodilla
    .blank = [tipo de estudio]
field-when = Fecha del estudio
    .blank = [fecha del estudio]

ask-ai = Preguntar por la IA antes del estudio
    .what = Los hospitales usan programas (IA) para ordenar, medir y leer imágenes. Usted puede preguntar cómo. Pregunte al pedir la cita, no cuando ya está en el aparato.
    .p1 = ¿Un programa de IA va a mirar mis imágenes? ¿Para qué?
    .p2 = ¿También las lee un médico, y quién decide?
    .p3 = ¿Salen mis imágenes del hospital para esto? ¿Qué empresa las recibe, y en qué país?
    .p4 = ¿Esa empresa se queda con mis imágenes, o entrena sus programas con ellas?
    .p5 = ¿Está autorizado el programa para este uso, por ejemplo con la marca CE o, en EE. UU., por la FDA?
    .p6 = ¿Puedo decir que no, y qué cambia entonces?
    .letter =
        { $today }

        A: { $hospital }, Radiología

        Estimados señores:

        Me hacen, o me hicieron, un estudio en su centro: { $scan }, el { $when }. Me gustaría saber:

        1. ¿Se usa un programa (inteligencia artificial) con mis imágenes o mi informe? ¿Para qué?
        2. ¿También mira las imágenes un médico, y quién decide?
        3. ¿Se envían mis imágenes o mis datos fuera del hospital para esto? ¿A quién, y a qué país?
        4. ¿Alguien los guarda, o los usa para entrenar o probar programas?
        5. ¿Puedo negarme a algo de esto, y qué cambiaría para mí?

        Les ruego que me respondan por escrito.

        Atentamente,
        { $name }
        { $address }

opt-out = Decir que no a la investigación y al entrenamiento de IA
    .what = Los hospitales pueden compartir imágenes para investigar. A menudo quitan antes el nombre. Usted puede pedirles que no lo hagan.
    .p1 = En la Unión Europea y el Reino Unido puede oponerse (RGPD, artículo 21). Hay una carta para eso en «Conocer la ley: Europa».
    .p2 = Si antes firmó un consentimiento, puede retirarlo por escrito (RGPD, artículo 7; en EE. UU., 45 CFR 164.508). Vale desde ese momento. Lo que ya se compartió a menudo no se puede recuperar.
    .p3 = Negarse no debe cambiar su tratamiento, salvo que el tratamiento mismo sea parte de un estudio. Pida que se lo confirmen.
    .p4 = EE. UU.: las imágenes sin nombre se pueden compartir sin preguntarle (164.514). También sigue la investigación que un comité permitió sin su consentimiento (164.512). Aun así, un hospital puede aceptar dejar fuera las suyas.
    .p5 = EE. UU.: puede pedir límites a cómo se usa su historial para el tratamiento, el pago y el funcionamiento del hospital (45 CFR 164.522). Casi siempre el hospital puede negarse. Si acepta, debe cumplirlo, salvo en una urgencia.
    .letter =
        { $today }

        A: { $hospital }, Protección de Datos (Privacy Officer)

        Estimados señores:

        Les ruego que tengan en cuenta lo siguiente para todas mis imágenes y documentos, entre ellos: { $scan }, { $when }.

        1. No acepto que se usen o compartan para investigación sin mi consentimiento escrito para ese estudio.
        2. No acepto que se usen o compartan para entrenar o probar inteligencia artificial, tampoco si se ha quitado mi nombre.
        3. No acepto que se vendan ni se cedan con licencia, con o sin mi nombre.
        4. Si antes acepté algo de esto, lo retiro desde hoy.

        Lo pido según las normas que se les aplican, como el artículo 21 del RGPD o, en EE. UU., 45 CFR 164.522(a), y en lo demás como un ruego. Por favor, díganme por escrito qué aceptan, qué no, y por qué. Y confirmen que mi tratamiento no depende de esto.

        Atentamente,
        { $name }
        { $address }

consent = Leer un consentimiento: en qué fijarse
    .what = Puede pedir llevarse el formulario a casa, tachar cosas y tener tiempo para pensar.
    .p1 = ¿Trata del tratamiento, o también de investigación? Pida firmar cada cosa por separado.
    .p2 = ¿Quién recibe las imágenes: este hospital, una universidad, una empresa?
    .p3 = «Desidentificado», «seudonimizado», «anonimizado»: ¿cómo? ¿Se quita la cara en las imágenes de la cabeza? ¿Se quita lo escrito en las imágenes?
    .p4 = «Investigación futura», «cualquier fin», «uso comercial»: puede significar entrenar una IA para venderla.
    .p5 = ¿Se pondrán las imágenes en internet, o en una base que otros pueden descargar?
    .p6 = ¿Se juntan con otras cosas: genes, otros historiales, un reloj inteligente?
    .p7 = ¿Cuánto tiempo se guardan? ¿En qué país?
    .p8 = ¿Puede dejarlo más adelante, y qué pasa entonces con las copias?
    .p9 = ¿Le avisará alguien si encuentran una enfermedad?

accounting = Preguntar quién recibió su historial
    .what = Puede preguntar quién recibió sus datos. En EE. UU. esa lista se llama «accounting of disclosures» (45 CFR 164.528). La carta de aquí es para EE. UU.
    .p1 = Unión Europea y Reino Unido: pregunte quién recibió sus datos (RGPD, artículo 15). La carta está en «Conocer la ley: Europa».
    .p2 = EE. UU.: la lista abarca seis años.
    .p3 = EE. UU.: el hospital tiene 60 días, y 30 más si le dice por qué. La primera lista en 12 meses es gratis.
    .p4 = EE. UU.: mucho no aparece: el tratamiento, el pago, el funcionamiento del hospital, lo que usted aceptó por escrito, y las imágenes compartidas sin nombre o como «limited data set».
    .p5 = Por eso, pregunte también por eso.
    .letter =
        { $today }

        A: { $hospital }, Privacy Officer

        Estimados señores:

        Según 45 CFR 164.528, pido la lista de entregas de mi información de salud («accounting of disclosures») de los últimos seis años, también de mis imágenes: { $scan }, { $when }.

        Díganme también, en lo posible, si mis imágenes se compartieron

        - para investigación, y con qué permiso o exención,
        - en forma desidentificada o como «limited data set», y con quién,
        - con empresas que ofrecen inteligencia artificial.

        Les ruego que envíen la lista a la dirección de abajo.

        Atentamente,
        { $name }
        { $address }

complain = Quejarse ante el responsable de privacidad
    .what = En la Unión Europea y el Reino Unido, diríjase al delegado de protección de datos del hospital. En EE. UU., cada hospital sujeto a HIPAA debe tener a alguien que reciba quejas (45 CFR 164.530).
    .p1 = Diga qué pasó, cuándo, y qué quiere.
    .p2 = No envíe imágenes ni informes. Guarde una copia de la carta.
    .p3 = En la Unión Europea también puede reclamar ante la autoridad de protección de datos de su país, en España la AEPD (RGPD, artículo 77).
    .p4 = En el Reino Unido, quéjese primero al hospital. Desde el 19 de junio de 2026 debe confirmar en 30 días que recibió su queja. Si no basta, acuda a la ICO.
    .p5 = En EE. UU. también puede quejarse ante la Office for Civil Rights (HHS), en los 180 días desde que lo supo (45 CFR 160.306).
    .p6 = No pueden castigarle por ello.
    .letter =
        { $today }

        A: { $hospital }, Protección de Datos (Privacy Officer)

        Estimados señores:

        Quiero quejarme de cómo se trató mi información de salud.

        Qué pasó: [diga qué pasó]
        Cuándo: [fecha]
        Se trata de: { $scan }, { $when }

        Les pido que me digan qué averiguan, quién ha visto mis datos, qué harán para que no vuelva a pasar, y qué puedo hacer para protegerme.

        Les ruego que me respondan por escrito en 30 días.

        Atentamente,
        { $name }
        { $address }

apps = Revisar portales y otras aplicaciones
    .what = Un hospital debe cumplir las leyes de privacidad. En Europa, el RGPD vale también para las aplicaciones. En EE. UU., HIPAA a menudo no vale para una aplicación que usted elige: lo que envíe allí sigue las reglas de la aplicación.
    .p1 = ¿Quién la hace, y cómo gana dinero?
    .p2 = Busque en sus reglas «compartir», «socios», «entrenar», «mejorar nuestros servicios» y «desidentificado» o «anonimizado».
    .p3 = ¿Puede borrar sus datos, y no solo la cuenta?
    .p4 = En su portal, busque «aplicaciones vinculadas» o «conectadas». Quite las que no use.
    .p5 = Active el acceso en dos pasos.
    .p6 = No pegue un informe ni una imagen en un chat con una IA, salvo que se los enseñaría a cualquiera.

mail = Mejor el portal que el correo electrónico
    .what = Un correo se puede leer por el camino, y se queda años en muchos buzones. Las imágenes ocupan mucho, y el nombre va dentro.
    .p1 = Envíe las imágenes por el portal del hospital, o lleve el disco.
    .p2 = Si tiene que ser por correo: quite primero su nombre, proteja el ZIP con una contraseña, y diga la contraseña por teléfono.
    .p3 = Un enlace a una carpeta en la nube: póngale fecha de fin y contraseña, y bórrelo después.
    .p4 = Pida a la otra parte que lo borre todo cuando termine.

access = Obtener sus imágenes y su historial
    .what = Tiene derecho a una copia: artículo 15 del RGPD en la Unión Europea y el Reino Unido, HIPAA (45 CFR 164.524) en EE. UU. Pida archivos DICOM, no fotos de la pantalla.
    .p1 = Unión Europea y Reino Unido: en un mes, hasta dos más si es difícil. La primera copia es gratis.
    .p2 = EE. UU.: en 30 días, y una vez 30 más. Pueden pedirle lo que cuesta la copia.
    .p3 = No tiene que decir para qué la quiere.
    .p4 = ¿Hay algo mal? Puede pedir que lo corrijan (RGPD, artículo 16; 45 CFR 164.526).
    .letter =
        { $today }

        A: { $hospital }, Archivo de historias clínicas

        Estimados señores:

        Pido una copia completa de mis imágenes en formato DICOM, con los informes: { $scan }, { $when }. Lo pido según el artículo 15 del RGPD, 45 CFR 164.524 (HIPAA) o la ley que se les aplique.

        Les ruego que las envíen por su portal, o en un disco o una memoria USB.

        Atentamente,
        { $name }
        { $address }

law-us = Conocer la ley: EE. UU.
    .what = HIPAA vale en todos los estados para hospitales, médicos y seguros de salud. Los estados pueden añadir más.
    .p1 = HIPAA (1996, reglas en 45 CFR 160 y 164): sus imágenes se pueden usar para el tratamiento, el pago y el funcionamiento del hospital sin preguntarle. Otro uso necesita su consentimiento escrito, o una regla que lo permita. Sin nombre, HIPAA ya no las protege.
    .p2 = California: la Confidentiality of Medical Information Act (Civil Code 56) abarca también muchas aplicaciones de salud. Desde el 1 de enero de 2025, un mensaje sobre su salud escrito por una IA debe decirlo, y cómo hablar con una persona, salvo que un profesional lo haya leído antes (AB 3030).
    .p3 = California: desde el 1 de enero de 2025, una IA sola no puede negarle atención por innecesaria. Debe decidir un médico u otro profesional (SB 1120, para seguros de salud).
    .p4 = Colorado: la ley de IA de 2024 (SB 24-205) se aplazó y nunca entró en vigor. En su lugar, desde el 1 de enero de 2027, una empresa debe avisarle cuando un programa pesa mucho en una decisión sobre su atención médica o su seguro. Si la decisión va en su contra, debe explicarla, y usted puede pedir que la revise una persona (SB 26-189, firmada el 14 de mayo de 2026).
    .p5 = Colorado: la Privacy Act (desde el 1 de julio de 2023) exige su consentimiento antes de usar datos de salud, pero no donde vale HIPAA.
    .p6 = Texas: desde el 1 de enero de 2026 deben decirle cuándo se usa IA en su atención (HB 149), y desde el 1 de septiembre de 2025, cuándo se usa para averiguar qué tiene (SB 1188).
    .p7 = Washington: la My Health My Data Act (desde el 31 de marzo de 2024) abarca aplicaciones y empresas que HIPAA no abarca.
    .p8 = Aplicaciones en todo EE. UU.: la Health Breach Notification Rule (16 CFR 318, renovada el 29 de julio de 2024) las obliga a avisarle cuando sus datos se han filtrado.
    .p9 = ¿No está su estado? Busque su nombre con «medical records privacy» y «AI disclosure», o pregunte a su Attorney General.

law-eu = Conocer la ley: Europa
    .what = El RGPD vale en la Unión Europea, Noruega, Islandia y Liechtenstein, y con forma propia en el Reino Unido, para todos los que tienen sus datos, y no solo para hospitales.
    .p1 = Los datos de salud necesitan un motivo que la ley nombre, como su tratamiento o su consentimiento claro (artículo 9).
    .p2 = Puede ver sus datos (15), hacer que los corrijan (16), en algunos casos que los borren (17), y oponerse (21). Tienen un mes para responder (12).
    .p3 = Los datos que se pueden ligar a usted con una clave siguen siendo sus datos personales, también sin su nombre, para quien pueda usar esa clave.
    .p4 = El Espacio Europeo de Datos de Salud (Reglamento 2025/327) permite volver a usar datos de salud para investigar. La mayor parte empieza el 26 de marzo de 2029. Usted podrá decir que no (artículo 71).
    .p5 = Inglaterra tiene el National Data Opt-out para investigación y planificación. En Alemania se puede rechazar que el historial electrónico vaya a la investigación (§ 363 SGB V).
    .p6 = En noviembre de 2025, la Comisión Europea propuso cambiar el RGPD («ómnibus digital»). Por favor, compruebe cómo está ahora.
    .letter =
        { $today }

        A: { $hospital }, Delegado de Protección de Datos

        Estimados señores:

        Se trata de mis imágenes y documentos: { $scan }, { $when }.

        1. Según el artículo 15 del RGPD, les ruego que me digan para qué, con qué base legal y por quién se usan, quién los ha recibido, y cuánto tiempo se guardan.
        2. Según el artículo 21 del RGPD, me opongo a que se usen para investigación y para entrenar inteligencia artificial, cuando no se base en mi consentimiento. Si di mi consentimiento, lo retiro (artículo 7, apartado 3).
        3. Les ruego que me digan si se enviaron fuera de la Unión Europea.

        Les ruego que respondan en un mes (artículo 12, apartado 3).

        Atentamente,
        { $name }
        { $address }

law-else = Conocer la ley: otros países
    .what = La mayoría de los países tiene una autoridad de protección de datos. Busque su nombre con «datos de salud». Algunas de las leyes:
    .p1 = México: la ley de protección de datos del 20 de marzo de 2025. Puede ver sus datos, hacer que los corrijan o borren, y oponerse.
    .p2 = Brasil: LGPD (Ley 13.709 de 2018). Puede ver sus datos, saber quién los recibió, y retirar su consentimiento (artículo 18). Una respuesta completa tarda hasta 15 días (artículo 19). Las quejas van a la ANPD.
    .p3 = Canadá: cada provincia tiene la suya. En Ontario (PHIPA) hay respuesta en 30 días. Pregunte primero al hospital, luego al comisionado de privacidad.
    .p4 = Israel: la Ley de Protección de la Privacidad, con la enmienda 13 desde el 14 de agosto de 2025. Puede ver sus datos (artículo 13). Los hospitales deben tener un responsable de privacidad.
    .p5 = Arabia Saudí: la Ley de Protección de Datos Personales (desde el 14 de septiembre de 2023). Los datos de salud son sensibles. La autoridad es SDAIA.
    .p6 = India: la DPDP Act de 2023. La mayoría de sus derechos empiezan en mayo de 2027.
    .p7 = Japón: APPI. Puede pedir ver sus datos (artículo 33). Su historial médico tiene protección especial. En 2026 había cambios previstos, también sobre IA: compruebe cómo está.
    .p8 = China: PIPL (desde el 1 de noviembre de 2021). Los datos de salud son sensibles (artículo 28) y necesitan su consentimiento aparte (29). Puede verlos y copiarlos (45), y hacer que los borren en algunos casos (47).
    .letter =
        { $today }

        A: { $hospital }

        Estimados señores:

        Se trata de mis imágenes y documentos: { $scan }, { $when }. Según la ley de protección de datos que se les aplica, [nombre de la ley], les pido:

        1. Que me digan para qué se usan y quién los ha recibido.
        2. Que me envíen una copia.
        3. Que no los usen ni los compartan para investigación o para entrenar inteligencia artificial sin mi consentimiento. Si antes lo di, lo retiro desde hoy.

        Les ruego que me respondan por escrito.

        Atentamente,
        { $name }
        { $address }
