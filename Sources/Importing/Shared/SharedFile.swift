import Bodies
import Catalog
import Diagnostics
import Languages
import OfficeFiles

/// A remark on what was sent in.
package struct ReceivedRemark: Sendable, Hashable {
    package let reason: Bilingual
    package let arguments: [String]

    init(_ reason: Bilingual, _ arguments: String...) {
        self.reason = reason
        self.arguments = arguments
    }

    /// For a person.
    package func text(_ language: Language) -> String { reason.text(language, arguments) }
}

/// A file that was sent in with a text: what it is says its content, whatever it is called.
struct SharedFile: Sendable {
    /// As the text names it: without folders.
    let given: String
    let bytes: [UInt8]
    /// The ending that its content calls for.
    let ending: String

    var isPicture: Bool { Self.pictures.contains(ending) }

    /// A name that addresses can have: `Фото (1).JPG` → `foto-1.jpg`.
    var cleanName: String {
        let dot = given.lastIndex(of: ".") ?? given.endIndex
        let stem = Address.newID(of: String(given[..<dot]), limit: 60)
        return "\(stem.isEmpty ? "file" : Self.isDevice(stem) ? "file-\(stem)" : stem).\(ending)"
    }

    private static let pictures: Set<String> = ["png", "jpg", "gif", "webp"]
    private static let documents: [FileSignature: String] = [
        .wordDocument: "docx", .excelBook: "xlsx", .presentation: "pptx", .openText: "odt", .pdf: "pdf",
    ]

    /// Names of devices that Windows opens in place of a file, whatever ending they have.
    private static let devices: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

    /// Whether Windows would open a device under a name of a file, whatever its ending.
    static func isDevice(_ name: String) -> Bool {
        devices.contains(String(name.lowercased().prefix { $0 != "." }.trimmingSuffix(while: \.isWhitespace)))
    }

    /// What may be taken of a file; the remark says why it may not.
    static func checked(_ name: String, _ bytes: [UInt8]) -> Result<SharedFile, Refusal> {
        func refused(_ reason: Bilingual, _ more: String...) -> Result<SharedFile, Refusal> {
            .failure(Refusal(remark: ReceivedRemark(reason, name, more.first ?? "")))
        }
        guard !bytes.isEmpty else { return refused(ReceivingReason.emptyFile) }
        guard !isDevice(name) else { return refused(ReceivingReason.deviceName) }
        if let ending = PictureShelf.end(of: bytes) {
            guard !JPEGScans.isDamaged(bytes) else { return refused(ReceivingReason.damagedPicture) }
            return .success(SharedFile(given: name, bytes: bytes, ending: ending))
        }
        if let signature = FileSignature(bytes) {
            guard let ending = documents[signature] else {
                return refused(signature == .archive ? ReceivingReason.nestedArchive : ReceivingReason.foreignFile)
            }
            if ending != "pdf", let fault = faultOfPackage(bytes) {
                return refused(ReceivingReason.damagedDocument, fault)
            }
            return .success(SharedFile(given: name, bytes: bytes, ending: ending))
        }
        let isDrawing =
            name.lowercased().hasSuffix(".svg") || name.lowercased().hasSuffix(".svgz")
            || bytes.prefix(4096).firstRange(of: Array("<svg".utf8)) != nil
        return refused(isDrawing ? ReceivingReason.drawing : ReceivingReason.foreignFile)
    }

    /// Why a document is refused.
    struct Refusal: Error {
        let remark: ReceivedRemark
    }

    /// What is wrong with an office file as an archive: nothing of it is unpacked.
    private static func faultOfPackage(_ bytes: [UInt8]) -> String? {
        do throws(ImportFailure) {
            let package = try OfficePackage(bytes)
            return package.names.first { $0.lowercased().hasSuffix("vbaproject.bin") }
        } catch {
            return error.text(.ru)
        }
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, condition(last) { rest = rest.dropLast() }
        return rest
    }
}
