import Books
import Diagnostics
import Files
import Formats
import Languages

/// What the person in charge looks at before a site is published: each thing that was checked, what was found, and what was not
/// checked and why.
package struct Preflight: Sendable {
    /// One place where something was found.
    package struct Finding: Sendable, Hashable {
        /// The file, with line and column where they are known.
        package let place: String
        package let text: String
        /// Whether it keeps the site from being published.
        package let isGrave: Bool
    }

    /// One thing that is checked.
    package struct Check: Sendable {
        /// For programs: `privacy`.
        package let id: String
        package let title: String
        /// In the order of their places.
        package let findings: [Finding]
        /// Why it, or a part of it, was not checked; nothing where all of it was.
        package let unchecked: String?
        /// What was looked for and what no program finds, where the title alone would promise more.
        package var scope: String?
    }

    /// A file of a material, and on what terms it is published.
    package struct FileTerms: Sendable {
        /// Where the file is.
        package let file: String
        /// The material that has it.
        package let material: String
        /// As the material says it; nothing where it does not.
        package let license: String?
    }

    /// A page that was withdrawn from publication, as the list of addresses has it.
    package struct Withdrawn: Sendable {
        package let address: String
        /// What stood there; nothing where nobody noted it.
        package let title: String?
        package let day: CalendarDate
        /// For readers; nothing where none was given.
        package let reason: String?
        /// The page that readers are led to instead; nothing where there is none.
        package let successor: String?
        /// What stands there; nothing where there is none.
        package let successorTitle: String?
    }

    package let title: String
    package let edition: CalendarDate
    /// The day of the check.
    package let day: CalendarDate
    package let language: Language
    /// How much is published: materials, drafts that are left out, files for download.
    package let materials: Int
    package let drafts: Int
    package let files: Int
    /// Files that materials name and no build publishes.
    package let refusedFiles: Int
    package let checks: [Check]
    /// Attachments and pictures, in the order of their paths.
    package let terms: [FileTerms]
    /// In the order of their addresses.
    package let withdrawn: [Withdrawn]

    /// Whether nothing was found that keeps the site from being published.
    package var mayBePublished: Bool { !checks.contains { $0.findings.contains(where: \.isGrave) } }
    /// Things that were found, however grave.
    package var findingCount: Int { checks.reduce(0) { $0 + $1.findings.count } }
}

extension SiteBuild {
    /// Looks at a site before it is published; nothing is written.
    ///
    /// Nothing comes out where too little of it can be read, which
    /// the diagnostics explain.
    ///
    /// - Parameters:
    ///   - inspector: looks at PDF files; nothing where there is no program to do so.
    ///   - today: the day on which somebody looks, which may be long after that of the edition.
    package static func preflight(
        _ request: BuildRequest, _ inspector: PDFInspector?, today: CalendarDate
    ) throws(FileError) -> (preflight: Preflight?, diagnostics: [Diagnostic]) {
        var request = request
        // What may not be published is looked at all the same.
        request.isLenient = true
        request.isStrict = false
        let (linked, diagnostics) = try linked(request)
        guard let linked else { return (nil, diagnostics) }
        return (try PreflightChecks(linked, diagnostics, inspector, today).preflight(), diagnostics)
    }
}
