import AlbumMarkdown
import Theming

extension HTMLOptions.Words {
    /// In the language of a theme.
    package init(_ strings: Strings) {
        self.init()
        headingLink = strings.text(Word.headingLink)
        footnotes = strings.text(Word.footnotes)
        footnoteBack = strings.text(Word.footnoteBack)
        taskDone = strings.text(Word.taskDone)
        taskOpen = strings.text(Word.taskOpen)
        alerts = [
            .note: strings.text(Word.alertNote), .tip: strings.text(Word.alertTip),
            .important: strings.text(Word.alertImportant), .warning: strings.text(Word.alertWarning),
            .caution: strings.text(Word.alertCaution),
        ]
    }
}
