/// A script as it is published: packed, where its folder has a packed form of just this source.
///
/// `packed/js/x.js` stands for `assets/js/x.js`; `.ci/pack-scripts` makes it. Its first line names the source by its hash,
/// so a script that was edited since, or that a site has of its own, is published as it stands.
///
///     //! source 1a2b3c4d
///     (()=>{…})();
enum PackedScript {
    private static let mark = Array("//! source ".utf8)

    /// Where the packed form of an asset stands in its folder.
    static func path(of asset: String) -> String { "packed/" + asset.dropFirst("assets/".utf8.count) }

    /// The bytes to publish.
    /// - Parameters:
    ///   - source: the script as it was written.
    ///   - packed: the file at `path(of:)`; nil when there is none.
    static func published(_ source: [UInt8], packed: [UInt8]?) -> [UInt8] {
        let head = mark + AssetHash.digits(source).utf8 + [UInt8(ascii: "\n")]
        guard let packed, packed.starts(with: head) else { return source }
        return Array(packed.dropFirst(head.count))
    }
}

/// The hash in the names of assets: FNV-1a, folded to 32 bits, in eight hexadecimal digits.
enum AssetHash {
    static func digits(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(UInt32(truncatingIfNeeded: hash ^ (hash >> 32)), radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
}
