import Domain
import Foundation

/// Others that show long lists, scrolled in the same way.
struct Peers {
    let run: ScreenRun
    let folder: BenchFolder

    func measured() throws -> [ScreenReport.Other] {
        [try rtorrent(), try htop()]
    }

    private func rtorrent() throws -> ScreenReport.Other {
        let path = try Programs.installed("rtorrent", package: "rtorrent")
        let place = folder.path + "/rtorrent"
        try FileManager.default.createDirectory(
            atPath: place + "/session", withIntermediateDirectories: true)
        for index in 0..<run.transfers {
            try Data(torrent(index)).write(to: URL(filePath: place + "/\(index).torrent"))
        }
        try Data(
            """
            directory.default.set = \(place)
            session.path.set = \(place)/session
            dht.mode.set = disable
            protocol.pex.set = no
            network.port_range.set = 1025-65000
            network.bind_address.set = 127.0.0.1
            schedule2 = load,0,0,"load.normal=\(place)/*.torrent"

            """.utf8
        ).write(to: URL(filePath: place + "/.rtorrent.rc"))
        let program = try TerminalProgram(path, [], environment: ["HOME": place])
        try settle(program)
        let times = try run.scroll(program)
        let memory = program.memory
        return ScreenReport.Other(
            name: "rtorrent, \(run.transfers) torrents", times: times, memory: memory)
    }

    private func htop() throws -> ScreenReport.Other {
        let program = try TerminalProgram(
            try Programs.installed("htop", package: "htop"), [],
            environment: ["HOME": folder.path])
        program.rest(2000)
        let times = try run.scroll(program)
        return ScreenReport.Other(name: "htop", times: times, memory: program.memory)
    }

    /// Until loading is over: it takes all of a core, and nothing on the screen tells its end.
    private func settle(_ program: TerminalProgram) throws {
        let watch = Stopwatch()
        while watch.seconds < 300 {
            try run.interruption.check()
            let before = program.processor
            program.rest(2000)
            if watch.seconds > 6, program.processor - before < 1 { return }
        }
        throw BenchError.failed(program: "rtorrent", log: "it did not come to rest")
    }

    /// One file of one piece; nobody has it, and nobody is asked.
    private func torrent(_ index: Int) -> [UInt8] {
        let name = "torrent \(index) of livre music"
        let hash = MadeCatalog.hash(index).bytes
        let announce = "http://127.0.0.1:1/a"
        return Array("d8:announce\(announce.utf8.count):\(announce)".utf8)
            + Array("4:infod6:lengthi16384e4:name\(name.utf8.count):\(name)".utf8)
            + Array("12:piece lengthi16384e6:pieces20:".utf8) + hash + Array("ee".utf8)
    }
}
