import Files
import Formats

/// All that a person was asked for a new site.
package struct StartingAnswers: Sendable {
    package var region: RegionName
    package var directions: DirectionList
    package var municipalities: MunicipalityProposals
    /// Hues of the directions in their order; fewer than those or none: the theme's own.
    package var colours: [StartingColour]
    /// An office, no person; on every page.
    package var contact: String?
    /// The region's office for education, which issues its orders; nothing where none is to be written.
    package var department: String?
    /// The site's today.
    package var edition: CalendarDate

    package init(
        region: RegionName, directions: DirectionList, municipalities: MunicipalityProposals,
        colours: [StartingColour] = [], contact: String? = nil, department: String? = nil,
        edition: CalendarDate
    ) {
        self.region = region
        self.directions = directions
        self.municipalities = municipalities
        self.colours = colours
        self.contact = contact
        self.department = department
        self.edition = edition
    }
}

extension StartingAnswers {
    /// The day on which the person begins, by the clock on the wall: it is written down once.
    package static var today: CalendarDate {
        let now = LocalTime(second: Int(DiskClock.now / 1_000_000_000))
        guard let date = CalendarDate(year: now.year, month: now.month, day: now.day) else {
            preconditionFailure("the system's calendar has days of its own")
        }
        return date
    }

    /// The file that makes a folder a site: written last.
    package static let last = SitePath(literal: "album.yml")
}
