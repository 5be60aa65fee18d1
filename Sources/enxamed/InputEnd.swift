import Foundation

/// The end of standard input, which comes when the parent closes it or is no more.
enum InputEnd {
    /// From then on this process sends itself SIGTERM, and ends in order.
    static func raiseTermination() {
        Thread {
            var byte: UInt8 = 0
            while true {
                let count = read(STDIN_FILENO, &byte, 1)
                if count == 0 || (count < 0 && errno != EINTR) { break }
            }
            kill(getpid(), SIGTERM)
        }.start()
    }
}
