import Formats

/// A file of the starter with places for answers: `{{region}}`.
///
/// ```
/// text  = { any | "{{" name "}}" | "{{#" name "}}" text "{{/" name "}}" }
/// ```
/// What stands between `{{#name}}` and `{{/name}}` is left out where the answer is empty.
/// Names are those of ``values(_:)``; another one is a fault of the starter and traps, which the tests would see.
enum StarterTemplate {
    /// The text with all answers in their places.
    static func filled(_ text: String, _ values: [String: String], file: String) -> String {
        var (result, rest) = ("", text[...])
        while let open = rest.firstRange(of: "{{") {
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else { break }
            var name = String(rest[open.upperBound..<close.lowerBound])
            if name.hasPrefix("#") {
                name.removeFirst()
                guard let end = rest.firstRange(of: "{{/\(name)}}") else {
                    preconditionFailure("\(file): {{#\(name)}} does not end")
                }
                let inner = values[name]?.isEmpty == false ? String(rest[close.upperBound..<end.lowerBound]) : ""
                result += rest[..<open.lowerBound] + filled(inner, values, file: file)
                rest = rest[end.upperBound...]
                continue
            }
            guard let value = values[name] else { preconditionFailure("\(file): nothing is known of {{\(name)}}") }
            result += rest[..<open.lowerBound] + value
            rest = rest[close.upperBound...]
        }
        return result + rest
    }

    /// What stands for each name; names that end with `-yaml` are whole scalars of YAML.
    static func values(_ answers: StartingAnswers) -> [String: String] {
        let region = answers.region
        let genitive = region.genitive ?? "региона «\(region.name)»"
        let description =
            "Модельные решения, дорожные карты, практики и документы для школ и муниципалитетов \(genitive)."
        return common(
            answers.edition, contact: answers.contact, direction: answers.directions.entries.first?.name ?? "",
            municipality: answers.municipalities.all.first?.name.name ?? ""
        ).merging([
            // What the glossary says of the federal project, whose directions these are.
            "nine": answers.directions == .nine ? "1" : "",
            "title-yaml": StarterVocabularies.line("Методический альбом \(genitive)"),
            "region": region.name, "region-yaml": StarterVocabularies.scalar(region.name), "region-genitive": genitive,
            "description-yaml": StarterVocabularies.line(description),
        ]) { $1 }
    }

    /// What stands for the names that every new site has.
    static func common(
        _ edition: CalendarDate, contact: String?, direction: String, municipality: String
    ) -> [String: String] {
        let year = edition.year
        let first = edition.month >= 8 ? year : year - 1
        return [
            // For files in which braces mean something themselves.
            "open": "{{", "close": "}}",
            "edition": edition.description,
            "contact-line": contact.map { "contact: \(StarterVocabularies.line($0))\n" } ?? "",
            "municipality": municipality, "municipality-yaml": StarterVocabularies.scalar(municipality),
            "direction": direction, "direction-yaml": StarterVocabularies.scalar(direction),
            "year": String(year), "school-year": "\(first)/\((first + 1) % 100 < 10 ? "0" : "")\((first + 1) % 100)",
        ]
    }
}
