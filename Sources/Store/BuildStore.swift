import Files
import Formats
import Synchronization

/// What a build keeps for the next one: bytes under names, in `.album-cache/store.db`.
///
/// It is never needed and never trusted in doubt: each value stands with a stamp of its name and bytes; one that does
/// not fit counts as missing. What another program has kept is thrown away. When something fails (a full disk, a
/// damaged file), nothing more is read or written, and the file is removed at the end. Safe to use from several threads.
///
/// ```swift
/// let store = BuildStore.open(".album-cache")     // nothing when another build has it
/// store?.set("practices/kvest.md", bytes, in: .materials)
/// store?.commit()
/// ```
package final class BuildStore: Sendable {
    /// What sort of values.
    package enum Room: String, Sendable, CaseIterable {
        /// Which files were read, and when.
        case sources
        /// Materials by path: what others may know of them.
        case materials
        /// Their bodies.
        case bodies
        /// The words of files for download.
        case files
        /// What pages have read.
        case traces
        /// Parts of the search index.
        case search
    }

    private static let fileName = "store.db"
    private static let fileNames = [fileName, fileName + "-journal"]
    /// Of the layout of tables and stamps.
    private static let version: UInt64 = 1

    private let folder: CacheFolder
    private let lock = Mutex(())
    /// Nothing once something has failed.
    ///
    /// Safe, for it is touched under the lock alone.
    nonisolated(unsafe) private var database: Database?

    /// Opens the store in a folder, which is made if need be.
    ///
    /// Nothing when another build has it, or when the folder cannot be used.
    package static func open(_ folder: String) -> BuildStore? {
        guard let folder = CacheFolder(folder), fileNames.allSatisfy(folder.isUsable), let program = ProgramFile.current
        else { return nil }
        do {
            return try BuildStore(folder, program)
        } catch {
            // Another build has it: it is whole.
            guard !error.isBusy else { return nil }
            folder.remove(Self.fileNames)
            return try? BuildStore(folder, program)
        }
    }

    private init(_ folder: CacheFolder, _ program: ProgramFile) throws(Database.Fault) {
        self.folder = folder
        let database = try Database(path: "\(folder.path)/\(Self.fileName)")
        try database.make(table: "program")
        let known = try database.value("file", in: "program")
        // Its bytes are looked at only when it is another file than before.
        let file = Self.bytes(of: [program.place])
        if known?.prefix(8).elementsEqual(file) != true {
            let bytes = program.stamp ^ Self.version
            let isOurs = known?.dropFirst(8).elementsEqual(Self.bytes(of: [bytes])) == true
            for room in Room.allCases {
                try database.make(table: room.rawValue)
                if !isOurs { try database.empty(table: room.rawValue) }
            }
            try database.set("file", Self.bytes(of: [program.place, bytes]), in: "program")
        }
        self.database = database
    }

    deinit {
        if database == nil { folder.remove(Self.fileNames) }
    }

    /// Whether nothing has failed yet: what was kept can be had back.
    package var isWorking: Bool { lock.withLock { _ in database != nil } }

    /// A value as it was kept; nothing when there is none, or when it is damaged.
    package func value(_ name: String, in room: Room) -> [UInt8]? {
        guard var value = use({ database throws(Database.Fault) in try database.value(name, in: room.rawValue) }),
            Self.isSealed(value, name)
        else { return nil }
        // Cut off and not copied: values have megabytes.
        value.removeLast(Self.sealLength)
        return value
    }

    /// The names of all values of a room, in no order.
    package func names(in room: Room) -> [String] {
        use { database throws(Database.Fault) in try database.names(in: room.rawValue) } ?? []
    }

    /// Keeps a value in place of that of before.
    package func set(_ name: String, _ value: [UInt8], in room: Room) {
        let sealed = value + Self.bytes(of: [Self.stamp(value[...], name)])
        use { database throws(Database.Fault) in try database.set(name, sealed, in: room.rawValue) }
    }

    package func remove(_ name: String, in room: Room) {
        use { database throws(Database.Fault) in try database.remove(name, in: room.rawValue) }
    }

    /// Makes all that was kept since the last time stay, in one step.
    package func commit() { use { database throws(Database.Fault) in try database.commit() } }

    @discardableResult
    private func use<Result: Sendable>(_ body: (Database) throws(Database.Fault) -> Result?) -> Result? {
        lock.withLock { _ in
            do throws(Database.Fault) {
                guard let database else { return nil }
                return try body(database)
            } catch {
                database = nil
                return nil
            }
        }
    }

    // MARK: Stamps

    private static func stamp(_ value: ArraySlice<UInt8>, _ name: String) -> UInt64 {
        var hash = StableHash()
        hash.add(name)
        value.withUnsafeBytes { hash.add($0) }
        return hash.stamp
    }

    private static func bytes(of words: [UInt64]) -> [UInt8] {
        var writer = ByteWriter()
        for word in words { writer.word(word) }
        return writer.bytes
    }

    /// Bytes of the stamp behind each value.
    private static let sealLength = 8

    /// Whether a value ends with the stamp of what stands before it.
    private static func isSealed(_ sealed: [UInt8], _ name: String) -> Bool {
        sealed.count >= sealLength
            && bytes(of: [stamp(sealed.dropLast(sealLength), name)]).elementsEqual(sealed.suffix(sealLength))
    }
}
