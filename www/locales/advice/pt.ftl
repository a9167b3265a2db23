# O que mais se pode fazer: cartas a hospitais, passos e fontes com data.

advice-title = O que mais posso fazer?
advice-legal = Informação geral, não é conselho jurídico.
advice-dated = Verificado em { $checked }. As leis mudam, e cada hospital tem o seu modo. Por favor, veja as fontes.
advice-fill = Preencha o que quiser. Vai para as cartas abaixo. Fica nesta página e desaparece quando você a fecha.
advice-english = Cartas em inglês
    .hint = Para um hospital onde não leem português.
advice-copy = Copiar esta carta
advice-copied = Copiado.
advice-marked = A carta está selecionada. Copie com o teclado ou com o dedo.
advice-print = Imprimir tudo
advice-save = Salvar tudo como texto
advice-sources = Fontes, verificadas em { $checked }. Abrem em outra aba, e só quando você as pressiona:

field-name = Seu nome
    .blank = [seu nome]
field-address = Seu endereço
    .blank = [seu endereço]
field-hospital = Hospital ou clínica
    .blank = [nome do hospital ou da clínica]
field-scan = Tipo de exame, por exemplo ressonância do joelho
    .blank = [tipo de exame]
field-when = Data do exame
    .blank = [data do exame]

ask-ai = Perguntar sobre IA antes do exame
    .what = Hospitais usam programas (IA) para separar, medir e ler imagens. Você pode perguntar como. Pergunte ao marcar o exame, não quando já está no aparelho.
    .p1 = Um programa de IA vai olhar as minhas imagens? Para quê?
    .p2 = Um médico também lê as imagens, e quem decide?
    .p3 = As minhas imagens saem do hospital para isso? Que empresa as recebe, e em que país?
    .p4 = Essa empresa guarda as minhas imagens, ou treina os programas dela com elas?
    .p5 = O programa tem autorização para esse uso, por exemplo da Anvisa, com a marca CE ou da FDA?
    .p6 = Posso dizer não, e o que muda então?
    .letter =
        { $today }

        Para: { $hospital }, Radiologia

        Prezados senhores,

        Faço, ou fiz, um exame com vocês: { $scan }, em { $when }. Gostaria de saber:

        1. Um programa (inteligência artificial) é usado nas minhas imagens ou no meu laudo? Para quê?
        2. Um médico também olha as imagens, e quem decide?
        3. As minhas imagens ou os meus dados são enviados para fora do hospital para isso? A quem, e para que país?
        4. Alguém os guarda, ou os usa para treinar ou testar programas?
        5. Posso dizer não a alguma parte disso, e o que mudaria para mim?

        Peço que respondam por escrito.

        Atenciosamente,
        { $name }
        { $address }

opt-out = Dizer não à pesquisa e ao treino de IA
    .what = Hospitais podem compartilhar imagens para pesquisa. Muitas vezes tiram antes o nome. Você pode pedir que não o façam.
    .p1 = No Brasil, você pode retirar o consentimento e se opor a um uso que não respeite a lei (LGPD, artigos 8 e 18). Na União Europeia e no Reino Unido, pode se opor (RGPD, artigo 21). Há cartas para isso em “Conhecer a lei”.
    .p2 = Se já assinou um consentimento, você pode retirá-lo por escrito (RGPD, artigo 7; nos EUA, 45 CFR 164.508). Vale dali em diante. O que já foi compartilhado muitas vezes não volta.
    .p3 = A recusa não deve mudar o seu tratamento, salvo se o próprio tratamento for parte de um estudo. Peça que confirmem isso.
    .p4 = EUA: imagens sem nome podem ser compartilhadas sem perguntar a você (164.514). A pesquisa que um comitê permitiu sem o seu consentimento também continua (164.512). Mesmo assim, um hospital pode aceitar deixar as suas de fora.
    .p5 = EUA: você pode pedir limites ao uso dos seus registros para tratamento, pagamento e funcionamento do hospital (45 CFR 164.522). Quase sempre o hospital pode recusar. Se aceitar, tem de cumprir, salvo em emergência.
    .letter =
        { $today }

        Para: { $hospital }, Encarregado de Proteção de Dados

        Prezados senhores,

        Peço que observem o seguinte para todas as minhas imagens e documentos, entre eles: { $scan }, { $when }.

        1. Não concordo que sejam usados ou compartilhados para pesquisa sem o meu consentimento escrito para aquele estudo.
        2. Não concordo que sejam usados ou compartilhados para treinar ou testar inteligência artificial, mesmo que o meu nome tenha sido tirado.
        3. Não concordo que sejam vendidos ou licenciados, com ou sem o meu nome.
        4. Se já concordei com algo disso, retiro o meu consentimento a partir de hoje.

        Peço isto conforme as regras que valem para vocês, como o artigo 18 da LGPD, o artigo 21 do RGPD ou, nos EUA, 45 CFR 164.522(a), e no mais como um pedido. Digam-me por escrito, por favor, o que aceitam, o que não, e por quê. Confirmem que o meu tratamento não depende disso.

        Atenciosamente,
        { $name }
        { $address }

consent = Ler um termo de consentimento: em que reparar
    .what = Você pode pedir para levar o termo para casa, riscar partes e ter tempo para pensar.
    .p1 = É sobre o tratamento, ou também sobre pesquisa? Peça para assinar cada um em separado.
    .p2 = Quem recebe as imagens: este hospital, uma universidade, uma empresa?
    .p3 = “Desidentificado”, “pseudonimizado”, “anonimizado”: como? O rosto é tirado das imagens da cabeça? A escrita nas imagens é tirada?
    .p4 = “Pesquisas futuras”, “qualquer finalidade”, “uso comercial”: pode significar treinar IA para vender.
    .p5 = As imagens vão para a internet, ou para uma base que outros podem baixar?
    .p6 = São juntadas com outras coisas: genes, outros registros, um relógio inteligente?
    .p7 = Por quanto tempo são guardadas? Em que país?
    .p8 = Você pode parar depois, e o que acontece então com as cópias?
    .p9 = Alguém avisa você se encontrarem uma doença?

accounting = Perguntar quem recebeu os seus registros
    .what = Você pode perguntar quem recebeu os seus dados. Nos EUA, essa lista se chama “accounting of disclosures” (45 CFR 164.528). A carta aqui é para os EUA.
    .p1 = Brasil: pergunte com quem os seus dados foram compartilhados (LGPD, artigo 18). União Europeia e Reino Unido: RGPD, artigo 15. As cartas estão em “Conhecer a lei”.
    .p2 = EUA: a lista cobre seis anos.
    .p3 = EUA: o hospital tem 60 dias, e mais 30 se disser por quê. A primeira lista em 12 meses é grátis.
    .p4 = EUA: muita coisa não aparece: tratamento, pagamento, funcionamento do hospital, o que você aceitou por escrito, e imagens compartilhadas sem nome ou como “limited data set”.
    .p5 = Por isso, pergunte também por isso.
    .letter =
        { $today }

        Para: { $hospital }, Privacy Officer

        Prezados senhores,

        Com base em 45 CFR 164.528, peço a lista de compartilhamentos dos meus dados de saúde (“accounting of disclosures”) dos últimos seis anos, também das minhas imagens: { $scan }, { $when }.

        Digam-me também, se possível, se as minhas imagens foram compartilhadas

        - para pesquisa, e com que autorização ou dispensa,
        - em forma desidentificada ou como “limited data set”, e com quem,
        - com empresas que oferecem inteligência artificial.

        Peço que enviem a lista para o endereço abaixo.

        Atenciosamente,
        { $name }
        { $address }

complain = Reclamar ao responsável pela privacidade
    .what = No Brasil, procure o encarregado de dados do hospital. Na União Europeia e no Reino Unido, o encarregado da proteção de dados. Nos EUA, cada hospital sujeito à HIPAA deve ter alguém que recebe reclamações (45 CFR 164.530).
    .p1 = Diga o que aconteceu, quando, e o que você quer.
    .p2 = Não envie imagens nem laudos junto. Guarde uma cópia da carta.
    .p3 = No Brasil, você também pode ir à ANPD (LGPD, artigo 18). Na União Europeia, à autoridade de proteção de dados do seu país, em Portugal a CNPD (RGPD, artigo 77).
    .p4 = No Reino Unido, reclame primeiro ao hospital. Desde 19 de junho de 2026 ele deve confirmar em 30 dias que recebeu a reclamação. Se não bastar, procure o ICO.
    .p5 = Nos EUA, você também pode reclamar ao Office for Civil Rights (HHS), em até 180 dias depois de saber do caso (45 CFR 160.306).
    .p6 = Não podem punir você por isso.
    .letter =
        { $today }

        Para: { $hospital }, Encarregado de Proteção de Dados

        Prezados senhores,

        Quero reclamar de como os meus dados de saúde foram tratados.

        O que aconteceu: [diga o que aconteceu]
        Quando: [data]
        Trata-se de: { $scan }, { $when }

        Peço que me digam o que apurarem, quem viu os meus dados, o que farão para que não se repita, e o que posso fazer para me proteger.

        Peço que respondam por escrito em 30 dias.

        Atenciosamente,
        { $name }
        { $address }

apps = Verificar portais e outros aplicativos
    .what = Um hospital tem de seguir as leis de privacidade. No Brasil a LGPD, e na Europa o RGPD, valem também para aplicativos. Nos EUA, a HIPAA muitas vezes não vale para um aplicativo que você mesmo escolhe: o que você envia segue então as regras dele.
    .p1 = Quem o faz, e como ganha dinheiro?
    .p2 = Procure nas regras dele “compartilhar”, “parceiros”, “treinar”, “melhorar nossos serviços” e “desidentificado” ou “anonimizado”.
    .p3 = Você pode apagar os seus dados, e não só a conta?
    .p4 = No seu portal, procure “aplicativos conectados”. Tire os que não usa.
    .p5 = Ligue a entrada em duas etapas.
    .p6 = Não cole um laudo nem uma imagem num chat com IA, salvo se os mostraria a qualquer pessoa.

mail = Melhor o portal que o e-mail
    .what = Um e-mail pode ser lido no caminho, e fica anos em muitas caixas. As imagens são grandes, e o nome está dentro delas.
    .p1 = Envie as imagens pelo portal do hospital, ou leve o disco.
    .p2 = Se tiver de ser por e-mail: tire primeiro o seu nome, depois proteja o ZIP com uma senha, e diga a senha por telefone.
    .p3 = Um link para uma pasta na nuvem: ponha data de fim e senha, e apague depois.
    .p4 = Peça ao outro lado que apague tudo quando terminar.

access = Obter as suas imagens e registros
    .what = Você tem direito a uma cópia: LGPD, artigo 18, no Brasil; RGPD, artigo 15, na União Europeia e no Reino Unido; HIPAA (45 CFR 164.524) nos EUA. Peça arquivos DICOM, não fotos da tela.
    .p1 = Brasil: a resposta completa leva até 15 dias (LGPD, artigo 19). União Europeia e Reino Unido: um mês, até dois a mais se for difícil. A primeira cópia é grátis.
    .p2 = EUA: em 30 dias, e uma vez mais 30. Podem cobrar o que a cópia custa.
    .p3 = Você não precisa dizer para que a quer.
    .p4 = Há algo errado? Você pode pedir a correção (LGPD, artigo 18; RGPD, artigo 16; 45 CFR 164.526).
    .letter =
        { $today }

        Para: { $hospital }, Arquivo Médico

        Prezados senhores,

        Peço uma cópia completa das minhas imagens em formato DICOM, com os laudos: { $scan }, { $when }. Peço isto conforme o artigo 18 da LGPD, o artigo 15 do RGPD, 45 CFR 164.524 (HIPAA), ou a lei que valha para vocês.

        Peço que as enviem pelo portal, ou num disco ou pen drive.

        Atenciosamente,
        { $name }
        { $address }

law-us = Conhecer a lei: EUA
    .what = A HIPAA vale em todos os estados para hospitais, médicos e planos de saúde. Os estados podem acrescentar regras.
    .p1 = HIPAA (1996, regras em 45 CFR 160 e 164): as suas imagens podem ser usadas para tratamento, pagamento e funcionamento do hospital sem perguntar. Outro uso precisa do seu consentimento escrito, ou de uma regra que o permita. Sem nome, a HIPAA já não as protege.
    .p2 = Califórnia: a Confidentiality of Medical Information Act (Civil Code 56) cobre também muitos aplicativos de saúde. Desde 1º de janeiro de 2025, uma mensagem sobre a sua saúde escrita por IA deve dizer isso, e como falar com uma pessoa, salvo se um profissional a leu antes (AB 3030).
    .p3 = Califórnia: desde 1º de janeiro de 2025, uma IA sozinha não pode negar um cuidado como desnecessário. Um médico ou outro profissional tem de decidir (SB 1120, para planos de saúde).
    .p4 = Colorado: a lei de IA de 2024 (SB 24-205) foi adiada e nunca entrou em vigor. No lugar dela, a partir de 1º de janeiro de 2027, uma empresa deve avisar quando um programa pesa muito numa decisão sobre a sua saúde ou o seu seguro. Se a decisão for contra você, deve explicá-la, e você pode pedir que uma pessoa a reveja (SB 26-189, assinada em 14 de maio de 2026).
    .p5 = Colorado: a Privacy Act (desde 1º de julho de 2023) exige o seu consentimento antes do uso de dados de saúde, mas não onde vale a HIPAA.
    .p6 = Texas: desde 1º de janeiro de 2026 devem dizer a você quando se usa IA no seu cuidado (HB 149), e desde 1º de setembro de 2025, quando ela ajuda a descobrir o que você tem (SB 1188).
    .p7 = Washington: a My Health My Data Act (desde 31 de março de 2024) cobre aplicativos e empresas que a HIPAA não cobre.
    .p8 = Aplicativos em todos os EUA: a Health Breach Notification Rule (16 CFR 318, renovada em 29 de julho de 2024) manda avisar quando os seus dados vazaram.
    .p9 = O seu estado não está aqui? Procure o nome dele com “medical records privacy” e “AI disclosure”, ou pergunte ao Attorney General.

law-eu = Conhecer a lei: Europa
    .what = O RGPD vale na União Europeia, na Noruega, na Islândia e no Liechtenstein, e em forma própria no Reino Unido, para todos os que têm os seus dados, e não só para hospitais.
    .p1 = Dados de saúde precisam de um motivo que a lei nomeie, como o seu tratamento ou o seu consentimento claro (artigo 9).
    .p2 = Você pode ver os seus dados (15), fazer corrigi-los (16), em alguns casos apagá-los (17), e se opor (21). Têm um mês para responder (12).
    .p3 = Dados que se podem ligar a você com uma chave continuam a ser seus dados pessoais, mesmo sem o nome, para quem pode usar essa chave.
    .p4 = O Espaço Europeu de Dados de Saúde (Regulamento 2025/327) permite usar de novo dados de saúde para pesquisa. A maior parte começa em 26 de março de 2029. Você poderá dizer não (artigo 71).
    .p5 = A Inglaterra tem o National Data Opt-out para pesquisa e planejamento. Na Alemanha, pode-se recusar que o prontuário eletrônico vá para pesquisa (§ 363 SGB V).
    .p6 = Em novembro de 2025, a Comissão Europeia propôs mudar o RGPD (“omnibus digital”). Por favor, veja como está agora.
    .letter =
        { $today }

        Para: { $hospital }, Encarregado da Proteção de Dados

        Prezados senhores,

        Trata-se das minhas imagens e documentos: { $scan }, { $when }.

        1. Conforme o artigo 15 do RGPD, peço que me digam para quê, com que base legal e por quem são usados, quem os recebeu, e por quanto tempo são guardados.
        2. Conforme o artigo 21 do RGPD, eu me oponho ao uso deles para pesquisa e para treinar inteligência artificial, quando não se baseie no meu consentimento. Se dei consentimento, eu o retiro (artigo 7, n.º 3).
        3. Peço que me digam se foram enviados para fora da União Europeia.

        Peço que respondam em um mês (artigo 12, n.º 3).

        Atenciosamente,
        { $name }
        { $address }

law-else = Conhecer a lei: Brasil e outros países
    .what = A maioria dos países tem uma autoridade de proteção de dados. Procure o nome dela com “dados de saúde”. Algumas das leis:
    .p1 = Brasil: LGPD (Lei 13.709 de 2018). Dados de saúde são sensíveis (artigo 11). Você pode ver os seus dados, saber com quem foram compartilhados, e retirar o consentimento (artigo 18). A resposta completa leva até 15 dias (artigo 19). Reclamações vão para a ANPD. A carta abaixo é para o Brasil.
    .p2 = Canadá: cada província tem a sua. Em Ontário (PHIPA) a resposta vem em 30 dias. Pergunte primeiro ao hospital, depois ao comissário de privacidade.
    .p3 = México: a lei de proteção de dados de 20 de março de 2025. Você pode ver os seus dados, fazer corrigi-los ou apagá-los, e se opor.
    .p4 = Israel: a Lei de Proteção da Privacidade, com a emenda 13 desde 14 de agosto de 2025. Você pode ver os seus dados (artigo 13). Hospitais devem ter um responsável pela privacidade.
    .p5 = Arábia Saudita: a Lei de Proteção de Dados Pessoais (desde 14 de setembro de 2023). Dados de saúde são sensíveis. A autoridade é a SDAIA.
    .p6 = Índia: o DPDP Act de 2023. A maioria dos seus direitos começa em maio de 2027.
    .p7 = Japão: APPI. Você pode pedir para ver os seus dados (artigo 33). O seu histórico médico tem proteção especial. Em 2026 havia mudanças previstas, também sobre IA: veja como está.
    .p8 = China: PIPL (desde 1º de novembro de 2021). Dados de saúde são sensíveis (artigo 28) e precisam do seu consentimento à parte (29). Você pode vê-los e copiá-los (45), e fazer apagá-los em alguns casos (47).
    .letter =
        { $today }

        Para: { $hospital }, Encarregado de Proteção de Dados

        Prezados senhores,

        Trata-se das minhas imagens e documentos: { $scan }, { $when }. Conforme o artigo 18 da LGPD (Lei 13.709/2018), ou a lei que valha para vocês, peço:

        1. Digam-me para que são usados, e com quem foram compartilhados.
        2. Enviem-me uma cópia.
        3. Não os usem nem compartilhem para pesquisa ou para treinar inteligência artificial sem o meu consentimento. Se já consenti, retiro o consentimento a partir de hoje.

        Peço que respondam por escrito, em até 15 dias (artigo 19).

        Atenciosamente,
        { $name }
        { $address }
