import Files

/// Whether names can stand on any disk that a copy is carried to: FAT and exFAT sticks, Windows, macOS.
///
/// Source: «Naming Files, Paths, and Namespaces» of Windows' documentation; the limits of names are those of FAT.
package enum PackedNames {
    /// Why a name cannot.
    package enum Reason: Sendable, Hashable {
        /// A device of Windows, whatever the ending: `con`, `aux.html`.
        case reserved
        /// A sign that Windows has no files with, or a dot or blank at the end of a name.
        case sign
        /// Longer than a path may be below a folder of a hundred signs.
        case long
        /// Letters that are not of ASCII: old programs write them otherwise when they unpack.
        case letters
        /// Another name differs from it in the size of letters alone.
        case twin(SitePath)
    }

    /// A name that cannot, and why.
    package struct Fault: Sendable, Hashable {
        package let path: SitePath
        package let reason: Reason
    }

    /// Windows takes 260 signs, the disk and a folder of the reader's among them.
    static let longestPath = 160
    private static let devices: Set<String> = Set(
        ["con", "prn", "aux", "nul", "clock$"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

    /// - Parameter mayHaveLetters: whether a name may have other letters than those of ASCII: an address that was
    ///   published once and cannot be given up.
    static func faults(_ paths: [SitePath], mayHaveLetters: (SitePath) -> Bool) -> [Fault] {
        var first: [String: SitePath] = [:]
        return paths.compactMap { path in
            let twin = first[path.text.lowercased()]
            if twin == nil { first[path.text.lowercased()] = path }
            let reason = twin.map { .twin($0) } ?? reason(path.text)
            if reason == nil, !path.text.utf8.allSatisfy({ $0 < 0x80 }), !mayHaveLetters(path) {
                return Fault(path: path, reason: .letters)
            }
            return reason.map { Fault(path: path, reason: $0) }
        }
    }

    private static func reason(_ text: String) -> Reason? {
        if text.utf16.count > longestPath { return .long }
        for name in text.split(separator: "/") {
            let stem = name.prefix { $0 != "." }.lowercased()
            if devices.contains(stem) { return .reserved }
            let isBad = name.unicodeScalars.contains { $0.value < 0x20 || "<>:\"\\|?*".unicodeScalars.contains($0) }
            if isBad || name.hasSuffix(".") || name.hasSuffix(" ") { return .sign }
        }
        return nil
    }
}
