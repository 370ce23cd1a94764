extension DiagnosticCode {
    /// Codes of pictures and attachments as readers get them.
    package static let publishedFileCodes: [DiagnosticCode] = [
        picturePosition, unshownPicture, noPicture, printColours, largePicture, plainPicture, widePicture,
        activePicture,
        activeFile, program,
        macros, emptyAttachment, largeFile, tooLargeToPublish, unsearchedFile, scannedFile,
        noPDFReader,
    ]

    package static let picturePosition = DiagnosticCode(
        "picture-position", .hint,
        ru: "в снимке записано место съёмки: при публикации оно вынуто, в исходном файле осталось",
        en:
            "the picture holds the place where it was taken: it is taken out of the published copy and stays in the file",
        remedyRu:
            "чтобы его не было и в исходном файле, пересохраните снимок без сведений о месте; если там ему и быть, добавьте в шапку материала privacy-allow: [{text: \"{1}\", reason: \"почему можно\"}]",
        remedyEn:
            "save the picture without its place; where the file may hold it, add to the front matter privacy-allow: [{text: \"{1}\", reason: \"why it may stand\"}]"
    )
    package static let unshownPicture = DiagnosticCode(
        "unshown-picture", .error, ru: "картинка «{1}» — {2}: браузеры такие не показывают",
        en: "the picture \"{1}\" is {2}, which browsers do not show",
        remedyRu: "сохраните её как JPEG или PNG и исправьте имя в ссылке", remedyEn: "save it as JPEG or PNG")
    package static let noPicture = DiagnosticCode(
        "no-picture", .error, ru: "файл «{1}» показан как картинка, а это не картинка",
        en: "the file \"{1}\" is shown as a picture and is none",
        remedyRu: "сохраните картинку как JPEG или PNG, а к файлу дайте ссылку: тот же текст без «!»",
        remedyEn: "save the picture as JPEG or PNG; for a file leave the exclamation mark out")
    package static let printColours = DiagnosticCode(
        "print-colours", .warning, ru: "картинка «{1}» в цветах для печати (CMYK): на экране цвета будут другими",
        en: "the picture \"{1}\" is in colours for print (CMYK)",
        remedyRu: "сохраните её в цветах RGB", remedyEn: "save it in RGB")
    package static let largePicture = DiagnosticCode(
        "large-picture", .warning, ru: "картинка «{1}» занимает {2} МБ, а нужно не больше 2",
        en: "the picture \"{1}\" takes {2} MB of 2",
        remedyRu: "уменьшите её до 2560 точек в ширину и сохраните как JPEG", remedyEn: "make it smaller")
    package static let plainPicture = DiagnosticCode(
        "plain-picture", .warning, ru: "картинка «{1}» — BMP: файл в десятки раз больше нужного",
        en: "the picture \"{1}\" is a BMP, many times larger than need be",
        remedyRu: "сохраните её как JPEG или PNG и исправьте имя в ссылке", remedyEn: "save it as JPEG or PNG")
    package static let widePicture = DiagnosticCode(
        "wide-picture", .warning, ru: "картинка «{1}» — {2} точек, а нужно не больше 2560 по каждой стороне",
        en: "the picture \"{1}\" has {2} pixels; 2560 each way are enough",
        remedyRu: "уменьшите её до 2560 точек", remedyEn: "make it smaller")
    package static let activePicture = DiagnosticCode(
        "active-picture", .error, ru: "в рисунке «{1}» есть то, что выполняется или берётся извне: {2}",
        en: "the drawing \"{1}\" holds what runs or comes from elsewhere: {2}",
        remedyRu: "сохраните рисунок как PNG", remedyEn: "save the drawing as PNG")
    package static let activeFile = DiagnosticCode(
        "active-file", .error, ru: "файл «{1}» браузер откроет как страницу, а в ней может выполняться программа",
        en: "a browser opens \"{1}\" as a page, in which programs may run",
        remedyRu: "дайте вместо него PDF или положите его в ZIP", remedyEn: "give a PDF, or put it into a ZIP")
    package static let program = DiagnosticCode(
        "program-file", .error, ru: "файл «{1}» — программа, а не документ", en: "the file \"{1}\" is a program",
        remedyRu: "уберите его из материала; документ сохраните в PDF", remedyEn: "remove it; save documents as PDF")
    package static let macros = DiagnosticCode(
        "file-with-macros", .warning,
        ru: "в файле «{1}» могут быть макросы: многие почтовые и школьные фильтры такие "
            + "не пропускают",
        en: "the file \"{1}\" may hold macros, which many filters refuse",
        remedyRu: "сохраните его без макросов: DOCX, XLSX, PPTX или PDF", remedyEn: "save it without macros")
    package static let emptyAttachment = DiagnosticCode(
        "empty-attachment", .error, ru: "файл «{1}» пуст: в нём нет ни одного байта", en: "the file \"{1}\" is empty",
        remedyRu: "положите файл заново", remedyEn: "put the file there again")
    package static let largeFile = DiagnosticCode(
        "large-file", .warning, ru: "файл «{1}» занимает {2} МБ, а нужно не больше 20",
        en: "\"{1}\" takes {2} MB of 20",
        remedyRu: "сожмите его или выложите на файловый сервис организации и дайте ссылку",
        remedyEn: "make it smaller or link to where it is")
    package static let tooLargeToPublish = DiagnosticCode(
        "too-large-to-publish", .error, ru: "файл «{1}» занимает {2} МБ: больше 100 МБ сайт не публикует",
        en: "the file \"{1}\" takes {2} MB: no more than 100 are published",
        remedyRu: "выложите его на файловый сервис организации и дайте ссылку", remedyEn: "link to where it is")
    package static let unsearchedFile = DiagnosticCode(
        "unsearched-file", .warning, ru: "текст файла не прочитан, поиск его не найдёт: {1}",
        en: "the text of the file could not be read, and no search finds it: {1}",
        remedyRu: "проверьте, открывается ли он у вас: читатели скачают тот же файл",
        remedyEn: "see whether it opens: readers get the same file")
    package static let scannedFile = DiagnosticCode(
        "scanned-file", .hint,
        ru: "в PDF нет текста, только снимки страниц: поиск его не найдёт, экранный диктор не прочтёт",
        en: "the PDF has no text but pictures of pages: no search finds it, and no screen reader reads it",
        remedyRu: "сохраните PDF из документа Word или распознайте текст",
        remedyEn: "save the PDF from its document, or recognise its text")
    package static let noPDFReader = DiagnosticCode(
        "no-pdf-reader", .warning,
        ru: "поиск в PDF включён, а программы pdftotext нет: тексты PDF в поиск не попали",
        en: "texts of PDFs are to be searched, and the program pdftotext is missing: they are left out",
        remedyRu: "поставьте пакет poppler-utils или уберите search-pdf",
        remedyEn: "install the package poppler-utils, or take search-pdf out")
}

/// Why pdftotext gave no words of a file.
package enum PDFReason {
    package static let slow = Bilingual(
        ru: "pdftotext читал его дольше {1} секунд и остановлен", en: "pdftotext took longer than {1} seconds")
    package static let large = Bilingual(
        ru: "pdftotext нашёл в нём больше {1} МБ текста", en: "pdftotext found more than {1} MB of text")
    package static let failed = Bilingual(
        ru: "pdftotext его не прочитал: {1}", en: "pdftotext could not read it: {1}")
}

/// Why a drawing counts as unsafe though nothing was found in it.
package enum DrawingReason {
    package static let tooLong = Bilingual(
        ru: "не проверено, рисунок больше 4 МБ", en: "not looked through, the drawing is over 4 MB")
}
