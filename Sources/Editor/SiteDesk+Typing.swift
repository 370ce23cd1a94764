import Catalog
import Files
import Preview
import SiteBuilder

// What is typed and not saved: kept, put off, put aside.
extension SiteDesk {
    /// Keeps a form as it was sent while somebody types, and what it was made of; nothing where its key is no path.
    func keep(_ form: FormData, _ key: FormKey) throws(FileError) -> WorkFolder.Keeping? {
        guard let keeping = try work.keep(key, form) else { return nil }
        if case .material(let path) = key, form["_told"] == "", try work.told(path) != nil {
            try work.forgetTold(path)
        }
        if case .material(let path) = key, let digest = form["_base"], let bytes = state.withLock({ $0.bases[digest] })
        {
            try work.keepBase(bytes, of: path)
        }
        return keeping
    }

    /// Leaves a published material as readers see it, with what was typed kept for another day.
    func putOff(_ form: FormData, _ material: Material, _ site: SiteFiles) throws(FileError) -> SiteResponder.Answer {
        // What was typed in the last second is not kept yet; what another page has kept is put aside for it.
        _ = try work.keep(.material(material.path), form, overOthers: true)
        guard try isUnsaved(material, site) else { return Self.redirect(to: EditingRequest.prefix) }
        return Self.redirect(to: EditingRequest.prefix + "?later=" + PercentEncoding.encoded(material.id.rawValue))
    }

    /// Puts aside what was typed, or brings it back, where a form was sent to do so.
    ///
    /// A form in which nothing was typed takes the place of nothing that was.
    /// - Parameter untouched: what stands in the form before anything is typed.
    func isAside(_ form: FormData, _ key: FormKey, over untouched: Typed) throws(FileError) -> Bool {
        if form.has("_recall") {
            try work.recall(key)
            return true
        }
        guard form.has("_forget") else { return false }
        guard !Typed(form).saysAs(untouched) else {
            try work.dropTyped(key)
            return true
        }
        // What was typed in the last second is not kept yet.
        try work.write(form.encoded, key, in: .typed)
        try work.putAside(key)
        return true
    }
}
