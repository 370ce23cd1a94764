import Bodies
import Catalog
import Diagnostics
import Files
import Importing
import Languages
import OfficeFiles

/// A file that an editor puts beside a material, as a site can publish it.
///
/// Pictures are what their bytes say; those that browsers do not show, or that are too large for a page, are made anew
/// where a program for that is installed. Where a picture was taken is never kept.
struct TakenFile: Sendable {
    let bytes: [UInt8]
    /// Without its folder; what is free there is the desk's matter.
    let stem: String
    let ending: String
    let isPicture: Bool
    /// Whether it is a picture that was made anew.
    let isMade: Bool
    /// What the editor should know of it.
    let notes: [Told]

    /// Why a file is not taken, and what to do.
    struct Refusal: Error {
        let told: Told
    }

    /// - Parameters:
    ///   - name: as the editor's machine calls it.
    ///   - title: what it is called in the text, or the title of the material.
    init(_ bytes: [UInt8], named name: String, title: String, _ converter: PictureConverter?) throws(Refusal) {
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let ending = name[dot...].dropFirst().lowercased()
        stem = Self.stem(String(name[..<dot]), title)
        guard !bytes.isEmpty else { throw Refusal(told: Told(FileWord.empty, name)) }
        if let format = PictureFormat(bytes), PictureFormat.endings.contains(ending) || ending.isEmpty {
            let picture = try Self.picture(bytes, format, name, converter)
            (self.bytes, self.ending, isPicture, notes) = (picture.bytes, picture.format.ending, true, picture.notes)
            isMade = picture.isMade
            return
        }
        try Self.requireFit(bytes, name, ending)
        (self.bytes, self.ending, isPicture, isMade) = (bytes, ending, false, false)
        notes = Self.notes(bytes, name, ending)
    }

    // MARK: Names

    /// A camera's name says nothing: the title does.
    private static func stem(_ stem: String, _ title: String) -> String {
        let named = Address.newID(of: stem, limit: 60)
        let titled = Address.newID(of: title, limit: 60)
        let isBare = named.isEmpty || isOfCamera(stem)
        return isBare && !titled.isEmpty ? titled : named.isEmpty ? "file" : named
    }

    /// `IMG_20240115_101112`, `DSC01234`, `Screenshot 2024-01-15 at 10.11.12`, `photo_5`, `1705300272`, `Снимок экрана (3)`.
    static func isOfCamera(_ stem: String) -> Bool {
        let known =
            /(img|imag|image|dsc|dscn|dscf|pxl|photo|picture|pict|screenshot|screen|shot|whatsapp|wa|telegram|signal|mvimg|burst|sam|cimg|scan|снимок|экрана|фото|фотография|изображение|картинка|безымянный|без|имени|скриншот|at|from|от|в|на|i|e|edited|copy|копия|hdr|rotated)/
        let rest = stem.lowercased().replacing(known, with: "")
        return !rest.contains { $0.isLetter && !"xtzpam".contains($0) }
            && (rest.count != stem.count || rest.contains(where: \.isNumber))
    }

    // MARK: Pictures

    private typealias Picture = (bytes: [UInt8], format: PictureFormat, notes: [Told], isMade: Bool)

    private static func picture(
        _ bytes: [UInt8], _ format: PictureFormat, _ name: String, _ converter: PictureConverter?
    ) throws(Refusal) -> Picture {
        let clean = PicturePosition.removed(from: bytes)
        let removed = clean == nil ? [] : [Told(FileWord.placeRemoved, name)]
        guard let fault = fault(bytes, format, name) else { return (clean ?? bytes, format, removed, false) }
        // Of a picture that moves only the first one would be left.
        let made = format == .gif ? nil : converter?.made(of: bytes, format, widest: PublishedFileCheck.widest)
        switch made {
        case .success(let made)?:
            let size = PictureHeader.read(made.bytes).size.map { "\($0.width)×\($0.height)" } ?? ""
            let kept = PicturePosition.removed(from: made.bytes) ?? made.bytes
            let told = Told(FileWord.converted, name, made.format.name, size, kilobytes(kept.count))
            return (kept, made.format, [told] + removed, true)
        case .failure(let failure)?:
            guard !fault.isFatal else { throw Refusal(told: Told(FileWord.notConverted, name, failure.message)) }
            return (clean ?? bytes, format, [fault.told] + removed, false)
        case nil:
            guard !fault.isFatal else { throw Refusal(told: fault.told) }
            return (clean ?? bytes, format, [fault.told] + removed, false)
        }
    }

    /// Rounded, and never nothing.
    private static func kilobytes(_ byteCount: Int) -> String { String(max(1, (byteCount + 500) / 1_000)) }

    /// What keeps a picture from being shown well, and whether it keeps it from being shown at all.
    private static func fault(_ bytes: [UInt8], _ format: PictureFormat, _ name: String) -> (told: Told, isFatal: Bool)?
    {
        if !format.isShown { return (Told(FileWord.unshown, name, format.name), true) }
        if format == .jpeg, PictureHeader.hasFourColours(bytes) { return (Told(FileWord.printColours, name), true) }
        let size = PictureHeader.read(bytes).size
        if let size, max(size.width, size.height) > PublishedFileCheck.widest {
            return (Told(FileWord.tooWide, name, "\(size.width)×\(size.height)"), false)
        }
        guard bytes.count > PublishedFileCheck.largestPicture else { return nil }
        return (Told(FileWord.tooLarge, name, PublishedFileCheck.megabytes(bytes.count)), false)
    }

    // MARK: Other files

    private static func requireFit(_ bytes: [UInt8], _ name: String, _ ending: String) throws(Refusal) {
        if PictureFormat.endings.contains(ending) { throw Refusal(told: Told(FileWord.noPicture, name)) }
        let isName =
            !ending.isEmpty && ending.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
        guard isName, let path = try? SitePath("file.\(ending)") else {
            throw Refusal(told: Told(FileWord.noEnding, name))
        }
        if ending == "svg" { throw Refusal(told: Told(FileWord.drawing, name)) }
        if PublishedFileCheck.isActive(path) { throw Refusal(told: Told(FileWord.program, name)) }
        if ["md", "yml", "yaml"].contains(ending) { throw Refusal(told: Told(FileWord.source, name)) }
        if ending == "pdf", bytes.prefix(1_024).firstRange(of: Array("%PDF-".utf8)) == nil {
            throw Refusal(told: Told(FileWord.noPDF, name))
        }
    }

    private static func notes(_ bytes: [UInt8], _ name: String, _ ending: String) -> [Told] {
        LockedFile.isLocked(bytes) ? [Told(FileWord.locked, name)] : []
    }
}
