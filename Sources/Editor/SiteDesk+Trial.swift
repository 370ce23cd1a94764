import Catalog
import Diagnostics
import Files
import Formats
import SiteBuilder

/// What a site would be like with other files.
struct Trial {
    let made: AssembledSite
    /// Those that the site has not now.
    var errors: [Diagnostic] = []
    /// Published addresses that readers would find no more, and may: they are withdrawn.
    let withdrawn: [SiteAddress]
    /// Withdrawn addresses that readers would find again.
    let returned: [SiteAddress]
}

extension SiteDesk {
    /// Makes the site as if files were saved.
    ///
    /// - Parameter takesOff: whether a page shall leave the site: that its address is lost is meant then. A picture or a file
    ///   goes with the words that led to it.
    func trial(_ files: UnsavedFiles, takesOff: Bool = false) throws(FileError) -> Trial {
        let made = try make(files)
        let (now, lost, back) = state.withLock { ($0.errors, $0.lost, $0.returned) }
        let newlyLost = Set(made.lostAddresses).subtracting(lost)
        let withdrawn = newlyLost.filter { takesOff || !$0.text.hasSuffix(".html") }
        let losesNone = withdrawn.count == newlyLost.count
        func told(_ diagnostic: Diagnostic) -> String {
            diagnostic.location.path + ": " + diagnostic.code.message.text(language, diagnostic.arguments)
        }
        let known = Set(now.map(told))
        // One message tells of all that a folder has lost: it says something else when less is lost.
        let errors = made.diagnostics.filter { diagnostic in
            diagnostic.severity == .error && !known.contains(told(diagnostic))
                && !(losesNone && Self.ofLostAddresses.contains(diagnostic.code))
        }
        return Trial(
            made: made, errors: errors, withdrawn: withdrawn.sorted(),
            returned: Set(made.returnedAddresses).subtracting(back).sorted())
    }

    private static let ofLostAddresses: Set<DiagnosticCode> = [
        .addressLost, .addressesLost, .albumRemoved, .goneRoot,
    ]
}
