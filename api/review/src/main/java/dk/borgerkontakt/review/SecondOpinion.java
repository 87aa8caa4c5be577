package dk.borgerkontakt.review;

import dk.borgerkontakt.contract.Contract;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.Endpoint;

/**
 * What openapi-diff finds. It misses much of what our table knows, and takes some for broken that
 * is not; but it reads all of OpenAPI. Where it alone sees a change, our reading has a gap.
 *
 * @param incompatible the operations that it finds incompatible or misses, as {@code METHOD path}
 */
record SecondOpinion(Verdict verdict, List<String> incompatible) {

  /** What it says of the whole. */
  enum Verdict {
    NOTHING,
    COMPATIBLE,
    INCOMPATIBLE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static SecondOpinion of(Contract released, Contract current) {
    ChangedOpenApi diff =
        OpenApiCompare.fromContents(released.root().toString(), current.root().toString());
    Stream<String> changed =
        diff.getChangedOperations().stream()
            .filter(operation -> operation.isIncompatible())
            .map(operation -> title(operation.getHttpMethod().name(), operation.getPathUrl()));
    Stream<String> missing = diff.getMissingEndpoints().stream().map(SecondOpinion::title);
    return new SecondOpinion(verdict(diff), Stream.concat(changed, missing).toList());
  }

  private static Verdict verdict(ChangedOpenApi diff) {
    if (diff.isIncompatible()) {
      return Verdict.INCOMPATIBLE;
    }
    return diff.isDifferent() ? Verdict.COMPATIBLE : Verdict.NOTHING;
  }

  private static String title(Endpoint endpoint) {
    return title(endpoint.getMethod().name(), endpoint.getPathUrl());
  }

  private static String title(String method, String path) {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }
}
