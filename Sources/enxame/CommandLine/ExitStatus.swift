import API
import APIClient
import ArgumentParser
import Torrents

/// What a script learns from the exit code, after sysexits.h.
enum ExitStatus: Int32, CaseIterable {
    case failure = 1
    /// ArgumentParser's own.
    case usage = 64
    /// A broken torrent, or an answer that is none.
    case badData = 65
    case fileMissing = 66
    case serverUnavailable = 69
    /// The disk is full, or a folder cannot be written to.
    case cannotCreate = 73
    /// Nothing takes what would be said.
    case inputOutput = 74
    case tryAgain = 75
    /// Wrong password, not signed in, not allowed.
    case notAllowed = 77
    case badSettings = 78
    case interrupted = 130

    init(_ error: APIError) {
        self =
            switch error {
            case .unreachable, .untrusted: .serverUnavailable
            case .timedOut: .tryAgain
            case .unauthorised: .notAllowed
            case .refused(let problem):
                switch problem.status {
                case 401, 403: .notAllowed
                case 404: .fileMissing
                case 429, 503: .tryAgain
                default: .badData
                }
            case .badAnswer, .answerTooLarge: .badData
            case .cancelled: .interrupted
            }
    }

    init(_ error: TorrentError) {
        self =
            switch error {
            case .fileMissing, .notReadable, .nothingToShare: .fileMissing
            case .diskFull, .notWritable: .cannotCreate
            case .brokenTorrent, .torrentTooLarge, .hostilePath, .symbolicLink, .dataDiffers,
                .fileChanged:
                .badData
            case .stateInUse, .cannotListen: .tryAgain
            case .cancelled: .interrupted
            case .noSuchTorrent, .inputOutput, .sessionClosed, .refused: .failure
            }
    }
}

extension ExitStatus {
    /// As the manual says it.
    var meaning: String {
        switch self {
        case .failure: "Something else went wrong; one line says what."
        case .usage: "The command was not written as it must be."
        case .badData: "A broken torrent, or an answer that is none."
        case .fileMissing: "A file, an entry or a member is not there."
        case .serverUnavailable: "The server cannot be reached, or is not to be trusted."
        case .cannotCreate: "The disk is full, or a folder cannot be written to."
        case .inputOutput: "Nothing takes what would be said."
        case .tryAgain: "Too much at once, or too slow: try again later."
        case .notAllowed: "Wrong password, not signed in, or not allowed."
        case .badSettings: "The settings file says what cannot be."
        case .interrupted: "It was interrupted."
        }
    }

    /// As a shell reports a process that a signal ended.
    static func signal(_ number: Int32) -> ExitCode { ExitCode(128 + number) }
}

/// A sentence and the code to leave with.
struct CommandFailure: Error {
    let status: ExitStatus
    let sentence: String

    init(_ status: ExitStatus, _ sentence: String) {
        self.status = status
        self.sentence = sentence
    }
}

/// Runs a command's work; whatever ends it becomes one clear line and an exit code.
func reporting(_ work: () async throws -> Void) async throws {
    do {
        try await work()
    } catch let error as APIError {
        throw fail(ExitStatus(error), "\(error)")
    } catch let error as TorrentError {
        throw fail(ExitStatus(error), "\(error)")
    } catch let error as CommandFailure {
        throw fail(error.status, error.sentence)
    } catch is CancellationError {
        throw ExitCode(ExitStatus.interrupted.rawValue)
    }
}

private func fail(_ status: ExitStatus, _ sentence: String) -> ExitCode {
    Console.error("enxame: \(sentence)")
    return ExitCode(status.rawValue)
}
