import Catalog
import Diagnostics
import Editing
import Files
import SiteBuilder

/// The names of a material and of its files before and after.
struct NewNames: Sendable {
    let material: Material
    /// Below `content/`.
    let path: String
    let id: MaterialID
    /// Whether the material says its id itself.
    let isIDWritten: Bool
    /// Old paths below `content/` with the new ones: of the material and the files that are called after it.
    let moves: [String: String]
    /// The address of its page that is to lead on; nothing where only letter case changes, which disks do not tell apart.
    let formerAddress: SiteAddress?

    var movesFolder: Bool { Self.folder(of: material.path) != Self.folder(of: path) }

    /// - Parameter written: an id, a path below `content/`, or the name of a file for the same folder.
    init(_ material: Material, to written: String, _ renaming: Renaming) throws(RenamingError) {
        self.material = material
        path = try Self.path(written, of: material)
        guard path != material.path else { throw .refused(.sameName(path)) }
        let writtenID = try Self.writtenID(of: material, renaming)
        isIDWritten = writtenID != nil
        id = Self.id(of: material, writtenID: writtenID, path)
        let address = Address.page(ofPath: path)
        formerAddress = address.lowercased() == material.address.lowercased() ? nil : material.address
        let new = String(MaterialFileName.stem(path))
        moves = Self.ownFiles(material, renaming.survey).reduce(into: [material.path: path]) { moves, file in
            moves[file] = new + file.dropFirst(MaterialFileName.stem(material.path).count)
        }
        try Self.requireFree(moves, address, of: material, renaming)
        try requireKind(renaming)
    }

    // MARK: The new path

    private static func path(_ written: String, of material: Material) throws(RenamingError) -> String {
        var text = written.hasPrefix("content/") ? String(written.dropFirst("content/".count)) : written
        if text.hasSuffix("/") { text += MaterialFileName.stem(fileName(of: material.path)) }
        if !text.contains("/") { text = folder(of: material.path) + text }
        let path = MaterialFileName.proper(text)
        guard let checked = try? SitePath(path), !checked.components.contains(where: { $0.hasPrefix(".") }),
            checked.components.count > 1
        else { throw .refused(.badName(written)) }
        return checked.text
    }

    /// With its slash.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    private static func fileName(of path: String) -> Substring { path.dropFirst(folder(of: path).count) }

    private static func writtenID(of material: Material, _ renaming: Renaming) throws(RenamingError) -> String? {
        let bytes = try renaming.bytes("content/" + material.path)
        guard let text = try? EditableMaterial(bytes, path: material.path, renaming.survey.catalog.schema) else {
            throw .refused(.unreadable("content/" + material.path))
        }
        if case .text(let id)? = text.text(of: CoreField.id) { return id }
        return nil
    }

    /// An id of its own stays, unless it is what the file was called.
    private static func id(of material: Material, writtenID: String?, _ path: String) -> MaterialID {
        guard let writtenID else { return Address.id(ofPath: path) }
        if writtenID == Address.id(ofPath: material.path).rawValue { return Address.id(ofPath: path) }
        if writtenID == MaterialFileName.stem(fileName(of: material.path)) {
            return MaterialID(String(MaterialFileName.stem(fileName(of: path))))
        }
        return material.id
    }

    // MARK: Files beside it

    /// Files that the material uses, beside it, whose names begin with its own: `kvest-plan.csv`, `kvest.docx`.
    ///
    /// Where `kvest-2.md` stands beside `kvest.md`, `kvest-2-foto.jpg` is called after that one.
    private static func ownFiles(_ material: Material, _ survey: SiteSurvey) -> Set<String> {
        let stem = String(MaterialFileName.stem(material.path))
        let others = survey.catalog.materials.map { String(MaterialFileName.stem($0.path)) }.filter {
            $0 != stem && $0.hasPrefix(stem)
        }
        return survey.references.reduce(into: []) { files, reference in
            guard reference.source == material.path, case .file(let path) = reference.target,
                isCalled(path, after: stem), !others.contains(where: { isCalled(path, after: $0) })
            else { return }
            files.insert(path)
        }
    }

    private static func isCalled(_ file: String, after stem: String) -> Bool {
        guard file.hasPrefix(stem), let next = file.dropFirst(stem.count).first else { return false }
        return next != "/" && !next.isLetter && !next.isNumber
    }

    // MARK: What must not be

    private static func requireFree(
        _ moves: [String: String], _ address: SiteAddress, of material: Material, _ renaming: Renaming
    ) throws(RenamingError) {
        let schema = renaming.survey.catalog.schema
        for new in moves.values.sorted() where moves[new] == nil {
            do {
                if try renaming.root.entry(try SitePath("content/" + new)) != nil {
                    throw RenamingError.refused(.taken("content/" + new))
                }
            } catch let error as FileError {
                throw .machine(error)
            } catch let error as RenamingError {
                throw error
            } catch {
                throw .refused(.badName(new))
            }
        }
        guard !SitePages.reservedAddresses(schema).contains(address.lowercased()) else {
            throw .refused(.reservedAddress(address))
        }
        let other = renaming.survey.catalog.materials.first {
            $0.path != material.path && $0.address.lowercased() == address.lowercased()
        }
        if let other { throw .refused(.takenAddress(address, "content/" + other.path)) }
    }

    /// The folder says the kind, unless the material does.
    private func requireKind(_ renaming: Renaming) throws(RenamingError) {
        let schema = renaming.survey.catalog.schema
        let kind = schema.kinds[material.kind]
        let bytes = try renaming.bytes("content/" + material.path)
        guard let moved = try? EditableMaterial(bytes, path: path, schema), !moved.draft.isBroken,
            moved.kind.id == kind.id
        else { throw .refused(.otherKind(path, kind)) }
    }

    // MARK: Names in texts

    /// What a text is to call the material that called it so; nothing where the name is still right.
    func name(for written: String, _ survey: SiteSurvey) -> String? {
        guard id != material.id else { return nil }
        if written == material.id.rawValue, written.contains("/") { return id.rawValue }
        guard written == Self.lastPart(material.id) else { return nil }
        let last = Self.lastPart(id)
        let isShared = survey.catalog.materials.contains { $0.path != material.path && Self.lastPart($0.id) == last }
        return isShared ? id.rawValue : last
    }

    private static func lastPart(_ id: MaterialID) -> String {
        id.rawValue.split(separator: "/").last.map(String.init) ?? id.rawValue
    }

    /// The former addresses of the material: those that it had, and the one of now.
    ///
    /// A bare name means the folder it stands in, and is written out where that changes. The new address is none of them.
    func aliases(_ written: FieldText?) -> [String] {
        var aliases: [String] =
            switch written {
            case .text(let text): [text]
            case .list(let items): items
            case nil: []
            }
        if movesFolder {
            aliases = aliases.map { FormerName.isBare($0) ? Self.folder(of: material.path) + $0 : $0 }
        }
        let new = Set([Address.page(ofPath: path).text, path].map { Self.plain($0, beside: path) })
        aliases.removeAll { new.contains(Self.plain($0, beside: path)) }
        if let former = formerAddress {
            let text = former.text
            if !aliases.contains(where: { Self.plain($0, beside: path) == Self.plain(text, beside: path) }) {
                aliases.append(text)
            }
        }
        return aliases
    }

    /// A former address as a path below `content/` without its end: `/practices/old.html` is `practices/old`.
    private static func plain(_ alias: String, beside path: String) -> String {
        if FormerName.isBare(alias) { return folder(of: path) + MaterialFileName.stem(alias) }
        let text = alias.hasSuffix(".html") ? String(alias.dropLast(".html".count)) : alias
        return String(MaterialFileName.stem(text).drop { $0 == "/" })
    }
}
