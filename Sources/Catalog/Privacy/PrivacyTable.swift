import Formats

/// The words by which ``PrivacyScanner`` knows people, as JSON: scripts that warn somebody who writes use the same.
package enum PrivacyTable {
    /// Appends an object of lists.
    ///
    /// The rules themselves are written twice, here and in `share-privacy.js`; `Tests/Fixtures/privacy.json` holds both
    /// to the same findings.
    package static func write(to json: inout JSONWriter) {
        let lists: [(String, [String])] = [
            ("services", MailScan.services.sorted()), ("names", GivenNames.stems.sorted()),
            ("surnames", NameWords.surnameEndings), ("patronymics", NameWords.patronymicEndings),
            ("pupils", NameWords.pupilStems), ("classes", NameWords.classWords), ("honours", NameWords.honours),
            ("honourStems", NameWords.honourStems), ("works", NameWords.workStems),
            ("authors", NameWords.authorStems),
        ]
        json.object { json in
            for (name, words) in lists {
                json.key(name)
                // One text for each list: quotation marks are five bytes each in an attribute.
                json.string(words.joined(separator: " "))
            }
        }
    }
}
