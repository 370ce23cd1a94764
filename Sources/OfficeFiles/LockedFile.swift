/// Tells files that nobody reads without their password.
///
/// Office keeps them as a compound file with a stream `EncryptedPackage` (MS-OFFCRYPTO 2.3.4), OpenDocument tells it in
/// its manifest (OpenDocument 1.3, part 2, 3.4), PDF in its trailer (ISO 32000-1, 7.5.5).
package enum LockedFile {
    /// O(bytes).
    package static func isLocked(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
            return bytes.firstRange(of: name) != nil
        }
        if bytes.starts(with: "%PDF-".utf8) { return isLockedPDF(bytes) }
        return false
    }

    /// A file of OpenDocument, whose other parts are there and make no sense.
    package static func isLocked(_ package: borrowing OfficePackage) -> Bool {
        let manifest = package.part("META-INF/manifest.xml") ?? []
        return manifest.firstRange(of: Array("encryption-data".utf8)) != nil
    }

    /// A document may also be open to read and closed to changes: that is told here too, since only the password shows
    /// which it is.
    private static func isLockedPDF(_ bytes: [UInt8]) -> Bool {
        let name = Array("/Encrypt".utf8)
        var rest = bytes[...]
        while let found = rest.firstRange(of: name) {
            rest = rest[found.upperBound...]
            // `/EncryptMetadata` is another name.
            let next = rest.first { $0 > 0x20 }
            if let first = rest.first, first <= 0x20 || first == UInt8(ascii: "<"), let next,
                (0x30...0x39).contains(next) || next == UInt8(ascii: "<")
            {
                return true
            }
        }
        return false
    }
}
