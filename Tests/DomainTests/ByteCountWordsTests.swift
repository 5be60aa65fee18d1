import Domain
import Testing

@Suite struct ByteCountWordsTests {
    @Test(
        "a count is told to the byte, and readably",
        arguments: [
            (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1,000 bytes"),
            (1024, "1,024 bytes (1.0 KiB)"), (1535, "1,535 bytes (1.4 KiB)"),
            (1536, "1,536 bytes (1.5 KiB)"), (1_048_576, "1,048,576 bytes (1.0 MiB)"),
            (.max, "9,223,372,036,854,775,807 bytes (7.9 EiB)"),
        ] as [(Int64, String)])
    func words(bytes: Int64, words: String) {
        #expect(ByteCount(clamping: bytes).inWords == words)
    }
}
