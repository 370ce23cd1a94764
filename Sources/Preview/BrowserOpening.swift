import Foundation

/// Shows an address in the browser that a person has chosen.
package enum BrowserOpening {
    /// Asks the desktop for it, where there is one; whether that works is not waited for.
    package static func open(_ address: String) {
        let environment = ProcessInfo.processInfo.environment
        let hasScreen = ["DISPLAY", "WAYLAND_DISPLAY"].contains { !(environment[$0] ?? "").isEmpty }
        #if os(Linux)
            guard hasScreen else { return }
            let program = "xdg-open"
        #else
            let program = "open"
        #endif
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program, address]
        (process.standardInput, process.standardOutput, process.standardError) = (
            FileHandle.nullDevice, FileHandle.nullDevice, FileHandle.nullDevice
        )
        // Without such a program the address stands in the terminal all the same.
        try? process.run()
    }
}
