/// Names one run of an effect; never used twice.
struct EffectToken: Hashable, Sendable {
    let number: UInt64
}
