import Foundation

/// A plain document (PDF 1.4): pages of lines in Helvetica, the first of each page a heading.
enum PDFFile {
    /// Characters outside Windows' Western alphabet become question marks.
    static func bytes(pages: [[String]]) -> [UInt8] {
        var objects: [[UInt8]] = []
        let firstPage = 4
        let kids = pages.indices.map { "\(firstPage + 2 * $0) 0 R" }.joined(separator: " ")
        objects.append(text("<< /Type /Catalog /Pages 2 0 R >>"))
        objects.append(text("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>"))
        objects.append(
            text(
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                    + "/Encoding /WinAnsiEncoding >>"))
        for (number, lines) in pages.enumerated() {
            let content = content(of: lines)
            objects.append(
                text(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                        + "/Resources << /Font << /F1 3 0 R >> >> "
                        + "/Contents \(firstPage + 2 * number + 1) 0 R >>"))
            objects.append(
                text("<< /Length \(content.count) >>\nstream\n") + content + text("\nendstream"))
        }
        return file(objects)
    }

    private static func content(of lines: [String]) -> [UInt8] {
        var content = text("BT /F1 24 Tf 72 750 Td ")
        for (index, line) in lines.enumerated() {
            if index == 1 { content += text("/F1 11 Tf 0 -20 Td ") }
            content += text("(") + escaped(line) + text(") Tj 0 -18 Td ")
        }
        return content + text("ET")
    }

    private static func file(_ objects: [[UInt8]]) -> [UInt8] {
        var file = text("%PDF-1.4\n")
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.count)
            file += text("\(index + 1) 0 obj\n") + object + text("\nendobj\n")
        }
        let table = file.count
        file += text("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n")
        for offset in offsets {
            let digits = String(offset)
            let padding = String(repeating: "0", count: max(0, 10 - digits.count))
            file += text("\(padding)\(digits) 00000 n \n")
        }
        file += text("trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\n")
        return file + text("startxref\n\(table)\n%%EOF\n")
    }

    private static func escaped(_ line: String) -> [UInt8] {
        let bytes = line.data(using: .windowsCP1252, allowLossyConversion: true) ?? Data()
        return bytes.flatMap { byte -> [UInt8] in
            [UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\")].contains(byte)
                ? [UInt8(ascii: "\\"), byte] : [byte]
        }
    }

    private static func text(_ string: String) -> [UInt8] { Array(string.utf8) }
}
