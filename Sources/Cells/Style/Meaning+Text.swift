extension Meaning {
    /// Said in words, so that it must be read: everything but surfaces and lines.
    package var isText: Bool {
        switch self {
        case .background, .rowSelected, .rowSelectedUnfocused, .rowMarked, .meterTrack, .border,
            .borderFocused:
            false
        case .text, .textDim, .textDisabled, .title, .rowSelectedText, .graphText, .accent,
            .changed, .hit, .good, .warning, .bad, .download, .upload, .seeding, .paused,
            .ratioGood, .ratioFair, .ratioPoor:
            true
        }
    }
}
