import Domain

/// Why a `.torrent` is not accepted.
package enum MetainfoError: Error, Hashable, Sendable {
    case tooLarge
    case notBencode(BencodeError)
    case noInfo
    case twoInfos
    /// BEP 3 wants dictionary keys in order; without it, two programs may disagree on the hash.
    case keysOutOfOrder
    case missing(String)
    case malformed(String)
    case hostileName(String)
    case symbolicLink(String)
    case samePathTwice(String)
    case tooDeep(String)
    case unknownVersion(Int64)
    case badPieceLength
    case tooManyPieces
    case tooBig
    case empty
    case wrongHashLength
    case wrongPieceLayer(String)
    /// A hybrid torrent that lists other files for old clients than for new ones.
    case hybridDisagrees
}

extension MetainfoError: CustomStringConvertible {
    /// A sentence for the person who chose the file.
    package var description: String {
        switch self {
        case .tooLarge:
            "The torrent file is larger than \(MetainfoReader.maximumBytes / 1_000_000) MB."
        case .notBencode(let error): "This is not a torrent file: \(error)."
        case .noInfo: "This is not a torrent file: it has no info dictionary."
        case .twoInfos: "The torrent file has two info dictionaries."
        case .keysOutOfOrder: "The torrent file's info dictionary is not in order."
        case .missing(let key): "The torrent file does not say its “\(key)”."
        case .malformed(let key): "The torrent file's “\(key)” is malformed."
        case .hostileName(let name): "The torrent holds a name that is not allowed: “\(name)”."
        case .symbolicLink(let path): "The torrent holds a symbolic link: “\(path)”."
        case .samePathTwice(let path): "The torrent holds “\(path)” twice."
        case .tooDeep: "The torrent's folders are nested too deep."
        case .unknownVersion(let version): "The torrent is of the unknown version \(version)."
        case .badPieceLength: "The torrent's piece length is not allowed."
        case .tooManyPieces: "The torrent has more than \(MetainfoReader.maximumPieces) pieces."
        case .tooBig: "The torrent's sizes add up to more than can be counted."
        case .empty: "The torrent holds no bytes."
        case .wrongHashLength: "The torrent's piece hashes do not match its size."
        case .wrongPieceLayer(let path): "The torrent's piece hashes for “\(path)” are wrong."
        case .hybridDisagrees: "The torrent lists other files for old clients than for new ones."
        }
    }

    /// A name from the file, fit to stand in a sentence.
    static func shown(_ bytes: some Collection<UInt8>) -> String {
        OneLine.cleaned(String(decoding: bytes.prefix(80), as: UTF8.self))
    }
}
