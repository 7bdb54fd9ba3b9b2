package org.muster.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.muster.vocabulary.Seniority;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The figures of {@code comparison-defaults.yaml}, in euros. */
@Component
class Defaults {

	private static final String OTHER = "OTHER";

	private final Map<?, ?> file;

	Defaults() {
		try (InputStream in = new ClassPathResource("comparison-defaults.yaml").getInputStream()) {
			this.file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The day on which the figures were put together. */
	LocalDate date() {
		return (this.file.get("date") instanceof Date day) ? day.toInstant().atZone(ZoneId.of("UTC")).toLocalDate()
				: LocalDate.parse(String.valueOf(this.file.get("date")));
	}

	Assumed of(Assumption one) {
		Map<?, ?> entry = map(map(this.file, "values"), one.code());
		return new Assumed(number(entry, "value"), source(String.valueOf(entry.get("source"))));
	}

	/**
	 * @param figure salary, on-costs, freelance or absence
	 */
	Assumed of(String country, String figure, String source) {
		Map<?, ?> countries = map(this.file, "countries");
		Map<?, ?> known = map(countries, countries.containsKey(country) ? country : OTHER);
		return new Assumed(number(known, figure), source(source));
	}

	String source(String key) {
		return Objects.requireNonNull(map(this.file, "sources").get(key), key).toString();
	}

	/** How much more somebody of a seniority costs, on average over some people. */
	BigDecimal factor(Map<Seniority, Integer> heads) {
		Map<?, ?> factors = map(this.file, "seniority");
		int people = heads.values().stream().mapToInt(Integer::intValue).sum();
		if (people == 0) {
			return BigDecimal.ONE;
		}
		BigDecimal sum = BigDecimal.ZERO;
		for (Map.Entry<Seniority, Integer> entry : new HashMap<>(heads).entrySet()) {
			sum = sum.add(number(factors, entry.getKey().name()).multiply(BigDecimal.valueOf(entry.getValue())));
		}
		return sum.divide(BigDecimal.valueOf(people), 4, RoundingMode.HALF_UP);
	}

	private static Map<?, ?> map(Map<?, ?> map, String key) {
		if (map.get(key) instanceof Map<?, ?> found) {
			return found;
		}
		throw new IllegalStateException("comparison-defaults.yaml has no " + key);
	}

	private static BigDecimal number(Map<?, ?> map, String key) {
		@Nullable Object value = map.get(key);
		return new BigDecimal(Objects.requireNonNull(value, key).toString());
	}

}
