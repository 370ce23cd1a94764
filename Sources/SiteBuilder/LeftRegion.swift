import Catalog
import Diagnostics
import Languages

/// A region that a material names and that the site had: another one is no help, it is said to have left.
enum LeftRegion {
    /// What is told of a value that a list does not have, or of its region, if addresses of that were published.
    static func told(_ diagnostic: Diagnostic, _ ledger: AddressLedger?, _ schema: Schema) -> Diagnostic {
        guard diagnostic.code.name == DiagnosticCode.unknownPlace.name, let ledger, diagnostic.arguments.count > 1,
            let regions = schema.vocabulary(RegionAxis.vocabulary),
            diagnostic.arguments[1] == schema.vocabularies[regions].title
        else { return diagnostic }
        let name = diagnostic.arguments[0]
        let id = Transliteration.slug(name)
        guard !id.isEmpty, ledger.entries.contains(where: { $0.address.isOfRegion(id) }) else { return diagnostic }
        return Diagnostic(.leftRegion, [name], at: diagnostic.location).ofDraft(diagnostic.isOfDraft)
    }
}
