/// Why a file of an office program was not taken in.
package enum ImportReason {
    package static let tooLarge = Bilingual(
        ru: "файл больше {1} МБ; уменьшите рисунки в нём или разделите его", en: "the file is larger than {1} MB")
    package static let brokenArchive = Bilingual(
        ru:
            "файл повреждён: архив, которым он должен быть, не читается ({1}); откройте его в программе, где он сделан, и "
            + "сохраните заново",
        en: "the file is damaged: the archive cannot be read ({1}); open it where it was made and save it again")
    package static let bomb = Bilingual(
        ru: "файл распаковывается в непомерно большой — так устроены вредоносные файлы; он не прочитан",
        en: "the file unpacks to far more than it is, as malicious files do; it was not read")
    package static let documentType = Bilingual(
        ru: "в части «{1}» есть DOCTYPE — программы Office его не пишут; файл не прочитан",
        en: "the part \"{1}\" has a DOCTYPE, which no office program writes; the file was not read")
    package static let tooDeep = Bilingual(
        ru: "часть «{1}» вложена слишком глубоко; файл не прочитан",
        en: "the part \"{1}\" is nested too deeply; the file was not read")
    package static let brokenPart = Bilingual(
        ru: "файл повреждён: часть «{1}» не читается; откройте его в программе, где он сделан, и сохраните заново",
        en: "the file is damaged: its part \"{1}\" cannot be read; open it where it was made and save it again")
    package static let noPart = Bilingual(
        ru: "файл повреждён: в нём нет части «{1}»", en: "the file is damaged: it lacks the part \"{1}\"")
    package static let noOfficeFile = Bilingual(
        ru: "внутри файла нет документа: это другой файл под таким именем", en: "there is no document in the file")
    package static let lockedFile = Bilingual(
        ru: "файл закрыт паролем: без пароля его никто не прочтёт", en: "the file is locked with a password")
    package static let hugeSheet = Bilingual(
        ru:
            "лист «{1}» слишком велик: больше 20 000 строк, 1000 столбцов или 500 000 ячеек; оставьте в нём только таблицу",
        en: "the sheet \"{1}\" is too large: more than 20,000 rows, 1,000 columns or 500,000 cells")
    package static let emptyFile = Bilingual(
        ru: "в файле нет ни текста, ни таблиц", en: "the file has neither text nor tables")
    package static let foreignFormat = Bilingual(
        ru: "«{1}» — {2}; берутся DOCX, ODT, PPTX, XLSX и HTML: сохраните файл в одном из этих видов",
        en: "\"{1}\" is {2}; DOCX, ODT, PPTX, XLSX and HTML are taken: save it as one of them")
    package static let oldBook = Bilingual(
        ru:
            "«{1}» — старый формат Excel. Откройте его в Excel: Файл → Сохранить как → Книга Excel (.xlsx), и загрузите новый файл",
        en:
            "\"{1}\" is of an old format. Open it in Excel: File → Save as → Excel Workbook (.xlsx), and take the new one"
    )
    package static let oldDocument = Bilingual(
        ru:
            "«{1}» — старый формат Word. Откройте его в Word: Файл → Сохранить как → Документ Word (.docx), и загрузите новый файл",
        en: "\"{1}\" is of an old format. Open it in Word: File → Save as → Word Document (.docx), and take the new one"
    )
    package static let oldSlides = Bilingual(
        ru:
            "«{1}» — старый формат PowerPoint. Откройте его в PowerPoint: Файл → Сохранить как → Презентация PowerPoint "
            + "(.pptx), и загрузите новый файл",
        en: "\"{1}\" is of an old format. Open it in PowerPoint: File → Save as → PowerPoint Presentation (.pptx)")
    package static let oldFile = Bilingual(
        ru:
            "«{1}» — старый формат Word, Excel или PowerPoint. Откройте его в своей программе: Файл → Сохранить как → "
            + "документ .docx, книга .xlsx или презентация .pptx, и загрузите новый файл",
        en: "\"{1}\" is of an old office format: open it, save it as .docx, .xlsx or .pptx and take that")
    package static let richText = Bilingual(
        ru:
            "«{1}» — формат RTF. Откройте его в Word: Файл → Сохранить как → Документ Word (.docx), и загрузите новый файл",
        en: "\"{1}\" is RTF. Open it in Word: File → Save as → Word Document (.docx), and take the new one")
    package static let openBook = Bilingual(
        ru:
            "«{1}» — таблица LibreOffice (.ods). Откройте её: Файл → Сохранить как → Excel 2007–365 (.xlsx), и загрузите новый файл",
        en: "\"{1}\" is a table of LibreOffice (.ods). Open it: File → Save as → Excel 2007–365 (.xlsx)")
    package static let pdf = Bilingual(
        ru:
            "«{1}» — PDF: текст и таблицы из него не берутся. Возьмите файл Word или Excel, из которого он сделан, а сам PDF "
            + "приложите как файл кнопкой «Файл или картинка» над текстом",
        en:
            "\"{1}\" is a PDF, of which neither text nor tables are taken. Take the Word or Excel file that it was made of, "
            + "and attach the PDF with the button \"File or picture\" above the text")
    package static let picture = Bilingual(
        ru: "«{1}» — картинка, а не документ. Вставьте её в текст кнопкой «Файл или картинка» над текстом",
        en: "\"{1}\" is a picture and no document. Put it in with the button \"File or picture\" above the text")
    package static let locked = Bilingual(
        ru: "«{1}» закрыт паролем: откройте его в программе, где он сделан, снимите пароль и сохраните заново",
        en: "\"{1}\" is locked with a password: open it where it was made, take the password off and save it again")
    package static let unknownFormat = Bilingual(
        ru:
            "«{1}» — не документ Word (.docx), не книга Excel (.xlsx), не презентация (.pptx), не ODT и не HTML. Откройте его в "
            + "программе, где он сделан, и сохраните в одном из этих видов",
        en: "\"{1}\" is none of DOCX, ODT, PPTX, XLSX, HTML: open it where it was made and save it as one of them")
    package static let encoding = Bilingual(
        ru: "кодировка файла не узнаётся; сохраните его в UTF-8",
        en: "the file's encoding is not known; save it as UTF-8")
    package static let noPandoc = Bilingual(
        ru:
            "для файлов {1} нужна программа pandoc, а её нет: поставьте пакет pandoc (или pypandoc-binary через pip) либо "
            + "укажите путь к ней в переменной ALBUM_PANDOC",
        en:
            "{1} needs the program pandoc, which is missing: install the package pandoc (or pypandoc-binary with pip), or "
            + "name it in the variable ALBUM_PANDOC")
    package static let oldPandoc = Bilingual(
        ru: "pandoc {1} не умеет {2}: нужна {3} или новее (пакет pypandoc-binary)",
        en: "pandoc {1} cannot do {2}: version {3} or newer is needed (the package pypandoc-binary)")
    package static let pandocFailed = Bilingual(
        ru: "pandoc не прочитал файл: {1}", en: "pandoc could not read the file: {1}")
    package static let pandocSlow = Bilingual(
        ru: "pandoc читал файл дольше {1} секунд и остановлен; разделите файл",
        en: "pandoc took longer than {1} seconds and was stopped; split the file")
    package static let pandocAnswer = Bilingual(
        ru: "ответ pandoc не разобран; поставьте pandoc от 2.17 до 3.9", en: "what pandoc answered cannot be read")
    package static let pandocLarge = Bilingual(
        ru: "pandoc сделал из файла больше {1} МБ текста; разделите файл",
        en: "pandoc made more than {1} MB of the file; split it")
    package static let kindUnknown = Bilingual(
        ru: "вид материала не угадывается{1}; назовите его ключом --kind. Есть: {2}",
        en: "the kind cannot be guessed{1}; name it with --kind. There are: {2}")
}
