import Domain

extension AppState {
    private static let day: Int64 = 86_400

    /// A day of the reader's own calendar, or so long ago; `nil` for an empty field.
    ///
    /// - Parameter isEnd: a day is meant with all its hours.
    func moment(
        _ text: String, of field: Int, isEnd: Bool = false
    ) throws(FormState.Mistake) -> Timestamp? {
        guard !text.isEmpty else { return nil }
        if let midnight = calendar.midnight(text) {
            return midnight.adding(seconds: isEnd ? Self.day : 0)
        }
        guard let ago = Lapse.parse(text) else {
            throw FormState.Mistake(field: field, sentence: .notADay)
        }
        return Timestamp(seconds: max(0, now.timestamp.seconds - ago))
    }
}
