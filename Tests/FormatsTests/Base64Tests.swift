import Formats
import Foundation
import Testing

@Suite struct Base64Tests {
    @Test func bytesAreWrittenAsTheSystemWritesThem() {
        for count in 0..<80 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
            #expect(Base64.encoded(bytes) == Array(Data(bytes).base64EncodedString().utf8))
        }
    }
}
