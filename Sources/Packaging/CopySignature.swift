import Files
import Signatures

/// The signature of a copy: that of its manifest, which has the hash of every file.
package enum CopySignature {
    /// With the number of files as the signed remark.
    static func make(of tree: PackedTree, with key: SecretKey) -> Signature {
        Signature(of: tree.manifestBytes, comment: "files: \(tree.manifest.entries.count)", with: key)
    }

    /// The remark of a copy's signature; throws unless the owner of the key signed its manifest.
    ///
    /// That the files are those of the manifest is ``Verify``'s to say.
    package static func verify(copyAt path: String, _ key: PublicKey) throws(PackagingError) -> String {
        let (manifest, text) = try signed(path)
        guard let text else { throw .unsigned(path: path) }
        return try verify(text, of: manifest, key, path)
    }

    /// Whether a copy has a signature, of whomever.
    package static func isSigned(copyAt path: String) throws(PackagingError) -> Bool { try signed(path).1 != nil }

    /// - Parameter text: what the signature's file holds.
    static func verify(
        _ text: [UInt8], of manifest: [UInt8], _ key: PublicKey, _ path: String
    ) throws(PackagingError) -> String {
        try signing(path) { () throws(SignatureError) in
            let signature = try Signature(parsing: String(decoding: text, as: UTF8.self))
            try signature.verify(manifest, key)
            return signature.comment
        }
    }

    /// The bytes of a copy's manifest and of its signature.
    private static func signed(_ path: String) throws(PackagingError) -> ([UInt8], [UInt8]?) {
        do {
            let files = try reporting { () throws(FileError) in try DiskFileSystem(root: path) }
            let manifest = try Verify.manifestBytes(of: files)
            let isSigned = try reporting { () throws(FileError) in try files.entry(Manifest.signaturePath) } != nil
            guard isSigned else { return (manifest, nil) }
            return (manifest, try reporting { () throws(FileError) in try files.read(Manifest.signaturePath) })
        } catch .file(let error) where error.cause == .notAFolder {
            let archive = try OpenedArchive(path)
            return (archive.manifestBytes, archive.bytes(at: Manifest.signaturePath, atMost: 1 << 16))
        }
    }
}
