import Bodies
import Catalog
import Diagnostics
import Files

extension PicturePosition {
    /// One hint for each picture that pages need and that holds its place, but where a material with the picture allows
    /// it; those over the limit are not published.
    ///
    /// Then the leaves for pictures that hold none.
    static func diagnostics(_ linked: LinkedSite?, _ loaded: LoadedSite) throws(FileError) -> [Diagnostic] {
        guard let linked else { return [] }
        var leaves = allowances(loaded)
        var found: [Diagnostic] = []
        for entry in linked.files {
            let path = entry.path.text
            guard PrivacyAllowance.pictureEndings.contains(entry.path.pathExtension.lowercased()),
                entry.byteCount <= PublishedFileCheck.largestOfAll,
                removed(from: try loaded.content.read(entry.path)) != nil
            else { continue }
            let allowing = leaves.indices.filter { position in
                leaves[position].leave.allows(picture: path)
                    && linked.album.files(of: leaves[position].material).contains {
                        loaded.files[$0]?.path == entry.path
                    }
            }
            for position in allowing { leaves[position].isUsed = true }
            if allowing.isEmpty {
                let name = path.split(separator: "/").last.map(String.init) ?? path
                found.append(Diagnostic(.picturePosition, [name], at: SourceLocation(path: "content/" + path)))
            }
        }
        // A draft that is not shown has no pictures yet.
        let published = Set(linked.album.published)
        return found
            + leaves.filter { !$0.isUsed && published.contains($0.material) }.map {
                PrivacyCheck.idle($0.leave, in: loaded.origins[$0.material].path)
            }
    }

    private typealias Leave = (material: MaterialIndex, leave: PrivacyAllowance, isUsed: Bool)

    private static func allowances(_ loaded: LoadedSite) -> [Leave] {
        loaded.pictureLeaves.positioned.flatMap { index, leaves in leaves.map { (index, $0.leave, $0.isUsed) } }
    }
}
