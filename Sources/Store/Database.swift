import CSQLite

/// A file of SQLite with bytes under names, in several tables.
///
/// Not for several threads at once. What fails throws, and the file is as it was before the transaction: a journal
/// brings it back when the program was killed.
final class Database {
    /// What SQLite refused, with its code.
    struct Fault: Error, Hashable {
        let code: Int32

        /// Whether another process has the file.
        var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }
    }

    private let handle: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]

    /// Opens or makes a file and locks it against others; throws when another process has it.
    init(path: String) throws(Fault) {
        var handle: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path, &handle, flags, nil)
        guard code == SQLITE_OK, let handle else {
            sqlite3_close_v2(handle)
            throw Fault(code: code)
        }
        self.handle = handle
        // Nothing is forced to the disk: after a power cut the file may be damaged, which is noticed, and is made anew.
        for setting in ["page_size = 16384", "locking_mode = exclusive", "synchronous = off", "journal_mode = delete"] {
            try run("PRAGMA \(setting)")
        }
        try run("BEGIN IMMEDIATE")
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(handle)
    }

    /// Ends the transaction and begins the next.
    func commit() throws(Fault) {
        try run("COMMIT")
        try run("BEGIN IMMEDIATE")
    }

    func make(table: String) throws(Fault) {
        try run("CREATE TABLE IF NOT EXISTS \(table) (name TEXT PRIMARY KEY, value BLOB NOT NULL)")
    }

    func empty(table: String) throws(Fault) { try run("DELETE FROM \(table)") }

    func value(_ name: String, in table: String) throws(Fault) -> [UInt8]? {
        let statement = try prepared("SELECT value FROM \(table) WHERE name = ?1")
        defer { sqlite3_reset(statement) }
        bind(name, statement)
        guard try step(statement) else { return nil }
        return column(0, statement)
    }

    /// All names of a table, in no order.
    func names(in table: String) throws(Fault) -> [String] {
        let statement = try prepared("SELECT name FROM \(table)")
        defer { sqlite3_reset(statement) }
        var names: [String] = []
        while try step(statement) { names.append(String(decoding: column(0, statement), as: UTF8.self)) }
        return names
    }

    func set(_ name: String, _ value: [UInt8], in table: String) throws(Fault) {
        let statement = try prepared("INSERT OR REPLACE INTO \(table) VALUES (?1, ?2)")
        defer { sqlite3_reset(statement) }
        bind(name, statement)
        // Bound without a copy: the bytes live while the statement runs.
        let code = value.withUnsafeBytes { bytes in
            sqlite3_bind_blob64(statement, 2, bytes.baseAddress, UInt64(bytes.count), nil)
            return sqlite3_step(statement)
        }
        sqlite3_bind_null(statement, 2)
        guard code == SQLITE_DONE else { throw Fault(code: code) }
    }

    func remove(_ name: String, in table: String) throws(Fault) {
        let statement = try prepared("DELETE FROM \(table) WHERE name = ?1")
        defer { sqlite3_reset(statement) }
        bind(name, statement)
        _ = try step(statement)
    }

    // MARK: Statements

    private func run(_ text: String) throws(Fault) {
        let code = sqlite3_exec(handle, text, nil, nil, nil)
        guard code == SQLITE_OK else { throw Fault(code: code) }
    }

    private func prepared(_ text: String) throws(Fault) -> OpaquePointer {
        if let known = statements[text] { return known }
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v2(handle, text, -1, &statement, nil)
        guard code == SQLITE_OK, let statement else { throw Fault(code: code) }
        statements[text] = statement
        return statement
    }

    /// Whether there is a row.
    private func step(_ statement: OpaquePointer) throws(Fault) -> Bool {
        let code = sqlite3_step(statement)
        guard code == SQLITE_ROW || code == SQLITE_DONE else { throw Fault(code: code) }
        return code == SQLITE_ROW
    }

    private func bind(_ name: String, _ statement: OpaquePointer) {
        var name = name
        name.withUTF8 { utf8 in
            let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            utf8.withMemoryRebound(to: CChar.self) {
                _ = sqlite3_bind_text(statement, 1, $0.baseAddress, Int32($0.count), transient)
            }
        }
    }

    private func column(_ index: Int32, _ statement: OpaquePointer) -> [UInt8] {
        let count = Int(sqlite3_column_bytes(statement, index))
        guard let bytes = sqlite3_column_blob(statement, index) else { return [] }
        return Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }
}
