import Archives
import Files
import Programs
import Signatures

/// Why a site could not be packed or a copy could not be checked; a copy that differs is a ``Verification``.
package enum PackagingError: Error, Hashable, Sendable {
    /// No `manifest.json` in the folder or archive: it isn't a built site.
    case noManifest(path: String)
    /// An archive that has a `manifest.json` of which the bytes cannot be read any more.
    case damagedManifest(path: String)
    /// A `manifest.json` that the builder did not write.
    case unreadableManifest(path: String, ManifestError)
    /// The archive would lie inside the site that goes into it.
    case outputInsideSite(path: String)
    /// The folder isn't as it was built: a copy of it would fail its check.
    case siteDiffers(path: String, Verification)
    /// An edition that was published is not as it was written: readers are not to be led back to it.
    case editionDiffers(path: String, Verification)
    /// The folder holds drafts or pages with errors: no copy of it is to be handed out.
    case unfit(path: String, EditionState)
    /// The archive tells of more than its bytes can hold, or of entries that lie over each other: unpacking it would
    /// fill the disk.
    case bomb(path: String)
    /// Names that can't stand on every disk a copy is carried to.
    case unfitNames(path: String, [PackedNames.Fault])
    /// An archive that was to renew a copy is a whole copy, or its note is damaged.
    case noUpdate(path: String)
    /// An update cannot be made to an update: not every reader of it has what it renews.
    case sinceUpdate(path: String)
    /// A copy of one part of a site cannot be renewed to another part, or to the whole; nothing is the whole.
    case otherPart(path: String, has: String?, wanted: String?)
    /// A part of a site cannot take the place of the whole on a server.
    case onlyPart(path: String)
    /// The copy is neither the edition that the update renews nor the one it leads to.
    case otherEdition(path: String)
    /// Files of a copy, or of an update, are not as its manifest lists them: it can't be renewed to a whole one.
    case damaged(path: String, [SitePath])
    /// A file of the reader's in a copy, which would be lost.
    case readersFile(path: String)
    /// What was withdrawn since would be shown again, by an edition that was published or by a site that was built before.
    case withdrawn(path: String, [SitePath], isEdition: Bool)
    /// A signature is needed and the copy has none.
    case unsigned(path: String)
    /// A signature is needed, the update's manifest has one, and what it renews has none.
    case unsignedNote(path: String)
    /// The signature is not that of the key, or a key is of no use.
    case signature(path: String, SignatureError)
    /// There is no such edition, or several names begin so, or none before the one that is shown; all that there are.
    case noEdition(path: String, wanted: String?, [EditionName])
    /// An optional program did not do its work.
    case program(BoundedProgram.Fault)
    /// libzip could not read or write; the text is its own, in English.
    case archive(path: String, reason: String)
    /// The machine refused.
    case file(FileError)
}

/// Runs what the machine may refuse.
func reporting<Value>(_ work: () throws(FileError) -> Value) throws(PackagingError) -> Value {
    do {
        return try work()
    } catch {
        throw .file(error)
    }
}

/// Runs what an archive may refuse.
func archiving<Value: ~Copyable>(_ work: () throws(ArchiveError) -> Value) throws(PackagingError) -> Value {
    do {
        return try work()
    } catch {
        throw .archive(path: error.path, reason: error.reason)
    }
}

/// Runs what a key or a signature may refuse.
package func signing<Value>(_ path: String, _ work: () throws(SignatureError) -> Value) throws(PackagingError) -> Value
{
    do {
        return try work()
    } catch {
        throw .signature(path: path, error)
    }
}
