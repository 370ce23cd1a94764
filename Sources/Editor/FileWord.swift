import Diagnostics

/// What is told of files that an editor puts beside a material.
enum FileWord {
    static let empty = Bilingual(
        ru: "Файл «{1}» пуст. Откройте его и проверьте, что он сохранён.", en: "The file \"{1}\" is empty.")
    static let placeRemoved = Bilingual(
        ru: "Из снимка «{1}» убрано место, где он сделан.", en: "The place where \"{1}\" was taken was removed from it."
    )
    static let converted = Bilingual(
        ru: "Картинка «{1}» переделана для сайта: {2}, {3}, {4} КБ.",
        en: "The picture \"{1}\" was made anew for the site: {2}, {3}, {4} KB.")
    static let aboutButton = Bilingual(
        ru: "Кнопка переделает её для сайта; прежняя сменится, когда вы сохраните материал",
        en: "The button makes it anew for the site, which has it once the material is saved")
    static let withSave = Bilingual(
        ru: "На сайте она сменится, когда вы сохраните материал.", en: "The site has it once the material is saved.")
    static let notConverted = Bilingual(
        ru: "Картинку «{1}» переделать для сайта не вышло ({2}). Откройте её и сохраните как JPEG.",
        en: "The picture \"{1}\" could not be made anew for the site ({2}). Open it and save it as a JPEG.")
    static let unshown = Bilingual(
        ru:
            "Картинку «{1}» ({2}) браузеры не показывают. Откройте её и сохраните как JPEG или PNG — или поставьте программу "
            + "ImageMagick или libvips, и album переделает её сам.",
        en: "Browsers do not show \"{1}\" ({2}). Save it as JPEG or PNG, or install ImageMagick or libvips.")
    static let printColours = Bilingual(
        ru:
            "У картинки «{1}» краски для печати (CMYK), на экране они искажаются. Сохраните её как JPEG в RGB — или "
            + "поставьте ImageMagick или libvips, и album переделает её сам.",
        en: "\"{1}\" has colours for print (CMYK). Save it as a JPEG in RGB, or install ImageMagick or libvips.")
    static let tooWide = Bilingual(
        ru:
            "Картинка «{1}» вставлена, но она велика: {2} точек. Уменьшите её до 2560 по длинной стороне — или поставьте "
            + "ImageMagick или libvips, и album сделает это сам.",
        en: "\"{1}\" was put in, but it is large: {2} pixels. Make it 2560 at most, or install ImageMagick or libvips.")
    static let tooLarge = Bilingual(
        ru:
            "Картинка «{1}» вставлена, но она тяжела: {2} МБ. Сохраните её как JPEG среднего качества — или поставьте "
            + "ImageMagick или libvips, и album сделает это сам.",
        en: "\"{1}\" was put in, but it has {2} MB. Save it as a JPEG, or install ImageMagick or libvips.")
    static let noPicture = Bilingual(
        ru: "Файл «{1}» назван картинкой, но это не картинка: она не откроется. Сохраните её заново как JPEG или PNG.",
        en: "The file \"{1}\" is called a picture and is none. Save it anew as JPEG or PNG.")
    static let noPDF = Bilingual(
        ru: "Файл «{1}» назван PDF, но это не PDF: он не откроется. Сохраните документ как PDF заново.",
        en: "The file \"{1}\" is called a PDF and is none. Save the document as a PDF anew.")
    static let noEnding = Bilingual(
        ru: "Непонятно, что за файл «{1}»: в имени нет окончания вроде .pdf или .jpg. Переименуйте его.",
        en: "It cannot be told what \"{1}\" is: its name has no ending such as .pdf or .jpg. Rename it.")
    static let drawing = Bilingual(
        ru: "Рисунок SVG «{1}» не принят: в нём может быть программа. Сохраните его как PNG.",
        en: "The drawing \"{1}\" (SVG) was not taken: it may hold a program. Save it as PNG.")
    static let program = Bilingual(
        ru: "Файл «{1}» не принят: программы и веб-страницы сайт не публикует. Документ сохраните как PDF.",
        en: "The file \"{1}\" was not taken: a site publishes no programs or pages. Save a document as PDF.")
    static let source = Bilingual(
        ru: "Файл «{1}» не принят: из таких файлов делается сам сайт. Текст вставьте в поле, файл сохраните как PDF.",
        en: "The file \"{1}\" was not taken: the site itself is made of such files. Paste its text, or save it as PDF.")
    static let locked = Bilingual(
        ru:
            "Файл «{1}» вставлен, но он защищён паролем или запретом изменений. Проверьте, что он открывается без пароля, "
            + "или сохраните его без защиты.",
        en: "\"{1}\" was put in, but it is protected. See that it opens without a password, or save it unprotected.")
    static let crowded = Bilingual(
        ru: "Файл «{1}» не принят: рядом уже слишком много файлов с таким именем. Переименуйте его.",
        en: "The file \"{1}\" was not taken: too many files have its name. Rename it.")
}
