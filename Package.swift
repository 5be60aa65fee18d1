// swift-tools-version: 6.2
import PackageDescription

// The manifest is the map of the house: imports go down this list, never up.
// docs/architecture.md says why; the build refuses an import that is not declared here.

let swift: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
    // The tracker answers through several of these modules: without it each call between them, and
    // each comparison of two ids, goes through a table of witnesses.
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

// What libtorrent-rasterbar.pc asks of whoever includes its headers; the ABI depends on it.
let libtorrentDefines: [CXXSetting] = [
    .define("TORRENT_LINKING_SHARED"),
    .define("TORRENT_USE_OPENSSL"),
    .define("TORRENT_USE_LIBCRYPTO"),
    .define("TORRENT_SSL_PEERS"),
    .define("BOOST_ASIO_ENABLE_CANCELIO"),
    .define("BOOST_ASIO_NO_DEPRECATED"),
    .define("BOOST_ALL_NO_LIB"),
    .define("OPENSSL_NO_SSL2"),
]

let package = Package(
    name: "enxame",
    products: [
        .executable(name: "enxame", targets: ["enxame"]),
        .executable(name: "enxamed", targets: ["enxamed"]),
        .executable(name: "bench", targets: ["bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-async-algorithms", from: "1.1.4"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.1"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        // MARK: programs
        .executableTarget(
            name: "enxame",
            dependencies: [
                "API", "APIClient", "Cells", "Client", "ClientRuntime", "Domain", "Manuals",
                "Terminal", "Torrents",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            swiftSettings: swift),
        .executableTarget(
            name: "enxamed",
            dependencies: [
                "Domain", "Manuals", "Server", "Service", "Store", "Tracker",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: swift),

        .executableTarget(
            name: "bench",
            dependencies: [
                "API", "Bencoding", "CLinux", "CPty", "Cells", "Client", "ClientRuntime", "Domain",
                "Service", "Store", "Terminal", "Tracker",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: swift),

        // MARK: adapters
        .target(
            name: "ClientRuntime", dependencies: ["API", "Cells", "Client", "Domain"],
            swiftSettings: swift),
        .target(name: "Terminal", dependencies: ["CCurses", "Cells"], swiftSettings: swift),
        .target(
            name: "Torrents", dependencies: ["Bencoding", "CTorrent", "Domain"],
            swiftSettings: swift),
        .target(
            name: "APIClient",
            dependencies: [
                "API", "CCurl", "Domain", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: swift),
        .target(
            name: "Server",
            dependencies: [
                "API", "Bencoding", "CLinux", "CSodium", "Domain", "Service", "Tracker",
                "TrackerPort",
                "TrackerWire",
                .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: swift),
        .target(
            name: "Manuals",
            dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: swift),
        .target(
            name: "TrackerPort", dependencies: ["CLinux", "Domain", "TrackerWire"],
            swiftSettings: swift),
        .target(
            name: "Store",
            dependencies: [
                "CMariaDB", "Domain", "Service", "Tracker",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: swift),

        // MARK: rules
        .target(name: "Client", dependencies: ["API", "Cells", "Domain"], swiftSettings: swift),
        .target(name: "Service", dependencies: ["Domain", "Tracker"], swiftSettings: swift),
        .target(name: "Tracker", dependencies: ["Domain"], swiftSettings: swift),

        // MARK: facts
        .target(name: "API", dependencies: ["Domain"], swiftSettings: swift),
        .target(
            name: "Bencoding",
            dependencies: ["Domain", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: swift),
        .target(name: "Cells", swiftSettings: swift),
        .target(name: "Domain", swiftSettings: swift),
        .target(
            name: "TrackerWire", dependencies: ["Bencoding", "Domain"], swiftSettings: swift),

        // MARK: foreign
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CPty"),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CCurses", providers: [.apt(["libncurses-dev"])]),
        .systemLibrary(
            name: "CMariaDB", pkgConfig: "libmariadb", providers: [.apt(["libmariadb-dev"])]),
        .systemLibrary(
            name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .target(name: "CTorrent", cxxSettings: libtorrentDefines),

        // MARK: tests
        // What the painter writes is looked at from outside: ncurses keeps its state in globals.
        .executableTarget(
            name: "ScreenSample", dependencies: ["Cells", "Terminal"], path: "Tests/ScreenSample",
            swiftSettings: swift),
        .target(
            name: "TestMariaDB", dependencies: ["CMariaDB"], path: "Tests/TestMariaDB",
            swiftSettings: swift),
        .target(
            name: "TestLedger", dependencies: ["Domain", "Tracker"], path: "Tests/TestLedger",
            swiftSettings: swift),
        .target(name: "TestFuzz", path: "Tests/TestFuzz", swiftSettings: swift),
        .testTarget(name: "DomainTests", dependencies: ["Domain"], swiftSettings: swift),
        .testTarget(name: "APITests", dependencies: ["API", "Domain"], swiftSettings: swift),
        .testTarget(name: "CellsTests", dependencies: ["Cells"], swiftSettings: swift),
        .testTarget(
            name: "BencodingTests", dependencies: ["Bencoding", "Domain", "TestFuzz"],
            swiftSettings: swift),
        .testTarget(
            name: "TrackerWireTests",
            dependencies: ["Bencoding", "Domain", "TestFuzz", "TrackerWire"],
            swiftSettings: swift),
        .testTarget(
            name: "TrackerPortTests", dependencies: ["Domain", "TrackerPort", "TrackerWire"],
            swiftSettings: swift),
        .testTarget(
            name: "TrackerTests", dependencies: ["Domain", "TestLedger", "Tracker"],
            swiftSettings: swift),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Domain", "Service", "Store", "TestLedger", "TestMariaDB", "Tracker"],
            swiftSettings: swift),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "API", "Bencoding", "Domain", "Server", "Service", "Store", "TestMariaDB",
                "Tracker",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: swift),
        .testTarget(name: "BenchTests", dependencies: ["Domain", "bench"], swiftSettings: swift),
        .testTarget(
            name: "ClientTests", dependencies: ["API", "Cells", "Client", "Domain"],
            resources: [.copy("Goldens")], swiftSettings: swift),
        .testTarget(
            name: "ClientRuntimeTests",
            dependencies: ["API", "Cells", "Client", "ClientRuntime", "Domain"],
            swiftSettings: swift),
        .testTarget(
            name: "TerminalTests", dependencies: ["CPty", "Cells", "ScreenSample", "Terminal"],
            resources: [.copy("Goldens")], swiftSettings: swift),
        .testTarget(
            name: "TorrentsTests", dependencies: ["Bencoding", "Domain", "Torrents"],
            swiftSettings: swift),
        .testTarget(
            name: "APIClientTests",
            dependencies: ["API", "APIClient", "Domain"], swiftSettings: swift),
        .testTarget(
            name: "ProgramTests",
            dependencies: [
                "API", "APIClient", "Domain", "Server", "Service", "Store", "TestMariaDB",
                "Torrents",
                "enxame",
                "enxamed",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: swift),
    ],
    cxxLanguageStandard: .cxx17
)

// What `make sanitize` builds: what reads strangers' bytes with unsafe memory, and what threads
// share. Whole, the package would take the sanitizers most of an hour.
if Context.environment["ENXAME_SANITIZED"] != nil {
    let sanitized: Set = [
        "Bencoding", "CLinux", "Domain", "Service", "TestFuzz", "TestLedger", "Tracker",
        "TrackerPort", "TrackerPortTests", "TrackerTests",
        "TrackerWire", "TrackerWireTests",
    ]
    package.products = []
    package.targets.removeAll { !sanitized.contains($0.name) }
}
