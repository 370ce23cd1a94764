extension DiagnosticCode {
    /// Wordings of what stands in fields.
    static let fieldWordings: [Worded] =
        valueWordings + identityWordings + termWordings + privacyWordings + fileWordings

    private static let valueWordings = [
        Worded(
            missingTitle, "напишите одну строку, по которой материал узнают", "write a line by which it is known",
            ru: "у материала нет названия", en: "the material has no title"),
        Worded(
            missingField, "заполните это поле; если сведений нет, напишите «нет в источнике»",
            "fill in this field; write «нет в источнике» where nobody knows", ru: "поле «{1}» не заполнено",
            en: "the field \"{1}\" is empty"),
        Worded(
            emptyField, "заполните это поле; если сведений нет, напишите «нет в источнике»",
            "fill in this field; write «нет в источнике» where nobody knows", ru: "поле «{1}» не заполнено",
            en: "the field \"{1}\" is empty"),
        Worded(
            missingSummary, "одно-два предложения для читателя: что он здесь найдёт",
            "a sentence or two: what readers find here", ru: "не сказано, о чём материал: поле «{1}» пусто",
            en: "the field \"{1}\" is empty"),
        Worded(
            emptySummary, "одно-два предложения для читателя: что он здесь найдёт",
            "a sentence or two: what readers find here"),
        Worded(
            unknownField,
            "таких сведений у этого вида нет, и читатель их не увидит; спросите того, кто настраивает сайт",
            "this kind has no such field, and readers do not see it; ask who looks after the site",
            ru: "в материале есть поле «{1}», которого форма не знает",
            en: "the material has a field \"{1}\" that the form does not know"),
        Worded(
            unknownValue,
            "выберите название из списка; чего в нём нет, добавляют здесь же кнопкой «Добавить в список», а муниципалитет или направление — на странице «Все материалы», «Списки»",
            "choose a name of the list; a new one is added by \"Add to the list\" in the field, where it is offered"),
        Worded(
            placeOfGoneRoot, "альбома этого места на сайте больше нет: выберите место из списка",
            "the site lacks the album of this place: choose one of the list"),
        Worded(unknownChoice, "выберите одно из предложенных значений", "choose one of those offered"),
        Worded(
            ambiguousValue, "выберите, какое из них имеется в виду", "choose which one is meant",
            ru: "«{1}» можно понять по-разному: в списке «{2}» таких несколько",
            en: "\"{1}\" fits several entries of \"{2}\""),
        Worded(
            otherKind, "выберите другой материал или перенесите этот в другое поле",
            "choose another material, or put this one into another field"),
        Worded(wrongType, "", ""),
        Worded(
            goneRoot, "назовите другой материал: такого альбома на сайте нет",
            "name another one: the site has no such album"),
        Worded(
            unknownReference, "назовите его так, как он называется на сайте", "name it as the site does"),
        Worded(
            unknownTitle, "назовите его так, как он называется на сайте", "name it as the site does"),
        Worded(ambiguousReference, "выберите, какой из них имеется в виду", "choose which one is meant"),
        Worded(
            joinedValues, "добавьте их по одному: {2}", "add them one by one: {2}",
            ru: "здесь несколько значений сразу: «{1}»", en: "several values at once: \"{1}\""),
        Worded(
            noValue, "оставьте место пустым, а если сведений нет — напишите «нет в источнике»",
            "leave it empty, or write «нет в источнике» where nobody knows"),
        Worded(
            duplicateKey, "спросите того, кто настраивает сайт: в форме видно только одно из значений",
            "ask who looks after the site: the form shows one of the values",
            ru: "поле «{1}» в материале записано дважды", en: "the field \"{1}\" stands twice"),
    ]

    private static let identityWordings = [
        Worded(
            sameTitle, "добавьте в название то, чем этот материал отличается: год, школу, район",
            "add to the title what differs: a year, a school, a district"),
        Worded(
            sameDocument,
            "сверьте оба с бумагой: если этот введён повторно, дополните тот, а этот уберите; если ошибка в номере или дате, "
                + "исправьте её; до тех пор тексты не ссылаются ни на один",
            "hold both against the paper: if this one was entered twice, complete that and remove this one; if number or day "
                + "is wrong, correct it; till then texts link to neither"),
        Worded(
            ambiguousCitation, "назовите ведомство полностью или вставьте ссылку на нужный документ",
            "name the office in full, or insert a link to the document that is meant"),
        Worded(
            duplicateID, "измените название материала", "change the title of the material",
            ru: "материал с таким именем уже есть: «{1}»", en: "there is a material of this name: \"{1}\""),
        Worded(
            collidingAddress, "измените название материала", "change the title of the material",
            ru: "страница с таким адресом уже есть: «{1}»", en: "there is a page of this address: \"{1}\""),
        Worded(
            reservedAddress, "измените название материала", "change the title of the material",
            ru: "адрес «{1}» занят страницей самого сайта", en: "the address \"{1}\" belongs to the site itself"),
        Worded(
            formerAddress, "уберите этот прежний адрес: он принадлежит другой странице",
            "remove this former address: it belongs to another page"),
        Worded(
            contradictingStatus, "исправьте «Состояние» или поле об отмене",
            "correct the status or the field of the other"),
        Worded(
            linkToDraft, "опубликуйте тот материал или уберите ссылку", "publish that material or remove the link",
            ru: "ссылка ведёт на черновик «{1}», которого читатели не увидят",
            en: "the link leads to the draft \"{1}\", which readers do not see"),
        Worded(
            eventAlike, "если это одно и то же, выберите событие в строке, в столбце «Материал»; если нет, оставьте",
            "choose the event in the row where both are one; else leave it"),
        Worded(
            unmarkedMunicipality, "добавьте его в поле «Муниципалитеты», если материал о нём",
            "add it to the field of municipalities", ru: "в тексте назван {1}, а в поле его нет",
            en: "{1} is named in the text only"),
    ]

    private static let termWordings = [
        Worded(
            badDate, "напишите день, месяц и год: 11.05.2023 или 11 мая 2023", "write day, month and year: 11.05.2023"),
        Worded(
            noSuchDay, "в этом месяце столько дней нет: исправьте число, например «{2}»",
            "the month has fewer days; the nearest is \"{2}\""),
        Worded(
            termWithoutYear, "допишите год четырьмя цифрами после «{1}»", "write the year behind \"{1}\"",
            ru: "у срока «{1}» нет года: в календаре он останется без даты",
            en: "the term \"{1}\" has no year: no calendar has it"),
        Worded(
            fieldWithoutYear, "допишите год четырьмя цифрами после «{1}»", "write the year behind \"{1}\""),
        Worded(
            ambiguousSchoolYear,
            "допишите год: «{1} {2} года» или «{1} {3} учебного года»; для всей таблицы назовите его в поле «Период таблиц»",
            "write \"{1} {2}\" or \"{1} {3}\", or name the year in the field of the tables' period"),
        Worded(
            misspeltTerm, "вместо «{2}» напишите «{3}»", "write \"{3}\" for \"{2}\"",
            ru: "в сроке «{1}» не понято слово «{2}»: в календаре он останется без даты",
            en: "in the term \"{1}\" the word \"{2}\" is not understood: no calendar has it"),
        Worded(
            titleYear, "исправьте год над таблицей или поле «Дата» либо «Период таблиц»",
            "correct that year, or the date of the material",
            ru: "над таблицей назван {1} год, а время материала — {2}",
            en: "above the table stands the year {1}, and the time of the material is {2}"),
    ]

    private static let privacyWordings = [
        Worded(insuranceNumber, "удалите номер: на сайте его увидят все", "remove it: everybody would see it"),
        Worded(passportNumber, "удалите номер: на сайте его увидят все", "remove it: everybody would see it"),
        Worded(
            mobilePhone, "замените его служебным телефоном с кодом города", "give an office phone with its city code"),
        Worded(privateAddress, "замените её почтой организации", "give the address of the organisation"),
        Worded(
            childWithClass, "уберите имя: достаточно написать, например, «ученица 7 класса»",
            "leave the name out: \"a pupil of form 7\" will do"),
        Worded(
            birthDate, "уберите дату рождения, а о ребёнке — и имя", "leave the date out, and of a child the name too"),
        Worded(
            picturePosition, "на сайте его не будет; уберите его и из снимка, если даёте снимок другим",
            "the site does not have it; remove it from the picture too"),
    ]

    private static let fileWordings = [
        Worded(
            missingFile,
            "добавьте файл кнопкой «Приложить файл» или, в тексте, «Файл или картинка» — или уберите его",
            "add the file or correct its name"),
        Worded(
            commaInName, "соедините обе строки в одну: {1}", "join both lines in one: {1}"),
        Worded(
            attachedAddress, "уберите его отсюда и дайте ссылку в тексте, кнопкой «Ссылка»",
            "remove it and link to it in the text"),
        Worded(
            unshownPicture, "сохраните её как JPEG или PNG и добавьте заново", "save it as JPEG or PNG and add it anew"),
        Worded(
            noPicture, "сохраните картинку как JPEG или PNG и добавьте заново, а к файлу дайте ссылку, без «!»",
            "save the picture as JPEG or PNG and add it anew, or link to the file without the exclamation mark"),
        Worded(
            plainPicture, "сохраните её как JPEG или PNG и добавьте заново", "save it as JPEG or PNG and add it anew"),
        Worded(
            widePicture,
            "в Paint или «Фотографиях» есть «Изменить размер»: 2560 точек по длинной стороне; потом добавьте заново",
            "make it 2560 pixels at most and add it anew"),
        Worded(
            largePicture,
            "в Paint или «Фотографиях» есть «Изменить размер»: 2560 точек по длинной стороне; сохраните как JPEG и добавьте заново",
            "make it 2560 pixels at most, save it as a JPEG and add it anew"),
        Worded(tooLargeToPublish, "выложите файл в хранилище организации и дайте ссылку", "link to where it is"),
    ]
}
