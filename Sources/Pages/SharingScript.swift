import Catalog
import Formats
import Languages

/// What the script of a sharing page has to know, as JSON in an attribute: no code stands in a page.
///
/// ```json
/// {"kind":"practice","key":"practice Методический альбом","yes":"да","contact":"sender-contact","privacy":{"names":"алекса але …",…}}
/// ```
struct SharingScript {
    private let page: Page
    private let kind: Kind

    init(_ page: Page, _ kind: Kind) {
        self.page = page
        self.kind = kind
    }

    var text: String {
        var json = JSONWriter()
        json.object { json in
            json.member("kind", kind.id.rawValue)
            // What was typed is kept under it.
            json.member("key", "\(kind.id.rawValue) \(page.album.configuration.title)")
            json.member("yes", page.wording.language.hasRussianMessages ? "да" : "yes")
            json.member("contact", Sharing.contactKey)
            json.key("privacy")
            PrivacyTable.write(to: &json)
        }
        return json.text
    }
}
