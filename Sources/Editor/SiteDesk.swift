import Catalog
import Diagnostics
import Dispatch
import Editing
import Files
import Formats
import Languages
import Preview
import SiteBuilder
import Synchronization

extension SiteOnDemand: PreviewedSite {}

/// Answers requests for the pages on which a site is edited.
///
/// ```
/// /_edit/                    kinds to begin with, materials to go on with
/// /_edit/new?kind=KIND       the form of a new material; sent here to be saved
/// /_edit/material/ID         that of one that is there
/// /_edit/history/ID          what it said before each save; sent here to come back
/// /_edit/earlier/ID?at       all that it said before one save
/// /_edit/joining/ID          what a draft brings to the material that it belongs to; sent here to be put in
/// /_edit/adapting/ID         for whom and when a new material is made of this one; sent here to open its form
/// /_edit/site                title, description, day and contact of the site; sent here to be saved
/// /_edit/lists               the vocabularies
/// /_edit/lists/VOCABULARY    one of them; sent here: a new entry, or a removed one to come back
/// /_edit/lists/VOCABULARY/ENTRY   the names of an entry; sent here to be saved, or to be removed
/// /_edit/removed             sent here: a file to be removed that nothing refers to; what was removed to bring back, or
///                            to be wiped out
/// /_edit/list?kind&field     what may be picked in a field
/// /_edit/entry               sent here: a new entry of a vocabulary
/// /_edit/check, /_edit/keep  the same form, sent while somebody types: to be looked at, to be kept
/// /_edit/fix                 the same with one of its messages: to be mended
/// /_edit/aids?key            materials to link to, tables of the kind
/// /_edit/file?key&name       a picture or an attachment, as it is: it waits for a save of the form
/// /_edit/paste               what was copied from a program or a page, as Markdown
/// /_edit/taken?key&name      a document, as what the form may say
/// /_edit/names?key&table&column   what may be picked for a cell
/// /_edit/table               a block that was pasted into a grid, sent to be read
/// /_edit/tables?key          tables that stand in files of their own; sent here to be saved
/// /_edit/shown/…             the site as it will be
/// /_edit/assets/…            script and style
/// ```
/// All that is sent carries the desk's token, which only pages of this server know. From any thread.
package final class SiteDesk: EditingDesk {
    /// Makes the site as if texts were saved.
    package typealias Making = @Sendable (UnsavedFiles) throws(FileError) -> AssembledSite

    let root: DiskFileSystem
    let token: String
    let make: Making
    let saved: @Sendable () -> Void
    let work: WorkFolder
    let state = Mutex(State())
    /// One save at a time: what a file is compared with must not change under it.
    let saving = Mutex(())
    /// One other program at a time: each may need much memory.
    let conversions = Mutex(())

    /// Requests with a body that are being answered.
    private let sent = Atomic(0)

    struct State {
        /// The last site that could be made.
        var site: SiteFiles?
        var language = Language.ru
        /// The errors of the site as the disk has it.
        var errors: [Diagnostic] = []
        /// The published addresses that readers do not find, as the disk has it.
        var lost: Set<SiteAddress> = []
        /// The withdrawn addresses that readers find, as the disk has it.
        var returned: Set<SiteAddress> = []
        /// Files below `content/` to which nothing refers, by their paths there.
        var strays: [String] = []
        var bases = Bases()
        var lastSave: Save?
        /// That of what was typed last.
        var typed: SiteOnDemand?
        /// Of the material that was looked at last.
        var answered: Answered?
    }

    /// What the published text of a material was asked about, by what its messages say.
    struct Answered {
        let path: String
        let digest: String
        let counts: [String: Int]
    }

    /// A save, for the page to which it leads.
    struct Save {
        let path: String
        let second: Int
        let isDraft: Bool

        /// How long its page speaks of it, in seconds.
        static let told = 60
    }

    /// - Parameters:
    ///   - token: that nobody can guess.
    ///   - saved: called when a file was written, before its page is shown.
    package init(
        root: DiskFileSystem, token: String, make: @escaping Making, saved: @escaping @Sendable () -> Void
    ) {
        self.root = root
        self.token = token
        self.make = make
        self.saved = saved
        work = WorkFolder(root: root.root)
    }

    /// To be called after each build.
    package func show(_ site: AssembledSite) {
        state.withLock { state in
            if let files = site.files { state.site = files }
            state.errors = site.diagnostics.filter { $0.severity == .error }
            state.strays = site.diagnostics.filter { $0.code == .strayFile }.map {
                String($0.location.path.dropFirst("content/".count))
            }
            state.lost = Set(site.lostAddresses)
            state.returned = Set(site.returnedAddresses)
            state.language = site.language ?? state.language
        }
    }

    /// That of the site.
    package var language: Language { state.withLock { $0.language } }

    /// Where the page of a site at a path is edited, and whether something typed there waits to be saved.
    package func edited(_ path: String) -> LivePreview.Edited {
        let page = path.hasPrefix("/") ? String(path.dropFirst()) : path
        let site = state.withLock { $0.site }
        // A folder of work that cannot be read is told of by the form.
        let unsaved = (try? work.unsaved()) ?? []
        let hasBegun = unsaved.contains { if case .new = $0 { true } else { false } }
        let shown = site?.catalog.materials.first { $0.address.text == page }
        let root = site.flatMap { site in shown.flatMap { Self.root(of: $0.path, site.catalog.schema) } }
        guard let site, let material = shown, root == nil else {
            return LivePreview.Edited(
                address: site.flatMap { addressOfValues(page, $0) }, elsewhere: root.map { editedElsewhere($0) },
                isUnsaved: false, hasBegun: hasBegun,
                language: language)
        }
        let isUnsaved = unsaved.contains(.material(material.path)) && ((try? isUnsaved(material, site)) ?? false)
        let save = state.withLock { $0.lastSave }.flatMap { save in
            save.path == material.path && DiskClock.second - save.second < Save.told ? save : nil
        }
        let said = save.map { save in
            (save.isDraft ? EditorWord.draftSavedNow : .savedNow).text(language, time(save.second))
        }
        return LivePreview.Edited(
            address: Self.address(.material, of: material.id), isUnsaved: isUnsaved, hasBegun: hasBegun, said: said,
            adapting: site.catalog.kind(of: material).adapting == nil ? nil : Self.address(.adapting, of: material.id),
            language: language)
    }

    /// Whether something that was sent is being answered: files may be written at the moment.
    package var isBusy: Bool { sent.load(ordering: .acquiring) > 0 }

    package func answer(_ request: EditingRequest) async -> SiteResponder.Answer {
        let isSent = request.body != nil
        if isSent { sent.add(1, ordering: .acquiringAndReleasing) }
        defer { if isSent { sent.subtract(1, ordering: .acquiringAndReleasing) } }
        guard Self.slow.contains(request.path) else { return respond(request) }
        // Another program is waited for: not on a thread that all other answers need.
        return await withCheckedContinuation { answered in
            DispatchQueue.global().async { answered.resume(returning: self.respond(request)) }
        }
    }

    private static let slow = Set(["file", "fix", "paste", "taken"].map { EditingRequest.prefix + $0 })

    // MARK: Routes

    private func respond(_ request: EditingRequest) -> SiteResponder.Answer {
        let path = String(request.path.dropFirst(EditingRequest.prefix.count))
        do throws(FileError) {
            if path.hasPrefix("assets/"), let asset = Asset(rawValue: String(path.dropFirst("assets/".count))) {
                return asset.answer
            }
            if path.hasPrefix("shown/") { return shown(String(path.dropFirst("shown".count))) }
            guard let site = state.withLock({ $0.site }) else { return plain(503, .noSite) }
            let asked = FormData(encoded: Array(request.query.utf8))
            let isForm = !["file", "taken"].contains(path)
            if let refused = refusedOfRoot(path, asked, isForm ? request.body.map { FormData(encoded: $0) } : nil, site)
            {
                return refused
            }
            if path == "names", request.body == nil {
                return names(FormData(encoded: Array(request.query.utf8)), site)
            }
            if path == "tables", request.body == nil {
                return try tableFiles(FormData(encoded: Array(request.query.utf8)), site)
            }
            if path == "file", let bytes = request.body { return try keepFile(request, bytes, site) }
            if path == "taken", let bytes = request.body { return take(request, bytes, site) }
            let query = FormData(encoded: Array(request.query.utf8))
            let form = request.body.map { FormData(encoded: $0) }
            let isStranger = form.map { $0["_token"] != token } ?? false
            if let edited = edited(at: path, site) {
                return try values(edited, query, form, site, isStranger: isStranger)
            }
            if let form, isStranger { return try stranger(path, query, form, site) }
            switch path {
            case "": return try list(site, query)
            case "lists": return lists(site)
            case "aids": return aids(request, site)
            case "paste": return form.map { paste($0, site) } ?? plain(404, .notThere)
            case "list": return picks(query, site)
            case "entry":
                return try form.map { form throws(FileError) in try addEntry(form, site) } ?? plain(404, .notThere)
            case "check": return form.map { check($0, site) } ?? plain(404, .notThere)
            case "fix": return try form.map { form throws(FileError) in try fix(form, site) } ?? plain(404, .notThere)
            case "tables":
                guard let form else { return plain(404, .notThere) }
                return try saveTable(form, site)
            case "removed":
                guard let form else { return plain(404, .notThere) }
                return try removed(form)
            case "table": return form.map { table($0, site) } ?? plain(404, .notThere)
            case "keep":
                guard let form, let key = form["_key"], let keeping = try keep(form, FormKey(key)) else {
                    return plain(404, .notThere)
                }
                var answer = JSONWriter()
                let isUnsaved = try isUnsaved(FormKey(key), site)
                answer.object { json in
                    json.member("isUnsaved", isUnsaved)
                    json.member("isBeside", keeping == .beside)
                }
                return Self.json(200, answer)
            case "new":
                guard
                    let kind = query["kind"].flatMap({
                        site.catalog.schema.kind(KindID($0))
                    })
                else { return plain(404, .notThere) }
                return try new(site.catalog.kinds[kind], query, form, site)
            default: return try aboutMaterial(path, query, form, site)
            }
        } catch {
            return Self.html(
                503, "<p>\(HTMLEscaping.html(MachineMessage.text(error, language)))</p>")
        }
    }

    /// What is asked in a room of one material.
    private func aboutMaterial(
        _ path: String, _ query: FormData, _ form: FormData?, _ site: SiteFiles
    ) throws(FileError) -> SiteResponder.Answer {
        guard let (room, material) = Self.room(path, site) else { return plain(404, .notThere) }
        return switch room {
        case .material: try edit(material, form, site)
        case .history: try history(material, query, form, site)
        case .earlier: try earlier(material, query, site)
        case .joining: try joining(material, form, site)
        case .adapting: try adapting(material, form, site)
        }
    }

    /// The room that a path leads to, and the material that it is about; nothing where there is none.
    static func room(_ path: String, _ site: SiteFiles) -> (Room, Material)? {
        let parts = path.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, let room = Room(rawValue: String(parts[0])),
            let id = PercentEncoding.decoded(String(parts[1])),
            case .one(let index) = site.catalog.directory.resolve(id)
        else { return nil }
        return (room, site.catalog.materials[index])
    }

    private func shown(_ path: String) -> SiteResponder.Answer {
        guard let site = state.withLock({ $0.typed }) else { return plain(404, .notThere) }
        return SiteResponder(site: site).answer(path)
    }
}
