import Diagnostics

/// Says what a site would tell about people, but for what its editors have allowed.
package enum PrivacyCheck {
    /// Of one material: its front matter, its text and its CSV files; then what it allows in vain.
    ///
    /// A leave for a picture is not judged here: what pictures hold is known later.
    /// - Parameters:
    ///   - root: its front matter; nothing when it is broken.
    ///   - tables: its CSV files.
    package static func diagnostics(
        _ file: SourceFile, root: YAMLNode?, tables: [SourceFile]
    ) -> [Diagnostic] {
        let (told, unused) = read(file, root: root, tables: tables)
        return told + unused.filter { !$0.namesPicture }.map { idle($0, in: file.path) }
    }

    /// The leaves of a material that name pictures, and whether its texts have made use of each.
    package static func picturesAllowed(
        _ file: SourceFile, root: YAMLNode?, tables: [SourceFile]
    ) -> [(leave: PrivacyAllowance, isUsed: Bool)] {
        guard let node = root?[key: PrivacyAllowance.key] else { return [] }
        let named = PrivacyAllowance.read(node, in: file).allowances.filter(\.namesPicture)
        guard !named.isEmpty else { return [] }
        let unused = Set(read(file, root: root, tables: tables).unused.map(\.range))
        return named.map { ($0, !unused.contains($0.range)) }
    }

    /// What is told of a material, and its leaves that allowed nothing of it.
    private static func read(
        _ file: SourceFile, root: YAMLNode?, tables: [SourceFile]
    ) -> (told: [Diagnostic], unused: [PrivacyAllowance]) {
        let node = root?[key: PrivacyAllowance.key]
        let (allowances, faults) = node.map { PrivacyAllowance.read($0, in: file) } ?? ([], [])
        var used: Set<Int> = []
        var result = faults
        // Past this point of the front matter nothing of the leave itself is written.
        let own = node.map { extent(of: $0, file) } ?? (root == nil ? leaveLine(of: file) : nil)
        for text in [file] + tables {
            for finding in PrivacyScanner.findings(in: text.bytes) {
                if text === file, let own, own.overlaps(finding.range) { continue }
                let words = text.text(finding.range)
                if let leave = allowances.firstIndex(where: { $0.allows(words) }) {
                    used.insert(leave)
                } else {
                    let place = SourceLocation(text, finding.range)
                    let code = code(finding.kind)
                    result.append(
                        text === file
                            ? Diagnostic(code, [words], at: place)
                            : Diagnostic(code.inTableFile, [words, name(of: file)], at: place))
                }
            }
        }
        result += organisers(file, root, allowances, &used)
        return (result, allowances.enumerated().filter { !used.contains($0.offset) }.map(\.element))
    }

    /// Of one vocabulary; an entry's leave is for this entry.
    package static func diagnostics(ofVocabulary file: SourceFile) -> [Diagnostic] {
        let findings = PrivacyScanner.findings(in: file.bytes)
        let mark = Array(PrivacyAllowance.key.utf8)
        guard !findings.isEmpty || contains(file.bytes, mark) else { return [] }
        let root = YAMLReader.read(file).root
        let entries = (root?[key: "entries"] ?? root)?.items ?? []
        var result: [Diagnostic] = []
        var next = findings[...]
        for (position, entry) in entries.enumerated() {
            let end = entries.indices.contains(position + 1) ? entries[position + 1].range.lowerBound : file.bytes.count
            let before = next.prefix { $0.range.lowerBound < entry.range.lowerBound }
            next = next.dropFirst(before.count)
            let within = next.prefix { $0.range.lowerBound < end }
            next = next.dropFirst(within.count)
            result += before.map { diagnostic($0, file) } + diagnostics(within, of: entry, file)
        }
        return result + next.map { diagnostic($0, file) }
    }

    /// Of `album.yml`, whose contact stands on every page: it has no leave for anything.
    package static func diagnostics(ofConfiguration file: SourceFile) -> [Diagnostic] {
        PrivacyScanner.findings(in: file.bytes).map { diagnostic($0, file) }
    }

    private static func diagnostics(
        _ findings: ArraySlice<PrivacyScanner.Finding>, of entry: YAMLNode, _ file: SourceFile
    ) -> [Diagnostic] {
        let node = entry[key: PrivacyAllowance.key]
        let (allowances, faults) = node.map { PrivacyAllowance.read($0, in: file) } ?? ([], [])
        let own = node.map { extent(of: $0, file) }
        var used: Set<Int> = []
        var result = faults
        for finding in findings where !(own?.overlaps(finding.range) ?? false) {
            let words = file.text(finding.range)
            if let leave = allowances.firstIndex(where: { $0.allows(words) }) {
                used.insert(leave)
            } else {
                result.append(diagnostic(finding, file))
            }
        }
        return result + idle(allowances, used, file)
    }

    private static func idle(_ allowances: [PrivacyAllowance], _ used: Set<Int>, _ file: SourceFile) -> [Diagnostic] {
        allowances.enumerated().filter { !used.contains($0.offset) }.map { idle($0.element, in: file.path) }
    }

    /// Tells a leave that allows what nobody forbids.
    package static func idle(_ allowance: PrivacyAllowance, in path: String) -> Diagnostic {
        Diagnostic(.idleAllowance, [allowance.text], at: SourceLocation(path: path, range: allowance.range))
    }

    /// People named in the field `organisers`, which is for offices: the first name of each item.
    private static func organisers(
        _ file: SourceFile, _ root: YAMLNode?, _ allowances: [PrivacyAllowance], _ used: inout Set<Int>
    ) -> [Diagnostic] {
        var result: [Diagnostic] = []
        for item in root?[key: "organisers"]?.items ?? [] where item.text != nil {
            let range = item.range.clamped(to: 0..<file.bytes.count)
            guard let name = NameWords.firstName(NameWords.tokens(file.bytes, range)) else { continue }
            let words = file.text(name)
            if let leave = allowances.firstIndex(where: { $0.allows(words) }) {
                used.insert(leave)
            } else {
                result.append(Diagnostic(.namedOrganiser, [words], at: SourceLocation(file, name)))
            }
        }
        return result
    }

    /// From the beginning of a list of leaves to the end of the last scalar in it.
    private static func extent(of node: YAMLNode, _ file: SourceFile) -> Range<Int> {
        var end = node.range.upperBound
        for item in node.items {
            end = max(end, item.range.upperBound)
            for pair in item.pairs ?? [] { end = max(end, pair.value.range.upperBound) }
        }
        return node.range.lowerBound..<end
    }

    /// The line of the leave in a front matter that does not parse: what it names is no further finding.
    private static func leaveLine(of file: SourceFile) -> Range<Int>? {
        let mark = Array(("\n" + PrivacyAllowance.key + ":").utf8)
        var found: Range<Int>?
        var start = 0
        while let place = file.bytes[start...].firstRange(of: mark) {
            let line = file.lineRange(from: place.lowerBound + 1)
            found = (found?.lowerBound ?? line.lowerBound)..<line.upperBound
            start = place.upperBound
        }
        return found
    }

    private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        var index = 0
        while index + part.count <= bytes.count {
            if bytes[index] == part[0], bytes[index...].starts(with: part) { return true }
            index += 1
        }
        return false
    }

    /// Without its folders: `plan.md`.
    private static func name(of file: SourceFile) -> String {
        file.path.split(separator: "/").last.map(String.init) ?? file.path
    }

    /// Of an entry of a vocabulary.
    private static func diagnostic(_ finding: PrivacyScanner.Finding, _ file: SourceFile) -> Diagnostic {
        Diagnostic(code(finding.kind).inEntry, [file.text(finding.range)], at: SourceLocation(file, finding.range))
    }

    private static func code(_ kind: PrivacyScanner.Finding.Kind) -> DiagnosticCode {
        switch kind {
        case .insuranceNumber: .insuranceNumber
        case .passport: .passportNumber
        case .mobilePhone: .mobilePhone
        case .mail: .privateAddress
        case .child: .childWithClass
        case .birth: .birthDate
        }
    }
}
