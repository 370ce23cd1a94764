import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

extension ServingTests {
    /// The server of `album serve`: ports, sessions, who is answered.
    @Suite struct ServerTests {
        @Test func eachRunHasASessionOfItsOwn() throws {
            let folder = try TemporaryFolder.withNewSite()
            var builds: Set<String> = []
            for _ in 0..<2 {
                let served = try ServedSite(folder, "site")
                let build = try served.get("/.album-preview/after/").body
                #expect(build.wholeMatch(of: /[a-z0-9]+-1/) != nil)
                #expect(builds.insert(build).inserted)
                #expect(try served.get("/").body.contains("data-build=\"\(build)\""))
                #expect(try served.stop() == 0)
            }
        }

        @Test func aRequestIsHeldUntilTheNextBuild() throws {
            let folder = try TemporaryFolder.withNewSite()
            let served = try ServedSite(folder, "site")
            let build = try served.get("/.album-preview/after/").body
            let text = try folder.text(SiteOfTest.practice)
            DispatchQueue.global().asyncAfter(deadline: .now() + 0.2) {
                #expect(throws: Never.self) { try folder.write(text + "\nЕщё.\n", to: SiteOfTest.practice) }
            }
            #expect(try served.get("/.album-preview/after/" + build).body == build.dropLast() + "2")
            #expect(try served.get("/practices/pervaia-praktika.html").body.contains("Ещё."))
            // One that is held when the program ends does not keep it.
            let held = try RawConnection(port: served.port)
            held.send(
                Array(
                    "GET /.album-preview/after/\(build.dropLast())2 HTTP/1.1\r\nHost: 127.0.0.1:\(served.port)\r\n\r\n"
                        .utf8))
            usleep(200_000)
            #expect(try served.stop() == 0)
            _ = held.rest()
        }

        @Test func aTakenPortGivesTheNextFreeOne() throws {
            let folder = try TemporaryFolder.withNewSite()
            let first = try ServedSite(folder, "site")
            let second = try ServedSite(folder, "site", port: first.port, log: "second.log")
            #expect(second.port > first.port)
            #expect(try second.messages().contains("порт \(first.port) занят: сайт откроется на порту \(second.port)"))
            #expect(try second.get("/").status == 200)
            #expect(try first.get("/").status == 200)
            #expect(try second.stop() == 0)
            #expect(try first.stop() == 0)
        }

        @Test func portsThatAreAllTakenAreTold() throws {
            let folder = try TemporaryFolder.withNewSite()
            let last = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(last) }
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = UInt16.max.bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    // Taken by somebody else: as good.
                    _ = bind(last, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            _ = listen(last, 1)
            let run = try Program.run(["serve", "--root", "site", "--port", "65535"], in: folder.path)
            #expect(run.status == 2)
            #expect(run.messages.contains("порт 65535 и следующие за ним заняты: запустите album serve --port 0"))
        }

        @Test func onlyRequestsOfThisMachineAreAnswered() throws {
            let folder = try TemporaryFolder.withNewSite()
            let served = try ServedSite(folder, "site")
            func status(_ host: String) throws -> Int { try served.send("GET / HTTP/1.1\r\n\(host)\r\n\r\n").status }
            for name in ["127.0.0.1", "localhost", "LocalHost", "[::1]"] {
                #expect(try status("Host: \(name):\(served.port)") == 200, "\(name)")
            }
            for host in [
                "evil.example", "evil.example:\(served.port)", "127.0.0.1", "127.0.0.1:1",
                "127.0.0.1.evil.example:\(served.port)", "127.0.0.1@evil.example:\(served.port)", "",
            ] {
                let answer = try served.send("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n")
                #expect(answer.status == 421 && !answer.body.contains("<"), "\(host)")
            }
            #expect(try status("X: y") == 400)
            #expect(try status("Host: 127.0.0.1:\(served.port)\r\nHost: 127.0.0.1:\(served.port)") == 400)
            let headers = try served.get("/").headers
            #expect(headers["content-security-policy"] == "frame-ancestors 'self'")
            #expect(headers["cross-origin-resource-policy"] == "same-origin")
            #expect(headers["x-content-type-options"] == "nosniff")
            #expect(headers["cache-control"] == "no-store")
            #expect(try served.get("/nothing").headers["cache-control"] == "no-store")
            let style = try #require(try served.get("/").body.firstMatch(of: #/href="(assets/[^"]+\.css)"/#)).output.1
            let asset = try served.get("/\(style)")
            #expect(asset.status == 200 && asset.headers["cache-control"] == "max-age=31536000, immutable")
            for method in ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND", "get", "BREW"] {
                let answer = try served.get("/", method: method)
                #expect(answer.status == 405 && answer.headers["allow"] == "GET, HEAD", "\(method)")
            }
            let head = try served.get("/", method: "HEAD")
            #expect(head.status == 200 && head.body.isEmpty)
            #expect(head.headers["content-length"] == String(try served.get("/").body.utf8.count))
            #expect(try served.stop() == 0)
        }

        /// The form's token stands on pages of the same origin.
        @Test func aDrawingThatIsOpenedByItselfMayOnlyBeDrawn() throws {
            let folder = try TemporaryFolder.withNewSite()
            let practice = "site/content/practices/pervaia-praktika.md"
            try folder.write(try folder.text(practice) + "\n![План](plan.svg)\n", to: practice)
            let drawing =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M0 0h1\"/></svg>"
            try folder.write(drawing, to: "site/content/practices/plan.svg")
            let served = try ServedSite(folder, "site")
            let answer = try served.get("/practices/plan.svg")
            #expect(answer.status == 200)
            #expect(answer.headers["content-security-policy"]?.contains("default-src 'none'") == true)
            #expect(answer.headers["content-security-policy"]?.hasSuffix("sandbox") == true)
            #expect(try served.stop() == 0)
        }

        /// A page of another site can send a form here; only pages of this server are listened to.
        @Test func onlyPagesOfThisServerMaySend() throws {
            let folder = try TemporaryFolder.withNewSite()
            let served = try ServedSite(folder, "site")
            let practice = "site/content/practices/pervaia-praktika.md"
            let before = try folder.bytes(practice)
            func status(_ headers: [String], path: String = "/_edit/keep", body: String = "_key=x.md") throws -> Int {
                let lines = ["POST \(path) HTTP/1.1", "Host: 127.0.0.1:\(served.port)"] + headers + ["", body]
                return try served.send(lines.joined(separator: "\r\n")).status
            }
            let (own, length) = ("Origin: http://127.0.0.1:\(served.port)", "Content-Length: 9")
            for origin in [
                "http://evil.example", "null", "http://127.0.0.1", "http://localhost:\(served.port)",
                "https://127.0.0.1:\(served.port)", "http://127.0.0.1:\(served.port).evil.example",
            ] {
                #expect(try status(["Origin: \(origin)", length]) == 403, "\(origin)")
            }
            #expect(try status([length]) == 403)
            #expect(try status([own, own, length]) == 403)
            #expect(try status([own]) == 411)
            #expect(try status([own, length, length]) == 411)
            #expect(try status([own, length, "Transfer-Encoding: chunked"]) == 411)
            #expect(try status([own, "Content-Length: \(1 << 40)"]) == 413)
            // Of this server, but without the token of its pages.
            #expect(try status([own, length]) == 403)
            #expect(try status([own, length], path: "/") == 405)
            let page = try served.get("/_edit/material/practices/pervaia-praktika")
            #expect(page.status == 200 && page.body.contains("name=\"_token\""))
            #expect(page.headers["content-security-policy"]?.contains("frame-ancestors") == true)
            #expect(try folder.bytes(practice) == before)
            let kept = try folder.files(below: "site/.album-work")
            #expect(kept.allSatisfy { $0 == "server" || $0 == ".gitignore" }, "\(kept)")
            #expect(try served.stop() == 0)
        }

        /// Everybody on a machine reaches its loopback; only root can try it as somebody else.
        @Test(.enabled(if: geteuid() == 0, "needs the rights of root"))
        func anotherUserOfTheMachineGetsNoPageForEditing() throws {
            let folder = try TemporaryFolder.withNewSite()
            let served = try ServedSite(folder, "site")
            func status(_ path: String, asNobody: Bool) throws -> String {
                let (address, host) = ("/dev/tcp/127.0.0.1/\(served.port)", "Host: 127.0.0.1:\(served.port)")
                let asking = "exec 3<>\(address); printf 'GET \(path) HTTP/1.1\r\n\(host)\r\n\r\n' >&3; head -n 1 <&3"
                let nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
                let process = Process()
                process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
                process.arguments = (asNobody ? nobody : []) + ["bash", "-c", asking]
                process.currentDirectoryURL = URL(fileURLWithPath: "/")
                let pipe = Pipe()
                process.standardOutput = pipe
                try process.run()
                let said = pipe.fileHandleForReading.readDataToEndOfFile()
                process.waitUntilExit()
                return String(decoding: said, as: UTF8.self)
            }
            for path in ["/_edit/", "/_edit/material/practices/pervaia-praktika"] {
                #expect(try status(path, asNobody: false).contains(" 200 "), "\(path)")
                #expect(try status(path, asNobody: true).contains(" 403 "), "\(path)")
            }
            #expect(try status("/", asNobody: true).contains(" 200 "))
            #expect(try served.stop() == 0)
        }

        @Test func aHeadWithoutEndIsRefusedInLinearTimeAndOthersAreAnswered() throws {
            let folder = try TemporaryFolder.withNewSite()
            let served = try ServedSite(folder, "site")
            let start = ContinuousClock.now
            for size in [17_000, 1_000_000, 8_000_000] {
                let long = String(repeating: "a", count: size)
                #expect(try served.get("/" + long).status == 431)
                #expect(try served.get("/", headers: ["X: \(long)"]).status == 431)
            }
            let many = (0..<3000).map { "H\($0): x" }
            #expect(try served.get("/", headers: many).status == 431)
            #expect(try served.get("/", headers: ["X: " + String(repeating: "a", count: 15_000)]).status == 200)
            #expect(ContinuousClock.now - start < .seconds(60))
            let silent = try (0..<600).map { _ in try RawConnection(port: served.port) }
            // More than are taken at a time: the others come to it when these are closed.
            #expect(try served.get("/").status == 200)
            // Closed by the server after ten seconds: no byte comes, and no thirty seconds pass.
            let closing = ContinuousClock.now
            for connection in silent { #expect(try connection.exchange([]).isEmpty) }
            #expect(ContinuousClock.now - closing < .seconds(29))
            #expect(try served.stop() == 0)
        }
    }
}
