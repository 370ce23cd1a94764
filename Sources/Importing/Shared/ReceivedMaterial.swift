import Bodies
import Catalog
import Diagnostics
import Editing
import Languages
import OfficeFiles

/// A draft that was made of what a reader has sent in: a value, nothing is written or printed.
///
/// The front matter is written anew of what a sender may say; the text stays as it came, since readers are shown what is
/// no Markdown as plain letters, and the check tells of it.
package struct ReceivedMaterial: Sendable {
    /// A file that lies beside it.
    package struct File: Sendable, Hashable {
        package let name: String
        package let bytes: [UInt8]
    }

    package let kind: Kind
    /// The album of the site that it belongs to; nothing for the site's own.
    package let root: RootID?
    package let title: String
    /// The name of its file, without end.
    package let slug: String
    /// The whole file.
    package let text: String
    package let files: [File]
    /// Names of fields and sections that it has.
    package let fields: [String]
    package let sections: [String]
    /// What was left out or changed, and why.
    package let remarks: [ReceivedRemark]
    /// The material whose text it says to be.
    package let belongsTo: String?
    /// How the sender can be reached, as typed: for the terminal alone, the file has nothing of it.
    package let contact: String?
    /// Whether the very text has been received before.
    package let isThere: Bool

    /// Below `content/`, as the program knows it: an album's begins with its id.
    package var path: String { "\(Self.folder(kind, root))/\(slug).md" }

    /// All that is to be written, by path below `content/`: the text comes last, so that it never names what is not there.
    package var parts: [(path: String, bytes: [UInt8])] {
        let folder = Self.folder(kind, root)
        return files.map { ("\(folder)/\($0.name)", $0.bytes) } + [(path, Array(text.utf8))]
    }

    private static func folder(_ kind: Kind, _ root: RootID?) -> String {
        (root.map { "\($0)/" } ?? "") + kind.folder
    }

    /// Throws an ``ImportFailure`` where nothing can be taken, and what looking at the folder throws.
    /// - Parameters:
    ///   - kind: in place of the one that the text names.
    ///   - place: what is there already.
    package init(
        _ parcel: SharedParcel, _ schema: Schema, kind: Kind? = nil, _ place: ReceivingPlace
    ) throws {
        let sent = try SharedText(parcel.text)
        let found = if let kind { kind } else { try Self.kind(sent.root, schema) }
        let named = Predecessor.named(in: sent.body)
        let home = SharedHome(sent.root, found, belongsTo: named, schema)
        let fields = SharedFields(sent.root, found, home)
        guard !fields.title.isEmpty else { throw ImportFailure(ReceivingReason.noTitle) }
        self.kind = found
        title = fields.title
        root = home.root
        let folder = Self.folder(found, home.root)
        var shelf = ReceivedShelf(folder: folder, body: home.own(sent.body, belongsTo: named), place: place)
        try shelf.lay(parcel.files, attachments: fields.attachments)
        files = shelf.files
        self.fields = fields.taken
        sections = Self.headings(shelf.body)
        belongsTo = Predecessor.named(in: shelf.body)
        contact = fields.contact.flatMap { $0.isEmpty ? nil : $0 }
        let controls =
            sent.controls > 0 ? [ReceivedRemark(ReceivingReason.controls, String(sent.controls))] : []
        remarks = parcel.remarks + fields.remarks + controls + shelf.remarks
        let text = Self.text(fields.lines, shelf)
        self.text = text
        (slug, isThere) = try Self.slug(fields.title, text, folder, place)
    }

    private static func text(_ fields: [String], _ shelf: ReceivedShelf) -> String {
        var lines = ["---"] + fields
        if !shelf.attachments.isEmpty {
            lines.append("attachments: [" + shelf.attachments.joined(separator: ", ") + "]")
        }
        lines += NewText.endOfDraft(.ru)
        let body = shelf.body.split(separator: "\n", omittingEmptySubsequences: false).drop {
            $0.allSatisfy(\.isWhitespace)
        }
        return lines.joined(separator: "\n") + "\n" + body.joined(separator: "\n") + (body.last == "" ? "" : "\n")
    }

    private static func kind(_ root: YAMLNode, _ schema: Schema) throws(ImportFailure) -> Kind {
        guard let name = root[key: CoreField.kind.rawValue]?.text else { throw ImportFailure(ReceivingReason.noKind) }
        guard let kind = schema.kinds.first(where: { $0.id.rawValue == name }) else {
            throw ImportFailure(ReceivingReason.unknownKind, [String(SharedFields.oneLine(name).prefix(40))])
        }
        return kind
    }

    /// The first name that nothing has, or that of the very text.
    private static func slug(
        _ title: String, _ text: String, _ folder: String, _ place: ReceivingPlace
    ) throws -> (String, isThere: Bool) {
        let made = Address.newID(of: title, limit: 60)
        let isUnfit = made.isEmpty || made == "index" || SharedFile.isDevice(made)
        let base = isUnfit ? "material" : made
        var (slug, number) = (base, 2)
        while true {
            let path = "\(folder)/\(slug).md"
            if let there = try place.file(path) {
                if there == Array(text.utf8) { return (slug, true) }
            } else if !place.isTaken(Address.page(ofPath: path)) {
                return (slug, false)
            }
            (slug, number) = ("\(base)-\(number)", number + 1)
        }
    }

    private static func headings(_ body: String) -> [String] {
        body.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    }
}

/// What is there already where a draft is to lie.
package struct ReceivingPlace {
    /// The bytes of a file below `content/`; nothing where there is none.
    let file: (_ path: String) throws -> [UInt8]?
    /// Whether another page has an address.
    let isTaken: (SiteAddress) -> Bool
    /// Makes pictures smaller that are too large for a page; nothing where no program for that is installed.
    let converter: PictureConverter?

    package init(
        file: @escaping (_ path: String) throws -> [UInt8]?, isTaken: @escaping (SiteAddress) -> Bool,
        converter: PictureConverter? = nil
    ) {
        self.file = file
        self.isTaken = isTaken
        self.converter = converter
    }
}

/// Files on their way beside a material, and the text that names them.
private struct ReceivedShelf {
    let folder: String
    private(set) var body: String
    private let place: ReceivingPlace
    private(set) var files: [ReceivedMaterial.File] = []
    private(set) var attachments: [String] = []
    private(set) var remarks: [ReceivedRemark] = []

    init(folder: String, body: String, place: ReceivingPlace) {
        self.folder = folder
        self.body = body
        self.place = place
    }

    mutating func lay(_ sent: [SharedFile], attachments wanted: [String]) throws {
        var names: [String: String] = [:]
        for raw in sent {
            let clean = PicturePosition.removed(from: raw.bytes)
            if clean != nil { remarks.append(ReceivedRemark(ReceivingReason.position, raw.given)) }
            let file = reduced(SharedFile(given: raw.given, bytes: clean ?? raw.bytes, ending: raw.ending))
            let name = try freeName(file.cleanName, file.bytes)
            files.append(ReceivedMaterial.File(name: name, bytes: file.bytes))
            names[file.given] = name
            let isShown = rename(file.given, to: name)
            if wanted.contains(file.given) || !isShown { attachments.append(name) }
            if !wanted.contains(file.given), !isShown {
                remarks.append(ReceivedRemark(ReceivingReason.unusedFile, name))
            }
        }
        for name in wanted where names[name] == nil {
            remarks.append(ReceivedRemark(ReceivingReason.missingFile, String(name.prefix(80))))
        }
    }

    /// The same picture no larger than pages show, where a program makes it; what is too large and stays is told.
    private mutating func reduced(_ file: SharedFile) -> SharedFile {
        guard file.isPicture, let format = PictureFormat(file.bytes) else { return file }
        let size = PictureHeader.read(file.bytes).size.map {
            (side: max($0.width, $0.height), text: "\($0.width)×\($0.height)")
        }
        let isWide = (size?.side ?? 0) > PublishedFileCheck.widest
        guard isWide || file.bytes.count > PublishedFileCheck.largestPicture else { return file }
        // Of a picture that moves only the first one would be left.
        guard format != .gif, let converter = place.converter,
            case .success(let made) = converter.made(of: file.bytes, format, widest: PublishedFileCheck.widest)
        else {
            let megabytes = PublishedFileCheck.megabytes(file.bytes.count)
            remarks.append(ReceivedRemark(ReceivingReason.largePicture, file.given, size?.text ?? "?", megabytes))
            return file
        }
        let now = PictureHeader.read(made.bytes).size.map { "\($0.width)×\($0.height)" } ?? "?"
        remarks.append(ReceivedRemark(ReceivingReason.reduced, file.given, size?.text ?? "?", now))
        return SharedFile(given: file.given, bytes: made.bytes, ending: made.format.ending)
    }

    /// A name that no other file has, or that of the very bytes.
    private func freeName(_ wanted: String, _ bytes: [UInt8]) throws -> String {
        let dot = wanted.lastIndex(of: ".") ?? wanted.endIndex
        var (name, number) = (wanted, 2)
        while true {
            let there = try place.file("\(folder)/\(name)")
            let isFree = there == nil || there == bytes
            if isFree, !files.contains(where: { $0.name == name }) { return name }
            (name, number) = ("\(wanted[..<dot])-\(number)\(wanted[dot...])", number + 1)
        }
    }

    /// Puts a name in place of another where the text links to it; whether it does.
    private mutating func rename(_ old: String, to new: String) -> Bool {
        let spellings = [old, "<\(old)>", old.replacing(" ", with: "%20")]
        let found = spellings.filter { body.contains("](\($0))") }
        for spelling in found where spelling != new { body = body.replacing("](\(spelling))", with: "](\(new))") }
        return !found.isEmpty
    }
}
