/// Two certificates for localhost, good from 2020 to 2120, made for these tests alone.
enum TLSSamples {
    static let first = (certificate: firstCertificate, key: firstKey)
    static let second = (certificate: secondCertificate, key: secondKey)

    private static let firstCertificate = """
        -----BEGIN CERTIFICATE-----
        MIIBZjCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
        c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
        CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABALlQyGErfD20Rxa
        qSCdT8WfgFC+k73OFkpa5IqhNTZlZGwa5gw5hW1T7dEu8NhqHh36UQ6I3cHIxnUT
        OjWQOZOjTjBMMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8E
        BTADAQH/MB0GA1UdDgQWBBQcciGipv/am9Fh8bmPkkehZ0CN1jAKBggqhkjOPQQD
        AgNHADBEAiAt3WffecnPtIMicbE7EibC6udHNIu1StsejlsCgQXRAQIgXkRvAbX6
        qpKn0bsgZxzolTdW347AnyuHyZ9IPN1Neg0=
        -----END CERTIFICATE-----
        """
    private static let firstKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgIoD65L2Mhq7xwzcu
        DG5RQXUSpPtERFzBOoicgkXuMKihRANCAAQC5UMhhK3w9tEcWqkgnU/Fn4BQvpO9
        zhZKWuSKoTU2ZWRsGuYMOYVtU+3RLvDYah4d+lEOiN3ByMZ1Ezo1kDmT
        -----END PRIVATE KEY-----
        """
    private static let secondCertificate = """
        -----BEGIN CERTIFICATE-----
        MIIBZzCCAQ2gAwIBAgIBAjAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
        c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
        CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABG5Nh/dVfJSoMM4S
        N+SIFHQk4/WSDsCYFrH5p6fRNkdDEg2j3ZlBU4o5BUua+iwHPWr/RlMdccLAvhdb
        OjIYKCmjTjBMMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8E
        BTADAQH/MB0GA1UdDgQWBBRPewFz/UCNwXPmZO0oIc8V+9HoBTAKBggqhkjOPQQD
        AgNIADBFAiEA4BF7pcTdIU7LTnU9UsnoflnUnNnuz5PRy6yTB4smnB4CICSU7GCf
        CBhM3PvUW+wezkw3R35NAf9rvV263XUHMH5+
        -----END CERTIFICATE-----
        """
    private static let secondKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgXS7lmXmOYFQBsbDP
        CFXloleciXQCpU0X2C+kx2c08pmhRANCAARuTYf3VXyUqDDOEjfkiBR0JOP1kg7A
        mBax+aen0TZHQxINo92ZQVOKOQVLmvosBz1q/0ZTHXHCwL4XWzoyGCgp
        -----END PRIVATE KEY-----
        """
}
