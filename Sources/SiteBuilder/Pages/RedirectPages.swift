import Catalog
import Linking
import Theming

/// Pages at the former addresses of materials, which lead on to where they are now.
struct RedirectPages {
    let context: SiteContext

    /// Former address and material, each address once, none that a page has today.
    static func all(_ context: SiteContext, taken: Set<String>) -> [(address: String, material: Int)] {
        var taken = taken
        return context.published.flatMap { index in
            context.catalog.materials[index].formerAddresses.compactMap { former in
                let address = address(of: former)
                return taken.insert(address).inserted ? (address, index) : nil
            }
        }
    }

    /// `/practices/old` and `practices/old.md` both mean `practices/old.html`.
    private static func address(of former: String) -> String {
        let path = former.split(separator: "/").joined(separator: "/")
        let stem = path.hasSuffix(".html") ? String(path.dropLast(".html".utf8.count)) : path
        return Address.page(ofPath: stem)
    }

    func view(_ address: String, _ index: Int) -> PlainView {
        let material = context.catalog.materials[index]
        let target = RelativeAddress.make(from: address, to: material.address)
        let title = context.strings.text(Word.pageMoved, material.title)
        var frame = context.frame(address, title: "\(title) (\(address))")
        let url = Theming.Escaping.html(target)
        frame.metadata = RawHTML(
            "<meta http-equiv=\"refresh\" content=\"0; url=\(url)\"><meta name=\"robots\" content=\"noindex\">")
        let body = "<p><a href=\"\(url)\">\(Theming.Escaping.html(material.title))</a></p>"
        return PlainView(frame: frame, title: title, body: RawHTML(body))
    }
}
