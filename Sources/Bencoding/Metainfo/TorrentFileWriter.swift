package import Domain

/// Makes a `.torrent` for one member.
package enum TorrentFileWriter {
    /// `info` and `pieceLayers` are bencoded already and written verbatim, so the hash stays.
    package static func bytes(
        info: [UInt8], announce: String, pieceLayers: [UInt8]? = nil
    ) -> [UInt8] {
        BencodeValue.dictionary([
            "announce": .string(announce),
            "info": .encoded(info),
            "piece layers": pieceLayers.map { .encoded($0) },
        ]).bytes
    }

    /// The same torrent for somebody else: what else stands in its file, such as other trackers and
    /// web seeds, is left out.
    package static func bytes(_ contents: TorrentContents, announce: String) -> [UInt8] {
        bytes(
            info: Array(contents.info.raw), announce: announce, pieceLayers: contents.layers?.raw)
    }

    package static func bytes(_ metainfo: Metainfo, announce: String) -> [UInt8] {
        bytes(info: metainfo.info, announce: announce, pieceLayers: metainfo.pieceLayers)
    }
}
