package dk.borgerkontakt.client.kotlin

import com.fasterxml.jackson.databind.ObjectMapper
import dk.borgerkontakt.client.kotlin.model.Fejl
import dk.borgerkontakt.client.kotlin.model.Fejlkode
import dk.borgerkontakt.client.kotlin.model.Problem
import java.io.IOException
import java.net.http.HttpResponse

/**
 * A call that did not succeed. The message names the operation, and no address, value or body.
 *
 * @property status the answer's HTTP status; 0 when there was no answer
 * @property retryAfter seconds until it is worth trying again, when the answer says so in seconds
 */
public open class ApiException internal constructor(
    message: String,
    response: HttpResponse<*>? = null,
    cause: Throwable? = null,
) : RuntimeException(message, cause) {
    public val status: Int = response?.statusCode() ?: 0
    public val retryAfter: Long? =
        response?.headers()?.firstValue("Retry-After")?.orElse(null)
            ?.takeIf { it.matches(Regex("[0-9]{1,9}")) }?.toLong()
}

/**
 * A refusal that the service gives its reason for (RFC 9457).
 *
 * @property problem the whole problem
 */
public class ProblemException internal constructor(
    message: String,
    response: HttpResponse<*>,
    @field:Transient public val problem: Problem,
) : ApiException(message, response) {
    /** The code of the catalogue; one that this version does not know is kept. */
    public val fejlkode: Fejlkode get() = problem.fejlkode

    /** The catalogue's text for the code. */
    public val fejltekst: String get() = problem.fejltekst

    /** What the service's operators find the call by. */
    public val sporingsId: String get() = problem.sporingsId

    /** The single faults with their places; empty when no place can be named. */
    public val fejl: List<Fejl> get() = problem.fejl.orEmpty()
}

internal fun refusal(operation: String, response: HttpResponse<ByteArray>, json: ObjectMapper): ApiException {
    val type = response.headers().firstValue("Content-Type").orElse("no content")
    val failed = "$operation: HTTP ${response.statusCode()}"
    if (!type.startsWith("application/problem+json", ignoreCase = true)) {
        return ApiException("$failed, not from the service ($type)", response)
    }
    val problem: Problem? =
        try {
            json.readValue(response.body(), Problem::class.java)
        } catch (_: IOException) {
            null
        }
    problem ?: return ApiException("$failed, a problem that is not the contract's", response)
    val words = "${problem.fejlkode} ${problem.fejltekst} (sporingsId ${problem.sporingsId})"
    return ProblemException("$failed, $words", response, problem)
}
