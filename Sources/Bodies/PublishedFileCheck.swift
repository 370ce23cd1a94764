import Diagnostics
import Files
import Linking

/// What is known of a file beside the materials that looks like a picture.
package struct PictureFacts: Sendable {
    /// None where a drawing tells none.
    package var size: PictureSize?
    /// A JPEG of four colours, as presses need it.
    var hasPrintColours = false
    /// Why a drawing is not safe to publish.
    var danger: Danger?

    /// What may run or fetch in a drawing.
    enum Danger: Sendable {
        /// The first thing that a browser would run or fetch, as it stands.
        case found(String)
        /// It is longer than what is looked through.
        case tooLong
    }

    /// Enough for nearly every header; a photograph with a long preview needs more.
    private static let beginning = 1 << 16
    private static let longBeginning = 4 << 20

    /// Reads the beginning of a picture, of a drawing all; nothing when it is no picture.
    ///
    /// At most 4 MiB are read.
    package static func read(_ entry: FileEntry, of files: some FileSystem) throws(FileError) -> PictureFacts? {
        let isDrawing = entry.path.pathExtension.lowercased() == "svg"
        var (bytes, byteCount) = try files.readBeginning(entry.path, atMost: isDrawing ? longBeginning : beginning)
        var header = PictureHeader.read(bytes)
        if !isDrawing, header.size == nil, byteCount > bytes.count {
            bytes = try files.readBeginning(entry.path, atMost: longBeginning).bytes
            header = PictureHeader.read(bytes)
        }
        // A browser goes by the name: what has that of a drawing is looked through whatever it begins with.
        guard header.isPicture || isDrawing else { return nil }
        var facts = PictureFacts(size: header.size, hasPrintColours: PictureHeader.hasFourColours(bytes))
        // A drawing under another name is run as one by no browser.
        if isDrawing {
            facts.danger = byteCount > bytes.count ? .tooLong : DrawingSafety.danger(bytes).map { .found($0) }
        }
        return facts
    }
}

/// Says of a picture or a file for download what readers would not see, could not open or had better not.
///
/// One fault for each use: the gravest. Sizes are bytes; 1 MB is 1,000,000 of them.
package enum PublishedFileCheck {
    /// Codes of addresses that lead to no file.
    package static let lostFiles: Set<DiagnosticCode> = [.missingFile, .remotePicture, .spacedAddress, .localPath]

    enum Use { case picture, download }

    /// Whether a fault is one of what may run where readers or editors open it: no build publishes such a file, a lenient one
    /// neither, since a preview is opened with the trust that is given to the program.
    static func isRefused(_ fault: Diagnostic) -> Bool {
        [DiagnosticCode.program, .activeFile, .activePicture].map(\.name).contains(fault.code.name)
    }

    /// Of a picture that a page shows.
    package static let largestPicture = 2_000_000
    static let largestDownload = 20_000_000
    /// What no page needs and no Git host takes.
    package static let largestOfAll = 100_000_000
    /// Of the longer side of a picture, in pixels.
    package static let widest = 2560

    /// Formats that no usual browser shows, with their names.
    private static let unshown = [
        "heic": "HEIC", "heif": "HEIF", "tif": "TIFF", "tiff": "TIFF", "psd": "Photoshop", "cdr": "CorelDRAW",
        "ai": "Illustrator", "eps": "EPS", "wmf": "WMF", "emf": "EMF", "raw": "RAW", "cr2": "RAW", "cr3": "RAW",
        "nef": "RAW", "arw": "RAW", "dng": "RAW", "orf": "RAW", "rw2": "RAW", "jp2": "JPEG 2000", "jxl": "JPEG XL",
        "pcx": "PCX", "tga": "TGA",
    ]
    /// Formats that browsers show.
    private static let shown: Set<String> = [
        "jpg", "jpeg", "jpe", "jfif", "pjpeg", "pjp", "png", "apng", "webp", "gif", "avif", "svg", "bmp", "ico",
    ]
    /// Types that a browser opens as a page with scripts.
    private static let active: Set<String> = [
        "html", "htm", "xhtml", "xht", "mht", "mhtml", "svg", "svgz", "xml", "xsl", "xslt", "htc", "rdf", "rss", "atom",
        "xbl", "wasm", "kml", "xspf", "mathml", "mml", "gpx", "owl", "ttml", "dae", "fb2", "wsdl", "opf", "xlf", "xsd",
        "htmlx", "maff", "webarchive",
    ]
    /// Pages, whatever stands behind in a name: a server may take `a.html.old` for one; papers and pictures are what they end with.
    private static let pages: Set<String> = ["html", "htm", "xhtml", "xht"]
    private static let papers: Set<String> = [
        "pdf", "zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "png", "jpg", "jpeg",
    ]
    private static let programs: Set<String> = [
        "exe", "msi", "bat", "cmd", "scr", "js", "mjs", "jse", "vbs", "vbe", "wsf", "wsh", "hta", "jar", "ps1", "lnk",
        "apk", "com", "pif", "cpl", "dll", "reg", "msc", "sh", "app", "dmg", "deb", "rpm", "appimage", "url", "swf",
        "chm", "iso", "vhd", "vhdx", "msix", "msixbundle", "appx", "appxbundle", "xll", "inf", "application",
        "gadget", "scf", "library-ms", "settingcontent-ms", "ps1xml", "psm1", "desktop", "command", "terminal", "tool",
        "run", "workflow", "scpt", "jnlp", "xbap", "appref-ms", "appinstaller", "search-ms", "webloc", "fileloc",
        "inetloc", "website", "rdp", "theme", "themepack", "diagcab", "msp", "mst", "job", "ws", "sct", "psc1", "pyw",
        "pyz", "csh", "zsh", "bash", "ahk", "au3", "crx", "xpi", "oxt", "pkg", "flatpakref", "mobileconfig", "img",
        "wim", "vmdk", "iqy", "oqy", "dqy", "rqy", "odc", "udl", "slk", "sylk", "dif", "xla", "accdb", "mdb", "ade",
        "accde", "asis", "var",
    ]
    /// What a server may run, wherever it stands in a name: `a.php.jpg` too.
    private static let ofServers: Set<String> = [
        "php", "php3", "php4", "php5", "php7", "php8", "phtml", "pht", "phar", "asp", "aspx", "ashx", "asmx", "jsp",
        "jspx", "cfm", "cgi", "shtml", "shtm", "stm", "fcgi", "pl",
    ]
    private static let withMacros: Set<String> = [
        "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppsm", "ppam", "sldm",
    ]

    /// What steers a web server by its name.
    private static let steering: Set<String> = [".htaccess", ".htpasswd", ".htgroup", ".user.ini", "web.config"]

    /// Whether a browser would run what a file of this name holds, or a server would obey it.
    package static func isActive(_ path: SitePath) -> Bool {
        let parts = endings(of: path.name)
        return isPage(parts) || isProgram(path.name, parts)
    }

    private static func isPage(_ endings: [String]) -> Bool {
        guard let last = endings.last else { return false }
        return active.contains(last) || !papers.contains(last) && endings.contains(where: pages.contains)
    }

    /// The parts of a name behind its points, small.
    ///
    /// One that a server takes for a language, or for how a page is packed, says nothing of the type, and a disk drops points
    /// at the end: `a.html.ru`, `a.html.gz`, `t.html.`.
    private static func endings(of name: String) -> [String] {
        var parts = name.split(separator: ".").dropFirst().map { $0.lowercased() }
        while let last = parts.last, saysNoType.contains(last), parts.count > 1 { parts.removeLast() }
        return parts
    }

    private static let saysNoType: Set<String> = [
        "ru", "en", "de", "fr", "es", "tt", "ba", "uk", "gz", "br", "zst", "z", "xz", "bz2",
    ]

    private static func isProgram(_ name: String, _ endings: [String]) -> Bool {
        steering.contains(name.lowercased()) || programs.contains(endings.last ?? "")
            || endings.contains(where: ofServers.contains)
    }

    /// Whether a web server would obey a file, by its name.
    package static func steersServer(_ path: String) -> Bool {
        steering.contains(path.split(separator: "/").last.map { $0.lowercased() } ?? "")
    }

    /// What is told of a file that a web server would obey, by its name; nothing of others.
    ///
    /// Names that begin with a point are in no list of files, so that one may look as if it were not there.
    static func steeringFault(_ path: String, at place: SourceLocation) -> Diagnostic? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard steersServer(path) else { return nil }
        return Diagnostic(.program.worded(for: .steeringFile), [name], at: place)
    }

    /// - Parameters:
    ///   - path: below `content/`.
    ///   - byteCount: of the file, links followed.
    ///   - facts: nothing for what is no picture.
    static func fault(
        _ path: String, byteCount: Int, _ facts: PictureFacts?, as use: Use, at place: SourceLocation
    ) -> Diagnostic? {
        let name = String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
        let endings = endings(of: name)
        let ending = endings.last ?? ""
        let size = megabytes(byteCount)
        func fault(_ code: DiagnosticCode, _ more: String...) -> Diagnostic {
            Diagnostic(code, [name] + more, at: place)
        }
        if let fault = steeringFault(path, at: place) { return fault }
        if isProgram(name, endings) { return fault(.program) }
        // What has no ending is a page where it looks like one.
        if isPage(endings) && (use == .download || ending != "svg") || ending.isEmpty && use == .download {
            return fault(.activeFile)
        }
        if byteCount == 0 { return fault(.emptyAttachment) }
        if byteCount > largestOfAll { return fault(.tooLargeToPublish, size) }
        if use == .picture {
            if let format = unshown[ending] { return fault(.unshownPicture, format) }
            guard shown.contains(ending) else { return fault(.noPicture) }
            return facts.flatMap { pictureFault($0, name, place) }
                ?? (byteCount > largestPicture ? fault(.largePicture, size) : nil)
                ?? (ending == "bmp" ? fault(.plainPicture) : nil) ?? facts.flatMap { widthFault($0, name, place) }
        }
        if withMacros.contains(ending) { return fault(.macros) }
        return byteCount > largestDownload ? fault(.largeFile, size) : nil
    }

    private static func pictureFault(_ facts: PictureFacts, _ name: String, _ place: SourceLocation) -> Diagnostic? {
        switch facts.danger {
        case .found(let danger)?: return Diagnostic(.activePicture, [name, danger], at: place)
        case .tooLong?: return Diagnostic(.activePicture.because(DrawingReason.tooLong), [name], at: place)
        case nil: break
        }
        return facts.hasPrintColours ? Diagnostic(.printColours, [name], at: place) : nil
    }

    private static func widthFault(_ facts: PictureFacts, _ name: String, _ place: SourceLocation) -> Diagnostic? {
        guard let size = facts.size, max(size.width, size.height) > widest, !name.lowercased().hasSuffix(".svg")
        else { return nil }
        return Diagnostic(.widePicture, [name, "\(size.width)×\(size.height)"], at: place)
    }

    /// In tenths, rounded up: a file over the limit never seems to be at it.
    package static func megabytes(_ byteCount: Int) -> String {
        let tenths = byteCount / 100_000 + (byteCount % 100_000 == 0 ? 0 : 1)
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10),\(tenths % 10)"
    }
}
