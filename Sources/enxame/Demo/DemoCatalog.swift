import Domain
import Foundation

/// What the demo's community shares: real files, made on the spot.
enum DemoCatalog {
    struct Entry: Sendable {
        let title: String
        let description: String
        let tags: [String]
        /// Who publishes it; a member's upload waits for approval.
        let uploader: String
        let weight: Int
        /// Below the seeding folder: a file, or a folder of several.
        let path: String
        let write: @Sendable (_ path: String) throws -> Void
    }

    /// The large one, which a person watches arriving.
    static let filmTitle = "Aula 07: sistemas distribuídos"

    static let entries: [Entry] = [
        Entry(
            title: "Manual do operador (rev. C)",
            description: "Como ligar, desligar e o que fazer quando nenhuma das duas coisas ajuda.",
            tags: ["manual", "pdf"], uploader: "gil", weight: 0, path: "manual-do-operador.pdf",
            write: { try save(manual(), to: $0) }),
        Entry(
            title: "Conjunto de dados: qualidade do ar",
            description: "Medições por hora de doze estações, um ano inteiro, em CSV.",
            tags: ["dados", "csv", "ar"], uploader: "ana", weight: 0, path: "qualidade-do-ar.csv",
            write: { try save(airQuality(), to: $0) }),
        Entry(
            title: "Podcast: Enxames e formigas, ep. 12",
            description: "Sobre quem carrega folhas e quem carrega pedaços de 256 KiB.",
            tags: ["podcast", "audio"], uploader: "gil", weight: 0,
            path: "enxames-e-formigas-12.wav",
            write: { try save(WAVFile.bytes(seconds: 150), to: $0) }),
        Entry(
            title: "Fotos do encontro 📷 2025",
            description: "Quatro fotos para as quais ninguém posou: cores, ondas e um horizonte.",
            tags: ["fotos", "encontro"], uploader: "ana", weight: 0, path: "fotos-do-encontro-2025",
            write: photographs),
        Entry(
            title: "東京の地図 (atlas, 3 volumes)",
            description: "Três mapas desenhados à mão por um gerador de números.",
            tags: ["atlas", "mapas", "東京"], uploader: "gil", weight: 0, path: "tokyo-atlas",
            write: atlas),
        Entry(
            title: "Backup interno 2026-10",
            description: "Só para supervisores: o que se guarda e nunca se quer precisar.",
            tags: ["backup", "interno"], uploader: "ana", weight: 400, path: "backup-2026-10.tar",
            write: { try save(noise(bytes: 3 << 20), to: $0) }),
        Entry(
            title: "Ata da reunião de gerentes",
            description: "Decidiu-se reunir outra vez.",
            tags: ["ata", "gerentes"], uploader: "ana", weight: 600, path: "ata-gerentes.txt",
            write: { try save(Array(minutes.utf8), to: $0) }),
        Entry(
            title: filmTitle,
            description:
                "Consenso, relógios e por que a rede é confiável até a primeira aula prática.",
            tags: ["aula", "video", "sistemas"], uploader: "gil", weight: 0,
            path: "aula-07-sistemas-distribuidos.avi", write: film),
        Entry(
            title: "Relatório de Segurança 2026",
            description: "Análise anual dos incidentes e das medidas tomadas em cada unidade.",
            tags: ["segurança", "anual", "pdf"], uploader: "ana", weight: 0,
            path: "relatorio-de-seguranca-2026.pdf", write: { try save(report(), to: $0) }),
        Entry(
            title: "Receitas da cantina",
            description: "Enviado por um membro: espera pela aprovação de alguém da equipe.",
            tags: ["receitas"], uploader: "maria", weight: 0, path: "receitas-da-cantina.txt",
            write: { try save(Array(recipes.utf8), to: $0) }),
        Entry(
            title: "Trilhas da serra",
            description: "Um mapa das trilhas; também espera pela aprovação.",
            tags: ["mapas", "trilhas"], uploader: "maria", weight: 0, path: "trilhas-da-serra.png",
            write: { try save(picture(seed: 9), to: $0) }),
    ]

    private static func save(_ bytes: [UInt8], to path: String) throws {
        try Data(bytes).write(to: URL(filePath: path))
    }

    private static func film(to path: String) throws {
        try Data().write(to: URL(filePath: path))
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        defer { try? file.close() }
        // 280 frames of 230 kB: 64 MB, eleven seconds.
        try AVIFile.write(frames: 280) { try file.write(contentsOf: Data($0)) }
    }

    private static func photographs(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for number in 1...4 {
            try save(picture(seed: number), to: "\(folder)/encontro-\(number).png")
        }
    }

    private static func atlas(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for volume in 1...3 {
            try save(picture(seed: 20 + volume), to: "\(folder)/地図-\(volume).png")
        }
    }

    /// Soft hills under a sky; the seed moves them.
    private static func picture(seed: Int) -> [UInt8] {
        let (width, height) = (320, 200)
        let ridges = (0..<width).map { x in
            let position = Double(x + seed * 97)
            return 110 + Int(24 * sin(position / 31) + 14 * sin(position / 11 + Double(seed)))
        }
        return PNGFile.bytes(width: width, height: height) { x, y in
            if y > ridges[x] {
                let depth = y - ridges[x]
                return (UInt8(20 + seed % 5 * 12), UInt8(max(40, 120 - depth)), UInt8(60))
            }
            return (UInt8(70 + y / 2 + seed % 7 * 8), UInt8(90 + y / 2), UInt8(200 - y / 3))
        }
    }

    private static func report() -> [UInt8] {
        let pages = (1...48).map { page in
            ["Relatório de Segurança 2026 — página \(page)"]
                + (1...30).map { "\(page).\($0)  Incidente \(page * 30 + $0): ninguém se feriu." }
        }
        return PDFFile.bytes(pages: pages)
    }

    private static func manual() -> [UInt8] {
        PDFFile.bytes(pages: [
            ["Manual do operador", "1. Ligue.", "2. Se não ligou, veja o passo 1."],
            ["Solução de problemas", "Desligue e ligue outra vez (rev. C)."],
        ])
    }

    private static func airQuality() -> [UInt8] {
        var lines = "estacao,dia,hora,pm25\n"
        for station in 1...12 {
            for day in 1...365 {
                for hour in stride(from: 0, to: 24, by: 4) {
                    let value = (station * 7 + day * 3 + hour * 5) % 90
                    lines += "\(station),\(day),\(hour),\(value)\n"
                }
            }
        }
        return Array(lines.utf8)
    }

    /// Bytes that look like nothing: a linear congruential sequence.
    private static func noise(bytes: Int) -> [UInt8] {
        var state: UInt64 = 2026
        return (0..<bytes).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
    }

    private static let minutes = """
        Ata da reunião de gerentes
        Presentes: todos menos quem a convocou.
        Decisão: reunir outra vez.

        """

    private static let recipes = """
        Pão de queijo: polvilho, queijo, fé.
        Feijoada: comece na véspera.

        """
}
