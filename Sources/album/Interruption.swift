import Dispatch

#if canImport(Glibc)
    import Glibc
#endif

/// The wish of a person or of the system that the program end: Ctrl+C, a closed terminal, a shutdown.
enum Interruption {
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// Catches the signals from now on; the second one of a kind ends the program as ever.
    static func stream() -> AsyncStream<Int32> {
        AsyncStream { continuation in
            for number in signals {
                // Ignored, or the system would end the program before anybody is told.
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler {
                    // The handler holds its source, which would be gone otherwise, until the program ends.
                    _ = source.isCancelled
                    signal(number, SIG_DFL)
                    continuation.yield(number)
                }
                source.activate()
            }
        }
    }

    /// Waits for the first signal.
    static func first(of stream: AsyncStream<Int32>) async {
        for await _ in stream { return }
    }
}
