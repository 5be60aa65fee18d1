import Domain

extension CatalogPage: DirectlyWritten {
    func write(to json: inout JSONText) {
        json.object { json in
            json.member("did_you_mean") { $0.text(didYouMean) }
            json.member("items") { json in json.array(items) { $1.write(to: &$0) } }
            json.member("next_cursor") { $0.text(nextCursor) }
            json.member("total") { json in
                if let total { json.number(total) } else { json.text(nil) }
            }
            json.member("total_is_capped") { $0.bool(totalIsCapped) }
        }
    }
}

extension CatalogSummary {
    fileprivate func write(to json: inout JSONText) {
        json.object { json in
            json.member("completed") { $0.number(completed) }
            json.member("created_at") { $0.number(createdAt.seconds) }
            if let downloadPercent {
                json.member("download_percent") { $0.number(downloadPercent) }
            }
            json.member("file_count") { $0.number(fileCount) }
            json.member("id") { $0.number(id.rawValue) }
            json.member("info_hash") { $0.text(infoHash.hex) }
            json.member("kind") { $0.text(kind.rawValue) }
            json.member("leechers") { $0.number(leechers) }
            json.member("min_role_weight") { $0.number(minRoleWeight.value) }
            json.member("seeders") { $0.number(seeders) }
            if let similar {
                json.member("similar") { json in
                    json.array(similar) { $0.number($1.rawValue) }
                }
            }
            json.member("size") { $0.number(size.bytes) }
            if let snippet {
                json.member("snippet") { json in json.array(snippet) { $1.write(to: &$0) } }
            }
            json.member("status") { $0.text(status.rawValue) }
            json.member("tags") { json in json.array(tags) { $0.text($1) } }
            if let termsUntil { json.member("terms_until") { $0.number(termsUntil.seconds) } }
            json.member("title") { $0.text(title) }
            if let uploadPercent { json.member("upload_percent") { $0.number(uploadPercent) } }
            json.member("uploader") { $0.text(uploader) }
        }
    }
}

extension TextRun {
    fileprivate func write(to json: inout JSONText) {
        json.object { json in
            json.member("hit") { $0.bool(hit) }
            json.member("text") { $0.text(text) }
        }
    }
}
