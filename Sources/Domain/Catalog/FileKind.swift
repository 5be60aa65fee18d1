/// What a file is for a person, told by the end of its name: `type:` in a search.
package enum FileKind: String, CaseIterable, Codable, Sendable {
    case video, image, pdf, audio, archive, text, other

    private static let byExtension: [String: FileKind] = {
        var table: [String: FileKind] = [:]
        for name in ["mkv", "mp4", "avi", "webm", "mov", "m4v", "mpg", "mpeg", "ts", "ogv", "y4m"] {
            table[name] = .video
        }
        for name in ["png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "tif", "tiff", "ppm"] {
            table[name] = .image
        }
        for name in ["mp3", "flac", "ogg", "opus", "m4a", "wav", "aac"] { table[name] = .audio }
        for name in ["zip", "tar", "gz", "xz", "zst", "bz2", "7z", "rar", "iso"] {
            table[name] = .archive
        }
        for name in ["txt", "md", "csv", "json", "html", "xml", "log", "srt", "epub"] {
            table[name] = .text
        }
        table["pdf"] = .pdf
        return table
    }()

    package init(path: String) {
        let name = path.split(separator: "/").last ?? ""
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let ending = parts.last else {
            self = .other
            return
        }
        self = Self.byExtension[ending.lowercased()] ?? .other
    }

    /// The kind of most of the bytes; `other` where there are none.
    package init(files: some Sequence<(path: String, size: ByteCount)>) {
        var bytes: [FileKind: ByteCount] = [:]
        for file in files { bytes[FileKind(path: file.path), default: .zero] += file.size }
        self =
            FileKind.allCases.filter { bytes[$0, default: .zero] > .zero }
            .max { a, b in bytes[a, default: .zero] < bytes[b, default: .zero] } ?? .other
    }
}
