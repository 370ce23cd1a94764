import Files
import SiteBuilder
import Testing

/// What the machine refuses is told to editors in their language, whatever it is.
@Suite struct MachineMessageTests {
    @Test func everyRefusalIsToldInItsLanguage() {
        let refusals = (1...133).map { FileError.Cause.system($0) }
        let own: [FileError.Cause] = [
            .notAFile, .notAFolder, .outsideRoot, .unusableName, .foreignFolder, .foreignFile, .amongSources,
            .mountPoint,
            .writtenTwice, .closed, .held,
        ]
        for cause in refusals + own {
            let error = FileError(.write, "site", cause)
            #expect(MachineMessage.cause(error, .ru).contains(/[а-яё]/), "\(cause)")
            let english = MachineMessage.cause(error, .en)
            #expect(!english.isEmpty && !english.contains(/[а-яё]/), "\(cause): \(english)")
        }
    }
}
