package dk.borgerkontakt.client.kotlin

import com.fasterxml.jackson.core.JsonProcessingException
import java.io.IOException
import java.net.URI
import java.net.URLEncoder
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse
import java.nio.charset.StandardCharsets

/** One call of one operation, put together by the generated code and then sent. */
internal class Call(
    private val client: ApiClient,
    private val operation: String,
    private val method: String,
    private var address: String,
) {
    private val request = HttpRequest.newBuilder().header("Accept", "application/json, application/problem+json")
    private var body = BodyPublishers.noBody()

    fun path(name: String, value: Any): Call = apply {
        val segment = encoded(value)
        require(segment != "." && segment != "..") { "$name is a step in the path, and not a value" }
        address = address.replace("{$name}", segment)
    }

    fun query(name: String, value: Any?): Call = apply {
        if (value != null) {
            address += (if ('?' in address) "&" else "?") + encoded(name) + "=" + encoded(value)
        }
    }

    fun header(name: String, value: Any?): Call = apply {
        try {
            value?.let { request.header(name, it.toString()) }
        } catch (_: IllegalArgumentException) {
            // Java's message quotes the value, which may be a CPR number or a token.
            throw IllegalArgumentException("$name has characters that no header may have")
        }
    }

    fun body(message: Any): Call = apply {
        try {
            body = BodyPublishers.ofByteArray(client.json.writeValueAsBytes(message))
        } catch (e: JsonProcessingException) {
            throw IllegalArgumentException("$operation: the message is no JSON${place(e)}")
        }
        request.header("Content-Type", "application/json")
    }

    fun done() {
        send()
    }

    fun <T : Any> answer(type: Class<T>): T {
        val response = send()
        val answer: T? =
            try {
                client.json.readValue(response.body(), type)
            } catch (e: IOException) {
                throw unreadable(response, place(e))
            }
        return answer ?: throw unreadable(response, "")
    }

    private fun unreadable(response: HttpResponse<*>, place: String) =
        ApiException("$operation: the answer is not what the contract says$place", response)

    private fun send(): HttpResponse<ByteArray> {
        val token = client.token()
        header("Authorization", "Bearer $token")
        val response = client.exchange(operation, request.uri(URI.create(address)).method(method, body))
        if (response.statusCode() == 401) {
            client.refused(token)
        }
        if (response.statusCode() / 100 != 2) {
            throw refusal(operation, response, client.json)
        }
        return response
    }

    private fun encoded(value: Any): String =
        URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20")
}
