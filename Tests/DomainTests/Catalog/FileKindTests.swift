import Domain
import Testing

@Suite struct FileKindTests {
    @Test(
        "the end of a name tells the kind",
        arguments: [
            ("filme.MKV", FileKind.video), ("a/b/foto.JPeG", .image), ("Relatório.pdf", .pdf),
            ("podcast.opus", .audio), ("backup.tar.gz", .archive), ("leia-me.txt", .text),
            ("sem-fim", .other), ("", .other), ("ponto.", .other), ("pasta.mp4/leia", .other),
            ("...", .other), ("x.exe", .other), ("/", .other), ("nome.pdf\u{0}", .other),
        ])
    func names(path: String, kind: FileKind) {
        #expect(FileKind(path: path) == kind)
    }

    @Test("several files are of the kind that most of their bytes are of")
    func most() {
        #expect(
            FileKind(files: [
                (path: "a.txt", size: ByteCount(clamping: 10)),
                (path: "b.mp4", size: ByteCount(clamping: 6)),
                (path: "c.mkv", size: ByteCount(clamping: 5)),
            ]) == .video)
        #expect(
            FileKind(files: [
                (path: "a.txt", size: ByteCount(clamping: .max)),
                (path: "b.txt", size: ByteCount(clamping: .max)),
            ]) == .text)
    }

    @Test("no bytes are of no kind")
    func none() {
        #expect(FileKind(files: []) == .other)
        #expect(FileKind(files: [(path: "a.mp4", size: .zero)]) == .other)
    }
}
