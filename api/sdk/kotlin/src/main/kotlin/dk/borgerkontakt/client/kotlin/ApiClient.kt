package dk.borgerkontakt.client.kotlin

import java.io.IOException
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Duration

/** Longer than the service takes at its slowest, so that its own 503 is seen. */
private val ANSWER = Duration.ofSeconds(60)

/**
 * Where the service is and how it is reached. Safe for use by several threads; one is enough for a program.
 *
 * @param baseUrl the service's address, without `/v1`
 * @param http the HTTP client, for a proxy or a trust store of its own; it must not follow redirects
 * @param accessToken asked for the access token of each call; see [ClientCredentials]
 */
public class ApiClient(
    baseUrl: String,
    private val http: HttpClient = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build(),
    private val accessToken: () -> String,
) {
    private val baseUrl = baseUrl.trimEnd('/')
    internal val json = contractJson()

    init {
        refuseRedirects(http)
    }

    internal fun call(operation: String, method: String, path: String): Call =
        Call(this, operation, method, baseUrl + path)

    internal fun token(): String = accessToken()

    internal fun refused(token: String) {
        (accessToken as? ClientCredentials)?.drop(token)
    }

    internal fun exchange(operation: String, request: HttpRequest.Builder): HttpResponse<ByteArray> =
        http.exchange(operation, request)
}

internal fun refuseRedirects(http: HttpClient) {
    require(http.followRedirects() == HttpClient.Redirect.NEVER) {
        "the HTTP client follows redirects, which would carry CPR numbers and secrets to wherever they point"
    }
}

/** Sends, or throws an [ApiException] when there is no answer. */
internal fun HttpClient.exchange(operation: String, request: HttpRequest.Builder): HttpResponse<ByteArray> {
    // HTTP/1.1, because over plain http Java's client would ask each request to be upgraded, and servers exist that
    // then wait for a body which never comes.
    val whole = request.version(HttpClient.Version.HTTP_1_1).timeout(ANSWER).build()
    try {
        return send(whole, HttpResponse.BodyHandlers.ofByteArray())
    } catch (e: IOException) {
        throw ApiException("$operation: no answer", cause = e)
    } catch (e: InterruptedException) {
        Thread.currentThread().interrupt()
        throw ApiException("$operation: interrupted", cause = e)
    }
}
