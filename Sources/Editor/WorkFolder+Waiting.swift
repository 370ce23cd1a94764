import Files

// Files that were put into a form and wait for it to be saved: beside published files lies nothing that nobody saved.
extension WorkFolder {
    /// A room in which files wait, each at the path that it is to have below `content/`.
    enum WaitingRoom: String, CaseIterable {
        /// Files that are not there yet.
        case files
        /// Pictures that take the place of larger ones of the same name.
        case smaller

        fileprivate var folder: SitePath {
            switch self {
            case .files: SitePath(literal: "files")
            case .smaller: SitePath(literal: "smaller")
            }
        }
    }

    /// A file that waits.
    struct Waiting: Sendable {
        let room: WaitingRoom
        /// Below `content/`.
        let path: String
        let bytes: [UInt8]
    }

    /// How long a file waits that no form names, in days: who comes back from a holiday finds it.
    static let daysOfWaiting = 30

    /// What waits at a path: the smaller picture where there are both.
    func waiting(at path: String) throws(FileError) -> Waiting? {
        for room in WaitingRoom.allCases.reversed() {
            guard let place = Self.path(room.rawValue, path),
                let bytes = try SourceFolder(existing: Self.name, of: root)?.read(place)
            else { continue }
            return Waiting(room: room, path: path, bytes: bytes)
        }
        return nil
    }

    /// The files that wait beside a material, or a table of one, and that its text names; the smaller one of two.
    /// - Parameter path: of the material, below `content/`.
    func waiting(for text: [UInt8], at path: String) throws(FileError) -> [Waiting] {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        var found: [String: Waiting] = [:]
        for room in WaitingRoom.allCases {
            let names = try names(in: room, folder)
            for name in names where FileNameUse(name).isNamed(in: text) {
                let path = folder.isEmpty ? name : folder + "/" + name
                guard let place = Self.path(room.rawValue, path),
                    let bytes = try SourceFolder(existing: Self.name, of: root)?.read(place)
                else { continue }
                found[path] = Waiting(room: room, path: path, bytes: bytes)
            }
        }
        return found.values.sorted { $0.path < $1.path }
    }

    private func names(in room: WaitingRoom, _ folder: String) throws(FileError) -> [String] {
        guard let tree = try tree(),
            let place = try? SitePath(folder.isEmpty ? room.rawValue : "\(room.rawValue)/\(folder)"),
            try tree.entry(place) != nil
        else { return [] }
        return try tree.list(place).entries.compactMap { $0.kind == .file ? $0.path.name : nil }
    }

    /// Lets a file wait; false where its path is none.
    func keepWaiting(_ bytes: [UInt8], at path: String, in room: WaitingRoom = .files) throws(FileError) -> Bool {
        guard let place = Self.path(room.rawValue, path) else { return false }
        try folder().write(place, bytes)
        return true
    }

    /// Forgets what waits at a path: it is saved.
    func dropWaiting(at path: String) throws(FileError) {
        for room in WaitingRoom.allCases {
            guard let place = Self.path(room.rawValue, path) else { continue }
            try SourceFolder(existing: Self.name, of: root)?.remove(place)
        }
    }

    /// Removes, whenever a file comes in or the list of materials is opened, what has waited for ``daysOfWaiting`` and is named by nothing that was typed and kept, or put aside.
    func sweepWaiting(at second: Int) throws(FileError) {
        guard let tree = try tree() else { return }
        let limit = second - Self.daysOfWaiting * 86_400
        var old: [SitePath] = []
        for room in WaitingRoom.allCases {
            for (_, file) in try files(below: room.folder) {
                if let entry = try tree.entry(file), entry.modified / 1_000_000_000 < limit { old.append(file) }
            }
        }
        guard !old.isEmpty else { return }
        var typed: [[UInt8]] = []
        for room in [SitePath(literal: "typed"), SitePath(literal: "forgotten")] {
            for (_, file) in try files(below: room) {
                let values = FormData(encoded: try tree.read(file)).pairs.map(\.value)
                typed.append(Array(values.joined(separator: "\n").utf8))
            }
        }
        let folder = try SourceFolder(existing: Self.name, of: root)
        for file in old where !typed.contains(where: FileNameUse(file.name).isNamed) { try folder?.remove(file) }
    }
}

/// Whether a text names a file that an editor has put beside it: such names are ASCII letters, digits, `-` and one dot.
struct FileNameUse {
    private let name: [UInt8]

    init(_ name: String) { self.name = Array(name.utf8) }

    /// O(length).
    func isNamed(in text: [UInt8]) -> Bool { next(in: text[...]) != nil }

    /// The text with another name in its place.
    func renamed(to other: String, in text: [UInt8]) -> [UInt8] {
        var (result, rest) = ([UInt8](), text[...])
        while let found = next(in: rest) {
            result += rest[..<found.lowerBound] + Array(other.utf8)
            rest = rest[found.upperBound...]
        }
        return result + rest
    }

    /// The next place where the name stands by itself, and is not the end of a longer one.
    private func next(in text: ArraySlice<UInt8>) -> Range<Int>? {
        var rest = text
        while let found = rest.firstRange(of: name) {
            let before = found.lowerBound > text.startIndex ? text[found.lowerBound - 1] : 0x20
            let after = found.upperBound < text.endIndex ? text[found.upperBound] : 0x20
            if !Self.isOfName(before), !Self.isOfName(after) || after == UInt8(ascii: ".") { return found }
            rest = rest[found.upperBound...]
        }
        return nil
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
        default: false
        }
    }
}
