/// What is said of a file that a reader has sent in: why it was refused, what was left out, what comes next.
package enum ReceivingReason {
    // Why nothing of a file is taken.
    package static let tooLarge = Bilingual(
        ru: "файл больше {1} МБ; попросите прислать картинки поменьше", en: "the file is larger than {1} MB")
    package static let unknownFile = Bilingual(
        ru: "это не файл .md и не архив .zip со страницы «Поделиться»; Word и Excel берёт команда album import",
        en: "this is neither an .md file nor a .zip of the sharing page; album import takes Word and Excel")
    package static let brokenArchive = Bilingual(
        ru: "архив повреждён ({1}); попросите прислать его ещё раз",
        en: "the archive is damaged ({1}); have it sent again")
    package static let bomb = Bilingual(
        ru: "архив распаковывается в непомерно большой — так устроены вредоносные файлы; он не прочитан",
        en: "the archive unpacks to far more than it is, as malicious files do; it was not read")
    package static let tooManyFiles = Bilingual(
        ru: "в архиве больше {1} файлов; форма сайта столько не кладёт", en: "the archive has more than {1} files")
    package static let escapingName = Bilingual(
        ru:
            "в архиве есть файл с именем «{1}», которое ведёт мимо папки, — так устроены вредоносные файлы; он не прочитан",
        en: "the archive has a file \"{1}\" that leads out of its folder, as malicious files do; it was not read")
    package static let link = Bilingual(
        ru: "«{1}» в архиве — ссылка или особый файл, а не файл; архив не прочитан",
        en: "\"{1}\" in the archive is a link or special file; the archive was not read")
    package static let doubledName = Bilingual(
        ru: "в архиве два файла с именем «{1}»; архив не прочитан",
        en: "the archive has two files called \"{1}\"; it was not read")
    package static let noText = Bilingual(
        ru: "в архиве нет файла .md с текстом; так бывает, если прислали одни картинки",
        en: "the archive has no .md file with a text")
    package static let severalTexts = Bilingual(
        ru: "в архиве несколько файлов .md ({1}); пришлите их по одному", en: "the archive has several .md files ({1})")
    package static let encoding = Bilingual(
        ru: "текст не в кодировке UTF-8; его меняли другой программой — сохраните его в UTF-8",
        en: "the text is not UTF-8; save it as that")
    package static let noFrontMatter = Bilingual(
        ru: "в файле нет шапки между строками «---»: это не файл со страницы «Поделиться»",
        en: "the file has no front matter between lines ---: it is none of the sharing page")
    package static let brokenFrontMatter = Bilingual(
        ru: "шапка файла не читается: {1}", en: "the front matter cannot be read: {1}")
    package static let noKind = Bilingual(
        ru: "не сказано, что это: в шапке нет строки «kind: …»; назовите вид ключом --kind",
        en: "the front matter lacks kind; name it with --kind")
    package static let unknownKind = Bilingual(
        ru: "вида «{1}» у этого сайта нет; назовите другой ключом --kind",
        en: "this site has no kind \"{1}\"; name another with --kind")
    package static let noTitle = Bilingual(ru: "у материала нет названия", en: "the material has no title")

    // What is left out.
    package static let unknownField = Bilingual(
        ru: "поле «{1}» не взято: у вида «{2}» такого нет. В нём было: {3}",
        en: "the field \"{1}\" was left out: the kind \"{2}\" has none like it. It held: {3}")
    package static let ownField = Bilingual(
        ru: "поле «{1}» не взято: его заполняет тот, кто ведёт сайт. В нём было: {2}",
        en: "the field \"{1}\" was left out: whoever keeps the site fills it in. It held: {2}")
    package static let unfitValue = Bilingual(
        ru: "поле «{1}» не взято: в нём не текст и не список текстов, или оно слишком длинное",
        en: "the field \"{1}\" was left out: it holds neither a text nor a list of texts, or too much")
    package static let emptyFile = Bilingual(ru: "файл «{1}» не взят: он пуст", en: "\"{1}\" was left out: it is empty")
    package static let drawing = Bilingual(
        ru: "файл «{1}» не взят: рисунки SVG могут содержать программы; нужен PNG или JPEG",
        en: "\"{1}\" was left out: SVG drawings may hold programs; PNG or JPEG is needed")
    package static let nestedArchive = Bilingual(
        ru: "файл «{1}» не взят: это архив внутри архива", en: "\"{1}\" was left out: an archive within the archive")
    package static let foreignFile = Bilingual(
        ru: "файл «{1}» не взят: это не картинка JPEG, PNG, WebP или GIF и не документ DOCX, XLSX, PPTX, ODT или PDF",
        en: "\"{1}\" was left out: neither a picture (JPEG, PNG, WebP, GIF) nor a document (DOCX, XLSX, PPTX, ODT, PDF)"
    )
    package static let deviceName = Bilingual(
        ru: "файл «{1}» не взят: так в Windows называется устройство",
        en: "\"{1}\" was left out: a device is called so in Windows")
    package static let damagedDocument = Bilingual(
        ru: "файл «{1}» не взят: документ повреждён или опасен ({2})",
        en: "\"{1}\" was left out: the document is damaged or dangerous ({2})")
    package static let damagedPicture = Bilingual(
        ru: "файл «{1}» не взят: картинка повреждена, изображения в ней нет; попросите прислать её ещё раз",
        en: "\"{1}\" was left out: the picture is damaged, nothing is in it; have it sent again")
    package static let unusedFile = Bilingual(
        ru: "файл «{1}» в тексте не назван: он приложен как вложение",
        en: "the text does not name \"{1}\": it became an attachment")
    package static let missingFile = Bilingual(
        ru: "текст называет файл «{1}», а его не прислали", en: "the text names the file \"{1}\", which was not sent")
    package static let controls = Bilingual(
        ru: "из текста убраны невидимые управляющие знаки: {1}", en: "unseen control characters were taken out: {1}")
    package static let notTaken = Bilingual(
        ru: "«{1}» в папке не тронут: берутся файлы .md и .zip", en: "\"{1}\" was left alone: .md and .zip are taken")

    // What was taken.
    package static let taken = Bilingual(ru: "взято: {1}", en: "taken: {1}")
    package static let fields = Bilingual(ru: "поля — {1}", en: "fields: {1}")
    package static let sections = Bilingual(ru: "разделы — {1}", en: "sections: {1}")
    package static let files = Bilingual(ru: "файлы — {1}", en: "files: {1}")
    package static let position = Bilingual(
        ru: "из снимка «{1}» убрано место съёмки", en: "the place was taken out of \"{1}\"")
    package static let reduced = Bilingual(
        ru: "картинка «{1}» уменьшена для сайта: была {2}, стала {3}",
        en: "the picture \"{1}\" was made smaller for the site: {2} became {3}")
    package static let largePicture = Bilingual(
        ru:
            "картинка «{1}» велика для сайта ({2}, {3} МБ) и осталась как есть: уменьшите её до 2560 точек по длинной стороне "
            + "или поставьте ImageMagick или libvips — и нажмите в форме «Уменьшить картинку»",
        en:
            "the picture \"{1}\" is too large for the site ({2}, {3} MB) and stays: make it 2560 pixels at most, or install "
            + "ImageMagick or libvips and press \"Make the picture smaller\" in the form"
    )
    package static let leftOut = Bilingual(ru: "не взято: {1}", en: "left out: {1}")

    package static let contact = Bilingual(
        ru: "связаться с автором: {1} (в черновик не записано, на сайт не попадёт)",
        en: "how to reach the sender: {1} (not written into the draft, never on the site)")

    package static let ofAlbum = Bilingual(
        ru: "это материал альбома «{1}»: он лежит там и правится там",
        en: "it belongs to the album \"{1}\" and is edited there")
    package static let ofSite = Bilingual(
        ru: "мест одного альбома в нём не названо: он лежит в общих материалах сайта",
        en: "it names no place of a single album: it lies in the site's own content")
    package static let albumOfOthers = Bilingual(
        ru:
            "это материал альбома «{1}», а писать в {2} отсюда нельзя; передайте файл тем, кто его ведёт, — они примут его "
            + "командой album receive в папке {3}",
        en:
            "it belongs to the album \"{1}\", and {2} cannot be written to from here; hand the file to those who keep it: "
            + "album receive in the folder {3} takes it")

    // What comes next.
    package static let already = Bilingual(
        ru: "уже принято: {1} — то же самое, слово в слово", en: "{1} is the same, word by word: nothing to do")
    package static let known = Bilingual(
        ru: "уже принято ({1}): открыт как {3}, форма — {4}. Взять ещё раз, отдельным черновиком, — ключ --again",
        en: "received before ({1}): it is {3}, its form is {4}. Take it again with --again")
    package static let knownElsewhere = Bilingual(
        ru:
            "уже принято ({1}) как {2}; теперь это {3}, форма — {4}. Взять ещё раз, отдельным черновиком, — ключ --again",
        en: "received before ({1}) as {2}, which is {3} now, its form is {4}. Take it again with --again")
    package static let knownAndGone = Bilingual(
        ru:
            "уже принято ({1}) как {2}, но такого файла больше нет: его удалили или переименовали. Взять ещё раз — ключ "
            + "--again",
        en: "received before ({1}) as {2}, which is there no more. Take it again with --again")
    package static let belongs = Bilingual(
        ru:
            "это текст к материалу «{1}» ({2}). Запустите {4} и откройте {3}: там видно, что изменится, и кнопка вносит "
            + "текст в материал, а черновик убирает",
        en:
            "this is a text for \"{1}\" ({2}). Run {4} and open {3}: it shows what would change, and puts the text "
            + "in and the draft away by a button"
    )
    package static let belongsNowhere = Bilingual(
        ru: "первая строка называет текст текстом к материалу {1}, а такого материала нет: посмотрите, к какому он",
        en: "the first line says that this is a text for {1}, which is not there: see for which it is")
    package static let newer = Bilingual(
        ru:
            "похоже на новую версию материала «{1}» ({2}): он не тронут, адрес и ссылки прежние. Запустите {4} и "
            + "откройте {3}: там видно, что изменится, и кнопка вносит новое в него, а черновик убирает. Если это другой "
            + "материал, дайте ему другое название",
        en:
            "this looks like a newer version of \"{1}\" ({2}), which is untouched. Run {4} and open {3}: it shows what "
            + "would change, and puts it in and the draft away by a button. If it is another material, give it another title"
    )
    package static let toMend = Bilingual(ru: "что поправить:", en: "what to mend:")
    package static let next = Bilingual(
        ru:
            "Это черновик: он не публикуется. Запустите {2} и откройте его форму: {1} (если сайт откроется "
            + "по другому адресу, найдите материал и нажмите «Править»). Сверьте, допишите и сохраните как готовый.",
        en:
            "This is a draft and not published. Run {2} and open its form: {1} (should the site open at "
            + "another address, find it and press Edit). Check it and save it as ready."
    )
    package static let nextThere = Bilingual(
        ru:
            "Это черновик: он не публикуется. Сайт сейчас открыт, форма черновика: {1}. Сверьте, допишите и сохраните как "
            + "готовый.",
        en:
            "This is a draft and not published. The site is being served, and this is its form: {1}. Check it and save it "
            + "as ready.")
    package static let people = Bilingual(
        ru: "В черновике есть сведения о людях: он не публикуется, пока они не убраны или не разрешены.",
        en: "The draft tells about people: it is not published before that is removed or allowed.")
    package static let blocked = Bilingual(
        ru: "Пока ошибки не исправлены, сохранить его как готовый нельзя. Остальному сайту черновик не мешает.",
        en: "It cannot be saved as ready before the errors are mended. The draft does not hinder the rest of the site.")
    package static let attachments = Bilingual(
        ru: "Вложения программа не читает: посмотрите в них сами, нет ли там сведений о людях.",
        en: "Attachments are not read: look yourself whether they tell about people.")
}
