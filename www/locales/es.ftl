# Every sentence of en.ftl, in the language whose tag names this file. Where words are changed there, they are changed here.


## Steps

steps-label = Pasos
step-choose = Elegir
step-review = Revisar
step-cleaning = Limpiar
step-done = Guardar

## Choose

choose-title = Añada su estudio
choose-how = Suelte aquí la carpeta, el disco, su imagen o el archivo zip que le dieron. O elíjalo:
choose-how-touch = Elija el archivo zip, la carpeta o los archivos que le dieron:
choose-folder = Elegir carpeta
choose-files = Elegir archivos
choose-stay = No sale de este dispositivo.
choose-stay-form = Sus propios archivos se quedan en este dispositivo. Solo las copias limpias van con este formulario.
choose-sample = Probar con un ejemplo
choose-sample-hint = Un paciente inventado, listo para usar.
choose-drop = Suelte para añadir
choose-looking = Mirando la carpeta: { $files ->
    [one] { $files } archivo
   *[other] { $files } archivos
  }
choose-disabled = Aquí no se pueden añadir estudios.
choose-nothing = Ahí no había ningún archivo. Elija la carpeta que contiene su estudio.
choose-too-big = Eso ocupa { $size }. Este sitio acepta como máximo { $max }.
lacks-pictures = Esta copia no puede buscar texto ni caras en las imágenes, así que deja fuera las imágenes que puedan tenerlos.
lacks-codecs = Esta copia pequeña no puede abrir algunas imágenes (JPEG 2000 y JPEG XL), así que las deja fuera.
lacks-reader = Esta copia pequeña no puede leer el texto de las imágenes, así que puede tapar más de lo necesario.
lacks-codecs-reader = Esta copia pequeña puede tapar más texto de las imágenes del necesario y deja fuera algunas imágenes (JPEG 2000 y JPEG XL).

## Reading

reading-title = Leyendo sus archivos
reading-hint = Todavía no se ha cambiado nada, y no se envía nada.
reading-count = { $done } de { $total }
reading-stop = Parar
reading-use = Seguir con lo que ya se ha leído
reading-found = Encontrado hasta ahora
progress-reading = Leyendo: { $done } de { $total }
progress-looking = Mirando las imágenes: { $done } de { $total }
progress-cleaning = Limpiando: { $done } de { $total }

## Review

review-title = { $studies ->
    [0] No encontramos ningún estudio
    [one] Encontramos { $studies } estudio
   *[other] Encontramos { $studies } estudios
  }
review-title-pictures = { $count ->
    [one] Encontramos { $count } archivo de imagen
   *[other] Encontramos { $count } archivos de imagen
  }
review-summary = { $series ->
    [one] { $series } serie
   *[other] { $series } series
  }, { $images ->
    [one] { $images } imagen
   *[other] { $images } imágenes
  }, { $size }. Todavía no se ha cambiado nada.
review-and-fact = { $first }, { $second }
review-now = { $size } en total. Todavía no se ha cambiado nada.
review-facts-show = Mostrar hospital y fecha
review-facts-hide = Ocultar hospital y fecha
review-count = { $series ->
    [one] { $series } serie
   *[other] { $series } series
  }, { $images ->
    [one] { $images } imagen
   *[other] { $images } imágenes
  }
review-kind-of = { $kind }: { $part }
review-kind-of-two = { $kind }: { $part } y { $other }
review-unread = { $count ->
    [one] Usted paró: { $count } archivo no se leyó
   *[other] Usted paró: { $count } archivos no se leyeron
  }
review-unread-hint = Se dejan fuera. No sabemos qué contienen.
review-unread-read = Leerlos todos
review-whole = Incluir todas las series de este estudio: { $title }
review-whole-short = Todas las series de este estudio
review-person = Incluir todos los estudios de la persona { $person }
review-person-short = Incluir a esta persona
review-out = { $series ->
    [one] Dejó fuera { $series } serie
   *[other] Dejó fuera { $series } series
  }: { $images ->
    [one] { $images } imagen
   *[other] { $images } imágenes
  }.
review-kind-count = { $kind }: { $count }
review-none = Ninguno de estos archivos es un estudio que esta herramienta pueda leer. Elija la carpeta o el zip completo que le dio el hospital.
review-people = Estos estudios son de { $people } personas
review-people-check = Compruébelos todos. ¿Son sus estudios, o tiene permiso para compartirlos? Si no, desmarque a esa persona.
review-people-apart = Se mantienen separadas: cada persona recibe su propio número inventado.
review-people-same = Puede que algunas sean la misma persona: un nombre aparece dos veces o falta. No podemos saberlo.
review-people-nameless = Sin nombre
review-study-of = Persona { $person }: { $kind }
review-name = Nombre
review-birth = Fecha de nacimiento
review-id = Número de paciente
review-date = Fecha del estudio
review-hospital = Hospital
review-description = Descripción
review-hidden = oculto
review-absent = no consta
review-show = Mostrar
review-hide = Ocultar
review-show-label = Mostrar los datos de este estudio
review-hide-label = Ocultar los datos de este estudio
review-study = Estudio
review-series = Series de este estudio
review-series-help = Desmarque una serie para dejarla fuera.
review-column-include = Incluir
review-column-picture = Imagen
review-column-series = Serie
review-column-images = Imágenes
review-include = Incluir { $series }, { $images ->
    [one] { $images } imagen
   *[other] { $images } imágenes
  }
review-images = { $images ->
    [one] { $images } imagen
   *[other] { $images } imágenes
  }
review-pictures = Archivos de imagen
review-pictures-hint = Fotos o capturas de pantalla, que se guardan como imágenes y no como estudios. No llevan ningún nombre escrito, así que compruebe que cada una es suya. Las notas ocultas, como el lugar donde se tomó una foto, se quitan.
review-left-series = Dejado fuera
review-refused = { $count ->
    [one] { $count } de sus archivos se dejará fuera
   *[other] { $count } de sus archivos se dejarán fuera
  }
review-picture = Una imagen de { $series }
review-no-picture = Sin vista previa
review-removes = Estos datos se quitarán
review-removes-hint = Cada uno se borra, se limpia o se cambia por uno inventado, en todos los archivos.
review-counts = Cuántos de cada tipo
review-counts-line = { $kind }: { $count } veces
review-stays = Esto se queda
review-look = Mire esto, por favor
review-left = { $count ->
    [one] { $count } cosa más se dejará fuera
   *[other] { $count } cosas más se dejarán fuera
  }
review-left-hint = No son parte del estudio y a menudo contienen nombres.
review-withheld = { $count ->
    [one] { $count } archivo no se puede incluir
   *[other] { $count } archivos no se pueden incluir
  }
review-withheld-hint = Solo dejamos salir un archivo si podemos comprobarlo. Estos no podemos:
review-start = { $images ->
    [one] Limpiar { $images } imagen
   *[other] Limpiar { $images } imágenes
  }
review-start-none = Marque al menos una serie para seguir.
review-start-name = Cambie el nombre para los estudios para seguir.
review-disc = Hacer también un disco
review-disc-hint = Los archivos llevan los nombres que usan los discos, y una lista que leen los visores de discos. No dice más que los propios archivos.
review-back = Elegir otra cosa
review-files = Mostrar los archivos
review-more = y { $count } más

## What goes and what stays

removes-names = Su nombre
removes-ids = Números que llevan hasta usted
removes-birth = Su fecha de nacimiento
removes-dates = Fechas reales
removes-places = Hospital y departamento
removes-staff = Médicos y personal
removes-contact = Dirección y teléfono
removes-device = Número de serie y nombre del escáner
removes-notes = Notas y comentarios
removes-uids = Números técnicos que llevan hasta el hospital
removes-private = Campos ocultos del fabricante
removes-graphics = Dibujos y texto puestos sobre la imagen
removes-beside = Notas ocultas en archivos de imagen
removes-other = Otros datos

## Every field of a file

fields-open = Detalles: cada campo, antes y después
fields-title = Campos de una imagen
fields-hint = Para quienes conocen DICOM. Esto es lo que se hará con una imagen de la mitad de una serie. Los valores nunca salen de esta pantalla.
fields-series = Serie
fields-series-find = Buscar una serie
fields-series-none = Ninguna serie coincide
fields-which = Mostrar
fields-all = Todos los campos
fields-goes = Lo que se va
fields-changes = Lo que cambia
fields-stays = Lo que se queda
fields-find = Buscar
fields-show = Mostrar valores
fields-count = { $count } de { $of } campos
fields-none = No se pudo mirar dentro de esta imagen.
fields-column-path = Campo
fields-column-action = Qué se hace
fields-column-rule = Por qué
fields-column-before = Antes
fields-column-after = Después
fields-items = { $count ->
    [one] { $count } entrada
   *[other] { $count } entradas
  }
fields-bytes = { $size } de datos
fields-empty = vacío
fields-private = { $count ->
    [one] También se va { $count } campo oculto del fabricante.
   *[other] También se van { $count } campos ocultos del fabricante.
  }
fields-graphics = { $count ->
    [one] También se va { $count } dibujo sobre la imagen.
   *[other] También se van { $count } dibujos sobre la imagen.
  }
fields-unknown = { $count ->
    [one] También se va { $count } campo que nadie conoce.
   *[other] También se van { $count } campos que nadie conoce.
  }
fields-more = { $count ->
    [one] { $count } campo más no aparece aquí. Valen las mismas reglas.
   *[other] { $count } campos más no aparecen aquí. Valen las mismas reglas.
  }
action-keep = Se queda
action-remove = Quitado
action-replace = Cambiado
action-empty = Vaciado
action-clean = Limpiado por dentro
action-dummy = Rellenado con palabras que no dicen nada
action-add = Añadido
rule-basic = Reglas básicas
rule-bytes = Datos en los que nadie puede mirar
rule-code = Código
rule-date = Fecha u hora
rule-device-text = Texto del propio escáner
rule-foreign = No corresponde a este tipo de archivo
rule-grammar = No tiene la forma correcta
rule-identifier = Contiene un dato suyo
rule-required = Tiene que estar, así que se rellena
rule-statement = Dice lo que se hizo
rule-term = Palabra del estándar
rule-text = Texto libre
rule-uid = Número técnico
rule-value = Solo números

## Parts of the body: "MRI scan of the knee"

part-body = cuerpo entero
part-spine = columna
part-teeth = dientes o mandíbula
part-eyes = ojos
part-face = cara
part-head = cabeza
part-neck = cuello
part-breast = mama
part-heart = corazón
part-chest = tórax
part-hip = cadera
part-pelvis = pelvis
part-belly = vientre
part-knee = rodilla
part-foot = pie o tobillo
part-leg = pierna
part-shoulder = hombro
part-hand = mano o muñeca
part-arm = brazo

## What cannot be taken out of a scan

remains-title = Lo que no se puede quitar de este estudio
remains-sources = ¿Cómo lo sabemos?
remains-photo = Una foto muestra la piel, las cicatrices, los tatuajes y los anillos tal como son.
remains-teeth = Los dientes y los empastes son distintos en cada persona. Quien tenga otra radiografía dental suya puede ver que las dos son de usted.
    .source = Dientes: un estudio de las radiografías dentales de 746 personas, 2022.
remains-eyes = Los vasos del ojo son distintos en cada persona. Una computadora puede ver que dos imágenes son del mismo ojo. También puede adivinar la edad y el sexo.
remains-face = Los huesos de la cara y las cavidades de la frente se quedan. Son distintos en cada persona.
    .source = Cara: trabajos para tribunales que compararon las cavidades de la frente.
remains-head = El cerebro y el cráneo se quedan. Quien tenga otro estudio de su cabeza puede ver que los dos son de usted.
    .source = Cabeza: Schwarz y otros, 2019 (caras de resonancias comparadas con fotos). Sharma y otros, 2026, arXiv 2602.10043 (cerebros sin cara).
remains-chest = No muestra su cara. Pero una computadora puede ver que dos radiografías de tórax son de la misma persona, aunque pasen años. Puede adivinar la edad y el sexo, y cuánta grasa y músculo hay.
    .source = Radiografía de tórax: Packhäuser y otros, 2022 (dos radiografías de una persona). Alipour y otros, Radiology Advances (RSNA), 2025 (grasa).
remains-bones = Los huesos son distintos en cada persona. Una computadora puede ver que dos radiografías son de la misma persona.
    .source = Huesos: el estudio «Radiobiometrics» de radiografías de tórax, rodilla, pelvis y mano, 2025.
remains-surface = El contorno del cuerpo se queda, con cicatrices y con implantes bajo la piel.
    .source = Cuerpo: Selfridge y otros, 2023 (estudios de cuerpo entero).
remains-vessels = Los vasos se quedan como son. Su recorrido es distinto en cada persona.
remains-report = No pegue un informe tal cual en un chat con una IA. Lo que se escribe allí puede guardarse y volver a aparecer.
remains-guess = Con casi cualquier estudio, una computadora puede adivinar la edad, el sexo y la constitución.
    .source = Constitución: RSNA, mayo de 2026 (grasa y músculo en las resonancias de 66 608 personas).
remains-rare = Los implantes, las fracturas antiguas y los hallazgos raros pueden llevar hasta usted, si alguien sabe de ellos.
stays-pictures = Las imágenes
    .why = Lo que muestran no cambia. Solo el texto que hay en ellas puede taparse de negro.
    .why-faces = Lo que muestran no cambia, salvo dos cosas: el texto que hay en ellas puede taparse de negro, y una cara puede quitarse.
stays-dates-moved = Fechas, pero movidas
    .why = Todas se mueven el mismo número secreto de días. El tiempo entre dos estudios sigue siendo correcto.
stays-dates-true = Fechas reales
    .why = Cuándo se hicieron las cosas, pero no cuándo nació usted.
stays-body = Sexo, edad y medidas del cuerpo
    .why = Como la altura y el peso. Los médicos y los investigadores los necesitan. Una edad mayor de 89 pasa a ser 90.
stays-settings = Ajustes del escáner
    .why = Cómo se tomó la imagen, con la marca y el modelo del escáner.
stays-words = Palabras médicas
    .why = En notas y descripciones se quedan las palabras de una lista de palabras médicas. Todas las demás se van.
stays-reports = Informes, ya limpios
    .why = Los hallazgos y las medidas se quedan. Los nombres y las palabras que no están en la lista se van.
stays-graphics = Marcas en la imagen
    .why = Las líneas y flechas se quedan. Sus palabras se limpian.
stays-hospital = Hospital y departamento
    .why = Sus nombres y direcciones se quedan como están.
stays-device = Qué escáner fue
    .why = Su número de serie y su nombre se quedan, para poder comparar estudios.
stays-private = Campos ocultos del fabricante que se sabe que son seguros
    .why = Números con los que se calculan las imágenes. Todos los demás se van.
stays-uids = Números técnicos
    .why = Pueden llevar a los archivos del hospital y, con ellos, a usted.

## The rules one by one

rules-title = Las reglas
rules-share = Pensadas para compartir con personas que no conoce, como investigadores.
rules-strict = Se queda lo mínimo posible.
rules-clinical = Pensadas para un médico que usted elija: se queda más.
rules-own = El sitio en el que está ha elegido estas reglas.
rules-all = Todas las reglas una por una: { $on } de { $all } opciones están activadas
rules-on = Sí
rules-off = No
option-basic = Reglas básicas
    .what = Los nombres, números, lugares, fechas y notas se van, salvo que una regla de abajo los deje.
option-clean-pixel-data = Quitar el texto de las imágenes
    .what = Tapa de negro las letras de la imagen que podrían decir quién es usted.
option-clean-recognizable-visual-features = Quitar las caras
    .what = Quita la cara de los estudios de cabeza hechos de muchas capas (TC, RM, PET). Un estudio que pueda mostrar una cara que no podemos quitar no sale. Si está desactivado, las caras se quedan.
option-clean-graphics = Limpiar las marcas de la imagen
    .what = Deja las líneas y flechas dibujadas sobre la imagen y limpia sus palabras. Si está desactivado, se van.
option-clean-structured-content = Limpiar los informes
    .what = Deja los hallazgos y las medidas de un informe y quita los nombres. Si está desactivado, los informes no salen.
option-clean-descriptors = Limpiar notas y descripciones
    .what = Deja solo las palabras que están en una lista de palabras médicas. Si está desactivado, todas las notas se van.
option-retain-longitudinal-full-dates = Dejar las fechas reales
    .what = Deja todas las fechas y horas como están, pero no la fecha de nacimiento.
option-retain-longitudinal-modified-dates = Mover las fechas
    .what = Mueve todas las fechas el mismo número secreto de días, para que el tiempo entre dos estudios siga siendo correcto.
option-retain-patient-characteristics = Dejar los datos del cuerpo
    .what = Deja el sexo, la edad, la altura, el peso y cosas así. Una edad mayor de 89 pasa a ser 90.
option-retain-device-identity = Dejar qué escáner fue
    .what = Deja el número de serie y el nombre del escáner, para poder comparar estudios.
option-retain-uids = Dejar los números técnicos
    .what = Deja los números que unen los archivos. Pueden llevar a los archivos del hospital.
option-retain-safe-private = Dejar campos seguros del fabricante
    .what = Deja los campos ocultos que se sabe que solo tienen números para las imágenes. Si está desactivado, todos los campos ocultos se van.
option-retain-institution-identity = Dejar el hospital
    .what = Deja el nombre y la dirección del hospital y del departamento.

## The name on the scans

name-title = Nombre que llevarán los estudios
name-hint = Puede dejarlo vacío. Entonces inventamos un nombre, como OTTER AMBER.
name-several = Se le añaden unas letras y cifras, para distinguir a las personas de aquí.
name-signs = Un nombre no puede llevar \ ^ = ni signos ocultos. Escríbalo sin ellos.
name-long = Ese nombre es demasiado largo. Use como máximo 64 letras.
name-real = Este es el nombre real, o una parte. Si sigue, estará en los estudios a la vista de todos.
name-given = El sitio en el que está pone este nombre en los estudios.

## Warnings

warn-head = Un estudio de la cabeza todavía puede mostrar una cara
    .body = A partir de un estudio de la cabeza, una computadora puede dibujar la cara. Las reglas en uso no quitan las caras. Compártalo solo con personas a las que confiaría una foto suya.
    .which = En este conjunto: { $series }.
warn-head-face = Un estudio de la cabeza puede mostrar una cara
    .body = A partir de un estudio de la cabeza, una computadora puede dibujar la cara. Buscamos las caras y las quitamos. Antes de limpiar nada, le mostramos la cabeza antes y después. Si no se consigue, el estudio se deja fuera.
    .which = En este conjunto: { $series }.
warn-head-alone = Un estudio de la cabeza puede mostrar una cara
    .body = A partir de un estudio de la cabeza, una computadora puede dibujar la cara. Buscamos las caras y las quitamos. Estas reglas no paran para mostrarle el antes y el después. Si no se consigue, el estudio se deja fuera.
    .which = En este conjunto: { $series }.
warn-head-unknown = Si se examinó la cabeza, todavía puede verse una cara
    .body = No sabemos qué parte del cuerpo muestran algunas series. De un estudio de la cabeza se puede dibujar una cara, y las reglas en uso no quitan las caras. Mire las imágenes, por favor.
    .which = En este conjunto: { $series }.
warn-writing = Puede haber nombres escritos en las imágenes
    .body = Buscamos texto en las imágenes y le mostramos lo que encontramos antes de limpiar nada. Se nos puede escapar algo. Por eso, mire las imágenes antes de compartirlas.
warn-writing-always = Puede haber nombres escritos en las imágenes
    .body = Buscamos texto en las imágenes. Después le mostramos cada serie, antes de limpiar nada. Se nos puede escapar algo. Por eso, mire con atención.
warn-writing-alone = Puede haber nombres escritos en las imágenes
    .body = Buscamos texto en las imágenes y lo tapamos de negro. Estas reglas no paran para mostrarle lo que se encontró. Se nos puede escapar algo. Por eso, mire las imágenes antes de compartirlas.
warn-writing-off = Busque texto en las imágenes
    .body = Las reglas en uso no buscan letras en las imágenes. Mírelas todas antes de compartirlas, por favor.
warn-pictures = Una foto puede mostrar quién es usted
    .body = Buscamos texto en los archivos de imagen. No podemos quitar una cara de una foto ni de un dibujo de una cabeza. Tampoco un tatuaje o un anillo. Mire cada imagen y déjela fuera si muestra quién es usted.

## The pictures: what was found, what will be black

looking-title = Buscando texto en las imágenes
looking-hint = Todavía no se ha cambiado nada, y no se envía nada.
look-title = Mire las imágenes, por favor
look-lead = Hay texto en algunas imágenes, o podría haberlo. Vea lo que se tapará de negro y corríjalo donde nos equivoquemos. Todavía no se ha cambiado nada.
look-lead-always = Las reglas en uso le piden que mire primero las imágenes. Vea lo que se tapará de negro y corríjalo donde nos equivoquemos. Todavía no se ha cambiado nada.
look-miss = Se nos puede escapar texto. Mire también los bordes y las esquinas. Si ve un nombre, un número o una fecha fuera de los cuadros negros, dibuje un cuadro encima.
look-state-open = Mire esto, por favor
look-state-right = Está bien
look-state-out = Dejado fuera
look-found = { $count ->
    [0] No encontramos texto que pueda decir quién es usted (imágenes: { $of }).
    [one] Encontramos texto en { $count } imagen (de { $of }).
   *[other] Encontramos texto en { $count } imágenes (de { $of }).
  }
look-unsearched = { $count ->
    [one] { $count } imagen no se pudo revisar del todo. Mírela con atención.
   *[other] { $count } imágenes no se pudieron revisar del todo. Mírelas con atención.
  }
look-lost = { $count ->
    [one] { $count } archivo más no se puede incluir: es todo texto, o no podemos abrir su imagen.
   *[other] { $count } archivos más no se pueden incluir: son todo texto, o no podemos abrir sus imágenes.
  }
look-key-gone = Será negro. Ya nadie podrá leerlo.
look-key-kept = Se queda. Creemos que es inofensivo, como la «L» que marca el lado izquierdo.
look-key-bare = Se podrá leer, pero podría decir quién es usted.
look-boxes = Cuadros en la imagen
look-box-gone = { $what }: será negro
look-box-kept = { $what }: se queda
look-where = Imagen { $at } de { $of }
look-where-frames = Imagen { $at } de { $of }, fotograma { $frame } de { $frames }
look-frame = Fotograma
look-frame-of = Fotograma { $frame } de { $frames }
look-previous = Anterior
look-next = Siguiente
look-next-found = Siguiente con texto
look-no-picture = Esta imagen no se puede mostrar aquí. En caso de duda, deje fuera la serie.
look-add = Añadir un cuadro
look-added = Se añadió un cuadro negro.
look-erase = Quitar el cuadro
look-erased = Se quitó el cuadro.
look-leaves = Mostrar como saldrá
look-help = Pulse un cuadro para cambiar entre negro y conservado. Arrastre sobre la imagen para dibujar uno nuevo. Arrastre un cuadro para moverlo, o su esquina para cambiar el tamaño. Con el teclado: Tab va a un cuadro, Intro lo cambia, las flechas lo mueven, Mayús y una flecha cambian el tamaño, Supr quita uno que usted dibujó.
look-reach = Lo que cambie vale para
look-reach-series = Las { $pictures } imágenes de esta serie que tienen el mismo tamaño
look-reach-file = Solo esta imagen
look-reach-frames = Esta imagen, todos sus fotogramas
look-reach-frame = Solo este fotograma
look-stays = Esto se podrá leer.
look-stays-in = { $count ->
    [one] En { $count } imagen usted deja texto que podría decir quién es.
   *[other] En { $count } imágenes queda texto que podría decir quién es usted.
  }
look-right = Está bien
look-out = Dejar fuera esta serie
look-in = Volver a incluir esta serie
look-undo = Deshacer mis cambios
look-go = Quitar mis datos
look-go-hint = Primero diga de cada serie que está bien, o déjela fuera.
look-go-none = Todas las series están fuera, así que no hay nada que limpiar.
look-back = Atrás
why-region = Un lugar donde escribe este tipo de escáner
why-outside = Fuera de la parte que muestra el estudio
why-unread = Texto que no se pudo leer
why-unknown = Texto que puede decir quién es usted
why-identifies = Texto que dice quién es usted
why-harmless = Texto inofensivo
why-drawn = Un cuadro que usted dibujó

## Faces: the head before and after

searching-title = Buscando caras
searching-hint = Miramos la forma de lo que se examinó. Todavía no se ha cambiado nada, y no se envía nada.
face-title = Su cara
face-lead = A partir de un estudio de la cabeza, una computadora puede dibujar la cabeza. Así se ve ahora, y así se verá sin la cara. Todavía no se ha cambiado nada.
face-lead-lost = A partir de un estudio de la cabeza, una computadora puede dibujar la cara. Aquí no pudimos quitarla. Todavía no se ha cambiado nada.
face-sure-cut = Encontramos la cara. Se quitará.
face-sure-layer = Encontramos la cara. Se cambiará su piel.
face-unsure-cut = Encontramos la cara y la quitaremos. Pero no estamos seguros de que se vaya entera.
face-unsure-layer = Encontramos la cara y cambiaremos su piel. Pero no estamos seguros de cambiarla entera.
face-compare = Compare las imágenes, por favor.
face-layer = Esto oculta menos de lo normal.
face-layer-why = Solo cambia la piel de la cara. Los huesos de debajo se quedan. Con los huesos, un experto puede deducir cómo pudo ser una cara.
face-lost = Puede que aquí haya una cara, y no pudimos quitarla. Por eso se deja fuera.
face-lost-code = Puede que aquí haya una cara. Por eso se deja fuera.
face-no-picture = Aquí no se puede dibujar la cabeza.
face-before = Antes
face-after = Después
face-front = De frente
face-half-left = De tres cuartos, izquierda
face-half-right = De tres cuartos, derecha
face-left = De perfil, izquierda
face-right = De perfil, derecha
face-alt-before = { $from }, antes: la cabeza como es ahora
face-alt-after = { $from }, después: la cabeza como saldrá
face-alt-written = { $from }: la cabeza como sale
face-question-cut = ¿Se ve todavía alguna parte de la cara?
face-question-layer = ¿Se ve todavía cómo es la cara?
face-help = Mire las imágenes de después. Si no las ve bien, elija «no lo sé».
face-help-free = Puede dejar esto sin responder.
face-gone-cut = No, ya no está
face-gone-layer = No
face-visible = Sí, o no lo sé
face-out = Este estudio se dejará fuera.
face-go-hint = Primero responda la pregunta sobre cada cabeza.
face-stays = Lo que se queda
face-stays-bones = La forma del cráneo. Los dientes y las orejas también pueden quedar.
face-stays-ears = Las orejas. Las reglas en uso las dejan.
face-stays-eyes = Los ojos, pero no los párpados. Las reglas en uso los dejan.
face-stays-brain = El cerebro. Si alguien tiene otro estudio suyo, una computadora puede ver que los dos son de la misma persona.
face-stays-else = Las imágenes sueltas y las vistas 3D de la misma visita pueden mostrar la cara de otra forma. Las dejamos fuera.

## Cleaning

cleaning-title = Limpiando
cleaning-hint = Cada archivo se limpia y luego se lee otra vez para comprobarlo. Deje esta página abierta.
cleaning-left-seconds = { $seconds ->
    [one] Queda { $seconds } segundo
   *[other] Quedan { $seconds } segundos
  }
cleaning-left-minutes = { $minutes ->
    [one] Queda más o menos { $minutes } minuto
   *[other] Quedan más o menos { $minutes } minutos
  }
cleaning-stopped = Parado. Sus archivos siguen aquí.

## Done

done-title = Hecho y comprobado
done-title-none = No se pudo limpiar nada
done-summary = { $images ->
    [one] { $images } imagen leída de nuevo; no se encontró en ella ningún dato suyo.
   *[other] { $images } imágenes leídas de nuevo; no se encontró en ellas ningún dato suyo.
  }
done-summary-left = { $images ->
    [one] { $images } imagen leída de nuevo; no se encontró ningún dato suyo fuera de su imagen.
   *[other] { $images } imágenes leídas de nuevo; no se encontró ningún dato suyo fuera de las imágenes.
  }
done-summary-none = Ningún archivo pasó la comprobación, así que no hay nada que guardar. Nada ha salido de este dispositivo.
done-zip = Guardar como zip
done-folder = Guardar en una carpeta
done-form = Listo para enviar. Siga con el formulario de abajo.
done-saving = Guardando…
done-saved = Guardado. Sus propios archivos no han cambiado.
done-saving-percent = Guardando: { $percent } %
done-stop = Parar
done-stopped = Parado. No se guardó nada.
done-partly = { $saved } de { $files } archivos están en la carpeta «{ $folder }». Los demás no se pudieron guardar. Si el estudio está en un disco o una memoria, vuelva a ponerlo. Después siga.
done-go-on = Seguir guardando
done-share = Enviar a otra aplicación
done-shared = Entregado a la otra aplicación.
done-parts = Guardar en varios archivos más pequeños
done-parts-hint = Para el correo electrónico, los teléfonos y los portales que no aceptan archivos grandes. Todas las partes juntas son sus estudios: guárdelas todas.
done-parts-size = Cada una, como máximo
done-part = Guardar la parte { $part } de { $parts } ({ $size })
done-part-saved = ✓ guardada
done-part-kept = La parte { $part } de { $parts } está guardada.
done-part-large = Una sola imagen ya es más grande.
done-save-failed = No se pudo guardar. Si el estudio está en un disco o una memoria, vuelva a ponerlo e inténtelo de nuevo.
done-report = Ver el informe
done-report-hide = Ocultar el informe
done-report-save = Guardar el informe
done-size = { $size } en total
done-withheld = { $count ->
    [one] { $count } archivo no se pudo comprobar, así que no está incluido
   *[other] { $count } archivos no se pudieron comprobar, así que no están incluidos
  }
done-disc-none = La lista para visores de discos no pasó nuestra comprobación, así que no está. Los archivos limpios sí.
done-not-chosen = { $count ->
    [one] { $count } archivo se dejó fuera, como usted eligió.
   *[other] { $count } archivos se dejaron fuera, como usted eligió.
  }
done-not-read = { $count ->
    [one] { $count } archivo no se leyó, porque usted paró, así que se dejó fuera.
   *[other] { $count } archivos no se leyeron, porque usted paró, así que se dejaron fuera.
  }
done-cannot = Lo que esto no puede quitar
done-again = Empezar de nuevo
done-back = Volver a lo encontrado
done-blackened = { $images ->
    [one] En { $images } imagen se tapó texto de negro.
   *[other] En { $images } imágenes se tapó texto de negro.
  }
done-pictures = { $images ->
    [one] { $images } es un archivo de imagen. En él solo queda la imagen misma.
   *[other] { $images } son archivos de imagen. En ellos solo quedan las imágenes mismas.
  }
done-recompressed = { $images ->
    [one] { $images } foto estaba guardada girada. Para enderezarla hubo que comprimirla otra vez, así que es un poco menos nítida.
   *[other] { $images } fotos estaban guardadas giradas. Para enderezarlas hubo que comprimirlas otra vez, así que son un poco menos nítidas.
  }
done-staying = { $images ->
    [one] En { $images } imagen se puede leer texto que podría decir quién es usted.
   *[other] En { $images } imágenes se puede leer texto que podría decir quién es usted.
  }
done-unseen = { $images ->
    [one] En { $images } imagen no se buscó texto del todo. Mírela antes de compartirla.
   *[other] En { $images } imágenes no se buscó texto del todo. Mírelas antes de compartirlas.
  }
done-face-removed = { $images ->
    [one] { $images } imagen es de una cabeza. Se quitó la cara.
   *[other] { $images } imágenes son de una cabeza. Se quitó la cara.
  }
done-face-layer = { $images ->
    [one] { $images } imagen es de una cabeza. Solo se cambió la piel de la cara, así que oculta menos.
   *[other] { $images } imágenes son de una cabeza. Solo se cambió la piel de la cara, así que oculta menos.
  }
done-face-open = { $images ->
    [one] En { $images } imagen puede verse todavía una parte de la cara. No estamos seguros, y nadie ha dicho que ya no esté.
   *[other] En { $images } imágenes puede verse todavía una parte de la cara. No estamos seguros, y nadie ha dicho que ya no esté.
  }
done-face-kept = { $images ->
    [one] En { $images } imagen no se buscó una cara: las reglas en uso dejan las caras.
   *[other] En { $images } imágenes no se buscó una cara: las reglas en uso dejan las caras.
  }
done-heads = Su cabeza, como sale
done-heads-hint = Esto es lo que una computadora puede dibujar con los archivos limpios.
cannot-writing = Texto en las imágenes que se nos escapó. Mire las imágenes antes de compartirlas.
cannot-faces = Una cara en imágenes donde no la buscamos, como fotos, dibujos o imágenes sueltas de una cabeza.
cannot-heads = La forma del cráneo, y a veces dientes y orejas. Y el cerebro: si alguien tiene otro estudio suyo, una computadora puede ver que los dos son de la misma persona.
cannot-anatomy = Su propio cuerpo: los huesos, los dientes, los implantes o un hallazgo raro todavía pueden llevar hasta usted.

## Report

report-title = Informe
report-hint = No contiene ningún nombre, número ni fecha suyos.
report-policy = Reglas usadas
report-found = Encontrados
report-verified = Limpiados y comprobados
report-withheld = No incluidos
report-left = Dejados fuera (no son estudios)
report-attributes = Campo por campo: qué se hizo
report-column-path = Campo
report-column-action = Qué se hizo
report-column-rule = Por qué
report-column-count = Veces
report-writing = Las imágenes
report-faces = Caras en estudios de la cabeza
report-unchecked = No comprobado por nadie
unchecked-writing-in-pixels = Texto en algunas de las imágenes
unchecked-faces = Caras en algunas de las imágenes
unchecked-anatomy = Lo que dice el propio cuerpo
report-tool = Hecho por { $name } { $version }

## Failed

failed-title = No funcionó
failed-nothing = Nada ha salido de este dispositivo, y sus archivos no han cambiado.
failed-retry = Intentar de nuevo

## Form

form-missing = Primero añada un estudio.
form-working = Espere a que su estudio esté limpio y comprobado.
form-unfinished = Primero termine de limpiar su estudio.
form-none = No se pudo limpiar ninguno de los archivos. Elija otros.

## Why a file is not included: what happened, and what to do

code-archive-encrypted = El zip está protegido con una contraseña.
    .do = Descomprímalo primero con la contraseña y luego añada la carpeta.
code-archive-method = Está comprimido de una forma que no podemos leer.
    .do = Descomprímalo en su computadora y luego añada la carpeta.
code-archive-structure = El zip, la imagen de disco o el paquete está dañado.
    .do = Descárguelo otra vez o pida una copia nueva.
code-archive-mismatch = Un archivo comprimido está dañado.
    .do = Descárguelo otra vez o pida una copia nueva.
code-archive-depth = Está comprimido tres veces, una dentro de otra.
    .do = Descomprímalo en su computadora y luego añada la carpeta.
code-cut-off = El archivo termina demasiado pronto. No se copió entero.
    .do = Cópielo otra vez del disco o del portal.
code-structure = El archivo se contradice, así que no podemos estar seguros de lo que contiene.
    .do = Pida al hospital una copia nueva.
code-depth = El archivo tiene demasiadas capas para comprobarlo.
    .do = Déjelo fuera o pida al hospital una copia sencilla.
code-too-many = El archivo tiene más campos de los que podemos comprobar.
    .do = Déjelo fuera o pida al hospital una copia sencilla.
code-too-long = Una parte del archivo es más larga de lo que podemos comprobar.
    .do = Déjelo fuera o pida al hospital una copia sencilla.
code-transfer-syntax = El archivo está guardado en una forma que no podemos leer.
    .do = Pida al hospital una copia sin comprimir.
code-no-identity = El archivo no dice qué es.
    .do = Pida al hospital una copia nueva.
code-deflate = La parte comprimida del archivo está dañada.
    .do = Pida al hospital una copia nueva.
code-pages = Tiene varias páginas, y solo podemos comprobar una imagen por archivo.
    .do = Guarde cada página como una imagen aparte y luego añádalas.
code-pixel-layout = El tamaño de la imagen y sus datos no encajan.
    .do = Pida al hospital una copia nueva.
code-pixel-short = Falta una parte de la imagen.
    .do = Cópielo otra vez del disco o del portal.
code-pixel-stream = No se pudo mirar dentro de la imagen comprimida, así que podría esconder algo.
    .do = Pida al hospital una copia sin comprimir.
code-pixel-elsewhere = La imagen no está en este archivo. El archivo solo dice dónde está.
    .do = Déjelo fuera. Por sí solo no sirve.
code-document = Es un documento, como un PDF. Sus páginas están llenas de nombres.
    .do = Déjelo fuera. Si lo necesita, tape los nombres a mano.
code-report = Es un informe escrito. Puede haber nombres en cualquier lugar, y las reglas en uso no limpian informes.
    .do = Déjelo fuera. Si lo necesita, copie a mano la parte médica.
code-free-text = Es un informe solo de palabras. Sin sus palabras no quedaría nada.
    .do = Déjelo fuera. Si lo necesita, copie a mano la parte médica.
code-video = Es un vídeo. A menudo lleva nombres escritos.
    .do = Déjelo fuera.
code-waveform = Es una grabación de sonido. Una voz dice quién habla.
    .do = Déjela fuera.
code-raw-data = Son los datos brutos del escáner. Solo su fabricante puede leerlos.
    .do = Déjelos fuera. Bastan las imágenes hechas con ellos.
code-object-kind = Es un tipo de archivo que no conocemos.
    .do = Déjelo fuera.
code-writing = La imagen es todo texto, o no pudimos buscar texto en ella.
    .do = Déjelo fuera. Si lo necesita, tape los nombres a mano.
code-codec = No pudimos abrir la imagen de este archivo, así que no pudimos buscar texto en ella.
    .do = Pida al hospital una copia sin comprimir.
code-face = Puede mostrar una cara que no pudimos quitar, o mostrarla de otra forma. Por eso no lo dejamos salir.
    .do = Déjelo fuera.
code-mask = Se tapó texto de negro, pero la imagen nueva no pasó nuestra comprobación, así que no la dejamos salir.
    .do = Pida al hospital una copia sin comprimir, o déjela fuera.
code-residue = Después de limpiar todavía encontramos un dato suyo, así que no lo dejamos salir.
    .do = Déjelo fuera.
code-conformance = El archivo limpio no pasó nuestra propia comprobación, así que no lo dejamos salir.
    .do = Déjelo fuera.
code-policy = Las reglas de limpieza no son válidas.
    .do = Avise a quienes llevan este sitio.
    .do = Avise a quienes llevan este sitio.
code-policy-conflict = Las reglas se contradicen.
    .do = Avise a quienes llevan este sitio.
code-key = Este navegador no dio un número al azar seguro, así que no empezamos.
    .do = Pruebe otra vez en otro navegador.
code-unreadable = No se pudo leer el archivo. Quizá se movió, o se sacó el disco.
    .do = Vuelva a poner el disco o la memoria e inténtelo de nuevo.
code-worker-start = La parte que limpia no pudo arrancar en este navegador.
    .do = Actualice el navegador o pruebe otro. Si está en el sitio de un hospital, avise a quienes lo llevan.
code-worker-died = La comprobación se paró en este archivo, así que no lo dejamos salir.
    .do = Déjelo fuera o inténtelo con menos archivos.
code-worker-timeout = La comprobación tardó demasiado en este archivo, así que no lo dejamos salir.
    .do = Déjelo fuera o inténtelo con menos programas abiertos.
code-memory = A este dispositivo le faltó memoria para este archivo.
    .do = Cierre otros programas o pruebe en una computadora más grande.
code-cancelled = Usted paró antes de que este archivo estuviera listo.
    .do = Empiece de nuevo para incluirlo.
code-other = No se pudo comprobar este archivo ({ $code }).
    .do = Déjelo fuera.

## What else is on a disc

what-dicomdir = Lista de contenido (lleva su nombre)
what-empty = Archivo vacío
what-pdf = Documento PDF
what-gif = Imagen (GIF)
what-picture = Imagen (HEIC, AVIF, WebP, JPEG 2000)
what-program = Programa
what-text = Archivo de texto
what-html = Página web
what-xml = Archivo de datos (XML)
what-nifti = Archivo de estudio para investigación (NIfTI)
what-iso = Imagen de disco sin archivos
what-gzip = Archivo comprimido (gzip) sin nada dentro
what-rar = Archivo comprimido (RAR). Descomprímalo primero y luego añada la carpeta.
what-7z = Archivo comprimido (7z). Descomprímalo primero y luego añada la carpeta.
what-packed = Archivo comprimido. Descomprímalo primero y luego añada la carpeta.
what-tar = Archivo comprimido (tar) sin archivos
what-zip = Archivo comprimido (zip) sin archivos
what-video = Vídeo
what-office = Documento de oficina
what-not-read = No leído, porque usted paró
what-unknown = Otro archivo

## Kinds of scan

modality-CT = TC
modality-MR = Resonancia magnética
modality-CR = Radiografía
modality-DX = Radiografía
modality-RF = Serie de radiografías
modality-XA = Radiografía de vasos
modality-MG = Mamografía
modality-US = Ecografía
modality-IVUS = Ecografía
modality-PT = PET
modality-NM = Estudio de medicina nuclear
modality-OT = Otra imagen
modality-SC = Captura de pantalla
modality-PX = Radiografía dental
modality-IO = Radiografía dental
modality-OPT = Estudio del ojo
modality-OP = Foto del ojo
modality-ES = Imagen de cámara
modality-XC = Foto
modality-SM = Imagen de microscopio
modality-ECG = Trazado del corazón
modality-SR = Informe
modality-DOC = Documento
modality-PR = Ajustes de visualización
modality-KO = Lista de imágenes clave
modality-SEG = Zonas marcadas
modality-RTSTRUCT = Plan de radioterapia
modality-RTPLAN = Plan de radioterapia
modality-RTDOSE = Dosis de radiación
modality-PICTURES = Archivo de imagen
modality-other = Estudio ({ $modality })

## Sizes

size-kilobytes = { $n } kB
size-megabytes = { $n } MB
size-gigabytes = { $n } GB

## The report on one page

report-save-page = Guardar el informe para leer o imprimir
report-core = Huella de la parte que limpia (SHA-256):
report-done = Qué se hizo
report-why-not = Por qué hay archivos no incluidos

## The page around it

page-skip = Ir a la herramienta
page-language = Idioma
page-title = Quite su nombre de sus estudios
page-lead = Su resonancia, TC o radiografía, lista para compartir, sin los datos que dicen quién es usted.
    .stays = No sale de este dispositivo.
    .offline = También funciona con internet desconectado.
page-how = Cómo funciona
page-choose = Elegir
    .what = Añada la carpeta, el disco o el zip que le dieron. Lo leemos aquí, en este navegador.
page-check = Revisar
    .what = Vea quién y qué se nombra. Nada cambia hasta que usted lo diga.
page-save = Guardar
    .what = Cada archivo se limpia y luego se lee otra vez para comprobarlo. Solo se guardan los que pasan. Sus propios archivos quedan como están.
page-limits = Lo que ninguna herramienta puede quitar
page-body = Su cuerpo está en la imagen.
    .what = Una radiografía de tórax muestra más o menos su edad, su sexo y su constitución. Eso no se puede quitar.
page-head = Una cabeza tiene su propia forma.
    .what = Quitamos la cara de los estudios de la cabeza. Pero el cráneo y el cerebro se quedan, y una computadora puede compararlos con otro estudio suyo.
page-rare = Algunas cosas son raras.
    .what = Los dientes, los implantes, una fractura antigua o una enfermedad rara pueden llevar a una sola persona.
page-writing = Texto en la imagen.
    .what = Lo buscamos, le mostramos lo que encontramos y lo tapamos de negro. Se nos puede escapar algo. Mire las imágenes, por favor.
page-so = Así que quite su nombre y, aun así, elija con cuidado a quién da su estudio.
page-promise = Sin cuenta, sin cookies, sin contar visitas. Las reglas de esta página le prohíben enviar nada, y su navegador las hace cumplir.
page-advice = Esta herramienta no da consejo médico ni legal. Sigue el estándar DICOM para quitar datos personales de los estudios (PS3.15, anexo E). Se ofrece tal cual, sin prometer que nadie pueda saber nunca de quién es un estudio.
page-few = Esta copia pequeña no habla todos los idiomas: { $languages }.

## The badge that says what is known of the network

badge-online = En línea. Sus archivos no se envían.
badge-ready = Listo: ya puede desconectar internet.
badge-offline = Sin conexión, y sigue funcionando
badge-offline-apart = Sin conexión. Aún faltan partes de esta página.
badge-get = Preparar para usar sin conexión
badge-getting = Trayendo las últimas partes…
badge-failed = Las últimas partes no llegaron.

## Keeping the page for use without a network

keep-title = Conservar esta herramienta
keep-what = Así se abre en este dispositivo sin internet. Solo se conserva la herramienta, unos { $size }. Sus archivos no.
keep-do = Conservarla
keep-doing = Guardando la herramienta…
keep-done = Está conservada. Puede abrirla sin internet.
keep-failed = No funcionó. No se conservó nada.
keep-forget = No conservarla más
keep-gone = Ya no está conservada.

## What else a person can do

else-title = ¿Qué más puedo hacer?
else-lead = Preguntas que hacer y cartas para copiar, sobre sus estudios, la IA y sus derechos.
else-open = Mostrar los pasos y las cartas
else-failed = No se pudieron cargar estas páginas. Conéctese, abra la página otra vez y pulse el botón de nuevo.
else-english = En esta copia, estas páginas están solo en inglés.
