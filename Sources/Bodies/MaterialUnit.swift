import Catalog
import Diagnostics
import Formats

/// What one material is by itself: all that its file and its CSV files say, and nothing of other materials.
///
/// A pure function of these files, the schema, the edition and the theme's words; the content of its body stands apart,
/// since it is needed only where it is shown.
package struct MaterialUnit: Sendable {
    package let origin: MaterialOrigin
    package let material: Material
    package let body: CompiledMaterial
    package let stamps: Stamps
    /// Its leaves that name pictures: what pictures hold is known later.
    package let pictureLeaves: [PictureLeave]
    /// What is wrong with it, with its body and its CSV files too, in no order.
    package let diagnostics: [Diagnostic]

    /// Stamps of what it says, wherever it stands in its file.
    package struct Stamps: Sendable {
        /// Of its values.
        package let material: UInt64
        /// Of its values with the places where they stand.
        package let frontMatter: UInt64
        /// Of its tables, links and headings.
        package let body: UInt64
        /// Of what is shown of its body.
        package let content: UInt64
    }

    /// What is told besides of tables that became none.
    private let losses: [Diagnostic]
    /// What is told in place of that where wishes are; nothing where they were not looked for.
    private let wishes: [Diagnostic]?

    /// Takes the parts of a material that were read; its body is compiled here.
    ///
    /// With it come the content of the body and the bytes of that.
    /// - Parameters:
    ///   - names: of entries of vocabularies, for stamps.
    ///   - compiler: nothing where bodies are not wanted.
    ///   - tables: its CSV files that are texts, by path below `content/`.
    ///   - diagnostics: what was found so far.
    package static func make(
        _ draft: MaterialDraft, _ material: Material, _ names: @escaping ByteWriter.Names,
        _ compiler: MaterialCompiler?, tables: [String: SourceFile], diagnostics: [Diagnostic]
    ) -> (unit: MaterialUnit, content: BodyContent, stored: [UInt8]) {
        let compiled = compiler?.compile(material, draft, tables: tables) ?? Compilation()
        let stored = compiled.content.stored
        let unit = MaterialUnit(
            draft, material, names, compiled, tables: tables, diagnostics: diagnostics)
        return (unit, compiled.content, stored)
    }

    private init(
        _ draft: MaterialDraft, _ material: Material, _ names: @escaping ByteWriter.Names, _ compiled: Compilation,
        tables: [String: SourceFile], diagnostics: [Diagnostic]
    ) {
        origin = draft.origin
        self.material = material
        let leaves = draft.file.map { file in
            PrivacyCheck.picturesAllowed(
                file, root: draft.root, tables: material.tableFiles.compactMap { tables[$0.path] })
        }
        pictureLeaves = (leaves ?? []).map { PictureLeave(leave: $0.leave, isUsed: $0.isUsed) }
        self.diagnostics = diagnostics + compiled.diagnostics
        losses = compiled.losses
        wishes = compiled.wishes
        var body = compiled.body
        body.losesFiles = compiled.diagnostics.contains { PublishedFileCheck.lostFiles.contains($0.code) }
        self.body = body
        stamps = Stamps(
            material: Self.stamp(ByteWriter(leavesPlacesOut: true, names: names)) { material.store(in: &$0) },
            frontMatter: Self.stamp(ByteWriter(leavesPlacesOut: false, names: names)) { writer in
                draft.origin.store(in: &writer)
                material.store(in: &writer)
            },
            body: Self.stamp(ByteWriter(leavesPlacesOut: true, names: names)) { body.store(in: &$0) },
            content: Self.stamp(ByteWriter(leavesPlacesOut: true, names: names)) { compiled.content.store(in: &$0) })
    }

    private static func stamp(_ writer: ByteWriter, _ store: (inout ByteWriter) -> Void) -> UInt64 {
        var writer = writer
        store(&writer)
        return StableHash.stamp(writer.bytes)
    }

    /// Whether wishes were looked for.
    package var knowsWishes: Bool { wishes != nil }

    /// What is told of the material, with its wishes or without.
    package func told(wishes isWishful: Bool) -> [Diagnostic] {
        diagnostics + (isWishful ? wishes ?? losses : losses)
    }
}

extension MaterialUnit: Storable {
    package func store(in writer: inout ByteWriter) {
        origin.store(in: &writer)
        material.store(in: &writer)
        body.store(in: &writer)
        for stamp in [stamps.material, stamps.frontMatter, stamps.body, stamps.content] { writer.word(stamp) }
        writer.list(pictureLeaves) { writer, leave in
            writer.text(leave.leave.text)
            writer.range(leave.leave.range)
            writer.flag(leave.isUsed)
        }
        writer.list(diagnostics)
        writer.list(losses)
        writer.optional(wishes) { $0.list($1) }
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        origin = try MaterialOrigin(from: &reader)
        material = try Material(origin, from: &reader)
        body = try CompiledMaterial(from: &reader)
        stamps = Stamps(
            material: try reader.word(), frontMatter: try reader.word(), body: try reader.word(),
            content: try reader.word())
        pictureLeaves = try reader.list { reader throws(ByteReader.Damage) in
            PictureLeave(
                leave: PrivacyAllowance(text: try reader.text(), range: try reader.range()), isUsed: try reader.flag())
        }
        diagnostics = try reader.list()
        losses = try reader.list()
        wishes = try reader.optional { reader throws(ByteReader.Damage) in try reader.list() }
    }
}

/// The leave of a material to show a picture that tells of people.
package struct PictureLeave: Sendable {
    package let leave: PrivacyAllowance
    /// Whether the texts of the material have made use of it.
    package let isUsed: Bool
}
