import Catalog
import Editing
import Files
import Formats
import Languages
import Preview
import SiteBuilder

// What a material said before each save, and the way back.
extension SiteDesk {
    func history(_ material: Material, _ form: FormData?, _ site: SiteFiles) throws(FileError) -> SiteResponder.Answer {
        let now = try root.read(Self.path(of: material.path))
        let address = Self.address(.history, of: material.id)
        if let form {
            guard let second = form["_at"].flatMap({ Int($0) }),
                let bytes = try work.replaced(material.path, at: second)
            else { return plain(404, .notThere) }
            guard form["_base"] == Self.digest(now) else { return plain(409, .conflict) }
            guard try write(bytes, over: now, at: material.path) else { return plain(409, .conflict) }
            saved()
            return Self.redirect(to: address)
        }
        var later = String(decoding: now, as: UTF8.self)
        var sections = ""
        for second in try work.saves(of: material.path) {
            guard let bytes = try work.replaced(material.path, at: second) else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            sections += """
                <section><h2>\(HTMLEscaping.html(Self.time(second)))</h2>\(TextComparison.html(from: text, to: later))
                <form method="post" action="\(HTMLEscaping.html(address))"><input type="hidden" name="_token" value="\(token)">
                <input type="hidden" name="_base" value="\(Self.digest(now))">
                <button name="_at" value="\(second)">\(HTMLEscaping.html(EditorWord.back.text(language)))</button></form></section>

                """
            later = text
        }
        let title = material.title + " — " + EditorWord.history.text(language)
        let none = "<p>\(HTMLEscaping.html(EditorWord.noHistory.text(language)))</p>"
        return Self.page(
            200, title: title, language, "<h1>\(HTMLEscaping.html(title))</h1>" + (sections.isEmpty ? none : sections))
    }

    /// The first of January 1970, as spreadsheets count days.
    private static let firstDay = 25_569

    /// `27.11.2026, 00:09 UTC`.
    static func time(_ second: Int) -> String {
        let (day, rest) = (second / 86_400, second % 86_400)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return
            "\(CalendarDate.spreadsheet(firstDay + day)?.numeric ?? ""), \(two(rest / 3600)):\(two(rest % 3600 / 60)) UTC"
    }
}
