import Domain

extension TermsBody: Described {
    package static let schema = Schema.object(
        .field("upload_percent", .percent, "What a byte up counts for now, in hundredths"),
        .field("download_percent", .percent, "What a byte down counts for now, in hundredths"),
        .optional("until", .timestamp, "When it will count for something else"),
        .field(
            "periods", .list(of: .body(TermsPeriodBody.self)),
            "Those not over; of several that hold at once each counter gets the best"))
    package static let example = TermsBody(
        uploadPercent: 200, downloadPercent: 0, until: Timestamp(seconds: 4_000_000_000),
        periods: [.example])
}

extension TermsPeriodBody: Described {
    package static let schema = Schema.object(
        .field("upload_percent", .percent, "What a byte up counts for; 200 is double"),
        .field("download_percent", .percent, "What a byte down counts for; 0 is freeleech"),
        .optional("from", .timestamp, "Left out: from now on, which is the earliest"),
        .optional("until", .timestamp, "Left out: for good"))
    package static let example = TermsPeriodBody(
        uploadPercent: 200, downloadPercent: 0, from: Timestamp(seconds: 1_790_000_000),
        until: Timestamp(seconds: 4_000_000_000))
}

extension TermsChange: Described {
    package static let schema = Schema.object(
        .field(
            "periods", .list(of: .body(TermsPeriodBody.self), most: mostPeriods),
            "All of them as they shall be; one that has begun and is not among them ends now"),
        .field("reason", .reason))
    package static let example = TermsChange(periods: [.example], reason: "A free weekend")
}

extension Schema {
    /// Of bytes, in hundredths.
    static let percent = integer(
        Int64(TermsChange.percents.lowerBound)...Int64(TermsChange.percents.upperBound))
}
