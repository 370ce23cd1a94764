import Catalog
import Formats
import Languages

/// What the script of a sharing page has to know, as JSON in an attribute: no code stands in a page.
///
/// ```json
/// {"kind":"practice","key":"practice Методический альбом","draft":"да","texts":["number",…],"privacy":{…}}
/// ```
struct SharingScript {
    private let page: Page
    private let kind: Kind
    private let sharing: Sharing

    init(_ page: Page, _ kind: Kind, _ sharing: Sharing) {
        self.page = page
        self.kind = kind
        self.sharing = sharing
    }

    var text: String {
        var json = JSONWriter()
        json.object { json in
            json.member("kind", kind.id.rawValue)
            json.member("name", kind.name.one)
            // What was typed is kept under it.
            json.member("key", "\(kind.id.rawValue) \(page.album.configuration.title)")
            json.member("yes", page.wording.language == .ru ? "да" : "yes")
            json.key("privacy")
            PrivacyTable.write(to: &json)
        }
        return json.text
    }
}
