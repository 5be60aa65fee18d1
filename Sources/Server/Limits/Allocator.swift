internal import CLinux

/// How memory that is free again is kept (mallopt(3)).
package enum Allocator {
    /// Another thread asks for a piece of its own only where this many are at work.
    private static let arenas: Int32 = 2
    /// Longer pieces are given back to the system as soon as they are free. Said at all, it stays:
    /// otherwise a large batch that was freed would raise it to 32 MiB.
    private static let longest: Int32 = 256 << 10

    /// The system's own choice is eight arenas a processor, each with holes of its own: under
    /// announces they hold more than twice what is in use. Two are as quick, for whoever answers
    /// announces asks for next to nothing.
    package static func holdLittle() {
        _ = enxame_set_allocator(Int32(enxame_most_arenas), arenas)
        _ = enxame_set_allocator(Int32(enxame_longest_kept), longest)
    }
}
