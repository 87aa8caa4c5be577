package dk.borgerkontakt.client.kotlin

import com.sun.net.httpserver.Headers
import com.sun.net.httpserver.HttpServer
import java.net.InetAddress
import java.net.InetSocketAddress

/** A server that gives the answers it was handed, in order, and keeps what it was sent. */
class CannedServer : AutoCloseable {
    data class Received(val line: String, val headers: Headers, val body: String)

    private data class Answer(val status: Int, val type: String, val body: String, val retryAfter: String?)

    private val answers = ArrayDeque<Answer>()
    val received = mutableListOf<Received>()
    private val server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)

    init {
        server.createContext("/") { exchange ->
            val line = "${exchange.requestMethod} ${exchange.requestURI.rawPath} ${exchange.protocol}"
            val body = exchange.requestBody.readAllBytes().decodeToString()
            received += Received(line, exchange.requestHeaders, body)
            val answer = answers.removeFirst()
            exchange.responseHeaders.set("Content-Type", answer.type)
            answer.retryAfter?.let { exchange.responseHeaders.set("Retry-After", it) }
            val bytes = answer.body.encodeToByteArray()
            exchange.sendResponseHeaders(answer.status, if (bytes.isEmpty()) -1 else bytes.size.toLong())
            exchange.responseBody.write(bytes)
            exchange.close()
        }
        server.start()
    }

    val url = "http://127.0.0.1:${server.address.port}"

    fun answers(status: Int, type: String, body: String, retryAfter: String? = null) = apply {
        answers += Answer(status, type, body, retryAfter)
    }

    fun api() = KontaktinformationApi(ApiClient(url) { "t" })

    override fun close() = server.stop(0)
}
