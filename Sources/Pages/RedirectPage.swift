import AlbumModel
import Catalog
import Diagnostics
import Formats
import Linking
import Theming

/// The page at a former address of a material, which leads on to where it is now.
package struct RedirectPage {
    let page: Page
    /// What stood here.
    let material: MaterialIndex

    /// Former address and material, each address once, none that a page has today.
    static func all(_ album: Album, taken: some Sequence<SiteAddress>)
        -> [(address: SiteAddress, material: MaterialIndex)]
    {
        var taken = FormerAddress.Taken(taken)
        return album.published.flatMap { index -> [(address: SiteAddress, material: MaterialIndex)] in
            let material = album.catalog.materials[index]
            return material.formerAddresses.compactMap { former in
                guard let address = FormerAddress(former, of: material.address) else { return nil }
                return taken.take(address) ? (address.address, index) : nil
            }
        }
    }

    /// Former addresses that lead nowhere: no paths, or taken by a page or by another material before.
    package static func diagnostics(
        _ album: Album, generated: [SiteAddress]
    ) -> [Diagnostic] {
        let materials = album.catalog.materials
        let moved = album.published.filter { !materials[$0].formerAddresses.isEmpty }
        guard !moved.isEmpty else { return [] }
        var taken = FormerAddress.Taken(generated + album.published.map { materials[$0].address })
        return moved.flatMap { index -> [Diagnostic] in
            let places = materials[index].fields.first { $0.id == CoreField.aliases }?.places ?? []
            return zip(materials[index].formerAddresses, places).compactMap { former, range -> Diagnostic? in
                // An address that the material has again harms nobody.
                if let address = FormerAddress(former, of: materials[index].address),
                    address.address == materials[index].address || taken.take(address)
                {
                    return nil
                }
                let place = SourceLocation(path: "content/" + materials[index].path, range: range)
                return Diagnostic(.formerAddress, [former], at: place)
            }
        }
    }

    func view() -> PlainView {
        let material = page.album.catalog.materials[self.material]
        let target = page.url(to: material.address)
        let title = page.wording.strings.text(Word.pageMoved, material.title)
        var frame = page.frame(title: "\(title) (\(page.address))")
        let url = HTMLEscaping.html(target.text)
        frame.canonical = page.album.configuration.url.map { $0 + material.address.text }
        frame.metadata = RawHTML(
            "<meta http-equiv=\"refresh\" content=\"0; url=\(url)\"><meta name=\"robots\" content=\"noindex\">")
        let body = "<p><a href=\"\(url)\">\(HTMLEscaping.html(material.title))</a></p>"
        return PlainView(frame: frame, title: title, body: RawHTML(body))
    }
}
