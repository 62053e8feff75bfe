package dev.verdict.server.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonRoundTripTest {

  private static final JsonBounds BOUNDS = new JsonBounds(32, 100_000, 65_536, 108);

  @Property(tries = 200)
  void whatIsWrittenIsReadAsTheSame(@ForAll("attributes") Attributes attributes) {
    String json = new JsonWriter().beginObject().member("a", attributes).endObject().text();

    assertThat(JsonReader.read(json.getBytes(UTF_8), BOUNDS).members().get("a"))
        .isEqualTo(new Value.Structure(attributes));
  }

  @Provide
  Arbitrary<Attributes> attributes() {
    return attributes(
        Arbitraries.lazyOf(
            this::scalars,
            this::scalars,
            () -> scalars().list().ofMaxSize(3).map(Value.Sequence::new),
            () -> attributes(scalars()).map(Value.Structure::new)));
  }

  private Arbitrary<Attributes> attributes(Arbitrary<Value> values) {
    return Arbitraries.maps(text(), values)
        .ofMaxSize(4)
        .map(
            members -> {
              Attributes.Builder builder = Attributes.builder();
              members.forEach(builder::add);
              return builder.build();
            });
  }

  private Arbitrary<Value> scalars() {
    return Arbitraries.oneOf(
        List.of(
            text().map(Value.Text::new),
            Arbitraries.longs().map(Value.Whole::new),
            Arbitraries.bigDecimals()
                .between(new BigDecimal("-1e30"), new BigDecimal("1e30"))
                .ofScale(3)
                .map(Value.Decimal::new),
            Arbitraries.of(true, false).map(Value.Flag::new)));
  }

  private Arbitrary<String> text() {
    return Arbitraries.strings()
        .all()
        .ofMaxLength(20)
        .filter(text -> UTF_8.newEncoder().canEncode(text));
  }
}
