package dk.borgerkontakt.server.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The messages of the four POSTs as JSON. */
public final class Bodies {

  private static final JsonMapper JSON = new JsonMapper();

  private Bodies() {}

  /**
   * A message to createKontaktinformation.
   *
   * @param pairs type, value, type, value …; a null value deletes
   */
  public static String create(Object... pairs) {
    ObjectNode message = JSON.createObjectNode();
    ArrayNode list = message.putObject("kontaktinformationer").putArray("kontaktinformation");
    for (int i = 0; i < pairs.length; i += 2) {
      list.addObject()
          .put("kontaktdataType", (Integer) pairs[i])
          .put("kontaktdata", (String) pairs[i + 1]);
    }
    return message.toString();
  }

  public static String status(int type, int status) {
    return "{\"kontaktdataType\":%d,\"kontaktdatastatus\":%d}".formatted(type, status);
  }

  public static String code(int type) {
    return "{\"kontaktdataType\":%d}".formatted(type);
  }

  public static String verify(int type, String code) {
    return "{\"verifikationskode\":\"%s\",\"kontaktdataType\":%d}".formatted(code, type);
  }
}
