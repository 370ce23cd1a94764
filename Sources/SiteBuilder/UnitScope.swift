import Bodies
import Catalog
import Files
import Formats

/// What the materials of the site, or those of one root, are read by.
struct UnitScope: Sendable {
    let schema: Schema
    /// What its entries are called in stamps.
    let names: ByteWriter.Names
    /// Nothing where bodies are not wanted.
    let compiler: MaterialCompiler?
    /// What units depend on beside their files: another stamp, other units.
    let environment: UInt64
    /// Where entries stand in the schema of the whole; nothing where they stand alike.
    ///
    /// What is kept of a unit has the positions of its own schema, since those of the whole shift with other roots.
    let positions: ByteReader.Positions?

    /// A unit with the positions of the whole.
    func moved(_ unit: MaterialUnit) -> MaterialUnit { moved(unit) { try MaterialUnit(from: &$0) } }

    /// A body with the positions of the whole.
    func moved(_ content: BodyContent) -> BodyContent { moved(content) { try BodyContent(from: &$0) } }

    private func moved<Value: Storable>(
        _ value: Value, _ read: (inout ByteReader) throws -> Value
    ) -> Value {
        guard let positions else { return value }
        var writer = ByteWriter()
        value.store(in: &writer)
        var reader = ByteReader(writer.bytes, positions: positions)
        guard let moved = try? read(&reader) else {
            preconditionFailure("what was just written can be read, and each entry of a part stands in the whole")
        }
        return moved
    }
}

/// ``UnitScope`` of each material.
struct UnitScopes: Sendable {
    let site: UnitScope
    /// By the first part of their paths.
    let roots: [String: UnitScope]

    /// That of a file below `content/`.
    subscript(path: SitePath) -> UnitScope {
        if roots.isEmpty { return site }
        return roots[String(path.text.prefix { $0 != "/" })] ?? site
    }
}
