import Formats

extension MachineFormats {
    /// One log in the Static Analysis Results Interchange Format 2.1.0 (OASIS), ended by a line end.
    ///
    /// `columnKind` is `unicodeCodePoints`, as the columns of all our formats; paths are relative to `SITEROOT`.
    package func sarif(_ diagnostics: [Diagnostic]) -> String {
        let sorted = diagnostics.sortedForPrinting()
        let rules = Set(sorted.map(\.code)).sorted { $0.name < $1.name }
        var indices: [DiagnosticCode: Int] = [:]
        for (index, rule) in rules.enumerated() { indices[rule] = index }
        var finder = PositionFinder()
        var json = JSONWriter()
        json.object { json in
            json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            json.member("version", "2.1.0")
            json.key("runs")
            json.array { json in
                json.object { json in
                    writeTool(rules, to: &json)
                    json.member("columnKind", "unicodeCodePoints")
                    json.key("results")
                    json.array { json in
                        for diagnostic in sorted {
                            writeResult(diagnostic, indices[diagnostic.code, default: 0], to: &json, &finder)
                        }
                    }
                }
            }
        }
        return json.text + "\n"
    }

    private func writeTool(_ rules: [DiagnosticCode], to json: inout JSONWriter) {
        json.key("tool")
        json.object { json in
            json.key("driver")
            json.object { json in
                json.member("name", "album")
                json.member("language", language.rawValue)
                json.key("rules")
                json.array { json in
                    for rule in rules { writeRule(rule, to: &json) }
                }
            }
        }
    }

    private func writeRule(_ rule: DiagnosticCode, to json: inout JSONWriter) {
        json.object { json in
            json.member("id", rule.name)
            json.key("shortDescription")
            json.object { json in json.member("text", rule.message.text(language)) }
            let remedy = rule.remedy.text(language)
            if !remedy.isEmpty {
                json.key("help")
                json.object { json in json.member("text", remedy) }
            }
            json.key("defaultConfiguration")
            json.object { json in json.member("level", Self.level(rule.severity)) }
        }
    }

    private func writeResult(
        _ diagnostic: Diagnostic, _ ruleIndex: Int, to json: inout JSONWriter, _ finder: inout PositionFinder
    ) {
        json.object { json in
            json.member("ruleId", diagnostic.code.name)
            json.member("ruleIndex", ruleIndex)
            json.member("level", Self.level(diagnostic.weight))
            json.key("message")
            json.object { json in
                json.member("text", ([message(diagnostic)] + notes(diagnostic)).joined(separator: "\n"))
            }
            json.key("locations")
            json.array { json in Self.writePlace(diagnostic.location, to: &json, &finder) }
            guard !diagnostic.related.isEmpty else { return }
            json.key("relatedLocations")
            json.array { json in
                for related in diagnostic.related { Self.writePlace(related, to: &json, &finder) }
            }
        }
    }

    private static func writePlace(
        _ location: SourceLocation, to json: inout JSONWriter, _ finder: inout PositionFinder
    ) {
        let span = Span(location, &finder)
        json.object { json in
            json.key("physicalLocation")
            json.object { json in
                json.key("artifactLocation")
                json.object { json in
                    json.member("uri", uri(location.path))
                    json.member("uriBaseId", "SITEROOT")
                }
                guard let span else { return }
                json.key("region")
                json.object { json in
                    json.member("startLine", span.start.line)
                    json.member("startColumn", span.start.column)
                    json.member("endLine", span.end.line)
                    json.member("endColumn", span.end.column)
                }
            }
        }
    }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .hint: "note"
        }
    }

    /// A relative path as a URI reference: RFC 3986's unreserved characters and `/` stay, the rest is escaped.
    private static func uri(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
