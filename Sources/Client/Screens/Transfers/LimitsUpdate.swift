import Domain

extension AppState {
    mutating func openLimits() -> [Effect] {
        overlays.append(.form(.limits(limits, figures)))
        return []
    }

    /// What was typed holds from now on, and at the next start.
    mutating func limit(by form: FormState) throws(FormState.Mistake) -> [Effect] {
        limits = try form.limits()
        overlays.removeLast()
        note(
            limits == .none
                ? .noLimits
                : .limitsAre(
                    down: limits.download.map { figures.long($0) },
                    up: limits.upload.map { figures.long($0) }), .good)
        return [.limitTransfers(limits), .rememberLimits(limits)]
    }
}

extension FormState {
    static func limits(_ limits: TransferLimits, _ figures: Figures) -> FormState {
        func field(_ limit: ByteCount?) -> Field.Entry {
            .text(TextField(limit.map { figures.compact($0) } ?? ""))
        }
        return FormState(
            .limits, title: Action.limitEverything.title, intro: [.limitsIntro],
            fields: [
                Field(.mostDown, hint: .limitHint, field(limits.download)),
                Field(.mostUp, hint: .limitHint, field(limits.upload)),
            ])
    }

    func limits() throws(Mistake) -> TransferLimits {
        TransferLimits(download: try limit(0), upload: try limit(1))
    }

    /// Nothing typed is no limit, and so is zero.
    private func limit(_ field: Int) throws(Mistake) -> ByteCount? {
        let typed = text(field).replacing("/s", with: "")
        guard let bytes = ByteAmount.parse(typed), let limit = ByteCount(bytes) else {
            throw Mistake(field: field, sentence: .notALimit)
        }
        // Below this nothing would ever arrive.
        guard limit == .zero || limit.bytes >= 1024 else {
            throw Mistake(field: field, sentence: .limitTooLow)
        }
        return limit == .zero ? nil : limit
    }
}
