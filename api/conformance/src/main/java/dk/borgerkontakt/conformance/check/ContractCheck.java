package dk.borgerkontakt.conformance.check;

import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation.Response;
import dk.borgerkontakt.contract.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds any answer against the contract, whatever it is an answer to. */
public final class ContractCheck {

  private static final String PROBLEM = "application/problem+json";

  private final Schemas schemas;
  private final HeaderCheck headers;
  private final Leaks leaks = new Leaks();

  public ContractCheck(Contract contract, Observations observations) {
    this.schemas = new Schemas(contract);
    this.headers = new HeaderCheck(contract, schemas, observations);
  }

  /** Makes a code known that must not turn up in an answer. */
  public void addSecret(String code) {
    leaks.known().add(code);
  }

  /** The faults of the answer; those of its declared headers' form go to the observations alone. */
  public List<String> faults(Exchange exchange) {
    leaks.known().learn(exchange);
    List<String> faults = new ArrayList<>(contractFaults(exchange));
    faults.addAll(leaks.ofHeaders(exchange));
    return faults;
  }

  private List<String> contractFaults(Exchange exchange) {
    Optional<Response> response = response(exchange);
    if (response.isEmpty()) {
      return List.of("status " + exchange.status() + " is not declared for the operation");
    }
    headers.observe(response.get(), exchange);
    if (exchange.request().method().equalsIgnoreCase("head")) {
      return exchange.body().isEmpty() ? List.of() : List.of("HEAD is answered with a body");
    }
    List<String> faults = new ArrayList<>(bodyFaults(response.get(), exchange));
    if (response.get().isError() && faults.isEmpty()) {
      faults.addAll(ProblemCheck.faults(exchange));
    }
    if (response.get().isError()) {
      faults.addAll(leaks.ofBody(exchange));
    }
    return faults;
  }

  private static Optional<Response> response(Exchange exchange) {
    return exchange.request().operation().responses().stream()
        .filter(response -> response.status().equals(Integer.toString(exchange.status())))
        .findFirst();
  }

  private List<String> bodyFaults(Response response, Exchange exchange) {
    Place content = response.place().child("content");
    if (content.children().isEmpty()) {
      return exchange.body().isEmpty()
          ? List.of()
          : List.of("a body where the contract has none (\"Intet retursvar\")");
    }
    String type = mediaType(exchange);
    String expected = response.isError() ? PROBLEM : content.children().get(0).name();
    if (!type.equals(expected)) {
      return List.of("Content-Type is \"" + type + "\", not " + expected);
    }
    if (exchange.json().isMissingNode()) {
      return List.of("the body is no JSON");
    }
    return schemas.breaches(content.child(type).child("schema").pointer(), exchange.json()).stream()
        .map(breach -> "the body at \"" + breach)
        .toList();
  }

  private static String mediaType(Exchange exchange) {
    return exchange.headers().firstValue("Content-Type").orElse("").split(";", 2)[0].strip();
  }
}
