import Catalog
import Diagnostics

/// What one material is by itself: all that its file and its CSV files say, and nothing of other materials.
///
/// A pure function of these files, the schema, the edition and the theme's words.
package struct MaterialUnit: Sendable {
    package let origin: MaterialOrigin
    package let material: Material
    package let compiled: CompiledMaterial
    /// Its leaves that name pictures: what pictures hold is known later.
    package let pictureLeaves: [PictureLeave]
    /// What is wrong with it, with its body and its CSV files too, in no order.
    package let diagnostics: [Diagnostic]

    /// Takes the parts of a material that were read; its body is compiled here.
    /// - Parameters:
    ///   - compiler: nothing where bodies are not wanted.
    ///   - tables: its CSV files that are texts, by path below `content/`.
    ///   - diagnostics: what was found so far.
    package init(
        _ draft: MaterialDraft, _ material: Material, _ compiler: MaterialCompiler?, tables: [String: SourceFile],
        diagnostics: [Diagnostic]
    ) {
        origin = draft.origin
        self.material = material
        let compiled = compiler?.compile(material, draft, tables: tables) ?? CompiledMaterial()
        self.compiled = compiled
        let leaves = draft.file.map { file in
            PrivacyCheck.picturesAllowed(
                file, root: draft.root, tables: material.tableFiles.compactMap { tables[$0.path] })
        }
        pictureLeaves = (leaves ?? []).map { PictureLeave(leave: $0.leave, isUsed: $0.isUsed) }
        self.diagnostics = diagnostics + compiled.diagnostics
    }
}

/// The leave of a material to show a picture that tells of people.
package struct PictureLeave: Sendable {
    package let leave: PrivacyAllowance
    /// Whether the texts of the material have made use of it.
    package let isUsed: Bool
}
