package dk.borgerkontakt.client.kotlin

import com.fasterxml.jackson.databind.JsonNode
import java.io.IOException
import java.net.URI
import java.net.URLEncoder
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.nio.charset.StandardCharsets
import java.time.Duration
import java.util.Base64

private const val DAY = 86_400L

/**
 * Access tokens by client credentials (RFC 6749, section 4.4). A token is kept until a tenth of its life, at most 30
 * seconds, is left, a day at most, and dropped when the service refuses it. Safe for use by several threads.
 *
 * @param http the HTTP client, for a proxy or a trust store of its own; it must not follow redirects
 */
public class ClientCredentials(
    private val tokenUrl: String,
    clientId: String,
    clientSecret: String,
    private val http: HttpClient = HttpClient.newHttpClient(),
) : () -> String {
    private val authorization =
        "Basic " + Base64.getEncoder().encodeToString("${form(clientId)}:${form(clientSecret)}".toByteArray())
    private var token = ""
    private var freshUntil = System.nanoTime()

    init {
        refuseRedirects(http)
    }

    /** A token that lives; [ApiException] when the endpoint gives none. */
    @Synchronized
    override fun invoke(): String {
        if (freshUntil - System.nanoTime() <= 0) {
            val asked = System.nanoTime()
            val answer = fetch()
            val life = answer.path("expires_in").asLong(0).coerceIn(0, DAY)
            token = answer.path("access_token").asText()
            freshUntil = asked + Duration.ofSeconds(life - minOf(30, life / 10)).toNanos()
        }
        return token
    }

    /** Forgets this token, unless another has taken its place already. */
    @Synchronized
    internal fun drop(refused: String) {
        if (refused == token) {
            freshUntil = System.nanoTime()
        }
    }

    private fun fetch(): JsonNode {
        val request =
            HttpRequest.newBuilder(URI.create(tokenUrl))
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
        val response = http.exchange("token", request)
        val failed = "token: HTTP ${response.statusCode()}"
        val answer =
            try {
                contractJson().readTree(response.body())
            } catch (_: IOException) {
                throw ApiException("$failed, no JSON", response)
            }
        if (response.statusCode() != 200 || !answer.path("access_token").isTextual) {
            throw ApiException("$failed, ${answer.path("error").asText("no token in the answer")}", response)
        }
        return answer
    }

    private fun form(text: String) = URLEncoder.encode(text, StandardCharsets.UTF_8)
}
