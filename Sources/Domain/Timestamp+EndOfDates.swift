extension Timestamp {
    /// The last second that four digits of a year can say; beyond, calendars break.
    package static let endOfDates = Timestamp(seconds: 253_402_300_799)
}
