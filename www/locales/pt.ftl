# Every sentence of en.ftl, in the language whose tag names this file. Where words are changed there, they are changed here.


## Steps

steps-label = Etapas
step-choose = Escolher
step-review = Conferir
step-cleaning = Limpar
step-done = Salvar

## Choose

choose-title = Adicione seu exame
choose-how = Solte aqui a pasta, o disco, a imagem do disco ou o arquivo zip que você recebeu. Ou escolha:
choose-how-touch = Escolha o arquivo zip, a pasta ou os arquivos que você recebeu:
choose-folder = Escolher pasta
choose-files = Escolher arquivos
choose-stay = Não sai deste aparelho.
choose-stay-form = Seus próprios arquivos ficam neste aparelho. Só as cópias limpas vão com este formulário.
choose-sample = Testar com um exemplo
choose-sample-hint = Um paciente inventado, pronto para usar.
choose-drop = Solte para adicionar
choose-looking = Olhando a pasta: { $files ->
    [one] { $files } arquivo
   *[other] { $files } arquivos
  }
choose-disabled = Aqui não é possível adicionar exames.
choose-nothing = Não havia nenhum arquivo ali. Escolha a pasta que contém seu exame.
choose-too-big = Isso tem { $size }. O máximo que este site aceita é { $max }.
lacks-pictures = Esta cópia não consegue procurar escrita nem rostos nas imagens, por isso deixa de fora as imagens que podem ter isso.
lacks-codecs = Esta cópia pequena não consegue abrir algumas imagens (JPEG 2000 e JPEG XL), por isso as deixa de fora.
lacks-reader = Esta cópia pequena não consegue ler a escrita nas imagens, por isso pode cobrir mais do que é preciso.
lacks-codecs-reader = Esta cópia pequena pode cobrir mais escrita nas imagens do que é preciso, e deixa de fora algumas imagens (JPEG 2000 e JPEG XL).

## Reading

reading-title = Lendo seus arquivos
reading-hint = Nada foi mudado ainda, e nada é enviado.
reading-count = { $done } de { $total }
reading-stop = Parar
reading-use = Continuar com o que já foi lido
reading-found = Encontrado até agora
progress-reading = Lendo: { $done } de { $total }
progress-looking = Olhando as imagens: { $done } de { $total }
progress-cleaning = Limpando: { $done } de { $total }

## Review

review-title = { $studies ->
    [0] Não encontramos nenhum exame
    [one] Encontramos { $studies } exame
   *[other] Encontramos { $studies } exames
  }
review-title-pictures = { $count ->
    [one] Encontramos { $count } arquivo de imagem
   *[other] Encontramos { $count } arquivos de imagem
  }
review-summary = { $series ->
    [one] { $series } série
   *[other] { $series } séries
  }, { $images ->
    [one] { $images } imagem
   *[other] { $images } imagens
  }, { $size }. Nada foi mudado ainda.
review-and-fact = { $first }, { $second }
review-now = { $size } no total. Nada foi mudado ainda.
review-facts-show = Mostrar hospital e data
review-facts-hide = Ocultar hospital e data
review-count = { $series ->
    [one] { $series } série
   *[other] { $series } séries
  }, { $images ->
    [one] { $images } imagem
   *[other] { $images } imagens
  }
review-kind-of = { $kind }: { $part }
review-kind-of-two = { $kind }: { $part } e { $other }
review-unread = { $count ->
    [one] Você parou: { $count } arquivo não foi lido
   *[other] Você parou: { $count } arquivos não foram lidos
  }
review-unread-hint = Eles ficam de fora. Não sabemos o que há neles.
review-unread-read = Ler todos
review-whole = Incluir todas as séries deste exame: { $title }
review-whole-short = Todas as séries deste exame
review-person = Incluir todos os exames da pessoa { $person }
review-person-short = Incluir esta pessoa
review-out = { $series ->
    [one] Você deixou de fora { $series } série
   *[other] Você deixou de fora { $series } séries
  }: { $images ->
    [one] { $images } imagem
   *[other] { $images } imagens
  }.
review-kind-count = { $kind }: { $count }
review-none = Nenhum destes arquivos é um exame que esta ferramenta consiga ler. Escolha a pasta ou o zip completo que o hospital lhe deu.
review-people = Estes exames são de { $people } pessoas
review-people-check = Confira todos. São seus exames, ou você pode compartilhá-los? Se não, desmarque essa pessoa.
review-people-apart = Elas ficam separadas: cada pessoa recebe seu próprio número inventado.
review-people-same = Algumas podem ser a mesma pessoa: um nome aparece duas vezes ou falta. Não temos como saber.
review-people-nameless = Sem nome
review-study-of = Pessoa { $person }: { $kind }
review-name = Nome
review-birth = Data de nascimento
review-id = Número do paciente
review-date = Data do exame
review-hospital = Hospital
review-description = Descrição
review-hidden = oculto
review-absent = não informado
review-show = Mostrar
review-hide = Ocultar
review-show-label = Mostrar os detalhes deste exame
review-hide-label = Ocultar os detalhes deste exame
review-study = Exame
review-series = Séries deste exame
review-series-help = Desmarque uma série para deixá-la de fora.
review-column-include = Incluir
review-column-picture = Imagem
review-column-series = Série
review-column-images = Imagens
review-include = Incluir { $series }, { $images ->
    [one] { $images } imagem
   *[other] { $images } imagens
  }
review-images = { $images ->
    [one] { $images } imagem
   *[other] { $images } imagens
  }
review-pictures = Arquivos de imagem
review-pictures-hint = Fotos ou capturas de tela, mantidas como imagens e não como exames. Elas não trazem nenhum nome escrito, então confira se cada uma é sua. Notas ocultas nelas, como o lugar onde a foto foi tirada, são retiradas.
review-left-series = Deixado de fora
review-refused = { $count ->
    [one] { $count } dos arquivos dela ficará de fora
   *[other] { $count } dos arquivos dela ficarão de fora
  }
review-picture = Uma imagem de { $series }
review-no-picture = Sem prévia
review-removes = Estes dados serão removidos
review-removes-hint = Cada um é apagado, limpo ou trocado por um inventado, em todos os arquivos.
review-counts = Quantos de cada tipo
review-counts-line = { $kind }: { $count } vezes
review-stays = Isto fica
review-look = Por favor, olhe
review-left = { $count ->
    [one] { $count } outra coisa ficará de fora
   *[other] { $count } outras coisas ficarão de fora
  }
review-left-hint = Não fazem parte do exame e muitas vezes contêm nomes.
review-withheld = { $count ->
    [one] { $count } arquivo não pode ser incluído
   *[other] { $count } arquivos não podem ser incluídos
  }
review-withheld-hint = Só deixamos sair um arquivo quando podemos conferi-lo. Estes não podemos:
review-start = { $images ->
    [one] Limpar { $images } imagem
   *[other] Limpar { $images } imagens
  }
review-start-none = Marque pelo menos uma série para continuar.
review-start-name = Mude o nome para os exames para continuar.
review-disc = Fazer também um disco
review-disc-hint = Os arquivos recebem os nomes que os discos usam, e uma lista que os visualizadores de discos leem. Ela não diz mais do que os arquivos.
review-back = Escolher outra coisa
review-files = Mostrar os arquivos
review-more = e mais { $count }

## What goes and what stays

removes-names = Seu nome
removes-ids = Números que levam até você
removes-birth = Sua data de nascimento
removes-dates = Datas verdadeiras
removes-places = Hospital e setor
removes-staff = Médicos e equipe
removes-contact = Endereço e telefone
removes-device = Número de série e nome do aparelho
removes-notes = Notas e comentários
removes-uids = Números técnicos que levam ao hospital
removes-private = Campos ocultos do fabricante
removes-graphics = Desenhos e texto sobre a imagem
removes-beside = Notas ocultas em arquivos de imagem
removes-other = Outros dados

## Every field of a file

fields-open = Detalhes: cada campo, antes e depois
fields-title = Campos de uma imagem
fields-hint = Para quem conhece DICOM. Isto é o que será feito com uma imagem do meio de uma série. Os valores nunca saem desta tela.
fields-series = Série
fields-series-find = Procurar uma série
fields-series-none = Nenhuma série encontrada
fields-which = Mostrar
fields-all = Todos os campos
fields-goes = O que sai
fields-changes = O que muda
fields-stays = O que fica
fields-find = Procurar
fields-show = Mostrar valores
fields-count = { $count } de { $of } campos
fields-none = Não foi possível olhar dentro desta imagem.
fields-column-path = Campo
fields-column-action = O que é feito
fields-column-rule = Por quê
fields-column-before = Antes
fields-column-after = Depois
fields-items = { $count ->
    [one] { $count } item
   *[other] { $count } itens
  }
fields-bytes = { $size } de dados
fields-empty = vazio
fields-private = { $count ->
    [one] { $count } campo oculto do fabricante também sai.
   *[other] { $count } campos ocultos do fabricante também saem.
  }
fields-graphics = { $count ->
    [one] { $count } desenho sobre a imagem também sai.
   *[other] { $count } desenhos sobre a imagem também saem.
  }
fields-unknown = { $count ->
    [one] { $count } campo que ninguém conhece também sai.
   *[other] { $count } campos que ninguém conhece também saem.
  }
fields-more = { $count ->
    [one] Mais { $count } campo não aparece aqui. As mesmas regras valem para ele.
   *[other] Mais { $count } campos não aparecem aqui. As mesmas regras valem para eles.
  }
action-keep = Fica
action-remove = Removido
action-replace = Trocado
action-empty = Esvaziado
action-clean = Limpo por dentro
action-dummy = Preenchido com palavras que não dizem nada
action-add = Acrescentado
rule-basic = Regras básicas
rule-bytes = Dados que ninguém consegue examinar
rule-code = Código
rule-date = Data ou hora
rule-device-text = Texto do próprio aparelho
rule-foreign = Não pertence a este tipo de arquivo
rule-grammar = Não está na forma certa
rule-identifier = Contém um dado seu
rule-required = Precisa estar aqui, então foi preenchido
rule-statement = Diz o que foi feito
rule-term = Palavra do padrão
rule-text = Texto livre
rule-uid = Número técnico
rule-value = Só números

## Parts of the body: "MRI scan of the knee"

part-body = corpo inteiro
part-spine = coluna
part-teeth = dentes ou mandíbula
part-eyes = olhos
part-face = rosto
part-head = cabeça
part-neck = pescoço
part-breast = mama
part-heart = coração
part-chest = tórax
part-hip = quadril
part-pelvis = pelve
part-belly = barriga
part-knee = joelho
part-foot = pé ou tornozelo
part-leg = perna
part-shoulder = ombro
part-hand = mão ou punho
part-arm = braço

## What cannot be taken out of a scan

remains-title = O que não pode ser retirado deste exame
remains-sources = Como sabemos disso?
remains-photo = Uma foto mostra pele, cicatrizes, tatuagens e anéis como eles são.
remains-teeth = Dentes e obturações são diferentes em cada pessoa. Quem tem outra radiografia dos seus dentes pode ver que as duas são suas.
    .source = Dentes: um estudo das radiografias dentárias de 746 pessoas, 2022.
remains-eyes = Os vasos do olho são diferentes em cada pessoa. Um computador pode ver que duas imagens são do mesmo olho. Também pode adivinhar idade e sexo.
remains-face = Os ossos do rosto e as cavidades da testa ficam. Eles são diferentes em cada pessoa.
    .source = Rosto: trabalhos para tribunais que compararam as cavidades da testa.
remains-head = O cérebro e o crânio ficam. Quem tem outro exame da sua cabeça pode ver que os dois são seus.
    .source = Cabeça: Schwarz e outros, 2019 (rostos de ressonâncias comparados com fotos). Sharma e outros, 2026, arXiv 2602.10043 (cérebros sem rosto).
remains-chest = Ela não mostra seu rosto. Mas um computador pode ver que duas radiografias do tórax são da mesma pessoa, mesmo com anos de distância. Pode adivinhar idade e sexo, e quanta gordura e músculo há.
    .source = Radiografia do tórax: Packhäuser e outros, 2022 (duas radiografias de uma pessoa). Alipour e outros, Radiology Advances (RSNA), 2025 (gordura).
remains-bones = Os ossos são diferentes em cada pessoa. Um computador pode ver que duas radiografias são da mesma pessoa.
    .source = Ossos: o estudo “Radiobiometrics” de radiografias de tórax, joelho, pelve e mão, 2025.
remains-surface = O contorno do corpo fica, com cicatrizes e com implantes sob a pele.
    .source = Corpo: Selfridge e outros, 2023 (exames do corpo inteiro).
remains-vessels = Os vasos ficam como são. O caminho deles é diferente em cada pessoa.
remains-report = Não cole um laudo tal como está em um chat com uma IA. O que se escreve ali pode ser guardado e aparecer de novo.
remains-guess = De quase qualquer exame, um computador pode adivinhar idade, sexo e porte.
    .source = Porte: RSNA, maio de 2026 (gordura e músculo nas ressonâncias de 66.608 pessoas).
remains-rare = Implantes, fraturas antigas e achados raros podem levar até você, se alguém souber deles.
stays-pictures = As imagens
    .why = O que elas mostram não muda. Só a escrita nelas pode ser coberta de preto.
    .why-faces = O que elas mostram não muda, exceto por duas coisas: a escrita nelas pode ser coberta de preto, e um rosto pode ser retirado.
stays-dates-moved = Datas, mas deslocadas
    .why = Todas são deslocadas pelo mesmo número secreto de dias. O tempo entre dois exames continua certo.
stays-dates-true = Datas verdadeiras
    .why = Quando as coisas foram feitas, mas não quando você nasceu.
stays-body = Sexo, idade e medidas do corpo
    .why = Como altura e peso. Médicos e pesquisadores precisam deles. Uma idade acima de 89 vira 90.
stays-settings = Ajustes do aparelho
    .why = Como a imagem foi feita, com a marca e o modelo do aparelho.
stays-words = Palavras médicas
    .why = Em notas e descrições, ficam as palavras de uma lista de palavras médicas. Todas as outras saem.
stays-reports = Laudos, limpos
    .why = Achados e medidas ficam. Nomes e palavras que não estão na lista saem.
stays-graphics = Marcas na imagem
    .why = Linhas e setas ficam. As palavras delas são limpas.
stays-hospital = Hospital e setor
    .why = Os nomes e endereços deles ficam como são.
stays-device = Qual aparelho foi
    .why = O número de série e o nome dele ficam, para que os exames possam ser comparados.
stays-private = Campos ocultos do fabricante que se sabe serem seguros
    .why = Números com que as imagens são calculadas. Todos os outros saem.
stays-uids = Números técnicos
    .why = Eles podem levar aos arquivos do hospital e, assim, até você.

## The rules one by one

rules-title = As regras
rules-share = Feitas para compartilhar com pessoas que você não conhece, como pesquisadores.
rules-strict = Fica o mínimo possível.
rules-clinical = Feitas para um médico que você escolher: fica mais.
rules-own = O site em que você está escolheu estas regras.
rules-all = Todas as regras, uma a uma: { $on } de { $all } opções estão ligadas
rules-on = Ligado
rules-off = Desligado
option-basic = Regras básicas
    .what = Nomes, números, lugares, datas e notas saem, a menos que uma regra abaixo os deixe.
option-clean-pixel-data = Tirar a escrita das imagens
    .what = Cobre de preto as letras na imagem que poderiam dizer quem você é.
option-clean-recognizable-visual-features = Retirar rostos
    .what = Retira o rosto de exames da cabeça feitos de muitas camadas (TC, RM, PET). Um exame que pode mostrar um rosto que não conseguimos retirar não passa. Desligado, os rostos ficam.
option-clean-graphics = Limpar as marcas na imagem
    .what = Mantém linhas e setas desenhadas sobre a imagem e limpa as palavras delas. Desligado, elas saem.
option-clean-structured-content = Limpar laudos
    .what = Mantém os achados e as medidas de um laudo e retira os nomes. Desligado, os laudos não passam.
option-clean-descriptors = Limpar notas e descrições
    .what = Mantém só palavras que estão em uma lista de palavras médicas. Desligado, todas as notas saem.
option-retain-longitudinal-full-dates = Manter as datas verdadeiras
    .what = Mantém todas as datas e horas como são, mas não a data de nascimento.
option-retain-longitudinal-modified-dates = Deslocar as datas
    .what = Desloca todas as datas por um mesmo número secreto de dias, para que o tempo entre dois exames continue certo.
option-retain-patient-characteristics = Manter dados do corpo
    .what = Mantém sexo, idade, altura, peso e afins. Uma idade acima de 89 vira 90.
option-retain-device-identity = Manter qual aparelho foi
    .what = Mantém o número de série e o nome do aparelho, para que os exames possam ser comparados.
option-retain-uids = Manter números técnicos
    .what = Mantém os números que ligam os arquivos. Eles podem levar aos arquivos do hospital.
option-retain-safe-private = Manter campos seguros do fabricante
    .what = Mantém campos ocultos que se sabe conterem só números para as imagens. Desligado, todos os campos ocultos saem.
option-retain-institution-identity = Manter o hospital
    .what = Mantém o nome e o endereço do hospital e do setor.

## The name on the scans

name-title = Nome para pôr nos exames
name-hint = Você pode deixar em branco. Então inventamos um nome, como OTTER AMBER.
name-several = Algumas letras e dígitos são acrescentados, para que as pessoas aqui possam ser distinguidas.
name-signs = Um nome não pode ter \ ^ = nem sinais ocultos. Escreva sem eles.
name-long = Esse nome é longo demais. Use no máximo 64 letras.
name-real = Este é o nome real, ou parte dele. Se continuar, ele estará nos exames para todos verem.
name-given = O site em que você está põe este nome nos exames.

## Warnings

warn-head = Um exame da cabeça ainda pode mostrar um rosto
    .body = De um exame da cabeça, um computador pode desenhar o rosto. As regras em uso não retiram rostos. Só compartilhe com pessoas a quem você confiaria uma foto sua.
    .which = Neste conjunto: { $series }.
warn-head-face = Um exame da cabeça pode mostrar um rosto
    .body = De um exame da cabeça, um computador pode desenhar o rosto. Procuramos rostos e os retiramos. Antes de limpar qualquer coisa, mostramos a cabeça antes e depois. Onde isso não funciona, o exame fica de fora.
    .which = Neste conjunto: { $series }.
warn-head-alone = Um exame da cabeça pode mostrar um rosto
    .body = De um exame da cabeça, um computador pode desenhar o rosto. Procuramos rostos e os retiramos. Estas regras não param para mostrar o antes e o depois. Onde isso não funciona, o exame fica de fora.
    .which = Neste conjunto: { $series }.
warn-head-unknown = Se a cabeça foi examinada, ela ainda pode mostrar um rosto
    .body = Não sabemos que parte do corpo algumas séries mostram. De um exame da cabeça se pode desenhar um rosto, e as regras em uso não retiram rostos. Por favor, olhe as imagens.
    .which = Neste conjunto: { $series }.
warn-writing = Pode haver nomes escritos nas imagens
    .body = Procuramos escrita nas imagens e mostramos o que encontramos antes de limpar qualquer coisa. Podemos deixar passar algo. Então olhe as imagens antes de compartilhá-las.
warn-writing-always = Pode haver nomes escritos nas imagens
    .body = Procuramos escrita nas imagens. Depois mostramos cada série, antes de limpar qualquer coisa. Podemos deixar passar algo. Então olhe com cuidado.
warn-writing-alone = Pode haver nomes escritos nas imagens
    .body = Procuramos escrita nas imagens e a cobrimos de preto. Estas regras não param para mostrar o que foi encontrado. Podemos deixar passar algo. Então olhe as imagens antes de compartilhá-las.
warn-writing-off = Procure escrita nas imagens
    .body = As regras em uso não procuram letras nas imagens. Por favor, olhe todas antes de compartilhá-las.
warn-pictures = Uma foto pode mostrar quem você é
    .body = Procuramos escrita em arquivos de imagem. Não conseguimos retirar um rosto de uma foto ou de um desenho de cabeça. Nem uma tatuagem ou um anel. Olhe cada imagem e deixe-a de fora se ela mostrar você.

## The pictures: what was found, what will be black

looking-title = Procurando escrita nas imagens
looking-hint = Nada foi mudado ainda, e nada é enviado.
look-title = Por favor, olhe as imagens
look-lead = Há escrita em algumas imagens, ou pode haver. Veja o que será coberto de preto e corrija onde erramos. Nada foi mudado ainda.
look-lead-always = As regras em uso pedem que você olhe as imagens primeiro. Veja o que será coberto de preto e corrija onde erramos. Nada foi mudado ainda.
look-miss = Podemos deixar passar escrita. Olhe também as bordas e os cantos das imagens. Se vir um nome, um número ou uma data fora das caixas pretas, desenhe uma caixa por cima.
look-state-open = Por favor, olhe
look-state-right = Está certo
look-state-out = Deixado de fora
look-found = { $count ->
    [0] Não encontramos escrita que possa dizer quem você é (imagens: { $of }).
    [one] Encontramos escrita em { $count } imagem (de { $of }).
   *[other] Encontramos escrita em { $count } imagens (de { $of }).
  }
look-unsearched = { $count ->
    [one] { $count } imagem não pôde ser examinada por inteiro. Olhe-a com cuidado.
   *[other] { $count } imagens não puderam ser examinadas por inteiro. Olhe-as com cuidado.
  }
look-lost = { $count ->
    [one] Mais { $count } arquivo não pode ser incluído: é todo escrita, ou não conseguimos abrir a imagem dele.
   *[other] Mais { $count } arquivos não podem ser incluídos: são todos escrita, ou não conseguimos abrir as imagens deles.
  }
look-key-gone = Ficará preto. Ninguém poderá mais ler.
look-key-kept = Fica. Achamos que é inofensivo, como o “L” que marca o lado esquerdo.
look-key-bare = Continua legível, mas pode dizer quem você é.
look-boxes = Caixas na imagem
look-box-gone = { $what }: ficará preto
look-box-kept = { $what }: fica
look-where = Imagem { $at } de { $of }
look-where-frames = Imagem { $at } de { $of }, quadro { $frame } de { $frames }
look-frame = Quadro
look-frame-of = Quadro { $frame } de { $frames }
look-previous = Anterior
look-next = Próxima
look-next-found = Próxima com escrita
look-no-picture = Esta imagem não pode ser mostrada aqui. Se não tiver certeza sobre ela, deixe a série de fora.
look-add = Adicionar uma caixa
look-added = Uma caixa preta foi adicionada.
look-erase = Retirar a caixa
look-erased = A caixa foi retirada.
look-leaves = Mostrar como vai sair
look-help = Aperte uma caixa para alternar entre preto e mantido. Arraste na imagem para desenhar uma nova. Arraste uma caixa para movê-la, ou o canto dela para mudar o tamanho. Pelo teclado: Tab vai a uma caixa, Enter alterna, as setas a movem, Shift e uma seta mudam o tamanho, Delete retira uma que você desenhou.
look-reach = O que você mudar vale para
look-reach-series = As { $pictures } imagens desta série que têm o mesmo tamanho
look-reach-file = Só esta imagem
look-reach-frames = Esta imagem, todos os quadros
look-reach-frame = Só este quadro
look-stays = Isto continuará legível.
look-stays-in = { $count ->
    [one] Em { $count } imagem você deixou escrita que pode dizer quem você é.
   *[other] Em { $count } imagens fica escrita que pode dizer quem você é.
  }
look-right = Está certo
look-out = Deixar esta série de fora
look-in = Incluir esta série de novo
look-undo = Desfazer minhas mudanças
look-go = Remover meus dados
look-go-hint = Primeiro diga, de cada série, que está certa, ou deixe-a de fora.
look-go-none = Todas as séries estão de fora, então não há nada para limpar.
look-back = Voltar
why-region = Um lugar onde este tipo de aparelho escreve
why-outside = Fora da parte que mostra o exame
why-unread = Escrita que não pôde ser lida
why-unknown = Escrita que pode dizer quem você é
why-identifies = Escrita que diz quem você é
why-harmless = Escrita inofensiva
why-drawn = Uma caixa que você desenhou

## Faces: the head before and after

searching-title = Procurando rostos
searching-hint = Olhamos a forma do que foi examinado. Nada foi mudado ainda, e nada é enviado.
face-title = Seu rosto
face-lead = De um exame da cabeça, um computador pode desenhar a cabeça. É assim que ela está agora, e assim ficará sem o rosto. Nada foi mudado ainda.
face-lead-lost = De um exame da cabeça, um computador pode desenhar o rosto. Aqui não conseguimos retirá-lo. Nada foi mudado ainda.
face-sure-cut = Encontramos o rosto. Ele será retirado.
face-sure-layer = Encontramos o rosto. A pele dele será mudada.
face-unsure-cut = Encontramos o rosto e vamos retirá-lo. Mas não temos certeza de que saia por inteiro.
face-unsure-layer = Encontramos o rosto e vamos mudar a pele dele. Mas não temos certeza de que a mudamos por inteiro.
face-compare = Por favor, compare as imagens.
face-layer = Isto esconde menos que o normal.
face-layer-why = Só a pele do rosto muda. Os ossos embaixo ficam. Dos ossos, um especialista pode deduzir como um rosto pode ter sido.
face-lost = Pode haver um rosto aqui, e não conseguimos retirá-lo. Por isso fica de fora.
face-lost-code = Pode haver um rosto aqui. Por isso fica de fora.
face-no-picture = A cabeça não pode ser desenhada aqui.
face-before = Antes
face-after = Depois
face-front = De frente
face-half-left = De três quartos, esquerda
face-half-right = De três quartos, direita
face-left = De perfil, esquerda
face-right = De perfil, direita
face-alt-before = { $from }, antes: a cabeça como é agora
face-alt-after = { $from }, depois: a cabeça como vai sair
face-alt-written = { $from }: a cabeça como sai
face-question-cut = Alguma parte do rosto ainda é visível?
face-question-layer = Você ainda consegue ver como é o rosto?
face-help = Olhe as imagens de depois. Se não as vir bem, escolha “não tenho certeza”.
face-help-free = Você pode deixar isto em aberto.
face-gone-cut = Não, ele sumiu
face-gone-layer = Não
face-visible = Sim, ou não tenho certeza
face-out = Este exame ficará de fora.
face-go-hint = Primeiro responda à pergunta sobre cada cabeça.
face-stays = O que fica
face-stays-bones = A forma do crânio. Dentes e orelhas também podem ficar.
face-stays-ears = As orelhas. As regras em uso as mantêm.
face-stays-eyes = Os olhos, mas não as pálpebras. As regras em uso os mantêm.
face-stays-brain = O cérebro. Se alguém tem outro exame seu, um computador pode ver que os dois são da mesma pessoa.
face-stays-else = Imagens avulsas e vistas 3D da mesma visita podem mostrar o rosto de outra forma. Deixamos essas de fora.

## Cleaning

cleaning-title = Limpando
cleaning-hint = Cada arquivo é limpo e depois lido de novo para conferir. Deixe esta página aberta.
cleaning-left-seconds = { $seconds ->
    [one] Falta { $seconds } segundo
   *[other] Faltam { $seconds } segundos
  }
cleaning-left-minutes = { $minutes ->
    [one] Falta cerca de { $minutes } minuto
   *[other] Faltam cerca de { $minutes } minutos
  }
cleaning-stopped = Parado. Seus arquivos ainda estão aqui.

## Done

done-title = Pronto e conferido
done-title-none = Nada pôde ser limpo
done-summary = { $images ->
    [one] { $images } imagem lida de novo; nenhum dado seu encontrado nela.
   *[other] { $images } imagens lidas de novo; nenhum dado seu encontrado nelas.
  }
done-summary-left = { $images ->
    [one] { $images } imagem lida de novo; nenhum dado seu encontrado fora da própria imagem.
   *[other] { $images } imagens lidas de novo; nenhum dado seu encontrado fora das próprias imagens.
  }
done-summary-none = Nenhum arquivo passou na conferência, então não há nada para salvar. Nada saiu deste aparelho.
done-zip = Salvar como zip
done-folder = Salvar em uma pasta
done-form = Pronto para enviar. Continue com o formulário abaixo.
done-saving = Salvando…
done-saved = Salvo. Seus próprios arquivos não mudaram.
done-saving-percent = Salvando: { $percent } %
done-stop = Parar
done-stopped = Parado. Nada disso foi guardado.
done-partly = { $saved } de { $files } arquivos estão na pasta “{ $folder }”. Os outros não puderam ser salvos. Se o exame está em um disco ou pendrive, coloque-o de volta. Depois continue.
done-go-on = Continuar salvando
done-share = Enviar para outro aplicativo
done-shared = Entregue ao outro aplicativo.
done-parts = Salvar em vários arquivos menores
done-parts-hint = Para e-mail, celulares e portais que não aceitam arquivos grandes. Todas as partes juntas são seus exames: salve todas.
done-parts-size = Cada uma, no máximo
done-part = Salvar a parte { $part } de { $parts } ({ $size })
done-part-saved = ✓ salva
done-part-kept = A parte { $part } de { $parts } está salva.
done-part-large = Uma única imagem já é maior.
done-save-failed = Não foi possível salvar. Se o exame está em um disco ou pendrive, coloque-o de volta e tente de novo.
done-report = Ver o relatório
done-report-hide = Ocultar o relatório
done-report-save = Salvar o relatório
done-size = { $size } no total
done-withheld = { $count ->
    [one] { $count } arquivo não pôde ser conferido, então não está incluído
   *[other] { $count } arquivos não puderam ser conferidos, então não estão incluídos
  }
done-disc-none = A lista para visualizadores de discos não passou na nossa conferência, então não está aqui. Os arquivos limpos estão.
done-not-chosen = { $count ->
    [one] { $count } arquivo ficou de fora, como você escolheu.
   *[other] { $count } arquivos ficaram de fora, como você escolheu.
  }
done-not-read = { $count ->
    [one] { $count } arquivo não foi lido, porque você parou, então ficou de fora.
   *[other] { $count } arquivos não foram lidos, porque você parou, então ficaram de fora.
  }
done-cannot = O que isto não consegue remover
done-again = Começar de novo
done-back = Voltar ao que foi encontrado
done-blackened = { $images ->
    [one] Em { $images } imagem, escrita foi coberta de preto.
   *[other] Em { $images } imagens, escrita foi coberta de preto.
  }
done-pictures = { $images ->
    [one] { $images } é um arquivo de imagem. Nele só resta a própria imagem.
   *[other] { $images } são arquivos de imagem. Neles só restam as próprias imagens.
  }
done-recompressed = { $images ->
    [one] { $images } foto estava guardada girada. Para endireitá-la foi preciso comprimi-la de novo, então está um pouco menos nítida.
   *[other] { $images } fotos estavam guardadas giradas. Para endireitá-las foi preciso comprimi-las de novo, então estão um pouco menos nítidas.
  }
done-staying = { $images ->
    [one] Em { $images } imagem, continua legível escrita que pode dizer quem você é.
   *[other] Em { $images } imagens, continua legível escrita que pode dizer quem você é.
  }
done-unseen = { $images ->
    [one] Em { $images } imagem, a escrita não foi procurada por inteiro. Olhe-a antes de compartilhar.
   *[other] Em { $images } imagens, a escrita não foi procurada por inteiro. Olhe-as antes de compartilhar.
  }
done-face-removed = { $images ->
    [one] { $images } imagem é de uma cabeça. O rosto foi retirado.
   *[other] { $images } imagens são de uma cabeça. O rosto foi retirado.
  }
done-face-layer = { $images ->
    [one] { $images } imagem é de uma cabeça. Só a pele do rosto foi mudada. Isso esconde menos.
   *[other] { $images } imagens são de uma cabeça. Só a pele do rosto foi mudada. Isso esconde menos.
  }
done-face-open = { $images ->
    [one] Em { $images } imagem, uma parte do rosto ainda pode aparecer. Não temos certeza, e ninguém disse que sumiu.
   *[other] Em { $images } imagens, uma parte do rosto ainda pode aparecer. Não temos certeza, e ninguém disse que sumiu.
  }
done-face-kept = { $images ->
    [one] Em { $images } imagem não se procurou um rosto: as regras em uso deixam os rostos.
   *[other] Em { $images } imagens não se procurou um rosto: as regras em uso deixam os rostos.
  }
done-heads = Sua cabeça, como sai
done-heads-hint = Isto é o que um computador pode desenhar dos arquivos limpos.
cannot-writing = Escrita nas imagens que deixamos passar. Olhe as imagens antes de compartilhá-las.
cannot-faces = Um rosto em imagens onde não o procuramos, como fotos, desenhos ou imagens avulsas de uma cabeça.
cannot-heads = A forma do crânio, e às vezes dentes e orelhas. E o cérebro: se alguém tem outro exame seu, um computador pode ver que os dois são da mesma pessoa.
cannot-anatomy = Seu próprio corpo: ossos, dentes, implantes ou um achado raro ainda podem levar até você.

## Report

report-title = Relatório
report-hint = Ele não contém nenhum nome, número ou data seus.
report-policy = Regras usadas
report-found = Encontrados
report-verified = Limpos e conferidos
report-withheld = Não incluídos
report-left = Deixados de fora (não são exames)
report-attributes = Campo por campo: o que foi feito
report-column-path = Campo
report-column-action = O que foi feito
report-column-rule = Por quê
report-column-count = Vezes
report-writing = As imagens
report-faces = Rostos em exames da cabeça
report-unchecked = Não conferido por ninguém
unchecked-writing-in-pixels = Escrita em algumas das imagens
unchecked-faces = Rostos em algumas das imagens
unchecked-anatomy = O que o próprio corpo revela
report-tool = Feito por { $name } { $version }

## Failed

failed-title = Não deu certo
failed-nothing = Nada saiu deste aparelho, e seus arquivos não mudaram.
failed-retry = Tentar de novo

## Form

form-missing = Primeiro adicione um exame.
form-working = Espere até que seu exame esteja limpo e conferido.
form-unfinished = Primeiro termine de limpar seu exame.
form-none = Nenhum dos arquivos pôde ser limpo. Escolha outros.

## Why a file is not included: what happened, and what to do

code-archive-encrypted = O zip está trancado com uma senha.
    .do = Primeiro descompacte com a senha e depois adicione a pasta.
code-archive-method = Está compactado de um jeito que não conseguimos ler.
    .do = Descompacte no seu computador e depois adicione a pasta.
code-archive-structure = O zip, a imagem de disco ou o pacote está danificado.
    .do = Baixe de novo, ou peça uma nova cópia.
code-archive-mismatch = Um arquivo compactado está danificado.
    .do = Baixe de novo, ou peça uma nova cópia.
code-archive-depth = Isto está compactado três vezes, um dentro do outro.
    .do = Descompacte no seu computador e depois adicione a pasta.
code-cut-off = O arquivo termina cedo demais. Não foi copiado por inteiro.
    .do = Copie de novo do disco ou do portal.
code-structure = O arquivo se contradiz, então não temos certeza do que há nele.
    .do = Peça ao hospital uma nova cópia.
code-depth = O arquivo tem camadas demais para conferir.
    .do = Deixe de fora, ou peça ao hospital uma cópia simples.
code-too-many = O arquivo tem mais campos do que podemos conferir.
    .do = Deixe de fora, ou peça ao hospital uma cópia simples.
code-too-long = Uma parte do arquivo é mais longa do que podemos conferir.
    .do = Deixe de fora, ou peça ao hospital uma cópia simples.
code-transfer-syntax = O arquivo está guardado em uma forma que não conseguimos ler.
    .do = Peça ao hospital uma cópia sem compressão.
code-no-identity = O arquivo não diz o que é.
    .do = Peça ao hospital uma nova cópia.
code-deflate = A parte compactada do arquivo está danificada.
    .do = Peça ao hospital uma nova cópia.
code-pages = Ele tem várias páginas, e só podemos conferir uma imagem por arquivo.
    .do = Salve cada página como uma imagem própria e depois as adicione.
code-pixel-layout = O tamanho da imagem e os dados dela não combinam.
    .do = Peça ao hospital uma nova cópia.
code-pixel-short = Falta uma parte da imagem.
    .do = Copie de novo do disco ou do portal.
code-pixel-stream = Não foi possível olhar dentro da imagem compactada, então ela pode esconder algo.
    .do = Peça ao hospital uma cópia sem compressão.
code-pixel-elsewhere = A imagem não está neste arquivo. O arquivo só diz onde ela está.
    .do = Deixe de fora. Sozinho, não serve para nada.
code-document = É um documento, como um PDF. As páginas dele estão cheias de nomes.
    .do = Deixe de fora. Se precisar dele, cubra os nomes à mão.
code-report = É um laudo escrito. Pode haver nomes em qualquer lugar, e as regras em uso não limpam laudos.
    .do = Deixe de fora. Se precisar dele, copie a parte médica à mão.
code-free-text = É um laudo só de palavras. Sem as palavras, não sobraria nada.
    .do = Deixe de fora. Se precisar dele, copie a parte médica à mão.
code-video = É um vídeo. Muitas vezes há nomes escritos nele.
    .do = Deixe de fora.
code-waveform = É uma gravação de som. Uma voz diz quem fala.
    .do = Deixe de fora.
code-raw-data = São os dados brutos do aparelho. Só o fabricante consegue lê-los.
    .do = Deixe de fora. As imagens feitas deles bastam.
code-object-kind = É um tipo de arquivo que não conhecemos.
    .do = Deixe de fora.
code-writing = A imagem é toda escrita, ou não conseguimos procurar escrita nela.
    .do = Deixe de fora. Se precisar dele, cubra os nomes à mão.
code-codec = Não conseguimos abrir a imagem deste arquivo, então não pudemos procurar escrita nela.
    .do = Peça ao hospital uma cópia sem compressão.
code-face = Pode mostrar um rosto que não conseguimos retirar, ou mostrá-lo de outra forma. Por isso não o deixamos sair.
    .do = Deixe de fora.
code-mask = A escrita foi coberta de preto, mas a nova imagem não passou na nossa conferência, então não a deixamos sair.
    .do = Peça ao hospital uma cópia sem compressão, ou deixe de fora.
code-residue = Depois de limpar, ainda encontramos um dado seu nele, então não o deixamos sair.
    .do = Deixe de fora.
code-conformance = O arquivo limpo não passou na nossa própria conferência, então não o deixamos sair.
    .do = Deixe de fora.
code-policy = As regras de limpeza não são válidas.
    .do = Avise as pessoas que cuidam deste site.
    .do = Avise as pessoas que cuidam deste site.
code-policy-conflict = As regras se contradizem.
    .do = Avise as pessoas que cuidam deste site.
code-key = Este navegador não deu um número aleatório seguro, então não começamos.
    .do = Tente de novo em outro navegador.
code-unreadable = Não foi possível ler o arquivo. Talvez tenha sido movido, ou o disco retirado.
    .do = Coloque o disco ou o pendrive de volta e tente de novo.
code-worker-start = A parte que faz a limpeza não conseguiu iniciar neste navegador.
    .do = Atualize o navegador ou tente outro. Se você está no site de um hospital, avise as pessoas que cuidam dele.
code-worker-died = A conferência parou neste arquivo, então não o deixamos sair.
    .do = Deixe de fora, ou tente de novo com menos arquivos.
code-worker-timeout = A conferência demorou demais neste arquivo, então não o deixamos sair.
    .do = Deixe de fora, ou tente de novo com menos programas abertos.
code-memory = Faltou memória neste aparelho para este arquivo.
    .do = Feche outros programas, ou tente em um computador maior.
code-cancelled = Você parou antes que este arquivo ficasse pronto.
    .do = Comece de novo para incluí-lo.
code-other = Este arquivo não pôde ser conferido ({ $code }).
    .do = Deixe de fora.

## What else is on a disc

what-dicomdir = Lista de conteúdo (ela tem seu nome)
what-empty = Arquivo vazio
what-pdf = Documento PDF
what-gif = Imagem (GIF)
what-picture = Imagem (HEIC, AVIF, WebP, JPEG 2000)
what-program = Programa
what-text = Arquivo de texto
what-html = Página da web
what-xml = Arquivo de dados (XML)
what-nifti = Arquivo de exame para pesquisa (NIfTI)
what-iso = Imagem de disco sem arquivos
what-gzip = Arquivo compactado (gzip) sem nada dentro
what-rar = Arquivo compactado (RAR). Primeiro descompacte e depois adicione a pasta.
what-7z = Arquivo compactado (7z). Primeiro descompacte e depois adicione a pasta.
what-packed = Arquivo compactado. Primeiro descompacte e depois adicione a pasta.
what-tar = Arquivo compactado (tar) sem arquivos
what-zip = Arquivo compactado (zip) sem arquivos
what-video = Vídeo
what-office = Documento de escritório
what-not-read = Não lido, porque você parou
what-unknown = Outro arquivo

## Kinds of scan

modality-CT = Tomografia
modality-MR = Ressonância magnética
modality-CR = Radiografia
modality-DX = Radiografia
modality-RF = Série de radiografias
modality-XA = Radiografia dos vasos
modality-MG = Mamografia
modality-US = Ultrassom
modality-IVUS = Ultrassom
modality-PT = Exame PET
modality-NM = Exame de medicina nuclear
modality-OT = Outra imagem
modality-SC = Captura de tela
modality-PX = Radiografia dentária
modality-IO = Radiografia dentária
modality-OPT = Exame do olho
modality-OP = Foto do olho
modality-ES = Imagem de câmera
modality-XC = Foto
modality-SM = Imagem de microscópio
modality-ECG = Traçado do coração
modality-SR = Laudo
modality-DOC = Documento
modality-PR = Ajustes de exibição
modality-KO = Lista de imagens principais
modality-SEG = Regiões marcadas
modality-RTSTRUCT = Plano de radioterapia
modality-RTPLAN = Plano de radioterapia
modality-RTDOSE = Dose de radiação
modality-PICTURES = Arquivo de imagem
modality-other = Exame ({ $modality })

## Sizes

size-kilobytes = { $n } kB
size-megabytes = { $n } MB
size-gigabytes = { $n } GB

## The report on one page

report-save-page = Salvar o relatório para ler ou imprimir
report-core = Código de verificação da parte que limpa (SHA-256):
report-done = O que foi feito
report-why-not = Por que há arquivos não incluídos

## The page around it

page-skip = Ir para a ferramenta
page-language = Idioma
page-title = Tire seu nome dos seus exames
page-lead = Sua ressonância, tomografia ou radiografia, pronta para compartilhar, sem os dados que dizem quem você é.
    .stays = Não sai deste aparelho.
    .offline = Funciona também com a internet desligada.
page-how = Como funciona
page-choose = Escolher
    .what = Adicione a pasta, o disco ou o zip que você recebeu. Nós o lemos aqui, neste navegador.
page-check = Conferir
    .what = Veja quem e o que é citado nele. Nada muda antes de você dizer.
page-save = Salvar
    .what = Cada arquivo é limpo e depois lido de novo para conferir. Só os que passam são salvos. Seus próprios arquivos ficam como estão.
page-limits = O que nenhuma ferramenta consegue remover
page-body = Seu corpo está na imagem.
    .what = Uma radiografia do tórax mostra mais ou menos sua idade, seu sexo e seu porte. Isso não pode ser retirado.
page-head = Uma cabeça tem sua própria forma.
    .what = Retiramos o rosto dos exames da cabeça. Mas o crânio e o cérebro ficam, e um computador pode compará-los com outro exame seu.
page-rare = Algumas coisas são raras.
    .what = Dentes, implantes, uma fratura antiga ou uma doença rara podem levar a uma só pessoa.
page-writing = Escrita na imagem.
    .what = Nós a procuramos, mostramos o que encontramos e cobrimos de preto. Podemos deixar passar algo. Por favor, olhe as imagens.
page-so = Então: tire seu nome e, mesmo assim, escolha com cuidado a quem dá seu exame.
page-promise = Sem conta, sem cookies, sem contagem de visitas. As regras desta página a proíbem de enviar qualquer coisa, e seu navegador as faz cumprir.
page-advice = Esta ferramenta não dá conselho médico nem jurídico. Ela segue o padrão DICOM para retirar dados pessoais de exames (PS3.15, Anexo E). Ela é oferecida como está, sem promessa de que ninguém jamais possa saber de quem é um exame.
page-few = Esta cópia pequena não fala todos os idiomas: { $languages }.

## The badge that says what is known of the network

badge-online = Conectado. Seus arquivos não são enviados.
badge-ready = Pronto: você já pode desligar a internet.
badge-offline = Sem internet, e ainda funcionando
badge-offline-apart = Sem internet. Ainda faltam partes desta página.
badge-get = Preparar para usar sem internet
badge-getting = Buscando as últimas partes…
badge-failed = As últimas partes não chegaram.

## Keeping the page for use without a network

keep-title = Guardar esta ferramenta
keep-what = Então ela abre neste aparelho sem internet. Só a ferramenta é guardada, cerca de { $size }. Seus arquivos não.
keep-do = Guardar
keep-doing = Guardando…
keep-done = Está guardada. Você pode abri-la sem internet.
keep-failed = Não deu certo. Nada foi guardado.
keep-forget = Não guardar mais
keep-gone = Não está mais guardada.

## What else a person can do

else-title = O que mais posso fazer?
else-lead = Perguntas para fazer e cartas para copiar, sobre seus exames, IA e seus direitos.
else-open = Mostrar as etapas e as cartas
else-failed = Não foi possível carregar estas páginas. Conecte-se, abra a página de novo e aperte o botão mais uma vez.
else-english = Nesta cópia, estas páginas estão só em inglês.
