import Catalog
import Diagnostics
import Editing
import Files
import Languages
import SiteBuilder

/// Gives a material another name or another folder, and mends all that names it.
///
/// Comes in: a site and two names. Goes out: a ``RenamingPlan``, the new bytes of every file that changes; nothing is
/// written before ``RenamingPlan/write(to:)``. It was tried then: the site is read as if the files were saved, and it says
/// nothing that it did not say before, and every link and name means what it meant.
///
/// ```swift
/// let plan = try Renaming(request).plan("kvest", to: "regata")
/// try plan.write(to: request.root)
/// ```
package struct Renaming: Sendable {
    private let request: BuildRequest
    let survey: SiteSurvey
    var root: DiskFileSystem { request.root }

    /// Reads the site.
    package init(_ request: BuildRequest) throws(RenamingError) {
        var request = request
        // A draft is named and found as any other material.
        (request.includesDrafts, request.store) = (true, nil)
        self.request = request
        let (survey, faults) = try Self.survey(request)
        guard let survey, !faults.contains(where: \.isOfUnreadFile) else { throw .refused(.unreadableSite(faults)) }
        self.survey = survey
    }

    private static func survey(
        _ request: BuildRequest
    ) throws(RenamingError) -> (survey: SiteSurvey?, diagnostics: [Diagnostic]) {
        do throws(FileError) { return try SiteBuild.survey(request) } catch { throw .machine(error) }
    }

    /// What has to be done, tried already.
    package func plan(_ old: String, to new: String) throws(RenamingError) -> RenamingPlan {
        let material = try material(named: old)
        let names = try NewNames(material, to: new, self)
        var changes: [RenamingPlan.Change] = []
        let mending = Mending(survey: survey, names: names)
        var edits = try mending.edits { file throws(RenamingError) in try text(file) }
        let own = "content/" + material.path
        let moved = try movedText(names, edits.removeValue(forKey: own) ?? [])
        changes.append(RenamingPlan.Change(from: own, to: "content/" + names.path, before: moved.0, after: moved.1))
        for (file, edits) in edits {
            let raw = try text(file)
            if let letter = raw.unwritable(edits) {
                throw .refused(.unwritable(file, letter, raw.encoding.name))
            }
            let to = names.moves[String(file.dropFirst("content/".count))].map { "content/" + $0 } ?? file
            changes.append(
                RenamingPlan.Change(from: file, to: to, before: try bytes(file), after: raw.applying(edits)))
        }
        let written = Set(changes.map(\.from))
        for (old, new) in names.moves where !written.contains("content/" + old) {
            let bytes = try bytes("content/" + old)
            changes.append(
                RenamingPlan.Change(from: "content/" + old, to: "content/" + new, before: bytes, after: bytes))
        }
        changes += try ledger(names)
        changes.sort { $0.from < $1.from }
        let plan = RenamingPlan(
            from: own, to: "content/" + names.path, formerAddress: names.formerAddress, mended: mending.count,
            changes: changes)
        try tryOut(plan, names)
        return plan
    }

    // MARK: Files

    func bytes(_ file: String) throws(RenamingError) -> [UInt8] {
        do {
            return try root.read(try SitePath(file))
        } catch let error as FileError {
            throw .machine(error)
        } catch {
            throw .machine(FileError(.read, file, .unusableName))
        }
    }

    private func text(_ file: String) throws(RenamingError) -> RawText {
        guard let text = RawText(try bytes(file), path: file) else { throw .refused(.unreadable(file)) }
        return text
    }

    /// The file of the material before and after: links, its id where that is written and was that of the file, and the
    /// addresses it had.
    private func movedText(_ names: NewNames, _ edits: [TextEdit]) throws(RenamingError) -> ([UInt8], [UInt8]) {
        let own = "content/" + names.material.path
        let before = try bytes(own)
        let mended = try text(own).applying(edits)
        do throws(EditableMaterial.Refusal) {
            let text = try EditableMaterial(mended, path: names.path, survey.catalog.schema)
            var changes: [EditableMaterial.Change] = []
            if names.isIDWritten, names.id != names.material.id {
                changes.append(.set(CoreField.id, .text(names.id.rawValue)))
            }
            let aliases = names.aliases(text.text(of: CoreField.aliases))
            changes.append(aliases.isEmpty ? .remove(CoreField.aliases) : .set(CoreField.aliases, .list(aliases)))
            return (before, try text.applying(changes, body: nil))
        } catch {
            throw .refused(.unreadable(own))
        }
    }

    /// The list of addresses, where withdrawn pages lead on to the material; nothing of one that is damaged, which a build tells.
    private func ledger(_ names: NewNames) throws(RenamingError) -> [RenamingPlan.Change] {
        guard let former = names.formerAddress else { return [] }
        let read: SourceFile?
        do throws(FileError) { read = try AddressLedger.file(in: root)?.file } catch { throw .machine(error) }
        guard let read, case (let ledger, let faults) = AddressLedger.read(read), faults.isEmpty else { return [] }
        let changed = ledger.leading(to: Address.page(ofPath: names.path), insteadOf: former)
        guard changed != ledger else { return [] }
        let path = AddressLedger.path
        return [
            RenamingPlan.Change(from: path, to: path, before: try bytes(path), after: Array(changed.text.utf8))
        ]
    }

    // MARK: Trying it

    /// Reads the site as if the files were saved: it must say nothing new, and all names must mean what they meant.
    private func tryOut(_ plan: RenamingPlan, _ names: NewNames) throws(RenamingError) {
        var request = request
        do throws(FileError) {
            request.root = try DiskFileSystem(root: root.root, unsaved: plan.unsaved(below: root))
        } catch {
            throw .machine(error)
        }
        let (after, diagnostics) = try Self.survey(request)
        let new = NewDiagnostics.among(diagnostics, since: survey.diagnostics, names)
        guard let after, new.isEmpty else { throw .refused(.newDiagnostics(new)) }
        if let source = ReferenceComparison.firstDifference(survey.references, after.references, names) {
            throw .refused(.otherMeaning(source))
        }
    }
}

/// Why a material keeps its name.
package enum RenamingError: Error, Sendable {
    /// What a person can mend.
    case refused(RenamingRefusal)
    /// What the machine refuses.
    case machine(FileError)
}
