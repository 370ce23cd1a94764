import Diagnostics
import OfficeFiles

/// Counts what a PPTX has (ECMA-376, part 1, 19): its slides in their order, their notes and comments.
enum SlideCensus {
    static func take(_ package: borrowing OfficePackage) throws(ImportFailure) -> SourceCensus {
        var census = SourceCensus()
        for (number, part) in try SlideOrder.slides(of: package) {
            try add(part, Told(ImportPlace.slide, String(number)), to: &census, package)
        }
        return census
    }

    private static func add(
        _ part: String, _ place: Told, to census: inout SourceCensus, _ package: borrowing OfficePackage
    ) throws(ImportFailure) {
        var slide = SlideReader(place: place, sort: .body)
        _ = try package.read(part, &slide)
        census.passages += slide.census.passages
        census.things += slide.census.things
        census.tableCount += slide.census.tableCount
        census.pictureCount += slide.census.pictureCount
        for relation in try package.relations(of: part).sorted(by: { $0.key < $1.key }).map(\.value) {
            switch relation.type {
            case "notesSlide":
                var notes = SlideReader(place: place, sort: .slideNotes)
                _ = try package.read(relation.target, &notes)
                census.passages += notes.census.passages
            case "comments":
                var comments = NamedTexts(element: "cm", key: "idx")
                _ = try package.read(relation.target, &comments)
                for (_, text) in comments.texts { census.add(.comment, place, text) }
            case "diagramData":
                var texts = NamedTexts(element: "dataModel", key: "")
                _ = try package.read(relation.target, &texts)
                for (_, text) in texts.texts { census.add(.smartArt, place, text) }
            case "video", "audio", "media": census.addOnce(.media, place)
            default: continue
            }
        }
    }
}

/// `ppt/presentation.xml`: which slides there are.
struct SlideOrder: XMLHandler {
    private var ids: [String] = []

    /// The parts of all slides that are there, in their order, with their numbers from 1.
    static func slides(of package: borrowing OfficePackage) throws(ImportFailure) -> [(number: Int, part: String)] {
        let main =
            try package.mainPart()
            ?? "ppt/presentation.xml"
        var order = SlideOrder()
        guard try package.read(main, &order) else { throw ImportFailure(ImportReason.noPart, [main]) }
        let relations = try package.relations(of: main)
        return order.ids.enumerated().compactMap { index, id in
            relations[id].map { (index + 1, $0.target) }
        }
    }

    mutating func start(_ name: String, _ attributes: [String: String]) {
        if name == "sldId", let id = attributes["id"] { ids.append(id) }
    }

    mutating func end(_ name: String) {}
    mutating func text(_ text: String) {}
}

/// One slide, or the notes to one.
struct SlideReader: XMLHandler {
    let place: Told
    let sort: SourceCensus.Passage.Sort
    private(set) var census = SourceCensus()
    private var text = ""
    private var isOpen = false
    private var isRun = false
    /// Of a shape: numbers of slides, days and the picture of the slide are none of the notes.
    private var isMargin = false
    private var fallbacks = 0

    init(place: Told, sort: SourceCensus.Passage.Sort) {
        self.place = place
        self.sort = sort
    }

    mutating func start(_ name: String, _ attributes: [String: String]) {
        if name == "Fallback" || fallbacks > 0 {
            fallbacks += 1
            return
        }
        switch name {
        case "sld": if ["0", "false"].contains(attributes["show"]) { census.things.append(Loss(.hiddenSlide, place)) }
        case "sp": isMargin = false
        case "ph": isMargin = ["sldNum", "dt", "ftr", "hdr", "sldImg"].contains(attributes["type"])
        case "p": text = ""
        case "t": isOpen = true
        case "br": text += "\n"
        case "rPr": isRun = true
        case "srgbClr": if isRun, attributes["val"] != "000000" { census.addOnce(.colour, place) }
        case "tbl": census.tableCount += 1
        case "pic": census.pictureCount += 1
        case "chart": census.things.append(Loss(.chart, place))
        case "relIds": census.things.append(Loss(.smartArt, place))
        case "oleObj": census.things.append(Loss(.embedded, place, attributes["progId"] ?? ""))
        case "cxnSp": census.addOnce(.shape, place)
        case "timing": census.addOnce(.animation, place)
        default: return
        }
    }

    mutating func end(_ name: String) {
        if fallbacks > 0 {
            fallbacks -= 1
            return
        }
        switch name {
        case "t": isOpen = false
        case "rPr": isRun = false
        case "p":
            if !isMargin { census.add(sort, place, text) }
            text = ""
        default: return
        }
    }

    mutating func text(_ text: String) { if isOpen, fallbacks == 0 { self.text += text } }
}
