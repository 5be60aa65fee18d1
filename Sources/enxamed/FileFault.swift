import ArgumentParser
import Foundation
import Store

/// What went wrong with a file that a command was told to read or to write.
enum FileFault: Error, Hashable {
    case cannotRead(String, Int32)
    case cannotCreate(String, Int32)
    case exists(String)
    case cannotWrite(String, Int32)
    case isTerminal

    /// Of sysexits.h.
    var exitCode: Int32 {
        switch self {
        case .cannotRead: 66
        case .cannotCreate, .exists: 73
        case .cannotWrite: 74
        case .isTerminal: 64
        }
    }
}

extension FileFault: CustomStringConvertible {
    var description: String {
        switch self {
        case .cannotRead(let path, let problem): "cannot read \(path): \(Self.words(problem))"
        case .cannotCreate(let path, let problem):
            "cannot make \(path): \(Self.words(problem))"
        case .exists(let path): "\(path) is there already; --force replaces it"
        case .cannotWrite(let path, let problem):
            "cannot write \(path): \(Self.words(problem))"
        case .isTerminal: "a site is not for a terminal: name a file, or send it on with | or >"
        }
    }

    private static func words(_ problem: Int32) -> String {
        String(cString: strerror(problem)).lowercased()
    }
}

/// As `reporting`, for the commands that move a site.
func reportingMove(_ work: () async throws -> Void) async throws {
    try await reporting {
        do {
            try await work()
        } catch let fault as FileFault {
            Output.error("enxamed: \(fault)")
            throw ExitCode(fault.exitCode)
        } catch let fault as SiteFileFault {
            Output.error("enxamed: \(fault)")
            throw ExitCode(fault.exitCode)
        }
    }
}

extension SiteFileFault {
    fileprivate var exitCode: Int32 {
        switch self {
        case .notEmpty: 73
        case .interrupted: 74
        default: 65
        }
    }
}
