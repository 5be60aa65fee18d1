/// What is asked of a database when it is opened, and the table the engine itself keeps.
extension MySQLLink {
    /// A .torrent may have 10 MB, and a packet holds a whole row.
    private static let leastPacket = 16_777_216
    /// Words of three letters are found.
    private static let longestShortWord = 3

    func inspect(_ address: MySQLAddress) throws {
        try inspectVariables(address)
        try inspectCharset(address)
        do {
            try execute(MySQLCommitToken.definition)
        } catch let error as MySQLError {
            throw error.fault.atStart(address)
        }
    }

    private func inspectVariables(_ address: MySQLAddress) throws(SQLFault) {
        if let packet = variables["max_allowed_packet"].flatMap({ Int($0) }),
            packet < Self.leastPacket
        {
            throw .cannotConnect(
                address: "\(address)",
                "its max_allowed_packet is \(packet); set it to \(Self.leastPacket) or more")
        }
        if let shortest = variables["innodb_ft_min_token_size"].flatMap({ Int($0) }),
            shortest > Self.longestShortWord
        {
            throw .cannotConnect(
                address: "\(address)",
                "its innodb_ft_min_token_size is \(shortest), so short words would never be "
                    + "found; set it to \(Self.longestShortWord) or less and start it again")
        }
    }

    private func inspectCharset(_ address: MySQLAddress) throws {
        let names = Self.ourTables.map { "'\($0)'" }.joined(separator: ",")
        let foreign: [SQLRow]
        do {
            foreign = try rows(
                """
                select table_name as place, character_set_name as charset
                from information_schema.columns
                where table_schema = database() and table_name in (\(names))
                    and character_set_name is not null and character_set_name <> 'utf8mb4'
                order by table_name limit 1
                """, []
            ).map(\.row)
        } catch let error as MySQLError {
            throw error.fault.atStart(address)
        }
        if let row = foreign.first {
            throw SQLFault.wrongCharset(
                table: try row.text("place"), found: try row.text("charset"))
        }
    }

    /// Those with text in them; others may live in the same database.
    private static let ourTables = [
        "role", "account", "sign_in", "refresh_token", "catalog", "catalog_file", "catalog_page",
        "catalog_index", "catalog_tag", "catalog_word", "catalog_gram", "ledger_adjustment",
        "transfer_report", "setting", "audit",
    ]
}

extension SQLFault {
    fileprivate func atStart(_ address: MySQLAddress) -> SQLFault {
        if case .unavailable(let why) = self { return .cannotConnect(address: "\(address)", why) }
        return self
    }
}
