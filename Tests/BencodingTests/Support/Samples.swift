import Foundation

/// Torrents of one folder (`a.bin` of 40,000 bytes, `sub/é.txt` of 9, `vazio` of 0), written by
/// libtorrent 2.0.8 in each format, private, 16 KiB pieces.
enum Samples {
    static let v1 = decoded(
        """
        ZDQ6aW5mb2Q1OmZpbGVzbGQ2Omxlbmd0aGk0MDAwMGU0OnBhdGhsNTphLmJpbmVlZDY6bGVuZ3RoaTllNDpwYXRobD
        M6c3ViNjrDqS50eHRlZWQ2Omxlbmd0aGkwZTQ6cGF0aGw1OnZhemlvZWVlNDpuYW1lNTpQYXN0YTEyOnBpZWNlIGxl
        bmd0aGkxNjM4NGU2OnBpZWNlczYwOh64Mr5IR0y1855V90rpSih+NeG5HrgyvkhHTLXznlX3SulKKH414bn8uS9wmz
        t2uUHkBCwFmSzMJhVX9Dc6cHJpdmF0ZWkxZWVl
        """)
    static let v1Hash = "563a847bf741b1d53c6275163168672a0d10ac3f"

    static let v2 = decoded(
        """
        ZDQ6aW5mb2Q5OmZpbGUgdHJlZWQ1OmEuYmluZDA6ZDY6bGVuZ3RoaTQwMDAwZTExOnBpZWNlcyByb290MzI6+sJsAk
        t5VH88unH199i1KZl1A2g/xnb1pTS2/rjazLhlZTM6c3ViZDY6w6kudHh0ZDA6ZDY6bGVuZ3RoaTllMTE6cGllY2Vz
        IHJvb3QzMjoiIGIrYv+mSIR8kc1YeiJ2mwh7vVg3UprVSq5NbQuHn2VlZTU6dmF6aW9kMDpkNjpsZW5ndGhpMGVlZW
        UxMjptZXRhIHZlcnNpb25pMmU0Om5hbWU1OlBhc3RhMTI6cGllY2UgbGVuZ3RoaTE2Mzg0ZTc6cHJpdmF0ZWkxZWUx
        MjpwaWVjZSBsYXllcnNkMzI6+sJsAkt5VH88unH199i1KZl1A2g/xnb1pTS2/rjazLg5NjpYK/RsFU8IfzupiymPvp
        eMGPi2DK4tZ9fLXCMzlnRBJVgr9GwVTwh/O6mLKY++l4wY+LYMri1n18tcIzOWdEEleQAuMuzt3rxkzU0+QExsFxNR
        PxS3Vi2NDKjApwZm50llZQ==
        """)
    static let v2Hash = "3540addfac7e1f736d17ebd20a1d7769eabe1c62"

    static let hybrid = decoded(
        """
        ZDQ6aW5mb2Q5OmZpbGUgdHJlZWQ1OmEuYmluZDA6ZDY6bGVuZ3RoaTQwMDAwZTExOnBpZWNlcyByb290MzI6+sJsAk
        t5VH88unH199i1KZl1A2g/xnb1pTS2/rjazLhlZTM6c3ViZDY6w6kudHh0ZDA6ZDY6bGVuZ3RoaTllMTE6cGllY2Vz
        IHJvb3QzMjoiIGIrYv+mSIR8kc1YeiJ2mwh7vVg3UprVSq5NbQuHn2VlZTU6dmF6aW9kMDpkNjpsZW5ndGhpMGVlZW
        U1OmZpbGVzbGQ2Omxlbmd0aGk0MDAwMGU0OnBhdGhsNTphLmJpbmVlZDQ6YXR0cjE6cDY6bGVuZ3RoaTkxNTJlNDpw
        YXRobDQ6LnBhZDQ6OTE1MmVlZDY6bGVuZ3RoaTllNDpwYXRobDM6c3ViNjrDqS50eHRlZWQ0OmF0dHIxOnA2Omxlbm
        d0aGkxNjM3NWU0OnBhdGhsNDoucGFkNToxNjM3NWVlZDY6bGVuZ3RoaTBlNDpwYXRobDU6dmF6aW9lZWUxMjptZXRh
        IHZlcnNpb25pMmU0Om5hbWU1OlBhc3RhMTI6cGllY2UgbGVuZ3RoaTE2Mzg0ZTY6cGllY2VzODA6HrgyvkhHTLXznl
        X3SulKKH414bkeuDK+SEdMtfOeVfdK6UoofjXhud6ciFsJaPTOVEiZp4VIMdkr85Z+en4u4zOV7iwXtX0i3Krp4Hj7
        KfA3OnByaXZhdGVpMWVlMTI6cGllY2UgbGF5ZXJzZDMyOvrCbAJLeVR/PLpx9ffYtSmZdQNoP8Z29aU0tv642sy4OT
        Y6WCv0bBVPCH87qYspj76XjBj4tgyuLWfXy1wjM5Z0QSVYK/RsFU8IfzupiymPvpeMGPi2DK4tZ9fLXCMzlnRBJXkA
        LjLs7d68ZM1NPkBMbBcTUT8Ut1YtjQyowKcGZudJZWU=
        """)
    static let hybridHashes = [
        "cc239fe6f43e4ff49a337e5cb2cc52a8ae8ae98b", "0c1325d904384668886f2f2e4cf064c6e44f057b",
    ]

    private static func decoded(_ base64: String) -> [UInt8] {
        Array(Data(base64Encoded: base64, options: .ignoreUnknownCharacters) ?? Data())
    }
}
