import API
import Foundation
import NIOCore
import NIOEmbedded
import Testing

@testable import Server

/// The handler by itself, in a time that only the test moves.
@Suite struct RequestWatchTests {
    private func channel() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: RequestWatch(limits: ConnectionLimits()))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private func said(_ channel: EmbeddedChannel) throws -> String? {
        try channel.readOutbound(as: ByteBuffer.self).map { String(buffer: $0) }
    }

    private func pass(_ seconds: Int64, _ channel: EmbeddedChannel) {
        channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
    }

    @Test("headers that drip are told so, and the connection ends")
    func slowHead() throws {
        let channel = try channel()
        for _ in 0..<14 {
            try channel.writeInbound(ByteBuffer(string: "a"))
            pass(1, channel)
        }
        #expect(try said(channel) == nil)
        pass(2, channel)
        let answer = try #require(try said(channel))
        #expect(answer.hasPrefix("HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n"))
        #expect(answer.contains("\"code\":\"request_too_slow\""))
        // What still comes goes nowhere.
        while try channel.readInbound(as: ByteBuffer.self) != nil {}
        try channel.writeInbound(ByteBuffer(string: "b"))
        #expect(try channel.readInbound(as: ByteBuffer.self) == nil)
        pass(3, channel)
        #expect(!channel.isActive)
    }

    @Test("a connection that idles is closed without a word, one that is used stays")
    func idle() throws {
        let channel = try channel()
        for _ in 0..<10 {
            pass(60, channel)
            try channel.writeInbound(ByteBuffer(string: "GET / HTTP/1.1\r\n\r\n"))
            for mark in [RequestMarks.Mark.headRead, .requestRead, .requestAnswered] {
                try channel.triggerUserOutboundEvent(mark).wait()
            }
        }
        #expect(channel.isActive)
        pass(80, channel)
        #expect(!channel.isActive)
        #expect(try said(channel) == nil)
    }

    @Test("an answer takes as long as it takes")
    func longAnswer() throws {
        let channel = try channel()
        try channel.writeInbound(ByteBuffer(string: "GET /events HTTP/1.1\r\n\r\n"))
        try channel.triggerUserOutboundEvent(RequestMarks.Mark.headRead).wait()
        try channel.triggerUserOutboundEvent(RequestMarks.Mark.requestRead).wait()
        pass(86_400, channel)
        #expect(channel.isActive)
        #expect(try said(channel) == nil)
    }

    @Test("headers without end are too long before they end")
    func longHead() throws {
        let channel = try channel()
        for _ in 0..<9 {
            try channel.writeInbound(ByteBuffer(repeating: UInt8(ascii: "a"), count: 4096))
        }
        #expect(try said(channel)?.hasPrefix("HTTP/1.1 431 ") == true)
    }
}
