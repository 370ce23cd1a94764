import AlbumModel
import Catalog
import Diagnostics
import Formats
import Linking
import Theming

/// Pages at the former addresses of materials, which lead on to where they are now.
package struct RedirectPages {
    let context: SiteContext

    /// Former address and material, each address once, none that a page has today.
    package static func all(_ context: SiteContext, taken: some Sequence<String>) -> [(address: String, material: Int)] {
        var taken = FormerAddress.Taken(taken)
        return context.album.published.flatMap { index -> [(address: String, material: Int)] in
            let material = context.album.catalog.materials[index]
            return material.formerAddresses.compactMap { former in
                guard let address = FormerAddress(former, of: material.address) else { return nil }
                return taken.take(address) ? (address.path, index) : nil
            }
        }
    }

    /// Former addresses that lead nowhere: no paths, or taken by a page or by another material before.
    package static func diagnostics(
        _ context: SiteContext, _ drafts: [MaterialDraft], generated: [String]
    ) -> [Diagnostic] {
        let materials = context.album.catalog.materials
        let moved = context.album.published.filter { !materials[$0].formerAddresses.isEmpty }
        guard !moved.isEmpty else { return [] }
        var taken = FormerAddress.Taken(generated + context.album.published.map { materials[$0].address })
        return moved.flatMap { index -> [Diagnostic] in
            let places = materials[index].fields.first { $0.id == CoreField.aliases }?.places ?? []
            return zip(materials[index].formerAddresses, places).compactMap { former, range -> Diagnostic? in
                // An address that the material has again harms nobody.
                if let address = FormerAddress(former, of: materials[index].address),
                    address.path == materials[index].address || taken.take(address)
                {
                    return nil
                }
                let place = drafts[index].file.map { SourceLocation($0, range) } ?? drafts[index].location
                return Diagnostic(.formerAddress, [former], at: place)
            }
        }
    }

    func view(_ address: String, _ index: Int) -> PlainView {
        let material = context.album.catalog.materials[index]
        let target = RelativeAddress.make(from: address, to: material.address)
        let title = context.strings.text(Word.pageMoved, material.title)
        var frame = context.frame(address, title: "\(title) (\(address))")
        let url = HTMLEscaping.html(target)
        frame.canonical = context.album.configuration.url.map { $0 + material.address }
        frame.metadata = RawHTML(
            "<meta http-equiv=\"refresh\" content=\"0; url=\(url)\"><meta name=\"robots\" content=\"noindex\">")
        let body = "<p><a href=\"\(url)\">\(HTMLEscaping.html(material.title))</a></p>"
        return PlainView(frame: frame, title: title, body: RawHTML(body))
    }
}
