import AlbumModel
import Catalog
import Formats
import Pages

/// `data/citations.json`: what every material is cited by, as CSL-JSON (schema 1.0), for Zotero and `pandoc --citeproc`.
///
/// One file, since whoever cites one material of an album cites several; a line a material. Only a site with an address has it.
enum CitationExport {
    /// In the order of lists; O(materials).
    static func bytes(_ album: Album, language: String) -> [UInt8] {
        var json = JSONWriter()
        json.lines(album.listed(album.published).compactMap { MaterialCitation($0, album) }) { json, citation in
            json.object { json in
                json.member("id", citation.id.rawValue)
                json.member("type", citation.isDocument ? "legislation" : "webpage")
                json.member("title", citation.title)
                json.member("genre", citation.genre)
                if !citation.responsible.isEmpty {
                    json.key("author")
                    json.array { json in
                        for name in citation.responsible { json.object { $0.member("literal", name) } }
                    }
                }
                json.member("container-title", citation.site)
                if let number = citation.number { json.member("number", number) }
                json.key("issued")
                json.object { json in
                    json.key("date-parts")
                    json.array { json in
                        json.array { json in
                            let parts = citation.day.map { [$0.year, $0.month, $0.day] } ?? [citation.year]
                            for part in parts { json.number(part) }
                        }
                    }
                }
                if !citation.summary.isEmpty { json.member("abstract", citation.summary) }
                json.member("language", language)
                if let url = citation.url { json.member("URL", url) }
            }
        }
        json.endLine()
        return json.bytes
    }
}
