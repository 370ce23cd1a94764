import Catalog
import Files

// What was typed in forms and not saved.
extension WorkFolder {
    /// Where a form is kept.
    enum Room: String {
        /// As it was sent last.
        case typed
        /// After somebody said to forget it, or beside what another page of the same material has kept.
        case forgotten
    }

    /// What became of a form that was to be kept.
    enum Keeping {
        /// The form of its material holds it from now on.
        case typed
        /// Another page of the same material has kept something else meanwhile: that stays, and this is put aside.
        case beside
    }

    /// What was typed in a form and not saved; nothing where all is saved.
    func typed(_ key: FormKey) throws(FileError) -> FormData? { try form(key, in: .typed) }

    /// What was typed in a form and put aside; nothing where nothing was.
    func forgotten(_ key: FormKey) throws(FileError) -> FormData? { try form(key, in: .forgotten) }

    private func form(_ key: FormKey, in room: Room) throws(FileError) -> FormData? {
        guard let path = Self.path(room.rawValue, key.text) else { return nil }
        return try SourceFolder(existing: Self.name, of: root)?.read(path).map { FormData(encoded: $0) }
    }

    /// Keeps a form as it was sent; nothing where its key is no path.
    ///
    /// What another page has kept since this one was opened is not replaced unasked: two tabs of one material lose
    /// nothing of either.
    ///
    /// - Parameter overOthers: whether it takes the place of what another page has kept, which is put aside then; a form may
    ///   ask for that itself.
    func keep(_ key: FormKey, _ form: FormData, overOthers: Bool = false) throws(FileError) -> Keeping? {
        guard Self.path(Room.typed.rawValue, key.text) != nil else { return nil }
        if let other = try typed(key), other.isOfAnotherPage(than: form) {
            guard overOthers || form.has("_instead") else {
                try write(form.asBeside, key, in: .forgotten)
                return .beside
            }
            try write(other.asBeside, key, in: .forgotten)
        }
        try write(form.encoded, key, in: .typed)
        return .typed
    }

    /// Writes a form; a key that is no path is none of a form of ours.
    func write(_ encoded: [UInt8], _ key: FormKey, in room: Room) throws(FileError) {
        guard let path = Self.path(room.rawValue, key.text) else { return }
        try folder().write(path, encoded)
    }

    /// Keeps the file that a form was made of, so that two people's edits of it can be told apart.
    func keepBase(_ bytes: [UInt8], of material: String) throws(FileError) {
        guard let path = Self.path("base", material) else { return }
        try folder().write(path, bytes)
    }

    /// A file as it was by its digest: the one that a form was made of, or one that a save has replaced.
    func earlier(_ material: String, digest: String) throws(FileError) -> [UInt8]? {
        guard let path = Self.path("base", material), let folder = try SourceFolder(existing: Self.name, of: root)
        else { return nil }
        if let bytes = try folder.read(path), SiteDesk.digest(bytes) == digest { return bytes }
        for second in try saves(of: material) {
            if let bytes = try replaced(material, at: second), SiteDesk.digest(bytes) == digest { return bytes }
        }
        return nil
    }

    /// Forgets what was typed, by whatever page.
    func forget(_ key: FormKey) throws(FileError) {
        try remove(key, from: Room.typed.rawValue)
        try remove(key, from: Room.forgotten.rawValue)
        try remove(key, from: "base")
    }

    /// Forgets what was typed in a page that has just saved it; what another page has kept is put aside and stays.
    func forget(_ key: FormKey, savedBy form: FormData) throws(FileError) {
        guard let hand = form.hand else { return try forget(key) }
        if let aside = try forgotten(key), !aside.has("_beside") || aside.hand == hand {
            try remove(key, from: Room.forgotten.rawValue)
        }
        if let other = try typed(key), other.hand != nil, other.isOfAnotherPage(than: form) {
            try write(other.asBeside, key, in: .forgotten)
        }
        try remove(key, from: Room.typed.rawValue)
        if try forgotten(key) == nil { try remove(key, from: "base") }
    }

    /// Puts aside what was typed, since nobody wants it; it can be had back until something is typed anew and saved.
    func putAside(_ key: FormKey) throws(FileError) {
        try move(key, from: Room.typed.rawValue, to: Room.forgotten.rawValue)
    }

    /// Forgets for good what a form holds that nobody typed.
    func dropTyped(_ key: FormKey) throws(FileError) { try remove(key, from: Room.typed.rawValue) }

    /// Brings back what was put aside; what was typed meanwhile is put aside for it, so that neither is lost.
    func recall(_ key: FormKey) throws(FileError) {
        guard let back = try forgotten(key) else { return }
        let newer = try typed(key)
        try write(back.encoded, key, in: .typed)
        if let newer {
            // Whoever changes them was promised both: a save of one leaves the other.
            try write(newer.asBeside, key, in: .forgotten)
        } else {
            try remove(key, from: Room.forgotten.rawValue)
        }
    }

    /// Moves what a form holds from one room to another; where there is nothing, nothing happens.
    func move(_ key: FormKey, from: String, to: String) throws(FileError) {
        guard let old = Self.path(from, key.text), let new = Self.path(to, key.text),
            let folder = try SourceFolder(existing: Self.name, of: root), let bytes = try folder.read(old)
        else { return }
        try folder.write(new, bytes)
        try folder.remove(old)
    }

    private func remove(_ key: FormKey, from room: String) throws(FileError) {
        guard let path = Self.path(room, key.text) else { return }
        try SourceFolder(existing: Self.name, of: root)?.remove(path)
    }
}

extension FormData {
    /// The page that has sent it: a name that no other has; nothing where its scripts are off.
    var hand: String? { self["_hand"].flatMap { $0.isEmpty ? nil : $0 } }

    /// The same with the remark that it stands aside for another page's.
    fileprivate var asBeside: [UInt8] { has("_beside") ? encoded : encoded + Array("&_beside=1".utf8) }

    /// Whether a kept form says something that another, which is to be kept, was not made from.
    fileprivate func isOfAnotherPage(than form: FormData) -> Bool {
        guard let hand = form.hand, hand != self.hand else { return false }
        return SiteDesk.digest(encoded) != form["_kept"] && !Typed(self).saysAs(Typed(form))
    }
}
